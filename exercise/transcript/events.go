package transcript

import (
	"bufio"
	"io"
	"strings"
	"time"

	"kefi/exercise"
)

// EventsSchema names the form of the lines of events.jsonl.
const EventsSchema = "kefi.events/v1"

// eventsLine is the first line: what all others are of.
type eventsLine struct {
	lineMark
	Record    string          `json:"record"` // where it stood
	Names     exercise.Naming `json:"names"`
	Title     string          `json:"title"`
	Procedure string          `json:"procedure"`
	Arm       string          `json:"arm,omitempty"`
	Zone      string          `json:"zone"`
	Marking   string          `json:"marking,omitempty"`
	Note      string          `json:"note"`
}

// eventLine is an entry of the table's record.
type eventLine struct {
	lineMark
	ID       string `json:"id"`
	UTC      string `json:"utc"`
	Scenario int64  `json:"scenario_ms"`
	Kind     string `json:"kind"`
	Track    string `json:"track,omitempty"`
	Team     string `json:"team,omitempty"` // as the minutes name it; none under tracks
	Role     string `json:"role,omitempty"` // of who is in no team
	Subject  string `json:"subject,omitempty"`
	Words    int    `json:"words,omitempty"` // of what was said
	Removed  bool   `json:"removed,omitempty"`
	Sentence string `json:"sentence"`
}

const notHashed = "Entries of the table's record in plain JSON, named as the minutes are. Not hashed: record.jsonl is what proves the record."

// writeEvents writes the record of the table as it can be handed to those who
// may not know who took part.
func writeEvents(w io.Writer, s *Source) error {
	room, out := s.View.Room, bufio.NewWriter(w)
	p, names := newPage(s.View), renames(room)
	mark := lineMark{Schema: EventsSchema, Exercise: names.in(banner(room.Exercise.Title))}
	first := eventsLine{
		lineMark: mark, Record: s.Provenance(), Names: room.Exercise.Naming, Title: names.in(room.Exercise.Title),
		Procedure: room.Exercise.Procedure, Arm: room.Rules.Arm, Zone: room.Exercise.Zone, Marking: Marking(s.View), Note: notHashed,
	}
	if err := writeLine(out, first); err != nil {
		return err
	}
	for _, l := range room.Feed {
		if l.Informal || l.Kind == "realworld" {
			continue // the one is in no minutes, the other for control's log only
		}
		if err := writeLine(out, s.event(p, l, mark, names)); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (s *Source) event(p *page, l exercise.Line, mark lineMark, names renaming) eventLine {
	e := eventLine{
		lineMark: mark, ID: l.No, UTC: isoTime(l.Wall, time.UTC), Scenario: l.Scenario, Kind: l.Kind,
		Subject: names.in(l.Ref), Removed: l.Removed, Sentence: names.in(l.Wording(exercise.English{}, p.clock)),
	}
	if l.Team != "" {
		team := p.team(l.Team)
		e.Track = team.Track.Word()
		if s.View.Room.Exercise.Naming != exercise.ByTrack {
			e.Team = names.in(string(l.Team))
		}
	} else if seat, ok := s.State.Seat(l.Seat); ok {
		e.Role = joined(seat.Roles)
	}
	if l.Spoken || l.Heard {
		e.Words = len(strings.Fields(l.Text))
	}
	return e
}
