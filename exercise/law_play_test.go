package exercise

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyone draws a seat, mostly a delegate.
func anyone(t *rapid.T) SeatID {
	return rapid.SampledFrom([]SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb", "chair", "chair", "recorder", "evaluator", "observer"}).Draw(t, "seat")
}

// anything draws a command that is often, but not always, legal.
func anything(t *rapid.T, s State) Command {
	words := T(rapid.SampledFrom([]string{"yes", "no", "within 48 hours", "the operators"}).Draw(t, "words"))
	point := rapid.SampledFrom([]AltID{{"3.1a", 1}, {"3.1a", 2}, {"3.1b", 1}, {"3.1b", 2}, {"3.1b", 3}, {"1.1a", 1}, {"2.1a", 2}, {"3.1c", 2}}).Draw(t, "alt")
	x := rapid.SampledFrom([]Subject{"A1", "A2", "3.1a/1", "3.1b/2", "3.1b/3", "3.1c/2", "1", "2", "3", "P1", "text"}).Draw(t, "x")
	anchor := rapid.SampledFrom([]string{"24", "72", "shall", "should notify the operators concerned within 24", "concerned", "hours of"}).Draw(t, "anchor")
	return rapid.SampledFrom([]Command{
		Say{Words: words},
		SpeakRoom{Words: words},
		Hand{},
		Hand{Down: true},
		Yield{},
		Next{},
		GiveFloor{Team: "hydra"},
		Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T(anchor), New: words, At: 1}}},
		Amend{Clause: "2", Delete: true},
		Amend{Title: words, Edits: []Edit{{New: words, Fresh: true}}},
		Amend{Clause: "1", Edits: []Edit{{New: words, Fresh: true}}},
		Gavel{X: "4"},
		TakeStance{Alt: AltID{"3.1c", 1}, Stance: Prefer},
		TakeStance{Alt: point, Stance: Prefer},
		TakeStance{Alt: point, Stance: CanLive, ToChair: true},
		TakeStance{Alt: point, Stance: Cannot, Why: words},
		ClearStance{Point: point.Point},
		Amend{Clause: "3", In: "A1", Edits: []Edit{{Para: "3.1", Old: T(anchor), New: words, At: 1}}},
		Amend{Clause: "3", In: "A1", Edits: []Edit{{Para: "3.1", Old: T("operators"), New: words}}},
		Friendly{Amendment: "A2"},
		Friendly{Amendment: "A3"},
		ChairText{Para: "3.1", Words: words},
		ChairText{Para: "3.2", Words: words},
		SetSequence{Para: "3.1", Amendments: []AmendmentID{"A2", "A1"}},
		Withdraw{Amendment: "A2"},
		Cosponsor{Amendment: "A1"},
		Withdraw{Amendment: "A1"},
		Cosponsor{Amendment: "N1"},
		Withdraw{Amendment: "N1"},
		Publish{},
		Bring{X: x},
		Gavel{X: x},
		Gavel{X: x},
		Put{X: []Subject{x}},
		Object{Why: words},
		Wait{},
		TakePosition{Position: Accept},
		TakePosition{Position: Accept, AdRef: minute},
		TakePosition{Position: NotYet, Words: words},
		TakePosition{Position: StandAside},
		TakePosition{Position: Objects, Words: words},
		Close{},
		Silence{X: x, Time: 2 * minute},
		NoSilence{},
		BreakSilence{Why: words},
		Package{X: []Subject{x, "3.1b/2", "2"}},
		Package{X: []Subject{"3.1a/1", "3.1b/2", "3"}},
		Cosponsor{Amendment: "P1"},
		Withdraw{Amendment: "P1"},
		Put{X: []Subject{"3.1a/1", "2.1a/2"}},
		Gavel{X: "P1"},
		acceptIf(x, carriedIf("3.1b/2")),
		acceptIf("3.1b/2", carriedIf(x)),
		acceptIf("3.1b/2", Condition{Any: []Condition{carriedIf("3.1a/1"), {X: "2", Is: "agreed"}}}),
		TakePosition{X: "3.1b/2"},
		Confirm{X: x},
		Confirm{X: "3.1b/2"},
		Undo{},
		Defer{Clauses: []ClauseID{"2"}},
		Cleared{},
		NotCleared{Why: words},
		Reopen{X: x},
		RequestReopen{X: x},
		DeclareAbsent{Team: "hydra"},
		MakeStatement{Words: words},
		Order{Words: words},
		Rule{Words: words},
		Appeal{},
		Reply{Words: words},
		Divide{Para: "3.2"},
		Move{Kind: rapid.SampledFrom([]MotionKind{MotionSuspend, MotionAdjourn, MotionClose}).Draw(t, "motion")},
		Move{Kind: MotionDefer, Clause: "3"},
		Move{Kind: MotionReopen, Clause: "2"},
		Gavel{X: rapid.SampledFrom([]Subject{"M1", "M2", "M3", "3.2"}).Draw(t, "moved")},
		Put{X: []Subject{rapid.SampledFrom([]Subject{"M1", "M2", "M3", "3.2"}).Draw(t, "moved")}},
		Withdraw{Amendment: "M1"},
		Informal{Time: minute},
		Suspend{Time: minute},
		OpenItem{Name: "1"},
		OpenItem{Name: "endgame"},
		Extend{Time: minute},
		Ask{Team: "hydra", Words: words},
		Whisper{Words: words},
		Request{Words: words},
		ReplyAs{Name: "CERT", Words: words},
		SendInject{Inject: "I3"},
		SendInject{Inject: "I3", Now: true},
		TakeBack{Inject: "I3"},
		HoldInject{Inject: rapid.SampledFrom([]InjectID{"I1", "I3", "I5", "I7"}).Draw(t, "held")},
		ReleaseInject{Inject: rapid.SampledFrom([]InjectID{"I1", "I5", "I6"}).Draw(t, "released")},
		RecallInject{Inject: "I1", Why: words},
		Retime{Inject: "I5", In: 2 * minute},
		Slip{By: minute},
		Jump{By: 5 * minute, Rest: rapid.SampledFrom([]string{"", JumpFire, JumpDrop, JumpMove}).Draw(t, "rest")},
		SetDial{Dial: "trust", By: rapid.SampledFrom([]int{-40, 7, 60}).Draw(t, "by"), Why: words},
		Establish{No: "12"},
		AnswerInject{Inject: "I1", Words: words},
		AnswerInject{Inject: "L1", Words: words},
		Pause{},
		Resume{},
		Pause{Clock: TableClock},
		Speed{N: 60},
		Leave{},
		Sit{Via: "screen"},
		RealWorld{Words: words},
		CancelRealWorld{},
		EnterPhase{Phase: Closing},
		Sign{},
		Endorse{},
		Attest{Words: words},
		Correct{Words: words},
		Mark{No: "3", Kind: "quote"},
		Note{Words: words},
		SetNaming{Naming: ByTrack},
		Observe{Objective: "1", Aspect: Strength, Words: words, Entries: []string{"3"}},
		Rate{Objective: "1", Rating: rapid.SampledFrom([]Rating{Performed, Unable, "X"}).Draw(t, "rating"), Why: words},
		ProposeAction{Words: words, Owner: words, Due: rapid.SampledFrom([]string{"2027-03-01", "2027-02-30"}).Draw(t, "day")},
		Settle{Check: rapid.SampledFrom([]string{"D1", "A1", "#20", "3.1"}).Draw(t, "check")},
		Expunge{No: rapid.SampledFrom([]string{"20", "30", "x.2"}).Draw(t, "no"), Why: words},
		ConfirmExpunge{No: "30"},
		CallCaucus{Teams: []TeamID{"hydra", "plumb"}, Time: minute},
		JoinCaucus{},
		SpeakCaucus{Words: words},
		LeaveCaucus{},
		LeaveCaucus{Close: true},
		DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T(anchor), New: words, At: 1}}}},
		SignJoint{},
		LodgeJoint{},
		FormGroup{Clause: "3", Teams: []TeamID{"hydra", "plumb"}, Time: minute},
		CloseGroup{Clause: "3"},
		Report{Words: words},
		Poll{Question: words, Options: []Text{T("yes"), T("no")}},
		AnswerPoll{Answer: words},
		ClosePoll{},
		Confirm{X: "W1"},
	}).Draw(t, "command")
}

