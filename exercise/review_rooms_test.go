package exercise

import (
	"encoding/json"
	"slices"
	"testing"
)

// apart gives control a seat of its own, so that the chair knows only what a
// chair does.
func apart(sc *Scenario) {
	for i, seat := range sc.Seats {
		if seat.ID == "chair" {
			sc.Seats[i].Roles = []Role{Chair}
		}
	}
	sc.Seats = append(sc.Seats, Seat{ID: "control", Name: "Control", Roles: []Role{Control, SimCell}})
}

// atTableApart is atTable with control apart from the chair.
func atTableApart(t *testing.T, procedure string) *play {
	p := newPlay(t, under(procedure), told(ConsultationsSilent), withAdviser, apart)
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, Sit{Via: "screen"})
		p.do(seat.ID, Agree{})
	}
	p.do("control", Start{})
	p.do("control", EnterPhase{Phase: Table})
	p.do("chair", OpenItem{Name: "3"})
	return p
}

// privateMatters is each secret kind of rules.md, "Who sees what", and who
// knows of it. Where a procedure refuses one, nothing happens.
var privateMatters = []struct {
	what  string
	deeds []deed
	knows []SeatID
}{
	{"stance to chair", []deed{
		{"arcadia", func(w string) Command {
			return TakeStance{Alt: AltID{"3.1b", 2}, Stance: Cannot, Why: T(w), ToChair: true}
		}},
		{"arcadia", func(string) Command { return TakeStance{Alt: AltID{"3.1a", 1}, Stance: Prefer, ToChair: true} }},
		{"arcadia", func(string) Command { return Undo{} }},
	}, []SeatID{"arcadia", "arcadia-2", "chair"}},
	{"position on a condition", []deed{
		{"arcadia", func(string) Command { return acceptIf("3.1b/2", carriedIf("3.1a/1")) }},
		{"arcadia", func(string) Command { return acceptIf("3.1a/2", carriedIf("3.1b/1")) }},
		{"arcadia", func(string) Command { return TakePosition{X: "3.1a/2"} }},
	}, []SeatID{"arcadia", "arcadia-2"}},
	{"positions that meet", []deed{
		{"arcadia", func(string) Command { return acceptIf("3.1b/2", carriedIf("3.1a/2")) }},
		{"meridia", func(string) Command { return acceptIf("3.1a/2", carriedIf("3.1b/2")) }},
		{"meridia", func(string) Command { return Confirm{X: "3.1a/2"} }},
	}, []SeatID{"arcadia", "arcadia-2", "meridia"}},
	{"caucus", []deed{
		{"arcadia", func(string) Command { return CallCaucus{Teams: []TeamID{"hydra"}, Time: minute} }},
		{"hydra", func(string) Command { return JoinCaucus{} }},
		{"hydra", func(w string) Command { return SpeakCaucus{Words: T(w)} }},
		{"arcadia", func(w string) Command {
			return DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T(w)}}}}
		}},
		{"hydra", func(string) Command { return SignJoint{} }},
		{"hydra", func(string) Command { return LeaveCaucus{} }},
	}, []SeatID{"arcadia", "arcadia-2", "hydra"}},
	{"ask", []deed{
		{"arcadia", func(w string) Command { return Ask{Team: "hydra", Words: T(w)} }},
		{"hydra", func(w string) Command { return AnswerAsk{No: "e1.1", Words: T(w)} }},
	}, []SeatID{"arcadia", "arcadia-2", "hydra"}},
	{"whisper to the chair", []deed{
		{"arcadia", func(w string) Command { return Whisper{Words: T(w)} }},
	}, []SeatID{"arcadia", "chair"}},
	{"whisper from the chair", []deed{
		{"chair", func(w string) Command { return Whisper{To: "hydra", Words: T(w)} }},
	}, []SeatID{"hydra", "chair"}},
	{"question to the world", []deed{
		{"hydra", func(w string) Command { return Request{Words: T(w)} }},
		{"control", func(w string) Command { return ReplyAs{Name: "CERT", Words: T(w)} }},
	}, []SeatID{"hydra", "control", "evaluator"}},
	{"inject and its answer", []deed{
		{"control", func(string) Command { return SendInject{Inject: "I2", Now: true} }},
		{"hydra", func(w string) Command { return AnswerInject{Inject: "L1", Words: T(w)} }},
	}, []SeatID{"hydra", "control", "recorder", "evaluator"}},
	{"inject to one seat", []deed{
		{"control", func(string) Command { return SendInject{Inject: "I2", Now: true} }},
		{"control", func(w string) Command {
			return WriteInject{To: []string{"arcadia-2", "hydra"}, Title: T(w), Body: T(w)}
		}},
		{"control", func(string) Command { return SendInject{Inject: "N1", Now: true} }},
	}, []SeatID{"arcadia-2", "hydra", "control", "recorder", "evaluator"}},
	{"timeline", []deed{
		{"control", func(w string) Command { return WriteInject{To: []string{"forge"}, Title: T(w), Body: T(w)} }},
		{"control", func(string) Command { return TakeBack{Inject: "N1"} }},
		{"control", func(w string) Command { return Drop{Inject: "I3", Why: T(w)} }},
	}, []SeatID{"control", "evaluator"}},
	{"team room", []deed{
		{"hydra", func(w string) Command { return SpeakRoom{Words: T(w)} }},
		{"hydra", func(w string) Command { return Correct{No: "e1.1", Words: T(w)} }},
	}, []SeatID{"hydra"}},
	{"wish", []deed{
		{"arcadia-2", func(w string) Command { return TakeStance{Alt: AltID{"3.1b", 1}, Stance: Cannot, Why: T(w)} }},
		{"arcadia", func(string) Command { return DropWish{Wish: "W1"} }},
	}, []SeatID{"arcadia", "arcadia-2"}},
	{"note", []deed{
		{"recorder", func(w string) Command { return Note{Words: T(w)} }},
	}, []SeatID{"recorder"}},
	{"break asked for", []deed{
		{"forge", func(string) Command { return Timeout{} }},
	}, []SeatID{"forge", "control"}},
}

