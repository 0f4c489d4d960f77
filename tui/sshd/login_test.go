package sshd

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// meta is an attempt under a user name; a client may change it in between.
type meta struct {
	gossh.ConnMetadata
	user string
}

func (m meta) User() string { return m.user }

// twoSeats has alice and bob, each with the code "NAME's code" and no keys.
type twoSeats struct{ fails error }

func (twoSeats) Exercises() []string { return []string{"demo"} }

func (twoSeats) Written(string) string { return "" }

func (twoSeats) Seat(_ string, seat exercise.SeatID) (exercise.Seat, bool) {
	return exercise.Seat{ID: seat}, seat == "alice" || seat == "bob"
}

func (s twoSeats) KeyOpens(context.Context, string, exercise.SeatID, gossh.PublicKey) (bool, error) {
	return s.fails != nil, s.fails
}

func (s twoSeats) CodeOpens(_ context.Context, _ string, seat exercise.SeatID, code string) (bool, error) {
	return code == string(seat)+"'s code" || s.fails != nil, s.fails
}

func (twoSeats) Language(context.Context, string, exercise.SeatID) (string, error) { return "", nil }

func (s twoSeats) BindKey(context.Context, string, exercise.SeatID, gossh.PublicKey) error {
	return s.fails
}

func newLogin(store twoSeats) *login {
	limits := Limits{}.withDefaults()
	d := &Door{
		Options: Options{Hall: store, Store: store, Limits: limits, Strangers: true, Log: slog.New(slog.DiscardHandler)},
		guesses: newGuesses(limits),
		seats:   newSeats(),
	}
	return &login{door: d, ctx: context.Background(), visit: &visit{caller: &caller{}, door: d}}
}

func types(answer string) gossh.KeyboardInteractiveChallenge {
	return func(_, _ string, q []string, _ []bool) ([]string, error) {
		out := make([]string, len(q))
		for i := range out {
			out[i] = answer
		}
		return out, nil
	}
}

// CVE-2024-45337 and doors.md 3.1: a user name that changes between attempts
// takes nothing with it.
func TestANameThatChangesTakesNothingAlong(t *testing.T) {
	l := newLogin(twoSeats{})
	if _, err := l.code(nil)(meta{user: "alice"}, types("wrong")); !errors.Is(err, errCode) {
		t.Fatal(err)
	}
	if _, err := l.code(nil)(meta{user: "bob"}, types("alice's code")); !errors.Is(err, errCode) {
		t.Errorf("alice's code opened bob's seat: %v", err)
	}
	p, err := l.code(nil)(meta{user: "bob"}, types("bob's code"))
	if err != nil {
		t.Fatal(err)
	}
	if g, ok := guestOf(p); !ok || g.Seat != "bob" || g.Via != ViaCode {
		t.Errorf("bob came in as %+v", g)
	}
	if _, err := l.none(meta{user: "bob"}); err == nil {
		t.Error("a seat was opened to somebody without key and code")
	}
	p, err = l.none(meta{user: "eve"})
	if _, ok := guestOf(p); err != nil || ok || p.Extensions[permStranger] != "eve" {
		t.Errorf("a stranger came in with %v, %v", p, err)
	}
}

func TestAStoreThatFailsLetsNobodyIn(t *testing.T) {
	l := newLogin(twoSeats{fails: errors.New("the disk is full")})
	if _, err := l.bound(meta{user: "alice"}, nil); !errors.Is(err, errUnbound) {
		t.Errorf("a key: %v", err)
	}
	if _, err := l.code(nil)(meta{user: "alice"}, types("alice's code")); !errors.Is(err, errCode) {
		t.Errorf("a code: %v", err)
	}
}

// forgetful knows codes, but cannot bind.
type forgetful struct{ twoSeats }

func (forgetful) BindKey(context.Context, string, exercise.SeatID, gossh.PublicKey) error {
	return errors.New("the disk is full")
}

func TestAKeyThatCannotBeBoundKeepsNobodyOut(t *testing.T) {
	l := newLogin(twoSeats{})
	l.door.Store = forgetful{}
	said := ""
	ask := func(_, instruction string, q []string, _ []bool) ([]string, error) {
		said += instruction
		answers := []string{"alice's code", "yes"}
		if len(q) == 1 && q[0] != "Invitation code: " {
			answers = answers[1:]
		}
		return answers[:len(q)], nil
	}
	if err := l.remember(ask, nil, place{"demo", "alice"}, nil); err != nil {
		t.Error(err)
	}
	if said != "This computer could not be remembered. Your code stays good." {
		t.Errorf("it said %q", said)
	}
}

func TestASuccessAlwaysSaysWho(t *testing.T) {
	if _, ok := guestOf(nil); ok {
		t.Error("no permissions at all are a guest")
	}
	for _, g := range []Guest{
		{Exercise: "demo", Seat: "alice", Via: ViaKey},
		{Exercise: "demo", Seat: "bob", Via: ViaCode, Looks: []Look{Plain, Large}},
	} {
		got, ok := guestOf(permit(g))
		if !ok || got.place() != g.place() || got.Via != g.Via || len(got.Looks) != len(g.Looks) {
			t.Errorf("%+v became %+v", g, got)
		}
	}
}
