package paint

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

func TestPaintShowsTheFrame(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		p.Paint(Frame{
			Lines:  []string{"one", "\x1b[1mtwo\x1b[m", "", "four", "below the screen"},
			Cursor: Cursor{X: 2, Y: 1, Visible: true}, Progress: -1,
		})
		synctest.Wait()
		if got := s.text(); got != "one\ntwo\n\nfour" {
			t.Errorf("screen:\n%s", got)
		}
		if pos := s.em.CursorPosition(); pos.X != 2 || pos.Y != 1 {
			t.Errorf("cursor at %v", pos)
		}
		if !s.em.IsAltScreen() {
			t.Error("not on the alternate screen")
		}
	})
}

func TestOnlyChangedLinesAreWritten(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		lines := []string{"one", "two", "three"}
		p.Paint(Frame{Lines: lines, Progress: -1})
		synctest.Wait()
		s.taken()

		lines[1] = "2" // the slice is the caller's again
		p.Paint(Frame{Lines: lines, Progress: -1})
		pass(time.Second)
		want := "\x1b[?2026h\x1b[?25l\x1b[2;1H2\x1b[K\x1b[1;1H\x1b[?2026l"
		if got := s.taken(); got != want {
			t.Errorf("wrote %q, want %q", got, want)
		}

		p.Paint(Frame{Lines: lines, Progress: -1})
		pass(time.Second)
		if got := s.taken(); got != "" {
			t.Errorf("an unchanged frame wrote %q", got)
		}
		p.Paint(Frame{Lines: lines[:1], Progress: -1})
		pass(time.Second)
		if got := s.text(); got != "one" {
			t.Errorf("a shorter frame left %q", got)
		}
	})
}

func TestLookIsWrittenWhenItChanges(t *testing.T) {
	steps := []struct {
		frame Frame
		want  string
	}{
		{Frame{Mouse: true, Progress: -1}, mouseOn},
		{Frame{Mouse: true, Progress: 40}, "\x1b]9;4;1;40\x1b\\"},
		{Frame{Progress: 400}, mouseOff + "\x1b]9;4;1;100\x1b\\"},
		{Frame{Progress: -7}, progressOff},
		{Frame{Progress: -1, Title: "Room\a\x1b]0;x\x9c A\u202e"}, keepTitle + "\x1b]2;Room]0;x A\x1b\\"},
		{Frame{Progress: -1, Title: "Room B"}, "\x1b]2;Room B\x1b\\"},
		{Frame{Progress: -1, Title: "Room B", Status: Status{Told: true}}, "\x1b]7501;state=idle:id=kefi:app=kefi\x1b\\"},
		{Frame{Progress: -1, Title: "Room B", Status: Status{true, "Your turn"}}, "\x1b]7501;state=blocked:id=kefi:kind=question:app=kefi:msg=WW91ciB0dXJu\x1b\\"},
		{Frame{Progress: -1, Title: "Room B"}, statusOver},
		{Frame{Progress: -1, Title: "Room B", Cursor: Cursor{3, 1, true}}, "\x1b[2;4H\x1b[?25h"},
		{Frame{Progress: -1, Title: "Room B", Cursor: Cursor{900, -4, true}}, "\x1b[1;20H"},
		{Frame{Progress: -1, Title: "Room B", Cursor: Cursor{900, -4, false}}, "\x1b[?25l"},
	}
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4, WithInterval(0))
		p.Paint(Frame{Progress: -1})
		synctest.Wait()
		s.taken()
		for i, step := range steps {
			p.Paint(step.frame)
			synctest.Wait()
			if got := s.taken(); got != step.want {
				t.Errorf("step %d wrote %q, want %q", i, got, step.want)
			}
		}
	})
}

