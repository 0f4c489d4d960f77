package scenarios_test

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kefi/exercise"
	"kefi/scenarios"
	"kefi/scenarios/format"
)

// What every scenario that comes with kefi must satisfy stands in this file.
// What only one of them promises stands in its own: copycat_test.go and so on.

// each runs a test on every scenario's folder, as its author wrote it.
func each(t *testing.T, test func(t *testing.T, s exercise.Scenario)) {
	t.Helper()
	plans, err := fs.Glob(scenarios.FS, "*/scenario.yaml")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, plan := range plans {
		name := path.Dir(plan)
		t.Run(name, func(t *testing.T) { test(t, load(t, name)) })
	}
}

func load(t *testing.T, name string) exercise.Scenario {
	t.Helper()
	s, findings := format.Load(scenarios.FS, name)
	if len(findings) > 0 {
		t.Fatalf("%s has findings:\n%s", name, findings)
	}
	return s
}

// point is disputed text of a draft, with the words of its alternatives.
type point struct {
	id     exercise.PointID
	clause exercise.ClauseID
	alts   []string
}

func points(t *testing.T, s exercise.Scenario) (list []point) {
	t.Helper()
	for _, c := range s.Clauses {
		for i, p := range c.Paras {
			nodes, err := exercise.ParseBrackets(p.Value)
			if err != nil {
				t.Fatal(err)
			}
			letter := 'a'
			for _, n := range nodes {
				if n.Alternatives == nil {
					continue
				}
				x := point{id: exercise.PointID(fmt.Sprintf("%s.%d%c", c.ID, i+1, letter)), clause: c.ID}
				for _, spans := range n.Alternatives {
					words := ""
					for _, span := range spans {
						words += p.Value[span.From:span.To]
					}
					x.alts = append(x.alts, words)
				}
				list = append(list, x)
				letter++
			}
		}
	}
	return list
}

// Three tracks sit at every table, and each clause has text.
func TestEveryScenarioHasThreeTracksAndAText(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		for _, track := range []exercise.Track{exercise.Kappa, exercise.Epsilon, exercise.Phi} {
			if !slices.ContainsFunc(s.Teams, func(x exercise.Team) bool { return x.Track == track }) {
				t.Errorf("nobody speaks for %s", track)
			}
		}
		for _, c := range s.Clauses {
			for i, p := range c.Paras {
				if p.Value == "" {
					t.Errorf("paragraph %s.%d is empty", c.ID, i+1)
				}
			}
		}
		if !strings.HasPrefix(s.Marking, "EXERCISE") {
			t.Errorf("the marking %q does not say EXERCISE", s.Marking)
		}
		if len(s.Questions) < 2 {
			t.Errorf("%d questions for the hot wash, want two or more", len(s.Questions))
		}
	})
}

// Everything is there that is used before, during and after play.
func TestEveryScenarioIsComplete(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		if len(s.Stress) != 10 {
			t.Errorf("%d incidents are held back, want 10", len(s.Stress))
		}
		for _, x := range s.Stress {
			if len(x.Probes) == 0 || x.Asks.Value == "" || len(x.Look) == 0 {
				t.Errorf("%s says not which clauses it probes, what it asks, or what to look for", x.ID)
			}
		}
		for _, o := range s.Objectives {
			if len(o.Look) == 0 {
				t.Errorf("the objective %s says not what to look for", o.ID)
			}
		}
		if len(s.Personas) == 0 || len(s.Facts) == 0 {
			t.Error("nobody outside the room can be asked, or nothing is known there")
		}
	})
}

// A point that fewer than two teams care for is no point, and a reason says
// first what the team wants, then why.
func TestEveryPointIsInTwoBriefs(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		named := map[exercise.PointID]int{}
		for _, team := range s.Teams {
			for _, p := range team.Brief.Points {
				named[p.Point]++
				if !strings.HasPrefix(p.Why.Value, "You want ") || len(p.Why.Value) < 30 {
					t.Errorf(`%s: the reason for %s must say "You want …", then why; it says %q`, team.ID, p.Point, p.Why.Value)
				}
			}
		}
		for _, p := range points(t, s) {
			if named[p.id] < 2 {
				t.Errorf("point %s is named in %d briefs, want two or more", p.id, named[p.id])
			}
		}
	})
}

// Teams of one track disagree, and no two teams oppose each other on every
// point that both care for.
func TestNoTrackIsOfOneMindAndNoTwoTeamsAreOpposites(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		for i, a := range s.Teams {
			for _, b := range s.Teams[i+1:] {
				agree, differ := compare(a, b)
				if a.Track == b.Track && 3*differ < agree+differ {
					t.Errorf("%s and %s differ on %d of %d points, want a third or more", a.ID, b.ID, differ, agree+differ)
				}
				if agree == 0 && differ > 0 {
					t.Errorf("%s and %s agree on nothing", a.ID, b.ID)
				}
			}
		}
	})
}

func compare(a, b exercise.Team) (agree, differ int) {
	for _, p := range a.Brief.Points {
		for _, q := range b.Brief.Points {
			switch {
			case p.Point != q.Point:
			case wanted(p.Why.Value) == wanted(q.Why.Value):
				agree++
			default:
				differ++
			}
		}
	}
	return agree, differ
}

// wanted is the alternative a reason begins with: You want "shall". You want 24, …
func wanted(why string) string {
	why = strings.TrimPrefix(why, "You want ")
	if rest, quoted := strings.CutPrefix(why, `"`); quoted {
		words, _, _ := strings.Cut(rest, `"`)
		return words
	}
	if end := strings.IndexAny(why, ".,"); end >= 0 {
		return why[:end]
	}
	return why
}

const columns = 70

