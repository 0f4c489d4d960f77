package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// BenchmarkSeats seats real SSH terminals of 100x30 at one table and lets one
// of them speak. It reports, for the server process: fan-out (key at the speaker
// to text at each other terminal), CPU per seat and update, memory per seat,
// and CPU while nothing happens but a running countdown.
//
//	go test ./cmd/kefi -run '^$' -bench Seats -benchtime 1x
func BenchmarkSeats(b *testing.B) {
	for _, n := range []int{10, 300} {
		b.Run(fmt.Sprintf("seats=%d", n), func(b *testing.B) { benchmarkSeats(b, n) })
	}
}

func benchmarkSeats(b *testing.B, n int) {
	seats := crowd(n)
	keys := newKeyring(b, append(seats, "chair")...)
	s := serve(b, "--scenario", crowdedScenario(b, n), "--name", "crowd", "--seats", keys.seatsFile(b), "--acts-per-minute", "1000000")
	chair, err := s.dial("chair", gossh.PublicKeys(keys.signer(b, "chair")))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { chair.Close() })
	for _, line := range []string{"start", "phase table", "item 3", "floor arcadia 30m"} {
		if a := verb(b, chair, line); a.status != 0 {
			b.Fatal(a)
		}
	}
	before := s.usage(b)
	crowd := make([]*terminal, n)
	for i, id := range seats {
		crowd[i] = sitDown(b, s, keys, id)
		crowd[i].mustSee(b, "EXERCISE")
	}
	seated := s.usage(b)
	b.ResetTimer()
	var delays []time.Duration
	updates := 0
	for range b.N {
		for range 20 {
			updates++
			delays = append(delays, crowd[0].speak(b, crowd[1:], fmt.Sprintf("mark%05d", updates))...)
		}
	}
	b.StopTimer()
	spoken := s.usage(b)
	quiet := s.idle(b, 5*time.Second)
	slices.Sort(delays)
	report := func(v float64, unit string) { b.ReportMetric(v, unit) }
	report(ms(delays[len(delays)/2]), "fanout-p50-ms")
	report(ms(delays[len(delays)*99/100]), "fanout-p99-ms")
	report(float64(spoken.cpu-seated.cpu)/1e6/float64(updates*n), "cpu-ms/seat/update")
	report(float64(seated.memory-before.memory)/1024/float64(n), "KB/seat")
	report(quiet*100, "idle-%")
	report(0, "ns/op")
}

func ms(d time.Duration) float64 { return float64(d) / 1e6 }

// crowd names n delegates, spread over the six teams of copycat.
func crowd(n int) []exercise.SeatID {
	teams := []string{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"}
	ids := make([]exercise.SeatID, n)
	for i := range ids {
		ids[i] = exercise.SeatID(teams[i%6])
		if i >= 6 { // the head is the team itself
			ids[i] += exercise.SeatID("-" + strconv.Itoa(i/6+1))
		}
	}
	return ids
}

// crowdedScenario is copycat with more seats a team.
func crowdedScenario(b *testing.B, n int) string {
	b.Helper()
	folder := filepath.Join(b.TempDir(), "crowd")
	if err := os.CopyFS(folder, os.DirFS("../../scenarios/copycat")); err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(folder, "scenario.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	byTeam := map[string][]string{}
	for _, id := range crowd(n) {
		team, _, _ := strings.Cut(string(id), "-")
		byTeam[team] = append(byTeam[team], string(id))
	}
	for team, ids := range byTeam {
		text = bytes.Replace(text, []byte("seats: ["+team+"]"), []byte("seats: ["+strings.Join(ids, ", ")+"]"), 1)
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		b.Fatal(err)
	}
	return folder
}

// terminal is one seat's terminal, read as bytes.
type terminal struct {
	seat exercise.SeatID
	in   io.Writer

	mu   sync.Mutex
	tail []byte
	want string
	seen chan time.Time
}

func sitDown(b testing.TB, s *server, keys keyring, seat exercise.SeatID) *terminal {
	b.Helper()
	c, err := s.dial(seat, gossh.PublicKeys(keys.signer(b, seat)))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	session, err := c.NewSession()
	if err != nil {
		b.Fatal(err)
	}
	if err := session.RequestPty("xterm-256color", 30, 100, nil); err != nil {
		b.Fatal(err)
	}
	t := &terminal{seat: seat}
	if t.in, err = session.StdinPipe(); err != nil {
		b.Fatal(err)
	}
	session.Stdout = t
	if err := session.Shell(); err != nil {
		b.Fatal(err)
	}
	return t
}

// Write takes what the server paints and looks for what is awaited.
func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.tail = append(t.tail, p...)
	if t.want != "" && bytes.Contains(t.tail, []byte(t.want)) {
		t.seen <- time.Now()
		t.want, t.tail = "", nil
	}
	if len(t.tail) > 64<<10 {
		t.tail = slices.Clone(t.tail[len(t.tail)-4<<10:])
	}
	return len(p), nil
}

// await returns a channel that tells when the text has come.
func (t *terminal) await(text string) <-chan time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seen = make(chan time.Time, 1)
	if bytes.Contains(t.tail, []byte(text)) {
		t.seen <- time.Now()
		return t.seen
	}
	t.want = text
	return t.seen
}

