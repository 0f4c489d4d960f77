package paint

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// A seat shows what Bubble Tea's own renderer would show.
func TestPainterAgreesWithBubbleTea(t *testing.T) {
	for name, frames := range representative() {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI} {
			t.Run(fmt.Sprint(name, " ", profile), func(t *testing.T) {
				s := newScreen(40, 8)
				p := New(s, 40, 8, profile, WithInterval(0))
				defer p.Close()
				for i, f := range frames {
					want := byBubbleTea(t, 40, 8, profile, f)
					p.Paint(f)
					eventually(t, func() bool { return s.grid() == want }, func() string {
						return fmt.Sprintf("frame %d shows\n%s\nBubble Tea shows\n%s", i, s.grid(), want)
					})
				}
			})
		}
	}
}

// still is a model that shows one frame.
type still struct{ frame Frame }

func (m still) Init() tea.Cmd                       { return nil }
func (m still) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }
func (m still) View() tea.View {
	v := tea.NewView(strings.Join(m.frame.Lines, "\n"))
	v.AltScreen = true
	v.Cursor = tea.NewCursor(m.frame.Cursor.X, m.frame.Cursor.Y)
	return v
}

// byBubbleTea is the screen on which Bubble Tea showed a frame. Quitting, it
// writes all it has, moves the cursor and leaves the alternate screen, which is
// looked at before.
func byBubbleTea(t *testing.T, w, h int, profile colorprofile.Profile, f Frame) string {
	t.Helper()
	s := newScreen(w, h)
	before := make(chan string, 1)
	out := writerFunc(func(b []byte) (int, error) {
		// Without a terminal of its own it leaves line ends to a pty's driver.
		text := strings.ReplaceAll(string(b), "\n", "\r\n")
		if i := strings.Index(text, "\x1b[?1049l"); i >= 0 {
			s.Write([]byte(text[:i]))
			before <- s.grid()
		}
		s.Write([]byte(text))
		return len(b), nil
	})
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	p := tea.NewProgram(still{f}, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(out), tea.WithFPS(120),
		tea.WithColorProfile(profile), tea.WithWindowSize(w, h), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() { p.Send(nil); p.Quit() }()
	defer s.drain()()
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	return <-before
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

// representative frames as the screens draw them: boxes, columns, styles, a
// cursor in a draft, names in many scripts.
func representative() map[string][]Frame {
	red := lipgloss.NewStyle().Foreground(lipgloss.Color("#cc2200"))
	bar := lipgloss.NewStyle().Background(lipgloss.Color("62")).Foreground(lipgloss.Color("15")).Width(40)
	box := lipgloss.NewStyle().Border(lipgloss.RoundedBorder()).Width(40).Height(8)
	column := lipgloss.NewStyle().Border(lipgloss.NormalBorder()).BorderForeground(lipgloss.Color("33")).Width(20).Height(7)
	frame := func(s string, x, y int) Frame {
		return Frame{Lines: strings.Split(s, "\n"), Cursor: Cursor{x, y, true}, Progress: -1}
	}
	words := []string{"Arcadia", "Ἀρκαδία", "中立国家", "Österreich", "한국어", "Ærøskøbing", "Łódź", "日本語テキスト"}
	sets := map[string][]Frame{}
	for i, word := range words {
		other := words[(i+3)%len(words)]
		sets["boxes "+word] = []Frame{
			frame(box.Render(word+"\n\n"+red.Render(other)), 1, 1),
			frame(box.Render(red.Bold(true).Render(word)+" "+other), 12, 1),
			frame(lipgloss.JoinHorizontal(lipgloss.Top, column.Render(word), column.Render(other+" "+word)), 39, 7),
		}
		sets["bars "+word] = []Frame{
			frame(bar.Render(word), 0, 0),
			frame(bar.Render(other)+"\n"+strings.Repeat(red.Render(word)+" ", 4), 5, 1),
			frame(bar.Underline(true).Render(word)+"\n\n\n"+strings.Repeat("宽", 25), 5, 3),
			frame(bar.Reverse(true).Render(word)+"\n"+strings.Repeat("x", 60)+"\n"+lipgloss.NewStyle().Faint(true).Italic(true).Render(other), 0, 2),
		}
	}
	return sets
}
