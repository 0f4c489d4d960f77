package exercise

import (
	"fmt"
	"slices"
	"strings"
)

// A control arm is the same scenario with other people at the table, so that
// what three tracks change can be told from what six teams or four do. It is
// made before the exercise begins: act 0 is the scenario as it is played.

// The control arms.
const (
	SixGovernments = "six-governments" // same briefs, stakes and rule, all seated as κ
	KappaEpsilon   = "kappa-epsilon"   // without philanthropy
	KappaPhi       = "kappa-phi"       // without business
)

// Arms lists the control arms.
func Arms() []string { return []string{SixGovernments, KappaEpsilon, KappaPhi} }

// Arm gives the scenario of a control arm. The scenario given is not changed.
func Arm(sc Scenario, name string) (Scenario, error) {
	switch name {
	case SixGovernments:
		sc = asGovernments(sc)
	case KappaEpsilon:
		sc = withoutTrack(sc, Phi)
	case KappaPhi:
		sc = withoutTrack(sc, Epsilon)
	default:
		return sc, fmt.Errorf("there is no control arm %q; the arms are %s", name, strings.Join(Arms(), ", "))
	}
	sc.Arm = name
	return sc, nil
}

// asGovernments seats every team as κ under its own name. Injects to a track
// still reach the teams that they were written for.
func asGovernments(sc Scenario) Scenario {
	sc = mapAddressees(sc, func(to string) []string {
		if t, ok := trackNamed(to); ok {
			return teamsOf(sc, t)
		}
		return []string{to}
	})
	sc.Teams = slices.Clone(sc.Teams)
	for i := range sc.Teams {
		sc.Teams[i].Track = Kappa
	}
	return mapBearers(sc, func(Track) Track { return Kappa })
}

// withoutTrack leaves out a track's teams and seats. Injects to them go to
// nobody, and duties of theirs have no bearer.
func withoutTrack(sc Scenario, gone Track) Scenario {
	away := append(teamsOf(sc, gone), string(gone))
	for _, seat := range sc.Seats {
		if slices.Contains(away, string(seat.Team)) {
			away = append(away, string(seat.ID))
		}
	}
	sc = mapAddressees(sc, func(to string) []string {
		if t, ok := trackNamed(to); slices.Contains(away, to) || ok && t == gone {
			return nil
		}
		return []string{to}
	})
	sc.Teams = slices.DeleteFunc(slices.Clone(sc.Teams), func(t Team) bool { return t.Track == gone })
	sc.Seats = slices.DeleteFunc(slices.Clone(sc.Seats), func(x Seat) bool { return slices.Contains(away, string(x.ID)) })
	return mapBearers(sc, func(t Track) Track {
		if t == gone {
			return ""
		}
		return t
	})
}

func teamsOf(sc Scenario, track Track) []string {
	var ids []string
	for _, t := range sc.Teams {
		if t.Track == track {
			ids = append(ids, string(t.ID))
		}
	}
	return ids
}

// trackNamed reads a track by its letter, Greek or not.
func trackNamed(name string) (Track, bool) {
	for _, t := range Tracks() {
		if name == string(t) || strings.EqualFold(name, t.ASCII()) {
			return t, true
		}
	}
	return "", false
}

// mapAddressees copies a scenario with every inject's addressees replaced.
func mapAddressees(sc Scenario, f func(string) []string) Scenario {
	sc.Injects = slices.Clone(sc.Injects)
	for i := range sc.Injects {
		var to []string
		for _, name := range sc.Injects[i].To {
			for _, x := range f(name) {
				to = addOnce(to, x)
			}
		}
		sc.Injects[i].To = to
	}
	return sc
}

// mapBearers copies a scenario with every clause's bearers replaced, each once.
func mapBearers(sc Scenario, f func(Track) Track) Scenario {
	sc.Clauses = slices.Clone(sc.Clauses)
	for i := range sc.Clauses {
		var bearers []Track
		for _, t := range sc.Clauses[i].Bearers {
			bearers = addOnce(bearers, f(t))
		}
		sc.Clauses[i].Bearers = bearers
	}
	return sc
}