// A brief and the situation are each read in one go, whatever the seed drew.
func TestPagesFitOnePage(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		for seed := range uint64(4) {
			drawn := format.Draw(s, seed)
			if n := wrapped(drawn.Situation.Value, columns); n > 55 {
				t.Errorf("the situation takes %d lines of %d columns, want 55", n, columns)
			}
			for _, team := range drawn.Teams {
				if len(team.Brief.Offers) != 2 {
					t.Errorf("%s has %d offers, want 2", team.ID, len(team.Brief.Offers))
				}
				if n := briefLines(team.Brief); n > 45 {
					t.Errorf("the brief of %s takes %d lines of %d columns, want 45", team.ID, n, columns)
				}
			}
		}
	})
}

func briefLines(b exercise.Brief) int {
	n := wrapped(b.Page.Value, columns)
	for _, list := range [][]exercise.Text{b.Wants, b.Trades, b.RedLines, b.Offers} {
		n++ // the list's heading
		for _, item := range list {
			n += wrapped("- "+item.Value, columns-2)
		}
	}
	return n
}

// wrapped counts the lines of a text broken between words.
func wrapped(text string, columns int) (lines int) {
	for line := range strings.SplitSeq(text, "\n") {
		lines++
		width := 0
		for word := range strings.FieldsSeq(line) {
			n := utf8.RuneCountInString(word)
			if width > 0 && width+1+n > columns {
				lines, width = lines+1, 0
			}
			width += n + min(width, 1)
		}
	}
	return lines
}

// Every clause is read, each point has six minutes of the table, suspensions
// counted, and a gavel leaves time to object.
func TestTheAgendaLeavesTime(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		total, read := 0, map[exercise.ClauseID]int{}
		for _, item := range s.Agenda {
			total += item.Minutes
			if item.Kind != exercise.SecondReading {
				continue
			}
			for _, c := range item.Clauses {
				read[c]++
			}
		}
		for _, c := range s.Clauses {
			if read[c.ID] != 1 {
				t.Errorf("clause %s has %d second readings, want one", c.ID, read[c.ID])
			}
		}
		if n := len(points(t, s)); total < 6*n {
			t.Errorf("%d minutes at the table for %d points, want %d", total, n, 6*n)
		}
		if s.Times.Gavel < 20_000 {
			t.Errorf("a gavel of %d ms leaves no time to object", s.Times.Gavel)
		}
	})
}

// Every team is told something that is meant for it, every clause is put to
// the test, every objective is served, and what is planned comes in time.
func TestInjectsReachEveryTeamClauseAndObjective(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		end := s.Times.Briefing + s.Times.Closing
		for _, item := range s.Agenda {
			end += int64(item.Minutes) * 60_000
		}
		addressed := map[string]bool{}
		probed, served := map[exercise.ClauseID]bool{}, map[string]bool{}
		for _, in := range s.Injects {
			if in.At > end {
				t.Errorf("%s comes after the closing", in.ID)
			}
			for _, to := range in.To {
				addressed[to] = addressed[to] || to != "all" || in.Asks.Value != ""
			}
			for _, c := range in.Probes {
				probed[c] = true
			}
			served[in.Objective] = true
		}
		for _, team := range s.Teams {
			if !addressed[string(team.ID)] && !addressed[string(team.Track)] && !addressed["all"] {
				t.Errorf("%s is the main addressee of no inject", team.ID)
			}
		}
		for _, c := range s.Clauses {
			if !probed[c.ID] {
				t.Errorf("no inject probes clause %s", c.ID)
			}
		}
		for _, o := range s.Objectives {
			if !served[o.ID] {
				t.Errorf("no inject serves the objective %s", o.ID)
			}
		}
	})
}

// Seeds make exercises differ and nothing is left undrawn; the draft is the
// same for every seed, so that plays of it can be compared.
func TestDrawsMakeExercisesDiffer(t *testing.T) {
	each(t, func(t *testing.T, s exercise.Scenario) {
		if len(s.Draws) == 0 {
			t.Error("nothing is drawn: every play would be the same")
		}
		if strings.Contains(draftWords(s), "{") {
			t.Error("the draft depends on what is drawn")
		}
		plays := map[string]bool{}
		for seed := range uint64(32) {
			words := allWords(format.Draw(s, seed))
			if i := strings.Index(words, "{"); i >= 0 {
				t.Fatalf("seed %d leaves %q", seed, words[i:min(len(words), i+20)])
			}
			plays[words] = true
		}
		for _, d := range s.Draws {
			if len(plays) < len(d.Options) {
				t.Errorf("32 seeds make %d plays, but %s has %d values", len(plays), d.Name, len(d.Options))
			}
		}
	})
}

// draftWords are the agreement's, as it comes to the table.
func draftWords(s exercise.Scenario) string {
	words := []string{s.Title, s.Instrument}
	for _, c := range s.Clauses {
		words = append(words, c.Title.Value)
		for _, p := range c.Paras {
			words = append(words, p.Value)
		}
	}
	return strings.Join(words, "\n")
}

// allWords are the draft's, and what delegations and control read.
func allWords(s exercise.Scenario) string {
	words := []string{draftWords(s), s.Situation.Value}
	for _, team := range s.Teams {
		words = append(words, team.Brief.Page.Value)
		for _, list := range [][]exercise.Text{team.Brief.Wants, team.Brief.Trades, team.Brief.RedLines, team.Brief.Offers} {
			for _, item := range list {
				words = append(words, item.Value)
			}
		}
		for _, p := range team.Brief.Points {
			words = append(words, p.Why.Value)
		}
	}
	for _, in := range s.Injects {
		words = append(words, in.Title.Value, in.Body.Value, in.Asks.Value, in.Expected.Value)
	}
	return strings.Join(words, "\n")
}
