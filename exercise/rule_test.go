package exercise

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// assembly is a table of teams of one or more tracks, all present.
func assembly(rules *Procedure, sizes map[Track]int) State {
	sc := Scenario{Procedure: "own", Rules: rules}
	for _, t := range Tracks() {
		for i := range sizes[t] {
			id := TeamID(fmt.Sprintf("%s%d", strings.ToLower(t.ASCII()), i+1))
			sc.Teams = append(sc.Teams, Team{ID: id, Name: string(id), Track: t, Seats: []SeatID{SeatID(id)}})
		}
	}
	s := New()
	s.plan = &sc
	s.rules, _ = ProcedureOf(sc)
	s.seats, s.teams = map[SeatID]seatState{}, map[TeamID]teamState{}
	for _, t := range sc.Teams {
		s.seats[t.Seats[0]] = seatState{via: "screen"}
	}
	return s
}

// positionsOf gives the teams in order: "2 accept, 1 object".
func positionsOf(s State, list string) decision {
	x := decision{DecisionOpened: DecisionOpened{ID: "D1", Form: FormPut, X: WholeText}}
	at := 0
	for part := range strings.SplitSeq(list, ", ") {
		var n int
		var kind PositionKind
		if _, err := fmt.Sscan(part, &n, &kind); err != nil {
			continue
		}
		for range n {
			x.positions = append(x.positions, position{team: s.plan.Teams[at].ID, kind: kind})
			at++
		}
	}
	return x
}

func twoThirdsOf(base Base) DecisionRule {
	return DecisionRule{Kind: Majority, Share: Ratio{2, 3}, Base: base}
}

func TestMajoritiesAreCountedOfADeclaredBase(t *testing.T) {
	half := Ratio{1, 2}
	for _, row := range []struct {
		rule        DecisionRule
		teams       int
		positions   string
		base, needs int
		outcome     Outcome
	}{
		{twoThirdsOf(OfEntitled), 9, "6 accept", 9, 6, Carried},
		{twoThirdsOf(OfEntitled), 9, "5 accept", 9, 6, NotCarried},
		{twoThirdsOf(OfCast), 10, "2 accept, 1 object, 7 aside", 3, 2, Carried},
		{twoThirdsOf(OfPresent), 10, "2 accept, 1 object, 7 aside", 10, 7, NotCarried},
		{twoThirdsOf(OfCast), 64, "46 accept, 2 object, 2 aside", 48, 32, Carried},
		{twoThirdsOf(OfCast), 6, "4 accept, 2 object", 6, 4, Carried},
		{twoThirdsOf(OfCast), 6, "3 accept, 2 object", 5, 4, NotCarried},
		{DecisionRule{Kind: Majority, MoreThan: true, Share: Ratio{2, 3}, Base: OfCast}, 6, "4 accept, 2 object", 6, 5, NotCarried},
		{DecisionRule{Kind: Majority, Share: half, Base: OfCast}, 4, "2 accept, 2 object", 4, 2, Carried},
		{DecisionRule{Kind: Majority, MoreThan: true, Share: half, Base: OfCast}, 4, "2 accept, 2 object", 4, 3, NotCarried},
		{DecisionRule{Kind: Majority, MoreThan: true, Share: half, Base: OfPresent}, 5, "3 accept", 5, 3, Carried},
		{DecisionRule{Kind: Majority, Share: half, Base: OfCast}, 4, "4 aside", 0, 0, NotCarried},
		{DecisionRule{Kind: Majority, Share: half, Base: OfEntitled}, 4, "", 4, 2, NotCarried},
		{oneAccept(), 3, "1 accept, 2 object", 3, 1, Carried},
		{oneAccept(), 3, "3 object", 3, 1, NotCarried},
		{twoThirdsOf(OfCast), 6, "5 accept, 1 not-yet", 5, 4, Postponed},
	} {
		s := assembly(&Procedure{Overall: &row.rule}, map[Track]int{Kappa: row.teams})
		v := s.judge(positionsOf(s, row.positions))
		if c := v.tallies[0]; v.outcome != row.outcome || c.Base != row.base || c.Needed != row.needs {
			t.Errorf("%s of %d teams, %s: %s, needed %d of %d (%s)", row.rule, row.teams, row.positions, v.outcome, c.Needed, c.Base, v.sentence)
		}
	}
}

func TestAQuorumIsCountedOfTheEntitled(t *testing.T) {
	rule := twoThirdsOf(OfCast)
	for _, row := range []struct {
		positions string
		outcome   Outcome
		sentence  string
	}{
		{"46 accept, 2 object, 2 aside", Carried, "46 of 48 cast, 32 needed"},
		{"39 accept, 2 object, 2 aside", Carried, "39 of 41 cast, 28 needed"},
		{"39 accept, 2 object, 1 aside", Postponed, "42 of 64 teams answered, and the quorum of 2/3 is 43"},
		{"42 accept, 10 not-yet", Postponed, "instructions"},
	} {
		s := assembly(&Procedure{Overall: &rule, Quorum: Ratio{2, 3}}, map[Track]int{Kappa: 20, Epsilon: 20, Phi: 24})
		if v := s.judge(positionsOf(s, row.positions)); v.outcome != row.outcome || !strings.Contains(v.sentence.String(), row.sentence) {
			t.Errorf("%s: %s, %q", row.positions, v.outcome, v.sentence)
		}
	}
}

