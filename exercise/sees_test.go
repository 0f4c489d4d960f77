package exercise

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// watch is one seat's reader: like the live table it looks again only when
// something happened that the seat may see.
type watch struct {
	seat Seat
	room *RoomView
	own  *OwnView
}

func (w *watch) see(s State, a Act) {
	if s.Sees(Seat{ID: "nobody"}, a) || w.room == nil {
		w.room = s.Room(TableRoom, nil)
	}
	if s.Sees(w.seat, a) || w.own == nil {
		w.own = s.Own(w.seat.ID)
	}
}

func (w *watch) bytes() string {
	b, _ := json.Marshal(View{Room: w.room, Own: w.own})
	return string(b)
}

// secret is something that the observer and Plumb may not see.
type secret struct {
	seat SeatID
	c    func(words string) Command
}

var secrets = []secret{
	{"arcadia", func(w string) Command { return SpeakRoom{Words: T(w)} }},
	{"hydra", func(w string) Command { return SpeakRoom{Words: T(w)} }},
	{"arcadia", func(w string) Command { return Ask{Team: "hydra", Words: T(w)} }},
	{"hydra", func(w string) Command { return Whisper{Words: T(w)} }},
	{"chair", func(w string) Command { return Whisper{To: "hydra", Words: T(w)} }},
	{"hydra", func(w string) Command { return Request{Words: T(w)} }},
	{"chair", func(w string) Command { return ReplyAs{Name: "CERT", Words: T(w)} }},
	{"hydra", func(w string) Command {
		return TakeStance{Alt: AltID{"3.1b", 2}, Stance: Cannot, Why: T(w), ToChair: true}
	}},
	{"hydra", func(w string) Command { return Undo{} }}, // of the confessional
	{"recorder", func(w string) Command { return Note{Words: T(w)} }},
	{"evaluator", func(w string) Command {
		return Observe{Objective: "1", Aspect: Strength, Words: T(w), Entries: []string{"1"}}
	}},
	{"evaluator", func(w string) Command { return Rate{Objective: "1", Rating: SomeChallenges, Why: T(w)} }},
	{"evaluator", func(w string) Command { return ProposeAction{Words: T(w), Owner: T(w), Due: "2027-03-01"} }},
	{"evaluator", func(w string) Command { return Undo{} }},
	{"recorder", func(w string) Command { return Settle{Check: "3.2"} }}, // which sets a term in quotation marks
	{"chair", func(w string) Command { return WriteInject{To: []string{"hydra"}, Title: T(w), Body: T(w)} }},
	{"chair", func(w string) Command { return Drop{Inject: "I1", Why: T(w)} }},
	{"chair", func(w string) Command { return HoldInject{Inject: "I5"} }},
	{"chair", func(w string) Command { return ReleaseInject{Inject: "I5"} }},
	{"chair", func(w string) Command { return Slip{By: minute} }},
	{"chair", func(w string) Command { return SetDial{Dial: "trust", By: 3, Why: T(w)} }},
	{"chair", func(w string) Command { return SendInject{Inject: "I2", Now: true} }},
	{"chair", func(w string) Command { return RecallInject{Inject: "I2", Why: T(w)} }},
	{"hydra", func(w string) Command { return Timeout{} }},
	{"arcadia-2", func(w string) Command {
		return TakeStance{Alt: AltID{"3.1b", 1}, Stance: Cannot, Why: T(w)} // waits for the head
	}},
	{"arcadia", func(w string) Command { return CallCaucus{Teams: []TeamID{"hydra", "forge"}} }},
	{"hydra", func(w string) Command { return JoinCaucus{} }},
	{"forge", func(w string) Command { return JoinCaucus{} }},
	{"hydra", func(w string) Command { return SpeakCaucus{Words: T(w)} }},
	{"arcadia", func(w string) Command {
		return DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T(w)}}}}
	}},
	{"hydra", func(w string) Command { return SignJoint{} }},
	{"hydra", func(w string) Command { return LeaveCaucus{} }},
	{"hydra", func(w string) Command { return AnswerInject{Inject: "L1", Words: T(w)} }},
	{"arcadia", func(w string) Command { return acceptIf("3.1b/1", carriedIf("3.1a/1")) }},
	{"hydra", func(w string) Command { return acceptIf("3.1a/1", carriedIf("3.1b/1")) }},
	{"hydra", func(w string) Command { return Confirm{X: "3.1a/1"} }},
	{"hydra", func(w string) Command { return TakePosition{X: "3.1a/1"} }},
}

