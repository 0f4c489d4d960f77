package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// redlineRuns writes a redline with its marks: {-out-}{+in+}. The marks stay
// in every look; where the terminal can, the words are struck and underlined.
// Added words carry who put them, where that is told.
func (s *Sight) redlineRuns(changes []exercise.Change) runs {
	var out runs
	for i := 0; i < len(changes); i++ {
		c := changes[i]
		switch c.Op {
		case exercise.Removed:
			out = append(out, markedUp("{-", "-}", theme.Removed, plain(c.Text))...)
		case exercise.Added:
			words := s.signed(c)
			for ; i+1 < len(changes) && changes[i+1].Op == exercise.Added; i++ {
				words = append(words, s.signed(changes[i+1])...)
			}
			out = append(out, markedUp("{+", "+}", theme.Added, words)...)
		default:
			out = append(out, run{theme.Body, c.Text})
		}
	}
	return out
}

// signed are added words with who put them.
func (s *Sight) signed(c exercise.Change) runs {
	words := strings.TrimRight(c.Text, " ")
	space := run{theme.Body, c.Text[len(words):]}
	switch {
	case words == "":
	case c.By.Chair:
		return runs{{theme.Added, words}, {theme.Strong, bound + "(" + theme.MarkChair + ")"}, space}
	case c.By.Team != "":
		return append(append(runs{{theme.Added, words}, {theme.Muted, bound + "("}}, s.TeamRuns(c.By.Team)...), run{theme.Muted, ")"}, space)
	}
	return runs{{theme.Added, words}, space}
}

// markedUp sets marks around words, inside the space around them.
func markedUp(open, shut string, style theme.Style, words runs) runs {
	first, last := 0, len(words)-1
	for first < last && strings.TrimSpace(words[first].text) == "" {
		first++
	}
	for last > first && strings.TrimSpace(words[last].text) == "" {
		last--
	}
	if strings.TrimSpace(words[first].text) == "" {
		return words
	}
	var out runs
	for i, w := range words {
		before := w.text[:len(w.text)-len(strings.TrimLeft(w.text, " "))]
		after := w.text[len(strings.TrimRight(w.text, " ")):]
		if w.style == theme.Body {
			w.style = style
		}
		if i == first {
			out = append(out, run{theme.Body, before}, run{style, open})
			w.text = w.text[len(before):]
		}
		if i != last {
			out = append(out, w)
			continue
		}
		w.text = strings.TrimSuffix(w.text, after)
		out = append(out, w, run{style, shut}, run{theme.Body, after})
	}
	return out
}
