package transcript

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// afterAction is the after-action report: what was agreed, how it came about,
// who was heard, what was decided, what incidents met. The procedure check and
// the author's model stand apart from results.
func afterAction(s *Source) paper.Document {
	r := newReport(s)
	r.overview()
	r.together()
	r.section("Timeline")
	r.openChart()
	r.lifeChart()
	r.clauseTable()
	r.voice()
	r.shaped()
	r.moves()
	r.incidents()
	r.amendmentTable()
	r.depth()
	r.decisions()
	r.agreed()
	r.notAgreed()
	r.add(paper.Break{})
	r.check()
	r.model()
	r.definitions()
	return r.document("After-action report")
}

func (r *report) clauseTable() {
	var t rows
	for _, x := range r.fig.Clauses {
		agreed, after := "–", "–"
		if x.Agreed > 0 {
			agreed = r.clock(x.Agreed)
		}
		if x.AgreedAfter > 0 {
			after = span(x.AgreedAfter)
		}
		t.add(string(x.Clause), x.Title, string(x.State), agreed, after, figure(x.Reopened), figure(x.Reserved))
	}
	r.add(paper.Table{
		Caption: "Clauses; “after” is table time from the opening of the clause",
		Head:    []string{"No.", "Clause", "State", "Agreed at", "After", "Reopened", "Reserved"}, Rows: t, Widths: []int{3, 12, 8, 6, 6, 6, 6}, Numeric: []int{5, 6},
	})
	r.readiness()
}

// readiness is how long what was ready waited for the gavel.
func (r *report) readiness() {
	var waits []int64
	never := 0
	for _, p := range r.fig.Points {
		switch {
		case p.Decided > 0 && p.ToGavel >= 0:
			waits = append(waits, p.ToGavel)
		case p.Decided > 0:
			never++
		}
	}
	if len(waits)+never == 0 {
		return
	}
	slices.Sort(waits)
	text := fmt.Sprintf("Of %d points that were closed by a wording, %d had been ready on open stances", len(waits)+never, len(waits))
	if len(waits) > 0 {
		text += "; from then to the gavel it took " + span(waits[(len(waits)-1)/2]) + " in the median and " + span(waits[len(waits)-1]) + " at most"
	}
	r.para("%s.", text)
	if i := r.fig.Idle; i.Times > 0 {
		r.para("The table was idle for more than a minute %s, %s in all and %s at the longest.", times(i.Times), span(i.Total), span(i.Longest))
	}
}

// voice is who was heard.
func (r *report) voice() {
	r.section("Voice")
	r.voiceCharts()
	var t rows
	for _, track := range exercise.Tracks() {
		for _, v := range r.fig.Voices {
			if v.Track != track {
				continue
			}
			where := "table"
			if v.Hall {
				where = "hall"
			}
			t.add(trackName(track), r.page.team(v.Team).Name, where, figure(v.Interventions), figure(v.Words), length(v.Floor), figure(v.Turns), figure(v.Hands))
		}
	}
	r.add(paper.Table{
		Caption: "Floor time is table time of having the floor; a hand is one raised", Rows: t, Numeric: []int{3, 4, 5, 6, 7},
		Head: []string{"Track", "Delegation", "Where", "Interventions", "Words", "Floor", "Turns", "Hands"},
	})
	if m := r.room.Exercise.Medium; m == exercise.SpokenWord || m == exercise.Mixed {
		r.note("People spoke aloud: the words are those of the recorder's gist, and their number says little of how long anybody spoke.")
	}
}

