package screen

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"kefi/tui/paint"
	"kefi/tui/theme"
)

// glass is a terminal that shows what a painter wrote. The emulator takes the
// end of a write for the end of a cluster, where a terminal goes on with the
// next one, and a painter's pieces may end anywhere: it gets a frame at once.
type glass struct {
	mu      sync.Mutex
	waiting []byte
	em      *vt.Emulator
}

func (g *glass) Write(b []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.waiting = append(g.waiting, b...)
	return len(b), nil
}

// draw shows what was written since the last time.
func (g *glass) draw() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	_, err := g.em.Write(g.waiting)
	g.waiting = nil
	return err
}

// before is what stands in the cells of a line from a column to the cursor.
func (g *glass) before(from int) string {
	var b strings.Builder
	at := g.em.CursorPosition()
	for x := from; x < at.X; {
		c := g.em.CellAt(x, at.Y)
		if c == nil || c.Width == 0 {
			x++
			continue
		}
		b.WriteString(c.Content)
		x += c.Width
	}
	return b.String()
}

// piece is what people type or paste: letters, words, wide and composed
// characters, flags and families.
var piece = rapid.SampledFrom([]string{
	"a", "I", "notify", " ", " ", "é", "e\u0301", "q\u0323\u0307", "界", "宽字", "한국", "ｶﾞ", "👍", "👍🏽", "👩‍👩‍👧", "🇬🇷", "🏳️‍🌈", "❤️", "κ", "क्षि", "ไทย", "שלום", "سلام", "…", "“",
})

// editing is one step of someone who writes: a key, or what is typed or pasted.
type editing struct{ key, typed, pasted string }

var editings = rapid.Custom(func(t *rapid.T) editing {
	switch rapid.IntRange(0, 5).Draw(t, "step") {
	case 0:
		return editing{pasted: strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "paste"), "")}
	case 1:
		return editing{key: rapid.SampledFrom([]string{"<left>", "<right>", "<home>", "<end>", "<backspace>", "<delete>"}).Draw(t, "key")}
	}
	return editing{typed: piece.Draw(t, "piece")}
})

func (e editing) on(sh *Shell) {
	switch now := fixtureNow + later; {
	case e.key != "":
		press(sh, e.key, now)
	case e.pasted != "":
		sh.Paste(e.pasted, now)
	default:
		sh.Key(tea.KeyPressMsg{Code: []rune(e.typed)[0], Text: e.typed}, now)
	}
}

// field is a place where a text is written.
type field struct {
	name   string
	keys   string // that lead to it
	editor func(*Shell) *Editor
	from   func(width int) int // the column where the text of its first row begins
}

var fields = []field{
	{"the input line", "", func(sh *Shell) *Editor { return &sh.line().text }, after(">")},
	{"the amendment's text", "/amend 3.1<enter>", func(sh *Shell) *Editor { return &sh.page().(*amend).text }, after("")},
	{"its reason", "/amend 3.1<enter><tab>", func(sh *Shell) *Editor { return &sh.page().(*amend).why }, func(width int) int {
		if width < 50 {
			return after("> Why:")(width)
		}
		return after("> Why, in one line:")(width)
	}},
}

// after is the column behind a label and a space.
func after(label string) func(int) int { return func(int) int { return len(label) + 1 } }

// The terminal's own cursor stands behind what stands before it in the text,
// as the terminal has drawn that, wherever text is typed.
func TestTheCursorStandsInItsText(t *testing.T) {
	for _, f := range fields {
		t.Run(f.name, func(t *testing.T) {
			rapid.Check(t, func(r *rapid.T) {
				window := rapid.SampledFrom(windows[1:]).Draw(r, "window")
				look := rapid.SampledFrom([]theme.Look{theme.Dark, theme.ASCII}).Draw(r, "look")
				steps := rapid.SliceOfN(editings, 1, 12).Draw(r, "steps")
				var err error
				// The bubble is no more than this: rapid looks at the clock to
				// know when to stop shrinking.
				synctest.Test(t, func(*testing.T) { err = f.write(window, look, steps) })
				if err != nil {
					r.Fatal(err)
				}
			})
		})
	}
}

// write takes the steps in a terminal and says after which the cursor is wrong.
func (f field) write(window [2]int, look theme.Look, steps []editing) error {
	sh := seated(turnView("arcadia"), look, window[0], window[1])
	sh.Frame(fixtureNow)
	press(sh, f.keys, fixtureNow+later)
	g := &glass{em: vt.NewEmulator(window[0], window[1])}
	p := paint.New(g, window[0], window[1], colorprofile.TrueColor, paint.WithInterval(0))
	defer p.Close()
	e := f.editor(sh)
	e.Reset("")
	for i, step := range steps {
		step.on(sh)
		frame := sh.Frame(fixtureNow + later)
		p.Paint(frame)
		synctest.Wait()
		if err := g.draw(); err != nil {
			return err
		}
		if at := g.em.CursorPosition(); !frame.Cursor.Visible || at.X != frame.Cursor.X || at.Y != frame.Cursor.Y {
			return fmt.Errorf("step %d: the cursor is at %v, the frame has it at %+v", i, at, frame.Cursor)
		}
		if err := g.stands(e, f.from(window[0]), look); err != nil {
			return fmt.Errorf("step %d, %+v: %w", i, step, err)
		}
	}
	return nil
}

// stands checks what the terminal shows before its cursor against the text.
func (g *glass) stands(e *Editor, from int, look theme.Look) error {
	shown, text := g.before(from), theme.For(look, true).Typeset(e.text[:e.at])
	if !strings.HasSuffix(text, strings.TrimRight(shown, " ")) && !strings.HasSuffix(strings.TrimRight(text, " "), strings.TrimRight(shown, " ")) {
		return fmt.Errorf("before the cursor stands %q, the text there is %q", shown, text)
	}
	if shown == "" && e.at > 0 && !strings.HasSuffix(e.text[:e.at], " ") && cells(e.text[:e.at]) < 20 {
		return fmt.Errorf("nothing stands before the cursor, the text there is %q", text)
	}
	return nil
}
