package screen

import (
	"fmt"
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is what the chair looks at beside the business: who has long said
// nothing, what everybody's screen shows, and what the chair did last.

// longSilence is the table time after which a team is told to the chair as
// quiet, in ms.
const longSilence = 5 * 60_000

// longSilent lists the teams that have said nothing for long, the longest first.
func (s *Sight) longSilent() []exercise.SilentView {
	c := s.View.Own.Chair
	if c == nil || s.View.Room.Phase != exercise.Table {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.Silent), func(x exercise.SilentView) bool {
		return s.Table()-x.Since < longSilence
	})
}

// quietRows name who has been quiet longest, with the two keys that help.
func (s *Sight) quietRows() []listRow {
	quiet := s.longSilent()
	if len(quiet) == 0 {
		return nil
	}
	line := runs{{theme.Alert, theme.MarkAlert + " "}}
	line = append(line, strong("Quiet longest:")...)
	for i, x := range quiet[:min(len(quiet), 3)] {
		if i > 0 {
			line = append(line, plain(", ")...)
		}
		since := fmt.Sprintf("%d min", (s.Table()-x.Since)/60_000)
		if x.Since == 0 {
			since = "nothing yet"
		}
		line = append(append(line, plain(" ")...), append(s.TeamRuns(x.Team), plain(", "+since)...)...)
	}
	first := string(quiet[0].Team)
	return []listRow{{id: "quiet", pane: 1, lines: s.row(1, line), does: []does{
		types("f", "give the floor", "/floor "+first), s.whispers("w", first),
	}}}
}

// projectorRows say what stands on the projector, and change it by one key.
func (s *Sight) projectorRows() []listRow {
	return []listRow{
		s.heading(1, "Projector", ""),
		{
			id: "projector", pane: 1, lines: s.row(1, s.slideNow().title),
			does: []does{prefills("enter", "bring something else", "/bring ")},
		},
	}
}

// lastActs is how many of the chair's own acts are listed.
const lastActs = 4

// lastRows are the chair's own acts, the last first, under what u takes back.
func (s *Sight) lastRows() []listRow {
	var rows []listRow
	feed := s.View.Room.Feed
	for i := len(feed) - 1; i >= 0 && len(rows) < lastActs; i-- {
		l := feed[i]
		if l.Seat != s.View.Own.Seat || l.Kind == "presence" {
			continue
		}
		line := append(muted(s.Clock(l.Wall)+"  "), plain(l.Wording(s.Lang, s.Clock))...)
		rows = append(rows, listRow{pane: 1, lines: []string{" " + cut(line.line(s.Theme), s.rowWidth(1)-1, s.Theme.Glyphs.Waiting)}})
	}
	if len(rows) == 0 {
		return nil
	}
	undo := ""
	if !s.View.Own.Chair.CanUndo.IsZero() {
		undo = "u takes one back"
	}
	return append([]listRow{s.heading(1, "Last actions", undo)}, rows...)
}

// bringing is the key that brings something to every screen.
func (s *Sight) bringing(x string) does { return types("b", "bring it", "/bring "+x) }
