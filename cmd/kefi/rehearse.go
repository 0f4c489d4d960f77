package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
	"kefi/tui"
	"kefi/tui/plain"
	"kefi/tui/rehearsal"
	"kefi/tui/sshd"
	"kefi/tui/words"
)

// robotPace is how often a robot looks at its table: one can follow what it
// does, and has not to wait for it.
const robotPace = 800 * time.Millisecond

// maxRehearsals is how many tables may be open at once; each costs a few
// goroutines and what is said there.
const maxRehearsals = 300

// rehearsals counts the private tables that are open. They are kept in memory
// and gone when they end: nothing of them reaches a journal or the roster.
type rehearsals struct {
	mu   sync.Mutex
	open int
}

func (r *rehearsals) enter() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.open == maxRehearsals {
		return false
	}
	r.open++
	return true
}

func (r *rehearsals) leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.open--
}

// begin opens a table for a newcomer, who sits there by a screen or in plain
// mode. It lasts until ctx is done.
func (r *rehearsals) begin(ctx context.Context, n rehearsal.Newcomer, via string) (*conduct.Seat, error) {
	if !r.enter() {
		return nil, exercise.Refuse(exercise.ErrNotNow, "Many people rehearse just now. Please try again in a minute.")
	}
	table, err := conduct.Create(ctx, &journal.Memory{}, roster.NewMemory(), exercise.Begin{
		Name: "rehearsal", Scenario: rehearsal.Scenario(n), Version: version,
	}, conduct.Options{ActsPerMinute: 120})
	if err != nil {
		r.leave()
		return nil, err
	}
	context.AfterFunc(ctx, func() {
		_ = table.Close()
		r.leave()
	})
	return seated(ctx, table, n, via)
}

// seated brings everybody to the table, has them begin, and gives the
// newcomer's seat.
func seated(ctx context.Context, table *conduct.Table, n rehearsal.Newcomer, via string) (*conduct.Seat, error) {
	seats := map[exercise.SeatID]*conduct.Seat{}
	for _, id := range append(rehearsal.Robots(), rehearsal.You) {
		seat, err := table.Seat(id)
		if err != nil {
			return nil, err
		}
		by := "script"
		if id == rehearsal.You {
			by = via
		}
		if _, err := seat.Sit(ctx, by); err != nil {
			return nil, err
		}
		seats[id] = seat
	}
	for _, o := range rehearsal.Setting() {
		if _, err := seats[o.Seat].Submit(ctx, o.Command); err != nil {
			return nil, err
		}
	}
	for _, part := range rehearsal.Cast(n) {
		go func() { _ = bot.Run(ctx, seats[part.Seat], part.Player, robotPace) }() // ends with ctx
	}
	return seats[rehearsal.You], nil
}

// newcomer is whoever sits at a seat, for a rehearsal.
func (g *guests) newcomer(guest sshd.Guest, lang *words.Language) rehearsal.Newcomer {
	plan := g.house.table(guest.Exercise).State().Plan()
	n := rehearsal.Newcomer{Name: string(guest.Seat), Zone: plan.Zone, Lang: lang}
	for _, s := range plan.Seats {
		if s.ID == guest.Seat {
			n.Name = s.Name
		}
	}
	for _, t := range plan.Teams {
		for _, id := range t.Seats {
			if id == guest.Seat {
				n.Track = t.Track
			}
		}
	}
	return n
}

// Rehearse implements sshd.Handler: a table for somebody without a seat.
func (g *guests) Rehearse(ctx context.Context, stranger sshd.Guest, t sshd.Terminal) {
	n := rehearsal.Newcomer{Name: stranger.Language.Say("Visitor"), Lang: stranger.Language}
	if stranger.Wants(sshd.Plain) {
		g.rehearsePlain(ctx, n, t.Lines())
		return
	}
	seat, err := g.rehearsals.begin(ctx, n, "screen")
	if err == nil {
		err = tui.Run(ctx, tui.Options{Table: seat, Rehearsing: true, Terminal: terminalOf(ctx, t), Look: chosenLook(stranger), Language: n.Lang})
	}
	if err != nil && ctx.Err() == nil {
		fmt.Fprintf(t.Out, "%s\r\n", refusal(n.Lang, err))
	}
}

func (g *guests) rehearsePlain(ctx context.Context, n rehearsal.Newcomer, lines io.ReadWriter) {
	seat, err := g.rehearsals.begin(ctx, n, "plain")
	if err == nil {
		err = plain.Rehearse(ctx, seat, lines, lines, plain.Host{Now: func() int64 { return time.Now().UnixMilli() }, Language: n.Lang})
	}
	if err != nil && ctx.Err() == nil {
		fmt.Fprintln(lines, refusal(n.Lang, err))
	}
}
