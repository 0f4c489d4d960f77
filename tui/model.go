package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/paint"
	"kefi/tui/screen"
)

// Messages of this package beside Bubble Tea's. Each comes from a place; one
// that has been left meanwhile is heard no more.
type (
	// seen: the table has something new, or has ended the session.
	seen struct {
		at    *place
		view  *exercise.View
		after int64
		err   error
	}
	// answered: a submitted command is on the record, or refused.
	answered struct {
		at      *place
		submit  screen.Submit
		refusal error
	}
	// recalled: a draft has been fetched.
	recalled struct {
		at    *place
		asked screen.Recall
		text  string
	}
	// told: the server has answered a query.
	told struct {
		at     *place
		asked  screen.Ask
		answer exercise.Phrase
		err    error
	}
	// save: it is time to store the drafts.
	save struct{ at *place }
	// stored: storing something failed, or not.
	stored struct {
		at  *place
		err error
	}
	// tick: a figure on the screen changes. Only the last one given out counts.
	tick struct{ n int }
	// chosen: a verb has changed how the seat likes its screen.
	chosen struct{ query action.Query }
	// hungUp: the terminal's input has ended.
	hungUp struct{}
)

// Model is one seat as Bubble Tea's loop sees it.
type Model struct {
	Options
	real      *place // the exercise
	trial     *place // a rehearsal over it, nil where there is none
	beginning bool   // one is being opened
	again     again  // a replay over it
	painter   *paint.Painter
	keys      *paint.Input
	size      Size
	err       error // why the session ended, if not by leaving

	progress bool // the terminal is known to show it, and not as a notification
	status   bool // the terminal has said that it shows it

	ticks int       // given out so far
	due   time.Time // of the last one
}

func newModel(ctx context.Context, o Options, likes screen.Preferences, p *paint.Painter, keys *paint.Input) *Model {
	shell := screen.NewShell(o.Cache, likes)
	shell.ReachedBy(o.Reach)
	if o.Rehearsing {
		shell = shell.Rehearsal()
	}
	size := Size{o.Terminal.Width, o.Terminal.Height}
	shell.Resize(size.Width, size.Height)
	return &Model{Options: o, real: newPlace(ctx, o.Table, o.Store, o.Server, shell), painter: p, keys: keys, size: size}
}

// here is the place in sight.
func (m *Model) here() *place {
	if m.trial != nil {
		return m.trial
	}
	return m.real
}

// Init asks the table for the first view, the seat for its draft and the
// terminal for its background. Only the first is waited for.
func (m *Model) Init() tea.Cmd {
	m.gauge()
	m.painter.Do(paint.AskVersion(), paint.AskModel(), paint.AskStatus())
	m.paint()
	return m.open(m.real)
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
	if p := m.again.player; p != nil {
		m.painter.Paint(p.Frame())
		return
	}
	f := m.here().shell.Frame(now())
	if !m.progress {
		f.Progress = -1
	}
	if !m.status {
		f.Status = paint.Status{}
	}
	m.painter.Paint(f)
}

// take gives a message to the part that knows it.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	if m.again.takes(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.do(m.here(), m.here().shell.Key(msg, now()))
	case tea.PasteMsg:
		return m.do(m.here(), m.here().shell.Paste(msg.Content, now()))
	case tea.MouseMsg:
		return m.do(m.here(), m.here().shell.Mouse(msg, now()))
	case tea.WindowSizeMsg:
		m.size = Size{msg.Width, msg.Height}
		m.again.resize(m.size)
		m.painter.Resize(msg.Width, msg.Height)
		m.each(func(sh *screen.Shell) { sh.Resize(msg.Width, msg.Height) })
	case tea.BackgroundColorMsg:
		m.each(func(sh *screen.Shell) { sh.Background(msg.IsDark()) })
	case tea.CursorPositionMsg:
		m.each(func(sh *screen.Shell) { sh.Measured(msg.Y-firstSample, msg.X, now()) })
	case tea.TerminalVersionMsg, uv.SecondaryDeviceAttributesEvent:
		m.progress = m.progress || paint.ShowsProgress(msg)
	case paint.StatusShownMsg:
		m.status = true
	case chosen:
		return m.choose(msg)
	case began:
		return m.begin(msg)
	case rewound:
		m.show(msg)
	case hungUp:
		return tea.Quit
	default:
		return m.returned(msg)
	}
	return nil
}

// each tells every shell what the terminal says.
func (m *Model) each(tell func(*screen.Shell)) {
	tell(m.real.shell)
	if m.trial != nil {
		tell(m.trial.shell)
	}
}

// choose lets every shell follow a choice made elsewhere.
func (m *Model) choose(msg chosen) tea.Cmd {
	cmd := m.do(m.real, m.real.shell.Chosen(msg.query))
	if m.trial != nil {
		cmd = tea.Batch(cmd, m.do(m.trial, m.trial.shell.Chosen(msg.query)))
	}
	return cmd
}

// returned takes what a place's table, server or store has answered.
func (m *Model) returned(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case seen:
		return m.see(msg)
	case answered:
		return m.do(msg.at, msg.at.shell.Answer(msg.submit, msg.refusal, now()))
	case recalled:
		return m.do(msg.at, msg.at.shell.Recalled(msg.asked, msg.text, now()))
	case told:
		return m.do(msg.at, msg.at.shell.Told(msg.asked, msg.answer, msg.err, now()))
	case save:
		return msg.at.saveDrafts()
	case stored:
		msg.at.shell.Stored(msg.err)
	}
	return nil
}

// see takes a view and waits for the next.
func (m *Model) see(msg seen) tea.Cmd {
	switch {
	case msg.at != m.real && msg.at != m.trial:
		return nil // it has been left
	case msg.err != nil && msg.at == m.trial:
		return m.endTrial()
	case msg.err != nil:
		m.err = msg.err
		return tea.Quit
	}
	next := tea.Batch(m.do(msg.at, msg.at.shell.See(msg.view, now())), msg.at.next(msg.after))
	if m.real.shell.Stopped() {
		m.again = again{} // real world: nothing else is shown
	}
	if m.trial == nil || msg.at != m.real {
		return next
	}
	if m.real.shell.Stopped() {
		return tea.Batch(next, m.endTrial()) // real world: nothing else is shown
	}
	m.trial.shell.Outside(msg.view)
	return next
}

// tick gives out a message for the moment the screen next changes by itself,
// unless one is under way that comes no later.
func (m *Model) tick() tea.Cmd {
	at := now()
	wait := m.again.changes(m.here().shell.Changes(at))
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
		case <-m.real.ctx.Done():
			return nil
		}
	}
}

// now is wall time in UTC milliseconds.
func now() int64 { return time.Now().UnixMilli() }
