package transcript

import (
	"io"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// This file holds the final text against incidents that nobody has seen in
// play: a sheet in which raters write, for each incident and clause, who must
// act, by when, and who pays. It is as blind as the text itself.

// HeldBack is an incident that the final text is tried by.
type HeldBack struct {
	ID, Title, Body, Asks string
	Look                  []string // what a text that holds would say
	Probes                []exercise.ClauseID
}

// HeldBack lists what the scenario held back: the same for every run, so that
// texts can be compared. Where it held nothing back, it is what of the plan
// puts a clause to the test and never went out.
func (s *Source) HeldBack() []HeldBack {
	var list []HeldBack
	for _, x := range s.State.Plan().Stress {
		list = append(list, HeldBack{x.ID, x.Title.Value, x.Body.Value, x.Asks.Value, values(x.Look), x.Probes})
	}
	if len(list) > 0 {
		return list
	}
	out := s.injectLog().delivered
	for _, x := range s.State.Plan().Injects {
		if _, sent := out[x.ID]; !sent && len(x.Probes) > 0 {
			list = append(list, HeldBack{string(x.ID), x.Title.Value, x.Body.Value, x.Asks.Value, nil, x.Probes})
		}
	}
	return list
}

func values(texts []exercise.Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.Value)
	}
	return out
}

// StressSheet writes the sheet as CSV, a row for each incident and clause.
func StressSheet(w io.Writer, s *Source) error {
	t := blindTable(w, s, "text", "incident", "title", "what_happens", "asks", "look_for", "clause", "clause_title", "clause_text", "probed",
		"who_must_act", "by_when", "who_pays", "words_that_say_so", "rater")
	for _, x := range s.HeldBack() {
		for _, c := range s.tried() {
			t.row(s.BlindID(), x.ID, x.Title, x.Body, x.Asks, strings.Join(x.Look, "; "), string(c.ID), c.Title, wholeClause(c), yes(slices.Contains(x.Probes, c.ID)))
		}
	}
	return t.close()
}

// tried are the agreed clauses, or one without a text where there are none.
func (s *Source) tried() []exercise.ClauseView {
	var list []exercise.ClauseView
	for _, c := range s.View.Room.Clauses {
		if c.State.Agreed() {
			list = append(list, c)
		}
	}
	if len(list) == 0 {
		return []exercise.ClauseView{{Title: "nothing is agreed"}}
	}
	return list
}

func wholeClause(c exercise.ClauseView) string {
	var paras []string
	for _, p := range c.Paras {
		paras = append(paras, string(p.ID)+" "+agreedText(p))
	}
	return strings.Join(paras, "\n")
}

// StressDocument is the sheet on paper: the text, then a table to be filled in
// for each incident.
func StressDocument(s *Source) paper.Document {
	blocks := s.finalText()
	for i, x := range s.HeldBack() {
		if i == 0 {
			blocks = append(blocks, paper.Break{}, paper.Para{Style: paper.Note, Text: paper.Text(
				"None of these incidents was played. For each clause write what the text says, not what would be sensible: who must act, by when, and who pays. Leave empty what it does not say.")})
		}
		blocks = append(blocks, s.stressed(x)...)
	}
	blocks = append(blocks, paper.Para{Style: paper.Field, Text: paper.Text("Rater")})
	return s.blind(blocks...)
}

func (s *Source) stressed(x HeldBack) []paper.Block {
	blocks := []paper.Block{
		paper.Heading{Level: 2, Text: paper.Text(x.ID + ". " + x.Title)},
		paper.Para{Style: paper.Quote, Text: paper.Text(x.Body)},
	}
	if x.Asks != "" {
		blocks = append(blocks, paper.Para{Text: []paper.Run{{Text: "Asked: ", Bold: true}, {Text: x.Asks}}})
	}
	t := paper.Table{Head: []string{"Clause", "Who must act", "By when", "Who pays"}, Widths: []int{3, 3, 2, 2}}
	for _, c := range s.tried() {
		name := clauseTitle(c)
		if slices.Contains(x.Probes, c.ID) {
			name += " (put to the test)"
		}
		t.Rows = append(t.Rows, [][]paper.Run{paper.Text(strings.TrimPrefix(name, ". ")), nil, nil, nil})
	}
	return append(blocks, t)
}