func TestCloseRestoresTheTerminal(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		p.Paint(Frame{Title: "kefi", Mouse: true, Progress: 3, Status: Status{Told: true}})
		synctest.Wait()
		s.taken()
		p.Do(Bell())
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		want := []string{
			"\a", ansi.ResetModeSynchronizedOutput, mouseOff, ansi.ResetModeBracketedPaste,
			ansi.ResetStyle, progressOff, statusOver, restoreTitle, ansi.SetModeAutoWrap, ansi.ShowCursor,
			ansi.ResetModeAltScreenSaveCursor,
		}
		rest := s.taken()
		for _, w := range want {
			i := strings.Index(rest, w)
			if i < 0 {
				t.Fatalf("%q is missing or late in %q", w, rest)
			}
			rest = rest[i+len(w):]
		}
		if rest != "" {
			t.Errorf("wrote %q after leaving", rest)
		}
		if s.em.IsAltScreen() || !ended(p.Done()) {
			t.Error("still there")
		}
		p.Paint(Frame{Lines: []string{"late"}})
		p.Resize(3, 3)
		p.Redraw()
		if p.Do(Bell()) || p.Close() != nil || s.taken() != "" {
			t.Error("a closed painter still works")
		}
	})
}

func TestNothingIsUndoneThatWasNotDone(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		if err := p.Close(); err != nil || s.taken() != "" {
			t.Error("an unused painter wrote")
		}
	})
}

func TestRedrawRepairsTheScreen(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		p.Paint(Frame{Lines: []string{"one", "two"}, Mouse: true, Title: "kefi", Progress: -1})
		synctest.Wait()
		want := s.cells()
		s.Write([]byte("\x1b[?1049l\x1b[?1002lgarbage\x1b[41m"))
		s.taken()
		p.Redraw()
		pass(time.Second)
		if got := s.cells(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if got := s.taken(); !strings.Contains(got, mouseOn) || !strings.Contains(got, "\x1b]2;kefi") {
			t.Errorf("modes or title missing in %q", got)
		}
	})
}

func TestSizesNobodyHas(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 0, 0, WithInterval(0))
		lines := make([]string, 1000)
		for i := range lines {
			lines[i] = strings.Repeat("宽a\x1b[31m", 600)
		}
		for _, size := range [][2]int{{0, 0}, {1, 1}, {0, 5}, {5, 0}, {500, 200}, {1, 1}, {4294967295, 1}, {-3, -9}, {2, 2}} {
			w, h := clamp(size[0], size[1])
			s.resize(w, h)
			p.Resize(size[0], size[1])
			p.Paint(Frame{Lines: lines, Cursor: Cursor{9, 9, true}, Progress: -1})
			synctest.Wait()
		}
		if got := s.text(); got != "宽\n宽" {
			t.Errorf("2x2 shows %q", got)
		}
		p.Resize(3, 2) // without a new frame
		s.resize(3, 2)
		p.Redraw()
		synctest.Wait()
		if got := s.text(); got != "宽a\n宽a" {
			t.Errorf("3x2 shows %q", got)
		}
	})
}

func TestAStalledTerminalBlocksNobody(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newNever()
		stalled := make(chan time.Duration, 10)
		begin := time.Now()
		p := New(w, 80, 24, colorprofile.TrueColor, WithStall(10*time.Second, func() {
			stalled <- time.Since(begin)
			w.close()
		}))
		if d := took(func() {
			for i := range 10_000 {
				p.Paint(Frame{Lines: []string{fmt.Sprint("frame ", i)}})
				p.Resize(80+i%2, 24)
				p.Do(Bell())
			}
		}); d != 0 {
			t.Errorf("painting took %v", d)
		}
		pass(9 * time.Second)
		if len(stalled) > 0 || ended(p.Done()) {
			t.Fatal("gave up too soon")
		}
		pass(time.Minute)
		if n := len(stalled); n != 1 {
			t.Fatalf("stall told %d times", n)
		}
		if at := <-stalled; at != 10*time.Second {
			t.Errorf("stall told after %v", at)
		}
		if !ended(p.Done()) {
			t.Error("a failed write did not end the painter")
		}
	})
}

func TestCloseWaitsWithinBounds(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newNever()
		defer w.close()
		p := New(w, 80, 24, colorprofile.TrueColor)
		p.Paint(Frame{Lines: []string{"hello"}})
		synctest.Wait()
		var err error
		if d := took(func() { err = p.Close() }); d != time.Second || !errors.Is(err, ErrUnfinished) {
			t.Errorf("Close took %v and returned %v", d, err)
		}
	})
}

// slow takes a piece in each interval: it is slow, but not stalled.
type slow struct{ pause time.Duration }

