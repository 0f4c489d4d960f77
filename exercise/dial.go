package exercise

import (
	"cmp"
	"slices"
	"strings"
)

// model is the author's model of the world as it stands: figures that are no
// findings. What moves by itself is reckoned from story time, never ticked.
type model struct {
	dials []dial
	gap   gap
}

// dial is a Dial as it stands.
type dial struct {
	Dial
	value   int
	changes []dialChange
}

// dialChange is one change of a figure; by is what moved it.
type dialChange struct {
	by, to   int
	why      WordID
	inject   InjectID
	seq      int64
	wall     int64
	scenario int64
	undone   bool
}

func (s *Scenario) model() model {
	m := model{gap: gap{Gap: s.Gap, level: s.Gap.Start * gapUnit}}
	for _, d := range s.Dials {
		m.dials = append(m.dials, dial{Dial: d, value: d.Start})
	}
	return m
}

// dial finds a dial by its id; there is none where its id is empty.
func (m model) dial(id string) dial {
	i := slices.IndexFunc(m.dials, func(d dial) bool { return strings.EqualFold(d.ID, id) })
	if i < 0 {
		return dial{}
	}
	return m.dials[i]
}

func (m *model) change(id string, change func(*dial)) {
	for i, d := range m.dials {
		if d.ID == id {
			m.dials = withAt(m.dials, i, change)
		}
	}
}

// DialMoved: a dial of the author's model moved by By, within 0 to 100. Inject
// is what moved it, where control did not; Of the act that it takes back.
type DialMoved struct {
	Dial   string   `json:"dial"`
	By     int      `json:"by"`
	To     int      `json:"to"`
	Why    WordID   `json:"why"`
	Inject InjectID `json:"inject,omitempty"`
	Of     int64    `json:"of,omitempty"`
}

func (c SetDial) decide(d *decider) error {
	if err := d.direct("move a dial"); err != nil {
		return err
	}
	x := d.s.model.dial(c.Dial)
	switch {
	case len(d.s.model.dials) == 0:
		return refuse(ErrUnknown, "This scenario has no dials.")
	case x.ID == "":
		return refuse(ErrUnknown, "There is no dial %q. The dials are %s.", c.Dial, d.s.dialNames())
	case c.By == 0 || c.By < -100 || c.By > 100:
		return refuse(ErrText, "A dial moves by up to 100: `dial %s -5 \"why\"`.", x.ID)
	}
	if err := said(c.Why, "A change of a dial"); err != nil {
		return err
	}
	if within(x.value+c.By) == x.value {
		return refuse(ErrNotNow, "%s stands at %d and goes no further that way.", x.Name, x.value)
	}
	d.moveDial(x, c.By, c.Why.ID, "")
	return nil
}

func (s State) dialNames() Phrase {
	names := make([]string, len(s.model.dials))
	for i, d := range s.model.dials {
		names[i] = d.ID
	}
	return listed(names)
}

func within(n int) int { return min(max(n, 0), 100) }

// moveDial emits what a move comes to; one that comes to nothing is not told.
func (d *decider) moveDial(x dial, by int, why WordID, inject InjectID) {
	if to := within(x.value + by); to != x.value {
		d.emit(DialMoved{Dial: x.ID, By: to - x.value, To: to, Why: why, Inject: inject})
	}
}

// shift moves the dials that an inject names, as it is delivered.
func (d *decider) shift(x injectState) {
	for _, shift := range x.Shifts {
		if on := d.s.model.dial(shift.Dial); on.ID != "" && d.s.isTrue(shift.When) {
			d.moveDial(on, shift.By, shift.Why.ID, x.ID)
		}
	}
}

func (e DialMoved) apply(s *State, a Act) {
	c := dialChange{by: e.By, to: e.To, why: e.Why, inject: e.Inject, seq: a.Seq, wall: a.Wall, scenario: a.Scenario}
	s.model.change(e.Dial, func(x *dial) {
		x.value = e.To
		if e.Of == 0 {
			x.changes = append(slices.Clip(x.changes), c)
			return
		}
		x.changes = slices.Clone(x.changes)
		for i := range x.changes {
			x.changes[i].undone = x.changes[i].undone || x.changes[i].seq == e.Of && x.changes[i].by == -e.By
		}
	})
	x := s.model.dial(e.Dial)
	if e.Of > 0 {
		s.postBack(a, e, e.Of, Line{Kind: "dial", Ref: e.Dial, Phrase: say("%s stands at %d again.", x.Name, e.To)})
		return
	}
	if e.Inject == "" {
		s.did(a, dialStep{dial: e.Dial, by: e.By, to: e.To})
	}
	s.post(a, e, Line{Kind: "dial", Ref: e.Dial, Phrase: movedLine(x.Name, e.By, e.To, s.text(e.Why)), words: []WordID{e.Why}})
}

// movedLine tells of a figure that it moved, and whose figure it is.
func movedLine(name string, by, to int, why string) Phrase {
	if by < 0 {
		return say("%s falls by %d to %d (author's model): %s", name, -by, to, cmp.Or(ended(why), removed))
	}
	return say("%s rises by %d to %d (author's model): %s", name, by, to, cmp.Or(ended(why), removed))
}
