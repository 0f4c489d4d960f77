package rehearsal_test

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/rehearsal"
	"kefi/tui/rehearsal/rehearsaltest"
	"kefi/tui/words"
)

func heard(p *rehearsaltest.Play, words string) bool {
	for _, l := range p.View().Room.Feed {
		if strings.Contains(l.Text, words) {
			return true
		}
	}
	return false
}

func TestTheThreeThings(t *testing.T) {
	french, _ := words.In("fr")
	for _, n := range []rehearsal.Newcomer{
		{Name: "Arcadia", Track: exercise.Kappa},
		{Name: "Hydra", Track: exercise.Epsilon, Zone: "Europe/Zurich"},
		{Name: "Plumb", Track: exercise.Phi, Lang: french},
		{Name: "Visitor"},
	} {
		t.Run(n.Name, func(t *testing.T) {
			p := rehearsaltest.Open(t, n, 1_000_000)
			at := func(want rehearsal.Step) {
				t.Helper()
				p.Settle()
				if got := rehearsal.Now(p.View()); got != want || !rehearsal.Waits(p.View()) {
					t.Fatalf("step %d, ready for it: %v; want %d", got, rehearsal.Waits(p.View()), want)
				}
			}
			at(rehearsal.Speak)
			p.Must(rehearsal.You, exercise.Say{Words: exercise.T("hello")})
			at(rehearsal.Raise)
			if err := p.Do(rehearsal.You, exercise.Say{Words: exercise.T("hello")}); err == nil {
				t.Error("one speaks while Ada has the floor")
			}
			p.Must(rehearsal.You, exercise.Hand{})
			at(rehearsal.Decide)
			p.Must(rehearsal.You, exercise.TakePosition{X: "1.1a/2", Position: exercise.Accept})
			at(rehearsal.Ready)
			if d := p.View().Room.Decisions; len(d) != 1 || d[0].Outcome != exercise.Carried {
				t.Errorf("the decisions are %+v", d)
			}
			if !heard(p, n.Name) {
				t.Error("nobody says the newcomer's name")
			}
		})
	}
}

// Whatever a newcomer does instead, the rehearsal does not get stuck.
func TestNoWayRoundGetsStuck(t *testing.T) {
	for _, row := range []struct {
		name string
		does func(t *testing.T, p *rehearsaltest.Play)
	}{
		{"a hand before hello", func(t *testing.T, p *rehearsaltest.Play) { p.Must(rehearsal.You, exercise.Hand{}); p.Settle() }},
		{"a hand taken down again", func(t *testing.T, p *rehearsaltest.Play) {
			p.Must(rehearsal.You, exercise.Say{Words: exercise.T("hello")})
			p.Settle()
			p.Must(rehearsal.You, exercise.Hand{})
			p.Must(rehearsal.You, exercise.Hand{Down: true})
			p.Settle()
		}},
		{"the floor given back at once", func(t *testing.T, p *rehearsaltest.Play) {
			p.Must(rehearsal.You, exercise.Say{Words: exercise.T("hello")})
			p.Settle()
			p.Must(rehearsal.You, exercise.Hand{})
			p.Must(rehearsal.Ada, exercise.Yield{})
			p.Must(rehearsal.You, exercise.Yield{})
			p.Settle()
		}},
		{"a question in writing", func(t *testing.T, p *rehearsaltest.Play) {
			p.Must(rehearsal.You, exercise.Ask{Team: exercise.TeamID(rehearsal.Ada), Words: exercise.T("Ten or eleven?")})
			p.Settle()
			if a := p.View().Own.Asks; len(a) != 1 || a[0].Answer == "" {
				t.Errorf("it is answered with %+v", a)
			}
		}},
		{"much talk", func(t *testing.T, p *rehearsaltest.Play) {
			for range 6 {
				p.Must(rehearsal.You, exercise.Say{Words: exercise.T("hello")})
			}
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := rehearsaltest.Open(t, rehearsal.Newcomer{Name: "Arcadia"}, 1_000_000)
			row.does(t, p)
			for range 4 {
				p.Settle()
				switch rehearsal.Now(p.View()) {
				case rehearsal.Speak:
					p.Must(rehearsal.You, exercise.Say{Words: exercise.T("hello")})
				case rehearsal.Raise:
					p.Must(rehearsal.You, exercise.Hand{})
				case rehearsal.Decide:
					p.Must(rehearsal.You, exercise.TakePosition{X: "1.1a/2", Position: exercise.NotYet, Words: exercise.T("my tea")})
				case rehearsal.Ready:
					return
				}
			}
			t.Errorf("it ends at step %d", rehearsal.Now(p.View()))
		})
	}
}
