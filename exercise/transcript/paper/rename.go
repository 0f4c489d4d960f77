package paper

// Renamed gives the document with every text of it as rename has it: what was
// written, labels of charts, and the authors of changes. The document itself
// stays as it is.
func (d Document) Renamed(rename func(string) string) Document {
	d.Title, d.Banner, d.Marking = rename(d.Title), rename(d.Banner), rename(d.Marking)
	blocks := make([]Block, len(d.Blocks))
	for i, b := range d.Blocks {
		blocks[i] = renaming(rename).block(b)
	}
	d.Blocks = blocks
	return d
}

type renaming func(string) string

func (r renaming) block(b Block) Block {
	switch b := b.(type) {
	case Heading:
		b.Text = r.runs(b.Text)
		return b
	case Para:
		b.Text = r.runs(b.Text)
		return b
	case List:
		b.Items = each(b.Items, r.runs)
		return b
	case Table:
		b.Caption, b.Head = r(b.Caption), each(b.Head, r)
		b.Rows = each(b.Rows, func(row [][]Run) [][]Run { return each(row, r.runs) })
		return b
	}
	return r.chart(b)
}

func (r renaming) chart(b Block) Block {
	switch b := b.(type) {
	case Bars:
		b.Title, b.Note = r(b.Title), r(b.Note)
		b.Rows = each(b.Rows, func(x Bar) Bar {
			x.Label, x.Figure = r(x.Label), r(x.Figure)
			return x
		})
		return b
	case Steps:
		b.Title, b.Note, b.Marks = r(b.Title), r(b.Note), each(b.Marks, r.mark)
		b.Series = each(b.Series, func(x Series) Series {
			x.Label = r(x.Label)
			return x
		})
		return b
	case Spans:
		b.Title, b.Note, b.Legend = r(b.Title), r(b.Note), r(b.Legend)
		b.Rows = each(b.Rows, func(x SpanRow) SpanRow {
			x.Label, x.Marks = r(x.Label), each(x.Marks, r.mark)
			return x
		})
		return b
	}
	return b
}

func (r renaming) mark(m Mark) Mark {
	m.Text = r(m.Text)
	return m
}

func (r renaming) runs(runs []Run) []Run {
	return each(runs, func(x Run) Run {
		x.Text = r(x.Text)
		if x.Change != nil {
			by := *x.Change
			by.Author = r(by.Author)
			x.Change = &by
		}
		return x
	})
}

func each[A any, F ~func(A) A](list []A, change F) []A {
	if list == nil {
		return nil
	}
	out := make([]A, len(list))
	for i, x := range list {
		out[i] = change(x)
	}
	return out
}