func TestLawsOfRandomPlay(t *testing.T) {
	start := atTable(t, withModel)
	rapid.Check(t, func(rt *rapid.T) {
		p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
		last := map[SeatID]*OwnView{}
		for range rapid.IntRange(1, 60).Draw(rt, "length") {
			p.pass(rapid.Int64Range(0, 40).Draw(rt, "seconds") * second)
			seat, c := anyone(rt), anything(rt, p.s)
			before := p.s
			act, err := Decide(p.s, seat, p.now, c)
			if err != nil {
				var refusal *Refusal
				if !errors.As(err, &refusal) || !strings.HasSuffix(strings.TrimRight(err.Error(), "`\")"), ".") && !strings.ContainsAny(err.Error(), ".?") {
					rt.Fatalf("%s is refused with %q, which is no sentence", CommandName(c), err)
				}
				if p.s.Seq() != before.Seq() {
					rt.Fatal("a refused command changed something")
				}
				continue
			}
			p.take(act)
			_ = p.room() // whatever was accepted can be shown
			for _, seat := range []SeatID{"hydra", "chair", "recorder"} {
				last[seat] = goesOnAsItStood(rt, p.s, seat, last[seat])
			}
			lawsOfTheText(rt, before, p.s, act)
		}
		if live, replayed := allViews(t, p.s), allViews(t, p.replay); live != replayed {
			rt.Fatalf("replay differs from live play at %s", firstDifference(live, replayed))
		}
	})
}