// TestNonInterference: two histories that differ only in what a seat may not
// see give that seat byte-equal views, numbering included.
func TestNonInterference(t *testing.T) {
	start := atTable(t, told(ConsultationsSilent), withAdviser, withModel)
	rapid.Check(t, func(rt *rapid.T) {
		a, b := &play{t: t, s: start.s, now: start.now}, &play{t: t, s: start.s, now: start.now}
		watchers := map[*play][]*watch{}
		for _, p := range []*play{a, b} {
			for _, id := range []SeatID{"plumb", "observer", "projector"} {
				seat, _ := p.s.Seat(id)
				watchers[p] = append(watchers[p], &watch{seat: seat})
			}
		}
		step := func(p *play, seat SeatID, now int64, c Command) {
			act, err := Decide(p.s, seat, now, c)
			if err != nil {
				return
			}
			p.s = Evolve(p.s, act)
			for _, w := range watchers[p] {
				w.see(p.s, act)
			}
		}
		now := start.now
		for i := range rapid.IntRange(1, 25).Draw(rt, "length") {
			now += 100
			public := Say{Words: T(fmt.Sprint("public ", i))}
			step(a, "chair", now, public)
			step(b, "chair", now, public)
			for range rapid.IntRange(0, 3).Draw(rt, "secrets of a") {
				s := rapid.SampledFrom(secrets).Draw(rt, "a")
				step(a, s.seat, now+10, s.c("one"))
			}
			for range rapid.IntRange(0, 3).Draw(rt, "secrets of b") {
				s := rapid.SampledFrom(secrets).Draw(rt, "b")
				step(b, s.seat, now+20, s.c("two"))
			}
		}
		now += 1000
		step(a, "chair", now, Say{Words: T("the end")})
		step(b, "chair", now, Say{Words: T("the end")})
		for i := range watchers[a] {
			if x, y := watchers[a][i].bytes(), watchers[b][i].bytes(); x != y {
				rt.Fatalf("%s can tell the histories apart at %s", watchers[a][i].seat.ID, firstDifference(x, y))
			}
		}
	})
}

// TestWhoSeesWhat plays one of everything with a token in it and looks for the
// tokens in every seat's view: rules.md section 6 as a table.
func TestWhoSeesWhat(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", SendInject{Inject: "I2", Now: true})
	p.do("chair", SendInject{Inject: "I1", Now: true})
	p.do("hydra", floorForHydra(p))
	cases := []struct {
		what string
		seat SeatID
		c    func(token Text) Command
		seen string // seats that see it
	}{
		{"said", "chair", func(x Text) Command { return Say{Words: x} }, "all"},
		{"lodged", "forge", func(x Text) Command {
			return Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: x}}}
		}, "all"},
		{"open stance", "hydra", func(x Text) Command { return TakeStance{Alt: AltID{"3.1a", 1}, Stance: Cannot, Why: x} }, "all"},
		{"stance to chair", "hydra", func(x Text) Command {
			return TakeStance{Alt: AltID{"3.1a", 2}, Stance: CanLive, Why: x, ToChair: true}
		}, "hydra chair"},
		{"team room", "hydra", func(x Text) Command { return SpeakRoom{Words: x} }, "hydra"},
		{"ask", "arcadia", func(x Text) Command { return Ask{Team: "hydra", Words: x} }, "arcadia hydra"},
		{"whisper to chair", "plumb", func(x Text) Command { return Whisper{Words: x} }, "plumb chair"},
		{"whisper to a seat", "chair", func(x Text) Command { return Whisper{To: "recorder", Words: x} }, "chair recorder"},
		{"request", "lantern", func(x Text) Command { return Request{Words: x} }, "lantern chair evaluator"},
		{"reply", "chair", func(x Text) Command { return ReplyAs{Name: "CERT", Words: x} }, "lantern chair evaluator"},
		{"answer to an inject to all", "meridia", func(x Text) Command { return AnswerInject{Inject: "I1", Words: x} }, "all"},
		{"answer to an inject to one team", "hydra", func(x Text) Command { return AnswerInject{Inject: "L1", Words: x} }, "hydra chair recorder evaluator"},
		{"written inject", "chair", func(x Text) Command { return WriteInject{To: []string{"forge"}, Title: x, Body: x} }, "chair evaluator"},
		{"drop", "chair", func(x Text) Command { return Drop{Inject: "I3", Why: x} }, "chair evaluator"},
		{"dial of the staff", "chair", func(x Text) Command { return SetDial{Dial: "trust", By: 1, Why: x} }, "chair evaluator"},
		{"dial for all", "chair", func(x Text) Command { return SetDial{Dial: "harm", By: 1, Why: x} }, "all"},
		{"recall from one team", "chair", func(x Text) Command { return RecallInject{Inject: "I2", Why: x} }, "hydra chair recorder evaluator"},
		{"recall from all", "chair", func(x Text) Command { return RecallInject{Inject: "I1", Why: x} }, "all"},
		{"jump", "chair", func(x Text) Command { return Jump{By: minute, Why: x, Rest: JumpMove} }, "all"},
		{"note", "recorder", func(x Text) Command { return Note{Words: x} }, "recorder"},
		{"recorder's correction", "recorder", func(x Text) Command { return Correct{No: "3", Words: x} }, "recorder chair evaluator"},
		{"observation", "evaluator", func(x Text) Command { return Observe{Objective: "1", Aspect: Improve, Words: x} }, "chair evaluator"},
		{"rating", "evaluator", func(x Text) Command { return Rate{Objective: "1", Rating: Unable, Why: x} }, "chair evaluator"},
		{"proposed action", "evaluator", func(x Text) Command { return ProposeAction{Words: x, Owner: x, Due: "2027-03-01"} }, "chair evaluator"},
		{"own correction", "chair", func(x Text) Command { return Correct{Words: x} }, "all"},
		{"point of order", "meridia", func(x Text) Command { return Order{Words: x} }, "all"},
		{"motion", "forge", func(x Text) Command { return Move{Kind: MotionClose, Why: x} }, "all"},
		{"right of reply", "lantern", func(x Text) Command { return Reply{Words: x} }, "all"},
		{"ruling", "chair", func(x Text) Command { return Rule{Words: x} }, "all"},
		{"real-world words", "forge", func(x Text) Command { return RealWorld{Words: x} }, "chair"},
	}
	for i, c := range cases {
		token := fmt.Sprintf("token%04dx", i)
		p.do(c.seat, c.c(T(token)))
		p.expect(c.what, token, c.seen)
	}
	for _, team := range p.s.Plan().Teams {
		p.expect("brief", "token-"+string(team.ID), string(team.ID)+" evaluator")
	}
	p.expect("expected action", "expected-secret", "chair evaluator")
	p.expect("inject to one team", "private-to-hydra", "hydra chair recorder evaluator")
}

