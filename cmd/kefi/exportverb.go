package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/sign"
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
	if signature(q) {
		return g.signatureOf(ctx, guest, e)
	}
	if !e.Readable() {
		return nil, g.howToTake(guest, e)
	}
	return g.copyOf(ctx, guest, e)
}

func signature(q action.Query) bool { return len(q.Args) > 1 && q.Args[1] == action.Signature }

// exportTo writes the bytes of an export and nothing else: they are for a file.
func (g *guests) exportTo(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, q action.Query, to sshd.Answer) error {
	if err := mayAsk(seat.View(), q); err != nil {
		return err
	}
	e, _ := transcript.Find(q.Args[0])
	if err := e.NotNow(seat.View()); err != nil {
		return err
	}
	if signature(q) {
		return g.signatureTo(ctx, guest, e, to.Out)
	}
	if to.Terminal && !e.Text() {
		return g.howToTake(guest, e)
	}
	data, err := g.copyOf(ctx, guest, e)
	if err != nil {
		return err
	}
	if _, err = to.Out.Write(data); err == nil && e.Name == "head" {
		fmt.Fprintln(to.Err, guest.Language.Say("The server's signature of it, to keep beside it: %s",
			fmt.Sprintf("%s export %s > %[2]s", g.reach.line(guest.Exercise, guest.Seat), e.File+sign.Suffix)))
	}
	return err
}

func (g *guests) signatureTo(ctx context.Context, guest sshd.Guest, e transcript.Export, out io.Writer) error {
	armored, err := g.signatureOf(ctx, guest, e)
	if err == nil {
		_, err = out.Write(armored)
	}
	return err
}

// signatureOf signs what is the same each time it is asked for. Of the rest a
// signature that was made apart would be that of another file.
func (g *guests) signatureOf(ctx context.Context, guest sshd.Guest, e transcript.Export) ([]byte, error) {
	if !e.Same {
		return nil, exercise.Refuse(exercise.ErrNotNow, "%s is made anew each time, and its signature with it. Take both at once: %s",
			e.File, g.reach.copyLine(guest.Exercise, guest.Seat, "'"+e.File+"*'"))
	}
	data, err := g.copyOf(ctx, guest, e)
	if err != nil {
		return nil, err
	}
	return sign.Sign(g.key, data)
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
