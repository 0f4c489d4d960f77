package scenarios_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"kefi/exercise"
	"kefi/scenarios"
	"kefi/scenarios/format"
)

func copycat(t *testing.T) exercise.Scenario {
	t.Helper()
	s, findings := format.Load(scenarios.FS, "copycat")
	if len(findings) > 0 {
		t.Fatalf("copycat has findings:\n%s", findings)
	}
	return s
}

func TestCopycatHasItsClausesAndPoints(t *testing.T) {
	s := copycat(t)
	brackets, empty := 0, exercise.Text{}
	for _, c := range s.Clauses {
		if len(c.Paras) < 2 {
			t.Errorf("clause %s has fewer than two paragraphs", c.ID)
		}
		for _, p := range c.Paras {
			if p == empty {
				t.Errorf("clause %s has an empty paragraph", c.ID)
			}
			brackets += strings.Count(p.Value, "[")
		}
	}
	if len(s.Clauses) != 6 || brackets != 9 {
		t.Errorf("%d clauses with %d points, want 6 with 9", len(s.Clauses), brackets)
	}
	const want = "Each Party [shall | should] notify the operators concerned within [24 | 72] hours of becoming aware of an incident that may disrupt water services."
	if got := s.Clauses[2].Paras[0].Value; got != want {
		t.Errorf("3.1 reads\n%s\nwant\n%s", got, want)
	}
}

func TestEveryPointOfCopycatIsInTwoBriefs(t *testing.T) {
	named := map[exercise.PointID]int{}
	for _, team := range copycat(t).Teams {
		for _, p := range team.Brief.Points {
			if named[p.Point]++; len(p.Why.Value) < 30 {
				t.Errorf("%s gives no reason for %s", team.ID, p.Point)
			}
		}
	}
	for _, id := range []exercise.PointID{"1.2a", "2.1a", "2.2a", "3.1a", "3.1b", "4.1a", "5.1a", "5.2a", "6.1a"} {
		if named[id] < 2 {
			t.Errorf("point %s is named in %d briefs, want two or more", id, named[id])
		}
	}
	if len(named) != 9 {
		t.Errorf("briefs name %d points, want 9", len(named))
	}
}

// Teams of one track disagree, and no two teams oppose each other on every
// point that both care for.
func TestNoTrackIsOfOneMindAndNoTwoTeamsAreOpposites(t *testing.T) {
	s := copycat(t)
	for i, a := range s.Teams {
		for _, b := range s.Teams[i+1:] {
			agree, differ := 0, 0
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
			if a.Track == b.Track && differ < 3 {
				t.Errorf("%s and %s differ on %d points, want three or more", a.ID, b.ID, differ)
			}
			if agree == 0 {
				t.Errorf("%s and %s agree on nothing", a.ID, b.ID)
			}
		}
	}
}

// wanted is the alternative a reason begins with: You want "shall". You want 24, …
func wanted(why string) string {
	why = strings.TrimPrefix(why, "You want ")
	if rest, quoted := strings.CutPrefix(why, `"`); quoted {
		words, _, _ := strings.Cut(rest, `"`)
		return words
	}
	return why[:strings.IndexAny(why, ".,")]
}

