package screen

import (
	"kefi/tui/theme"
)

// maxInputRows is how far a long line grows.
const maxInputRows = 3

// band is the writing band, from top to bottom.
type band struct {
	above  []string // what asks for attention, and what one can do now
	input  []string
	cursor Spot // within input
	footer string
}

// lines gives the band's lines.
func (b band) lines() []string {
	all := append(append([]string(nil), b.above...), b.input...)
	if b.footer != "" {
		all = append(all, b.footer)
	}
	return all
}

// writing draws the writing band.
func (sh *Shell) writing(s *Sight) band {
	speech := sh.speech()
	b := band{footer: sh.footer(s, speech)}
	b.above = sh.attention(s)
	if said := sh.coach.lines(sh, s); said != nil {
		b.above = append(b.above, said...)
	} else if now := sh.nowLine(s, speech); now != "" && !s.Card() {
		b.above = append(b.above, now)
	}
	prefix := sh.prompt(s, speech) + tag(tagText)
	rows := maxInputRows
	if s.Card() {
		rows = 2
	}
	lines, cursor := sh.line().text.window(sh.inputWidth(), rows)
	for i, line := range lines {
		lead := prefix
		if i > 0 {
			lead = blanks(cells(prefix)) + tag(tagText)
			if speech.Private {
				lead = fit(s.Theme.Paint(theme.Strong, s.Theme.Glyphs.Private), cells(prefix), "") + tag(tagText)
			}
		}
		b.input = append(b.input, lead+line)
	}
	b.cursor = Spot{X: cells(prefix) + cursor.X, Y: cursor.Y}
	return b
}

// prompt is what stands before the text: the private edge, the held mark.
func (sh *Shell) prompt(s *Sight, speech Speech) string {
	mark := "> "
	if sh.line().held {
		mark = s.Theme.Glyphs.Waiting + " "
	}
	mark = s.Theme.Paint(theme.Strong, mark)
	if speech.Private {
		return s.Theme.Paint(theme.Strong, s.Theme.Glyphs.Private+" ") + mark
	}
	return mark
}

// inputWidth is how wide the text of the input line may get.
func (sh *Shell) inputWidth() int {
	w := sh.width - 2
	if sh.speech().Private {
		w -= 2
	}
	return max(min(w-1, maxColumn), 1)
}

// canDo is what this seat can do now, unless it is said just above.
func (sh *Shell) canDo(s *Sight) string {
	do := s.View.Own.Do
	if _, tellsHow := sh.standing(s); tellsHow && sh.onStanding(s, do) {
		return ""
	}
	if p, ok := sh.page().(*podium); ok && p.next(s) == s.phrase(do) {
		return ""
	}
	return s.phrase(do)
}

// nowLine says what this seat can do now, and whom Enter speaks to.
func (sh *Shell) nowLine(s *Sight, speech Speech) string {
	if s.View == nil || s.View.Room.RealWorld {
		return ""
	}
	do := s.Theme.Paint(theme.Strong, asTyped(sh.canDo(s)))
	prompt := s.Theme.Paint(theme.Muted, speech.Prompt)
	if speech.Private {
		prompt = s.Theme.Paint(theme.Strong, speech.Prompt)
	}
	if do == "" && !speech.Private && !s.Wide() {
		return "" // a line for the text instead; the footer says what Enter does
	}
	if cells(do)+2+cells(prompt) <= s.Width {
		return spread(do, prompt, s.Width, "")
	}
	if speech.Private {
		return cut(prompt, s.Width, s.Theme.Glyphs.Waiting)
	}
	return cut(do, s.Width, s.Theme.Glyphs.Waiting)
}
