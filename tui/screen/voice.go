package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// voice says sentences of the catalogue as runs in one style. An argument that
// is runs keeps its own styles and stands where the language puts it: the team
// of "%s has the floor".
type voice struct {
	s     *Sight
	style theme.Style
}

// in is a voice in a style.
func (s *Sight) in(style theme.Style) voice { return voice{s, style} }

// Say is Sight.Say in runs.
func (v voice) Say(format string, args ...any) runs {
	flat, parts := flattened(args)
	return v.woven(v.s.Say(format, flat...), parts)
}

// Count is Sight.Count in runs.
func (v voice) Count(n int, one, many string, more ...any) runs {
	flat, parts := flattened(more)
	return v.woven(v.s.Count(n, one, many, flat...), parts)
}

// firstPlace is the first of the code points that mark the places of runs in a
// sentence. They are noncharacters, which no text that people write may hold.
const firstPlace = '\ufdd0'

// flattened puts a mark in the place of each argument that is runs.
func flattened(args []any) (flat []any, parts []runs) {
	flat = make([]any, len(args))
	for i, a := range args {
		if r, ok := a.(runs); ok {
			a = string(firstPlace + rune(len(parts)))
			parts = append(parts, r)
		}
		flat[i] = a
	}
	return flat, parts
}

// woven puts the runs back into their places.
func (v voice) woven(text string, parts []runs) runs {
	var out runs
	for text != "" {
		i := strings.IndexFunc(text, func(r rune) bool { return r >= firstPlace && int(r-firstPlace) < len(parts) })
		if i < 0 {
			return append(out, run{v.style, text})
		}
		if i > 0 {
			out = append(out, run{v.style, text[:i]})
		}
		mark := []rune(text[i:])[0]
		out = append(out, parts[mark-firstPlace]...)
		text = text[i+len(string(mark)):]
	}
	return out
}

// list joins runs with commas.
func (v voice) list(parts []runs) runs {
	var out runs
	for i, r := range parts {
		if i > 0 {
			out = append(out, run{v.style, ", "})
		}
		out = append(out, r...)
	}
	return out
}

// term says a name of the rules in the seat's language: a phase, a state, a
// kind of agenda item.
func term[T ~string](s *Sight, name T) string { return s.Say(string(name)) }

// The terms, so that the catalogue has them.
var _ = [...]string{
	words.Mark("lobby"), words.Mark("briefing"), words.Mark("table"), words.Mark("closing"), words.Mark("hot wash"), words.Mark("debrief"), words.Mark("closed"),
	words.Mark("openings"), words.Mark("first reading"), words.Mark("second reading"), words.Mark("suspension"), words.Mark("endgame"), words.Mark("stakeholder slot"),
	words.Mark("draft"), words.Mark("final"), words.Mark("reopened"), words.Mark("deferred"), words.Mark("deleted"),
	words.Mark("prefer"), words.Mark("can live"), words.Mark("cannot"),
	words.Mark("accept"), words.Mark("object"),
	words.Mark("GOV"), words.Mark("BUS"), words.Mark("PHI"),
	words.Mark("one"), words.Mark("two"), words.Mark("three"), words.Mark("four"), words.Mark("five"), words.Mark("six"), words.Mark("seven"), words.Mark("eight"), words.Mark("nine"),
	words.Mark("mail"), words.Mark("call"), words.Mark("press"), words.Mark("intelligence"), words.Mark("letter"), words.Mark("message"), words.Mark("everyone"),
	words.Mark("paused by control"), words.Mark("time to read the incident"), words.Mark("real world"), words.Mark("the server was restarted"), words.Mark("control is away"), words.Mark("nobody is at the table"),
}

// namesOf are teams, each in its track's colour.
func (s *Sight) namesOf(teams []exercise.TeamID) runs {
	parts := make([]runs, len(teams))
	for i, t := range teams {
		parts[i] = s.TeamRuns(t)
	}
	return s.in(theme.Muted).list(parts)
}
