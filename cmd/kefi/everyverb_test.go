package main

import (
	"slices"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/tui/action"
)

// holder is a seat of copycat and the roles it holds.
type holder struct {
	seat  exercise.SeatID
	roles []exercise.Role
}

func (h holder) has(a action.Action) bool {
	return len(a.Who) == 0 || slices.ContainsFunc(h.roles, func(r exercise.Role) bool { return slices.Contains(a.Who, r) })
}

var holders = []holder{
	{"hydra", []exercise.Role{exercise.Delegate}},
	{"recorder", []exercise.Role{exercise.Recorder}},
	{"chair", []exercise.Role{exercise.Chair, exercise.Control, exercise.SimCell}},
}

// TestEveryVerbIsAnswered: each verb of the registry, as its own example, over
// ssh: it is understood, somebody answers it, and help knows it.
func TestEveryVerbIsAnswered(t *testing.T) {
	t.Parallel()
	keys := newKeyring(t, "hydra", "recorder", "chair")
	s := serve(t, "--scenario", "copycat", "--seats", keys.seatsFile(t), "--acts-per-minute", "100000")
	clients := map[exercise.SeatID]*gossh.Client{}
	for _, h := range holders {
		client, err := s.dial(h.seat, gossh.PublicKeys(keys.signer(t, h.seat)))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = client.Close() })
		clients[h.seat] = client
	}
	last := []string{"phase", "end", "realworld", "seat"} // what would end the play for others
	all := action.All()
	slices.SortStableFunc(all, func(a, b action.Action) int {
		return slices.Index(last, a.Name) - slices.Index(last, b.Name)
	})
	for _, a := range all {
		i := slices.IndexFunc(holders, func(h holder) bool { return h.has(a) })
		if i < 0 {
			continue // of roles that nobody holds here
		}
		client := clients[holders[i].seat]
		answered(t, a.Name, verb(t, client, a.Example))
		if help := verb(t, client, "help "+a.Name); help.status != 0 || !strings.Contains(help.out, a.Example) {
			t.Errorf("help %s: %s", a.Name, help)
		}
	}
}

// answered: understood, and not left to nobody.
func answered(t *testing.T, name string, a answer) {
	t.Helper()
	if said := a.out + a.errw; a.status == 2 || strings.Contains(said, "has no answer") || said == "" && name != "leave" {
		t.Errorf("%s: %s", name, a)
	}
}
