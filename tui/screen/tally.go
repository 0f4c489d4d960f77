package screen

import (
	"fmt"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// tallies writes how each body of teams stands to what is put: its rule, who
// said what, what is needed, and whether it carries as things are.
func (s *Sight) tallies(d *Drawing, list []exercise.TallyView) {
	for _, t := range list {
		lead := "  " + s.body(t).line(s.Theme) + " " + s.Theme.Paint(theme.Muted, t.Rule) + "  "
		d.Hang(lead, append(s.tallyWords(t), s.tallyEnd(t)...))
	}
}

// body names who is counted: a track, or all teams.
func (s *Sight) body(t exercise.TallyView) runs {
	if t.Track == "" {
		return plain("All")
	}
	return runs{{s.Theme.Track(string(t.Track)), s.letter(t.Track)}}
}

// tallyWords lists who said what, in the order of weight.
func (s *Sight) tallyWords(t exercise.TallyView) runs {
	var parts []string
	for _, said := range []struct {
		word  string
		teams []exercise.TeamID
	}{
		{"accept", t.Accept}, {"object", t.Object}, {"not yet", t.NotYet}, {"aside", t.Aside}, {"silent", t.Silent},
	} {
		if len(said.teams) > 0 {
			parts = append(parts, said.word+" "+s.names(said.teams))
		}
	}
	return plain(strings.Join(parts, "; "))
}

// tallyEnd says what is needed and what comes of it.
func (s *Sight) tallyEnd(t exercise.TallyView) runs {
	end := runs{{theme.Body, ". "}}
	if t.Needed > 0 {
		end = append(end, run{theme.Muted, fmt.Sprintf("Needs %d of %d, has %d. ", t.Needed, t.Base, len(t.Accept))})
	}
	if t.Carries {
		return append(end, run{theme.Strong, s.Theme.Glyphs.Done + bound + "carries"})
	}
	return append(end, run{theme.Strong, "not" + bound + "carried"})
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
	if x.Understanding != "" {
		d.Text(1, plain(sentence(x.Understanding)+"."))
	}
	if x.Flagged != "" {
		d.Text(1, runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Strong, sentence(x.Flagged)}})
	}
	for _, a := range x.AdRef {
		d.Text(1, append(s.TeamRuns(a.Team), s.adRefWords(a)...))
	}
	for _, st := range x.Statements {
		d.Text(1, append(s.TeamRuns(st.Team), run{theme.Body, " states: " + st.Text}))
	}
}

// adRefWords says how an acceptance ad referendum stands.
func (s *Sight) adRefWords(a exercise.AdRefView) runs {
	switch {
	case a.Cleared:
		return plain(": ad referendum, cleared")
	case a.Lapsed && a.Why != "":
		return runs{{theme.Alert, ": ad referendum, refused: "}, {theme.Body, a.Why}}
	case a.Lapsed:
		return runs{{theme.Alert, ": ad referendum, lapsed"}}
	case a.Until > 0:
		return runs{{theme.Body, ": ad referendum, "}, {theme.Strong, s.Left(a.Until)}, {theme.Body, " left to clear it"}}
	}
	return plain(": ad referendum")
}
