package exercise

import (
	"slices"
	"strings"
)

// A caucus is a private room of several teams. Only those who were called know
// of it. What is said belongs to those who sit in it at that moment: a room is
// named by its members, and another one takes its place when somebody comes or
// goes, so that nobody reads what was said without them. Nothing in its names
// or numbers counts the caucuses of others.

// CaucusID names a caucus by those called to it: "arcadia+hydra"; a contact
// group by its clause: "3". Of those that are open no two have the same.
type CaucusID string

// CaucusView is a private room of several teams, for its members only.
type CaucusView struct {
	ID      string   `json:"id"`               // C1, in this team's own series
	Clause  ClauseID `json:"clause,omitempty"` // of a contact group
	Members []TeamID `json:"members"`          // who has accepted
	Invited []TeamID `json:"invited,omitempty"`
	Open    bool     `json:"open"`
	// Asked: this team is invited and has not answered.
	Asked bool `json:"asked,omitempty"`
	// Since is the table ms at which it opened, Until when its time is over (0: none).
	Since int64 `json:"since,omitempty"`
	Until int64 `json:"until,omitempty"`
	// Draft says what the joint draft asks for, Signed who has signed it.
	Draft  Phrase   `json:"draft,omitzero"`
	Signed []TeamID `json:"signed,omitempty"`
	Lodged bool     `json:"lodged,omitempty"`
	Lines  []Line   `json:"lines,omitempty"`
}

// caucus is one from its calling to its end, and what is remembered of it.
type caucus struct {
	id      CaucusID
	clause  ClauseID // of a contact group, in which the chair sits too
	called  []TeamID // the caller first
	members []TeamID // who sits in it, in the order of the scenario
	invited []TeamID // who has not answered
	time    int64    // table ms it may last; 0: as long as they like
	since   int64    // table ms of opening
	until   int64    // table ms; 0: no end
	wall    int64    // wall ms of opening
	open    bool     // two have sat down in it
	over    bool     // a contact group's time is over
	closed  bool
	seated  []sitting
	joint   jointDraft
}

// sitting is one composition of a caucus and the acts for which it was so.
type sitting struct {
	room     RoomID
	members  []TeamID
	from, to int64 // to 0: still so
}

// room is where those who sit in it now speak.
func (x caucus) room() RoomID {
	kind := "caucus/"
	if x.clause != "" {
		kind = "group/"
	}
	return RoomID(kind + string(joined(x.members)))
}

func joined(teams []TeamID) CaucusID {
	names := make([]string, len(teams))
	for i, t := range teams {
		names[i] = string(t)
	}
	return CaucusID(strings.Join(names, "+"))
}

// calls says whether a team was called to it; the chair, who has no team, to
// every contact group.
func (x caucus) calls(team TeamID) bool {
	if team == "" {
		return x.clause != ""
	}
	return slices.Contains(x.called, team)
}

// holds says whether a team, or the chair, sits in it now.
func (x caucus) holds(team TeamID) bool {
	if x.closed || !x.open {
		return false
	}
	return team == "" && x.clause != "" || slices.Contains(x.members, team)
}

// knows lists those who follow its coming and going.
func (x caucus) knows() []TeamID { return slices.Concat(x.members, x.invited) }

// caucus finds one by its id, the newest where several had it.
func (s State) caucus(id CaucusID) (caucus, int) {
	for i, x := range slices.Backward(s.caucuses) {
		if x.id == id {
			return x, i
		}
	}
	return caucus{}, -1
}

func (s *State) changeCaucus(id CaucusID, change func(*caucus)) {
	if _, i := s.caucus(id); i >= 0 {
		s.caucuses = withAt(s.caucuses, i, change)
	}
}

// label is the name of a caucus in the series of a team, or of the chair: C1.
func (s State) label(i int, team TeamID) string {
	n := 0
	for _, x := range s.caucuses[:i+1] {
		if x.calls(team) {
			n++
		}
	}
	return "C" + itoa(n)
}

// byScenario puts teams into the order of the scenario.
func (s State) byScenario(teams []TeamID) []TeamID {
	var sorted []TeamID
	for _, t := range s.plan.Teams {
		if slices.Contains(teams, t.ID) {
			sorted = append(sorted, t.ID)
		}
	}
	return sorted
}

// sitDown makes these teams the members of a caucus from the present act on.
func (s *State) sitDown(id CaucusID, members []TeamID) {
	s.changeCaucus(id, func(x *caucus) {
		x.members = members
		x.invited = slices.DeleteFunc(slices.Clone(x.invited), func(t TeamID) bool { return slices.Contains(members, t) })
		if n := len(x.seated); n > 0 && x.seated[n-1].to == 0 {
			x.seated = withAt(x.seated, n-1, func(old *sitting) { old.to = s.seq })
		}
		if !x.closed && len(members) > 1 {
			x.seated = append(slices.Clip(x.seated), sitting{room: x.room(), members: members, from: s.seq})
		}
	})
}

// caucusRooms lists the rooms of caucuses in which a seat's team sits or sat,
// and of contact groups for the chair.
func (s State) caucusRooms(seat Seat) []RoomID {
	var rooms []RoomID
	for _, x := range s.caucuses {
		for _, y := range x.seated {
			mine := seat.Team != "" && slices.Contains(y.members, seat.Team) || x.clause != "" && seat.Has(Chair)
			if mine && !slices.Contains(rooms, y.room) {
				rooms = append(rooms, y.room)
			}
		}
	}
	return rooms
}

// caucusCode begins the numbers of a caucus's room: its members' own letters
// and numbers, after a c where the chair sits with them. Empty for other rooms.
func (s State) caucusCode(r RoomID) string {
	code, members := "", ""
	if rest, ok := strings.CutPrefix(string(r), "caucus/"); ok {
		members = rest
	} else if rest, ok := strings.CutPrefix(string(r), "group/"); ok {
		code, members = "c", rest
	}
	if members == "" {
		return ""
	}
	for m := range strings.SplitSeq(members, "+") {
		code += s.teamCode(TeamID(m))
	}
	return code
}

// caucusViews lists the caucuses of a seat: those its team sits in or is
// invited to, and those it sat in to the end.
func (s State) caucusViews(seat Seat) []CaucusView {
	var views []CaucusView
	for i, x := range s.caucuses {
		asked := !x.closed && slices.Contains(x.invited, seat.Team)
		if !asked && !slices.Contains(x.members, seat.Team) && !(x.clause != "" && seat.Has(Chair)) {
			continue
		}
		v := CaucusView{
			ID: s.label(i, seat.Team), Clause: x.clause, Members: x.members, Open: x.open && !x.closed, Asked: asked,
			Since: x.since, Until: x.until,
		}
		if !x.closed {
			v.Invited = x.invited
		}
		if !asked {
			v.Draft, v.Signed, v.Lodged = s.draftLine(x.joint.amend), x.joint.signed, x.joint.lodged
			v.Lines = s.caucusLines(x, seat)
		}
		views = append(views, v)
	}
	return views
}

// caucusLines is what was said in a caucus while the seat's team sat in it.
func (s State) caucusLines(x caucus, seat Seat) []Line {
	var lines []Line
	for _, y := range x.seated {
		if seat.Team != "" && !slices.Contains(y.members, seat.Team) {
			continue
		}
		feed := s.in(y.room).feed
		for i := range feed.n {
			if l := feed.at(i); l.seq >= y.from && (y.to == 0 || l.seq <= y.to) {
				lines = append(lines, l)
			}
		}
	}
	return lines
}
