package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// tallies writes how each body of teams stands to what is put: its rule, who
// said what, what is needed, and whether it carries as things are.
func (s *Sight) tallies(d *Drawing, list []exercise.TallyView) {
	for _, t := range list {
		lead := "  " + s.body(t).line(s.Theme) + " " + s.Theme.Paint(theme.Muted, s.ruleWords(t.Rule)) + "  "
		d.Hang(lead, append(s.tallyWords(t), s.tallyEnd(t)...))
	}
}

// body names who is counted: a track, or all teams.
func (s *Sight) body(t exercise.TallyView) runs {
	if t.Track == "" {
		return plain(s.Say("All"))
	}
	return runs{{s.Theme.Track(string(t.Track)), s.letter(t.Track)}}
}

// ruleWords names a rule: "concurrence", "at least 2/3 of cast".
func (s *Sight) ruleWords(rule string) string {
	for _, majority := range []struct{ lead, says string }{
		{"at least ", words.Mark("at least %s of %s")}, {"more than ", words.Mark("more than %s of %s")},
	} {
		if rest, is := strings.CutPrefix(rule, majority.lead); is && strings.Contains(rest, " of ") {
			share, base, _ := strings.Cut(rest, " of ")
			return s.Say(majority.says, share, s.Say(base))
		}
	}
	return s.Say(rule)
}

var _ = [...]string{
	words.Mark("no-objection"), words.Mark("concurrence"), words.Mark("unanimity"), words.Mark("voice"), words.Mark("none"),
	words.Mark("at least one accept"), words.Mark("cast"), words.Mark("present"), words.Mark("entitled"),
}

// tallyWords lists who said what, in the order of weight.
func (s *Sight) tallyWords(t exercise.TallyView) runs {
	var parts []string
	for _, said := range []struct {
		word  string
		teams []exercise.TeamID
	}{
		{words.Mark("accept: %s"), t.Accept},
		{words.Mark("object: %s"), t.Object},
		{words.Mark("not yet: %s"), t.NotYet},
		{words.Mark("aside: %s"), t.Aside},
		{words.Mark("silent: %s"), t.Silent},
	} {
		if len(said.teams) > 0 {
			parts = append(parts, s.Say(said.word, s.names(said.teams)))
		}
	}
	return plain(strings.Join(parts, s.Say("; ")))
}

// tallyEnd says what is needed and what comes of it.
func (s *Sight) tallyEnd(t exercise.TallyView) runs {
	end := runs{{theme.Body, ". "}}
	if t.Needed > 0 {
		end = append(end, run{theme.Muted, s.Say("Needs %d of %d, has %d.", t.Needed, t.Base, len(t.Accept)) + " "})
	}
	if t.Carries {
		return append(end, run{theme.Strong, s.Theme.Glyphs.Done + bound + s.Say("carries")})
	}
	return append(end, run{theme.Strong, strings.ReplaceAll(s.Say("not carried"), " ", bound)})
}

// accepts counts who accepts in each track, of how many teams: "κ 1/2".
func (s *Sight) accepts(x *exercise.DecisionView) runs {
	var out runs
	for _, track := range exercise.Tracks() {
		n, of := 0, 0
		for _, p := range x.Positions {
			if s.Team(p.Team).Track == track {
				of++
				n += plus(p.Position == exercise.Accept)
			}
		}
		if of == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, run{theme.Body, "  "})
		}
		out = append(out, run{s.Theme.Track(string(track)), s.letter(track)}, run{theme.Body, " " + strconv.Itoa(n) + "/" + strconv.Itoa(of)})
	}
	return out
}

// beside are the facts that stand next to a decision: what an acceptance rested
// on, whose capital has yet to agree, what was stated.
func (s *Sight) beside(d *Drawing, x *exercise.DecisionView) {
	if !x.Understanding.IsZero() {
		d.Text(1, plain(sentence(s.phrase(x.Understanding))+"."))
	}
	if !x.Flagged.IsZero() {
		d.Text(1, runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Strong, sentence(s.phrase(x.Flagged))}})
	}
	for _, a := range x.AdRef {
		d.Text(1, s.adRefRuns(a))
	}
	for _, st := range x.Statements {
		d.Text(1, s.in(theme.Body).Say("%s states: %s", s.TeamRuns(st.Team), st.Text))
	}
}

// adRefRuns says how an acceptance ad referendum stands.
func (s *Sight) adRefRuns(a exercise.AdRefView) runs {
	team := s.TeamRuns(a.Team)
	switch {
	case a.Cleared:
		return s.in(theme.Body).Say("%s: ad referendum, cleared", team)
	case a.Lapsed && a.Why != "":
		return s.in(theme.Alert).Say("%s: ad referendum, refused: %s", team, plain(a.Why))
	case a.Lapsed:
		return s.in(theme.Alert).Say("%s: ad referendum, lapsed", team)
	case a.Until > 0:
		return s.in(theme.Body).Say("%s: ad referendum, %s left to clear it", team, strong(s.Left(a.Until)))
	}
	return s.in(theme.Body).Say("%s: ad referendum", team)
}
