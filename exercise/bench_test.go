package exercise

import (
	"fmt"
	"testing"
)

// long is a table that has gone on for n spoken acts.
func long(n int) *play {
	p := atTable(&testing.T{})
	for i := range n {
		act, err := Decide(p.s, "chair", p.now+int64(i), Say{Words: T(fmt.Sprint("line ", i))})
		if err != nil {
			panic(err)
		}
		p.s = Evolve(p.s, act)
	}
	return p
}

func BenchmarkDecideAndEvolve(b *testing.B) {
	for _, n := range []int{0, 1_000, 100_000} {
		b.Run(fmt.Sprintf("after=%d", n), func(b *testing.B) {
			p := long(n)
			b.ReportAllocs()
			for b.Loop() {
				act, err := Decide(p.s, "chair", p.now, Say{Words: T("one more")})
				if err != nil {
					b.Fatal(err)
				}
				_ = Evolve(p.s, act)
			}
		})
	}
}

func BenchmarkViews(b *testing.B) {
	for _, n := range []int{0, 1_000, 100_000} {
		p := long(n)
		b.Run(fmt.Sprintf("room/after=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			prev := p.s.Room(TableRoom, nil)
			for b.Loop() {
				_ = p.s.Room(TableRoom, prev)
			}
		})
		b.Run(fmt.Sprintf("delegate/after=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = p.s.Own("hydra")
			}
		})
	}
}

func BenchmarkReplay(b *testing.B) {
	p := atTable(&testing.T{})
	const acts = 100_000
	for len(p.acts) < acts {
		act, err := Decide(p.s, "chair", p.now, Say{Words: T("line")})
		if err != nil {
			b.Fatal(err)
		}
		p.s = Evolve(p.s, act)
		p.acts = append(p.acts, act)
	}
	for b.Loop() {
		s := New()
		for _, a := range p.acts {
			s = Evolve(s, a)
		}
	}
	b.ReportMetric(float64(acts*b.N)/b.Elapsed().Seconds(), "acts/s")
}
