package sshd_test

import (
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/sshd"
)

func TestParseName(t *testing.T) {
	rows := []struct {
		user string
		seat exercise.SeatID
		exer string
		look []sshd.Look
	}{
		{"arcadia", "arcadia", "", nil},
		{"Arcadia-2", "arcadia-2", "", nil},
		{"arcadia.Spring", "arcadia", "spring", nil},
		{"CHAIR+Plain+LARGE", "chair", "", []sshd.Look{sshd.Plain, sshd.Large}},
		{"arcadia+FR", "arcadia", "", []sshd.Look{"fr"}},
		{"arcadia.spring+es+plain", "arcadia", "spring", []sshd.Look{"es", sshd.Plain}},
		{"hydra.spring_2027+mono+ascii", "hydra", "spring_2027", []sshd.Look{sshd.Mono, sshd.ASCII}},
	}
	for _, r := range rows {
		n, err := sshd.ParseName(r.user)
		if err != nil || n.Seat != r.seat || n.Exercise != r.exer || !slices.Equal(n.Looks, r.look) {
			t.Errorf("%q: %+v, %v", r.user, n, err)
		}
	}
	for _, user := range []string{
		"", ".", "+", "+plain", ".spring", "arcadia.", "arcadia+", "arcadia+huge", "arcadia+plain+", "arcadia+de", "arcadia+french",
		"arcadia.spring.two", "arcadia spring", "../arcadia", "arcadia\n", "arcadia\x00", "\x1b[2Jarcadia",
		"\u0430rcadia", "\u212Aefi", "arcadia\u200b", "\xffarcadia", strings.Repeat("a", 65),
	} {
		if n, err := sshd.ParseName(user); err != sshd.ErrName {
			t.Errorf("%q: %+v, %v", user, n, err)
		}
	}
}

// Whatever comes, a name that is taken is short, plain and reads back as itself.
func FuzzParseName(f *testing.F) {
	for _, user := range []string{"arcadia", "Arcadia.spring+plain", "\x1b]0;x\a", "\u212Aefi", "a.b+mono+mono"} {
		f.Add(user)
	}
	f.Fuzz(func(t *testing.T, user string) {
		n, err := sshd.ParseName(user)
		if err != nil {
			return
		}
		if !strings.EqualFold(n.String(), user) {
			t.Fatalf("%q was read as %q", user, n)
		}
		if again, err := sshd.ParseName(n.String()); err != nil || again.String() != n.String() {
			t.Fatalf("%q does not read back: %v", n, err)
		}
		for _, r := range n.String() {
			if r <= ' ' || r > '~' || 'A' <= r && r <= 'Z' {
				t.Fatalf("%q lets %q through", user, r)
			}
		}
	})
}