func TestBriefsOfCopycatFitOnePage(t *testing.T) {
	const columns, lines = 70, 45
	for _, seed := range []uint64{0, 1} {
		for _, team := range format.Draw(copycat(t), seed).Teams {
			b := team.Brief
			if len(b.Offers) != 2 {
				t.Errorf("%s has %d offers, want 2", team.ID, len(b.Offers))
			}
			page := wrapped(b.Page.Value, columns)
			for _, list := range [][]exercise.Text{b.Wants, b.Trades, b.RedLines, b.Offers} {
				page++ // the list's heading
				for _, item := range list {
					page += wrapped("- "+item.Value, columns-2)
				}
			}
			if page > lines {
				t.Errorf("the brief of %s takes %d lines of %d columns, want %d", team.ID, page, columns, lines)
			}
		}
	}
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

func TestCopycatTakesNinetyMinutes(t *testing.T) {
	s := copycat(t)
	by, total := map[exercise.ItemKind]int{}, 0
	clauses := map[exercise.ClauseID]int{}
	for _, item := range s.Agenda {
		by[item.Kind] += item.Minutes
		total += item.Minutes
		for _, c := range item.Clauses {
			clauses[c] += item.Minutes
		}
	}
	if first, second := clauses["1"]+clauses["2"]+clauses["3"], clauses["4"]+clauses["5"]+clauses["6"]; first != 18 || second != 14 {
		t.Errorf("clauses 1-3 take %d and 4-6 take %d minutes, want 18 and 14", first, second)
	}
	if by[exercise.FirstReading] != 6 || by[exercise.Suspension] != 16 || by[exercise.Endgame] != 8 {
		t.Errorf("the agenda's parts are %v", by)
	}
	total += int((s.Times.Briefing + s.Times.Closing + s.Times.HotWash) / time.Minute.Milliseconds())
	if total != 90 {
		t.Errorf("the exercise takes %d minutes, want 90", total)
	}
	if s.Times.Gavel < 20_000 {
		t.Errorf("a gavel of %d ms leaves no time to object", s.Times.Gavel)
	}
}

func TestInjectsOfCopycatReachEveryTeam(t *testing.T) {
	s := copycat(t)
	end := (90 * time.Minute).Milliseconds()
	planned, reached := 0, map[exercise.TeamID]int{}
	for _, in := range s.Injects {
		if in.At >= 0 {
			planned++
		}
		if (in.Kind == exercise.Contingency) != (in.At < 0) || in.At > end {
			t.Errorf("%s is a %s at %d", in.ID, in.Kind, in.At)
		}
		for _, team := range s.Teams {
			own := slices.Contains(in.To, string(team.ID)) || slices.Contains(in.To, string(team.Track))
			if own || in.Asks.Value != "" && slices.Contains(in.To, "all") {
				reached[team.ID]++
			}
		}
	}
	if planned != 5 || len(s.Injects) != 8 {
		t.Errorf("%d of %d injects are planned, want 5 of 8", planned, len(s.Injects))
	}
	for _, team := range s.Teams {
		if reached[team.ID] < 2 {
			t.Errorf("%s is addressed or asked %d times, want twice or more", team.ID, reached[team.ID])
		}
	}
}

func TestSeedsDrawBothMakersAndNothingPublicNamesThem(t *testing.T) {
	s := copycat(t)
	archives := map[string]bool{}
	public := publicWords(s)
	if strings.Contains(public, "{") {
		t.Errorf("a text for all depends on who made the tool")
	}
	for seed := range uint64(16) {
		drawn := format.Draw(s, seed)
		all := publicWords(drawn)
		for _, team := range drawn.Teams {
			all += team.Brief.Page.Value
		}
		for _, in := range drawn.Injects {
			all += in.Body.Value + in.Expected.Value
			if in.ID == "I3" {
				archives[in.Body.Value] = true
			}
		}
		if i := strings.Index(all, "{"); i >= 0 {
			t.Fatalf("seed %d leaves %q", seed, all[i:min(len(all), i+20)])
		}
	}
	if len(archives) != 2 {
		t.Errorf("16 seeds drew %d makers, want 2", len(archives))
	}
}

// publicWords are what every delegation reads whatever happens.
func publicWords(s exercise.Scenario) string {
	words := []string{s.Title, s.Instrument, s.Situation.Value}
	for _, c := range s.Clauses {
		words = append(words, c.Title.Value)
		for _, p := range c.Paras {
			words = append(words, p.Value)
		}
	}
	for _, in := range s.Injects {
		if slices.Contains(in.To, "all") {
			words = append(words, in.Title.Value, in.Body.Value, in.Asks.Value)
		}
	}
	return strings.Join(words, "\n")
}
