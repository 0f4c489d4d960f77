package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/replay"
)

// rewound: what the seat saw is ready to be shown, or cannot be.
type rewound struct {
	player *replay.Player
	err    error
}

// again is a replay that lies over the exercise's screen. The exercise goes on
// under it: nothing of it is typed into, and nothing that arrives is lost.
type again struct {
	player  *replay.Player // nil where there is none
	opening bool
	last    time.Time // up to when it has played
}

// rewind asks for what the seat saw.
func (m *Model) rewind() tea.Cmd {
	if m.again.opening || m.again.player != nil {
		return nil
	}
	if m.Options.Replay == nil {
		m.real.shell.Refuse(exercise.Refuse(exercise.ErrNotNow, "There is no replay to be had here."))
		return nil
	}
	m.again.opening = true
	look, light := m.real.shell.Look()
	sheet := replay.Sheet{Width: m.size.Width, Height: m.size.Height, Look: look, Light: light, Language: m.real.shell.Language()}
	return func() tea.Msg {
		p, err := m.Options.Replay(m.real.ctx, sheet)
		return rewound{p, err}
	}
}

// show lays it over the screen, unless play has been stopped meanwhile.
func (m *Model) show(r rewound) {
	m.again = again{}
	switch {
	case r.err != nil:
		m.real.shell.Refuse(r.err)
	case !m.real.shell.Stopped():
		r.player.Resize(m.size.Width, m.size.Height)
		m.again = again{player: r.player, last: time.Now()}
	}
}

// takes lets time pass, and says whether the message was for the replay: while
// it lies there all keys are, and the mouse is nobody's.
func (a *again) takes(msg tea.Msg) bool {
	if a.player == nil {
		return false
	}
	now := time.Now()
	a.player.Pass(now.Sub(a.last))
	a.last = now
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a.player.Key(msg); a.player.Left() {
			*a = again{}
		}
		return true
	case tea.PasteMsg, tea.MouseMsg:
		return true
	}
	return false
}

func (a *again) resize(s Size) {
	if a.player != nil {
		a.player.Resize(s.Width, s.Height)
	}
}

// changes is how long it takes until what is to be seen changes by itself.
func (a *again) changes(under time.Duration) time.Duration {
	if a.player == nil || a.player.Changes() == 0 {
		return under
	}
	return a.player.Changes()
}
