package main

import (
	"context"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// store lets the door ask the roster who may sit where.
type store struct{ roster roster.Roster }

func place(name string, seat exercise.SeatID) roster.Place {
	return roster.Place{Exercise: name, Seat: seat}
}

// KeyOpens implements sshd.Store.
func (s store) KeyOpens(ctx context.Context, name string, seat exercise.SeatID, key gossh.PublicKey) (bool, error) {
	return s.roster.KeyBound(ctx, place(name, seat), key.Marshal())
}

// CodeOpens implements sshd.Store.
func (s store) CodeOpens(ctx context.Context, name string, seat exercise.SeatID, code string) (bool, error) {
	return s.roster.CheckCode(ctx, place(name, seat), code)
}

// Language implements sshd.Store.
func (s store) Language(ctx context.Context, name string, seat exercise.SeatID) (string, error) {
	kept, err := s.roster.Preferences(ctx, place(name, seat))
	return kept["language"], err
}

// BindKey implements sshd.Store.
func (s store) BindKey(ctx context.Context, name string, seat exercise.SeatID, key gossh.PublicKey) error {
	return s.roster.BindKey(ctx, place(name, seat), roster.PublicKey{Wire: key.Marshal()})
}
