package exercise

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// debriefed is the exercise after ENDEX.
func debriefed(p *play) { p.do("chair", End{}) }

func TestEvaluatorsRecord(t *testing.T) {
	p := atTable(t)
	p.do("chair", Say{Words: T("We begin.")})
	said := p.lastOf("said")
	p.do("evaluator", Observe{Objective: "1", Aspect: Strength, Words: T("The clock was named early."), Entries: []string{"#" + said, said}})
	p.do("evaluator", Rate{Objective: "1", Rating: Unable, Why: T("Nobody answered.")})
	p.do("evaluator", Rate{Objective: "1", Rating: SomeChallenges, Why: T("They answered late.")})
	p.do("evaluator", ProposeAction{Words: T("Agree a duty officer"), Owner: T("Harbour CERT"), Due: "2027-03-01"})

	v := p.s.Own("evaluator").Evaluation
	o := v.Objectives[0]
	if len(o.Observations) != 1 || !slices.Equal(o.Observations[0].Entries, []string{said}) || o.Observations[0].By != "evaluator" {
		t.Errorf("observations: %+v", o.Observations)
	}
	if o.Rating == nil || o.Rating.Rating != SomeChallenges || len(o.Rating.Earlier) != 1 || o.Rating.Earlier[0].Why != "Nobody answered." {
		t.Errorf("the last rating does not stand with the earlier one beside it: %+v", o.Rating)
	}
	if len(v.Actions) != 1 || v.Actions[0].Owner != "Harbour CERT" || v.Actions[0].Due != "2027-03-01" {
		t.Errorf("actions: %+v", v.Actions)
	}
	if p.room().Debrief != nil || p.s.Own("hydra").Evaluation != nil || p.s.Own("recorder").Evaluation != nil {
		t.Error("others know of the evaluation before the debrief")
	}
	p.done()
}

func TestEvaluationIsRefused(t *testing.T) {
	bare := func(sc *Scenario) { sc.Objectives = nil }
	cases := map[string]struct {
		with func(*Scenario)
		seat SeatID
		c    Command
		want string
	}{
		"by a delegate":        {nil, "hydra", Rate{Objective: "1", Rating: Performed, Why: T("x")}, "Only the evaluator can rate an objective."},
		"by the recorder":      {nil, "recorder", Observe{Objective: "1", Aspect: Strength, Words: T("x")}, "Only the evaluator can observe."},
		"no such objective":    {nil, "evaluator", Observe{Objective: "7", Aspect: Strength, Words: T("x")}, "There is no objective 7. The objectives are 1."},
		"no objectives at all": {bare, "evaluator", Rate{Objective: "1", Rating: Performed, Why: T("x")}, "The scenario names no objectives to evaluate."},
		"neither good nor bad": {nil, "evaluator", Observe{Objective: "1", Aspect: "so-so", Words: T("x")}, "a strength or something to improve"},
		"without words":        {nil, "evaluator", Observe{Objective: "1", Aspect: Improve}, "An observation needs words"},
		"an entry of others":   {nil, "evaluator", Observe{Objective: "1", Aspect: Improve, Words: T("x"), Entries: []string{"e1.1"}}, "There is no entry e1.1 that you may see"},
		"no such step":         {nil, "evaluator", Rate{Objective: "1", Rating: "A", Why: T("x")}, "A rating is P"},
		"a rating only":        {nil, "evaluator", Rate{Objective: "1", Rating: Unable}, "A rating needs words"},
		"nobody's action":      {nil, "evaluator", ProposeAction{Words: T("x"), Due: "2027-03-01"}, "The owner of an action needs words"},
		"no such day":          {nil, "evaluator", ProposeAction{Words: T("x"), Owner: T("y"), Due: "2027-02-29"}, "is not a day"},
		"a day before the sea": {nil, "evaluator", ProposeAction{Words: T("x"), Owner: T("y"), Due: "soon"}, "is not a day"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			if c.with != nil {
				p = atTable(t, c.with)
			}
			p.do("hydra", SpeakRoom{Words: T("among us")})
			if _, err := Decide(p.s, c.seat, p.now, c.c); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("refused with %v, want %q", err, c.want)
			}
		})
	}
}