// afterwards is what happens in the open once the secret is kept.
var afterwards = []deed{
	{"chair", func(string) Command { return Say{Words: T("We go on.")} }},
	{"arcadia", func(string) Command { return Ask{Team: "meridia", Words: T("And you?")} }},
	{"arcadia", func(string) Command {
		return Amend{Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}}
	}},
	{"meridia", func(string) Command { return TakeStance{Alt: AltID{"3.1b", 1}, Stance: Prefer} }},
	{"chair", func(string) Command { return Gavel{X: "3.1b/1"} }},
	{"arcadia", func(string) Command { return Withdraw{Amendment: "A1"} }},
	{"chair", func(string) Command { return Put{X: []Subject{"A1"}} }},
	{"meridia", func(string) Command { return TakePosition{Position: Accept} }},
	{"chair", func(string) Command { return Close{} }},
	{"forge", func(string) Command { return Hand{} }},
	{"chair", func(string) Command { return Next{} }},
	{"chair", func(string) Command { return Publish{} }},
	{"chair", func(string) Command { return OpenItem{Name: "endgame"} }},
}

// probes are what somebody may try in order to find out: the refusals and the
// receipts must be the same.
func probes() []Command {
	return []Command{
		JoinCaucus{},
		JoinCaucus{Caucus: "C1"},
		SpeakCaucus{Words: T("hello?")},
		LeaveCaucus{},
		SignJoint{},
		LodgeJoint{},
		AnswerAsk{No: "e1.1", Words: T("yes")},
		AnswerInject{Inject: "L1", Words: T("mine")},
		Confirm{X: "W1"},
		Confirm{X: "3.1a/2"},
		TakePosition{X: "3.1b/2"},
		Withdraw{Amendment: "A1"},
		ClearStance{Point: "3.1b"},
		Undo{},
		Correct{No: "2", Words: T("meant")},
		Correct{No: "k1.1", Words: T("meant")},
		Ask{Team: "arcadia", Words: T("And?")},
		CallCaucus{Teams: []TeamID{"arcadia", "hydra"}},
		Mark{No: "p.1", Kind: "quote"},
		Mark{No: "c.1", Kind: "quote"},
		ReplyAs{Name: "CERT", Words: T("None.")},
		SendInject{Inject: "N1"},
		Package{X: []Subject{"3.1a/1", "3.1b/2"}},
		Cosponsor{Amendment: "P1"},
		Gavel{X: "3.1a/1"},
		Object{Why: T("no")},
		Skip{Team: "hydra"},
	}
}

