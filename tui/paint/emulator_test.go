package paint

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// After any frames and sizes a terminal shows what one shows that only ever saw
// the last frame.
func TestAnySequenceOfFramesShowsTheLast(t *testing.T) {
	checkInBubble(t, framesShowTheLast)
}

func framesShowTheLast(t *rapid.T) {
	w, h := rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 5).Draw(t, "h")
	profile := rapid.SampledFrom([]colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI, colorprofile.ASCII}).Draw(t, "profile")
	s := newScreen(w, h)
	p := New(s, w, h, profile, WithInterval(0))
	defer p.Close()
	pool := rapid.SliceOfN(lines, 1, 6).Draw(t, "pool")
	var last Frame
	for range rapid.IntRange(1, 8).Draw(t, "steps") {
		switch rapid.IntRange(0, 9).Draw(t, "step") {
		case 0:
			w, h = rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 5).Draw(t, "h")
			s.resize(w, h)
			p.Resize(w, h)
		case 1:
			p.Redraw()
		case 2:
			p.Do(Bell())
		default:
			last = drawFrame(t, pool)
			p.Paint(last)
		}
		if rapid.Bool().Draw(t, "settle") {
			synctest.Wait()
		}
	}
	p.Paint(last)
	synctest.Wait()
	want, done := fresh(w, h, profile, last)
	defer done()
	if got, want := s.cells(), want.cells(); got != want {
		t.Fatalf("%dx%d %q shows\n%s\nfrom scratch\n%s", w, h, last.Lines, got, want)
	}
}

func drawFrame(t *rapid.T, pool []string) Frame {
	return Frame{
		Lines: rapid.SliceOfN(rapid.SampledFrom(pool), 0, 7).Draw(t, "lines"),
		Cursor: Cursor{
			X:       rapid.IntRange(-2, 14).Draw(t, "x"),
			Y:       rapid.IntRange(-2, 7).Draw(t, "y"),
			Visible: rapid.Bool().Draw(t, "visible"),
		},
		Title:    rapid.SampledFrom([]string{"", "kefi", "a\ab"}).Draw(t, "title"),
		Mouse:    rapid.Bool().Draw(t, "mouse"),
		Progress: rapid.IntRange(-1, 3).Draw(t, "progress"),
		Status:   rapid.SampledFrom([]Status{{}, {Told: true}, {Told: true, Waits: "Your\x1b]0;x\a turn"}}).Draw(t, "status"),
	}
}

// honest lines hold nothing that is dropped, so that another renderer has the
// same idea of them.
var honest = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
		"plain ", "text", "\x1b[m", "\x1b[1m", "\x1b[31m", "\x1b[42m", "\x1b[7m", "\x1b[38;2;1;2;3m", "\x1b[39m",
		"宽", "é", "ae\u0301", "─┐", "👍", family, "🇬🇷", "ᄀ",
	}), 0, 6).Draw(t, "pieces"), "") + "\x1b[m"
})

// The painter agrees, cell by cell, with ultraviolet drawing the same line.
func TestLinesAreWhatTheyWouldBeInCells(t *testing.T) { rapid.Check(t, cellsAgree) }

func cellsAgree(t *rapid.T) {
	const w = 16
	raw := honest.Draw(t, "line")
	s := newScreen(w, 1)
	s.Write([]byte(ansi.ResetModeAutoWrap))
	s.Write([]byte(written(raw, w, colorprofile.TrueColor)))

	buf := uv.NewScreenBuffer(w, 1)
	buf.Method = ansi.GraphemeWidth
	uv.NewStyledString(ansi.Truncate(raw, w, "")).Draw(buf, buf.Bounds())
	want := newScreen(w, 1)
	for x := range w {
		if c := buf.CellAt(x, 0); c != nil && !c.IsZero() {
			want.em.SetCell(x, 0, c)
		}
	}
	if got, want := cellsOf(s.em), cellsOf(want.em); got != want {
		t.Fatalf("%q shows\n%swant\n%s", raw, got, want)
	}
}

// Everything a painter writes is its own: text, and sequences of this package.
func TestOnlyOwnSequencesAreWritten(t *testing.T) {
	checkInBubble(t, ownSequences)
}

func ownSequences(t *rapid.T) {
	s := newScreen(12, 5)
	p := New(s, 12, 5, colorprofile.TrueColor, WithInterval(0))
	defer p.Close()
	for range 3 {
		f := drawFrame(t, rapid.SliceOfN(lines, 1, 6).Draw(t, "pool"))
		f.Title = lines.Draw(t, "title")
		p.Paint(f)
		synctest.Wait()
	}
	p.Close()
	for out := s.taken(); out != ""; {
		seq, _, n, _ := ansi.DecodeSequence(out, ansi.NormalState, nil)
		if strings.HasPrefix(out, "\x1b]") {
			// The decoder takes half a Hangul syllable for the end of a string.
			if n = strings.Index(out, stringEnd) + len(stringEnd); n > len(stringEnd) {
				seq = out[:n]
			}
		}
		if seq[0] == ansi.ESC && !own(seq) || seq[0] != ansi.ESC && impure(seq) != "" {
			t.Fatalf("wrote %q", seq)
		}
		out = out[n:]
	}
}

func own(seq string) bool {
	for _, prefix := range []string{"\x1b]2;", "\x1b]9;4;", "\x1b]7501;"} {
		if strings.HasPrefix(seq, prefix) {
			text, ended := strings.CutSuffix(seq[len(prefix):], stringEnd)
			return ended && !strings.Contains(text, "\x1b") && impure(text) == ""
		}
	}
	if strings.HasPrefix(seq, "\x1b[") && strings.ContainsAny(seq[len(seq)-1:], "mKGH") {
		return !strings.ContainsAny(seq, "<=>?")
	}
	return strings.Contains(enterScreen+clearScreen+mouseOn+mouseOff+keepTitle+restoreTitle+
		ansi.SetModeSynchronizedOutput+ansi.ResetModeSynchronizedOutput+ansi.ShowCursor+ansi.HideCursor+
		ansi.SetModeAutoWrap+ansi.ResetModeBracketedPaste+ansi.ResetModeAltScreenSaveCursor, seq)
}
