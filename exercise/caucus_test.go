package exercise

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// bilateral is an exercise in which Arcadia and Hydra sit in a caucus.
func bilateral(t *testing.T, change ...func(*Scenario)) *play {
	p := atTable(t, change...)
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
	p.do("hydra", JoinCaucus{})
	return p
}

func told(setting string) func(*Scenario) {
	return func(sc *Scenario) { sc.Consultations = setting }
}

// caucusOf is a seat's newest caucus.
func (p *play) caucusOf(seat SeatID) CaucusView {
	p.t.Helper()
	all := p.s.Own(seat).Caucuses
	if len(all) == 0 {
		p.t.Fatalf("%s knows of no caucus", seat)
	}
	return all[len(all)-1]
}

func TestACaucusIsCalledAndAccepted(t *testing.T) {
	p := atTable(t)
	p.refused("arcadia", CallCaucus{Teams: []TeamID{"arcadia"}}, ErrText, "`caucus meridia`")
	p.refused("arcadia", CallCaucus{Teams: []TeamID{"atlantis"}}, ErrUnknown, "atlantis")
	p.refused("hydra", JoinCaucus{}, ErrUnknown, "No invitation")
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra", "plumb"}, Time: 5 * minute})
	p.refused("hydra", CallCaucus{Teams: []TeamID{"plumb", "arcadia"}}, ErrNotNow, "C1")
	if v := p.caucusOf("plumb"); v.Open || !v.Asked || v.ID != "C1" || !slices.Equal(v.Members, []TeamID{"arcadia"}) {
		t.Errorf("Plumb is invited to %+v", v)
	}
	p.refused("plumb", SpeakCaucus{Words: T("Hello.")}, ErrUnknown, "sits in no caucus")
	p.do("plumb", JoinCaucus{Caucus: "c1"})
	p.do("plumb", SpeakCaucus{Words: T("Hello.")})
	v := p.caucusOf("arcadia")
	if !v.Open || v.Until-v.Since != 5*minute || len(v.Lines) != 1 || v.Lines[0].No != "k1p2.1" {
		t.Errorf("Arcadia sits in %+v", v)
	}
	p.do("hydra", LeaveCaucus{}) // it does not come
	p.do("plumb", LeaveCaucus{Close: true})
	if v := p.caucusOf("arcadia"); v.Open || len(v.Lines) != 1 {
		t.Errorf("closed, Arcadia keeps %+v", v)
	}
	p.refused("plumb", SpeakCaucus{Words: T("Hello?")}, ErrUnknown)
	p.done()
}

func TestWhoWasNotThereReadsNothing(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra", "plumb", "forge"}})
	p.do("hydra", JoinCaucus{})
	p.do("hydra", SpeakCaucus{Words: T("token-early")})
	p.do("plumb", JoinCaucus{})
	p.do("plumb", SpeakCaucus{Words: T("token-middle")})
	p.do("hydra", LeaveCaucus{})
	p.do("plumb", SpeakCaucus{Words: T("token-late")})
	p.expect("before Plumb came", "token-early", "arcadia hydra")
	p.expect("while all were there", "token-middle", "arcadia hydra plumb")
	p.expect("after Hydra left", "token-late", "arcadia plumb")
	if lines := p.caucusOf("plumb").Lines; len(lines) != 2 || lines[0].No != "k1e1p2.1" || lines[1].No != "k1p2.1" {
		t.Errorf("Plumb reads %+v", lines)
	}
	p.done()
}

func TestANewestCaucusIsMeant(t *testing.T) {
	p := bilateral(t)
	p.do("meridia", CallCaucus{Teams: []TeamID{"arcadia"}})
	p.do("arcadia", JoinCaucus{})
	p.do("arcadia", SpeakCaucus{Words: T("To Meridia.")})
	p.do("arcadia", SpeakCaucus{Caucus: "C1", Words: T("To Hydra.")})
	if v := p.caucusOf("meridia"); v.ID != "C1" || len(v.Lines) != 1 || v.Lines[0].Text != "To Meridia." {
		t.Errorf("Meridia reads %+v", v)
	}
	if v := p.caucusOf("hydra"); len(v.Lines) != 1 || v.Lines[0].Text != "To Hydra." {
		t.Errorf("Hydra reads %+v", v)
	}
	p.refused("arcadia", SpeakCaucus{Caucus: "C3", Words: T("To whom?")}, ErrUnknown, "C3")
	p.done()
}

