package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/action"
)

// began: a rehearsal's table is open, or could not be.
type began struct {
	trial *place
	err   error
}

// rehearse opens a rehearsal over the exercise's table, which goes on meanwhile.
func (m *Model) rehearse() tea.Cmd {
	if m.trial != nil || m.beginning {
		return nil
	}
	if m.Rehearse == nil {
		m.real.shell.Refuse(exercise.Refuse(exercise.ErrNotNow, "There is no rehearsal to be had here."))
		return nil
	}
	m.beginning = true
	trial := newPlace(m.real.ctx, nil, noDesk{m.real.store}, noServer{}, m.real.shell.Rehearsal())
	return func() tea.Msg {
		table, err := m.Rehearse(trial.ctx, trial.shell.Language())
		trial.table = table
		return began{trial, err}
	}
}

// begin sits down at the rehearsal, unless play has been stopped meanwhile.
func (m *Model) begin(b began) tea.Cmd {
	m.beginning = false
	switch {
	case b.err != nil:
		b.trial.leave()
		m.real.shell.Refuse(b.err)
		return nil
	case m.real.shell.Stopped():
		b.trial.leave()
		return nil
	}
	m.trial = b.trial
	m.trial.shell.Resize(m.size.Width, m.size.Height)
	return m.open(m.trial)
}

// quit leaves a place: from a rehearsal back to the exercise, from there for good.
func (m *Model) quit(p *place) tea.Cmd {
	switch p {
	case m.trial:
		return m.endTrial()
	case m.real:
		return tea.Quit
	}
	return nil
}

// endTrial leaves the rehearsal. Nothing of it is kept but that it was played.
func (m *Model) endTrial() tea.Cmd {
	trial := m.trial
	m.trial = nil
	trial.leave()
	return m.do(m.real, m.real.shell.BackFrom(trial.shell, now()))
}

// noDesk keeps nothing of a rehearsal but how the person likes the screen, and
// of somebody without a seat not even that.
type noDesk struct{ person Store }

func (d noDesk) Preferences(ctx context.Context) (map[string]string, error) {
	if d.person == nil {
		return nil, nil
	}
	return d.person.Preferences(ctx)
}

func (d noDesk) SavePreference(ctx context.Context, name, value string) error {
	if d.person == nil {
		return nil
	}
	return d.person.SavePreference(ctx, name, value)
}

func (noDesk) Draft(context.Context, string) (string, error)   { return "", nil }
func (noDesk) SaveDraft(context.Context, string, string) error { return nil }
func (noDesk) MarkRead(context.Context, string) error          { return nil }

// noServer answers what only the exercise's own server could.
type noServer struct{}

func (noServer) Serve(context.Context, action.Query) (exercise.Phrase, error) {
	return exercise.Phrase{}, exercise.Refuse(exercise.ErrNotNow, "That works at the exercise's own table; this is a rehearsal.")
}
