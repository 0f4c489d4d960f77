package figures_test

import (
	"fmt"
	"reflect"
	"testing"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/journal/journaltest"
)

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %+v, want %+v", what, got, want)
	}
}

func TestPointsOpenOverTime(t *testing.T) {
	p := atTable(t)
	p.do("hydra", amend("notify the operators", "tell the operators"))
	p.gavel("2.1a/1", "2.1b/1")
	var totals []int
	f := p.figures()
	for _, x := range f.Open {
		totals = append(totals, x.Total)
	}
	same(t, "totals", totals, []int{3, 4, 3, 2})
	same(t, "the last", f.Open[3].Clauses, map[exercise.ClauseID]int{"1": 1, "2": 1})
	same(t, "when", f.Open[3].Table-f.Open[2].Table, 30*second)
}

// Deferring settles nothing: the brackets count as open. A deletion does.
func TestDeferredPointsStayOpen(t *testing.T) {
	p := atTable(t)
	p.do("chair", exercise.Defer{Clauses: []exercise.ClauseID{"1"}})
	p.pass(30 * second)
	f := p.figures()
	same(t, "open", f.Open[len(f.Open)-1].Total, 3)
	same(t, "deferred", f.Depth.Deferred, 1)
	same(t, "state", f.Clauses[0].State, exercise.ClauseDeferred)
}

func TestWhoShapedTheText(t *testing.T) {
	p := atTable(t)
	p.do("hydra", amend("24", "48"))            // 2.1b/3
	p.do("lantern", amend("operators", "port")) // 2.1c
	p.do("arcadia", exercise.Cosponsor{Amendment: "A2"})
	p.gavel("2.1b/3", "2.1c/2", "2.1a/1")
	f := p.figures()
	same(t, "shaped", f.Shaped, []figures.Shaped{
		{Point: "2.1b", Alt: 3, Teams: []exercise.TeamID{"hydra"}, Wall: f.Shaped[0].Wall},
		{Point: "2.1c", Alt: 2, Teams: []exercise.TeamID{"lantern"}, Wall: f.Shaped[0].Wall + 30*second}, // who joins later did not put it into words
		{Point: "2.1a", Alt: 1, Wall: f.Shaped[0].Wall + 60*second},
	})
	same(t, "the draft's own", f.Shaped[2].Draft(), true)
	same(t, "by hydra", f.ShapedBy(func(id exercise.TeamID) bool { return id == "hydra" }), 1)
	same(t, "states", []int{f.Counted(), f.Counted(exercise.AmendmentCarried)}, []int{2, 2})

	p.do("chair", exercise.Undo{})
	same(t, "after the last was taken back", len(p.figures().Shaped), 2)
	same(t, "closed", p.figures().Points[1].Closed, int64(0))
	p.do("chair", exercise.Undo{})
	same(t, "and stands after all", p.figures().Shaped, f.Shaped)
	same(t, "the points too", p.figures().Points, f.Points)
}

func TestWhoMovedAndAfterWhat(t *testing.T) {
	p := atTable(t)
	p.stance("hydra", "2.1b/1", exercise.Cannot, false)
	p.stance("lantern", "2.1b/2", exercise.Cannot, true) // to the chair alone
	p.stance("arcadia", "2.1b/2", exercise.Cannot, false)
	p.pass(second)
	p.say("arcadia", "Would twenty-four hours do?")
	p.stance("lantern", "2.1b/2", exercise.CanLive, true)
	p.do("chair", exercise.SendInject{Inject: "I2", Now: true}) // to Hydra alone: no move came after it as the table knows
	p.stance("hydra", "2.1b/1", exercise.CanLive, false)
	p.do("lantern", amend("24", "48"))
	p.stance("arcadia", "2.1b/2", exercise.Prefer, false)
	f := p.figures()
	if len(f.Moves) != 2 {
		t.Fatalf("moves %+v", f.Moves)
	}
	one, two := f.Moves[0], f.Moves[1]
	same(t, "hydra", []any{one.Team, one.Alt.String(), one.To, one.After, one.AfterTeam}, []any{exercise.TeamID("hydra"), "2.1b/1", exercise.CanLive, figures.AfterIntervention, exercise.TeamID("arcadia")})
	same(t, "arcadia", []any{two.Team, two.To, two.After, two.AfterRef, two.AfterTeam}, []any{exercise.TeamID("arcadia"), exercise.Prefer, figures.AfterAmendment, "A1", exercise.TeamID("lantern")})
	p.do("arcadia", exercise.Undo{})
	same(t, "after undo", len(p.figures().Moves), 1)
}

