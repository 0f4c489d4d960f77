package transcript

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// draftAAR is the after-action report and improvement plan as HSEEP has it, for
// evaluators to complete: by objective what shows it, the rating that they gave
// or a place for one, strengths and areas for improvement, and who does what by
// when. Nothing in it that is a judgement is computed.
func draftAAR(s *Source) paper.Document {
	r := newReport(s)
	r.note("A draft for evaluators to complete. What is empty is theirs to fill in; ratings are given by people and never computed.")
	r.overview()
	r.together()
	r.objectives()
	r.improvementPlan()
	r.add(paper.Break{})
	r.decisions()
	r.incidents()
	r.add(paper.Break{})
	r.check()
	r.definitions()
	return r.document("After-action report and improvement plan (draft)")
}

// objectives has a part for each objective.
func (r *report) objectives() {
	r.section("Analysis by objective")
	r.note("P performed without challenges · S with some challenges · M with major challenges · U unable to be performed")
	list := r.evaluated()
	if len(list) == 0 {
		r.para("The scenario names no objectives.")
		r.field("Objective")
		r.rateByHand()
	}
	for _, o := range list {
		r.part("Objective " + o.ID + ". " + o.Text)
		r.evidence(o.ID)
		if o.Rating != nil {
			r.para("Rating: %s, %s. %s", o.Rating.Rating, o.Rating.Rating.Says(), ended(o.Rating.Why))
		} else {
			r.field("Rating (P / S / M / U) and why")
		}
		r.observed("Strengths", o.Of(exercise.Strength))
		r.observed("Areas for improvement", o.Of(exercise.Improve))
	}
}

// evaluated are the objectives with what was recorded of them, as the seat may
// know it; those of the scenario where it may know nothing yet.
func (r *report) evaluated() []exercise.ObjectiveView {
	if v := r.s.View.Debriefed(); v != nil {
		return v.Objectives
	}
	var list []exercise.ObjectiveView
	for _, o := range r.s.State.Plan().Objectives {
		list = append(list, exercise.ObjectiveView{ID: o.ID, Text: r.s.State.Word(o.Text.ID)})
	}
	return list
}

func (r *report) rateByHand() {
	r.field("Rating (P / S / M / U) and why")
	r.observed("Strengths", nil)
	r.observed("Areas for improvement", nil)
}

// evidence is what the record holds of an objective: entries that were marked
// with it and the incidents that served it.
func (r *report) evidence(id string) {
	var t rows
	for _, x := range r.fig.Incidents {
		if r.serves(x.Inject, id) {
			t.add(r.clock(x.Wall), "incident", r.incidentName(x), r.answers(x))
		}
	}
	for _, no := range r.marked(id) {
		if l, ok := r.entry(no); ok {
			t.add(r.clock(l.Wall), "marked #"+no, r.said(l), "")
		}
	}
	if len(t) == 0 {
		r.note("The record holds no incident or mark for this objective.")
		return
	}
	r.add(paper.Table{Caption: "Evidence in the record", Head: []string{"At", "What", "Which", "Answered by, after"}, Rows: t, Widths: []int{2, 3, 8, 6}})
}

func (r *report) serves(inject exercise.InjectID, objective string) bool {
	for _, x := range r.s.State.Plan().Injects {
		if x.ID == inject {
			return x.Objective == objective
		}
	}
	return false
}

// marked lists the entries that were marked with an objective, as far as the
// seat is told of marks.
func (r *report) marked(objective string) (list []string) {
	switch own := r.s.View.Own; {
	case own.Recorder != nil:
		for _, m := range own.Recorder.Marks {
			if m.Kind == "objective "+objective {
				list = append(list, m.No)
			}
		}
	case own.Evaluator != nil:
		for _, x := range own.Evaluator.Seen {
			if x.Objective == objective {
				list = x.Marked
			}
		}
	}
	return list
}

func (r *report) entry(no string) (exercise.Line, bool) {
	for _, l := range r.room.Feed {
		if l.No == no {
			return l, true
		}
	}
	return exercise.Line{}, false
}

// said is an entry as it stands in the minutes.
func (r *report) said(l exercise.Line) string {
	who := ""
	if l.Team != "" {
		who = r.team(l.Team) + ": "
	}
	if l.Removed {
		return who + removedLine
	}
	if l.Spoken {
		return who + "“" + l.Text + "”"
	}
	return who + l.Text
}

// observed lists observations, with a line for one more.
func (r *report) observed(title string, list []exercise.ObservationView) {
	r.add(paper.Para{Text: []paper.Run{{Text: title, Bold: true}}})
	var items []string
	for _, x := range list {
		text := x.Text
		if len(x.Entries) > 0 {
			text += " (#" + strings.Join(x.Entries, ", #") + ")"
		}
		items = append(items, text)
	}
	r.list(items...)
	r.field("1")
}

// improvementPlan has the actions that were proposed, and rows to fill.
func (r *report) improvementPlan() {
	r.section("Improvement plan")
	var t rows
	if v := r.s.View.Debriefed(); v != nil {
		for _, x := range v.Actions {
			t.add(fmt.Sprint(x.N), x.Text, x.Owner, x.Due, "")
		}
	}
	for range 4 {
		t.add(fmt.Sprint(len(t)+1), "", "", "", "")
	}
	r.add(paper.Table{Head: []string{"No.", "Corrective action", "Owner", "By", "Done"}, Rows: t, Widths: []int{2, 9, 5, 4, 3}})
	r.field("Approved by, date")
}
