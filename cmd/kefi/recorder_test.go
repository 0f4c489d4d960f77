package main

import (
	"net"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// TestRecorderByVerbs: what a recorder finds, checks and settles without a
// screen, and minutes that name nobody.
func TestRecorderByVerbs(t *testing.T) {
	t.Parallel()
	keys := newKeyring(t, "hydra", "recorder", "chair")
	s := serve(t, "--scenario", "copycat", "--seats", keys.seatsFile(t))
	says := func(seat exercise.SeatID, line string, status int, words string) string {
		t.Helper()
		client, err := s.dial(seat, gossh.PublicKeys(keys.signer(t, seat)))
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		a := verb(t, client, line)
		if a.status != status || !strings.Contains(a.out+a.errw, words) {
			t.Errorf("%s: %s: want status %d and %q, got %s", seat, line, status, words, a)
		}
		return a.out
	}
	says("recorder", "check", 0, "There is nothing to check.")
	says("chair", "start", 0, "STARTEX")
	says("chair", "phase table", 0, "table")
	says("chair", "item 3", 0, "")
	says("chair", "floor hydra", 0, "Hydra")
	says("hydra", `say "Hydra asks what Tier 1 means."`, 0, "")
	if found := says("recorder", `find "tier 1"`, 0, "1 entry holds"); !strings.Contains(found, "Hydra, business, says: Hydra asks what Tier 1 means.") {
		t.Errorf("find prints %q", found)
	}
	says("recorder", "find Zanzibar", 0, "No entry holds")
	says("hydra", "find Hydra", 1, "find is for the recorder.")
	says("hydra", "names roles", 1, "Only the recorder")

	says("recorder", "mark #1 quote", 0, "")
	says("recorder", "check", 0, "settle #1")
	says("recorder", "settle #1", 0, "has looked at #1.")
	says("recorder", "check", 0, "Settled: #1 is marked as a quote")

	says("recorder", "names roles", 0, "“Government 1”")
	for _, seat := range []exercise.SeatID{"recorder", "hydra"} {
		minutes := strings.ToLower(says(seat, "export md", 0, "asks what Tier 1 means"))
		if strings.Contains(minutes, "hydra") {
			t.Errorf("the copy of %s names Hydra", seat)
		}
	}
	for _, phase := range []string{"closing", "hot wash"} {
		says("chair", "phase "+phase, 0, "")
	}
	says("chair", "end", 0, "ENDEX")
	says("chair", "phase closed", 0, "")
	says("recorder", "export jsonl", 1, "cannot be written without names")
	_, code, _ := strings.Cut(says("chair", "seat hydra code", 0, "A new code"), "Hydra: ")
	code, _, _ = strings.Cut(code, ".")
	namesNobody(t, s, keys, code)
	says("recorder", "names named", 0, "names the delegations")
	says("recorder", "export jsonl", 0, `"kefi.record/v1"`)
}

// namesNobody takes whatever can be taken while the minutes name nobody, and
// holds that no name, code, address or key is in it.
func namesNobody(t *testing.T, s *server, keys keyring, code string) {
	t.Helper()
	host, _, _ := net.SplitHostPort(s.addr)
	secret := map[string]string{"a code": code, "an address": host, "the server's key": gossh.FingerprintSHA256(s.host)}
	for _, seat := range []exercise.SeatID{"hydra", "recorder", "chair"} {
		key := keys.signer(t, seat).PublicKey()
		secret["a fingerprint of "+string(seat)] = gossh.FingerprintSHA256(key)
		secret["the key of "+string(seat)] = strings.Fields(string(gossh.MarshalAuthorizedKey(key)))[1]
	}
	for _, name := range []string{"Arcadia", "Meridia", "Hydra", "Lantern", "Plumb"} {
		secret["the name "+name] = name
	}
	for _, seat := range []exercise.SeatID{"hydra", "recorder"} {
		client, err := s.dial(seat, gossh.PublicKeys(keys.signer(t, seat)))
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		taken := 0
		for _, e := range transcript.Exports() {
			a := verb(t, client, "export "+e.Name)
			if a.status != 0 {
				continue
			}
			taken++
			text := strings.ToLower(unpacked(t, []byte(a.out)))
			for what, word := range secret {
				if word == "" || strings.Contains(text, strings.ToLower(word)) {
					t.Errorf("%s of %s, without names, holds %s, %q", e.File, seat, what, word)
				}
			}
		}
		if taken < 15 {
			t.Errorf("%s could take only %d exports", seat, taken)
		}
	}
}
