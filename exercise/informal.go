package exercise

// Informal makes the sitting informal for Time ms of table time; with no time
// it is formal again. What is said meanwhile stays out of the minutes: they
// keep text, decisions and points of order. The feed keeps everything.
type Informal struct {
	Time int64 `json:"time"`
}

type (
	// InformalOpened: Until is table ms.
	InformalOpened struct {
		Room  RoomID `json:"room"`
		Until int64  `json:"until"`
	}
	// InformalEnded: the sitting is formal again.
	InformalEnded struct {
		Room RoomID `json:"room"`
	}
)

func (c Informal) decide(d *decider) error {
	if err := d.mayConduct("make the sitting informal"); err != nil {
		return err
	}
	until := d.s.floorOf(TableRoom).informal
	switch {
	case c.Time == 0 && until == 0:
		return refuse(ErrNotNow, "The sitting is formal already.")
	case c.Time == 0:
		d.emit(InformalEnded{Room: TableRoom})
		return nil
	case c.Time < minute || c.Time > 120*minute:
		return refuse(ErrText, "An informal sitting lasts between 1 minute and 2 hours, such as `informal 20m`; `formal` ends it.")
	}
	d.emit(InformalOpened{Room: TableRoom, Until: d.s.now.table + c.Time})
	return nil
}

func (s State) dueFormal(yield func(dueItem)) {
	until := s.floorOf(TableRoom).informal
	if until == 0 {
		return
	}
	if at, ok := s.wallOfTable(until); ok {
		yield(dueItem{at: at, decide: func(d *decider) { d.emit(InformalEnded{Room: TableRoom}) }})
	}
}

func (e InformalOpened) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.informal = e.Until })
	s.post(a, e, Line{Kind: "chair", Phrase: say("The sitting is informal for %s: what is said stays out of the minutes.", spell(e.Until-a.Table))})
}

func (e InformalEnded) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.informal = 0 })
	s.post(a, e, Line{Kind: "chair", Phrase: say("The sitting is formal again.")})
}
