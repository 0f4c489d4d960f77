package figures

import (
	"strings"

	"kefi/exercise"
)

// Voice is how a delegation was heard: at the table, or in the hall where the
// procedure seats it there. An intervention is one entry spoken or heard; its
// words are counted by white space, those of a removed text as none. Where
// people speak aloud the words are the recorder's gist (Heard interventions),
// and say little of how long anybody spoke.
type Voice struct {
	Team          exercise.TeamID
	Track         exercise.Track
	Hall          bool
	Interventions int
	Heard         int // of them, put on record by the recorder
	Words         int
	Floor         int64 // ms of the table clock of having the floor
	Turns         int   // times it had the floor
	Hands         int   // times it raised one
	// Scripted: a script acted for it; it is left out of comparisons.
	Scripted exercise.Scripted
}

// ChairVoice is what the chair said at the table, which is in no share.
type ChairVoice struct{ Interventions, Words int }

// VoiceOf adds up the voices of a track at the table.
func (f Figures) VoiceOf(t exercise.Track) Voice {
	sum := Voice{Track: t}
	for _, v := range f.Voices {
		if v.Track == t && !v.Hall {
			sum.Interventions += v.Interventions
			sum.Heard += v.Heard
			sum.Words += v.Words
			sum.Floor += v.Floor
			sum.Turns += v.Turns
			sum.Hands += v.Hands
		}
	}
	return sum
}

// Share is a part of all words that delegations said at the table, 0 to 1; 0
// where none were said.
func (f Figures) Share(words int) float64 {
	all := 0
	for _, v := range f.Voices {
		if !v.Hall {
			all += v.Words
		}
	}
	if all == 0 {
		return 0
	}
	return float64(words) / float64(all)
}

type voices struct {
	teams map[exercise.TeamID]*Voice
	chair ChairVoice
}

func (v *voices) see(m *moment) {
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.Spoken:
			seat, _ := m.after.Seat(e.Seat)
			v.spoke(seat.Team, m.after.Word(e.Words), m.act, e.Words, false)
		case exercise.Heard:
			v.spoke(e.Team, m.after.Word(e.Words), m.act, e.Words, true)
		case exercise.FloorGiven:
			v.of(e.Team).Turns++
		case exercise.HandRaised:
			v.of(e.Team).Hands++
		}
	}
}

func (v *voices) of(team exercise.TeamID) *Voice {
	if v.teams == nil {
		v.teams = map[exercise.TeamID]*Voice{}
	}
	if v.teams[team] == nil {
		v.teams[team] = &Voice{}
	}
	return v.teams[team]
}

func (v *voices) spoke(team exercise.TeamID, text string, a exercise.Act, id exercise.WordID, heard bool) {
	words := len(strings.Fields(text))
	if id.Seq == a.Seq && id.N >= 1 && id.N <= len(a.Words) && a.Words[id.N-1] == nil {
		words = 0 // removed since
	}
	if team == "" {
		v.chair.Interventions++
		v.chair.Words += words
		return
	}
	x := v.of(team)
	x.Interventions++
	x.Words += words
	if heard {
		x.Heard++
	}
}

func (v *voices) tell(f *Figures, end *ending) {
	f.Chair = v.chair
	hall := end.room
	if len(end.Tables()) > 1 {
		hall = end.Room(exercise.HallRoom, nil)
	}
	for i, t := range end.room.Teams {
		x := *v.of(t.ID)
		x.Team, x.Track, x.Floor, x.Scripted = t.ID, t.Track, t.SpokenFor, t.Scripted
		if seats := t.Seats; len(seats) > 0 && end.HomeRoom(seats[0].ID) == exercise.HallRoom {
			x.Hall, x.Floor = true, hall.Teams[i].SpokenFor
		}
		f.Voices = append(f.Voices, x)
	}
}
