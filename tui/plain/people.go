package plain

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// who lists the teams and the other seats, and how each is here.
func (r *reply) who(v *exercise.View) {
	for _, t := range v.Room.Teams {
		if len(t.Seats) == 1 {
			r.text.say("%s, %s, %s", t.Name, track(t.Track), all(append([]exercise.Phrase{presence(v, t)}, seatState(t.Seats[0], t)...)))
			continue
		}
		r.text.say("%s, %s, %s", t.Name, track(t.Track), presence(v, t))
		for _, s := range t.Seats {
			r.seat(s, seatState(s, t))
		}
	}
	for _, s := range v.Room.Staff {
		roles := make([]exercise.Phrase, len(s.Roles))
		for i, x := range s.Roles {
			roles[i] = words.Phrase(string(x))
		}
		here := words.Phrase("not here")
		if s.Via != "" {
			here = all([]exercise.Phrase{words.Phrase("here"), via(s.Via)})
		}
		r.text.say("%s, %s, %s", s.Name, words.List(roles), here)
	}
	r.data = map[string]any{"teams": v.Room.Teams, "staff": v.Room.Staff}
}

// seat is one of a delegation of several.
func (r *reply) seat(s exercise.SeatView, state []exercise.Phrase) {
	if len(state) == 0 {
		state = []exercise.Phrase{words.Phrase("not here")}
	}
	r.text.say("%s: %s", s.Name, all(state))
}

// all puts several facts in a row: "here, on a screen, ready".
func all(facts []exercise.Phrase) exercise.Phrase {
	row := facts[0]
	for _, f := range facts[1:] {
		row = words.Phrase("%s, %s", row, f)
	}
	return row
}

func presence(v *exercise.View, t exercise.TeamView) exercise.Phrase {
	switch {
	case t.DeclaredAbsent:
		return words.Phrase("declared absent")
	case t.Consulting:
		return words.Phrase("in consultations")
	case t.Presence == exercise.Here:
		return words.Phrase("here")
	case t.AbsentSince > 0:
		return words.Phrase("absent since %s", clock(v, t.AbsentSince))
	}
	return words.Phrase("absent")
}

// seatState is what there is to say of a seat.
func seatState(s exercise.SeatView, t exercise.TeamView) []exercise.Phrase {
	var list []exercise.Phrase
	if s.Via != "" {
		list = append(list, via(s.Via))
	}
	if s.Ready {
		list = append(list, words.Phrase("ready"))
	}
	if s.Empowered {
		list = append(list, words.Phrase("empowered"))
	}
	if t.Acting == s.ID {
		list = append(list, words.Phrase("acting as head"))
	}
	return list
}

func via(how string) exercise.Phrase {
	switch how {
	case "screen":
		return words.Phrase("on a screen")
	case "plain":
		return words.Phrase("in plain mode")
	case "script":
		return words.Phrase("by script")
	}
	return words.Phrase("here")
}
