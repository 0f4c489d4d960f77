package main

import (
	"bytes"
	"context"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/transcript"
	"kefi/tui/action"
	"kefi/tui/sshd"
)

// export gives a screen or plain mode what people can read as it stands, and of
// the rest how it becomes a file.
func (g *guests) export(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, q action.Query) ([]byte, error) {
	e, _ := transcript.Find(q.Args[0])
	if err := e.NotNow(seat.View()); err != nil {
		return nil, err
	}
	if !e.Readable() {
		return nil, g.howToTake(guest, e)
	}
	return g.copyOf(ctx, guest, e)
}

// exportTo writes the bytes of an export and nothing else: they are for a file.
func (g *guests) exportTo(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, q action.Query, to sshd.Answer) error {
	if err := mayAsk(seat.View(), q); err != nil {
		return err
	}
	e, _ := transcript.Find(q.Args[0])
	if err := e.NotNow(seat.View()); err != nil {
		return err
	}
	if to.Terminal && !e.Text() {
		return g.howToTake(guest, e)
	}
	data, err := g.copyOf(ctx, guest, e)
	if err != nil {
		return err
	}
	_, err = to.Out.Write(data)
	return err
}

func (g *guests) copyOf(ctx context.Context, guest sshd.Guest, e transcript.Export) ([]byte, error) {
	s, err := g.copies.source(ctx, guest.Exercise, guest.Seat)
	if err != nil {
		return nil, err
	}
	return g.copies.write(ctx, e, s)
}

// howToTake is the refusal to print what no terminal shows.
func (g *guests) howToTake(guest sshd.Guest, e transcript.Export) error {
	return exercise.Refuse(exercise.ErrNotNow, "%s is a file for another program. In another window of your computer, type: %s export %s > %s. Or: %s",
		e.File, g.reach.line(guest.Exercise, guest.Seat), e.Name, e.File, g.reach.copyLine(guest.Exercise, guest.Seat, e.File))
}

// whole makes an export in memory: what fails half-way leaves nothing.
func whole(e transcript.Export, s *transcript.Source) ([]byte, error) {
	var b bytes.Buffer
	if err := e.Write(&b, s); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