func TestFromReadyToGavel(t *testing.T) {
	p := atTable(t)
	for _, seat := range []exercise.SeatID{"arcadia", "hydra"} {
		p.stance(seat, "2.1b/1", exercise.CanLive, false)
	}
	p.stance("lantern", "2.1b/1", exercise.CanLive, true) // to the chair: not ready as the room counts
	p.pass(10 * second)
	p.stance("lantern", "2.1b/1", exercise.Prefer, false)
	p.pass(40 * second)
	p.gavel("2.1b/1", "2.1a/2")
	f := p.figures()
	same(t, "ready", []int64{f.Points[2].Ready, f.Points[2].ToGavel, int64(f.Points[2].Decided)}, []int64{10 * second, 40 * second, 1})
	same(t, "never ready", []int64{f.Points[1].Ready, f.Points[1].ToGavel, int64(f.Points[1].Decided)}, []int64{-1, -1, 2})
	same(t, "still open", f.Points[0].Closed, int64(0))
}

func TestVoice(t *testing.T) {
	p := atTable(t)
	p.say("arcadia", "one two three")
	p.say("hydra", "four")
	p.say("chair", "not counted in any share")
	p.do("chair", exercise.OpenItem{Name: "1"})
	p.do("hydra", exercise.Hand{})
	p.pass(20 * second)
	p.say("hydra", "five six seven eight")
	p.do("hydra", exercise.Yield{})
	f := p.figures()
	same(t, "hydra", f.Voices[1], figures.Voice{Team: "hydra", Track: exercise.Epsilon, Interventions: 2, Words: 5, Floor: 20 * second, Turns: 1, Hands: 1})
	same(t, "share", f.Share(f.VoiceOf(exercise.Epsilon).Words), 5.0/8)
	same(t, "silent", f.VoiceOf(exercise.Phi).Words, 0)
	same(t, "chair", f.Chair, figures.ChairVoice{Interventions: 1, Words: 5})
}

func TestIncidents(t *testing.T) {
	p := atTable(t)
	same(t, "no answers", p.figures().Median(), int64(-1))
	p.do("chair", exercise.SendInject{Inject: "I1", Now: true})
	p.do("chair", exercise.SendInject{Inject: "I2", Now: true})
	p.pass(90 * second)
	p.do("lantern", exercise.AnswerInject{Inject: "I1", Words: exercise.T("We call the port.")})
	p.pass(minute)
	p.do("arcadia", exercise.AnswerInject{Inject: "I1", Words: exercise.T("So do we.")})
	f := p.figures()
	one := f.Incidents[0]
	same(t, "answers", one.Answers, []figures.Answer{{Team: "lantern", After: 90 * second}, {Team: "arcadia", After: 150 * second}})
	same(t, "late", []bool{one.Late(one.Answers[0]), one.Late(one.Answers[1])}, []bool{false, true})
	same(t, "median", f.Median(), 90*second)
	same(t, "to", []any{one.All, f.Incidents[1].All, f.Incidents[1].Teams}, []any{true, false, []exercise.TeamID{"hydra"}})
	same(t, "what everybody may see", len(f.Public().Incidents), 1)
	same(t, "life", f.Clauses[1].Events[0], figures.LifeEvent{Wall: one.Wall, Kind: figures.AfterIncident, Ref: "I1"})
}

func TestIdleTime(t *testing.T) {
	p := atTable(t)
	p.pass(50 * second)
	p.say("hydra", "Fifty seconds are none.")
	p.pass(2 * minute)
	p.say("hydra", "Two minutes are.")
	p.do("chair", exercise.Suspend{Time: 10 * minute})
	p.pass(10 * minute)
	p.say("arcadia", "A suspension is not.")
	p.do("chair", exercise.Pause{})
	p.pass(10 * minute)
	p.do("chair", exercise.Resume{})
	p.say("arcadia", "Nor a pause.")
	same(t, "idle", p.figures().Idle, figures.Idle{Times: 1, Total: 2 * minute, Longest: 2 * minute})
}

func TestTextDepth(t *testing.T) {
	texts := func(sc *exercise.Scenario) {
		sc.Clauses[1].Paras = []exercise.Text{exercise.T("Each Party shall tell the CERT within 24 hours and should report every year; Hydra may publish by 12 May 2027, where feasible.")}
	}
	rows := []struct {
		name   string
		change func(*exercise.Scenario)
		want   figures.Depth
	}{
		{"English", texts, figures.Depth{
			Counted: true, Language: "en", Clauses: 1, Words: 23, Numbers: 3, Deadlines: 3, Vague: 1, Actors: 3, Named: []string{"Hydra", "CERT"},
			Verbs: map[figures.Strength]int{figures.Binds: 1, figures.Announces: 0, figures.Recommends: 1, figures.Permits: 1},
		}},
		{"French is not counted", func(sc *exercise.Scenario) { texts(sc); sc.Language = "fr" }, figures.Depth{
			Language: "fr", Clauses: 1, Words: 23, Verbs: map[figures.Strength]int{},
		}},
	}
	for _, row := range rows {
		p := atTable(t, row.change)
		p.gavel("2")
		got := p.figures().Depth
		got.By = nil
		same(t, row.name, got, row.want)
	}
}

