package scenarios_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Ten minutes for the rules, then one clause under them, an hour in all.
func TestFreshTracksDecidesFirstHowItWillDecide(t *testing.T) {
	s := load(t, "fresh-tracks")
	by := map[exercise.ClauseID]int{}
	for _, p := range points(t, s) {
		by[p.clause]++
	}
	if len(s.Clauses) != 2 || by["1"] != 3 || by["2"] != 3 {
		t.Errorf("the clauses have %v points, want three in each of two", by)
	}
	var seconds []exercise.AgendaItem
	for _, item := range s.Agenda {
		if item.Kind == exercise.SecondReading {
			seconds = append(seconds, item)
		}
	}
	if len(seconds) != 2 || seconds[0].Minutes != 10 || !slices.Equal(seconds[0].Clauses, []exercise.ClauseID{"1"}) {
		t.Errorf("the second readings are %+v, want ten minutes for clause 1 before clause 2", seconds)
	}
	if !s.Clauses[0].NoReservation {
		t.Error("a delegation could sign the rules with a reservation")
	}
}

// No answer to "who decides" is right beforehand: under each of the three some
// text is better for everybody than none, and the best that each allows to all
// together differs by less than a twentieth.
func TestNoRuleOfFreshTracksIsRightBeforehand(t *testing.T) {
	s := load(t, "fresh-tracks")
	w := worth{points: points(t, s), teams: s.Teams}
	best, zone := make([]int, len(w.points[0].alts)), make([]int, len(w.points[0].alts))
	w.texts(func(text []int) bool {
		sum, all := 0, true
		for i, team := range w.teams {
			v := w.value(i, text)
			sum += v
			all = all && v > team.Stakes.NoAgreement
		}
		if best[text[0]] = max(best[text[0]], sum); all {
			zone[text[0]]++
		}
		return false
	})
	if slices.Min(zone) < 5 {
		t.Errorf("%v texts are better for all than none, by who decides; want five or more each", zone)
	}
	if least, most := slices.Min(best), slices.Max(best); 20*(most-least) >= most {
		t.Errorf("the best texts by who decides are worth %v together; one rule is the author's answer", best)
	}
}

// Counting heads and weighing them give another answer to who reports: most
// delegations want an authority, those who want the help line want it most.
func TestCountingAndWeighingDifferInFreshTracks(t *testing.T) {
	s := load(t, "fresh-tracks")
	w := worth{points: points(t, s), teams: s.Teams}
	const reports = 4 // 2.2a
	heads, weight := 0, 0
	for i := range w.teams {
		line, authority := w.of(i, reports, 0), w.of(i, reports, 1)
		weight += line - authority
		if authority > line {
			heads++
		}
	}
	if w.points[reports].id != "2.2a" || 3*heads < 2*len(w.teams) || weight <= 0 {
		t.Errorf("%d of %d delegations want an authority in %s, and the help line weighs %d more", heads, len(w.teams), w.points[reports].id, weight)
	}
}

