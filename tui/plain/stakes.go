package plain

import "kefi/exercise"

// briefed is a brief as JSON, with the team's stakes.
type briefed struct {
	*exercise.BriefView
	Stakes *exercise.StakesView `json:"stakes,omitempty"`
}

// stakes says what outcomes are worth to a team, where the scenario says so.
func stakes(p *page, room *exercise.RoomView, x *exercise.StakesView) {
	if x == nil {
		return
	}
	p.say("%s", x.Without())
	p.say("%s", x.Outlook(room).Sentence())
	for _, point := range x.Points {
		p.say("Point %s is worth to you: %s", point.Point, point.Worth())
	}
	if agreed := x.Agreed(); !agreed.IsZero() {
		p.say("That a clause is agreed at all: %s.", agreed)
	}
	p.say("The author's figures, 100 for the best text you can think of. This part is read by your team and the evaluators only: not by control, not by the chair.")
}
