package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// reads is how the text of a decision is shown: as it would read, what that
// changes, or as it reads today. d and o turn to the other two and back.
type reads string

const (
	wouldRead reads = ""
	changed   reads = "d"
	today     reads = "o"
)

// turn takes the keys of it.
func (r *reads) turn(name string) bool {
	if name != string(changed) && name != string(today) {
		return false
	}
	if *r == reads(name) {
		*r = wouldRead
	} else {
		*r = reads(name)
	}
	return true
}

// title names what is shown.
func (r reads) title() string {
	switch r {
	case changed:
		return words.Mark("What it changes")
	case today:
		return words.Mark("As it reads today")
	}
	return words.Mark("As it would read")
}

// hints are the footer's entries for what is not shown.
func (r reads) hints(s *Sight) []Hint {
	names := map[reads]string{changed: s.Say("what changes"), today: s.Say("text today")}
	var hints []Hint
	for _, k := range []reads{changed, today} {
		word := names[k]
		if k == r {
			word = s.Say("as it would read")
		}
		hints = append(hints, Hint{string(k), word, ""})
	}
	return hints
}

// texts are the paragraphs of a decision as they are shown.
func (s *Sight) texts(x *exercise.DecisionView, how reads) []runs {
	var out []runs
	for _, line := range x.AsItWouldRead {
		id, text, _ := strings.Cut(line.String(), " ")
		para := s.Para(exercise.ParaID(id))
		if para == nil || how == wouldRead {
			out = append(out, plain(s.phrase(line)))
			continue
		}
		now := para.Text(exercise.InBrackets)
		lead := run{theme.Muted, id + " "}
		if how == today {
			out = append(out, runs{lead, {theme.Body, now}})
			continue
		}
		out = append(out, append(runs{lead}, s.redlineRuns(exercise.Redline(now, one(text)))...))
	}
	return out
}
