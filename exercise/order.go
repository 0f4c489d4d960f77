package exercise

// A point of order states the rule, never the substance, within the
// scenario's time for it. The speaker's time stands still until the chair has
// ruled; the ruling can be appealed at once.
type (
	// OrderRaised: Until is the table ms at which the time to state it is over.
	OrderRaised struct {
		Room  RoomID `json:"room"`
		Team  TeamID `json:"team"`
		Words WordID `json:"words"`
		Until int64  `json:"until"`
	}
	// OrderStated: the time to state it is over, and the chair rules.
	OrderStated struct {
		Room RoomID `json:"room"`
	}
	// Ruled: the chair ruled on the point of order. Until is the table ms until
	// which the ruling can be appealed.
	Ruled struct {
		Room  RoomID `json:"room"`
		Words WordID `json:"words"`
		Until int64  `json:"until"`
	}
)

// pointOfOrder is what a floor knows of one while it stands.
type pointOfOrder struct {
	orderBy    TeamID
	orderWords WordID
	orderUntil int64 // table ms; 0 once its time is over
}

func (c Order) decide(d *decider) error {
	team, err := d.team("raise a point of order")
	if err != nil {
		return err
	}
	if err := d.play("raise a point of order", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Words, "A point of order"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	if f.suspended > 0 {
		return refuse(ErrNotNow, "The sitting is suspended; raise it when it goes on.")
	}
	if f.orderBy != "" {
		return refuse(ErrNotNow, "%s has raised a point of order; the chair rules on it first.", d.s.teamName(f.orderBy))
	}
	d.halt(TableRoom)
	d.emit(OrderRaised{Room: TableRoom, Team: team, Words: c.Words.ID, Until: d.s.now.table + d.s.plan.Times.Order})
	return nil
}

func (c Rule) decide(d *decider) error {
	if err := d.need("rule on a point of order", Chair); err != nil {
		return err
	}
	if err := said(c.Words, "A ruling"); err != nil {
		return err
	}
	if d.s.floorOf(TableRoom).orderBy == "" {
		return refuse(ErrNotNow, "No point of order stands.")
	}
	d.emit(Ruled{Room: TableRoom, Words: c.Words.ID, Until: d.s.now.table + d.s.plan.Times.Order})
	d.goOn(TableRoom)
	return nil
}

// dueOrder: the time of a point of order is over; nothing but the chair's
// ruling ends it.
func (s State) dueOrder(yield func(dueItem)) {
	f := s.floorOf(TableRoom)
	if f.orderBy == "" || f.orderUntil == 0 {
		return
	}
	if at, ok := s.wallOfTable(f.orderUntil); ok {
		yield(dueItem{at: at, decide: func(d *decider) { d.emit(OrderStated{Room: TableRoom}) }})
	}
}

func (e OrderRaised) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.pointOfOrder = pointOfOrder{e.Team, e.Words, e.Until} })
	s.post(a, e, Line{Kind: "order", Team: e.Team, Phrase: say("raises a point of order: %s", s.text(e.Words)), words: []WordID{e.Words}})
}

func (e OrderStated) apply(s *State, a Act) {
	by := s.floorOf(e.Room).orderBy
	s.setFloor(e.Room, func(f *floor) { f.orderUntil = 0 })
	s.post(a, e, Line{Kind: "order", Phrase: say("The time for the point of order of %s is over; the chair rules.", s.teamName(by))})
}

func (e Ruled) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.pointOfOrder = pointOfOrder{} })
	s.moved.appealUntil = e.Until
	s.post(a, e, Line{Kind: "ruling", Seat: a.Seat, Phrase: say("rules: %s", s.text(e.Words)), words: []WordID{e.Words}})
}
