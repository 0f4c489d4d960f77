package paint

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestALineThatRunsOnIsWrappedByTheTerminal(t *testing.T) {
	bubble(t, func(t *testing.T) {
		p, s := start(t, 6, 4, WithInterval(0))
		p.Paint(Frame{Lines: []string{"title", "abcdef", "ghi"}, RunsOn: []int{1}, Progress: -1})
		synctest.Wait()
		if got := s.text(); got != "title\nabcdef\nghi" {
			t.Errorf("it shows %q", got)
		}
		if got, want := s.taken(), ansi.SetModeAutoWrap+"\x1b[2;1Habcdefghi"; !strings.Contains(got, want) {
			t.Errorf("it is written as %q, want %q in it", got, want)
		}
		p.Paint(Frame{Lines: []string{"title", "abcdef", "ghi"}, Progress: -1})
		synctest.Wait()
		if got := s.taken(); strings.Contains(got, ansi.SetModeAutoWrap) || !strings.Contains(got, "\x1b[3;1Hghi") {
			t.Errorf("as two lines it is written as %q", got)
		}
	})
}

// Which lines run on changes nothing of what is seen, and wrapping is off
// again afterwards.
func TestRunningOnShowsTheSame(t *testing.T) {
	checkInBubble(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		s := newScreen(w, h)
		p := New(s, w, h, colorprofile.TrueColor, WithInterval(0))
		defer p.Close()
		pool := append(rapid.SliceOfN(lines, 1, 5).Draw(t, "pool"), strings.Repeat("x", w), strings.Repeat("宽", w))
		var last Frame
		for range rapid.IntRange(1, 4).Draw(t, "frames") {
			last = drawFrame(t, pool)
			last.RunsOn = rapid.SliceOfN(rapid.IntRange(-1, 7), 0, 4).Draw(t, "runs on")
			p.Paint(last)
			synctest.Wait()
		}
		all := s.taken()
		if on, off := strings.LastIndex(all, ansi.SetModeAutoWrap), strings.LastIndex(all, ansi.ResetModeAutoWrap); on > off {
			t.Fatalf("wrapping stays on: %q", all)
		}
		last.RunsOn = nil
		want, done := fresh(w, h, colorprofile.TrueColor, last)
		defer done()
		if got, want := s.cells(), want.cells(); got != want {
			t.Fatalf("%dx%d %q shows\n%s\nwithout running on\n%s", w, h, last.Lines, got, want)
		}
	})
}
