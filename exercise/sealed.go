package exercise

import (
	"cmp"
	"slices"
)

// A conditional position is sealed: its own team knows of it, and nobody else,
// neither that it exists nor when it was given. It comes to light in one of
// two ways, both of them the team's wish:
//
//   - What it is on is put and closes: the condition is looked at, this once.
//     If it holds the position counts, on that understanding; if not, it is as
//     if the team had said nothing.
//   - Sealed positions can be met together. Each team is asked, in its own
//     room, to confirm its own; it is not told of whom else. When all that hang
//     together are confirmed, they stand at once as a package before the chair.
//     Until then a confirmation is as sealed as the position.

type (
	// Confirm carries out an adviser's act (W1), or confirms the team's sealed
	// position on X once that is asked.
	Confirm struct {
		X Subject `json:"x"`
	}

	// Sealed: a team accepts X on a condition. It replaces the last.
	Sealed struct {
		Team TeamID    `json:"team"`
		X    Subject   `json:"x"`
		If   Condition `json:"if"`
		By   SeatID    `json:"by"`
	}
	// Unsealed: the position is gone: taken back, or what it was on is decided.
	Unsealed struct {
		Team    TeamID  `json:"team"`
		X       Subject `json:"x"`
		Decided bool    `json:"decided,omitempty"`
	}
	// ConfirmAsked: the position is part of a set that can be met together, or
	// no longer.
	ConfirmAsked struct {
		Team   TeamID  `json:"team"`
		X      Subject `json:"x"`
		Ceased bool    `json:"ceased,omitempty"`
	}
	// PositionConfirmed by its team.
	PositionConfirmed struct {
		Team TeamID  `json:"team"`
		X    Subject `json:"x"`
	}
	// ConditionHeld: as the decision closes the condition holds, and the team
	// accepts. Rests lists what of it is so.
	ConditionHeld struct {
		ID    DecisionID  `json:"id"`
		Team  TeamID      `json:"team"`
		By    SeatID      `json:"by"`
		Rests []Condition `json:"rests"`
	}
	// UnderstandingFailed: something that a decision rested on is so no longer.
	UnderstandingFailed struct {
		ID DecisionID `json:"id"`
		X  Subject    `json:"x"`
	}
)

// ConditionalView is a sealed position of this seat's team.
type ConditionalView struct {
	X  Subject `json:"x"`
	If Phrase  `json:"if"` // "A15 is carried and 5 is agreed"
	// Asked: it is part of a set that can be met together, and the team is
	// asked to `confirm` it. Confirmed: it has done so.
	Asked     bool `json:"asked,omitempty"`
	Confirmed bool `json:"confirmed,omitempty"`
}

// sealed is one sealed position. They are kept in order of sealing.
type sealed struct {
	Sealed
	asked     bool
	confirmed bool
}

func (s *State) dropSealed(gone func(sealed) bool) {
	s.sealed = slices.DeleteFunc(slices.Clone(s.sealed), gone)
}

// mostSealed bounds the sealed positions of one team.
const mostSealed = 32

func (s State) sealedBy(team TeamID) []sealed {
	return slices.DeleteFunc(slices.Clone(s.sealed), func(p sealed) bool { return p.Team != team })
}

func (s State) sealedOn(team TeamID, x Subject) (sealed, bool) {
	for _, p := range s.sealed {
		if p.Team == team && sameSubject(p.X, x) {
			return p, true
		}
	}
	return sealed{}, false
}

// seal judges a position on a condition.
func (c TakePosition) seal(d *decider, team TeamID) error {
	if err := d.play("give a position on a condition", Table, Closing); err != nil {
		return err
	}
	if c.Position != Accept || c.AdRef != 0 {
		return refuse(ErrText, "Only a plain acceptance can have a condition: `position %s accept if A15 carried`.", c.X)
	}
	sub, err := d.s.subject(c.X)
	if err != nil {
		return err
	}
	for _, id := range sub.clauses {
		if clause, _ := d.s.clause(id); clause.settled() && !sub.whole {
			return refuse(ErrNotNow, "Clause %s is %s.", id, word(clause.State))
		}
	}
	if sub.whole {
		return refuse(ErrText, "The text is adopted when everything is agreed; a condition is for a part of it.")
	}
	if c.If, err = d.s.checkCondition(c.If, sub); err != nil {
		return err
	}
	if _, again := d.s.sealedOn(team, sub.x); !again && len(d.s.sealedBy(team)) >= mostSealed {
		return refuse(ErrNotNow, "You have %d sealed positions; take one back first: `position X none`.", mostSealed)
	}
	d.emit(Sealed{Team: team, X: sub.x, If: c.If, By: d.seat.ID})
	return nil
}

// unseal takes a sealed position back.
func (d *decider) unseal(x Subject, team TeamID) error {
	p, ok := d.s.sealedOn(team, x)
	if !ok {
		return refuse(ErrUnknown, "You have no sealed position on %s.", x)
	}
	d.emit(Unsealed{Team: team, X: p.X})
	return nil
}

