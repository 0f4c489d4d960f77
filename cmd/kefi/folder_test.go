package main

import (
	"path/filepath"
	"testing"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/tui/sshd"
)

// played is a data folder whose exercise demo was played to its end: said at
// the table, among themselves, whispered, noted.
type played struct {
	*testing.T
	data string
	h    *house
}

// What was said in it.
const (
	aloud    = "We begin with the calls."
	among    = "AMONG-US: we could give way."
	whisper  = "WHISPER: not before lunch."
	noted    = "NOTE: the third row was asleep."
	secondly = "The calls again, in other words."
)

func playDemo(t *testing.T) *played {
	t.Helper()
	p := &played{T: t, data: t.TempDir()}
	if _, _, err := sshd.HostKey(p.data); err != nil {
		t.Fatal(err)
	}
	p.open()
	sc, err := loadScenario("first-table")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.h.create(t.Context(), "demo", sc, 1, 1); err != nil {
		t.Fatal(err)
	}
	for _, seat := range []exercise.SeatID{"norrow", "pellwater", "lampwell", "chair", "recorder"} {
		p.do(seat, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	p.do("chair", exercise.Say{Words: exercise.T(aloud)})
	p.do("norrow", exercise.SpeakRoom{Words: exercise.T(among)})
	p.do("norrow", exercise.Whisper{To: "chair", Words: exercise.T(whisper)})
	p.do("recorder", exercise.Note{Words: exercise.T(noted)})
	p.do("chair", exercise.Say{Words: exercise.T(secondly)})
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	return p
}

func (p *played) open() {
	p.Helper()
	h, err := openHouse(p.Context(), p.data, "this test", conduct.Options{ActsPerMinute: 1000})
	if err != nil {
		p.Fatal(err)
	}
	p.h = h
}

func (p *played) close() {
	p.Helper()
	if err := p.h.close(); err != nil {
		p.Fatal(err)
	}
}

func (p *played) do(seat exercise.SeatID, c exercise.Command) {
	p.Helper()
	s, err := p.h.table("demo").Seat(seat)
	if err == nil {
		_, err = s.Submit(p.Context(), c)
	}
	if err != nil {
		p.Fatalf("%s: %s: %v", seat, exercise.CommandName(c), err)
	}
}

func (p *played) file(name string) string { return filepath.Join(p.data, name) }