func TestWhoseWordsTheTextIsMadeOf(t *testing.T) {
	p := atTable(t)
	p.do("hydra", amend("of an incident", "of a grave and sudden incident"))
	p.gavel("2.1c/2", "2.1a/1", "2.1b/1", "2")
	same(t, "words", p.figures().Depth.By, []figures.Authored{{Team: "arcadia"}, {Team: "hydra", Words: 6}, {Team: "lantern"}})
	same(t, "not for all", p.figures().Public().Depth.By, []figures.Authored(nil))
}

func TestClauseLives(t *testing.T) {
	p := atTable(t)
	p.pass(30 * second)
	p.gavel("2.1a/1", "2.1b/1", "2")
	f := p.figures()
	two := f.Clauses[1]
	same(t, "agreed after", []any{two.State, two.AgreedAfter, len(two.Spans), two.Spans[0][1] - two.Spans[0][0]}, []any{exercise.ClauseAgreed, 120 * second, 1, 120 * second})
	same(t, "not open yet", []any{f.Clauses[0].State, len(f.Clauses[0].Spans)}, []any{exercise.ClauseDraft, 0})
	p.do("chair", exercise.Reopen{X: "2"})
	p.pass(90 * second)
	p.gavel("2")
	two = p.figures().Clauses[1]
	same(t, "agreed again", []any{two.State, two.Reopened, len(two.Spans)}, []any{exercise.ClauseAgreed, 1, 2})
	if two.AgreedAfter <= 180*second {
		t.Errorf("it took all the time since it was first opened, not %d ms", two.AgreedAfter)
	}
}

func TestBridgesAndCaucuses(t *testing.T) {
	for consultations, caucuses := range map[string]int{"": 1, exercise.ConsultationsCounted: 1, exercise.ConsultationsSilent: 0} {
		p := atTable(t, func(sc *exercise.Scenario) { sc.Consultations = consultations })
		p.do("hydra", exercise.CallCaucus{Teams: []exercise.TeamID{"arcadia"}})
		p.do("arcadia", exercise.JoinCaucus{})
		p.do("hydra", exercise.DraftJoint{Amend: amend("24", "48")})
		p.do("hydra", exercise.SignJoint{})
		p.do("arcadia", exercise.SignJoint{})
		p.do("hydra", exercise.LodgeJoint{})
		p.pass(minute)
		p.do("hydra", exercise.LeaveCaucus{})
		p.gavel("A1")
		f := p.figures()
		same(t, consultations+" bridges", f.Bridges, []figures.Bridge{{Teams: []exercise.TeamID{"arcadia", "hydra"}, Across: true, Joint: 1, Carried: 1}})
		same(t, consultations+" caucuses", len(f.Caucuses), caucuses)
		if consultations == "" {
			same(t, "named", f.Caucuses[0].Teams, []exercise.TeamID{"arcadia", "hydra"})
			same(t, "length", f.Caucuses[0].Length, minute)
		}
	}
}

func TestProcedureCheck(t *testing.T) {
	const all, none = 3, 0
	rows := []struct {
		procedure string
		want      []figures.Rights // of κ, ε and φ, without rule
	}{
		{exercise.Lateral, []figures.Rights{
			{Speaks: true, Tables: true, Decides: true, Blocks: true, Closed: all, Counted: all, Stoppable: all},
			{Speaks: true, Tables: true, Decides: true, Blocks: true, Closed: all, Counted: all, Stoppable: all, Binding: 1},
			{Speaks: true, Tables: true, Decides: true, Blocks: true, Closed: all, Counted: all, Stoppable: all},
		}},
		{exercise.Consultative, []figures.Rights{
			{Speaks: true, Tables: true, Decides: true, Blocks: true, Closed: all, Counted: all, Stoppable: all, Binding: 0},
			{Observes: true, Input: true, Closed: all, Counted: none},
			{Observes: true, Input: true, Closed: all, Counted: none},
		}},
		{exercise.Track2, []figures.Rights{
			{Speaks: true, Tables: true, Decides: true, Blocks: true, Closed: all, Counted: all, Stoppable: all},
			{Hall: true, NonPaper: true, Closed: all},
			{Hall: true, NonPaper: true, Closed: all},
		}},
	}
	for _, row := range rows {
		p := atTable(t, func(sc *exercise.Scenario) { sc.Procedure = row.procedure })
		p.gavel("2.1a/1")
		p.do("chair", exercise.Gavel{X: "2.1b/1"})
		if row.procedure == exercise.Lateral {
			p.do("hydra", exercise.Object{Why: exercise.T("no")})
		}
		p.pass(30 * second)
		p.do("chair", exercise.OpenItem{Name: "1"})
		p.gavel("1.1a/1")
		got := p.figures().Check
		for i := range got {
			row.want[i].Track, row.want[i].Teams, row.want[i].Rule = exercise.Tracks()[i], 1, got[i].Rule
		}
		same(t, row.procedure, got, row.want)
	}
}