// In tracks of one, two and three teams, "at least 2/3" is one, all, and two.
func TestSmallTracks(t *testing.T) {
	rule := twoThirdsOf(OfEntitled)
	for n, needs := range map[int]int{1: 1, 2: 2, 3: 2} {
		for accepts := range n + 1 {
			s := assembly(&Procedure{Rules: []TrackRule{{Epsilon, rule}}}, map[Track]int{Epsilon: n})
			v := s.judge(positionsOf(s, fmt.Sprintf("%d accept", accepts)))
			if (v.outcome == Carried) != (accepts >= needs) || v.tallies[0].Needed != needs {
				t.Errorf("%d of %d accept: %s, needed %d: %s", accepts, n, v.outcome, v.tallies[0].Needed, v.sentence)
			}
			if v.outcome != Carried && v.binding != Epsilon {
				t.Errorf("%d of %d accept: %q binds %q", accepts, n, v.sentence, v.binding)
			}
		}
	}
}

func TestRulesPerTrack(t *testing.T) {
	rule := func(k, e, p RuleKind) *Procedure {
		return &Procedure{Rules: []TrackRule{{Kappa, DecisionRule{Kind: k}}, {Epsilon, DecisionRule{Kind: e}}, {Phi, DecisionRule{Kind: p}}}}
	}
	for _, row := range []struct {
		rules    *Procedure
		given    string
		outcome  Outcome
		sentence string
	}{
		{rule(NoObjection, NoObjection, NoObjection), "", Carried, "Carried; k1, k2, e1, e2, p1 and p2 said nothing."},
		{rule(NoObjection, NoObjection, NoObjection), "k1 object", NotCarried, "Not carried: k1 (κ) objects."},
		{rule(Unanimity, Voice, NoRule), "k1 accept, k2 accept", Carried, "Carried."},
		{rule(Unanimity, Voice, NoRule), "k1 accept", NotCarried, "Not carried: every team present must accept, and k2 (κ) has not."},
		{rule(Unanimity, Voice, NoRule), "k1 accept, k2 not-yet", Postponed, "Postponed: k2 (κ) awaits instructions."},
		{rule(Concurrence, Concurrence, Voice), "k1 accept, e1 aside, e2 aside", Carried, "Carried; k2 said nothing."},
		{rule(Concurrence, Concurrence, Voice), "k1 aside, k2 aside, e1 aside, e2 aside", NotCarried, "Not carried: nobody accepted."},
		{rule(Concurrence, Voice, NoRule), "k1 accept, e1 object, p1 object", Carried, "Carried; k2 said nothing."},
	} {
		s := assembly(row.rules, map[Track]int{Kappa: 2, Epsilon: 2, Phi: 2})
		x := decision{DecisionOpened: DecisionOpened{ID: "D1", Form: FormPut, X: WholeText}}
		for one := range strings.SplitSeq(row.given, ", ") {
			team, kind, _ := strings.Cut(one, " ")
			x.positions = append(x.positions, position{team: TeamID(team), kind: PositionKind(kind)})
		}
		if v := s.judge(x); v.outcome != row.outcome || v.sentence.String() != row.sentence {
			t.Errorf("%s: %s, %q; want %s, %q", row.given, v.outcome, v.sentence, row.outcome, row.sentence)
		}
	}
}

func TestSimpleMajority(t *testing.T) {
	for present, needs := range []int{1, 1, 2, 2, 3, 3, 4} {
		if got := simpleMajority().needed(present); got != needs {
			t.Errorf("more than half of %d present needs %d, want %d", present, got, needs)
		}
	}
}

// What is needed is exact: the least number of accepts that is at least, or
// more than, the fraction.
func TestLawNeededIsExact(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		q := rapid.IntRange(1, mostOf).Draw(t, "q")
		r := DecisionRule{Kind: Majority, Share: Ratio{rapid.IntRange(1, q).Draw(t, "p"), q}, MoreThan: rapid.Bool().Draw(t, "more than")}
		base := rapid.IntRange(0, 10_000).Draw(t, "base")
		share := new(big.Rat).Mul(big.NewRat(int64(r.Share.P), int64(q)), big.NewRat(int64(base), 1))
		enough := func(n int) bool {
			c := big.NewRat(int64(n), 1).Cmp(share)
			return c > 0 || c == 0 && !r.MoreThan
		}
		if n := r.needed(base); !enough(n) || enough(n-1) {
			t.Fatalf("%s of %d needs %d", r, base, n)
		}
	})
}

// The order in which independent positions are given changes nothing, and a
// team counts once, by its last.
func TestLawPositionsAreCountedOnceInAnyOrder(t *testing.T) {
	kinds := []PositionKind{Accept, StandAside, Objects, NotYet}
	checkLaw(t, func(t *rapid.T) {
		p := rapid.SampledFrom(KnownProcedures()).Draw(t, "procedure")
		s := assembly(&p, map[Track]int{Kappa: 3, Epsilon: 2, Phi: 1})
		x := decision{DecisionOpened: DecisionOpened{ID: "D1", Form: FormPut, X: WholeText}}
		for _, team := range s.plan.Teams {
			if rapid.Bool().Draw(t, "answers") {
				x.positions = append(x.positions, position{team: team.ID, kind: rapid.SampledFrom(kinds).Draw(t, "position")})
			}
		}
		y := x
		y.positions = rapid.Permutation(x.positions).Draw(t, "order")
		if a, b := fmt.Sprintf("%+v", s.judge(x)), fmt.Sprintf("%+v", s.judge(y)); a != b {
			t.Fatalf("%s\n%s", a, b)
		}
		for _, c := range s.judge(x).tallies {
			seen := map[TeamID]bool{}
			for _, list := range [][]TeamID{c.Accept, c.Aside, c.Object, c.NotYet, c.Silent} {
				for _, team := range list {
					if seen[team] {
						t.Fatalf("%s is counted twice: %+v", team, c)
					}
					seen[team] = true
				}
			}
		}
	})
}
