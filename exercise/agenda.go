package exercise

import (
	"cmp"
	"slices"
)

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
	if open := d.s.asked(); len(open) > 0 {
		return refuse(ErrNotNow, "%s still stands; close it before another item opens.", open[0].ID)
	}
	if err := d.ruleFirst(); err != nil {
		return err
	}
	for _, m := range d.s.openMotions() {
		if m.Kind != MotionReopen {
			return refuse(ErrNotNow, "%s waits; `put %s` or `gavel %s` first.", d.s.motionTitle(m), m.ID, m.ID)
		}
	}
	if d.s.floorOf(TableRoom).closed && i == d.s.agenda.item {
		return refuse(ErrNotNow, "Debate on this item has been closed; another item can be opened.")
	}
	d.openItem(i)
	return nil
}

func (s State) itemNames() Phrase {
	names := make([]string, len(s.plan.Agenda))
	for i, x := range s.plan.Agenda {
		names[i] = x.Name
	}
	return listed(names)
}

// openItem opens item i with the floor mode of its kind and, in rounds, gives
// the first turn.
func (d *decider) openItem(i int) {
	item := d.s.plan.Agenda[i]
	e := ItemOpened{Room: TableRoom, Item: i, Mode: cmp.Or(item.Mode, usualMode(item.Kind))}
	if first := d.s.agenda.readings; e.Mode == ModeRounds && item.Kind == SecondReading {
		e.Order = d.s.turnsIn(item.Kind, first)
	} else if e.Mode == ModeRounds {
		e.Order = d.s.turnsIn(item.Kind, 0)
	}
	d.halt(TableRoom)
	d.endSuspension(TableRoom)
	d.dropMotions()
	d.emit(e)
	d.deliverNonPaper(item.Name)
	if e.Mode == ModeRounds {
		d.pass(TableRoom)
	}
}

// usualMode is how the floor passes where the scenario does not say.
func usualMode(k ItemKind) string {
	switch k {
	case Openings, SecondReading, StakeholderSlot:
		return ModeRounds
	case Endgame:
		return ModeQueue
	}
	return ModeClosed
}

func (e ItemOpened) apply(s *State, a Act) {
	item := s.plan.Agenda[e.Item]
	s.agenda.item, s.focus = e.Item, ""
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
	s.setFloor(e.Room, func(f *floor) { *f = floor{mode: e.Mode, order: e.Order, tracks: f.tracks, informal: f.informal} })
	s.post(a, e, Line{Kind: "item", Ref: item.Name, Phrase: s.itemOpens(item)})
}

// itemTitle names an item as people say it.
func itemTitle(i AgendaItem) Phrase {
	switch {
	case i.Kind == SecondReading && len(i.Clauses) == 1:
		return say("Clause %s, second reading", i.Clauses[0])
	case i.Kind == SecondReading:
		return say("Clauses %s, second reading", listed(i.Clauses))
	}
	return word(i.Kind).Capital()
}

// itemOpens says that an item is open and what is to be done in it.
func (s State) itemOpens(i AgendaItem) Phrase {
	title, left := itemTitle(i), s.remaining()
	switch {
	case i.Kind == FirstReading:
		return say("%s is open: every team marks where it stands on every point.", title)
	case i.Kind == StakeholderSlot && s.procedure().Input:
		return say("%s is open: those who observe are heard.", title)
	case i.Kind == StakeholderSlot && s.takesNonPaper():
		return say("%s is open: the table reads the non-paper of the hall.", title)
	case i.Kind == Suspension:
		return say("%s: the floor is closed, rooms are open.", title)
	case i.Kind == Endgame && len(left) > 0:
		return say("%s is open: decide or defer what remains: %s.", title, clausesLine(left))
	case i.Kind == Endgame:
		return say("%s is open: decide or defer what remains.", title)
	}
	return say("%s is open.", title)
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
	case len(d.s.asked()) > 0:
		return refuse(ErrNotNow, "%s still stands; close it before the sitting is suspended.", d.s.asked()[0].ID)
	case d.ruleFirst() != nil:
		return d.ruleFirst()
	case d.s.floorOf(TableRoom).suspended > 0:
		return refuse(ErrNotNow, "The sitting is suspended already; `next` ends it.")
	}
	d.suspend(c.Time)
	return nil
}

// suspend closes the floor for a time. The speaker's is given back afterwards.
func (d *decider) suspend(time int64) {
	d.halt(TableRoom)
	d.emit(Suspended{Room: TableRoom, Until: d.s.now.table + time})
}

// reconvene ends a suspension.
func (d *decider) reconvene(r RoomID) {
	d.emit(SuspensionEnded{Room: r})
	d.goOn(r)
}

// endSuspension: what opens next ends a suspension, if there is one.
func (d *decider) endSuspension(r RoomID) {
	if d.s.floorOf(r).suspended > 0 {
		d.emit(SuspensionEnded{Room: r})
	}
}

func (e Suspended) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.suspended, f.suspendedAt = e.Until, a.Table })
	s.post(a, e, Line{Kind: "floor", Phrase: say("The sitting is suspended for %s. Rooms are open.", spell(e.Until-a.Table))})
}

func (e SuspensionEnded) apply(s *State, a Act) {
	s.shiftAdRefs(a.Table - s.floorOf(e.Room).suspendedAt)
	s.setFloor(e.Room, func(f *floor) { f.suspended, f.suspendedAt = 0, 0 })
	s.post(a, e, Line{Kind: "floor", Phrase: say("The sitting goes on.")})
}
