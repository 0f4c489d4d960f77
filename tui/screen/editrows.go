package screen

// This file places a text and its cursor on rows.

// caret finds the row and column of the cursor: at most width, the cell behind a
// full row, which those who draw a text keep free.
func (e *Editor) caret(rows []row, width int) (y, x int) {
	for y = len(rows) - 1; y > 0 && rows[y].from > e.at; y-- {
	}
	// A place at a soft break belongs to the row it begins, except where the
	// row before ends there by a newline.
	x = cells(e.text[rows[y].from:e.at])
	return y, min(x, width)
}

func (e *Editor) rowAt(width int) row {
	rows := rowsOf(e.text, width)
	y, _ := e.caret(rows, width)
	return rows[y]
}

// endOfRow is the last place that is still shown on the cursor's row.
func (e *Editor) endOfRow(width int) int {
	rows := rowsOf(e.text, width)
	y, _ := e.caret(rows, width)
	if y+1 < len(rows) && rows[y+1].from == rows[y].to {
		return e.before(rows[y].to)
	}
	return rows[y].to
}

// vertical moves by rows, to the nearest column.
func (e *Editor) vertical(width, by int) bool {
	rows := rowsOf(e.text, width)
	y, x := e.caret(rows, width)
	if y+by < 0 || y+by >= len(rows) {
		return false
	}
	to := rows[y+by]
	at := to.from
	for used := 0; at < to.to; {
		n, w := cluster(e.text[at:])
		if used+w > x {
			break
		}
		at, used = at+n, used+w
	}
	if at == to.to && y+by+1 < len(rows) && rows[y+by+1].from == at && at > to.from {
		at = e.before(at)
	}
	e.move(at)
	return true
}

// window gives the rows to show of a text wrapped at width, at most height of
// them with the cursor among them, and the cursor's place there.
func (e *Editor) window(width, height int) (lines []string, cursor Spot) {
	rows := rowsOf(e.text, width)
	y, x := e.caret(rows, width)
	height = max(height, 1)
	top := max(min(y-height+1, len(rows)-height), 0)
	if y < top {
		top = y
	}
	for i, r := range rows[top:min(top+height, len(rows))] {
		lines = append(lines, cut(e.text[r.from:r.to], width, "")+seam(e.text, rows, top+i))
	}
	return lines, Spot{X: x, Y: y - top}
}
