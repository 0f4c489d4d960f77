package transcript

import (
	"io"
	"strconv"
	"strings"

	"kefi/exercise"
)

// writeFloor writes who spoke for how long: a row for each time a team had the
// floor and, beside those, for each thing said without it.
func writeFloor(w io.Writer, s *Source) error {
	t := newTable(w, s, "id", "kind", "item", "team", "track", "start_utc", "start_local", "end_utc", "end_local",
		"start_table_s", "held_s", "entries", "words", "informal")
	for i, x := range s.speeches() {
		t.row("F"+strconv.Itoa(i+1), x.kind, x.item, string(x.team), t.track(x.team), t.utc(x.start), t.local(x.start), t.utc(x.end), t.local(x.end),
			seconds(x.table), seconds(x.held), strconv.Itoa(x.entries), strconv.Itoa(x.words), yes(x.informal))
	}
	return t.close()
}

// The kinds of speeches.
const (
	aTurn      = "turn"     // a turn of the round
	aFloor     = "floor"    // given from the queue or by the chair
	aReply     = "reply"    // a right of reply
	unbidden   = "open"     // said where nobody needs the floor
	fromTheTop = "chair"    // said by the chair
	recorded   = "recorder" // heard by the recorder outside a turn
)

// speech is a time that a team had the floor, or something said without it.
// Start and end are wall ms, end 0 while it lasts; table and held are ms.
type speech struct {
	kind, item     string
	team           exercise.TeamID
	start, end     int64
	table, held    int64
	entries, words int
	informal       bool
}

// speaking goes through what the room was told.
type speaking struct {
	s        *Source
	list     []speech
	holds    bool // the last of the list that is a time on the floor goes on
	at       int  // its place
	item     string
	informal bool
}

func (s *Source) speeches() []speech {
	x := speaking{s: s}
	for a, e := range s.told() {
		x.hear(a, e)
	}
	return x.list
}

func (x *speaking) hear(a exercise.Act, e exercise.Event) {
	switch e := e.(type) {
	case exercise.ItemOpened:
		x.holds, x.item = false, x.s.State.Plan().Agenda[e.Item].Name
	case exercise.InformalOpened:
		x.informal = true
	case exercise.InformalEnded:
		x.informal = false
	case exercise.FloorGiven:
		x.give(a, e)
	case exercise.FloorRested, exercise.PhaseEntered:
		x.holds = false
	case exercise.TurnStopped:
		if x.holds && x.list[x.at].team == e.Team {
			x.list[x.at].held += e.Held
			x.list[x.at].end = a.Wall
		}
	case exercise.TurnResumed:
		if x.holds {
			x.list[x.at].end = 0
		}
	case exercise.Spoken:
		seat, _ := x.s.State.Seat(e.Seat)
		kind := unbidden
		if seat.Team == "" {
			kind = fromTheTop
		}
		x.said(a, seat.Team, kind, x.s.word(e.Words))
	case exercise.Heard:
		x.said(a, e.Team, recorded, x.s.word(e.Words))
	}
}

func (x *speaking) give(a exercise.Act, e exercise.FloorGiven) {
	kind := aFloor
	switch {
	case e.Reply:
		kind = aReply
	case e.Turn:
		kind = aTurn
	}
	x.holds, x.at = true, len(x.list)
	x.list = append(x.list, speech{kind: kind, item: x.item, team: e.Team, start: a.Wall, table: a.Table, informal: x.informal})
}

// said counts words of who has the floor to that time, others by themselves.
func (x *speaking) said(a exercise.Act, team exercise.TeamID, kind, text string) {
	n := len(strings.Fields(text))
	if x.holds && x.list[x.at].team == team {
		x.list[x.at].entries++
		x.list[x.at].words += n
		return
	}
	x.list = append(x.list, speech{
		kind: kind, item: x.item, team: team, start: a.Wall, end: a.Wall, table: a.Table, entries: 1, words: n, informal: x.informal,
	})
}