// shaped is whose words the decided points are.
func (r *report) shaped() {
	if len(r.fig.Shaped) == 0 {
		return
	}
	r.section("Decisions shaped")
	r.para("Of %d wordings that became the text, delegations put %d into words first and the chair %d; the others were the draft's own.",
		len(r.fig.Shaped), r.fig.ShapedBy(func(exercise.TeamID) bool { return true }), countIf(r.fig.Shaped, func(x figures.Shaped) bool { return x.Chair }))
	var t rows
	for _, track := range exercise.Tracks() {
		for _, id := range r.teamsOf(track) {
			t.add(trackName(track), r.page.team(id).Name, figure(r.fig.ShapedBy(func(x exercise.TeamID) bool { return x == id })))
		}
	}
	r.add(paper.Table{Caption: "Who first put into words what became the text; a joint draft counts for each of its sponsors", Head: []string{"Track", "Delegation", "Decisions shaped"}, Rows: t, Numeric: []int{2}})
	var points []string
	for _, x := range r.fig.Shaped {
		if !x.Draft() {
			points = append(points, fmt.Sprintf("Alternative %s/%d, at %s: %s", x.Point, x.Alt, r.clock(x.Wall), r.byWhom(x)))
		}
	}
	r.list(points...)
}

func (r *report) byWhom(x figures.Shaped) string {
	if x.Chair {
		return "the chair"
	}
	return r.teams(x.Teams)
}

func countIf[T any](list []T, which func(T) bool) (n int) {
	for _, x := range list {
		if which(x) {
			n++
		}
	}
	return n
}

// moves tells who came to accept what they could not.
func (r *report) moves() {
	r.section("Movement")
	if len(r.fig.Moves) == 0 {
		r.para("Nobody who had said openly that they could not accept a wording later said openly that they could.")
		return
	}
	r.para("Who had said openly that they could not accept a wording, and later that they can live with it or prefer it. What came before is not said to be why.")
	var t rows
	for _, m := range r.fig.Moves {
		t.add(r.clock(m.Wall), r.team(m.Team), m.Alt.String(), string(m.To), r.after(m))
	}
	r.add(paper.Table{Head: []string{"At", "Delegation", "On", "Now", "What came before"}, Rows: t, Widths: []int{2, 5, 3, 3, 8}})
}

func (r *report) after(m figures.Move) string {
	what := m.After
	switch m.After {
	case "":
		return "–"
	case figures.AfterIntervention, figures.AfterAmendment:
		who := "the chair"
		if m.AfterTeam != "" {
			who = r.team(m.AfterTeam)
		}
		what = strings.TrimSpace(m.After+" "+m.AfterRef) + " of " + who
	case figures.AfterIncident:
		what = "incident: " + r.label(exercise.InjectID(m.AfterRef))
	}
	return what + ", " + r.clock(m.AfterWall)
}

// label is what readers know an incident as.
func (r *report) label(id exercise.InjectID) string {
	for _, x := range r.fig.Incidents {
		if x.Inject == id {
			return r.incidentName(x)
		}
	}
	return string(id)
}

// incidentName is the label of the table, found by when it came. Of what went
// to some only it says no more than to whom: its title is theirs.
func (r *report) incidentName(x figures.Incident) string {
	for _, v := range r.room.Incidents {
		if x.All && v.Wall == x.Wall && v.Scenario == x.Story {
			return v.ID + " " + v.Title
		}
	}
	name := "inject " + string(x.Inject) + " of the MSEL"
	if x.All {
		return name
	}
	if len(x.Teams) > 0 {
		name += " to " + r.teams(x.Teams)
	}
	return name + ", not shown to the table"
}

// incidents tells who answered what after how long.
func (r *report) incidents() {
	if len(r.fig.Incidents) == 0 {
		return
	}
	r.section("Incidents")
	r.para("%s.", incidentLine(r.fig))
	var t rows
	for _, x := range r.fig.Incidents {
		to := "everyone"
		if !x.All {
			to = r.teams(x.Teams)
		}
		t.add(r.clock(x.Wall), unbroken(story(x.Story)), r.incidentName(x), to, r.answers(x))
	}
	r.add(paper.Table{Head: []string{"At", "Story", "Incident", "To", "Answered by, after"}, Rows: t, Widths: []int{2, 4, 8, 5, 7}})
	r.note("Whether the expected actions were done cannot be told from the record: they are sentences, and evaluators judge what meets them.")
}

