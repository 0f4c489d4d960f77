package plain

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// see tells control what a seat is shown: where it sits and which incidents
// reached it. What is said in its room is what everyone there hears.
func (r *reply) see(v *exercise.View, id string) error {
	if v.Own.Control != nil {
		for _, x := range v.Own.Control.Players {
			if strings.EqualFold(string(x.Seat), id) {
				r.seen(v, x)
				return nil
			}
		}
	}
	return exercise.Refuse(exercise.ErrUnknown, "There is no seat %s to look at; who lists them.", id)
}

func (r *reply) seen(v *exercise.View, x exercise.PlayerView) {
	p, where := &r.text, "at the table"
	if x.Room == exercise.HallRoom {
		where = "in the hall"
	}
	p.prose(fmt.Sprintf("%s sits %s and is shown what everyone there sees.", x.Name, where))
	list := append(append([]exercise.IncidentView(nil), v.Room.Incidents...), x.Incidents...)
	if len(list) == 0 {
		p.prose("No incident has reached it yet.")
	}
	for i, inc := range list {
		p.prose(fmt.Sprintf("%d of %d. %s, from %s: %s.", i+1, len(list), inc.ID, inc.From, inc.Title))
	}
	for _, label := range x.Owed {
		p.prose(fmt.Sprintf("%s wants its answer.", label))
	}
	r.data = x
}
