package paper

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// piece is a stretch of one line in one look.
type piece struct {
	text   string
	face   face
	change *Change
}

// ruler measures a text in a face, in any unit that it keeps to.
type ruler func(face, string) float64

// flow breaks runs into lines no longer than width, at spaces and, where a word
// is longer than a line, anywhere.
func flow(runs []Run, width float64, measure ruler) [][]piece {
	f := flowing{width: width, measure: measure}
	for _, r := range runs {
		look := piece{face: faceOf(r), change: r.Change}
		for _, token := range tokens(r.Text) {
			look.text = token
			f.take(look)
		}
	}
	f.word()
	f.line()
	return f.out
}

// tokens cuts a text into words, spaces and line ends.
func tokens(s string) []string {
	var out []string
	from, space := 0, false
	for i, r := range s {
		now := r == ' ' || r == '\t'
		if i > from && (now != space || r == '\n' || s[i-1] == '\n') {
			out = append(out, s[from:i])
			from = i
		}
		space = now
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// flowing is a text on its way into lines. A word may change its look inside.
type flowing struct {
	width   float64
	measure ruler
	out     [][]piece
	now     []piece // the line
	used    float64
	pending []piece // the word
	long    float64
}

func (f *flowing) take(p piece) {
	switch {
	case p.text == "\n":
		f.word()
		f.line()
	case strings.TrimSpace(p.text) == "":
		f.word()
		p.text = strings.ReplaceAll(p.text, "\t", "    ")
		if w := f.measure(p.face, p.text); len(f.now) > 0 || len(f.out) == 0 {
			f.add(p, w)
		}
	default:
		f.pending = append(f.pending, p)
		f.long += f.measure(p.face, p.text)
	}
}

// word puts the pending word into the line, or into the next.
func (f *flowing) word() {
	if len(f.pending) > 0 && f.used+f.long > f.width && f.long <= f.width {
		f.line()
	}
	for _, p := range f.pending {
		f.fit(p)
	}
	f.pending, f.long = nil, 0
}

// fit adds a piece, cut where the line is full.
func (f *flowing) fit(p piece) {
	if w := f.measure(p.face, p.text); f.used+w <= f.width {
		f.add(p, w)
		return
	}
	from, long := 0, 0.0
	for i, r := range p.text {
		w := f.measure(p.face, string(r))
		if f.used+long+w > f.width && (i > from || f.used > 0) {
			f.add(piece{p.text[from:i], p.face, p.change}, 0)
			f.line()
			from, long = i, 0
		}
		long += w
	}
	f.add(piece{p.text[from:], p.face, p.change}, long)
}

func (f *flowing) add(p piece, w float64) {
	if last := len(f.now) - 1; last >= 0 && f.now[last].face == p.face && f.now[last].change == p.change {
		f.now[last].text += p.text
	} else if p.text != "" {
		f.now = append(f.now, p)
	}
	f.used += w
}

func (f *flowing) line() {
	f.out = append(f.out, f.now)
	f.now, f.used = nil, 0
}

// drawable gives a text in letters that the built-in face has. Another one
// stands as its number, [U+4E2D], so that it does not vanish; false says that
// there was one.
func drawable(s string) (string, bool) {
	s = norm.NFC.String(visible(s))
	whole := true
	var out strings.Builder
	var buf sfnt.Buffer
	for _, r := range s {
		switch n, err := regular.font().GlyphIndex(&buf, r); {
		case r == '\n' || r == '\t':
			out.WriteRune(r)
		case unicode.Is(unicode.Zs, r) && r != '\u00a0':
			out.WriteByte(' ')
		case unicode.Is(unicode.Cf, r): // joins and breaks that are not drawn
		case alike[r] != "":
			out.WriteString(alike[r])
		case err != nil || n == 0 || r > 0xffff:
			fmt.Fprintf(&out, "[U+%04X]", r)
			whole = false
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), whole
}

// alike are letters that the built-in face has, in the place of some that it
// has not.
var alike = map[rune]string{'✓': "√", '✔': "√", '✗': "×", '✘': "×", '⇒': "→", '⟶': "→", '‑': "-"}