func (r *report) answers(x figures.Incident) string {
	var parts []string
	for _, a := range x.Answers {
		text := r.team(a.Team) + " " + unbroken(span(a.After))
		if x.Late(a) {
			text += " (late)"
		}
		parts = append(parts, text)
	}
	switch {
	case x.Recalled:
		parts = append(parts, "recalled")
	case len(parts) == 0 && x.Asks:
		return "nobody"
	case len(parts) == 0:
		return "no answer was asked for"
	}
	return strings.Join(parts, "; ")
}

// amendmentTable is what became of what was lodged, and of what was lodged together.
func (r *report) amendmentTable() {
	r.section("Amendments and bridges")
	states := []string{exercise.AmendmentCarried, exercise.AmendmentTakenIn, exercise.AmendmentNotTakenUp, exercise.AmendmentWithdrawn}
	var t rows
	for _, track := range exercise.Tracks() {
		for _, id := range r.teamsOf(track) {
			mine := func(a figures.Amendment) bool { return slices.Contains(a.Sponsors, id) }
			cells := []string{trackName(track), r.page.team(id).Name, figure(countIf(r.fig.Amendments, mine))}
			for _, s := range states {
				cells = append(cells, figure(countIf(r.fig.Amendments, func(a figures.Amendment) bool { return mine(a) && a.State == s })))
			}
			t.add(cells...)
		}
	}
	r.add(paper.Table{Caption: "Amendments by those who lodged them; a joint draft counts for each sponsor", Rows: t, Numeric: []int{2, 3, 4, 5, 6}, Head: []string{"Track", "Delegation", "Lodged", "Carried", "Taken in", "Not taken up", "Withdrawn"}})
	var bridges []string
	for _, b := range r.fig.Bridges {
		bridges = append(bridges, fmt.Sprintf("%s: %d lodged together, %d carried", r.teams(b.Teams), b.Joint, b.Carried))
	}
	r.list(bridges...)
	r.caucuses()
}

func (r *report) caucuses() {
	if r.room.Exercise.Consultations == exercise.ConsultationsSilent {
		r.note("Of caucuses this scenario keeps silent.")
		return
	}
	var all int64
	for _, c := range r.fig.Caucuses {
		all += c.Length
	}
	if n := len(r.fig.Caucuses); n > 0 {
		r.para("Caucuses that met: %d, %s in all.", n, span(all))
	}
}

// depth is how much the final text says that can be held to.
func (r *report) depth() {
	d := r.fig.Depth
	if d.Clauses == 0 {
		return
	}
	r.section("Depth of the text")
	var t rows
	t.add("Clauses agreed", figure(d.Clauses))
	t.add("Words", figure(d.Words))
	if d.Counted {
		for _, s := range figures.Strengths() {
			t.add(strengthName(s), figure(d.Verbs[s]))
		}
		t.add("Numbers", figure(d.Numbers))
		t.add("Dates, deadlines and intervals", figure(d.Deadlines))
		t.add("Words that leave open, such as “where feasible”", figure(d.Vague))
		t.add("Who acts, named", figure(d.Actors))
	}
	t.add("Reservations", figure(d.Reservations))
	t.add("Dissociations", figure(d.Dissociations))
	t.add("Clauses deferred", figure(d.Deferred))
	r.add(paper.Table{Head: []string{"What", "Number"}, Rows: t, Widths: []int{5, 1}, Numeric: []int{1}})
	if !d.Counted {
		r.note("The text is in the language %q, for which kefi has no word lists: verbs, numbers, dates and actors were not counted.", d.Language)
		return
	}
	r.note("Counted by English word lists over the agreed text. A count is no judgement: one “shall” may weigh more than five.")
}

func strengthName(s figures.Strength) string {
	return map[figures.Strength]string{
		figures.Binds:      "Verbs that bind: shall, must, undertakes to",
		figures.Announces:  "Verbs that announce: will, intends to",
		figures.Recommends: "Verbs that recommend: should, is encouraged to",
		figures.Permits:    "Verbs that permit: may, can",
	}[s]
}