func (t *terminal) mustSee(b testing.TB, text string) {
	b.Helper()
	t.hear(b, t.await(text), text)
}

// hear waits for what was awaited.
func (t *terminal) hear(b testing.TB, seen <-chan time.Time, text string) time.Time {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context(), 20*time.Second)
	defer cancel()
	select {
	case at := <-seen:
		return at
	case <-ctx.Done():
		b.Fatalf("%s does not see %q", t.seat, text)
		return time.Time{}
	}
}

func (t *terminal) typed(b *testing.B, keys string) {
	b.Helper()
	if _, err := io.WriteString(t.in, keys); err != nil {
		b.Fatal(err)
	}
}

// speak types a line, then measures from Enter until each listener has it.
func (t *terminal) speak(b *testing.B, listeners []*terminal, text string) []time.Duration {
	b.Helper()
	t.typed(b, text)
	t.mustSee(b, text)
	seen := make([]<-chan time.Time, len(listeners))
	for i, l := range listeners {
		seen[i] = l.await(text)
	}
	start := time.Now()
	t.typed(b, "\r")
	delays := make([]time.Duration, len(listeners))
	for i, l := range listeners {
		delays[i] = l.hear(b, seen[i], text).Sub(start)
	}
	return delays
}

// usage is what the server process has used so far.
type usage struct {
	cpu    time.Duration
	memory int64 // bytes resident
}

func (s *server) usage(b testing.TB) usage {
	b.Helper()
	proc := "/proc/" + strconv.Itoa(s.cmd.Process.Pid)
	stat, err := os.ReadFile(proc + "/stat")
	if err != nil {
		b.Skip("this measures through /proc, which is not here")
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+2:])
	user, _ := strconv.ParseInt(string(fields[11]), 10, 64)
	system, _ := strconv.ParseInt(string(fields[12]), 10, 64)
	memory, err := os.ReadFile(proc + "/statm")
	if err != nil {
		b.Fatal(err)
	}
	pages, _ := strconv.ParseInt(string(bytes.Fields(memory)[1]), 10, 64)
	return usage{time.Duration(user+system) * 10 * time.Millisecond, pages * int64(os.Getpagesize())}
}

// idle is the share of one core that the server uses while nobody does anything.
func (s *server) idle(b *testing.B, d time.Duration) float64 {
	b.Helper()
	before := s.usage(b)
	ctx, cancel := context.WithTimeout(b.Context(), d)
	defer cancel()
	<-ctx.Done()
	return float64(s.usage(b).cpu-before.cpu) / float64(d)
}
