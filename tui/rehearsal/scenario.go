package rehearsal

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// Newcomer is who tries the table.
type Newcomer struct {
	Name  string         // as it stands in the header
	Track exercise.Track // empty: a government
	Zone  string         // IANA name of the time zone; empty: UTC
	Lang  *words.Language
}

// The seats of a rehearsal. Those of delegations are also their teams' ids.
const (
	You  exercise.SeatID = "you"
	Ada  exercise.SeatID = "ada"
	Bo   exercise.SeatID = "bo"
	Host exercise.SeatID = "host"
)

const (
	second = int64(1000)
	minute = 60 * second
)

// The agenda: an open floor to say hello on, clause 1 with a queue for the
// floor, and clause 2 to go on with as one likes.
const (
	hello = "hello"
	where = "1"
	more  = "2"
)

// put is what the host puts to the table.
const put exercise.Subject = "1.1a/2"

// Scenario is the exercise that is rehearsed, in the newcomer's language.
func Scenario(n Newcomer) exercise.Scenario {
	if n.Track == "" {
		n.Track = exercise.Kappa
	}
	others := without(exercise.Tracks(), n.Track)
	text := func(s string) exercise.Text { return exercise.T(s) }
	say := n.Lang.Say
	return exercise.Scenario{
		Name: "rehearsal", Title: say("REHEARSAL"), Zone: n.Zone, Procedure: "lateral", Organiser: "kefi",
		Situation: text(say("This is a rehearsal: a table of your own with two robots, Ada and Bo. They are patient. Nothing here is recorded, and nothing counts.")),
		Teams: []exercise.Team{
			{ID: exercise.TeamID(You), Name: n.Name, Track: n.Track, Seats: []exercise.SeatID{You}, Brief: exercise.Brief{
				Page:  text(say("You want the rehearsal to take place. Ten and eleven o'clock suit you both.")),
				Wants: []exercise.Text{text(say("To say hello, to ask for the floor, and to take a position."))},
			}},
			{ID: exercise.TeamID(Ada), Name: "Ada", Track: others[0], Seats: []exercise.SeatID{Ada}},
			{ID: exercise.TeamID(Bo), Name: "Bo", Track: others[1], Seats: []exercise.SeatID{Bo}},
		},
		Seats: []exercise.Seat{
			{ID: You, Name: n.Name, Team: exercise.TeamID(You), Roles: []exercise.Role{exercise.Delegate}},
			{ID: Ada, Name: "Ada", Team: exercise.TeamID(Ada), Roles: []exercise.Role{exercise.Delegate}},
			{ID: Bo, Name: "Bo", Team: exercise.TeamID(Bo), Roles: []exercise.Role{exercise.Delegate}},
			{ID: Host, Name: say("Host"), Roles: []exercise.Role{exercise.Chair, exercise.Control}},
		},
		Clauses: []exercise.ClauseSpec{
			{ID: where, Title: text(say("Time")), Paras: []exercise.Text{text(say("The rehearsal begins at [ten | eleven] o'clock."))}},
			{ID: more, Title: text(say("Length")), Paras: []exercise.Text{text(say("It lasts [one minute | as long as anybody likes]."))}},
		},
		Agenda: []exercise.AgendaItem{
			{Name: hello, Kind: exercise.Openings, Mode: exercise.ModeOpen, Minutes: 60},
			{Name: where, Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{where}, Mode: exercise.ModeQueue, Minutes: 60},
			{Name: more, Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{more}, Mode: exercise.ModeOpen, Minutes: 60},
		},
		// Nobody is hurried.
		Times: exercise.Times{
			Closing: 10 * minute, HotWash: 10 * minute, Turn: 30 * minute, Gavel: 30 * second, Wait: minute,
			Put: 30 * minute, Settle: 3 * second, Order: minute, Reflect: 90 * second,
		},
	}
}

func without(tracks []exercise.Track, not exercise.Track) (rest []exercise.Track) {
	for _, t := range tracks {
		if t != not {
			rest = append(rest, t)
		}
	}
	return rest
}
