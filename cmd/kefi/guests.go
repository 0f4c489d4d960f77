package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/tui/action"
	"kefi/tui/plain"
	"kefi/tui/sshd"
	"kefi/tui/words"
)

// guests plays with whoever came through the door.
type guests struct {
	house  *house
	copies *copies
	key    gossh.Signer // the server's, which signs what is handed over
	reach  reach
	kick   func(name string, seat exercise.SeatID)

	caches     caches
	rehearsals rehearsals
	choices    choices
}

func (g *guests) seat(guest sshd.Guest) (*conduct.Seat, error) {
	t := g.house.table(guest.Exercise)
	if t == nil {
		return nil, fmt.Errorf("the exercise %s is not open here", guest.Exercise)
	}
	return t.Seat(guest.Seat)
}

// Plain implements sshd.Handler.
func (g *guests) Plain(ctx context.Context, guest sshd.Guest, lines io.ReadWriter) int {
	seat, err := g.seat(guest)
	if err != nil {
		fmt.Fprintln(lines, sentence(err))
		return 1
	}
	rise, err := seat.Sit(ctx, "plain")
	if err != nil {
		fmt.Fprintln(lines, refusal(guest.Language, err))
		return 1
	}
	chosen, stop := g.choices.follow(place(guest.Exercise, guest.Seat))
	defer stop()
	err = plain.Session(ctx, seat, lines, lines, plain.Host{
		Now: func() int64 { return time.Now().UnixMilli() },
		Serve: func(ctx context.Context, q action.Query) (exercise.Phrase, error) {
			return g.serve(ctx, guest, seat, q)
		},
		Opened:   func(ctx context.Context, label exercise.InjectID) { _ = seat.MarkRead(ctx, label) },
		Language: guest.Language, Chosen: chosen, Drafts: ownDesk{g.house.roster, place(guest.Exercise, guest.Seat), seat},
		Rehearse: func(ctx context.Context, lang *words.Language) (plain.Table, error) {
			return g.rehearsals.begin(ctx, g.newcomer(guest, lang), "plain")
		},
	})
	rise(err == nil)
	if err != nil {
		return 1
	}
	return 0
}

// Verb implements sshd.Handler: one line, one answer.
func (g *guests) Verb(ctx context.Context, guest sshd.Guest, line string, to sshd.Answer) int {
	if err := g.verb(ctx, guest, line, to); err != nil {
		fmt.Fprintln(to.Err, refusal(guest.Language, err))
		return action.Status(err)
	}
	return 0
}

func (g *guests) verb(ctx context.Context, guest sshd.Guest, line string, to sshd.Answer) error {
	seat, err := g.seat(guest)
	if err != nil {
		return err
	}
	intent, err := action.Parse(line)
	if err != nil {
		return err
	}
	if intent.Query.Name == "export" {
		return g.exportTo(ctx, guest, seat, intent.Query, to)
	}
	if err := piped(&intent.Query, to); err != nil {
		return err
	}
	answer, err := g.told(ctx, guest, seat, intent)
	if err == nil && answer != "" {
		_, err = fmt.Fprintln(to.Out, answer)
	}
	return err
}

// told is the answer in words.
func (g *guests) told(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, intent action.Intent) (string, error) {
	if intent.Command == nil {
		return g.query(ctx, guest, seat, intent)
	}
	g.house.relieve(guest.Exercise, guest.Seat)
	receipt, err := seat.Submit(ctx, intent.Command)
	switch {
	case err != nil:
		return "", err
	case intent.JSON:
		return plain.JSON(receipt)
	}
	return plain.Say(guest.Language, seat.View(), receipt), nil
}

func (g *guests) query(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, intent action.Intent) (string, error) {
	v := seat.View()
	if err := mayAsk(v, intent.Query); err != nil {
		return "", err
	}
	lang := guest.Language
	if q := intent.Query; q.Name == "language" && len(q.Args) > 0 {
		lang, _ = words.In(q.Args[0])
	}
	if a, _ := action.Find(intent.Query.Name); a.Kind == action.Serve || a.Kind == action.Prefer {
		answer, err := g.serve(ctx, guest, seat, intent.Query)
		return lang.Phrase(answer), err
	}
	now := time.Now().UnixMilli()
	if intent.JSON || intent.Query.Name == "view" {
		data, err := plain.Data(v, intent.Query, now)
		if err != nil {
			return "", err
		}
		return plain.JSON(data)
	}
	answer, err := plain.Answer(lang, v, intent.Query, now)
	if err == nil && intent.Query.Name == "read" {
		err = seat.MarkRead(ctx, exercise.InjectID(intent.Query.Args[0]))
	}
	return answer, err
}

// mayAsk: before the terms are accepted only `help`, leaving and what concerns
// one's own screen work.
func mayAsk(v *exercise.View, q action.Query) error {
	if v.Own.Agreed || q.Name == "help" || q.Name == "leave" {
		return nil
	}
	if a, _ := action.Find(q.Name); a.Kind == action.Prefer {
		return nil
	}
	return accepted(v)
}

// accepted refuses whoever has not accepted the terms.
func accepted(v *exercise.View) error {
	if v.Own.Agreed {
		return nil
	}
	return exercise.Refuse(exercise.ErrTerms, "Please accept the first page before you take part: `agree` (or `agree research yes`). "+
		"It says what is recorded and who can read it.")
}

// refusal is what a person reads: the first sentence, without what only the
// operator can use.
func refusal(lang *words.Language, err error) string {
	if errors.Is(err, conduct.ErrStorage) {
		return lang.Say(conduct.ErrStorage.Error())
	}
	return lang.Error(err)
}
