package transcript

import (
	"io"

	"kefi/exercise"
)

// writeMarks writes the recorder's marks with the entries that they stand on.
func writeMarks(w io.Writer, s *Source) error {
	t := newTable(w, s, "no", "kind", "entry_kind", "team", "track", "said_utc", "said_local", "scenario_s", "text", "removed")
	if desk := s.View.Own.Recorder; desk != nil {
		for _, m := range desk.Marks {
			l := s.entry(m.No)
			text := l.Wording(exercise.English{}, t.page.clock)
			t.row(m.No, m.Kind, l.Kind, string(l.Team), t.track(l.Team), t.utc(l.Wall), t.local(l.Wall), seconds(l.Scenario), text, yes(l.Removed))
		}
	}
	return t.close()
}

// entry finds a line that this seat can read; zero where there is none.
func (s *Source) entry(no string) exercise.Line {
	for _, list := range [][]exercise.Line{s.View.Room.Feed, s.View.Own.Lines} {
		for _, l := range list {
			if l.No == no {
				return l
			}
		}
	}
	return exercise.Line{No: no}
}
