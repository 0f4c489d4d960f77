package screen

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// earlierShots show what a later session is told of the one before.
var earlierShots = []shot{
	{"situation-earlier", laterView, "lantern", "/situation<enter>"},
}

// laterView is a table that goes on from an earlier session.
func laterView(seat exercise.SeatID) *exercise.View {
	v := turnView(seat)
	room := *v.Room
	room.Situation = "**Six months.** The accord is in force, and everybody has lived with it."
	room.Earlier = &exercise.EarlierView{
		Exercise: "demo", Title: "The Copycat Accord", Acts: 812, Head: "3fa29c0d5e7b81467a3d",
		Later:   "Six months have passed. Remedies come **sooner**, and fewer finders report.",
		Outcome: words.Phrase("Adopted but not yet in effect"),
		Facts: []exercise.Phrase{
			words.Phrase("Agreed, and standing until reopened: %s.", words.Phrase("clause %[2]s", 1, "2")),
			words.Phrase("Still open: %s.", words.Phrase("clause %[2]s", 1, "3")),
			words.Phrase("%s has signed.", "Arcadia"),
			words.Phrase("%s has a reservation to clause %s: %s", "Arcadia", "2", "72 h.").Ended(),
			words.Phrase("%s has declined to sign.", "Hydra"),
		},
	}
	v.Room = &room
	return v
}