func (s slow) Write(b []byte) (int, error) { time.Sleep(s.pause); return len(b), nil }

func TestASlowTerminalIsNotStalled(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p := New(slow{9 * time.Second}, 500, 200, colorprofile.TrueColor, WithStall(10*time.Second, func() {
			t.Error("a terminal that reads was called stalled")
		}))
		p.Paint(Frame{Lines: []string{strings.Repeat("\x1b[31mx\x1b[32my", 250)}})
		pass(time.Minute)
		p.Paint(Frame{Lines: []string{"more"}})
		pass(time.Minute)
		if p.Close(); ended(p.Done()) {
			t.Error("the farewell cannot be through yet")
		}
		pass(time.Minute)
	})
}

func TestUpdatesKeepTheInterval(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4, WithInterval(50*time.Millisecond))
		for i := range 1000 {
			p.Paint(Frame{Lines: []string{fmt.Sprint(i)}})
			p.Resize(20+i%3, 4)
			pass(time.Millisecond)
		}
		if n := strings.Count(s.taken(), ansi.SetModeSynchronizedOutput); n < 15 || n > 21 {
			t.Errorf("%d updates in a second", n)
		}
		pass(time.Second)
		if s.text() != "999" {
			t.Errorf("the last frame is missing: %q", s.text())
		}
	})
}

func TestDoIsBounded(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newNever()
		defer w.close()
		p := New(w, 20, 4, colorprofile.TrueColor)
		p.Redraw()
		synctest.Wait() // it hangs in the first write now
		n := 0
		for p.Do(Bell()) {
			n++
		}
		if n != maxSequences {
			t.Errorf("took %d", n)
		}
		if _, ok := Clipboard(strings.Repeat("x", MaxClipboard+1)); ok {
			t.Error("took a clipboard of any size")
		}
		q := New(w, 20, 4, colorprofile.TrueColor)
		big, _ := Clipboard(strings.Repeat("x", MaxClipboard))
		if q.Do(big, big) || !q.Do(big) {
			t.Error("took clipboards beyond the bound")
		}
	})
}

func TestSequences(t *testing.T) {
	clip, _ := Clipboard("text")
	for _, c := range []struct {
		seq  Sequence
		want string
	}{
		{Bell(), "\a"},
		{AskBackground(), "\x1b]11;?\x1b\\"},
		{AskDevice(), "\x1b[c"},
		{AskVersion(), "\x1b[>q"},
		{AskStatus(), "\x1b]7501;?\x1b\\"},
		{AskModel(), "\x1b[>c"},
		{AskMode(ansi.ModeUnicodeCore), "\x1b[?2027$p"},
		{AskWidth(2, "é\x1b[31m"), "\x1b[m\x1b[8m\x1b[3;1Hé[31m\x1b[6n\x1b[m\x1b[3;1H\x1b[2K"},
		{AskWidth(0, "κ"), "\x1b[m\x1b[8m\x1b[2;1Hκ\x1b[6n\x1b[m\x1b[2;1H\x1b[2K"},
		{clip, "\x1b]52;c;dGV4dA==\x1b\\"},
	} {
		if c.seq.bytes != c.want {
			t.Errorf("got %q, want %q", c.seq.bytes, c.want)
		}
	}
}

func TestAskWidthLeavesNoTrace(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		defer s.drain()()
		p.Paint(Frame{Lines: []string{"a", "b"}, Progress: -1})
		pass(time.Second)
		want := s.cells()
		p.Do(AskWidth(1, "宽宽"))
		pass(time.Second)
		if got := s.cells(); got != want || !strings.Contains(s.taken(), "宽宽\x1b[6n") {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

func TestProfileChangesColours(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 20, 4)
		p.SetProfile(colorprofile.ANSI)
		p.Paint(Frame{Lines: []string{"\x1b[38;2;255;0;0mred"}, Progress: -1})
		synctest.Wait()
		if got := s.taken(); !strings.Contains(got, "\x1b[91mred") {
			t.Errorf("16 colours: %q", got)
		}
		p.SetProfile(colorprofile.TrueColor)
		pass(time.Second)
		if got := s.taken(); !strings.Contains(got, "\x1b[38;2;255;0;0mred") {
			t.Errorf("true colour: %q", got)
		}
	})
}