// goesOnAsItStood: a view that continues the last one is as one made anew, and
// the last one stays as it was.
func goesOnAsItStood(t *rapid.T, s State, seat SeatID, last *OwnView) *OwnView {
	var before []Line
	if last != nil {
		before = slices.Clone(last.Lines)
	}
	next := s.OwnAfter(seat, last)
	if fresh := s.Own(seat); !reflect.DeepEqual(next, fresh) {
		t.Fatalf("%s sees %d lines in a view that goes on, %d in one made anew", seat, len(next.Lines), len(fresh.Lines))
	}
	if last != nil && !reflect.DeepEqual(append([]Line(nil), last.Lines...), append([]Line(nil), before...)) {
		t.Fatalf("an older view of %s changed", seat)
	}
	return next
}

// lawsOfTheText: no point closes without a decision, and nobody's words vanish.
func lawsOfTheText(t *rapid.T, before, after State, a Act) {
	decided := slices.ContainsFunc(a.Events, func(e Event) bool {
		switch e := e.(type) {
		case Decided:
			return e.Outcome == Carried
		case TakenBack, Redecided, AdRefSettled:
			return true
		}
		return false
	})
	open := map[string]bool{}
	for _, c := range after.draft.clauses {
		for _, id := range pointsOf(c) {
			open[id] = true
		}
	}
	for _, c := range before.draft.clauses {
		for _, id := range pointsOf(c) {
			if !open[id] && !decided {
				t.Fatalf("%s closed by %s without a decision", id, CommandName(a.Command))
			}
		}
	}
	if after.clock.tableRuns() && after.safety.stopped != nil {
		t.Fatal("the table clock runs during a real-world stop")
	}
}

// Every recorded act must stay readable: encoded, decoded and encoded again it
// is the same, byte for byte.
func TestActsKeepTheirForm(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}, Because: T("midway")})
	p.do("arcadia", Sit{Via: "plain"})
	for _, a := range p.acts {
		parts, err := Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range a.Words {
			if len(*w) > 3 && strings.Contains(string(parts.Structure), *w) && a.Seq > 0 {
				t.Errorf("the structure of act %d copies the words %q", a.Seq, *w)
			}
		}
		again, err := Decode(parts)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := Encode(again)
		if err != nil {
			t.Fatal(err)
		}
		if string(twice.Structure) != string(parts.Structure) || string(twice.Envelope) != string(parts.Envelope) {
			t.Errorf("act %d changed form:\n%s\n%s", a.Seq, parts.Structure, twice.Structure)
		}
	}
}

func TestAnUnknownKindIsNamed(t *testing.T) {
	_, err := Decode(Parts{Seq: 1, Envelope: []byte(`{"seq":1,"kind":"teleport"}`), Structure: []byte(`{"command":{},"events":[]}`)})
	if err == nil || !strings.Contains(err.Error(), "teleport") || !strings.Contains(err.Error(), "newer") {
		t.Errorf("the error is %v", err)
	}
}

// FuzzDecode: no stored bytes make decoding panic.
func FuzzDecode(f *testing.F) {
	p := atTable(&testing.T{})
	for _, a := range p.acts[:6] {
		parts, _ := Encode(a)
		f.Add(parts.Envelope, parts.Structure)
	}
	f.Add([]byte(`{"seq":0}`), []byte(`{}`))
	f.Fuzz(func(t *testing.T, envelope, structure []byte) {
		var env struct {
			Seq int64 `json:"seq"`
		}
		_ = json.Unmarshal(envelope, &env)
		a, err := Decode(Parts{Seq: env.Seq, Envelope: envelope, Structure: structure})
		if err == nil {
			if _, err := Encode(a); err != nil {
				t.Errorf("what was decoded cannot be encoded: %v", err)
			}
		}
		_ = fmt.Sprint(err)
	})
}
