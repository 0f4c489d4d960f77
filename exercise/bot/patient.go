package bot

import (
	"slices"

	"kefi/exercise"
)

// Patient is a robot of a rehearsal. It answers whoever speaks on an open
// floor, gives its own floor to the first hand, accepts what is put, answers
// what it is asked, and otherwise waits.
type Patient struct {
	Replies []string // to the first, the second, … thing said; after the last it listens
	Holds   string   // said once when it gets the floor
	Yields  string   // said before it gives the floor back; empty where it never has it
	Answer  string   // to a question in writing

	done
	heard int // entries of the feed looked at
	said  int // replies given
	held  bool
}

// Act does the one thing that somebody waits for.
func (p *Patient) Act(v *exercise.View, _ int64) exercise.Command {
	if v.Room.RealWorld || v.Room.Phase != exercise.Table {
		return nil
	}
	if c := p.owed(v); c != nil {
		return c
	}
	floor := v.Room.Floor
	switch {
	case floor.Speaker == v.Own.Team:
		return p.speak(v)
	case floor.Speaker == "" && floor.Mode == exercise.ModeOpen:
		return p.reply(v)
	}
	p.heard = len(v.Room.Feed) // said to somebody else
	return nil
}

// Told remembers nothing: what was refused is not tried again.
func (p *Patient) Told(exercise.Command, error) {}

// owed answers what is put, and what was asked in writing.
func (p *Patient) owed(v *exercise.View) exercise.Command {
	for _, d := range v.Room.Standing {
		if d.Form != exercise.FormPut || !slices.ContainsFunc(d.Positions, func(x exercise.PositionView) bool { return x.Team == v.Own.Team && x.Position == exercise.NoPosition }) {
			continue
		}
		if p.once(string(d.ID)) {
			return exercise.TakePosition{X: d.X, Position: exercise.Accept}
		}
	}
	for _, a := range v.Own.Asks {
		if a.To == v.Own.Team && a.Answer == "" && p.once("ask "+a.No) {
			return exercise.AnswerAsk{No: a.No, Words: exercise.T(p.Answer)}
		}
	}
	return nil
}

// speak holds the floor until somebody else asks for it.
func (p *Patient) speak(v *exercise.View) exercise.Command {
	p.heard = len(v.Room.Feed)
	switch {
	case !p.held:
		p.held = true
		return exercise.Say{Words: exercise.T(p.Holds)}
	case len(v.Room.Floor.Hands) == 0:
		return nil
	case p.Yields != "" && p.once("yields"):
		return exercise.Say{Words: exercise.T(p.Yields)}
	}
	return exercise.Yield{}
}

// reply answers the newest thing that a person has said.
func (p *Patient) reply(v *exercise.View) exercise.Command {
	feed, spoke := v.Room.Feed, false
	for _, l := range feed[min(p.heard, len(feed)):] {
		spoke = spoke || l.Spoken && l.Team != "" && !byScript(v.Room, l.Team)
	}
	p.heard = len(feed)
	if !spoke || p.said == len(p.Replies) {
		return nil
	}
	p.said++
	return exercise.Say{Words: exercise.T(p.Replies[p.said-1])}
}

// byScript says that a team is a robot's.
func byScript(room *exercise.RoomView, team exercise.TeamID) bool {
	for _, t := range room.Teams {
		if t.ID == team {
			return slices.ContainsFunc(t.Seats, func(s exercise.SeatView) bool { return s.Via == "script" })
		}
	}
	return false
}
