package paint

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// maxLine bounds the work one line may ask for: the widest screen with a colour
// change in every cell is shorter.
const maxLine = 32 << 10

// liner writes one line: cut to the width, clean, in the profile's colours.
type liner struct {
	out     []byte
	start   int // where the line begins in out
	width   int
	col     int // cells written
	profile colorprofile.Profile

	pen uv.Style // what the line asked for, in the profile's colours
	ink uv.Style // what the terminal has

	cut  bool // a style change stands since the last cell
	odd  bool // the last cell may join what follows
	say  bool // the column has to be said before the next cell
	said bool // the line was erased first, because columns are said
	full bool // what follows does not fit
}

// appendLine appends a line as seen from column 0 with plain style, and leaves
// plain style behind. What stood to its right is erased. full: its last cell is
// at the right edge, of a width that no terminal disputes.
func appendLine(out []byte, raw string, width int, profile colorprofile.Profile) (_ []byte, full bool) {
	l := liner{out: out, start: len(out), width: width, profile: profile}
	l.write(raw[:min(len(raw), maxLine)])
	l.paint(uv.Style{})
	// At the right edge there is nothing to erase, and a terminal that waits
	// to wrap would erase the last cell.
	if !l.said && l.col < l.width {
		l.out = append(l.out, ansi.EraseLineRight...)
	}
	return l.out, l.col == l.width && !l.odd
}

func (l *liner) write(s string) {
	for len(s) > 0 && l.col < l.width && !l.full {
		if n, cells := plainRun(s, l.width-l.col); n > 0 {
			l.cells(s[:n], cells)
			l.odd = false
			s = s[n:]
			continue
		}
		if s[0] >= 0x20 && s[0] < 0x7f || s[0] >= 0xc0 {
			s = s[l.cluster(s):]
			continue
		}
		s = s[l.sequence(s):]
	}
}

// cells appends text of a known width.
func (l *liner) cells(text string, width int) {
	l.paint(l.pen)
	if l.say {
		l.column()
	}
	l.out = append(l.out, text...)
	l.col += width
	l.cut = false
}

// cluster appends the grapheme cluster at the head of s, if it may be shown and
// fits, and returns how many bytes it took.
func (l *liner) cluster(s string) int {
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	text, width := cleanCluster(cluster)
	switch {
	case width == 0:
		l.say = true // what stood on both sides of it must not join
	case l.col+width > l.width:
		l.full = true // half a character cannot be shown, nor what follows it
	default:
		// A style change keeps two clusters apart in the frame, but not on
		// every terminal, nor if it changed nothing and was not written.
		l.say = l.say || l.cut && l.odd
		l.cells(text, width)
		l.odd = true
		l.say = disputed(text, width) || len(text) < len(cluster)
	}
	return max(len(cluster), 1)
}

// sequence takes the control sequence or stray byte at the head of s: SGR
// changes the pen, anything else is dropped.
func (l *liner) sequence(s string) int {
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	seq, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, p)
	if len(seq) > 2 && seq[0] == ansi.ESC && seq[1] == '[' && p.Command() == 'm' {
		pen := l.pen
		uv.ReadStyle(p.Params(), &pen)
		l.pen = uv.ConvertStyle(pen, l.profile)
		l.cut = true
		return n
	}
	if len(seq) > 2 && seq[0] == ansi.ESC && seq[1] == ']' {
		l.cut = true // a tag of the program for itself, which nobody sees
		return n
	}
	l.say = true
	return max(n, 1)
}

// paint brings the terminal's style to the given one.
func (l *liner) paint(style uv.Style) {
	if style != l.ink {
		l.out = append(l.out, style.Diff(&l.ink)...)
		l.ink = style
	}
}

// column says where the next cell goes, so that a terminal which draws the
// cluster before it wider or narrower still keeps the frame's columns. Such a
// line is erased first: a narrower drawing leaves a hole.
func (l *liner) column() {
	l.say = false
	if l.col == 0 {
		return
	}
	if !l.said {
		l.said = true
		l.out = slices.Insert(l.out, l.start, []byte(ansi.EraseLineRight)...)
	}
	l.out = append(l.out, "\x1b["...)
	l.out = strconv.AppendInt(l.out, int64(l.col+1), 10)
	l.out = append(l.out, 'G')
}

// appendPlain appends the printable runes of s, at most limit of them: a title
// has no style and no width.
func appendPlain(out []byte, s string, limit int) []byte {
	for i := 0; i < len(s) && limit > 0; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if printable(r) && (r != utf8.RuneError || n > 1) {
			out = append(out, s[i:i+n]...)
			limit--
		}
		i += n
	}
	return out
}
