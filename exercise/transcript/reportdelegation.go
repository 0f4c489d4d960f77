package transcript

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// ownDelegation is the page of one delegation: what its brief asked and what
// it got. Its brief is in it, so nobody else may take it but the operator.
func ownDelegation(s *Source) paper.Document {
	r := newReport(s)
	mine := s.View.Own.Team
	r.note("For the members of %s only: it quotes your brief.", r.team(mine))
	r.section("What came of it")
	r.para("%s", ended(r.page.outcome()))
	r.list(made(r.fig.Public())...)
	r.asked(s.View.Own.Brief)
	r.points(s.View.Own.Brief)
	r.gotClauses(mine)
	r.gotWords(mine)
	r.gotWorth()
	r.section("For your next talks")
	r.field("What we would do again")
	r.field("What we would do otherwise")
	return r.document(r.page.team(mine).Name)
}

// asked sets what the brief asked beside a place to say what became of it:
// sentences are for people to judge.
func (r *report) asked(b *exercise.BriefView) {
	if b == nil || len(b.Wants)+len(b.RedLines) == 0 {
		return
	}
	r.section("What your brief asked")
	var t rows
	for _, x := range b.Wants {
		t.add("asked for", x, "")
	}
	for _, x := range b.RedLines {
		t.add("red line", x, "")
	}
	r.add(paper.Table{Head: []string{"", "Your brief", "Met · in part · not met"}, Rows: t, Widths: []int{2, 7, 4}})
	r.note("The last column is yours to fill in: whether a text meets a sentence is for people to judge.")
}

// points tells what became of every point that the brief names.
func (r *report) points(b *exercise.BriefView) {
	if b == nil || len(b.Points) == 0 {
		return
	}
	m := r.s.matrix()
	var t rows
	for _, p := range b.Points {
		t.add(string(p.Point), p.Why, r.became(m, p.Point))
	}
	r.add(paper.Table{Caption: "The points that your brief names, and how they stand", Head: []string{"Point", "Why it matters to you", "What it says now"}, Rows: t, Widths: []int{1, 5, 5}})
}

// became says how a point stands, in words.
func (r *report) became(m matrix, point exercise.PointID) string {
	open := false
	for _, alt := range m.alternatives() {
		if alt.Point != point {
			continue
		}
		switch m.fates[alt] {
		case "the text":
			if text := strings.TrimSpace(r.s.State.Reads(m.nodes[alt])); text != "" {
				return "“" + text + "”" + r.unless(point)
			}
			return "struck" + r.unless(point)
		case "open":
			open = true
		}
	}
	if open {
		return "open" + r.unless(point)
	}
	return "closed with the words around it" + r.unless(point)
}

// unless says what the clause of a point is, where it is not agreed.
func (r *report) unless(point exercise.PointID) string {
	for _, c := range r.room.Clauses {
		if c.ID == point.Clause() && !c.State.Agreed() {
			return "; clause " + string(c.ID) + " is " + string(c.State)
		}
	}
	return ""
}

// gotClauses tells how each clause stands, and how the team stands to it.
func (r *report) gotClauses(mine exercise.TeamID) {
	r.section("Clauses")
	var t rows
	for _, c := range r.room.Clauses {
		t.add(string(c.ID), c.Title, string(c.State), r.holds(mine, c.ID))
	}
	r.add(paper.Table{Head: []string{"No.", "Clause", "State", "You"}, Rows: t, Widths: []int{1, 5, 3, 6}})
}

func (r *report) holds(mine exercise.TeamID, id exercise.ClauseID) string {
	if r.room.Closing == nil {
		return ""
	}
	for _, s := range r.room.Closing.Signatures {
		if s.Team != mine {
			continue
		}
		for _, x := range s.Reservations {
			if x.Clause == id {
				return "reserved: “" + x.Text + "”"
			}
		}
		if slices.Contains(s.Dissociated, id) {
			return "dissociated"
		}
	}
	return ""
}

// gotWords is what of the text is theirs, and how they were heard.
func (r *report) gotWords(mine exercise.TeamID) {
	r.section("Your words")
	is := func(id exercise.TeamID) bool { return id == mine }
	sponsors := func(a figures.Amendment) bool { return slices.Contains(a.Sponsors, mine) }
	carried := func(a figures.Amendment) bool { return sponsors(a) && a.State == exercise.AmendmentCarried }
	share := r.s.State.TextShare(mine)
	lines := []string{
		fmt.Sprintf("Words of yours in the agreed text: %d of %d", share.Mine, share.All),
		fmt.Sprintf("Decisions whose final wording you first put into words: %d of %d", r.fig.ShapedBy(is), len(r.fig.Shaped)),
		fmt.Sprintf("Amendments you lodged: %d, carried %d", countIf(r.fig.Amendments, sponsors), countIf(r.fig.Amendments, carried)),
	}
	for _, v := range r.fig.Voices {
		if v.Team == mine && !v.Hall {
			lines = append(lines, fmt.Sprintf("Interventions: %d, %d words, %s of what delegations said at the table", v.Interventions, v.Words, percent(r.fig.Share(v.Words))))
		}
	}
	r.list(lines...)
}

// gotWorth is what the final text is worth to the team by the author's
// figures, where the scenario lets private things out at all.
func (r *report) gotWorth() {
	own := r.s.View.Own
	if own.Stakes == nil || r.room.Exercise.Disclosure == exercise.ToNobody {
		return
	}
	r.section("What it was worth to you (author's figures)")
	worth := own.Stakes.Outlook(r.room)
	text := fmt.Sprintf("%d points", worth.Least)
	if worth.Most > worth.Least {
		text = fmt.Sprintf("%d to %d points", worth.Least, worth.Most)
	}
	r.para("%s of 100 for the best text you could have had; without any text you would have had %d. The points are the scenario author's, no finding, and only you are shown yours.", text, own.Stakes.NoAgreement)
}
