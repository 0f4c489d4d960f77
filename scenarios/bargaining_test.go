package scenarios_test

import (
	"strings"
	"testing"

	"kefi/exercise"
)

// What a text is worth to each team is computed over every text that the
// scenario's own alternatives make: there must be something to trade.

// worth is what a draft's alternatives are worth, in points of 100.
type worth struct {
	points []point
	teams  []exercise.Team
}

// of is what an alternative is worth to a team; 0 where the team does not care.
func (w worth) of(team, at, alt int) int {
	for _, p := range w.teams[team].Stakes.Points {
		if p.Point == w.points[at].id {
			return p.Worth[alt]
		}
	}
	return 0
}

// agreed is what it is worth to a team that there is a text at all.
func (w worth) agreed(team int) (sum int) {
	for _, c := range w.teams[team].Stakes.Clauses {
		sum += c.Agreed
	}
	return sum
}

// value of a whole text: an alternative for each point.
func (w worth) value(team int, text []int) int {
	sum := w.agreed(team)
	for at, alt := range text {
		sum += w.of(team, at, alt)
	}
	return sum
}

// middle is what a team has on average where each point falls by lot.
func (w worth) middle(team int) float64 {
	sum := float64(w.agreed(team))
	for at, p := range w.points {
		total := 0
		for alt := range p.alts {
			total += w.of(team, at, alt)
		}
		sum += float64(total) / float64(len(p.alts))
	}
	return sum
}

// best and worst alternative of a point for a team.
func (w worth) ends(team, at int) (best, worst int) {
	for alt := range w.points[at].alts {
		if w.of(team, at, alt) > w.of(team, at, best) {
			best = alt
		}
		if w.of(team, at, alt) < w.of(team, at, worst) {
			worst = alt
		}
	}
	return best, worst
}

func (w worth) span(team, at int) int {
	best, worst := w.ends(team, at)
	return w.of(team, at, best) - w.of(team, at, worst)
}

// texts visits every text until visit says that it has seen enough.
func (w worth) texts(visit func(text []int) bool) bool {
	text := make([]int, len(w.points))
	for {
		if visit(text) {
			return true
		}
		at := 0
		for at < len(text) && text[at] == len(w.points[at].alts)-1 {
			text[at], at = 0, at+1
		}
		if at == len(text) {
			return false
		}
		text[at]++
	}
}

// eachBargain runs a test on every scenario with its teams' stakes.
func eachBargain(t *testing.T, test func(t *testing.T, w worth)) {
	t.Helper()
	each(t, func(t *testing.T, s exercise.Scenario) {
		w := worth{points: points(t, s), teams: s.Teams}
		count := 1
		for _, p := range w.points {
			count *= len(p.alts)
		}
		if count > 5_000_000 {
			t.Fatalf("%d texts are more than this test can look at", count)
		}
		for _, team := range s.Teams {
			if team.Stakes == nil {
				t.Fatalf("%s has no stakes", team.ID)
			}
		}
		test(t, w)
	})
}

// The best text is worth 100 to each team, and a brief asks for what its
// stakes value most.
func TestStakesSayWhatBriefsSay(t *testing.T) {
	eachBargain(t, func(t *testing.T, w worth) {
		for i, team := range w.teams {
			if best := team.Stakes.Best(); best != 100 {
				t.Errorf("the best text is worth %d to %s, want 100", best, team.ID)
			}
			for at, p := range w.points {
				for _, reason := range team.Brief.Points {
					best, _ := w.ends(i, at)
					if reason.Point == p.id && p.alts[best] != "" && wanted(reason.Why.Value) != strings.Trim(p.alts[best], " ") {
						t.Errorf("%s wants %q in %s, but its stakes value %q most", team.ID, wanted(reason.Why.Value), p.id, p.alts[best])
					}
				}
			}
		}
	})
}

// Some text is better for everybody than none, and for each team some text is
// worse than none, so that it has a reason to say no.
func TestThereIsAZoneOfAgreement(t *testing.T) {
	eachBargain(t, func(t *testing.T, w worth) {
		zone := w.texts(func(text []int) bool {
			for i, team := range w.teams {
				if w.value(i, text) <= team.Stakes.NoAgreement {
					return false
				}
			}
			return true
		})
		if !zone {
			t.Error("no text is better for every team than no agreement")
		}
		for i, team := range w.teams {
			refusable := w.texts(func(text []int) bool { return w.value(i, text) < team.Stakes.NoAgreement })
			if !refusable {
				t.Errorf("%s would be better off with any text than without one", team.ID)
			}
		}
	})
}

// Trading across clauses beats meeting in the middle of each point: one text
// is better for most teams, worse than no agreement for none; and two teams
// that oppose each other on two points care most for different ones.
func TestTradingBeatsTheMiddle(t *testing.T) {
	eachBargain(t, func(t *testing.T, w worth) {
		better := w.texts(func(text []int) bool {
			gain := 0
			for i, team := range w.teams {
				v := w.value(i, text)
				if v < team.Stakes.NoAgreement {
					return false
				}
				if float64(v) > w.middle(i) {
					gain++
				}
			}
			return 2*gain > len(w.teams)
		})
		if !better {
			t.Error("no text is better for most teams than the middle of every point")
		}
		if !w.logrolling() {
			t.Error("no two teams can trade a point of one clause for a point of another")
		}
	})
}

// logrolling: two teams want different words at two points of different
// clauses, and each cares more for another of the two.
func (w worth) logrolling() bool {
	for a := range w.teams {
		for b := range a {
			for p := range w.points {
				for q := range w.points {
					if w.points[p].clause != w.points[q].clause && w.opposed(a, b, p) && w.opposed(a, b, q) &&
						w.span(a, p) > w.span(a, q) && w.span(b, p) < w.span(b, q) {
						return true
					}
				}
			}
		}
	}
	return false
}

func (w worth) opposed(a, b, at int) bool {
	bestA, _ := w.ends(a, at)
	bestB, _ := w.ends(b, at)
	return w.span(a, at) > 0 && w.span(b, at) > 0 && bestA != bestB
}

// No team's best is another's worst at every point that both care for.
func TestNobodysBestIsAnothersWorst(t *testing.T) {
	eachBargain(t, func(t *testing.T, w worth) {
		for a := range w.teams {
			for b := range w.teams {
				shared, opposite := 0, 0
				for at := range w.points {
					if w.span(a, at) == 0 || w.span(b, at) == 0 {
						continue
					}
					shared++
					best, _ := w.ends(a, at)
					if _, worst := w.ends(b, at); best == worst {
						opposite++
					}
				}
				if a != b && shared > 0 && opposite == shared {
					t.Errorf("what is best for %s is worst for %s at all %d points", w.teams[a].ID, w.teams[b].ID, shared)
				}
			}
		}
	})
}
