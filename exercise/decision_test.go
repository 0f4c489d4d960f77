package exercise

import (
	"fmt"
	"strings"
	"testing"
)

// answers gives positions as "arcadia accept, hydra aside".
func (p *play) answers(list string) {
	for one := range strings.SplitSeq(list, ", ") {
		team, what, _ := strings.Cut(one, " ")
		c := TakePosition{Position: PositionKind(what)}
		switch c.Position {
		case NotYet, Objects:
			c.Words = T("we need time")
		case "ad-ref":
			c.Position, c.AdRef = Accept, minute
		}
		p.do(SeatID(team), c)
	}
}

func TestConcurrencePerTrack(t *testing.T) {
	const others = ", meridia accept, forge accept, lantern accept, plumb accept"
	for _, row := range []struct {
		given    string // positions
		outcome  Outcome
		sentence string
	}{
		{"arcadia accept, hydra accept" + others, Carried, "Carried."},
		{"arcadia accept, hydra accept, lantern accept", Carried, "Carried; Meridia, Forge and Plumb said nothing."},
		{"arcadia accept, hydra aside, forge aside, lantern accept", Carried, "Carried; Meridia and Plumb said nothing."},
		{"arcadia aside, meridia aside, hydra aside, forge aside, lantern aside, plumb aside", NotCarried, "Not carried: nobody accepted."},
		{"arcadia accept, lantern accept", NotCarried, "Not carried: nobody in ε (business) accepted; Hydra and Forge said nothing."},
		{"arcadia accept, hydra object, lantern accept", NotCarried, "Not carried: Hydra (ε) objects."},
		{"arcadia accept, hydra not-yet, lantern accept", Postponed, "Postponed: Hydra (ε) awaits instructions."},
		{"arcadia object, hydra not-yet, lantern accept", Postponed, "Postponed: Hydra (ε) awaits instructions."},
		{"hydra aside, forge aside, arcadia accept, plumb object, lantern object", NotCarried, "Not carried: Lantern (φ) and Plumb (φ) object."},
	} {
		p := atTable(t)
		p.do("chair", Put{X: []Subject{"3.1b/1"}})
		p.answers(row.given)
		p.pass(3 * minute)
		d := p.room().Decisions
		if len(d) != 1 || d[0].Outcome != row.outcome || d[0].Sentence.String() != row.sentence {
			t.Errorf("%s:\n got %+v\nwant %s, %s", row.given, d, row.outcome, row.sentence)
		}
		if closed := !strings.Contains(p.read("3.1"), "24 | 72"); closed != (row.outcome == Carried) {
			t.Errorf("%s: 3.1 reads %s", row.given, p.read("3.1"))
		}
		p.done()
	}
}

func TestAGavelAndItsAnswers(t *testing.T) {
	p := atTable(t)
	p.refused("hydra", Gavel{X: "3.1b/1"}, ErrRole, "the chair")
	p.refused("hydra", Object{Why: T("no")}, ErrNotNow, "nothing stands")
	p.do("chair", Gavel{X: "3.1b/1"})
	p.refused("chair", Gavel{X: "3.1b/2"}, ErrNotNow, "would decide the same words")
	p.refused("chair", Gavel{X: "3"}, ErrNotNow)
	p.do("hydra", Wait{})
	p.refused("hydra", Wait{}, ErrNotNow, "once already")
	p.pass(31 * second)
	if len(p.room().Standing) != 1 {
		t.Fatal("a wait gives 60 s more")
	}
	p.pass(60 * second)
	if got := p.read("3.1"); !strings.Contains(got, "within 24 hours") {
		t.Fatalf("3.1 reads %s", got)
	}
	p.done()
}

func TestLodgingDuringAGavelCountsAsWaitAndThenAsObjection(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}}})
	p.pass(31 * second)
	if len(p.room().Standing) != 1 {
		t.Fatal("lodging counts as wait")
	}
	p.pass(60 * second)
	d := p.room().Decisions[0]
	if d.Outcome != ObjectedTo || d.Sentence.String() != "Hydra (ε) has lodged A1 on it; nothing is decided." {
		t.Errorf("the decision is %+v", d)
	}
	p.done()
}

func TestAdReferendum(t *testing.T) {
	for _, clears := range []bool{true, false} {
		p := atTable(t)
		p.do("chair", Put{X: []Subject{"3.1b/1"}})
		p.answers("arcadia accept, meridia accept, hydra ad-ref, forge accept, lantern accept, plumb accept")
		p.pass(16 * second)
		if clears {
			p.do("hydra", Cleared{X: "3.1b/1"})
		}
		p.pass(2 * minute)
		text := p.read("3.1")
		if clears != strings.Contains(text, "within 24 hours") {
			t.Errorf("cleared %v: 3.1 reads %s", clears, text)
		}
		if d := p.room().Decisions[0]; (d.Outcome == Postponed) == clears {
			t.Errorf("cleared %v: the decision is %+v", clears, d)
		}
		p.done()
	}
}

