package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is what a facilitator looks at before the start: who is here, who
// is ready, and how somebody without a code gets one.

// attendance says it in a sentence.
func (s *Sight) attendance() string {
	teams, here, ready := s.View.Room.Teams, 0, 0
	var missing []string
	for _, t := range teams {
		if t.Presence != exercise.Here {
			missing = append(missing, t.Name)
			continue
		}
		here++
		ready += plus(slices.ContainsFunc(t.Seats, func(x exercise.SeatView) bool { return x.Ready }))
	}
	text := s.Count(ready, "%[2]d of %[3]d teams are here, %[1]d is ready", "%[2]d of %[3]d teams are here, %[1]d are ready", here, len(teams))
	gap := s.Say("nobody is missing")
	if len(missing) > 0 {
		gap = s.Count(len(missing), "%[2]s is missing", "%[2]s are missing", s.Lang.List(missing))
	}
	return s.Say("%s; %s.", text, gap)
}

// newCodeRows say in the lobby how a seat gets a new code.
func (s *Sight) newCodeRows() []listRow {
	if s.View.Room.Phase != exercise.Lobby {
		return nil
	}
	line := runs{{theme.Muted, "A new code for a seat: "}, {theme.Body, "/seat SEAT code"}, {theme.Muted, ", or c on its row."}}
	return []listRow{{lines: indented(" ", s.row(0, line))}}
}
