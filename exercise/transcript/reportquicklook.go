package transcript

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// quickLook is what can be said at ENDEX: facts, and nothing that anybody
// thinks of them. It holds what the seat that takes it may know.
func quickLook(s *Source) paper.Document {
	r := newReport(s)
	r.fig = r.fig.Public()
	r.note("Facts only, as of ENDEX. What evaluators make of them comes with the after-action report.")
	r.overview()
	r.together()
	r.agreed()
	r.notAgreed()
	r.decisions()
	r.times()
	return r.document("Quick-look")
}

// overview is the table at the head: what, when, by which procedure.
func (r *report) overview() {
	about := r.room.Exercise
	r.section("Overview")
	var t rows
	field := func(name, value string) {
		if value != "" {
			t.add(name, value)
		}
	}
	field("Outcome", ended(r.page.outcome()))
	if c := r.room.Closing; c != nil {
		field("Effect", c.Effect.String())
	}
	field("Date", r.page.dates())
	if r.fig.Began > 0 {
		field("Length", span(r.fig.Ended-r.fig.Began)+" from STARTEX to ENDEX, of which the table sat "+span(r.fig.Table))
	}
	field("Instrument", about.Instrument)
	field("Organiser", about.Organiser)
	field("Procedure", about.Procedure)
	field("Control arm", r.room.Rules.Arm)
	field("Kind", "discussion-based exercise with a MSEL: it tests agreements and coordination, not technical response")
	field("Times", "local in "+r.page.zone.String()+"; T+ is time in the story, from its start")
	r.add(paper.Table{Head: []string{"Exercise", about.Title + ", " + about.Name}, Rows: t, Widths: []int{1, 4}})
	r.attendance()
}

func (r *report) attendance() {
	r.part("Delegations")
	head := []string{"Track", "Delegation", "Presence"}
	adopted := r.room.Closing != nil && r.room.Closing.Adopted
	if adopted {
		head = append(head, "The text")
	}
	var t rows
	for _, track := range exercise.Tracks() {
		for _, x := range r.room.Teams {
			if x.Track != track {
				continue
			}
			cells := []string{trackName(track), x.Name, r.page.presence(x)}
			if adopted {
				cells = append(cells, r.stands(x.ID))
			}
			t.add(cells...)
		}
	}
	r.add(paper.Table{Head: head, Rows: t})
	for _, x := range r.room.Teams {
		if x.Scripted != "" {
			r.note("Scripts played for some of the delegations: such a play is left out of comparisons.")
			return
		}
	}
}

// stands is how a team stands to the adopted text.
func (r *report) stands(id exercise.TeamID) string {
	for _, x := range r.room.Closing.Signatures {
		if x.Team != id {
			continue
		}
		text := x.How
		if text == "" {
			text = "has not said"
		}
		var reserved []exercise.ClauseID
		for _, y := range x.Reservations {
			reserved = append(reserved, y.Clause)
		}
		if len(reserved) > 0 {
			text += ", reserving on " + clauseList(reserved)
		}
		if len(x.Dissociated) > 0 {
			text += ", dissociated from " + clauseList(x.Dissociated)
		}
		return text
	}
	return "–"
}

func clauseList(ids []exercise.ClauseID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return "clause " + and(names)
}

// together says in a few lines what was made.
func (r *report) together() {
	r.section("What was made together")
	r.list(made(r.fig)...)
}

// made are the sums of a play, a line each.
func made(f figures.Figures) []string {
	in := func(states ...exercise.ClauseState) (n int) {
		for _, c := range f.Clauses {
			if slices.Contains(states, c.State) {
				n++
			}
		}
		return n
	}
	reserved := 0
	for _, c := range f.Clauses {
		if c.Reserved > 0 {
			reserved++
		}
	}
	clauses := sums(
		counted{in(exercise.ClauseAgreed, exercise.ClauseFinal), fmt.Sprintf("of %d clauses agreed", len(f.Clauses)), true},
		counted{reserved, "of them with reservations", false},
		counted{in(exercise.ClauseDeferred), "deferred, not agreed", false},
		counted{in(exercise.ClauseDeleted), "deleted", false},
		counted{in(exercise.ClauseDraft, exercise.ClauseOpen, exercise.ClauseReopened), "left open", false},
	)
	lodged := sums(
		counted{f.Counted(), plural(f.Counted(), "amendment lodged", "amendments lodged"), true},
		counted{f.Counted(exercise.AmendmentCarried), "carried", false},
		counted{f.Counted(exercise.AmendmentTakenIn), "taken into another", false},
		counted{f.Counted(exercise.AmendmentNotTakenUp), "not taken up", false},
		counted{f.Counted(exercise.AmendmentWithdrawn), "withdrawn", false},
		counted{f.Counted(exercise.AmendmentLodged, exercise.AmendmentWaiting), "not decided", false},
	)
	return []string{clauses, lodged, incidentLine(f)}
}

// counted is a number of things; one of none is left out unless it is kept.
type counted struct {
	n    int
	what string
	kept bool
}

