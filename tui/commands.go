package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kefi/tui/paint"
	"kefi/tui/screen"
)

// This file does what the screen asks for. Whatever may wait is a command and
// runs beside the loop.

// next waits for the table.
func (m *Model) next(after int64) tea.Cmd {
	return func() tea.Msg {
		view, cursor, err := m.Table.Next(m.ctx, after)
		return seen{view, cursor, err}
	}
}

// do carries out acts, in order.
func (m *Model) do(acts []screen.Act) tea.Cmd {
	var cmds []tea.Cmd
	for _, a := range acts {
		if cmd := m.act(a); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Sequence(cmds...)
}

func (m *Model) act(a screen.Act) tea.Cmd {
	switch a := a.(type) {
	case screen.Submit:
		return func() tea.Msg {
			_, err := m.Table.Submit(m.ctx, a.Command)
			return answered{a, err}
		}
	case screen.Ask:
		return m.ask(a)
	case screen.Recall:
		return func() tea.Msg {
			text, err := m.Store.Draft(m.ctx, a.Slot)
			if err != nil {
				return stored{err}
			}
			return recalled{a, text}
		}
	case screen.Keep:
		return m.drafts.keep(m.ctx, a)
	case screen.Remember:
		return m.store(func(ctx context.Context) error { return m.Store.SavePreference(ctx, a.Name, a.Value) })
	case screen.Seen:
		return m.store(func(ctx context.Context) error { return m.Store.MarkRead(ctx, a.Incident) })
	case screen.Copy:
		if seq, ok := paint.Clipboard(a.Text); ok {
			m.painter.Do(seq)
		}
	case screen.Redraw:
		m.painter.Redraw()
	case screen.Ring:
		m.painter.Do(paint.Bell())
	case screen.Gauge:
		m.gauge()
	case screen.Quit:
		return tea.Quit
	}
	return nil
}

// ask puts a query to the server.
func (m *Model) ask(a screen.Ask) tea.Cmd {
	return func() tea.Msg {
		if m.Server == nil {
			return told{asked: a, err: errNobody}
		}
		answer, err := m.Server.Serve(m.ctx, a.Query)
		return told{a, answer, err}
	}
}

// store writes something of the seat's.
func (m *Model) store(f func(context.Context) error) tea.Cmd {
	return func() tea.Msg { return stored{f(m.ctx)} }
}
