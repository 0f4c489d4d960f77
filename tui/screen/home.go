package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// homeOf says which page a seat sees when it has opened none: its name, and
// how to make a new one. A page stays the same one as long as its name does.
func homeOf(v *exercise.View) (string, func() Page) {
	if projects(v.Own) {
		return "projector", func() Page { return &projector{} }
	}
	if name, page := partOf(v); page != nil {
		return name, page
	}
	if v.Room.Phase == exercise.Table && firstReadingNow(v.Room) && v.Own.Team != "" {
		return "first reading", func() Page { return &firstReading{} }
	}
	if v.Own.Team != "" && (&Sight{View: v}).endgame() {
		return "endgame", func() Page { return &sheet{} }
	}
	return "table", func() Page { return &table{} }
}

// firstReadingNow says that the agenda is at the first reading.
func firstReadingNow(room *exercise.RoomView) bool {
	return room.Item >= 0 && room.Item < len(room.Agenda) &&
		room.Agenda[room.Item].Kind == exercise.FirstReading
}

// waiting is what is seen before the first view has arrived.
type waiting struct{}

func (*waiting) Name(*Sight) string { return "" }

func (*waiting) Draw(s *Sight) Area {
	d := s.Draw()
	d.Text(2, s.in(theme.Muted).Say("Taking your seat."))
	return d.Area()
}

func (*waiting) Key(*Sight, key) ([]Act, bool) { return nil, false }
func (*waiting) Hints(*Sight) []Hint           { return nil }