func sums(list ...counted) string {
	var parts []string
	for _, x := range list {
		if x.n > 0 || x.kept {
			parts = append(parts, fmt.Sprintf("%d %s", x.n, x.what))
		}
	}
	return strings.Join(parts, " · ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func incidentLine(f figures.Figures) string {
	n := len(f.Incidents)
	text := fmt.Sprintf("%d %s", n, plural(n, "incident", "incidents"))
	if m := f.Median(); m >= 0 {
		text += " · the median first answer came after " + span(m) + " of story time"
	}
	return text
}

// agreed is the agreed text, clause by clause, with what is reserved.
func (r *report) agreed() {
	r.section("Agreed text")
	adopted := r.room.Closing != nil && r.room.Closing.Adopted
	any := false
	for _, c := range r.room.Clauses {
		if c.State.Agreed() {
			any = true
			r.clause(c)
		}
	}
	switch {
	case !any:
		r.para("No clause was agreed.")
	case !adopted:
		r.note("Agreed provisionally: nothing is agreed until everything is agreed, and the text was not adopted.")
	}
	if c := r.room.Closing; c != nil && c.Summary != "" {
		r.part("Chair's summary")
		r.note("The chair's own; it binds nobody.")
		r.quote(c.Summary)
	}
}

func (r *report) clause(c exercise.ClauseView) {
	r.part(string(c.ID) + ". " + c.Title)
	for _, p := range c.Paras {
		if text := strings.TrimSpace(reading(p.Nodes)); text != "" {
			r.para("%s  %s", p.ID, text)
		}
	}
	if r.room.Closing == nil {
		return
	}
	for _, s := range r.room.Closing.Signatures {
		for _, x := range s.Reservations {
			if x.Clause == c.ID {
				r.quote("Reservation of " + r.team(s.Team) + ": " + x.Text)
			}
		}
		if slices.Contains(s.Dissociated, c.ID) {
			r.quote(r.team(s.Team) + " stands apart from this clause.")
		}
	}
}

// reading is a text as plain words, its open points in brackets.
func reading(nodes []exercise.NodeView) string {
	var b strings.Builder
	for _, n := range nodes {
		if n.Point == nil {
			b.WriteString(n.Text)
			continue
		}
		alts := make([]string, len(n.Point.Alts))
		for i, a := range n.Point.Alts {
			alts[i] = strings.TrimSpace(a.Text)
			if len(a.Nodes) > 0 {
				alts[i] = strings.TrimSpace(reading(a.Nodes))
			}
			if alts[i] == "" {
				alts[i] = "–" // no words: a deletion
			}
		}
		b.WriteString("[" + strings.Join(alts, " | ") + "]")
	}
	return b.String()
}

// notAgreed lists the clauses that are not, with their brackets.
func (r *report) notAgreed() {
	begun := false
	for _, c := range r.room.Clauses {
		if c.State.Agreed() || c.State == exercise.ClauseDeleted {
			continue
		}
		if !begun {
			r.section("Not agreed")
			r.note("As it stood at the end: brackets hold the alternatives of each point, and – stands for no words.")
			begun = true
		}
		c.Title += " (" + string(c.State) + ")"
		r.clause(c)
	}
}

// decisions lists what was decided or refused, in order.
func (r *report) decisions() {
	if len(r.room.Decisions) == 0 {
		return
	}
	took := map[exercise.DecisionID]string{}
	for _, d := range r.fig.Decisions {
		took[d.ID] = span(d.Took)
	}
	r.section("Decisions")
	var t rows
	for _, d := range r.room.Decisions {
		outcome := d.Sentence.String()
		switch {
		case d.TakenBack:
			outcome = "Taken back by the chair."
		case d.Voided:
			outcome += " Void since a reopening."
		}
		t.add(string(d.ID), r.clock(d.At), capital(r.page.title(d)), shortForm(d.Form), outcome, took[d.ID])
	}
	r.note("Gavel: the chair asked whether anybody objects. Positions: each delegation that decides was asked for its own. Silence: nobody objected in the time set.")
	r.add(paper.Table{Head: []string{"No.", "At", "On", "How", "Outcome", "Took"}, Rows: t, Widths: []int{3, 3, 10, 4, 11, 4}, Numeric: []int{5}})
}

func shortForm(form string) string {
	return map[string]string{
		exercise.FormGavel: "gavel", exercise.FormPut: "positions", exercise.FormDeferral: "gavel to defer",
		exercise.FormReopening: "gavel to reopen", exercise.FormSilence: "silence",
	}[form]
}

// times are when what happened.
func (r *report) times() {
	r.section("Times")
	var t rows
	for _, l := range r.room.Feed {
		if l.Kind == "phase" || l.Kind == "item" {
			t.add(r.clock(l.Wall), unbroken(story(l.Scenario)), l.Text)
		}
	}
	r.add(paper.Table{Head: []string{"At", "Story", "What"}, Rows: t, Widths: []int{2, 4, 18}})
}
