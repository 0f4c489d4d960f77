package exercise

import (
	"fmt"
	"strings"
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

// draftOf is a table with a draft of so many clauses, each with two paragraphs
// and five open points.
func draftOf(clauses int) *play {
	return atTable(&testing.T{}, func(sc *Scenario) {
		for i := len(sc.Clauses); i < clauses; i++ {
			sc.Clauses = append(sc.Clauses, ClauseSpec{ID: ClauseID(itoa(i + 1)), Title: T("Clause"), Paras: []Text{
				T("Each Party [shall | should] notify the operators concerned within [24 | 72] hours of an incident that [may | will] disrupt water services."),
				T("A notice [shall | should] state the nature of the incident and [its cause | what is known of its cause]."),
			}})
		}
	})
}

// BenchmarkDraft is the cost of one act on a draft of 40 clauses with 200 open
// points, and on one ten times as large.
func BenchmarkDraft(b *testing.B) {
	for _, clauses := range []int{40, 400} {
		p := draftOf(clauses)
		last := ParaID(itoa(clauses) + ".1")
		for _, row := range []struct {
			name string
			seat SeatID
			c    Command
		}{
			{"amend", "arcadia", Amend{Clause: clauseOf(last), Edits: []Edit{{Para: last, Old: T("24"), New: T("48")}}, Because: T("midway")}},
			{"stance", "hydra", TakeStance{Alt: AltID{PointID(last) + "b", 2}, Stance: CanLive}},
			{"gavel", "chair", Gavel{X: Subject(last) + "a/1"}},
			{"say", "chair", Say{Words: T("Let us go on.")}},
		} {
			b.Run(fmt.Sprintf("%s/clauses=%d", row.name, clauses), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					act, err := Decide(p.s, row.seat, p.now, row.c)
					if err != nil {
						b.Fatal(err)
					}
					_ = Evolve(p.s, act)
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "acts/s")
			})
		}
		b.Run(fmt.Sprintf("room/clauses=%d", clauses), func(b *testing.B) {
			b.ReportAllocs()
			prev := p.room()
			for b.Loop() {
				_ = p.s.Room(TableRoom, prev)
			}
		})
	}
}

// BenchmarkRedline compares two long paragraphs, alike and not.
func BenchmarkRedline(b *testing.B) {
	long := strings.Repeat("Each Party shall notify the operators concerned. ", 300)
	for name, other := range map[string]string{
		"one word": strings.Replace(long, "concerned", "involved", 1),
		"another":  strings.Repeat("Nobody has ever said anything of that kind at all. ", 300),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = Redline(long, other)
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