// Every rule that clause 1 may make can be carried out with what a table has:
// whoever does not decide, or does not prevail, stands aside. Who breaks that
// promise is not overruled by the program, and is on record.
func TestRulesOfFreshTracksCanBeKept(t *testing.T) {
	accept, aside, object := exercise.Accept, exercise.StandAside, exercise.Objects
	for _, row := range []struct {
		given     string
		rules     []exercise.Subject
		positions []exercise.PositionKind // in the order of the teams
		then      exercise.Outcome
	}{
		{"the governments decide", []exercise.Subject{"1.1a/2", "1.2a/1", "1.3a/2"}, []exercise.PositionKind{accept, accept, aside, aside, aside, aside}, exercise.Carried},
		{"those decide who carry it out", []exercise.Subject{"1.1a/3", "1.2a/1", "1.3a/1"}, []exercise.PositionKind{aside, accept, accept, aside, accept, aside}, exercise.Carried},
		{"two thirds decide", []exercise.Subject{"1.1a/1", "1.2a/2", "1.3a/1"}, []exercise.PositionKind{aside, accept, accept, accept, aside, accept}, exercise.Carried},
		{"two thirds decide, and one breaks its promise", []exercise.Subject{"1.1a/1", "1.2a/2", "1.3a/3"}, []exercise.PositionKind{object, accept, accept, accept, aside, accept}, exercise.NotCarried},
	} {
		t.Run(row.given, func(t *testing.T) {
			p := seated(t, "fresh-tracks")
			p.agree("1", row.rules...)
			p.do("chair", exercise.OpenItem{Name: "2"})
			p.do("chair", exercise.Put{X: []exercise.Subject{"2.2a/2"}})
			for i, team := range load(t, "fresh-tracks").Teams {
				c := exercise.TakePosition{X: "2.2a/2", Position: row.positions[i]}
				if row.positions[i] == object {
					c.Words = exercise.T("Our callers do not ring a ministry.")
				}
				p.do(team.Seats[0], c)
			}
			p.pass(2 * time.Minute)
			decisions := p.room().Decisions
			if last := decisions[len(decisions)-1]; last.Outcome != row.then || len(last.Positions) != len(row.positions) {
				t.Errorf("it was %s with %d positions on record, want %s", last.Outcome, len(last.Positions), row.then)
			}
			p.pass(5 * time.Minute) // the rules were agreed in good time
			if !p.got("brevony", "They have rules") || p.got("brevony", "Another table") {
				t.Error("with rules agreed the paper must have heard of them, and no other table have asked")
			}
		})
	}
}

// The twin is the same exercise under another surface: every figure, place and
// moment is equal once its teams, its dials' names and its words are renamed.
func TestTheTwinOfFreshTracksIsIsomorphic(t *testing.T) {
	one, other := load(t, "fresh-tracks"), load(t, "fresh-tracks-twin")
	if other.TwinOf != one.Name {
		t.Fatalf("the twin is said to be that of %q", other.TwinOf)
	}
	a, b := skeleton(t, one), skeleton(t, other)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("they differ in their bones:\n%s\n%s", slices.Concat(a[i:], []string{"nothing"})[0], slices.Concat(b[i:], []string{"nothing"})[0])
		}
	}
}

// Nothing of one twin's surface stands in the other, and reading takes as long.
func TestTheTwinsOfFreshTracksDifferInSurfaceOnly(t *testing.T) {
	one, other := load(t, "fresh-tracks"), load(t, "fresh-tracks-twin")
	for i, team := range one.Teams {
		twin := other.Teams[i]
		if strings.Contains(allWords(other), team.Name) || strings.Contains(allWords(one), twin.Name) {
			t.Errorf("%s or %s is named in the other's scenario", team.Name, twin.Name)
		}
		near(t, "the briefs of "+team.Name+" and "+twin.Name, team.Brief.Page.Value, twin.Brief.Page.Value)
	}
	near(t, "the situations", one.Situation.Value, other.Situation.Value)
	for i, in := range one.Injects {
		near(t, "the incidents "+string(in.ID), in.Body.Value+in.Asks.Value, other.Injects[i].Body.Value+other.Injects[i].Asks.Value)
	}
	if one.Clauses[0].Paras[0].Value != other.Clauses[0].Paras[0].Value {
		t.Error("the twins decide about different rules")
	}
}

// near: two texts whose lengths differ by a tenth at most, and five words.
func near(t *testing.T, what, a, b string) {
	t.Helper()
	x, y := len(strings.Fields(a)), len(strings.Fields(b))
	if diff := max(x-y, y-x); 10*diff > max(x, y)+50 {
		t.Errorf("%s have %d and %d words", what, x, y)
	}
}

// The same seed plays the same truth in both.
func TestTheTwinsOfFreshTracksDrawTheSamePlaces(t *testing.T) {
	one, other := load(t, "fresh-tracks"), load(t, "fresh-tracks-twin")
	plays := map[string]bool{}
	for seed := range uint64(32) {
		a, b := drawn(t, one, seed), drawn(t, other, seed)
		if a != b {
			t.Fatalf("seed %d draws %s in one and %s in the other", seed, a, b)
		}
		plays[a] = true
	}
	if len(plays) < 12 {
		t.Errorf("32 seeds make %d plays, want 12 or more of 18", len(plays))
	}
}

