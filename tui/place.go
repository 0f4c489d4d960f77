package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kefi/tui/paint"
	"kefi/tui/screen"
)

// place is a table that the terminal sits at: the exercise's own, or a
// rehearsal's while one is tried.
type place struct {
	ctx    context.Context
	leave  context.CancelFunc // ends ctx, and with it what the place waits for
	table  Table
	store  Store
	server Server
	shell  *screen.Shell
	drafts drafts
}

func newPlace(ctx context.Context, table Table, store Store, server Server, shell *screen.Shell) *place {
	ctx, leave := context.WithCancel(ctx)
	return &place{ctx: ctx, leave: leave, table: table, store: store, server: server, shell: shell, drafts: drafts{}}
}

// next waits for the table.
func (p *place) next(after int64) tea.Cmd {
	return func() tea.Msg {
		view, cursor, err := p.table.Next(p.ctx, after)
		return seen{p, view, cursor, err}
	}
}

// open asks for the first view and for what the seat has kept.
func (m *Model) open(p *place) tea.Cmd {
	return tea.Batch(p.next(0), m.do(p, p.shell.Opened()))
}

// do carries out acts, in order.
func (m *Model) do(p *place, acts []screen.Act) tea.Cmd {
	var cmds []tea.Cmd
	for _, a := range acts {
		if cmd := m.act(p, a); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Sequence(cmds...)
}

// act does what the screen asks for. Whatever may wait is a command and runs
// beside the loop.
func (m *Model) act(p *place, a screen.Act) tea.Cmd {
	switch a := a.(type) {
	case screen.Submit:
		return func() tea.Msg {
			_, err := p.table.Submit(p.ctx, a.Command)
			return answered{p, a, err}
		}
	case screen.Ask:
		return p.ask(a)
	case screen.Recall:
		return p.recall(a)
	case screen.Keep:
		return p.keep(a)
	case screen.Remember:
		return p.keeping(func(ctx context.Context) error { return p.store.SavePreference(ctx, a.Name, a.Value) })
	case screen.Seen:
		return p.keeping(func(ctx context.Context) error { return p.store.MarkRead(ctx, a.Incident) })
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
	case screen.Rehearse:
		return m.rehearse()
	case screen.Replay:
		return m.rewind()
	case screen.Quit:
		return m.quit(p)
	}
	return nil
}

// ask puts a query to the server.
func (p *place) ask(a screen.Ask) tea.Cmd {
	return func() tea.Msg {
		if p.server == nil {
			return told{at: p, asked: a, err: errNobody}
		}
		answer, err := p.server.Serve(p.ctx, a.Query)
		return told{p, a, answer, err}
	}
}

// recall fetches a draft.
func (p *place) recall(a screen.Recall) tea.Cmd {
	return func() tea.Msg {
		text, err := p.store.Draft(p.ctx, a.Slot)
		if err != nil {
			return stored{p, err}
		}
		return recalled{p, a, text}
	}
}

// keeping stores something of the seat's.
func (p *place) keeping(f func(context.Context) error) tea.Cmd {
	return func() tea.Msg { return stored{p, f(p.ctx)} }
}