// check is the procedure check, apart from results.
func (r *report) check() {
	r.section("Procedure check (not a result)")
	r.para("What the procedure “%s” gave each track before anybody spoke, and on how many decisions it was counted. It is printed apart: rights are what the run was set up with, not what came of it.", r.room.Exercise.Procedure)
	head := []string{"May"}
	for _, x := range r.fig.Check {
		head = append(head, trackName(x.Track))
	}
	line := func(what string, tell func(figures.Rights) string) []string {
		cells := []string{what}
		for _, x := range r.fig.Check {
			cells = append(cells, tell(x))
		}
		return cells
	}
	var t rows
	t.add(line("Delegations", func(x figures.Rights) string { return strconv.Itoa(x.Teams) })...)
	t.add(line("Sit", where)...)
	t.add(line("Speak", speaks)...)
	t.add(line("Put words into the draft", tables)...)
	t.add(line("Decide", func(x figures.Rights) string { return yesNo(x.Decides) })...)
	t.add(line("By the rule", func(x figures.Rights) string {
		if x.Rule == "" {
			return "–"
		}
		return x.Rule
	})...)
	t.add(line("Stop what is put, one delegation alone", func(x figures.Rights) string { return yesNo(x.Blocks) })...)
	of := func(n int, x figures.Rights) string { return fmt.Sprintf("%d of %d", n, x.Closed) }
	t.add(line("Decisions it was counted on", func(x figures.Rights) string { return of(x.Counted, x) })...)
	t.add(line("Decisions it could have stopped", func(x figures.Rights) string { return of(x.Stoppable, x) })...)
	t.add(line("Decisions that failed or waited by its word", func(x figures.Rights) string { return of(x.Binding, x) })...)
	r.add(paper.Table{Head: head, Rows: t, Widths: append([]int{3}, slices.Repeat([]int{2}, len(r.fig.Check))...)})
}

func where(x figures.Rights) string {
	switch {
	case x.Hall:
		return "in the hall"
	case x.Observes:
		return "at the table, observing"
	}
	return "at the table"
}

func speaks(x figures.Rights) string {
	switch {
	case x.Hall:
		return "in the hall only"
	case x.Observes:
		return "in the stakeholder slot"
	}
	return "in turns"
}

func tables(x figures.Rights) string {
	switch {
	case x.Input:
		return "as input that needs a sponsor"
	case x.NonPaper:
		return "in a non-paper"
	case x.Tables:
		return "yes"
	}
	return "no"
}

// model is the author's, apart from results and never compared.
func (r *report) model() {
	m := r.s.View.Model()
	if m == nil {
		return
	}
	r.section("Author's model (not a result)")
	r.note("Figures that the scenario's author reckons with, from 0 to 100. They are the author's model, no findings, and stay out of every comparison.")
	var t rows
	for _, d := range m.Dials {
		t.add(d.Name, strconv.Itoa(d.Value), d.Means, strconv.Itoa(len(d.Changes)))
	}
	if m.Gap != nil {
		t.add(m.Gap.Name, strconv.Itoa(m.Gap.Value), "how far policy lags behind technology", strconv.Itoa(len(m.Gap.Changes)))
	}
	r.add(paper.Table{Caption: "Author's model", Head: []string{"Figure", "At the end", "A high figure stands for", "Changes"}, Rows: t, Widths: []int{3, 2, 5, 2}, Numeric: []int{1, 3}})
}

// definitions say what the figures count.
func (r *report) definitions() {
	r.section("How the figures are defined")
	r.para("Figures of this report are of version %s of kefi's definitions; the same record gives the same figures.", r.fig.Version)
	r.list(
		"Stances: open ones only. What a delegation told the chair alone is in no figure.",
		"Words: counted by white space in what was said at the table. The chair's words are in no share.",
		"A point: one place in brackets. A point within another counts as one more.",
		"Ready: nobody said openly that they cannot accept, and somebody in every deciding track can live with it or prefers it.",
		"Caucuses: as the scenario lets the table know of them. Joint drafts: amendments with several sponsors when lodged.",
		"No figure is about a person, and none says whether a text is good.",
	)
}
