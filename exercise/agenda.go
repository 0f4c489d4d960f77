package exercise

import "slices"

// agenda is where the exercise stands in its timetable.
type agenda struct {
	startex    int64 // wall ms; 0 before STARTEX
	item       int   // index into the plan's agenda, -1 before the table opens
	opened     []openedItem
	readings   int   // second readings opened so far: the starting track changes with each
	phaseUntil int64 // scenario ms at which the phase's time is over, 0 where none is set
}

type openedItem struct {
	item  int
	until int64 // table ms
}

func (c OpenItem) decide(d *decider) error {
	if err := d.need("open an item", Chair); err != nil {
		return err
	}
	if err := d.play("open an item", Table); err != nil {
		return err
	}
	i := slices.IndexFunc(d.s.plan.Agenda, func(x AgendaItem) bool { return x.Name == c.Name })
	if i < 0 {
		return refuse(ErrUnknown, "There is no item %q. The agenda is %s.", c.Name, d.s.itemNames())
	}
	if open := d.s.standing(); len(open) > 0 {
		return refuse(ErrNotNow, "%s still stands; close it before another item opens.", open[0].ID)
	}
	d.openItem(i)
	return nil
}

func (s State) itemNames() string {
	names := make([]string, len(s.plan.Agenda))
	for i, x := range s.plan.Agenda {
		names[i] = x.Name
	}
	return sentenceList(names)
}

// openItem opens item i with the floor mode of its kind and, in rounds, gives
// the first turn.
func (d *decider) openItem(i int) {
	item := d.s.plan.Agenda[i]
	e := ItemOpened{Room: TableRoom, Item: i, Mode: ModeClosed}
	switch item.Kind {
	case Openings:
		e.Mode, e.Order = ModeRounds, d.s.turns(0)
	case SecondReading:
		e.Mode, e.Order = ModeRounds, d.s.turns(d.s.agenda.readings)
	case Endgame:
		e.Mode = ModeQueue
	}
	d.emit(e)
	if e.Mode == ModeRounds {
		d.pass(TableRoom)
	}
}

func (e ItemOpened) apply(s *State, a Act) {
	item := s.plan.Agenda[e.Item]
	s.agenda.item = e.Item
	s.agenda.opened = append(slices.Clip(s.agenda.opened), openedItem{e.Item, a.Table + int64(item.Minutes)*minute})
	if item.Kind == SecondReading {
		s.agenda.readings++
	}
	for _, id := range item.Clauses {
		s.changeClause(id, func(c *Clause) {
			if c.State == ClauseDraft {
				c.State = ClauseOpen
			}
		})
	}
	s.setFloor(e.Room, func(f *floor) { *f = floor{mode: e.Mode, order: e.Order, last: f.last} })
	s.post(a, e, Line{Kind: "item", Ref: item.Name, Text: s.itemTitle(item) + itemHint(item.Kind)})
}

// itemTitle names an item as people say it.
func (s State) itemTitle(i AgendaItem) string {
	switch {
	case i.Kind == SecondReading && len(i.Clauses) == 1:
		return "Clause " + string(i.Clauses[0]) + ", second reading"
	case i.Kind == SecondReading:
		names := make([]string, len(i.Clauses))
		for k, c := range i.Clauses {
			names[k] = string(c)
		}
		return "Clauses " + sentenceList(names) + ", second reading"
	}
	return capital(string(i.Kind))
}

func itemHint(k ItemKind) string {
	switch k {
	case FirstReading:
		return " is open: every team marks where it stands on every point."
	case Suspension:
		return ": the floor is closed, rooms are open."
	case Endgame:
		return " is open: decide or defer what remains."
	}
	return " is open."
}

func (c Suspend) decide(d *decider) error {
	if err := d.need("suspend the sitting", Chair); err != nil {
		return err
	}
	if err := d.play("suspend the sitting", Table); err != nil {
		return err
	}
	switch {
	case c.Time < 10*second || c.Time > 60*minute:
		return refuse(ErrText, "Suspend for between 10 seconds and 60 minutes, such as `suspend 8m`.")
	case len(d.s.standing()) > 0:
		return refuse(ErrNotNow, "%s still stands; close it before the sitting is suspended.", d.s.standing()[0].ID)
	case d.ruleFirst() != nil:
		return d.ruleFirst()
	case d.s.floorOf(TableRoom).suspended > 0:
		return refuse(ErrNotNow, "The sitting is suspended already; `next` ends it.")
	}
	d.emit(Suspended{Room: TableRoom, Until: d.s.now.table + c.Time})
	return nil
}

// apply gives the speaker's time back when the sitting goes on.
func (e Suspended) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.suspended = e.Until
		f.left = max(f.until-a.Table, 0)
	})
	s.post(a, e, Line{Kind: "floor", Text: "The sitting is suspended for " + spell(e.Until-a.Table) + ". Rooms are open."})
}

func (e SuspensionEnded) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.suspended = 0
		if f.speaker != "" {
			f.until = a.Table + f.left
		}
		f.left = 0
	})
	s.post(a, e, Line{Kind: "floor", Text: "The sitting goes on."})
}
