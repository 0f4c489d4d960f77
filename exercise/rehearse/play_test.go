package rehearse_test

import (
	"io/fs"
	"path"
	"reflect"
	"slices"
	"testing"

	"kefi/exercise"
	"kefi/exercise/rehearse"
	"kefi/scenarios"
	"kefi/scenarios/format"
	"kefi/tui/action"
)

// read understands what the chair is advised to type.
func read(line string) (exercise.Command, error) {
	intent, err := action.Parse(line)
	return intent.Command, err
}

func load(t testing.TB, name string) exercise.Scenario {
	t.Helper()
	s, findings := format.Load(scenarios.FS, name)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

func drawn(s exercise.Scenario) func(uint64) exercise.Scenario {
	return func(seed uint64) exercise.Scenario { return format.Draw(s, seed) }
}

func builtIn(t testing.TB) (names []string) {
	t.Helper()
	plans, err := fs.Glob(scenarios.FS, "*/scenario.yaml")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, p := range plans {
		names = append(names, path.Dir(p))
	}
	return names
}

func seeds(n int) []uint64 {
	list := make([]uint64, n)
	for i := range list {
		list[i] = uint64(i)
	}
	return list
}

// Every scenario that comes with kefi can be played to its end whatever the
// seed, sends each of its injects in some play, and has no clause that nobody
// comes to.
func TestEveryScenarioPlaysToItsEnd(t *testing.T) {
	const plays = 6
	for _, name := range builtIn(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := load(t, name)
			r, err := rehearse.Rehearse(drawn(s), seeds(plays), read)
			if err != nil {
				t.Fatal(err)
			}
			for _, run := range r.Runs {
				if run.State.Phase() != exercise.Debrief || run.Outcome() == "" {
					t.Errorf("seed %d ends in the %s with %q", run.Seed, run.State.Phase(), run.Outcome())
				}
			}
			for _, in := range r.Dead() {
				t.Errorf("%s goes out in none of %d plays: at %d, item %q, when %q", in.ID, plays, in.At, in.Item, in.When)
			}
			for _, c := range r.Untouched() {
				t.Errorf("nobody tables or decides anything on clause %s", c)
			}
		})
	}
}

func TestTheSameSeedGivesTheSameRehearsal(t *testing.T) {
	s := load(t, "first-table")
	play := func() rehearse.Run {
		r, err := rehearse.Play(format.Draw(s, 3), 3, read)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	a, b := play(), play()
	if a.Acts != b.Acts || a.Outcome() != b.Outcome() || !reflect.DeepEqual(a.Refused, b.Refused) || !reflect.DeepEqual(a.Out, b.Out) {
		t.Errorf("one play has %d acts and %q, the other %d and %q", a.Acts, a.Outcome(), b.Acts, b.Outcome())
	}
	other, err := rehearse.Play(format.Draw(s, 4), 4, read)
	if err != nil || other.Acts == a.Acts && reflect.DeepEqual(other.Out, a.Out) && reflect.DeepEqual(other.Refused, a.Refused) {
		t.Errorf("another seed gives the same play (%v)", err)
	}
}

// A scenario with an inject that never comes, and a clause that no item reads.
func TestWhatNeverHappensIsReported(t *testing.T) {
	s := load(t, "first-table")
	late := s.Injects[0]
	late.ID, late.At = "I99", 5*60*60_000
	s.Injects = append(s.Injects[:len(s.Injects):len(s.Injects)], late)
	s.Clauses = append(s.Clauses[:len(s.Clauses):len(s.Clauses)], exercise.ClauseSpec{ID: "9", Title: exercise.T("Last"), Paras: []exercise.Text{exercise.T("The Parties shall rest.")}})
	r, err := rehearse.Rehearse(drawn(s), seeds(2), read)
	if err != nil {
		t.Fatal(err)
	}
	if dead := r.Dead(); len(dead) != 1 || dead[0].ID != "I99" {
		t.Errorf("dead injects are %v", dead)
	}
	for _, x := range r.Injects[:len(r.Injects)-1] {
		if x.Inject.At >= 0 && (x.Out != 2 || x.First != x.Inject.At) {
			t.Errorf("%s went out %d times, first at %d, planned for %d", x.Inject.ID, x.Out, x.First, x.Inject.At)
		}
	}
	if !slices.Equal(r.Untouched(), []exercise.ClauseID{"9"}) {
		t.Errorf("untouched clauses are %v", r.Untouched())
	}
}

func BenchmarkRehearse(b *testing.B) {
	for _, name := range builtIn(b) {
		s := load(b, name)
		b.Run(name, func(b *testing.B) {
			seed := uint64(0)
			for b.Loop() {
				if _, err := rehearse.Play(format.Draw(s, seed), seed, read); err != nil {
					b.Fatal(err)
				}
				seed++
			}
		})
	}
}
