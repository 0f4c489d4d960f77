package transcript

import (
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// redline is the whole draft, from its first text to the one that stands, with
// every change under the name of its sponsor.
func (s *Source) redline() paper.Document {
	c := newChanges(s.View)
	about := s.View.Room.Exercise
	blocks := []paper.Block{
		paper.Heading{Level: 1, Text: paper.Text("The text with its changes: " + about.Title)},
		paper.Para{Style: paper.Note, Text: paper.Text("Every change since the first draft is a tracked change under the name of the delegation that sponsored it, dated by when it was lodged or decided. Accepted altogether, they give the text as it stands; rejected altogether, the first draft. Brackets hold the alternatives of a point that is open.")},
	}
	for _, clause := range c.room.Clauses {
		blocks = append(blocks, c.clause(clause, 2)...)
	}
	blocks = append(blocks, c.openPoints()...)
	blocks = append(blocks, c.lodged()...)
	return s.handedOver(s.document("The text with its changes", blocks...))
}

// clause is one clause with its changes; a new one is put in altogether, a
// deleted one struck.
func (c changes) clause(x exercise.ClauseView, level int) []paper.Block {
	var paras []paper.Block
	var first, last *paper.Change // of paragraphs that came and went
	old, now := false, false
	for _, p := range x.Paras {
		list := c.para(p.ID)
		runs, whole := labelled(string(p.ID), list)
		if len(runs) == 0 {
			continue
		}
		paras = append(paras, paper.Para{Text: runs})
		switch {
		case whole == nil:
			old, now = true, true
		case whole.Struck:
			old, last = true, whole
		default:
			now = true
			if first == nil {
				first = whole
			}
		}
	}
	if len(paras) == 0 {
		return nil
	}
	heading := paper.Run{Text: string(x.ID) + ". " + x.Title}
	switch {
	case !old:
		heading.Change = first
	case !now:
		heading.Change = last
	}
	return append([]paper.Block{paper.Heading{Level: level, Text: []paper.Run{heading}}}, paras...)
}

// labelled are the runs of a paragraph after its number, which comes or goes
// with it; whole is the change by which it did.
func labelled(id string, list []tracked) (runs []paper.Run, whole *paper.Change) {
	first, now := false, false
	for _, x := range list {
		first = first || x.put == nil && strings.TrimSpace(x.text) != ""
		now = now || x.struck == nil && strings.TrimSpace(x.text) != ""
	}
	if !first && !now {
		return nil, nil
	}
	runs = append(runs, paper.Run{Text: id + " "})
	for _, x := range list {
		change := x.put
		if x.struck != nil {
			change = x.struck
		}
		if last := len(runs) - 1; last > 0 && same(runs[last].Change, change) {
			runs[last].Text += x.text
			continue
		}
		runs = append(runs, paper.Run{Text: x.text, Change: change})
		if whole == nil && change != nil && (!first || !now) {
			whole = change
		}
	}
	runs[0].Change = whole
	return runs, whole
}

func same(a, b *paper.Change) bool { return a == b || a != nil && b != nil && *a == *b }

// openPoints are the points still in brackets, with who stands behind which
// words.
func (c changes) openPoints() []paper.Block {
	t := paper.Table{Head: []string{"Point", "Alternative", "Words", "By"}, Widths: []int{9, 15, 48, 28}}
	for _, clause := range c.room.Clauses {
		for _, para := range clause.Paras {
			c.points(para.Nodes, &t)
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []paper.Block{paper.Heading{Level: 2, Text: paper.Text("Open points")}, t}
}

func (c changes) points(list []exercise.NodeView, t *paper.Table) {
	for _, n := range list {
		if n.Point == nil {
			continue
		}
		for _, a := range n.Point.Alts {
			words := strings.TrimSpace(unwritten(a))
			if words == "" {
				words = "– (no words)"
			}
			t.Rows = append(t.Rows, [][]paper.Run{
				paper.Text(string(n.Point.ID)), paper.Text(a.ID.String()), paper.Text(words), paper.Text(c.behind(a)),
			})
			c.points(a.Nodes, t)
		}
	}
}

// unwritten is an alternative in plain text.
func unwritten(a exercise.AltView) string {
	if len(a.Nodes) > 0 {
		return plainNodes(a.Nodes)
	}
	return a.Text
}

// plainNodes is a paragraph's text with its points as [one | other], in no
// format.
func plainNodes(list []exercise.NodeView) string {
	var b strings.Builder
	for _, n := range list {
		b.WriteString(n.Text)
		if n.Point == nil {
			continue
		}
		alts := make([]string, len(n.Point.Alts))
		for i, a := range n.Point.Alts {
			if alts[i] = strings.TrimSpace(unwritten(a)); alts[i] == "" {
				alts[i] = "–"
			}
		}
		b.WriteString("[" + strings.Join(alts, " | ") + "]")
	}
	return b.String()
}

// behind names the sponsors of an alternative.
func (c changes) behind(a exercise.AltView) string {
	switch {
	case a.Chair:
		return "the chair"
	case len(a.Sponsors) == 0:
		return "the draft"
	}
	names := make([]string, len(a.Sponsors))
	for i, team := range a.Sponsors {
		t := c.team(team)
		names[i] = t.Name + " (" + string(t.Track) + ")"
	}
	return and(names)
}

// lodged lists all amendments with what became of them.
func (c changes) lodged() []paper.Block {
	t := paper.Table{Head: []string{"No.", "By", "What it asks for", "State"}, Widths: []int{8, 24, 48, 20}}
	for _, a := range c.room.Amendments {
		what := a.Line.String()
		if a.Because != "" {
			what += ", because " + a.Because
		}
		t.Rows = append(t.Rows, [][]paper.Run{paper.Text(string(a.ID)), paper.Text(c.amenders(a)), paper.Text(what), paper.Text(a.State)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []paper.Block{paper.Heading{Level: 2, Text: paper.Text("Amendments")}, t}
}

// changes is the part of the minutes with the clauses that were changed, in
// CriticMarkup.
func (p *page) changes() {
	c := newChanges(p.v)
	var blocks []paper.Block
	for _, clause := range c.room.Clauses {
		if list := c.clause(clause, 3); changed(list) {
			blocks = append(blocks, list...)
		}
	}
	if len(blocks) == 0 {
		return
	}
	p.para("## The text with its changes")
	p.para("_From the first draft to the text as it stands: what was put in and struck, by whom and when._")
	p.WriteString(paper.Written(blocks))
}

func changed(list []paper.Block) bool {
	for _, b := range list {
		if para, ok := b.(paper.Para); ok {
			for _, r := range para.Text {
				if r.Change != nil {
					return true
				}
			}
		}
	}
	return false
}