func TestACaucusEndsByItself(t *testing.T) {
	for _, row := range []struct {
		setting, want string
	}{
		{"", "Arcadia and Hydra met in a caucus, for 2 min."},
		{ConsultationsNamed, "Arcadia and Hydra met in a caucus, for 2 min."},
		{ConsultationsCounted, "2 delegations met in a caucus, for 2 min."},
		{ConsultationsSilent, ""},
	} {
		p := atTable(t, told(row.setting))
		p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}, Time: 2 * minute})
		p.do("hydra", JoinCaucus{})
		away := row.setting != ConsultationsSilent
		if got := p.room().Teams[2].Consulting; got != away {
			t.Errorf("%q: Hydra is shown in consultations: %v", row.setting, got)
		}
		p.pass(3 * minute)
		if p.caucusOf("hydra").Open {
			t.Errorf("%q: the caucus is still open", row.setting)
		}
		if got := p.feedHas("met in a caucus"); got != away || !p.feedHas(row.want) {
			t.Errorf("%q: the table reads %q, want %q", row.setting, p.last(), row.want)
		}
		p.done()
	}
}

func TestATeamInConsultationsIsAwaited(t *testing.T) {
	p := atTable(t)
	p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer})
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
	p.do("hydra", JoinCaucus{})
	p.refused("chair", Gavel{X: "3.1b/1"}, ErrNotNow, "Hydra is in consultations")
	p.refused("chair", Skip{Team: "arcadia", Why: T("away")}, ErrNotNow, "in consultations")
	p.do("chair", Gavel{X: "3.1a/1"}) // Hydra has said nothing of it
	p.done()

	p = atTable(t)
	p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer})
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
	p.do("hydra", JoinCaucus{})
	p.pass(minute)
	if x := p.room().Decisions[0]; x.Outcome != Postponed || x.Sentence.String() != "Postponed: Hydra (ε) is in consultations." {
		t.Errorf("a gavel fell while Hydra was in consultations: %s", x.Sentence)
	}
	p.done()
}

func TestAJointDraft(t *testing.T) {
	p := bilateral(t)
	draft := Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}, Because: T("both can")}
	p.refused("hydra", SignJoint{}, ErrNotNow, "caucus draft")
	p.refused("hydra", DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("nowhere"), New: T("x")}}}}, ErrAnchor)
	p.do("hydra", DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}}}})
	p.do("arcadia", SignJoint{})
	p.do("hydra", DraftJoint{Amend: draft})
	p.refused("arcadia", LodgeJoint{}, ErrNotNow, "Arcadia and Hydra have not signed")
	p.do("arcadia", SignJoint{})
	p.refused("arcadia", LodgeJoint{}, ErrNotNow, "Hydra has not signed")
	if v := p.caucusOf("arcadia"); v.Draft.String() != `3.1: put "48" for "24"` || !slices.Equal(v.Signed, []TeamID{"arcadia"}) {
		t.Errorf("the joint draft is %q, signed by %v", v.Draft, v.Signed)
	}
	if p.feedHas("48") {
		t.Error("the table reads a joint draft that is not lodged")
	}
	p.do("hydra", SignJoint{})
	p.do("arcadia", LodgeJoint{})
	a := p.room().Amendments[0]
	if !slices.Equal(a.Sponsors, []TeamID{"hydra", "arcadia"}) || a.Because != "both can" {
		t.Errorf("lodged is %+v", a)
	}
	if got, want := p.read("3.1"), "[24 | 72 | 48]"; !strings.Contains(got, want) {
		t.Errorf("3.1 reads %q, want %q in it", got, want)
	}
	for _, x := range p.s.openStances(a.Alts[0]) {
		if x.Stance != Prefer {
			t.Errorf("%s %ss what it lodged", x.Team, x.Stance)
		}
	}
	p.refused("hydra", LodgeJoint{}, ErrNotNow, "no joint draft")
	p.done()
}

