package main

import (
	"context"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/replay"
	"kefi/tui/sshd"
)

// replay opens what the guest's own seat saw of an exercise that is closed.
func (g *guests) replay(ctx context.Context, guest sshd.Guest, sheet replay.Sheet) (*replay.Player, error) {
	s, err := g.copies.source(ctx, guest.Exercise, guest.Seat)
	if err != nil {
		return nil, err
	}
	record, err := replay.Open(s.Acts)
	if err != nil {
		return nil, err
	}
	return replay.NewPlayer(record, guest.Seat, sheet, true)
}

// replayLines is the same in lines, for those without a screen.
func (g *guests) replayLines(ctx context.Context, guest sshd.Guest, v *exercise.View) (string, error) {
	a, _ := action.Find("replay")
	if why := a.NotNow(v); !why.IsZero() {
		return "", exercise.Refuse(exercise.ErrNotNow, "%s", why)
	}
	p, err := g.replay(ctx, guest, replay.Sheet{Language: guest.Language})
	if err != nil {
		return "", err
	}
	reel, at := p.From()
	var b strings.Builder
	err = reel.Lines(&b, guest.Language, at)
	return strings.TrimSuffix(b.String(), "\n"), err
}
