package plain

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// who lists the teams and the other seats, and how each is here.
func (r *reply) who(v *exercise.View) {
	for _, t := range v.Room.Teams {
		text := fmt.Sprintf("%s, %s, %s", t.Name, t.Track.Word(), presence(v, t))
		for _, s := range t.Seats {
			text += seatState(s, t)
		}
		r.text.say("%s", text)
	}
	for _, s := range v.Room.Staff {
		here := "not here"
		if s.Via != "" {
			here = "here" + via(s.Via)
		}
		r.text.say("%s, %s, %s", s.Name, and(strs(s.Roles)), here)
	}
	r.data = map[string]any{"teams": v.Room.Teams, "staff": v.Room.Staff}
}

func presence(v *exercise.View, t exercise.TeamView) string {
	switch {
	case t.DeclaredAbsent:
		return "declared absent"
	case t.Consulting:
		return "in consultations"
	case t.Presence == exercise.Here:
		return "here"
	case t.AbsentSince > 0:
		return "absent since " + clock(v, t.AbsentSince)
	}
	return "absent"
}

// seatState names a seat only where the team has several.
func seatState(s exercise.SeatView, t exercise.TeamView) string {
	text := via(s.Via)
	if s.Ready {
		text += ", ready"
	}
	if s.Empowered {
		text += ", empowered"
	}
	if t.Acting == s.ID {
		text += ", acting as head"
	}
	if len(t.Seats) > 1 {
		text = "; " + s.Name + strings.TrimPrefix(text, ",")
	}
	return text
}

func via(how string) string {
	switch how {
	case "screen":
		return " on a screen"
	case "plain":
		return " in plain mode"
	case "script":
		return " by script"
	}
	return ""
}