// TestDebriefOpensToAll: everybody sees it from ENDEX on, without a name, and
// evaluators go on.
func TestDebriefOpensToAll(t *testing.T) {
	p := atTable(t)
	p.do("chair", SendInject{Inject: "I2", Now: true})
	private := ""
	for _, l := range p.s.Own("evaluator").Lines {
		private = l.No
	}
	p.do("chair", Say{Words: T("We begin.")})
	p.do("evaluator", Observe{Objective: "1", Aspect: Improve, Words: T("slow-start"), Entries: []string{p.lastOf("said"), private}})
	debriefed(p)
	p.do("evaluator", Rate{Objective: "1", Rating: MajorChallenges, Why: T("late-rating")})
	v := p.room().Debrief
	if v == nil || len(v.Objectives) != 1 || v.Objectives[0].Rating == nil || v.Objectives[0].Rating.Why != "late-rating" {
		t.Fatalf("the debrief is %+v", v)
	}
	if got := v.Objectives[0].Observations[0].Entries; len(got) != 1 {
		t.Errorf("all see the entries %v, which are not all in their room", got)
	}
	body, err := json.Marshal(v)
	if err != nil || strings.Contains(string(body), `"by"`) {
		t.Errorf("who evaluated is told: %s", body)
	}
	for _, l := range p.room().Feed {
		if l.Kind == "evaluation" && l.Seat != "" {
			t.Errorf("the feed tells who: %+v", l)
		}
	}
	if !p.feedHas("late-rating") || p.feedHas("slow-start") {
		t.Error("the feed of the table is not that of the debrief alone")
	}
	p.do("evaluator", Undo{})
	if v := p.room().Debrief; v.Objectives[0].Rating != nil {
		t.Error("a rating taken back stands")
	}
	p.do("evaluator", Undo{})
	if v := p.room().Debrief; v.Objectives[0].Rating == nil {
		t.Error("an undo is not undone")
	}
	p.do("chair", EnterPhase{Phase: Closed})
	if _, err := Decide(p.s, "evaluator", p.now, Rate{Objective: "1", Rating: Performed, Why: T("x")}); err == nil {
		t.Error("a closed exercise is rated")
	}
	p.done()
}

// TestExpungeReachesEvaluations, also those that were recorded before all saw
// them: whoever sees the debrief is told anew.
func TestExpungeReachesEvaluations(t *testing.T) {
	p := atTable(t)
	p.do("evaluator", Observe{Objective: "1", Aspect: Improve, Words: T("Orla Quay was slow")})
	no := ""
	for _, l := range p.s.Own("evaluator").Lines {
		if l.Kind == "evaluation" {
			no = l.No
		}
	}
	debriefed(p)
	p.do("chair", Expunge{No: no, Why: T("a person")})
	act, err := Decide(p.s, "recorder", p.now, ConfirmExpunge{No: no})
	if err != nil {
		t.Fatal(err)
	}
	if observer, _ := p.s.Seat("observer"); !p.s.Sees(observer, act) {
		t.Error("the room is not woken though its debrief changes")
	}
	p.take(act)
	if strings.Contains(p.views(), "Orla Quay") {
		t.Error("the words are still in a view")
	}
	p.done()
}

// People count objectives as they stand on the page; the record has their ids.
func TestAnObjectiveByItsPlace(t *testing.T) {
	p := atTable(t, func(sc *Scenario) { sc.Objectives = []Objective{{ID: "warning"}, {ID: "help"}} })
	p.do("chair", Say{Words: T("We begin.")})
	said := p.lastOf("said")
	p.do("recorder", Mark{No: said, Kind: "objective 1"})
	p.do("evaluator", Observe{Objective: "2", Aspect: Strength, Words: T("The hot line answered.")})
	own := p.s.Own("evaluator").Evaluator
	if len(own.Seen[0].Marked) != 1 || len(p.s.Own("evaluator").Evaluation.Objectives[1].Observations) != 1 {
		t.Errorf("%+v, %+v", own.Seen, p.s.Own("evaluator").Evaluation.Objectives)
	}
	p.refused("recorder", Mark{No: said, Kind: "objective 3"}, ErrUnknown, "The objectives are warning and help.")
}
