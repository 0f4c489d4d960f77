package exercise

import (
	"cmp"
	"slices"
)

// Naming says how the minutes name those who took part.
type Naming string

// The ways of naming. Under ByRole delegations can still be told apart, under
// ByTrack they cannot.
const (
	Named   Naming = "named"
	ByRole  Naming = "roles"
	ByTrack Naming = "tracks"
)

// Namings lists the ways of naming, the most open first.
func Namings() []Naming { return []Naming{Named, ByRole, ByTrack} }

// SetNaming changes how every copy of the minutes names those who took part.
// The table is told: people speak in other ways where they are named.
type SetNaming struct {
	Naming Naming `json:"naming"`
}

// NamingSet by the recorder.
type NamingSet struct {
	Naming Naming `json:"naming"`
}

func (c SetNaming) decide(d *decider) error {
	if err := d.need("change how the minutes name people", Recorder); err != nil {
		return err
	}
	switch {
	case !slices.Contains(Namings(), c.Naming):
		return refuse(ErrUnknown, "The minutes can be named, by roles or by tracks: `names roles`.")
	case c.Naming == d.s.naming():
		return refuse(ErrNotNow, "The minutes are written that way already.")
	}
	d.emit(NamingSet(c))
	return nil
}

func (e NamingSet) apply(s *State, a Act) {
	s.desk.naming = e.Naming
	s.post(a, e, Line{Kind: "names", Seat: a.Seat, Phrase: e.Naming.sentence()})
}

// sentence tells the table.
func (n Naming) sentence() Phrase {
	switch n {
	case ByRole:
		return say("From now on every copy of the minutes says “Government 1” in place of a delegation's name.")
	case ByTrack:
		return say("From now on every copy of the minutes says “Government” in place of a delegation's name.")
	}
	return say("From now on every copy of the minutes names the delegations.")
}

// naming is the recorder's choice, else the scenario's, else by name.
func (s State) naming() Naming { return cmp.Or(s.desk.naming, s.plan.Naming, Named) }
