package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/tui/paint"
	"kefi/tui/replay"
)

// Replay shows a recorded exercise on one terminal until the person leaves, the
// terminal's input ends, or ctx does; the error is that of ctx. It leaves the
// terminal as it found it.
func Replay(ctx context.Context, p *replay.Player, t Terminal) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	stalled := t.Stalled
	if stalled == nil {
		stalled = cancel
	}
	painter := paint.New(t.Out, t.Width, t.Height, t.Profile, paint.WithStall(10*time.Second, stalled))
	keys := paint.NewInput(t.In)
	keys.Expect()
	painter.Do(paint.AskBackground())
	showReplay(inner, p, painter, typed(inner, keys), t.Resize)
	return errors.Join(ctx.Err(), painter.Close())
}

// typed brings what the terminal sends, hungUp at its end.
func typed(ctx context.Context, keys *paint.Input) <-chan tea.Msg {
	msgs := make(chan tea.Msg)
	send := func(msg tea.Msg) {
		select {
		case msgs <- msg:
		case <-ctx.Done():
		}
	}
	go func() {
		_ = keys.Run(ctx, send, send)
		send(hungUp{})
	}()
	return msgs
}

// showReplay paints, and waits for a key, a size or the time of the next change.
func showReplay(ctx context.Context, p *replay.Player, painter *paint.Painter, msgs <-chan tea.Msg, sizes <-chan Size) {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	last := time.Now()
	for !p.Left() {
		painter.Paint(p.Frame())
		timer.Stop()
		if wait := p.Changes(); wait > 0 {
			timer.Reset(wait)
		}
		var msg tea.Msg
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		case s, open := <-sizes:
			if !open {
				sizes = nil
				break
			}
			painter.Resize(s.Width, s.Height)
			p.Resize(s.Width, s.Height)
		case msg = <-msgs:
		}
		now := time.Now()
		p.Pass(now.Sub(last))
		last = now
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			p.Key(msg)
		case tea.BackgroundColorMsg:
			p.Background(msg.IsDark())
		case hungUp:
			return
		}
	}
}
