package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Widths are in terminal cells, by grapheme, with SGR sequences counting none.

// cells is the width of s.
func cells(s string) int { return ansi.StringWidth(s) }

// blanks is n spaces.
func blanks(n int) string { return strings.Repeat(" ", max(n, 0)) }

// cut shortens s to at most width cells, between words where one is near, and
// marks what is missing with tail.
func cut(s string, width int, tail string) string {
	if width <= 0 {
		return ""
	}
	if len(s) <= width || cells(s) <= width {
		return s
	}
	room := width - cells(tail)
	text := ansi.Strip(s)
	kept := ansi.Truncate(text, room, "")
	if len(kept) < len(text) && text[len(kept)] != ' ' {
		if space := strings.LastIndexByte(kept, ' '); space > len(kept)/2 {
			kept = kept[:space]
		}
	}
	if room = cells(strings.TrimRight(kept, " ")); room <= 0 {
		return ansi.Truncate(s, width, "")
	}
	return ansi.Truncate(s, room, "") + tail
}

// fit makes s exactly width cells wide.
func fit(s string, width int, tail string) string {
	s = cut(s, width, tail)
	return s + blanks(width-cells(s))
}

// cutLeft is what stands right of the first width cells of a painted line.
func cutLeft(s string, width int) string { return ansi.TruncateLeft(s, width, "") }

// cutRight is what stands left of a cell of a painted line, with the styles that
// begin there.
func cutRight(s string, width int) string { return ansi.Truncate(s, width, "") }

// between is the text of some cells of a painted line.
func between(s string, from, to int) string { return ansi.Strip(ansi.Cut(s, from, to)) }

// spread puts left and right at the two ends of a line of width cells. The
// right end stays whole as long as it fits; the left one gives way.
func spread(left, right string, width int, tail string) string {
	if right == "" {
		return cut(left, width, tail)
	}
	room := width - cells(right)
	if room < 0 {
		return cut(right, width, tail)
	}
	return fit(left, room-min(1, room), tail) + blanks(min(1, room)) + right
}

// cluster measures the first grapheme of s: its bytes and cells.
func cluster(s string) (bytes, width int) {
	if s[0] < 0x80 && (len(s) == 1 || s[1] < 0x80) {
		if s[0] < 0x20 || s[0] == 0x7f {
			return 1, 0
		}
		return 1, 1
	}
	c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(c), 1), w
}

// row is a stretch of a text that stands on one line, in bytes.
type row struct{ from, to int }

// rowsOf wraps text at spaces and beside wide characters; a word wider than
// the line is broken. The spaces at a break hang at the end of the row they
// follow. There is always at least one row.
func rowsOf(text string, width int) []row {
	width = max(width, 1)
	var rows []row
	start, at, used, may := 0, 0, 0, 0 // may: where the row may end
	for at < len(text) {
		if text[at] == '\n' {
			rows = append(rows, row{start, at})
			at++
			start, used, may = at, 0, at
			continue
		}
		n, w := cluster(text[at:])
		space := text[at] == ' '
		if w == 2 && at > start {
			may = at
		}
		if used+w > width && !space && at > start {
			end := at
			if may > start {
				end = may
			}
			rows = append(rows, row{start, end})
			start, may, used = end, end, cells(text[end:at])
			continue
		}
		at, used = at+n, used+w
		if space {
			may = at
		}
	}
	return append(rows, row{start, len(text)})
}
