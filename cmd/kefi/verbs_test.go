package main

import (
	"encoding/json"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// TestVerbsOverOpenSSH: what `ssh SEAT@HOST VERB` prints and how it ends,
// with the client that most guests have, while Hydra has the floor.
func TestVerbsOverOpenSSH(t *testing.T) {
	t.Parallel()
	keys := newKeyring(t, "arcadia", "hydra", "chair")
	s := serve(t, "--scenario", "copycat", "--seats", keys.seatsFile(t))
	client, err := s.dial("chair", gossh.PublicKeys(keys.signer(t, "chair")))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for _, line := range []string{"start", "phase table", "item 3", "floor hydra"} {
		if a := verb(t, client, line); a.status != 0 {
			t.Fatalf("chair: %s: %s", line, a)
		}
	}
	for _, x := range []struct {
		seat   exercise.SeatID
		line   string
		status int
		says   string
	}{
		{"arcadia", `say "Forty-eight would do."`, 1, "Hydra has the floor"},
		{"arcadia", `amend 3.1 put "48" for "24" because "midway"`, 0, "A1"},
		{"arcadia", `amend 3.1 put "48" for "25"`, 1, "“25” is not in 3.1"},
		{"arcadia", `gavel A1`, 1, "Only the chair can"},
		{"arcadia", `sing "La"`, 2, `"sing" is not a verb here`},
		{"arcadia", `prefer 3.1b`, 2, "3.1b"},
		{"arcadia", `observe 1 strength x`, 1, "Only the evaluator can observe"},
		{"arcadia", "help", 0, "amend"},
		{"hydra", `say "We can hear you."`, 0, "We can hear you."},
	} {
		a := openSSH(t, s, keys[x.seat], x.seat, x.line)
		said, silent := a.out, a.errw
		if x.status != 0 {
			said, silent = a.errw, a.out
		}
		if a.status != x.status || !strings.Contains(said, x.says) || silent != "" {
			t.Errorf("%s: %s: want status %d and %q, got %s", x.seat, x.line, x.status, x.says, a)
		}
	}
	a := openSSH(t, s, keys["hydra"], "hydra", "view --json")
	var v exercise.View
	if err := json.Unmarshal([]byte(a.out), &v); err != nil || v.Schema != exercise.ViewSchema {
		t.Fatalf("schema %q: %v", v.Schema, err)
	}
	if problem := midway(&v); problem != "" {
		t.Error(problem)
	}
}

// TestUnagreedSeat: before the first page is accepted only few verbs work.
func TestUnagreedSeat(t *testing.T) {
	t.Parallel()
	keys := newKeyring(t, "arcadia")
	s := serve(t, "--scenario", "copycat", "--seats", keys.seatsFile(t, "arcadia"))
	client, err := s.dial("arcadia", gossh.PublicKeys(keys.signer(t, "arcadia")))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for _, x := range []struct {
		line   string
		status int
	}{{"help", 0}, {"brief", 1}, {"view --json", 1}, {"ready", 1}, {"agree", 0}, {"ready", 0}, {"brief", 0}} {
		a := verb(t, client, x.line)
		if a.status != x.status || (x.status == 1) != strings.Contains(a.errw, "`agree`") {
			t.Errorf("%s: want status %d, got %s", x.line, x.status, a)
		}
	}
}
