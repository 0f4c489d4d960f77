package exercise

import "slices"

// A contact group is the chair's caucus: its existence is public and the chair
// sits in it. Nothing on its clause is put before its first-named team reports.

type (
	// FormGroup calls teams to a contact group on a clause, for Time ms of table
	// time (0: ten minutes). The first-named team reports.
	FormGroup struct {
		Clause ClauseID `json:"clause"`
		Teams  []TeamID `json:"teams"`
		Time   int64    `json:"time,omitempty"`
	}
	// CloseGroup closes a contact group that has not reported in time.
	CloseGroup struct {
		Clause ClauseID `json:"clause"`
	}
	// Report tells the table what a contact group came to.
	Report struct {
		Words Text `json:"words"`
	}

	// GroupFormed: Until is the table ms at which its time is over.
	GroupFormed struct {
		Clause ClauseID `json:"clause"`
		Teams  []TeamID `json:"teams"`
		Until  int64    `json:"until"`
	}
	// GroupTimeOver: it is time to report.
	GroupTimeOver struct {
		Clause ClauseID `json:"clause"`
	}
	// Reported ends a contact group.
	Reported struct {
		Clause ClauseID `json:"clause"`
		Team   TeamID   `json:"team"`
		Seat   SeatID   `json:"seat"`
		Words  WordID   `json:"words"`
	}
	// GroupClosed ends it without a report.
	GroupClosed struct {
		Clause ClauseID `json:"clause"`
	}
)

// GroupView is a contact group as the room sees it.
type GroupView struct {
	Clause ClauseID `json:"clause"`
	Teams  []TeamID `json:"teams"` // the first reports
	Until  int64    `json:"until"` // table ms
}

const groupTime = 10 * minute

// group is the contact group that sits on a clause now.
func (s State) group(id ClauseID) (caucus, bool) {
	x, i := s.caucus(CaucusID(id))
	return x, i >= 0 && !x.closed
}

func (c FormGroup) decide(d *decider) error {
	if err := d.need("form a contact group", Chair); err != nil {
		return err
	}
	if err := d.play("form a contact group", Table); err != nil {
		return err
	}
	clause, ok := d.s.clause(c.Clause)
	if !ok {
		return refuse(ErrUnknown, "There is no clause %s.", c.Clause)
	}
	if err := d.s.mayAmend(clause); err != nil {
		return err
	}
	if x, open := d.s.group(c.Clause); open {
		return refuse(ErrNotNow, "A contact group on clause %s sits already: %s.", c.Clause, d.s.teamNames(x.called))
	}
	var teams []TeamID
	for _, t := range c.Teams {
		if _, ok := d.s.Team(t); !ok {
			return d.s.noTeam(t)
		}
		teams = addOnce(teams, t)
	}
	if len(teams) < 2 {
		return refuse(ErrText, "A contact group has at least two teams: `group %s TEAM TEAM 10m`; the first reports.", c.Clause)
	}
	if c.Time < 0 || c.Time > 60*minute {
		return refuse(ErrText, "A contact group sits for at most 60 minutes.")
	}
	time := c.Time
	if time == 0 {
		time = groupTime
	}
	d.emit(GroupFormed{Clause: c.Clause, Teams: teams, Until: d.s.now.table + time})
	d.tellConsulting()
	return nil
}

func (c CloseGroup) decide(d *decider) error {
	if err := d.need("close a contact group", Chair); err != nil {
		return err
	}
	x, open := d.s.group(c.Clause)
	switch {
	case !open:
		return refuse(ErrUnknown, "No contact group sits on clause %s.", c.Clause)
	case d.s.now.table < x.until:
		return refuse(ErrNotNow, "The contact group on clause %s has %s left; it ends before that with the report of %s.",
			c.Clause, spell(x.until-d.s.now.table), d.s.teamName(x.called[0]))
	}
	d.emit(GroupClosed(c))
	d.tellConsulting()
	return nil
}

func (c Report) decide(d *decider) error {
	team, err := d.team("report for a contact group")
	if err != nil {
		return err
	}
	if err := said(c.Words, "A report"); err != nil {
		return err
	}
	for _, x := range d.s.caucuses {
		if x.clause != "" && !x.closed && x.called[0] == team {
			d.emit(Reported{Clause: x.clause, Team: team, Seat: d.seat.ID, Words: c.Words.ID})
			d.tellConsulting()
			return nil
		}
	}
	for _, x := range d.s.caucuses {
		if x.holds(team) && x.clause != "" {
			return refuse(ErrRole, "%s reports for the contact group on clause %s.", d.s.teamName(x.called[0]), x.clause)
		}
	}
	return refuse(ErrNotNow, "No contact group waits for your report.")
}

// groupOn is a contact group that has not reported on one of these clauses.
func (s State) groupOn(clauses []ClauseID) (caucus, bool) {
	for _, id := range clauses {
		if x, open := s.group(id); open {
			return x, true
		}
	}
	return caucus{}, false
}

func (e GroupFormed) apply(s *State, a Act) {
	s.caucuses = append(slices.Clip(s.caucuses), caucus{
		id: CaucusID(e.Clause), clause: e.Clause, called: e.Teams,
		since: a.Table, until: e.Until, wall: a.Wall, open: true,
	})
	s.sitDown(CaucusID(e.Clause), s.byScenario(e.Teams))
	s.post(a, e, Line{Kind: "group", Seat: a.Seat, Ref: string(e.Clause), Phrase: say("calls %s to a contact group on clause %s for %s; %s reports.",
		s.teamNames(e.Teams), e.Clause, spell(e.Until-a.Table), s.teamName(e.Teams[0]))})
}

func (e GroupTimeOver) apply(s *State, a Act) {
	s.changeCaucus(CaucusID(e.Clause), func(x *caucus) { x.over = true })
	x, _ := s.caucus(CaucusID(e.Clause))
	s.post(a, e, Line{Kind: "group", Ref: string(e.Clause), Phrase: say("The time of the contact group on clause %s is over: %s reports.", e.Clause, s.teamName(x.called[0]))})
}

func (e Reported) apply(s *State, a Act) {
	s.endGroup(e.Clause)
	s.post(a, e, Line{
		Kind: "group", Team: e.Team, Seat: e.Seat, Ref: string(e.Clause),
		Phrase: say("reports for the contact group on clause %s: %s", e.Clause, s.text(e.Words)), words: []WordID{e.Words},
	})
}

func (e GroupClosed) apply(s *State, a Act) {
	s.endGroup(e.Clause)
	s.post(a, e, Line{Kind: "group", Seat: a.Seat, Ref: string(e.Clause), Phrase: say("closes the contact group on clause %s without a report.", e.Clause)})
}

func (s *State) endGroup(id ClauseID) {
	s.changeCaucus(CaucusID(id), func(x *caucus) { x.closed = true })
	x, _ := s.caucus(CaucusID(id))
	s.sitDown(x.id, x.members)
}

// groupViews lists the contact groups that sit.
func (s State) groupViews() []GroupView {
	var views []GroupView
	for _, x := range s.caucuses {
		if x.clause != "" && !x.closed {
			views = append(views, GroupView{Clause: x.clause, Teams: x.called, Until: x.until})
		}
	}
	return views
}