func (c Confirm) decide(d *decider) error {
	if handled, err := d.confirmWish(c.X); handled {
		return err
	}
	team, err := d.head("confirm a position")
	if err != nil {
		return err
	}
	if err := d.play("confirm a position", Table, Closing); err != nil {
		return err
	}
	p, ok := d.s.sealedOn(team, c.X)
	switch {
	case !ok:
		return refuse(ErrUnknown, "Nothing of your delegation called %s waits to be confirmed.", c.X)
	case p.confirmed:
		return refuse(ErrNotNow, "You have confirmed your position on %s.", p.X)
	case !p.asked:
		return refuse(ErrNotNow, "Your position on %s cannot be met yet; you will be asked when it can.", p.X)
	}
	d.emit(PositionConfirmed{Team: team, X: p.X})
	return nil
}

// applyConditions: as a decision closes, each sealed position on it whose
// condition holds now counts as an acceptance.
func (d *decider) applyConditions(id DecisionID) {
	x, _ := d.s.decision(id)
	if x.Form != FormPut {
		return
	}
	for _, p := range d.s.sealed {
		if sameSubject(p.X, x.X) && p.If.holds(d.s.isSo) && slices.Contains(d.s.sayOn(d.s.matter(x)), p.Team) {
			d.emit(ConditionHeld{ID: x.ID, Team: p.Team, By: p.By, Rests: p.If.rest(d.s.isSo, nothing)})
		}
	}
}

func nothing(Subject) bool { return false }

// tendConditions asks for confirmation of what can be met now, no longer asks
// for what cannot, and lets what is confirmed stand.
func (d *decider) tendConditions() {
	for _, p := range d.s.sealed {
		if d.s.isSo(p.X) || d.s.lost(p.X) {
			d.emit(Unsealed{Team: p.Team, X: p.X, Decided: true})
		}
	}
	sets := d.s.meeting()
	for _, p := range d.s.sealed {
		if met := slices.ContainsFunc(sets, p.isIn); met != p.asked {
			d.emit(ConfirmAsked{Team: p.Team, X: p.X, Ceased: !met})
		}
	}
	for _, set := range d.s.meeting() {
		if !slices.ContainsFunc(set, func(p sealed) bool { return !p.confirmed }) {
			d.emit(d.s.packOf(set))
		}
	}
}

func (p sealed) isIn(set []sealed) bool {
	return slices.ContainsFunc(set, func(q sealed) bool { return q.Team == p.Team && q.X == p.X })
}

// packOf is the package as which a confirmed set stands.
func (s State) packOf(set []sealed) Packed {
	e := Packed{ID: s.nextPack()}
	for _, t := range s.plan.Teams {
		if slices.ContainsFunc(set, func(p sealed) bool { return p.Team == t.ID }) {
			e.Sponsors = append(e.Sponsors, t.ID)
		}
	}
	for _, p := range set {
		for _, x := range s.partsOf(p.X) {
			if !slices.ContainsFunc(e.Parts, func(y Subject) bool { return s.covers(y, x) }) {
				e.Parts = append(e.Parts, x)
			}
		}
		e.If = append(e.If, p.If)
	}
	slices.Sort(e.Parts) // the order of sealing is nobody's business
	slices.SortFunc(e.If, func(a, b Condition) int { return cmp.Compare(a.String(), b.String()) })
	return e
}

// understand says what a decision that carried rests on. A package whose
// conditions have failed meanwhile does not carry.
func (d *decider) understand(e *Decided, x decision, sub subject) {
	rests := x.rests
	if sub.pack != "" {
		outside, held := d.packRests(sub.pack)
		if !held {
			*e = Decided{ID: e.ID, Outcome: Postponed, Revision: d.s.draft.revision}
			e.say(say("Postponed: it rested %s, which is so no longer.", understanding(outside)))
			return
		}
		e.Rests, rests = outside, append(slices.Clip(rests), outside...)
	}
	if text := understanding(rests); !text.IsZero() && e.Outcome == Carried {
		e.add(say("%s.", text.Capital()))
	}
}

// packRests tells on what outside it a package rests, whose parts come from
// positions on conditions; false where that is so no longer.
func (d *decider) packRests(id PackageID) ([]Condition, bool) {
	p, _ := d.s.pack(id)
	inside := func(x Subject) bool {
		return slices.ContainsFunc(p.Parts, func(y Subject) bool { return d.s.covers(y, x) })
	}
	so := func(x Subject) bool { return inside(x) || d.s.isSo(x) }
	var rests []Condition
	for _, c := range p.If {
		if !c.holds(so) {
			return []Condition{c}, false
		}
		for _, atom := range c.rest(so, inside) {
			if !inside(atom.X) {
				rests = append(rests, atom)
			}
		}
	}
	return rests, true
}

// spend: a condition is looked at when its decision closes, and not again.
func (d *decider) spend(x decision, outcome Outcome) {
	if x.Form != FormPut || outcome == Postponed {
		return
	}
	for _, p := range d.s.sealed {
		if sameSubject(p.X, x.X) {
			d.emit(Unsealed{Team: p.Team, X: p.X, Decided: true})
		}
	}
}

// tendUnderstandings flags a decision once something it rested on is so no longer.
func (d *decider) tendUnderstandings() {
	for _, x := range d.s.decided {
		for _, c := range x.rests {
			if !slices.Contains(x.failed, c.X) && !d.s.isSo(c.X) && x.outcome == Carried && !x.takenBack {
				d.emit(UnderstandingFailed{ID: x.ID, X: c.X})
			}
		}
	}
}
