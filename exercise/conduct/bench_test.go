package conduct

import (
	"fmt"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// BenchmarkOpen goes on with an exercise of so many acts: read, verify,
// unseal, decode, evolve.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("acts=%d", n), func(b *testing.B) {
			r := newRig(b, &journal.Memory{}, Options{ActsPerMinute: 1_000_000_000})
			r.do("chair", exercise.Agree{})
			for i := range n {
				r.do("chair", exercise.Say{Words: exercise.T(fmt.Sprint("line ", i))})
			}
			r.close()
			for b.Loop() {
				table := newTable(r.journal, r.roster, Options{})
				if err := table.load(b.Context(), "small"); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "acts/s")
		})
	}
}