// answerTo is what a seat gets for a command, done or refused.
func (p *play) answerTo(seat Seat, c Command) string {
	act, err := Decide(p.s, seat.ID, p.now, c)
	if err != nil {
		return err.Error()
	}
	receipt, _ := json.Marshal(Receipt{Lines: Evolve(p.s, act).LinesOf(seat, act.Seq)})
	return string(receipt)
}

// TestNonInterferenceOfEachSecret: whoever may not know of it finds no trace
// of it in a view, in a refusal or in a receipt, whatever the procedure.
func TestNonInterferenceOfEachSecret(t *testing.T) {
	for _, procedure := range []string{Lateral, LateralByBearer, Track1, Track2, Consultative, TwoThirds} {
		start := atTableApart(t, procedure)
		for _, x := range privateMatters {
			t.Run(procedure+", "+x.what, func(t *testing.T) {
				var outsiders []SeatID
				for _, seat := range start.s.Plan().Seats {
					if !slices.Contains(x.knows, seat.ID) {
						outsiders = append(outsiders, seat.ID)
					}
				}
				with, without := newTwin(t, start, outsiders), newTwin(t, start, outsiders)
				for i, r := range with.readers { // all have looked before it happens
					r.room = start.s.Room(start.s.HomeRoom(r.seat.ID), nil)
					without.readers[i].room = r.room
				}
				for i, d := range x.deeds {
					with.try(d.seat, start.now+int64(i)+1, d.c("secret"))
				}
				if procedure == Lateral && with.s.Seq() != start.s.Seq()+int64(len(x.deeds)) {
					t.Fatalf("%d of %d deeds were done", with.s.Seq()-start.s.Seq(), len(x.deeds))
				}
				now := start.now
				for _, d := range afterwards {
					now += 20 * second
					with.try(d.seat, now, d.c(""))
					without.try(d.seat, now, d.c(""))
					tellNothing(t, with, without)
				}
				with.now, without.now = now+1, now+1
				for _, r := range with.readers {
					for _, c := range probes() {
						if a, b := with.answerTo(r.seat, c), without.answerTo(r.seat, c); a != b {
							t.Errorf("%s can tell by %s: %q and %q", r.seat.ID, CommandName(c), a, b)
						}
					}
				}
			})
		}
	}
}

// tellNothing compares what the outsiders see.
func tellNothing(t *testing.T, with, without *twin) {
	t.Helper()
	for i, r := range with.readers {
		if a, b := r.bytes(with.s), without.readers[i].bytes(without.s); a != b {
			t.Fatalf("%s can tell the histories apart at %s", r.seat.ID, firstDifference(a, b))
		}
	}
}

// TestTheHallLearnsNothingOfTheTableByTrying: what a delegation in the hall
// may try is answered from what it has before it, not from the table's draft.
func TestTheHallLearnsNothingOfTheTableByTrying(t *testing.T) {
	for _, procedure := range []string{Track1, Track2} {
		quiet, busy := atTable(t, under(procedure)), atTable(t, under(procedure))
		busy.do("arcadia", Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}})
		busy.do("chair", Gavel{X: "3.1b/1"})
		busy.do("meridia", Move{Kind: MotionSuspend})
		hydra, _ := busy.s.Seat("hydra")
		quiet.now, busy.now = busy.now+second, busy.now+second
		for _, c := range append(probes(),
			Amend{In: "A1", Edits: []Edit{{Para: "3.1", Old: T("48"), New: T("36")}}},
			Amend{Edits: []Edit{{Para: "3.1", Old: T("48"), New: T("36")}}},
			Amend{Clause: "3", Edits: []Edit{{New: T("More."), Fresh: true}}},
			Cosponsor{Amendment: "A1"}, Friendly{Amendment: "A1"}, Withdraw{Amendment: "M1"},
			Wait{}, Appeal{}, Order{Words: T("?")}, Reply{Words: T("!")}, Divide{Para: "3.2"},
			AnswerPoll{Answer: T("yes")}, Report{Words: T("done")}, Empower{Seat: "hydra"},
			Sign{}, Attest{Words: T("SHA256:key")}, Dissociate{Clause: "9"}, Cleared{}, RequestPut{X: "A1"}, RequestReopen{X: "3"},
		) {
			if a, b := quiet.answerTo(hydra, c), busy.answerTo(hydra, c); a != b {
				t.Errorf("%s: %s is answered %q or %q", procedure, CommandName(c), a, b)
			}
		}
	}
}