// What was played at a table of people gives figures that hang together.
func TestFiguresOfAKeptJournal(t *testing.T) {
	f := figures.Of(journaltest.Kept(t, "../testdata/journals/0.1.0-copycat"))
	if len(f.Clauses) == 0 || len(f.Voices) == 0 || len(f.Decisions) == 0 || len(f.Incidents) == 0 || f.Ended <= f.Began {
		t.Fatalf("figures are missing: %+v", f)
	}
	last, open := f.Open[len(f.Open)-1], 0
	for _, p := range f.Points {
		if p.Closed == 0 {
			open++
		}
	}
	same(t, "open points", last.Total, open)
	sum := 0.0
	for _, track := range exercise.Tracks() {
		sum += f.Share(f.VoiceOf(track).Words)
	}
	if sum < 0.999 || sum > 1.001 {
		t.Errorf("the shares of the tracks add up to %v", sum)
	}
	for _, x := range f.Clauses {
		for _, span := range x.Spans {
			if span[1] < span[0] || span[1] > f.Ended {
				t.Errorf("clause %s lived %v", x.Clause, span)
			}
		}
	}
}

func TestNoActsNoFigures(t *testing.T) {
	same(t, "figures", figures.Of(nil), figures.Figures{Version: figures.Version})
}

// A record of 10,000 acts takes seconds, and twice as many twice as long.
func BenchmarkFigures(b *testing.B) {
	for _, n := range []int{5_000, 10_000, 20_000} {
		acts := long(b, n)
		b.Run(fmt.Sprintf("%d acts", n), func(b *testing.B) {
			for b.Loop() {
				figures.Of(acts)
			}
		})
		b.Run(fmt.Sprintf("%d acts evolved only", n), func(b *testing.B) {
			for b.Loop() {
				s := exercise.New()
				for _, a := range acts {
					s = exercise.Evolve(s, a)
				}
			}
		})
	}
}

// long is a play of many acts: mostly words, with stances, some amendments and
// some gavels.
func long(b *testing.B, n int) []exercise.Act {
	p := atTable(b)
	seats := []exercise.SeatID{"arcadia", "hydra", "lantern"}
	for i := 0; len(p.acts) < n; i++ {
		seat := seats[i%3]
		p.now += 100
		switch {
		case i%100 == 99:
			p.do(seat, exercise.Amend{Clause: "2", Edits: []exercise.Edit{{Para: "2.1", Old: exercise.T("Party"), New: exercise.T(fmt.Sprintf("Party of kind %d", i))}}})
			p.do(seat, exercise.Withdraw{Amendment: exercise.AmendmentID(fmt.Sprintf("A%d", i/100+1))})
		case i%7 == 3:
			p.do(seat, exercise.TakeStance{Alt: exercise.AltID{Point: "2.1b", N: 1 + i%2}, Stance: exercise.CanLive, Why: exercise.T(fmt.Sprint(i))})
		default:
			p.say(seat, "We would like to hear from those who would have to do this at night.")
		}
	}
	return p.acts
}

// What a seat sums up from its view is what the record's figures say.
func TestAViewSumsUpToTheFigures(t *testing.T) {
	acts := journaltest.Kept(t, "../testdata/journals/0.1.0-copycat")
	s := exercise.New()
	for _, a := range acts {
		s = exercise.Evolve(s, a)
	}
	m, f := s.Room(exercise.TableRoom, nil).Made(), figures.Of(acts).Public()
	for _, v := range m.Voice {
		same(t, "words of "+string(v.Track), v.Words, f.VoiceOf(v.Track).Words)
		same(t, "share of "+string(v.Track), v.Share, f.Share(v.Words))
	}
	agreed := 0
	for i, x := range f.Clauses {
		if x.Agreed > 0 {
			agreed++
			same(t, "clause "+string(x.Clause)+" agreed", m.Lives[i].To, x.Agreed)
		}
	}
	same(t, "agreed", m.Agreed, agreed)
	same(t, "amendments", []int{m.Lodged, m.Carried}, []int{f.Counted(), f.Counted(exercise.AmendmentCarried)})
	same(t, "incidents", []int64{int64(m.Incidents), m.Median}, []int64{int64(len(f.Incidents)), f.Median()})
	same(t, "times", []int64{m.Began, m.Ended}, []int64{f.Began, f.Ended})
}
