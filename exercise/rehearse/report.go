package rehearse

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"kefi/exercise"
)

// Report is what several rehearsals of one scenario say together.
type Report struct {
	Runs     []Run // by seed
	Injects  []InjectReport
	Outcomes []Count // by their kind, most frequent first
	Refused  []RefusedCount
	Clauses  []ClauseReport
	Figures  []Figure // of the author's model, where they ended
}

// Figure is where a dial, or the policy gap, ended in all runs.
type Figure struct {
	Name        string
	Least, Most int
}

// ClauseReport tells how a clause fared.
type ClauseReport struct {
	Clause  exercise.ClauseID
	Touched int // in how many runs something was tabled or decided on it
	Agreed  int // in how many runs it stands agreed at the end
}

// InjectReport tells how an inject fared.
type InjectReport struct {
	Inject exercise.Inject
	Out    int   // in how many runs it went out
	First  int64 // the earliest scenario ms at which it did
	Last   int64
}

// Dead says that no run sent it.
func (x InjectReport) Dead() bool { return x.Out == 0 }

// Count is how often something was so.
type Count struct {
	What string
	N    int
}

// RefusedCount is how often a refusal was met, over all runs.
type RefusedCount struct {
	Refusal
	N int
}

// Rehearse plays a scenario once for each seed, several at a time. Draw gives
// the scenario as a seed draws it.
func Rehearse(draw func(seed uint64) exercise.Scenario, seeds []uint64, read Read) (Report, error) {
	runs, errs := make([]Run, len(seeds)), make([]error, len(seeds))
	next := make(chan int)
	var playing sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(seeds)) {
		playing.Go(func() {
			for i := range next {
				runs[i], errs[i] = Play(draw(seeds[i]), seeds[i], read)
			}
		})
	}
	for i := range seeds {
		next <- i
	}
	close(next)
	playing.Wait()
	for _, err := range errs {
		if err != nil {
			return Report{}, err
		}
	}
	return report(runs), nil
}

func report(runs []Run) Report {
	r := Report{Runs: runs}
	outcomes, refused := map[string]int{}, map[Refusal]int{}
	for _, run := range runs {
		kind, _, _ := strings.Cut(run.Outcome(), ";")
		outcomes[kind]++
		for why, n := range run.Refused {
			refused[why] += n
		}
	}
	for what, n := range outcomes {
		r.Outcomes = append(r.Outcomes, Count{what, n})
	}
	slices.SortFunc(r.Outcomes, func(a, b Count) int { return cmp.Or(b.N-a.N, cmp.Compare(a.What, b.What)) })
	for _, why := range slices.SortedFunc(maps.Keys(refused), func(a, b Refusal) int {
		return cmp.Or(refused[b]-refused[a], cmp.Compare(a.Command, b.Command), cmp.Compare(a.Sentence, b.Sentence))
	}) {
		r.Refused = append(r.Refused, RefusedCount{why, refused[why]})
	}
	plan := runs[0].State.Plan()
	for _, c := range plan.Clauses {
		r.Clauses = append(r.Clauses, clauseReport(c.ID, runs))
	}
	r.Figures = figures(runs)
	for _, in := range plan.Injects {
		r.Injects = append(r.Injects, injectReport(in, runs))
	}
	return r
}

// figures finds the range in which each figure of the model ended.
func figures(runs []Run) (list []Figure) {
	for _, run := range runs {
		m := run.State.Model()
		if m == nil {
			return nil
		}
		ends := make([]Figure, 0, len(m.Dials)+1)
		for _, d := range m.Dials {
			ends = append(ends, Figure{d.Name, d.Value, d.Value})
		}
		if m.Gap != nil {
			ends = append(ends, Figure{m.Gap.Name, m.Gap.Value, m.Gap.Value})
		}
		if list == nil {
			list = ends
		}
		for i, f := range ends {
			list[i].Least, list[i].Most = min(list[i].Least, f.Least), max(list[i].Most, f.Most)
		}
	}
	return list
}

func clauseReport(id exercise.ClauseID, runs []Run) ClauseReport {
	x := ClauseReport{Clause: id}
	for _, run := range runs {
		if slices.Contains(run.Touched(), id) {
			x.Touched++
		}
		if slices.Contains(run.Agreed(), id) {
			x.Agreed++
		}
	}
	return x
}

func injectReport(in exercise.Inject, runs []Run) InjectReport {
	x := InjectReport{Inject: in}
	for _, run := range runs {
		at, out := run.Out[in.ID]
		if !out {
			continue
		}
		if x.Out++; x.Out == 1 || at < x.First {
			x.First = at
		}
		x.Last = max(x.Last, at)
	}
	return x
}

// Untouched lists the clauses on which no run tabled or decided anything.
func (r Report) Untouched() (list []exercise.ClauseID) {
	for _, x := range r.Clauses {
		if x.Touched == 0 {
			list = append(list, x.Clause)
		}
	}
	return list
}

// Dead lists the injects that no run sent, but for those kept in reserve.
func (r Report) Dead() (list []exercise.Inject) {
	for _, x := range r.Injects {
		if x.Dead() && !x.Inject.Reserve {
			list = append(list, x.Inject)
		}
	}
	return list
}
