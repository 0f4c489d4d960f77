package screen

import "kefi/exercise"

// precedentShots are the library of agreed language and a deviation from it.
var precedentShots = []shot{
	{"precedents", precedentView, "hydra", "/precedent<enter>"},
	{"precedent-deviation", precedentView, "hydra", "/precedent cbm-8 3<enter>"},
}

func precedentView(seat exercise.SeatID) *exercise.View {
	v := turnView(seat)
	room := *v.Room
	room.Precedents = []exercise.PrecedentView{
		{
			ID: "cbm-8", Source: "theme of CBM 8, OSCE PC.DEC/1202 of 2016; our words",
			Text: "Each Party shall notify the operators concerned without delay of an incident that may disrupt water services.",
		},
		{
			ID: "cbm-13", Source: "theme of CBM 13, OSCE PC.DEC/1202 of 2016; our words",
			Text: "The Parties shall use a channel that is authorised and protected.",
		},
	}
	v.Room = &room
	return v
}
