package main

import (
	"context"
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/tui/action"
	"kefi/tui/sshd"
	"kefi/tui/words"
)

// serve answers the queries that need the server and not only a view, with a
// phrase to be said in the language of whoever asked.
func (g *guests) serve(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, q action.Query) (exercise.Phrase, error) {
	if err := mayAsk(seat.View(), q); err != nil {
		return exercise.Phrase{}, err
	}
	if a, _ := action.Find(q.Name); a.Kind == action.Prefer {
		return words.Phrase(a.Elsewhere), g.prefer(ctx, guest, q)
	}
	switch q.Name {
	case "reflect":
		if err := seat.Reflect(ctx, strings.Join(q.Args, " ")); err != nil {
			return exercise.Phrase{}, err
		}
		return words.Phrase("Your answer is kept. All answers appear together, without names."), nil
	case "seat":
		text, err := g.manage(ctx, guest, q.Args)
		return words.Phrase("%s", text), err
	case "export":
		text, err := g.export(ctx, guest, seat, q)
		return words.Phrase("%s", strings.TrimSuffix(string(text), "\n")), err
	case "attest":
		return g.attest(ctx, guest, seat, strings.Join(q.Args, " "))
	case "copy":
		a, _ := action.Find(q.Name)
		return words.Phrase(a.Elsewhere), nil
	case "leave":
		return exercise.Phrase{}, nil
	case "rehearse":
		return exercise.Phrase{}, exercise.Refuse(exercise.ErrNotNow, "A rehearsal needs somebody who stays: connect without a verb, and then type rehearse.")
	case "replay":
		text, err := g.replayLines(ctx, guest, seat.View())
		return words.Phrase("%s", text), err
	case "page":
		return exercise.Phrase{}, exercise.Refuse(exercise.ErrNotNow, "Pages are turned on a screen; here view, text, new and who tell what stands on them.")
	}
	return exercise.Phrase{}, fmt.Errorf("the server has no answer to %s", q.Name)
}

// prefer keeps what a person likes of their own screen, and tells it to those
// that are open. Observers share a seat: each keeps the screen as it is.
func (g *guests) prefer(ctx context.Context, guest sshd.Guest, q action.Query) error {
	if len(q.Args) == 0 {
		return nil
	}
	at := place(guest.Exercise, guest.Seat)
	if err := g.house.roster.SetPreference(ctx, at, q.Name, strings.Join(q.Args, " ")); err != nil {
		return err
	}
	if own, _ := g.house.Seat(guest.Exercise, guest.Seat); !own.Has(exercise.Observer) {
		g.choices.tell(at, q)
	}
	return nil
}

// manage is control's hand on the seats: a new code, forgotten keys, closed windows.
func (g *guests) manage(ctx context.Context, guest sshd.Guest, args []string) (string, error) {
	own, _ := g.house.Seat(guest.Exercise, guest.Seat)
	if !own.Has(exercise.Control) {
		return "", refused(exercise.ErrRole, "Only control can do that with seats.")
	}
	seat, ok := g.house.Seat(guest.Exercise, exercise.SeatID(args[0]))
	if !ok {
		return "", refused(exercise.ErrUnknown, "There is no seat "+args[0]+" in this exercise.")
	}
	if seat.Has(exercise.Recorder, exercise.Evaluator) {
		return "", refused(exercise.ErrRole, "The seats of recorder and evaluator are the operator's: `kefi invite "+args[0]+"`.")
	}
	at := place(guest.Exercise, seat.ID)
	switch args[1] {
	case "kick":
		g.kick(guest.Exercise, seat.ID)
		return seat.Name + "'s windows are closed. The seat, its code and its keys stay.", nil
	case "reset":
		if err := g.house.roster.ForgetKeys(ctx, at); err != nil {
			return "", err
		}
		fallthrough
	case "code":
		code, err := newCode(ctx, g.house.roster, guest.Exercise, seat)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("A new code for %s: %s. They type %s.", seat.Name, code, g.reach.line(guest.Exercise, seat.ID)), nil
	}
	return "", refused(exercise.ErrNotNow, "`seat "+args[0]+" "+args[1]+"` is not there yet in this version.")
}

func refused(situation error, sentence string) error {
	return exercise.Refuse(situation, "%s", sentence)
}
