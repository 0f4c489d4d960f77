package format

import (
	"regexp"
	"slices"

	"kefi/exercise"
)

var (
	idForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	// reserved names mean something else where a seat or team is named.
	reserved = []string{"all", "k", "e", "p", "text", "table", "capital", "cert", "press"}
	roles    = []string{"delegate", "chair", "control", "simcell", "recorder", "evaluator", "observer", "projector"}
)

// MaxID is how many characters an id may have.
const MaxID = 32

// IsID: a text can be the id of a part, and the name of a scenario's folder.
func IsID(text string) bool { return idForm.MatchString(text) && len(text) <= MaxID }

// IsReserved: an id means something else where a seat or team is named.
func IsReserved(id string) bool { return slices.Contains(reserved, id) }

// id reads an id that is well formed and not yet taken; "" where it is not.
func (o object) id(word string, taken []string) string {
	n := o.need("id")
	if n == nil {
		return ""
	}
	switch {
	case !IsID(n.value):
		o.fail(codeValue, n, "Small letters and digits, at most 32, words joined with -: open-shield.", "%q cannot be the id of %s", n.value, o.what)
	case slices.Contains(taken, n.value):
		o.fail(codeTwice, n, "Give one of them another name.", "%s %q is there twice", word, n.value)
	default:
		return n.value
	}
	return ""
}

// readPeople reads teams with their seats, then the seats of nobody's team.
// Seats and teams share one namespace; a team's own seat may bear its name.
func (r *reader) readPeople(o object) {
	teams := o.list("teams")
	if len(teams) == 0 {
		r.fail(codeMissing, o.node, "", "teams are missing in the scenario")
	}
	for _, n := range teams {
		r.readTeam(n)
	}
	for _, n := range o.list("seats") {
		r.readSeat(n)
	}
	for _, role := range []exercise.Role{exercise.Chair, exercise.Control} {
		if !r.hasRole(role) {
			r.fail(codeMissing, o.node, "Add it to a seat's roles.", "no seat has the role %s", role)
		}
	}
}

func (r *reader) readTeam(n *node) {
	o := as[teamShape](r, n, "a team")
	team := exercise.Team{ID: exercise.TeamID(o.id("team", r.names.teams))}
	if id := string(team.ID); id != "" {
		r.names.teams = append(r.names.teams, id)
		o.what = "team " + id
		r.stand(o.what, n)
		if slices.Contains(r.names.seats, id) || IsReserved(id) {
			r.fail(codeTwice, o.get("id"), "Seats and teams share one set of names.", "%q already names something else", id)
		}
	}
	r.names.peopleUnsure = r.names.peopleUnsure || team.ID == ""
	team.Name = o.line("name").Value
	for _, form := range o.texts("forms") {
		if form.Value != "" {
			team.Forms = append(team.Forms, form.Value)
		}
	}
	if t := o.need("track"); t != nil {
		team.Track = r.track(t, o.what)
	}
	seats := o.list("seats")
	if len(seats) == 0 {
		r.fail(codeMissing, n, "Name at least one; the first is the head.", "%s has no seats", o.what)
	}
	for _, s := range seats {
		if id := r.teamSeat(o, s, team); id != "" {
			team.Seats = append(team.Seats, id)
		}
	}
	r.scenario.Teams = append(r.scenario.Teams, team)
}

// teamSeat reads a team's seat, which is written as its id only.
func (r *reader) teamSeat(o object, n *node, team exercise.Team) exercise.SeatID {
	ownName := n.value == string(team.ID)
	switch {
	case n.kind != scalar || !IsID(n.value):
		r.fail(codeValue, n, "Small letters and digits, at most 32, words joined with -: arcadia-2.", "%q cannot be the id of a seat in %s", n.value, o.what)
		r.names.peopleUnsure = true
		return ""
	case slices.Contains(r.names.seats, n.value), !ownName && slices.Contains(r.names.teams, n.value), IsReserved(n.value):
		r.fail(codeTwice, n, "Seats and teams share one set of names.", "seat %q already names something else", n.value)
		return ""
	}
	r.names.seats = append(r.names.seats, n.value)
	id := exercise.SeatID(n.value)
	r.scenario.Seats = append(r.scenario.Seats, exercise.Seat{ID: id, Name: team.Name, Team: team.ID, Roles: []exercise.Role{exercise.Delegate}})
	return id
}

// readSeat reads a seat of no team: chair, recorder …
func (r *reader) readSeat(n *node) {
	o := as[seatShape](r, n, "a seat")
	seat := exercise.Seat{ID: exercise.SeatID(o.id("seat", r.names.seats))}
	if id := string(seat.ID); id != "" {
		if slices.Contains(r.names.teams, id) || IsReserved(id) {
			r.fail(codeTwice, o.get("id"), "Seats and teams share one set of names.", "seat %q already names something else", id)
		}
		r.names.seats = append(r.names.seats, id)
		o.what = "seat " + id
	}
	r.names.peopleUnsure = r.names.peopleUnsure || seat.ID == ""
	seat.Name = o.line("name").Value
	for _, role := range o.names("roles", "role", "Roles", roles[1:]) {
		seat.Roles = append(seat.Roles, exercise.Role(role))
	}
	if len(o.list("roles")) == 0 {
		r.fail(codeMissing, n, suggest("", "Roles", roles[1:]), "%s has no role", o.what)
	}
	r.scenario.Seats = append(r.scenario.Seats, seat)
}

// track reads a track by its letter, Greek or not, or its word.
func (r *reader) track(n *node, where string) exercise.Track {
	for _, t := range exercise.Tracks() {
		if n.kind == scalar && slices.Contains([]string{string(t), t.ASCII(), t.Word()}, n.value) {
			return t
		}
	}
	r.fail(codeUnknown, n, "Tracks: κ (government), ε (business), φ (philanthropy).", "unknown track %q in %s", n.value, where)
	return ""
}

func (r *reader) hasRole(role exercise.Role) bool {
	for _, s := range r.scenario.Seats {
		for _, has := range s.Roles {
			if has == role {
				return true
			}
		}
	}
	return false
}
