package screen

import (
	"fmt"
	"strings"

	"kefi/tui/theme"
)

// deskAside is what stands beside the minutes: what waits for the recorder,
// decisions, counts of marks, notes.
func (s *Sight) deskAside(width int) []string {
	d := s.DrawWide(width)
	r, room := s.View.Own.Recorder, s.View.Room
	for _, x := range r.Expunge {
		d.Hang(s.Theme.Paint(theme.Alert, "! "), plain("Control asks to remove the words of "+x+" Key x."))
	}
	d.Gap()
	d.Spread(s.Theme.Paint(theme.Strong, "Decisions"), fmt.Sprint(len(room.Decisions)))
	for i := len(room.Decisions) - 1; i >= max(len(room.Decisions)-5, 0); i-- {
		x := room.Decisions[i]
		d.Spread(fmt.Sprintf("  %-4s%s", x.ID, x.Title), s.Theme.Paint(theme.Muted, s.Clock(x.At)))
		d.Text(6, muted(x.Sentence))
	}
	d.Gap()
	d.Spread(s.Theme.Paint(theme.Strong, "Marks"), fmt.Sprint(len(r.Marks)))
	for _, m := range s.markCounts() {
		d.Text(2, plain(m))
	}
	d.Gap()
	d.Spread(s.Theme.Paint(theme.Strong, "Notes"), fmt.Sprint(len(r.Notes)))
	for i := len(r.Notes) - 1; i >= max(len(r.Notes)-4, 0); i-- {
		n := r.Notes[i]
		beside := ""
		if n.No != "" {
			beside = " #" + n.No
		}
		d.Hang("  "+s.Theme.Paint(theme.Muted, s.Clock(n.Wall)+beside+" "), plain(n.Text))
	}
	d.Gap()
	d.Text(0, muted("The minutes so far: /export md"))
	return d.Lines()
}

// deskFoot is the same in two lines, under the minutes.
func (s *Sight) deskFoot() []string {
	r := s.View.Own.Recorder
	d := s.Draw()
	if len(r.Expunge) > 0 {
		d.Hang(s.Theme.Paint(theme.Alert, "! "), plain("Control asks to remove the words of "+r.Expunge[0]+" Key x."))
	}
	if s.Card() {
		return d.Lines()
	}
	d.Raw(s.Theme.Paint(theme.Muted, "Marks  "+strings.Join(s.markCounts(), "   ")))
	return append([]string{s.rule("", s.Width)}, d.Lines()...)
}

// markCounts lists the kinds of marks with their keys, counted.
func (s *Sight) markCounts() []string {
	number := map[string]int{}
	var objectives []string
	for _, m := range s.View.Own.Recorder.Marks {
		if number[m.Kind] == 0 && strings.HasPrefix(m.Kind, "objective") {
			objectives = append(objectives, m.Kind)
		}
		number[m.Kind]++
	}
	var counts []string
	for _, m := range markKeys {
		count := m.key + " " + m.kind
		if n := number[m.kind]; n > 0 {
			count += fmt.Sprintf(" %d", n)
		}
		counts = append(counts, count)
	}
	if len(objectives) == 0 {
		counts = append(counts, "o objective")
	}
	for _, o := range objectives {
		counts = append(counts, fmt.Sprintf("o%s %d", strings.TrimPrefix(o, "objective "), number[o]))
	}
	return counts
}
