package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// deskAside is what stands beside the pane in hand: all others in short, with
// their numbers. What is to be checked comes last and has what room is left.
func (s *Sight) deskAside(width, height, shown int) []string {
	d := s.DrawWide(width)
	r, room := s.View.Own.Recorder, s.View.Room
	head := func(pane, n int) {
		d.Gap()
		d.Spread(s.Theme.Paint(theme.Strong, fmt.Sprintf("%d %s", pane, paneNames[pane])), fmt.Sprint(n))
	}
	most := max((height-18)/2, 2)
	if shown != decisionsPane {
		head(decisionsPane, len(room.Decisions))
		for i := len(room.Decisions) - 1; i >= max(len(room.Decisions)-most, 0); i-- {
			x := room.Decisions[i]
			d.Spread(fmt.Sprintf("  %-4s%s", x.ID, s.phrase(x.Title)), s.Theme.Paint(theme.Muted, s.Clock(x.At)))
		}
	}
	if shown != marksPane {
		head(marksPane, len(r.Marks))
		d.Add(indented("  ", s.markTable(width-2))...)
	}
	if shown != checksPane {
		checks := s.toCheck()
		head(checksPane, len(checks))
		for _, x := range checks[:min(len(checks), most+1)] {
			d.Hang(s.Theme.Paint(theme.Alert, "  "+theme.MarkAlert+" "), plain(s.phrase(x.Text)))
		}
	}
	d.Gap()
	d.Spread(s.Theme.Paint(theme.Strong, "Notes"), fmt.Sprint(len(r.Notes)))
	for i := len(r.Notes) - 1; i >= max(len(r.Notes)-most, 0); i-- {
		n := r.Notes[i]
		beside := ""
		if n.No != "" {
			beside = " #" + n.No
		}
		d.Hang("  "+s.Theme.Paint(theme.Muted, s.Clock(n.Wall)+beside+" "), plain(n.Text))
	}
	foot := runs{{theme.Strong, "n"}, {theme.Body, "  Names: " + namingShort(room.Exercise.Naming)}}.line(s.Theme)
	return append(sized(d.Lines(), height-1), cut(foot, width, d.tail()))
}

func namingShort(n exercise.Naming) string {
	switch n {
	case exercise.ByRole, exercise.ByTrack:
		return string(n) + " only"
	}
	return "named in the minutes"
}

// foot stands under the pane in sight where nothing stands beside it: what is
// to be checked, the marks and the names.
func (p *desk) foot(s *Sight) []string {
	if s.Card() || p.shown != minutesPane {
		return nil
	}
	d := s.Draw()
	d.Rule("")
	if checks := s.toCheck(); len(checks) > 0 {
		var texts []string
		for _, x := range checks {
			texts = append(texts, theme.MarkAlert+" "+s.phrase(x.Text))
		}
		d.Raw(s.Theme.Paint(theme.Strong, "To check") + "  " + strings.Join(texts, "  "))
	}
	if s.Height >= 12 {
		d.Raw(s.Theme.Paint(theme.Strong, "Marks") + "  " + strings.Join(givenFirst(s.markCounts()), "  "))
		d.Spread(s.Theme.Paint(theme.Strong, "Names")+"  "+namingShort(s.View.Room.Exercise.Naming), s.Theme.Paint(theme.Muted, "n change"))
	}
	return d.Lines()
}

// markTable sets the kinds of marks with their keys and counts in two columns,
// objectives last.
func (s *Sight) markTable(width int) []string {
	counts := s.markCounts()
	half := width / 2
	var lines []string
	for i := 0; i < len(counts); i += 2 {
		line := counts[i]
		if i+1 < len(counts) {
			line = fit(line, half, "") + counts[i+1]
		}
		lines = append(lines, cut(line, width, s.Theme.Glyphs.Waiting))
	}
	return lines
}

// givenFirst sets the kinds that have been given before the others.
func givenFirst(counts []string) []string {
	given := func(s string) bool { return strings.ContainsAny(s, "123456789") }
	none := slices.DeleteFunc(slices.Clone(counts), given)
	return append(slices.DeleteFunc(counts, func(s string) bool { return !given(s) }), none...)
}

// markCounts lists the kinds of marks with their keys, counted.
func (s *Sight) markCounts() []string {
	number := map[string]int{}
	var objectives []string
	for _, m := range s.View.Own.Recorder.Marks {
		if number[m.Kind] == 0 && strings.HasPrefix(m.Kind, "objective") {
			objectives = append(objectives, strings.TrimPrefix(m.Kind, "objective "))
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
	count := "o objective"
	for _, o := range objectives {
		count += fmt.Sprintf(" %s:%d", o, number["objective "+o])
	}
	return append(counts, count)
}
