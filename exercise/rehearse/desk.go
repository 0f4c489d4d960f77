package rehearse

import (
	"math/rand/v2"

	"kefi/exercise"
	"kefi/exercise/bot"
)

// desk is whoever facilitates: the scripted chair, and control that sends what
// waits for a hand.
type desk struct {
	bot.Chair
	dice *rand.Rand
	next int64 // wall ms before which nothing is sent by hand
}

// byHand is about how often control sends an inject that waits for a hand, in ms.
const byHand = 6 * 60_000

func newDesk(seed uint64, read Read) *desk {
	return &desk{Chair: bot.Chair{Read: read}, dice: rand.New(rand.NewPCG(seed, 0x6465736b))}
}

// Act does what the chair would do, or else sends what waits.
func (d *desk) Act(v *exercise.View, now int64) exercise.Command {
	c := d.Chair.Act(v, now)
	if phase, leaves := c.(exercise.EnterPhase); leaves && phase.Phase == exercise.Closing && early(v.Room, now) {
		c = nil
	}
	if c != nil {
		return c
	}
	if v.Own.Control == nil || v.Room.Phase != exercise.Table {
		return nil
	}
	for _, x := range v.Own.Control.Timeline {
		if x.State == exercise.InjectDue {
			return exercise.ReleaseInject{Inject: x.ID}
		}
	}
	if d.next == 0 {
		d.next = now + d.dice.Int64N(byHand)
	}
	if now < d.next {
		return nil
	}
	d.next = now + byHand/2 + d.dice.Int64N(byHand)
	for _, x := range v.Own.Control.Timeline {
		if x.State == exercise.InjectPlanned && x.At < 0 && x.Waits == "" && !x.Reserve {
			return exercise.SendInject{Inject: x.ID}
		}
	}
	return nil
}

// early: the table's time is not over. A rehearsal sits through it, whatever
// was adopted, so that what is planned for its end is rehearsed too.
func early(r *exercise.RoomView, now int64) bool {
	minutes := 0
	for _, item := range r.Agenda {
		minutes += item.Minutes
	}
	return r.Clocks.TableAt(now) < int64(minutes)*60_000
}
