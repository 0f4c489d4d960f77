package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/screen"
)

// Messages of this package beside Bubble Tea's.
type (
	// seen: the table has something new, or has ended the session.
	seen struct {
		view  *exercise.View
		after int64
		err   error
	}
	// answered: a submitted command is on the record, or refused.
	answered struct {
		submit  screen.Submit
		refusal error
	}
	// recalled: a draft has been fetched.
	recalled struct {
		asked screen.Recall
		text  string
	}
	// told: the server has answered a query.
	told struct {
		asked  screen.Ask
		answer exercise.Phrase
		err    error
	}
	// tick: a figure on the screen changes. Only the last one given out counts.
	tick struct{ n int }
	// save: it is time to store the drafts.
	save struct{}
	// stored: storing something failed, or not.
	stored struct{ err error }
	// hungUp: the terminal's input has ended.
	hungUp struct{}
)

// Model is one seat as Bubble Tea's loop sees it.
type Model struct {
	Options
	ctx     context.Context
	shell   *screen.Shell
	painter *paint.Painter
	keys    *paint.Input
	drafts  drafts
	err     error // why the session ended, if not by leaving

	progress bool // the terminal is known to show it, and not as a notification

	ticks int       // given out so far
	due   time.Time // of the last one
}

func newModel(ctx context.Context, o Options, likes screen.Preferences, p *paint.Painter, keys *paint.Input) *Model {
	shell := screen.NewShell(o.Cache, likes)
	shell.ReachedBy(o.Reach)
	shell.Resize(o.Terminal.Width, o.Terminal.Height)
	return &Model{Options: o, ctx: ctx, shell: shell, painter: p, keys: keys, drafts: drafts{}}
}

// Init asks the table for the first view, the seat for its draft and the
// terminal for its background. Only the first is waited for.
func (m *Model) Init() tea.Cmd {
	m.gauge()
	m.painter.Do(paint.AskVersion(), paint.AskModel())
	m.paint()
	return tea.Batch(m.next(0), m.do(m.shell.Opened()))
}

// Update takes one message, and paints what has come of it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.take(msg)
	m.paint()
	return m, tea.Batch(cmd, m.tick())
}

// View is empty: the painter has the screen.
func (m *Model) View() tea.View { return tea.View{} }

func (m *Model) paint() {
	f := m.shell.Frame(now())
	if !m.progress {
		f.Progress = -1
	}
	m.painter.Paint(f)
}

// take gives a message to the part that knows it.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.shell.Resize(msg.Width, msg.Height)
		m.painter.Resize(msg.Width, msg.Height)
	case tea.KeyPressMsg:
		return m.do(m.shell.Key(msg, now()))
	case tea.PasteMsg:
		return m.do(m.shell.Paste(msg.Content, now()))
	case tea.MouseMsg:
		return m.do(m.shell.Mouse(msg, now()))
	case tea.BackgroundColorMsg:
		m.shell.Background(msg.IsDark())
	case tea.CursorPositionMsg:
		m.shell.Measured(msg.Y-firstSample, msg.X, now())
	case tea.TerminalVersionMsg, uv.SecondaryDeviceAttributesEvent:
		m.progress = m.progress || paint.ShowsProgress(msg)
	case seen:
		return m.see(msg)
	case answered:
		return m.do(m.shell.Answer(msg.submit, msg.refusal, now()))
	case recalled:
		return m.do(m.shell.Recalled(msg.asked, msg.text, now()))
	case told:
		return m.do(m.shell.Told(msg.asked, msg.answer, msg.err, now()))
	case save:
		return m.saveDrafts()
	case stored:
		m.shell.Stored(msg.err)
	case hungUp:
		return tea.Quit
	}
	return nil
}

// see takes a view and waits for the next.
func (m *Model) see(msg seen) tea.Cmd {
	if msg.err != nil {
		m.err = msg.err
		return tea.Quit
	}
	return tea.Batch(m.do(m.shell.See(msg.view, now())), m.next(msg.after))
}

// tick gives out a message for the moment the screen next changes by itself,
// unless one is under way that comes no later.
func (m *Model) tick() tea.Cmd {
	at := now()
	wait := m.shell.Changes(at)
	due := time.UnixMilli(at).Add(wait)
	if m.due.After(time.UnixMilli(at)) && !m.due.After(due) {
		return nil
	}
	m.ticks++
	m.due = due
	n := m.ticks
	return func() tea.Msg {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-timer.C:
			return tick{n}
		case <-m.ctx.Done():
			return nil
		}
	}
}

// now is wall time in UTC milliseconds.
func now() int64 { return time.Now().UnixMilli() }
