package bot

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// Chair is the scripted chair: it keeps the agenda and the floor, gavels what
// is ready, and rules on points of order. It does what the chair's next line
// suggests, so that it never knows more, or decides more, than a person in
// the chair could. Where its seat holds control too, it opens the phases.
type Chair struct {
	// Read understands the suggested line.
	Read func(line string) (exercise.Command, error)

	tried map[string]int64 // line -> wall ms of the last attempt
	line  string           // of the last command
}

// patience is how long the chair leaves alone what has just failed, in ms.
const patience = 3 * 60_000

// Act does the one thing that the moment asks for.
func (c *Chair) Act(v *exercise.View, now int64) exercise.Command {
	c.line = ""
	if v.Room.RealWorld || !v.Own.Agreed {
		return c.admit(v)
	}
	if d := c.direct(v, now); d != nil {
		return d
	}
	if v.Own.Chair == nil || v.Room.Phase != exercise.Table && v.Room.Phase != exercise.Closing {
		return nil
	}
	if v.Room.Floor.OrderBy != "" {
		return exercise.Rule{Words: exercise.T("The point is noted. The debate goes on as before.")}
	}
	return c.suggested(v, now)
}

func (c *Chair) admit(v *exercise.View) exercise.Command {
	if !v.Own.Agreed && !v.Room.RealWorld {
		return exercise.Agree{}
	}
	return nil
}

// suggested is the chair's next line as a command, unless it was tried a
// moment ago or would cut off who is speaking.
func (c *Chair) suggested(v *exercise.View, now int64) exercise.Command {
	line := v.Own.Chair.Verb
	last, tried := c.tried[line]
	if line == "" || len(v.Room.Standing) > 0 || tried && now-last < patience {
		return c.moveOn(v, now)
	}
	command, err := c.Read(line)
	if err != nil {
		return c.moveOn(v, now) // a line that a person would complete
	}
	switch command.(type) {
	case exercise.Next, exercise.GiveFloor, exercise.Suspend:
		if v.Room.Floor.Speaker != "" {
			return nil
		}
	}
	if c.tried == nil {
		c.tried = map[string]int64{}
	}
	c.tried[line], c.line = now, line
	return command
}

// moveOn opens the next item once the time for this one is over.
func (c *Chair) moveOn(v *exercise.View, now int64) exercise.Command {
	r := v.Room
	if r.Phase != exercise.Table || len(r.Standing) > 0 || r.Item < 0 || r.Item+1 >= len(r.Agenda) {
		return nil
	}
	if r.Clocks.TableAt(now) < r.Agenda[r.Item].Until {
		return nil
	}
	return exercise.OpenItem{Name: r.Agenda[r.Item+1].Name}
}

// direct opens the phases, where the seat holds control.
func (c *Chair) direct(v *exercise.View, now int64) exercise.Command {
	if v.Own.Control == nil || !v.Own.Has(exercise.Control) {
		return nil
	}
	r := v.Room
	if r.Clocks.TableWhy == exercise.PausedRestart || r.Clocks.ScenarioWhy == exercise.PausedRestart {
		return exercise.Resume{}
	}
	if i := slices.IndexFunc(v.Own.Control.Requests, func(q exercise.RequestView) bool { return q.Answer == "" }); i >= 0 {
		return exercise.ReplyAs{Name: "Control", No: v.Own.Control.Requests[i].No, Words: exercise.T("That is not known in this exercise.")}
	}
	over := r.PhaseUntil > 0 && r.Clocks.ScenarioAt(now) >= r.PhaseUntil
	switch r.Phase {
	case exercise.Lobby:
		if everybodyReady(r) {
			return exercise.Start{}
		}
	case exercise.Briefing:
		if over {
			return exercise.EnterPhase{Phase: exercise.Table}
		}
	case exercise.Table:
		return c.leaveTable(r, now)
	case exercise.Closing:
		return c.leaveClosing(r, over)
	case exercise.HotWash:
		return c.wash(v, over)
	}
	return nil
}

// leaveTable goes to the closing when the text is adopted, or when the last
// item has had its time and nothing stands.
func (c *Chair) leaveTable(r *exercise.RoomView, now int64) exercise.Command {
	last := r.Item == len(r.Agenda)-1 && r.Clocks.TableAt(now) >= r.Agenda[max(r.Item, 0)].Until
	adopted := r.Closing != nil && r.Closing.Adopted
	if len(r.Standing) == 0 && (adopted || last) {
		return exercise.EnterPhase{Phase: exercise.Closing}
	}
	return nil
}

// leaveClosing goes to the hot wash once all have signed, or once the chair
// has summed up where there is nothing to sign.
func (c *Chair) leaveClosing(r *exercise.RoomView, over bool) exercise.Command {
	switch {
	case !r.Closing.Adopted && r.Closing.Summary == "":
		return exercise.Summarise{Words: exercise.T(summary(r))}
	case over || !r.Closing.Adopted || everybodySigned(r):
		return exercise.EnterPhase{Phase: exercise.HotWash}
	}
	return nil
}

// summary lists what was agreed and what was not.
func summary(r *exercise.RoomView) string {
	var agreed, open []string
	for _, c := range r.Clauses {
		switch c.State {
		case exercise.ClauseAgreed:
			agreed = append(agreed, string(c.ID))
		case exercise.ClauseDeleted:
		default:
			open = append(open, string(c.ID))
		}
	}
	if len(agreed) == 0 {
		return "No clause was agreed."
	}
	return "Agreed provisionally: clauses " + strings.Join(agreed, ", ") + ". Not agreed: " + strings.Join(open, ", ") + "."
}

// wash asks the prepared questions one at a time and then ends the exercise.
func (c *Chair) wash(v *exercise.View, over bool) exercise.Command {
	w := v.Room.HotWash
	if w != nil && w.Until > 0 {
		return nil
	}
	asked := 0
	if w != nil {
		asked = w.Number
	}
	if prepared := v.Own.Control.Questions; asked < len(prepared) {
		return exercise.Question{Words: exercise.T(prepared[asked])}
	}
	if over {
		return exercise.End{}
	}
	return nil
}

// Told remembers nothing more: what was refused was tried.
func (c *Chair) Told(exercise.Command, error) {}

// everybodyReady: every delegation that is here has said so, and one is here.
func everybodyReady(r *exercise.RoomView) bool {
	here := false
	for _, t := range r.Teams {
		if t.Presence != exercise.Here {
			continue
		}
		here = true
		if !slices.ContainsFunc(t.Seats, func(s exercise.SeatView) bool { return s.Ready }) {
			return false
		}
	}
	return here
}

func everybodySigned(r *exercise.RoomView) bool {
	if r.Closing == nil || !r.Closing.Adopted {
		return false
	}
	for _, s := range r.Closing.Signatures {
		if s.How == "" {
			return false
		}
	}
	return true
}
