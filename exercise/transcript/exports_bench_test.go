package transcript_test

import (
	"fmt"
	"io"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// BenchmarkExports writes each export of an exercise of 10,000 acts, and of
// half as many: what takes more than twice as long of twice as much is seen.
// The replay is measured where the screens are drawn.
func BenchmarkExports(b *testing.B) {
	for _, acts := range []int{5_000, 10_000} {
		p := longPlay(b, acts)
		for _, e := range transcript.Exports() {
			s := p.source(whoTakes(p, e))
			s.Replay = func(io.Writer, *transcript.Source) error { return nil }
			if err := e.NotNow(s.View); err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%d", e.File, acts), func(b *testing.B) {
				for b.Loop() {
					if err := e.Write(io.Discard, s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// whoTakes is the first seat that may take the export.
func whoTakes(p *play, e transcript.Export) exercise.SeatID {
	for _, seat := range []exercise.SeatID{"recorder", "evaluator", "hydra"} {
		if e.May(p.s.Own(seat)) {
			return seat
		}
	}
	return "chair"
}

// longPlay is one in which much is said at the table and in the rooms, with
// stances and amendments, before it ends as the others do.
func longPlay(b *testing.B, acts int) *play {
	p := newPlay(b)
	p.negotiate()
	seats := []exercise.SeatID{"arcadia", "hydra", "lantern", "meridia"}
	for i := 0; len(p.acts) < acts; i++ {
		seat, words := seats[i%4], exercise.T("We would like to hear from those who would have to do this at night.")
		p.now += 100
		switch {
		case i%100 == 99:
			p.submit(seat, exercise.Amend{Clause: "2", Edits: []exercise.Edit{{Para: "2.1", Old: exercise.T("Parties"), New: exercise.T(fmt.Sprintf("Parties of kind %d", i))}}})
			p.submit(seat, exercise.Withdraw{Amendment: exercise.AmendmentID(fmt.Sprintf("A%d", i/100+2))})
		case i%7 == 3:
			p.submit(seat, exercise.TakeStance{Alt: exercise.AltID{Point: "2.1a", N: 1 + i%2}, Stance: exercise.CanLive, Why: exercise.T(fmt.Sprint(i))})
		case i%7 == 5:
			p.submit(seat, exercise.SpeakRoom{Words: words})
		default:
			p.submit("chair", exercise.Say{Words: words})
		}
	}
	p.finish()
	return p
}
