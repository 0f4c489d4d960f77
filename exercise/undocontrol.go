package exercise

import "slices"

// What control takes back: the plan of injects, a dial, a word on a statement.

// planStep is how injects were planned before an act, and how since.
type planStep struct{ was, is []Plan }

// replanned changes how injects are planned, and keeps how they were. A jump is
// not taken back, and so neither is what it did to the timeline.
func (s *State) replanned(a Act, ids []InjectID, change func(*injectState)) {
	step := planStep{}
	for _, id := range ids {
		i := s.injectIndex(id)
		step.was = append(step.was, s.injects[i].plan())
		s.changeInject(id, change)
		step.is = append(step.is, s.injects[i].plan())
	}
	if _, jump := a.Command.(Jump); !jump {
		s.did(a, step)
	}
}

func (x planStep) what(State) Phrase {
	names := make([]InjectID, len(x.was))
	for i, p := range x.was {
		names[i] = p.Inject
	}
	return say("what was planned for %s", listed(names))
}

func (x planStep) back(d *decider, of int64) ([]Event, error) {
	e := Replanned{Of: of}
	for i, p := range x.was {
		if now := d.s.injects[d.s.injectIndex(p.Inject)]; now.plan() != x.is[i] {
			return nil, refuse(ErrNotNow, "%s is %s since, or planned otherwise.", p.Inject, word(now.state))
		}
		if p.State == InjectQueued { // its seconds have passed: control sends it
			p = Plan{Inject: p.Inject, State: InjectPlanned, At: -1}
		}
		e.Plans = append(e.Plans, p)
	}
	return []Event{e}, nil
}

// dialStep is a move of a dial by control.
type dialStep struct {
	dial   string
	by, to int
}

func (x dialStep) what(s State) Phrase { return say("the move of %s", s.model.dial(x.dial).Name) }

func (x dialStep) back(d *decider, of int64) ([]Event, error) {
	now := d.s.model.dial(x.dial)
	if now.value != x.to {
		return nil, refuse(ErrNotNow, "%s has moved since, to %d.", now.Name, now.value)
	}
	return []Event{DialMoved{Dial: x.dial, By: -x.by, To: x.to - x.by, Of: of}}, nil
}

// establishStep is a word of control on a statement.
type establishStep struct {
	room    RoomID
	no      string
	was, is string
}

func (x establishStep) what(State) Phrase { return say("your word on #%s", x.no) }

func (x establishStep) back(d *decider, of int64) ([]Event, error) {
	feed := d.s.in(x.room).feed.list()
	i := slices.IndexFunc(feed, func(l Line) bool { return sameNo(l.No, x.no) })
	if i < 0 || feed[i].Established != x.is {
		return nil, refuse(ErrNotNow, "Another word has been said on #%s since.", x.no)
	}
	return []Event{Established{Room: x.room, No: x.no, As: x.was, Of: of}}, nil
}
