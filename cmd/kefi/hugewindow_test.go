package main

import (
	"encoding/binary"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// A client may claim any window. The server must not believe it: memory stays
// as it is and the next act reaches every seat.
func TestAWindowOfFourThousandMillionColumns(t *testing.T) {
	keys := newKeyring(t, "arcadia", "hydra", "chair")
	s := serve(t, "--scenario", "copycat", "--name", "demo", "--seats", keys.seatsFile(t))
	conn := func(seat string) *gossh.Client {
		c, err := s.dial(exercise.SeatID(seat), gossh.PublicKeys(keys.signer(t, exercise.SeatID(seat))))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		return c
	}
	chair := conn("chair")
	watching := sitDown(t, s, keys, "hydra")
	watching.mustSee(t, "EXERCISE")
	before := s.usage(t).memory
	for _, size := range [][2]uint32{{1<<32 - 1, 1<<32 - 1}, {1, 1<<32 - 1}, {1<<32 - 1, 1}, {0, 0}} {
		claimant := conn("arcadia")
		session, err := claimant.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := session.SendRequest("pty-req", true, ptyRequest(size)); err != nil || !ok {
			t.Fatalf("pty-req of %v: %v, %v", size, ok, err)
		}
		if err := session.Shell(); err != nil {
			t.Fatalf("no shell: %v. The server says:\n%s", err, s.out.String())
		}
		for range 50 {
			if _, err := session.SendRequest("window-change", false, window(size)); err != nil {
				t.Fatal(err)
			}
		}
		words := "the window was " + time.Now().Format("05.000000")
		heard := watching.await(words)
		start := time.Now()
		if a := verb(t, chair, "say "+words); a.status != 0 {
			t.Fatal(a)
		}
		at := watching.hear(t, heard, words)
		t.Logf("after a window of %dx%d the next act reaches Hydra in %v", size[0], size[1], at.Sub(start).Round(time.Millisecond))
		claimant.Close()
	}
	if grown := s.usage(t).memory - before; grown > 10<<20 {
		t.Errorf("memory grew by %d KB", grown>>10)
	} else {
		t.Logf("memory grew by %d KB", grown>>10)
	}
}

// window is columns, rows and no pixels, as RFC 4254 writes them.
func window(size [2]uint32) []byte {
	b := binary.BigEndian.AppendUint32(nil, size[0])
	b = binary.BigEndian.AppendUint32(b, size[1])
	return append(b, 0, 0, 0, 0, 0, 0, 0, 0)
}

func ptyRequest(size [2]uint32) []byte {
	term := "xterm-256color"
	b := binary.BigEndian.AppendUint32(nil, uint32(len(term)))
	b = append(b, term...)
	b = append(b, window(size)...)
	return append(b, 0, 0, 0, 0) // no modes
}