// drawn says which option of each draw a seed takes.
func drawn(t *testing.T, s exercise.Scenario, seed uint64) (places string) {
	t.Helper()
	for _, d := range s.Draws {
		s.Situation = exercise.T("{" + d.Name + "}")
		value := format.Draw(s, seed).Situation.Value
		at := slices.IndexFunc(d.Options, func(o map[string]string) bool { return o["value"] == value })
		places += fmt.Sprintf("%s %d ", d.Name, at)
	}
	return places
}

// skeleton tells a scenario without its surface: a team is its place, a text is
// only whether it is there, and what people are asked before and after is told
// in full, because it must be the same.
func skeleton(t *testing.T, s exercise.Scenario) (bones []string) {
	t.Helper()
	place := map[string]string{}
	for i, team := range s.Teams {
		place[string(team.ID)] = fmt.Sprintf("team %d", i+1)
	}
	put := func(format string, args ...any) { bones = append(bones, fmt.Sprintf(format, args...)) }

	put("%s %s %+v %+v", s.Procedure, s.Chairing, s.Agenda, s.Times)
	for _, p := range points(t, s) {
		put("point %s with %d alternatives", p.id, len(p.alts))
	}
	for _, c := range s.Clauses {
		put("clause %s: %d paragraphs, %v, %v", c.ID, len(c.Paras), c.Bearers, c.NoReservation)
	}
	for i, team := range s.Teams {
		b := team.Brief
		put("team %d: %s, %d seats, %d %d %d %d", i+1, team.Track, len(team.Seats), len(b.Wants), len(b.Trades), len(b.RedLines), len(b.Offers))
		put("team %d: without a text %d, clauses %+v", i+1, team.Stakes.NoAgreement, team.Stakes.Clauses)
		for _, p := range team.Stakes.Points {
			put("team %d: %s %v, other %s", i+1, p.Point, p.Worth, other(p.Other))
		}
		for _, p := range b.Points {
			put("team %d: wants in %s alternative %d", i+1, p.Point, alternative(t, s, p.Point, wanted(p.Why.Value)))
		}
	}
	for _, in := range s.Injects {
		to := make([]string, len(in.To))
		for i, x := range in.To {
			if to[i] = x; place[x] != "" {
				to[i] = place[x]
			}
		}
		put("%s: %s %s to %v at %d %q when %q, answer in %d, asks %v, %s probes %v, %+v", in.ID, in.Kind, in.Method, to, in.At, in.Item, in.When, in.AnswerIn, in.Asks.Value != "", in.Objective, in.Probes, in.Copycat)
		for _, e := range in.Shifts {
			put("%s: %s by %d when %q", in.ID, e.Dial, e.By, e.When)
		}
		for _, p := range in.Passages {
			put("%s: a passage when %q", in.ID, p.When)
		}
	}
	for _, d := range s.Dials {
		put("dial %s from %d, %v", d.ID, d.Start, d.Public)
	}
	put("gap %+v", s.Gap)
	for _, d := range s.Draws {
		put("draw %s of %d, unlike %q", d.Name, len(d.Options), d.Unlike)
	}
	for _, o := range s.Objectives {
		put("objective %s with %d to look for", o.ID, len(o.Look))
	}
	for _, x := range s.Stress {
		put("%s probes %v with %d to look for", x.ID, x.Probes, len(x.Look))
	}
	for _, q := range s.Survey {
		put("%s: %s %s %s", q.ID, q.Ask.Value, q.Low.Value, q.High.Value)
	}
	for _, q := range s.Questions {
		put("asks afterwards: %s", q.Value)
	}
	put("%d personas, %d prepared answers, %d facts", len(s.Personas), len(s.Prepared), len(s.Facts))
	return bones
}

func other(worth *int) string {
	if worth == nil {
		return "none"
	}
	return fmt.Sprint(*worth)
}

// alternative is the place of the words that a brief asks for.
func alternative(t *testing.T, s exercise.Scenario, id exercise.PointID, words string) int {
	t.Helper()
	for _, p := range points(t, s) {
		if p.id == id {
			return slices.IndexFunc(p.alts, func(alt string) bool { return strings.Trim(alt, " ") == words })
		}
	}
	return -1
}
