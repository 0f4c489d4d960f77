package exercise

import "slices"

// Roles of a seat change only by control's act, never by who is connected.
// They pass among those who run the exercise: a delegation plays, recorder and
// evaluator keep apart, and watchers may be open to anybody.
type (
	// GiveRole gives a seat the role of chair, control or simcell, or takes it away.
	GiveRole struct {
		Seat SeatID `json:"seat"`
		Role Role   `json:"role"`
		Away bool   `json:"away,omitempty"`
	}
	// RoleGiven: these are the seat's roles from now on.
	RoleGiven struct {
		Seat  SeatID `json:"seat"`
		Role  Role   `json:"role"`
		Away  bool   `json:"away,omitempty"`
		Roles []Role `json:"roles"`
	}
)

var staffRoles = []Role{Chair, Control, SimCell}

// Seats lists all seats with the roles that they have now.
func (s State) Seats() []Seat {
	if s.plan == nil {
		return nil
	}
	seats := slices.Clone(s.plan.Seats)
	for i, seat := range seats {
		if roles, changed := s.roles[seat.ID]; changed {
			seats[i].Roles = roles
		}
	}
	return seats
}

func (c GiveRole) decide(d *decider) error {
	if err := d.need("change the roles of a seat", Control); err != nil {
		return err
	}
	seat, ok := d.s.Seat(c.Seat)
	apart := func(r Role) bool { return !slices.Contains(staffRoles, r) }
	switch {
	case !ok:
		return refuse(ErrUnknown, "There is no seat %q in this exercise.", c.Seat)
	case apart(c.Role):
		return refuse(ErrUnknown, "The roles that pass from seat to seat are chair, control and simcell.")
	case seat.Team != "" || slices.ContainsFunc(seat.Roles, apart):
		return refuse(ErrRole, "%s plays, records, evaluates or watches; only a seat of chair, control or simcell takes another role.", seat.Name)
	case seat.Has(c.Role) != c.Away:
		if c.Away {
			return refuse(ErrNotNow, "%s has that role not.", seat.Name)
		}
		return refuse(ErrNotNow, "%s has that role already.", seat.Name)
	}
	e := RoleGiven{Seat: seat.ID, Role: c.Role, Away: c.Away, Roles: append(slices.Clip(seat.Roles), c.Role)}
	if c.Away {
		e.Roles = without(seat.Roles, c.Role)
		held := func(x Seat) bool { return x.ID != seat.ID && x.Has(c.Role) }
		if c.Role != SimCell && !slices.ContainsFunc(d.s.Seats(), held) {
			return refuse(ErrNotNow, "Nobody else is %s; give the role to another seat first.", roleNames([]Role{c.Role}))
		}
	}
	d.emit(e)
	return nil
}

func (e RoleGiven) apply(s *State, a Act) {
	s.roles = with(s.roles, e.Seat, func(r *[]Role) { *r = e.Roles })
	text := say("is %s from now on.", word(e.Role))
	if e.Away {
		text = say("is no longer %s.", word(e.Role))
	}
	s.post(a, e, Line{Kind: "presence", Seat: e.Seat, Phrase: text})
}