func TestTheChairTakesBackWithinAMinute(t *testing.T) {
	p := atTable(t)
	p.refused("chair", Undo{}, ErrNotNow, "nothing of yours")
	p.refused("hydra", Undo{}, ErrNotNow, "nothing of yours")
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.answers("arcadia accept, hydra accept")
	p.do("chair", Close{})
	p.do("chair", Undo{})
	if d := p.room().Standing; len(d) != 1 || d[0].Positions[0].Position != Accept {
		t.Fatalf("positions are open again with what was said: %+v", d)
	}
	p.answers("lantern accept")
	p.do("chair", Close{})
	p.do("chair", Gavel{X: "3.1a/1"})
	p.pass(31 * second)
	p.do("chair", Undo{}) // the later one
	p.do("chair", Undo{}) // and that again
	p.pass(2 * minute)
	p.refused("chair", Undo{}, ErrNotNow, "60 seconds")
	p.done()
}

func TestPartsOfOneAmendmentStandOrFallTogether(t *testing.T) {
	p := atTable(t)
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}, {Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.refused("chair", Gavel{X: "3.1b/3"}, ErrNotNow, "stand or fall together")
	p.do("chair", Gavel{X: "3.1b/2"})
	p.pass(31 * second)
	if a := p.room().Amendments[0]; a.State != AmendmentNotTakenUp {
		t.Errorf("72 was decided, so A1 is %s", a.State)
	}
	if got := p.read("3.2"); strings.Contains(got, "kind") {
		t.Errorf("the other part has left the draft: %s", got)
	}
	p.done()
}

func TestWithAWholeTrackAwayNothingIsDecided(t *testing.T) {
	p := atTable(t)
	p.do("lantern", Leave{})
	p.refused("chair", Gavel{X: "3.1b/1"}, ErrNotNow, "Lantern has been away")
	p.refused("chair", DeclareAbsent{Team: "lantern"}, ErrNotNow, "three minutes")
	p.refused("chair", DeclareAbsent{Team: "hydra"}, ErrNotNow, "is here")
	p.pass(3 * minute)
	p.do("chair", DeclareAbsent{Team: "lantern"})
	p.do("chair", Gavel{X: "3.1b/1"})
	p.pass(31 * second)
	p.do("plumb", Leave{})
	p.pass(4 * minute)
	p.refused("chair", Gavel{X: "3.1a/1"}, ErrNotNow, "without a whole track")
	p.do("lantern", Sit{Via: "screen"})
	if v := p.room().Teams[4]; v.DeclaredAbsent || v.Presence != Here {
		t.Errorf("a team that comes back has its say: %+v", v)
	}
	p.done()
}

func TestInjectsArriveOnTimeAndCanBeTakenBackUnseen(t *testing.T) {
	p := atTable(t)
	p.refused("hydra", SendInject{Inject: "I3"}, ErrRole, "control")
	p.do("chair", SendInject{Inject: "I3"})
	p.refused("chair", SendInject{Inject: "I3"}, ErrNotNow, "takeback")
	p.pass(5 * second)
	p.do("chair", TakeBack{Inject: "I3"})
	p.pass(minute)
	if len(p.s.Own("hydra").Incidents) != 0 {
		t.Error("a taken-back inject was seen")
	}
	p.do("chair", Retime{Inject: "I2", At: 15 * minute})
	p.pass(15*minute - p.s.at(p.now).scenario - 11*second)
	if x := p.s.Own("chair").Control.Timeline[0]; x.State != InjectPlanned {
		t.Fatalf("11 s before its time I2 is %+v", x)
	}
	p.pass(2 * second)
	if x := p.s.Own("chair").Control.Timeline[0]; x.State != InjectQueued {
		t.Fatalf("9 s before its time I2 is %+v", x)
	}
	p.pass(9 * second)
	got := p.s.Own("hydra").Incidents
	if len(got) != 1 || got[0].ID != "L1" || got[0].Scenario != 15*minute {
		t.Fatalf("Hydra has %+v", got)
	}
	if len(p.s.Own("forge").Incidents) != 0 || len(p.room().Incidents) != 0 {
		t.Error("others see an inject to Hydra")
	}
	p.done()
}

func (s State) at(wall int64) stamp { return s.clock.at(s.now, wall) }

func TestARealWorldStopHoldsEverything(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("observer", RealWorld{Words: T("fire alarm")})
	p.refused("arcadia", Say{Words: T("hm")}, ErrNotNow, "REAL WORLD")
	p.refused("chair", Next{}, ErrNotNow, "REAL WORLD")
	p.pass(30 * minute)
	if room := p.room(); len(room.Standing) != 1 || !room.RealWorld || room.Clocks.TableRunning {
		t.Fatal("everything stands still")
	}
	p.do("chair", Resume{})
	p.pass(31 * second)
	if len(p.room().Standing) != 0 {
		t.Error("the gavel goes on with the time it had")
	}
	if p.feedHas("fire alarm") {
		t.Error("the words are in the minutes")
	}
	p.done()
}

