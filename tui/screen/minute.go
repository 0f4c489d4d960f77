package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// minute is one entry: number, time, who, the words, its marks at the right.
func (s *Sight) minute(line exercise.Line, chosen bool, width int) []string {
	d := s.DrawWide(width)
	marks := s.marksOn(line.No)
	if marks != "" {
		d.width -= cells(marks) + 2
	}
	lead := s.marked(chosen) + s.Theme.Paint(theme.Muted, fmt.Sprintf("%3s  ", line.No))
	who := s.speaker(line)
	if !s.Card() {
		lead += s.Theme.Paint(theme.Muted, s.Clock(line.Wall)+"  ") + fit(who.line(s.Theme), feedName, s.Theme.Glyphs.Waiting) + "  "
		who = nil
	} else if len(who) > 0 {
		who = append(who, run{theme.Body, " "})
	}
	style := rowStyle(chosen)
	if line.Kind == "decided" {
		style = theme.Strong
	}
	text := line.Wording(s.Lang, s.Clock)
	if line.Spoken {
		text = "“" + text + "”"
	}
	d.Hang(lead, append(who, run{style, text}))
	for _, c := range line.Corrected(s.Lang, s.Clock) {
		d.Text(cells(lead), runs{{theme.Muted, "corrected: "}, {theme.Body, c}})
	}
	if marks != "" {
		d.lines[0] = fit(d.lines[0], d.width, "") + "  " + s.Theme.Paint(theme.Strong, marks)
	}
	return d.Lines()
}

// markKeys are the marks with their keys, in the order of the footer.
var markKeys = []struct{ key, kind string }{
	{"d", "decision"}, {"q", "quote"}, {"r", "reservation"}, {"a", "ad-ref"}, {"i", "instructions"}, {"s", "silence"},
}

// marksOn are the letters of an entry's marks: "# d q", objectives as "o1".
func (s *Sight) marksOn(no string) string {
	r := s.View.Own.Recorder
	if r == nil {
		return ""
	}
	var letters []string
	for _, m := range r.Marks {
		if m.No == no {
			letters = append(letters, markLetter(m.Kind))
		}
	}
	if len(letters) == 0 {
		return ""
	}
	return "# " + strings.Join(letters, " ")
}

func markLetter(kind string) string {
	for _, m := range markKeys {
		if m.kind == kind {
			return m.key
		}
	}
	return "o" + strings.TrimSpace(strings.TrimPrefix(kind, "objective"))
}
