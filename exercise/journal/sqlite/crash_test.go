package sqlite_test

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/journal/sqlite"
)

// TestMain lets the test binary play the server that gets killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("KEFI_TEST_APPEND_TO"); path != "" {
		appendForEver(path)
	}
	os.Exit(m.Run())
}

// appendForEver prints the number of each act once it is stored.
func appendForEver(path string) {
	j, err := sqlite.Open(path, "the doomed server")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	ctx, word := context.Background(), "said just before the end"
	for err == nil {
		var head journal.Head
		var e journal.Entry
		if head, err = j.Head(ctx); err != nil {
			break
		}
		parts := exercise.Parts{Seq: head.Seq + 1, Words: []*string{&word}}
		if e, _, err = journal.Seal(head.Hash, parts, rand.Reader); err != nil {
			break
		}
		if err = j.Append(ctx, head.Seq, e); err == nil {
			fmt.Println(e.Seq)
		}
	}
	fmt.Println(err)
	os.Exit(1)
}

func TestNothingAcknowledgedIsLostByAKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.kefi")
	for round := range killRounds {
		acked := killAfter(t, path, 20+round%17)
		j := open(t, path)
		check(t, journal.Verify(t.Context(), j))
		head, err := j.Head(t.Context())
		check(t, err)
		if head.Seq < acked {
			t.Fatalf("round %d: act %d was acknowledged, the journal ends at %d", round, acked, head.Seq)
		}
		check(t, j.Close())
	}
}

// killAfter runs a server, kills it once it has acknowledged n acts, and says
// which was the last it acknowledged. Meanwhile nobody else gets the file.
func killAfter(t *testing.T, path string, n int) (acked int64) {
	t.Helper()
	server := exec.Command(os.Args[0])
	server.Env = append(os.Environ(), "KEFI_TEST_APPEND_TO="+path)
	out, err := server.StdoutPipe()
	check(t, err)
	check(t, server.Start())
	lines := bufio.NewScanner(out)
	seen := 0
	for ; lines.Scan(); seen++ {
		if _, err := fmt.Sscan(lines.Text(), &acked); err != nil {
			t.Errorf("the server says: %s", lines.Text())
		}
		if seen == n {
			wantOwner(t, path, "the doomed server", fmt.Sprintf("process %d", server.Process.Pid))
			check(t, server.Process.Kill())
		}
	}
	server.Wait()
	if seen <= n {
		t.Fatalf("the server ended by itself after %d acts", seen)
	}
	return acked
}

func wantOwner(t *testing.T, path string, says ...string) {
	t.Helper()
	j, err := sqlite.Open(path, "the second")
	if err == nil {
		j.Close()
	}
	if !errors.Is(err, journal.ErrLocked) {
		t.Errorf("%v, want it locked", err)
		return
	}
	for _, part := range says {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
}

func TestOnlyOneServerHasTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.kefi")
	first := open(t, path)
	wantOwner(t, path, "a test", fmt.Sprintf("process %d", os.Getpid()), path)
	check(t, first.Close())
	open(t, path)
}