// TestPowersAreKnownInTheirOwnRoom: whom a head empowers is heard in the room
// where its team sits.
func TestPowersAreKnownInTheirOwnRoom(t *testing.T) {
	adviser := func(sc *Scenario) {
		withAdviser(sc)
		i := slices.IndexFunc(sc.Teams, func(t Team) bool { return t.ID == "hydra" })
		sc.Teams[i].Seats = append(sc.Teams[i].Seats, "hydra-2")
		sc.Seats = append(sc.Seats, Seat{ID: "hydra-2", Name: "Hydra 2", Team: "hydra", Roles: []Role{Delegate}})
	}
	for _, row := range []struct {
		head, adviser SeatID
		own, other    RoomID
	}{
		{"arcadia", "arcadia-2", TableRoom, HallRoom},
		{"hydra", "hydra-2", HallRoom, TableRoom},
	} {
		p := atTable(t, under(Track2), adviser)
		powers := func(r RoomID) string {
			v := p.s.Room(r, nil)
			b, _ := json.Marshal(struct {
				Teams []TeamView
				Feed  []Line
			}{v.Teams, v.Feed})
			return string(b)
		}
		own, other := powers(row.own), powers(row.other)
		p.do(row.head, Empower{Seat: row.adviser})
		if powers(row.own) == own {
			t.Errorf("%s does not hear whom %s empowers", row.own, row.head)
		}
		if powers(row.other) != other {
			t.Errorf("%s hears whom %s empowers", row.other, row.head)
		}
		p.done()
	}
}

// TestRolesAreKnownInEveryRoom: who chairs is shown in the hall too.
func TestRolesAreKnownInEveryRoom(t *testing.T) {
	p := atTable(t, under(Track1), secondControl)
	act := p.do("chair", GiveRole{Seat: "control", Role: Chair})
	if rooms := p.s.Audience(act); !slices.Contains(rooms, HallRoom) {
		t.Errorf("it is told in %v only", rooms)
	}
	p.done()
}

// secondControl gives control a second seat.
func secondControl(sc *Scenario) {
	sc.Seats = append(sc.Seats, Seat{ID: "control", Name: "Control", Roles: []Role{Control}})
}

// TestAnInjectToASeatIsReadAndAnsweredThere: its label is of the seat's own
// series, and tells nothing of what others have received.
func TestAnInjectToASeatIsReadAndAnsweredThere(t *testing.T) {
	p := atTable(t, withAdviser)
	p.do("chair", SendInject{Inject: "I2", Now: true}) // L1 of Hydra
	write := func(to ...string) {
		p.do("chair", WriteInject{To: to, Title: T("A call"), Body: T("Please ring back.")})
		p.pass(takeBackTime + 1)
	}
	write("hydra", "arcadia-2", "observer")
	write("arcadia-2", "observer")
	for _, seat := range []SeatID{"arcadia-2", "observer"} {
		var labels []string
		for _, x := range p.s.Own(seat).Incidents {
			labels = append(labels, x.ID)
		}
		if !slices.Equal(labels, []string{"Y1", "Y2"}) {
			t.Errorf("%s has received %v", seat, labels)
		}
		lines := p.s.Own(seat).Lines
		if l := lines[len(lines)-1]; l.Ref != "Y2" {
			t.Errorf("%s is told of %s", seat, l.Ref)
		}
	}
	if got := p.s.Own("arcadia").Incidents; len(got) != 0 {
		t.Errorf("the head has received %+v", got)
	}
	p.do("arcadia-2", AnswerInject{Inject: "Y2", Words: T("I shall.")})
	p.refused("arcadia", AnswerInject{Inject: "Y2", Words: T("I shall.")}, ErrUnknown)
	p.done()
}
