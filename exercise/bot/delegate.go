package bot

import (
	"math/rand/v2"
	"slices"

	"kefi/exercise"
)

// Delegate plays one seat of a delegation for rehearsals: it reads its points,
// answers what is asked, speaks when it has the floor, and moves towards what
// others can live with as time goes by. It does not know what it negotiates.
type Delegate struct {
	done
	dice  *rand.Rand
	think int64 // wall ms before which nothing is done unasked
	spoke int   // lines in this turn
}

// NewDelegate plays by a seed; the same seed and the same views give the same play.
func NewDelegate(seed uint64) *Delegate {
	return &Delegate{dice: rand.New(rand.NewPCG(seed, 0x6b656669))}
}

// Told has it think of something else at once where it was refused.
func (d *Delegate) Told(_ exercise.Command, refusal error) {
	if refusal != nil {
		d.think = 0
	}
}

// Act answers what waits for an answer; what nobody asked for takes thought.
func (d *Delegate) Act(v *exercise.View, now int64) exercise.Command {
	if v.Room.RealWorld {
		return nil
	}
	if c := d.owed(v); c != nil {
		return c
	}
	if v.Room.Floor.Speaker == v.Own.Team && v.Room.Phase == exercise.Table && v.Room.Floor.OrderBy == "" {
		return d.speak()
	}
	d.spoke = 0
	if now < d.think || v.Room.Phase != exercise.Table && v.Room.Phase != exercise.Briefing {
		return nil
	}
	d.think = now + 40_000 + d.dice.Int64N(110_000)
	return d.unasked(v)
}

// owed is what the seat has been asked for.
func (d *Delegate) owed(v *exercise.View) exercise.Command {
	own := v.Own
	switch {
	case !own.Agreed:
		return exercise.Agree{}
	case v.Room.Phase == exercise.Lobby && !own.Ready:
		return exercise.Ready{}
	case v.Room.Phase != exercise.Table && v.Room.Phase != exercise.Closing:
		return nil
	}
	if c := d.answer(v); c != nil {
		return c
	}
	for _, a := range own.Asks {
		if a.To == own.Team && a.Answer == "" && d.once("ask "+a.No) {
			return exercise.AnswerAsk{No: a.No, Words: exercise.T("We could look at that if the others move as well.")}
		}
	}
	for _, label := range own.Owed {
		if d.once("answer " + label) {
			return exercise.AnswerInject{Inject: exercise.InjectID(label), Words: exercise.T("We have warned those concerned and keep the line open.")}
		}
	}
	return d.sign(v)
}

// answer gives a position where one is asked, and an objection to what this
// team has said that it cannot accept.
func (d *Delegate) answer(v *exercise.View) exercise.Command {
	for _, x := range v.Room.Standing {
		if x.Form != "put" {
			if d.cannot(v, x.X) && d.once("object "+string(x.ID)) {
				return exercise.Object{X: x.X, Why: exercise.T("We have said that we cannot accept this.")}
			}
			continue
		}
		for _, p := range x.Positions {
			if p.Team == v.Own.Team && p.Position == exercise.NoPosition && d.once("position "+string(x.ID)) {
				return exercise.TakePosition{X: x.X, Position: exercise.Accept}
			}
		}
	}
	return nil
}

func (d *Delegate) cannot(v *exercise.View, x exercise.Subject) bool {
	return slices.ContainsFunc(v.Own.Stances, func(s exercise.OwnStance) bool {
		return s.Stance == exercise.Cannot && s.Alt.String() == string(x)
	})
}

// speak says two things and gives the floor back.
func (d *Delegate) speak() exercise.Command {
	d.spoke++
	switch d.spoke {
	case 1, 2:
		return exercise.Say{Words: exercise.T(spoken[d.dice.IntN(len(spoken))])}
	}
	return exercise.Yield{}
}

var spoken = []string{
	"We want a text that works on the night it is needed.",
	"We can move here if the duty is shared.",
	"What is on the table is close to what we need.",
	"Those who bear the cost should have a word in it.",
	"We would rather have a short line that is kept than a long one that is not.",
}

// unasked marks a stance where one is missing, softens one that stands in the
// way, or does one of the things that need no floor.
func (d *Delegate) unasked(v *exercise.View) exercise.Command {
	if alt, ok := d.unmarked(v); ok {
		return d.mark(v, alt)
	}
	if len(v.Own.Stances) > 0 && d.dice.IntN(2) == 0 {
		s := v.Own.Stances[d.dice.IntN(len(v.Own.Stances))]
		if c := d.soften(v, s.Alt); c != nil {
			return c
		}
	}
	switch d.dice.IntN(4) {
	case 0:
		if v.Room.Phase == exercise.Table && !slices.Contains(v.Room.Floor.Hands, v.Own.Team) {
			return exercise.Hand{}
		}
	case 1:
		if a := d.cosponsor(v); a != "" {
			return exercise.Cosponsor{Amendment: a}
		}
	case 2:
		return exercise.SpeakRoom{Words: exercise.T("Let us see what the others can live with.")}
	}
	return exercise.Ask{Team: d.other(v), Words: exercise.T("What would you need to live with this?")}
}

// soften says that the team can live with another reading of an open point.
func (d *Delegate) soften(v *exercise.View, not exercise.AltID) exercise.Command {
	for _, p := range points(v.Room) {
		if p.ID != not.Point {
			continue
		}
		alt := p.Alts[d.dice.IntN(len(p.Alts))].ID
		return exercise.TakeStance{Alt: alt, Stance: exercise.CanLive}
	}
	return nil
}

// unmarked is a point on which the team has said nothing.
func (d *Delegate) unmarked(v *exercise.View) (exercise.PointView, bool) {
	for _, p := range points(v.Room) {
		if !slices.ContainsFunc(v.Own.Stances, func(s exercise.OwnStance) bool { return s.Alt.Point == p.ID }) {
			return p, true
		}
	}
	return exercise.PointView{}, false
}

func (d *Delegate) mark(v *exercise.View, p exercise.PointView) exercise.Command {
	alt := p.Alts[d.dice.IntN(len(p.Alts))].ID
	if v.Own.Head && d.dice.IntN(6) == 0 {
		return exercise.TakeStance{Alt: alt, Stance: exercise.Cannot, Why: exercise.T("Our instructions do not allow it.")}
	}
	return exercise.TakeStance{Alt: alt, Stance: exercise.Prefer}
}

func (d *Delegate) cosponsor(v *exercise.View) exercise.AmendmentID {
	for _, a := range v.Room.Amendments {
		if a.State == exercise.AmendmentLodged && !slices.Contains(a.Sponsors, v.Own.Team) && d.once("cosponsor "+string(a.ID)) {
			return a.ID
		}
	}
	return ""
}

func (d *Delegate) other(v *exercise.View) exercise.TeamID {
	for {
		if t := v.Room.Teams[d.dice.IntN(len(v.Room.Teams))].ID; t != v.Own.Team || len(v.Room.Teams) == 1 {
			return t
		}
	}
}

// points lists the open points of clauses that can still change.
func points(r *exercise.RoomView) []exercise.PointView {
	var list []exercise.PointView
	for _, c := range r.Clauses {
		switch c.State {
		case exercise.ClauseAgreed, exercise.ClauseFinal, exercise.ClauseDeferred, exercise.ClauseDeleted:
			continue
		}
		for _, p := range c.Paras {
			for _, n := range p.Nodes {
				if n.Point != nil {
					list = append(list, *n.Point)
				}
			}
		}
	}
	return list
}
