package paper

import "slices"

// Map gives the document with every text in it changed by change, for a copy
// that names people in another way. The document itself is left as it is.
func (d Document) Map(change func(string) string) Document {
	d.Title, d.Banner, d.Marking = change(d.Title), change(d.Banner), change(d.Marking)
	d.Blocks = slices.Clone(d.Blocks)
	for i, b := range d.Blocks {
		d.Blocks[i] = b.mapped(change)
	}
	return d
}

func mapRuns(runs []Run, change func(string) string) []Run {
	out := slices.Clone(runs)
	for i, r := range runs {
		out[i].Text = change(r.Text)
		if r.Change != nil {
			by := *r.Change
			by.Author = change(by.Author)
			out[i].Change = &by
		}
	}
	return out
}

func mapCells(rows [][]Run, change func(string) string) [][]Run {
	out := slices.Clone(rows)
	for i := range rows {
		out[i] = mapRuns(rows[i], change)
	}
	return out
}

func mapWords(words []string, change func(string) string) []string {
	out := slices.Clone(words)
	for i, w := range words {
		out[i] = change(w)
	}
	return out
}

func mapMarks(marks []Mark, change func(string) string) []Mark {
	out := slices.Clone(marks)
	for i := range out {
		out[i].Text = change(out[i].Text)
	}
	return out
}

func (h Heading) mapped(change func(string) string) Block {
	h.Text = mapRuns(h.Text, change)
	return h
}

func (p Para) mapped(change func(string) string) Block {
	p.Text = mapRuns(p.Text, change)
	return p
}

func (l List) mapped(change func(string) string) Block {
	l.Items = mapCells(l.Items, change)
	return l
}

func (t Table) mapped(change func(string) string) Block {
	t.Caption, t.Head, t.Rows = change(t.Caption), mapWords(t.Head, change), slices.Clone(t.Rows)
	for i := range t.Rows {
		t.Rows[i] = mapCells(t.Rows[i], change)
	}
	return t
}

func (b Break) mapped(func(string) string) Block { return b }

func (r Rule) mapped(func(string) string) Block { return r }

func (b Bars) mapped(change func(string) string) Block {
	b.Title, b.Note, b.Rows = change(b.Title), change(b.Note), slices.Clone(b.Rows)
	for i := range b.Rows {
		b.Rows[i].Label, b.Rows[i].Figure = change(b.Rows[i].Label), change(b.Rows[i].Figure)
	}
	return b
}

func (s Steps) mapped(change func(string) string) Block {
	s.Title, s.Note, s.Series, s.Marks = change(s.Title), change(s.Note), slices.Clone(s.Series), mapMarks(s.Marks, change)
	for i := range s.Series {
		s.Series[i].Label = change(s.Series[i].Label)
	}
	return s
}

func (s Spans) mapped(change func(string) string) Block {
	s.Title, s.Note, s.Legend, s.Rows = change(s.Title), change(s.Note), change(s.Legend), slices.Clone(s.Rows)
	for i := range s.Rows {
		s.Rows[i].Label, s.Rows[i].Marks = change(s.Rows[i].Label), mapMarks(s.Rows[i].Marks, change)
	}
	return s
}
