package paper

const (
	cellSide = 1.6 // mm between a cell's text and its edges
	cellTop  = 1.1
	cellLine = tableSize * mmPerPoint * 1.36
)

// tableRow is a row with its cells broken into lines.
type tableRow struct {
	cells [][][]piece
	lines int
}

func (r tableRow) high() float64 { return float64(r.lines)*cellLine + 2*cellTop }

// pdfTable is a table being drawn: its columns, and the head that stands on
// every page it comes to.
type pdfTable struct {
	*sheet
	t      Table
	widths []float64
	head   tableRow
	rows   []tableRow
}

func (s *sheet) table(t Table) {
	if len(t.Head) == 0 {
		return
	}
	d := s.laid(t)
	d.begin()
	for i, row := range d.rows {
		if i == len(d.rows)-2 && i > 0 {
			d.together(row, d.rows[i+1])
		}
		d.row(row)
	}
	d.line(0.4)
	s.y += 3.5
}

// laid is a table with its columns measured and its cells broken into lines.
func (s *sheet) laid(t Table) *pdfTable {
	d := &pdfTable{sheet: s, t: t, widths: t.shares()}
	for i := range d.widths {
		d.widths[i] *= pdfText
	}
	head := make([][]Run, len(t.Head))
	for i, h := range t.Head {
		head[i] = []Run{{Text: h, Bold: true}}
	}
	d.head = d.broken(head)
	for _, row := range t.Rows {
		d.rows = append(d.rows, d.broken(row))
	}
	return d
}

// begin writes caption and head where at least one row has room under them.
func (d *pdfTable) begin() {
	d.room(d.opening())
	if d.t.Caption != "" {
		d.text([]Run{{Text: d.t.Caption, Bold: true}}, setting{left: pdfSide, size: 9.5, before: 2, after: 1})
	}
	d.heading()
}

// opening is what must have room where the table begins, in mm: a short table
// whole, of another caption, head and first row.
func (d *pdfTable) opening() float64 {
	need := d.head.high() + 8
	if d.t.Caption != "" {
		need += 8
	}
	all := 0.0
	for _, r := range d.rows {
		all += r.high()
	}
	switch short := (d.bottom - d.top) / 4; {
	case need+all <= short:
		need += all
	case len(d.rows) > 0:
		need += min(d.rows[0].high(), 40)
	}
	return need
}

// together keeps the last row from standing alone on a page.
func (d *pdfTable) together(last ...tableRow) {
	high := 0.0
	for _, r := range last {
		high += r.high()
	}
	if d.y+high > d.bottom && high < (d.bottom-d.top)/4 {
		d.next()
	}
}

func (d *pdfTable) broken(cells [][]Run) tableRow {
	row := tableRow{lines: 1}
	for i, w := range d.widths {
		lines := d.flow(cell(cells, i), w-2*cellSide, tableSize)
		row.cells = append(row.cells, lines)
		row.lines = max(row.lines, len(lines))
	}
	return row
}

func (d *pdfTable) heading() {
	d.line(0.4)
	d.f.SetFillColor(237, 237, 237)
	d.f.Rect(pdfSide, d.y, pdfText, d.head.high(), "F")
	d.draw(d.head, 0, d.head.lines)
	d.line(0.4)
}

// line draws a line over the whole width.
func (d *pdfTable) line(wide float64) {
	d.f.SetLineWidth(wide)
	d.f.Line(pdfSide, d.y, pdfSide+pdfText, d.y)
}

// row writes a row on one page, unless it is longer than a page.
func (d *pdfTable) row(r tableRow) {
	if d.y+r.high() > d.bottom {
		if whole := d.bottom - d.top - d.head.high(); r.high() <= whole || d.bottom-d.y < whole/2 {
			d.next()
		}
	}
	for from := 0; from < r.lines; {
		n := min(r.lines-from, max(int((d.bottom-d.y-2*cellTop)/cellLine), 1))
		d.draw(r, from, n)
		if from += n; from < r.lines {
			d.next()
		}
	}
	if d.y < d.bottom-1 {
		d.f.SetDrawColor(150, 150, 150)
		d.line(0.15)
		d.f.SetDrawColor(0, 0, 0)
	}
}

func (d *pdfTable) next() {
	d.line(0.4)
	d.f.AddPage()
	d.heading()
}

// draw writes n lines of a row's cells, from one on.
func (d *pdfTable) draw(r tableRow, from, n int) {
	x := pdfSide
	for i, lines := range r.cells {
		for j, line := range lines[min(from, len(lines)):min(from+n, len(lines))] {
			at := x + cellSide
			if d.t.numeric(i) {
				at = x + d.widths[i] - cellSide - d.length(line, tableSize)
			}
			d.sheet.draw(line, at, d.y+cellTop+cellLine*(float64(j)+0.76), tableSize)
		}
		x += d.widths[i]
	}
	d.y += float64(n)*cellLine + 2*cellTop
}