func TestAPauseShiftsEveryDeadlineOfItsClock(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "3.1b/1"})
	p.pass(10 * second)
	p.do("chair", Pause{Clock: TableClock})
	p.refused("chair", Pause{Clock: TableClock}, ErrNotNow, "paused already")
	p.pass(10 * minute)
	if len(p.room().Standing) != 1 {
		t.Fatal("the gavel stands while its clock does")
	}
	if got := p.s.at(p.now).scenario; got < 10*minute {
		t.Errorf("the scenario clock goes on by itself, it reads %d", got)
	}
	p.do("chair", Resume{Clock: TableClock})
	p.pass(19 * second)
	if len(p.room().Standing) != 1 {
		t.Error("20 s were left")
	}
	p.pass(2 * second)
	if len(p.room().Standing) != 0 {
		t.Error("no more than 20 s were left")
	}
	p.done()
}

func TestPointOfOrderStopsTheSpeakersTime(t *testing.T) {
	p := atTable(t)
	until := p.room().Floor.Until
	p.do("hydra", Order{Words: T("the clause is not open")})
	p.refused("arcadia", Say{Words: T("but")}, ErrFloor, "point of order")
	p.pass(30 * second)
	p.do("chair", Rule{Words: T("It is open.")})
	if got := p.room().Floor.Until; got < until+29*second {
		t.Errorf("the speaker's time was %d and is %d", until, got)
	}
	p.done()
}

func TestTheFloorPassesFromTrackToTrack(t *testing.T) {
	p := atTable(t)
	var order []TeamID
	for range 6 {
		order = append(order, p.room().Floor.Speaker)
		p.pass(76 * second)
	}
	want := "[arcadia hydra lantern meridia forge plumb]"
	if got := fmt.Sprint(order); got != want {
		t.Errorf("the floor passed through %v", order)
	}
	if f := p.room().Floor; f.Speaker != "" || f.Mode != ModeQueue {
		t.Fatalf("after the round the floor is %+v", f)
	}
	for _, seat := range []SeatID{"forge", "hydra", "arcadia"} {
		p.do(seat, Hand{})
	}
	if f := p.room().Floor; f.Speaker != "forge" || f.Next[0] != "arcadia" {
		t.Errorf("no track twice before a waiting track: %+v", f)
	}
	p.do("chair", OpenItem{Name: "1"})
	if f := p.room().Floor; f.Speaker != "hydra" {
		t.Errorf("the starting track changes with each clause; %s begins", f.Speaker)
	}
	p.done()
}

func TestExpungedWordsAreGoneEverywhere(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("true nature")}}, Because: T("secret name")})
	line := p.room().Feed
	no := line[len(line)-1].No
	p.do("chair", Gavel{X: "A1"})
	p.pass(31 * second)
	p.do("chair", Expunge{No: no, Why: T("a real name")})
	p.refused("recorder", ConfirmExpunge{No: "1"}, ErrNotNow)
	p.do("recorder", ConfirmExpunge{No: no})
	if v := p.views(); strings.Contains(v, "secret name") || strings.Contains(v, "true nature") {
		t.Errorf("the words are still to be read: %s", firstDifference(v, strings.ReplaceAll(v, "secret name", "")))
	}
	if got := p.read("3.2"); !strings.Contains(got, "[removed]") && !strings.Contains(got, `\[removed\]`) {
		t.Errorf("3.2 reads %s", got)
	}
}

func TestTermsComeFirst(t *testing.T) {
	p := newPlay(t)
	p.refused("hydra", Ready{}, ErrTerms, "agree")
	p.do("hydra", RealWorld{Words: T("ill")})
	p.do("chair", CancelRealWorld{})
	p.do("hydra", Agree{Research: "yes"})
	p.do("hydra", Ready{})
	p.refused("hydra", Ready{}, ErrNotNow)
	p.refused("arcadia", Agree{Research: "perhaps"}, ErrText)
	p.done()
}

func TestAnAmendmentWaitsWhileItsClauseIsPut(t *testing.T) {
	p := atTable(t)
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("72"), New: T("36")}}})
	p.refused("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("no such words"), New: T("36")}}}, ErrAnchor)
	p.wantStates("A1 waiting, A2 waiting")
	if !p.feedHas("waits until 3.1b/1 closes") {
		t.Fatal("they wait, visibly")
	}
	p.answers("arcadia accept, meridia accept, hydra accept, forge accept, lantern accept, plumb accept")
	p.pass(16 * second)
	p.wantStates("A1 lodged, A2 not taken up")
	if !strings.Contains(p.read("3.2"), "[nature | kind]") {
		t.Errorf("Hydra's is lodged when it closes: %s", p.read("3.2"))
	}
	if !p.feedHas("cannot lodge A2, which waited") {
		t.Error("72 is gone, so Forge's cannot be lodged, and that is said")
	}
	p.done()
}