// What outsiders see is the same, whether or not a caucus met in silence; where
// caucuses are named they learn of it when it closes.
func TestOutsidersOfACaucus(t *testing.T) {
	outside := func(p *play) string {
		p.do("chair", Say{Words: T("the end")})
		var b strings.Builder
		for _, id := range []SeatID{"plumb", "chair", "recorder", "evaluator", "observer"} {
			body, _ := json.Marshal(View{Room: p.room(), Own: p.s.Own(id)})
			b.Write(body)
		}
		return b.String()
	}
	meet := func(p *play) {
		p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}, Time: 4 * minute})
		p.do("hydra", JoinCaucus{})
		p.do("hydra", SpeakCaucus{Words: T("between us")})
		p.do("hydra", DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}}})
		p.do("arcadia", SignJoint{})
	}
	for _, setting := range []string{ConsultationsSilent, ConsultationsNamed} {
		quiet := atTable(t, told(setting))
		busy := &play{t: t, s: quiet.s, replay: quiet.replay, now: quiet.now}
		meet(busy)
		quiet.now = busy.now
		quiet.pass(5 * minute)
		busy.pass(5 * minute)
		x, y := outside(quiet), outside(busy)
		if silent := setting == ConsultationsSilent; silent && x != y {
			t.Errorf("outsiders can tell that a caucus met: %s", firstDifference(x, y))
		} else if !silent && !strings.Contains(y, "Arcadia and Hydra met in a caucus") {
			t.Error("outsiders do not learn that a caucus met")
		}
		if strings.Contains(y, "between us") || strings.Contains(y, "48") {
			t.Error("outsiders read the words of a caucus")
		}
	}
}

func TestAContactGroup(t *testing.T) {
	p := atTable(t, told(ConsultationsSilent))
	p.refused("hydra", FormGroup{Clause: "3", Teams: []TeamID{"hydra", "plumb"}}, ErrRole)
	p.refused("chair", FormGroup{Clause: "3", Teams: []TeamID{"hydra"}}, ErrText, "at least two")
	p.do("chair", FormGroup{Clause: "3", Teams: []TeamID{"hydra", "plumb"}, Time: 10 * minute})
	p.refused("chair", FormGroup{Clause: "3", Teams: []TeamID{"forge", "plumb"}}, ErrNotNow, "sits already")
	if g := p.room().Groups; len(g) != 1 || g[0].Clause != "3" || !p.room().Teams[2].Consulting {
		t.Errorf("the room sees %+v", g)
	}
	p.do("chair", SpeakCaucus{Words: T("token-chair")})
	p.do("plumb", SpeakCaucus{Words: T("token-member")})
	p.expect("the chair in its group", "token-chair", "chair hydra plumb")
	p.expect("a team in the group", "token-member", "chair hydra plumb")
	p.refused("plumb", LeaveCaucus{}, ErrRole, "The chair has called you")
	p.refused("chair", Put{X: []Subject{"3.1b/2"}}, ErrNotNow, "before Hydra reports")
	p.refused("chair", CloseGroup{Clause: "3"}, ErrNotNow, "min")
	p.refused("plumb", Report{Words: T("We agree.")}, ErrRole, "Hydra reports")
	p.refused("forge", Report{Words: T("We agree.")}, ErrNotNow)
	p.do("hydra", Report{Words: T("48 hours, with help.")})
	if !p.feedHas("reports for the contact group on clause 3: 48 hours, with help.") || len(p.room().Groups) != 0 {
		t.Errorf("after the report: %q, %+v", p.last(), p.room().Groups)
	}
	p.do("chair", Put{X: []Subject{"3.1b/2"}})
	p.do("chair", Close{})
	p.do("chair", FormGroup{Clause: "3", Teams: []TeamID{"plumb", "hydra"}})
	p.pass(11 * minute)
	if !p.feedHas("is over: Plumb reports.") {
		t.Errorf("the table reads %q", p.last())
	}
	p.do("chair", CloseGroup{Clause: "3"})
	p.done()
}

func TestEndexClosesWhatIsOpen(t *testing.T) {
	p := bilateral(t)
	p.do("chair", EnterPhase{Phase: Closing})
	p.do("chair", EnterPhase{Phase: HotWash})
	if p.caucusOf("arcadia").Open || !p.feedHas("met in a caucus") {
		t.Error("a caucus outlasts the negotiation")
	}
	p.done()
}