// floorForHydra gives Hydra the floor and something to say.
func floorForHydra(p *play) Command {
	p.do("chair", GiveFloor{Team: "hydra"})
	return Say{Words: T("We are listening.")}
}

func (p *play) expect(what, token, seen string) {
	p.t.Helper()
	for _, seat := range p.s.Plan().Seats {
		body, _ := json.Marshal(View{Room: p.room(), Own: p.s.Own(seat.ID)})
		should := seen == "all"
		for id := range strings.FieldsSeq(seen) {
			should = should || SeatID(id) == seat.ID
		}
		if does := strings.Contains(string(body), token); does != should {
			p.t.Errorf("%s: seen by %s: %v, should be %v", what, seat.ID, does, should)
		}
	}
}

// TestEveryEventHasAnAudience holds that the table of secrecy is complete:
// each event type is either public by name here or private in audience.
func TestEveryEventHasAnAudience(t *testing.T) {
	public := strings.Fields(`begun sat left restarted clock-stopped clock-started speed-set said-ready phase-entered
		item-opened floor-given floor-rested floor-extended turn-skipped hand-raised hand-lowered order-raised ruled suspended
		suspension-ended absence-declared spoken lodged held held-over cosponsored sponsor-left put-requested decision-opened positioned
		deadline-moved decided reopen-requested reopened hand-restored position-restored sponsor-restored floor-restored asked-back redecided ad-ref-settled stated taken-back summarised signed endorsed dissociated declined attested
		question-opened revealed voted real-world-called real-world-over names-set empowered
		friendly-said taken-in sequence-set turn-stopped turn-resumed order-stated moved motion-dropped debate-closed
		clause-divided reply-asked informal-opened informal-ended heard role-given
		consulting caucus-met group-formed group-time-over reported group-closed
		poll-opened poll-answered poll-closed
		published brought non-paper-delivered input-sponsored
		silence-placed silence-moved packed pack-joined pack-left pack-shaken pack-renewed pack-settled
		condition-held understanding-failed jumped established`)
	private := strings.Fields(`agreed-terms surveyed room-spoken asked ask-answered whispered corrected stance-taken stance-cleared stances-restored mark-restored queued written
		delivered recovered retimed dropped answered requested replied timeout-asked marked noted settled expunge-asked expunged forgotten
		observed rated action-proposed evaluation-restored
		wished wish-settled caucus-called caucus-joined caucus-spoken caucus-left caucus-closed joint-drafted joint-signed joint-lodged
		input-written input-joined input-left
		sealed unsealed confirm-asked position-confirmed
		fell-due inject-held inject-released slipped replanned recalled copycat-judged dial-moved gap-moved request-waits`)
	known := map[string]bool{}
	for _, name := range append(public, private...) {
		known[name] = true
	}
	for name := range eventTypes {
		if !known[name] {
			t.Errorf("who sees %q? Add it to sees.go and to this list", name)
		}
	}
	if len(known) != len(eventTypes) {
		t.Errorf("%d events are listed, there are %d", len(known), len(eventTypes))
	}
}
