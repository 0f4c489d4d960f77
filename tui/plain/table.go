package plain

import (
	"kefi/exercise"
)

// table reads what is being decided, a position a line; while nothing is, how
// the teams stand to each open point of the clause in hand.
func (r *reply) table(v *exercise.View) {
	r.data = v.Room.Standing
	for _, d := range v.Room.Standing {
		r.decision(v, d)
	}
	if len(v.Room.Standing) > 0 {
		r.data = v.Room.Standing
		return
	}
	r.text.say("Nothing is being decided")
	item, seated := openItem(v)
	if !seated {
		return
	}
	for _, c := range v.Room.Clauses {
		for _, id := range item.Clauses {
			if c.ID == id {
				clauseText(&r.text, v, c, exercise.InBrackets, spoken(r.text.lang), true)
			}
		}
	}
}
