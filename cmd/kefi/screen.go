package main

import (
	"context"
	"fmt"
	"log/slog"
	"sync"

	"github.com/charmbracelet/colorprofile"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/roster"
	"kefi/tui"
	"kefi/tui/action"
	"kefi/tui/replay"
	"kefi/tui/screen"
	"kefi/tui/sshd"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Screen implements sshd.Handler: one seat on one terminal.
func (g *guests) Screen(ctx context.Context, guest sshd.Guest, t sshd.Terminal) {
	seat, err := g.seat(guest)
	if err != nil {
		fmt.Fprintf(t.Out, "%s\r\n", sentence(err))
		return
	}
	own := ownDesk{g.house.roster, place(guest.Exercise, guest.Seat), seat}
	look := chosenLook(guest)
	if kept, _ := own.Preferences(ctx); look == "" && kept["look"] == string(sshd.Plain) {
		g.Plain(ctx, guest, t.Lines())
		return
	}
	rise, err := seat.Sit(ctx, "screen")
	if err != nil {
		fmt.Fprintf(t.Out, "%s\r\n", refusal(guest.Language, err))
		return
	}
	chosen, stop := g.choices.follow(own.place)
	defer stop()
	err = tui.Run(ctx, tui.Options{
		Table: seat, Store: own, Server: answers{g, guest, seat}, Terminal: terminalOf(ctx, t),
		Cache: g.caches.of(guest.Exercise), Look: look, Language: guest.Language, Chosen: chosen, Reach: g.reach.line(guest.Exercise, guest.Seat),
		Replay: func(ctx context.Context, sheet replay.Sheet) (*replay.Player, error) {
			return g.replay(ctx, guest, sheet)
		},
		Rehearse: func(ctx context.Context, lang *words.Language) (tui.Table, error) {
			return g.rehearsals.begin(ctx, g.newcomer(guest, lang), "screen")
		},
	})
	rise(err == nil)
	switch {
	case err == nil: // the screen is gone, and with it every sign that leaving was not losing
		fmt.Fprintf(t.Out, "%s.\r\n", guest.Language.Say("Goodbye. Your seat waits for you"))
	case ctx.Err() == nil:
		slog.Warn("a screen ended", "seat", guest.Seat, "why", err)
	}
}

// chosenLook is the look asked for after the user name, if any.
func chosenLook(guest sshd.Guest) theme.Look {
	for _, l := range guest.Looks {
		if look, ok := theme.Parse(string(l)); ok {
			return look
		}
	}
	return ""
}

func terminalOf(ctx context.Context, t sshd.Terminal) tui.Terminal {
	sizes := make(chan tui.Size)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case s, ok := <-t.Resize:
				if !ok {
					return
				}
				select {
				case sizes <- tui.Size(s):
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return tui.Terminal{
		In: t.In, Out: t.Out, Profile: colorprofile.Env(append([]string{"TERM=" + t.Term}, t.Env...)),
		Width: t.Size.Width, Height: t.Size.Height, Resize: sizes, Stalled: t.Close,
	}
}

// ownDesk keeps what belongs to the seat and not to the record.
type ownDesk struct {
	roster roster.Roster
	place  roster.Place
	seat   *conduct.Seat
}

// Draft implements tui.Store.
func (d ownDesk) Draft(ctx context.Context, slot string) (string, error) {
	return d.roster.Draft(ctx, d.place, slot)
}

// SaveDraft implements tui.Store.
func (d ownDesk) SaveDraft(ctx context.Context, slot, text string) error {
	return d.roster.SetDraft(ctx, d.place, slot, text)
}

// Preferences implements tui.Store.
func (d ownDesk) Preferences(ctx context.Context) (map[string]string, error) {
	return d.roster.Preferences(ctx, d.place)
}

// SavePreference implements tui.Store.
func (d ownDesk) SavePreference(ctx context.Context, name, value string) error {
	return d.roster.SetPreference(ctx, d.place, name, value)
}

// MarkRead implements tui.Store.
func (d ownDesk) MarkRead(ctx context.Context, incident string) error {
	return d.seat.MarkRead(ctx, exercise.InjectID(incident))
}

// answers is the server behind one screen.
type answers struct {
	guests *guests
	guest  sshd.Guest
	seat   *conduct.Seat
}

// Serve implements tui.Server.
func (a answers) Serve(ctx context.Context, q action.Query) (exercise.Phrase, error) {
	return a.guests.serve(ctx, a.guest, a.seat, q)
}

// caches holds what an exercise's screens share, one for each exercise.
type caches struct {
	mu     sync.Mutex
	byName map[string]*screen.Cache
}

func (c *caches) of(name string) *screen.Cache {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byName == nil {
		c.byName = map[string]*screen.Cache{}
	}
	if c.byName[name] == nil {
		c.byName[name] = screen.NewCache()
	}
	return c.byName[name]
}
