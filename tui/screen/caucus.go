package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// caucusPage is a private room of several teams: who is in it and who is not,
// what is said, its clock, and the joint draft that each signs before one of
// them lodges it. A plain line stays in the room.
type caucusPage struct {
	id    string // the one in sight
	chose bool   // by the person; else it is the newest that is open
	read  scroll
}

func newCaucus() *caucusPage { return &caucusPage{read: scroll{follows: true}} }

// room is the caucus in sight; nil where the seat has none. One that is open,
// or in which something is being written, stays in sight, whatever else opens.
func (p *caucusPage) room(s *Sight) *exercise.CaucusView {
	list, writing, known := s.View.Own.Caucuses, s.drafted(p.slot()), false
	for i, c := range list {
		here := "caucus/"+c.ID == p.slot()
		known = known || here
		if here && (p.chose || writing || c.Open && p.id != "") {
			p.id = c.ID
			return &list[i]
		}
	}
	if len(list) == 0 || writing && !known {
		return nil // an invitation that has lapsed leaves what was being written
	}
	newest := len(list) - 1
	for i, c := range list {
		if c.Open {
			newest = i
		}
	}
	p.id = list[newest].ID
	return &list[newest]
}

// slot is where a line for the room is kept. Where the seat has none yet it is
// that of the first, so that what is written while one waits stays in the line.
func (p *caucusPage) slot() string {
	if p.id == "" {
		return "caucus/C1"
	}
	return "caucus/" + p.id
}

func (p *caucusPage) Name(s *Sight) string {
	c := p.room(s)
	if c == nil {
		return s.Say("PRIVATE caucus")
	}
	if c.Clause != "" {
		return s.Say("PRIVATE contact group %s on clause %s", c.ID, c.Clause)
	}
	return s.Say("PRIVATE caucus %s", c.ID)
}

func (p *caucusPage) Draw(s *Sight) Area {
	c := p.room(s)
	if c == nil {
		d := s.Draw()
		d.Text(1, s.in(theme.Muted).Say("You are in no caucus. To invite a team: /caucus TEAM. What is said there is read by its members only."))
		return d.Area()
	}
	return s.private(func(inner *Sight) []string {
		if !inner.Wide() {
			return p.talk(inner, c, inner.Width, s.Height)
		}
		const left = 28
		return inner.columns(p.aside(inner, c, left).Lines(), p.talk(inner, c, inner.Width-left-3, s.Height), left, s.Height)
	})
}

// private sets the private edge before every line of a room.
func (s *Sight) private(draw func(inner *Sight) []string) Area {
	edge := s.Theme.Paint(theme.Strong, s.Theme.Glyphs.Private) + " " + tag(tagText)
	inner := *s
	inner.Width -= cells(edge)
	lines := draw(&inner)
	d := s.Draw()
	for y := range s.Height {
		d.Add(edge + at(lines, y))
	}
	return d.Area()
}

// aside says who is in the room and who is not, how long yet, and what goes on
// outside it.
func (p *caucusPage) aside(s *Sight, c *exercise.CaucusView, width int) *Drawing {
	d := s.DrawWide(width)
	list := func(title string, teams []exercise.TeamID) {
		if len(teams) == 0 {
			return
		}
		d.Line(theme.Strong, title)
		for _, t := range teams {
			d.Runs(append(plain("  "), s.TeamRuns(t)...))
		}
		d.Gap()
	}
	list(s.Say("In this room"), c.Members)
	list(s.Say("Invited"), c.Invited)
	if out := s.outside(c); len(out) > 0 {
		d.Line(theme.Strong, s.Say("Not in this room"))
		d.Text(2, s.teamList(out))
		d.Gap()
	}
	if c.Until > 0 && c.Open {
		d.Runs(s.in(theme.Body).Say("Ends in %s", strong(s.Left(c.Until))))
		d.Gap()
	}
	d.Line(theme.Strong, s.Say("The table goes on"))
	for _, r := range s.tableGoesOn() {
		d.Text(2, r)
	}
	s.others(d, c)
	return d
}

// outside lists the teams that are neither in a caucus nor invited to it.
func (s *Sight) outside(c *exercise.CaucusView) []exercise.TeamID {
	var out []exercise.TeamID
	for _, t := range s.View.Room.Teams {
		if !slices.Contains(c.Members, t.ID) && !slices.Contains(c.Invited, t.ID) {
			out = append(out, t.ID)
		}
	}
	return out
}

// others names the further caucuses of the seat.
func (s *Sight) others(d *Drawing, c *exercise.CaucusView) {
	for i := range s.View.Own.Caucuses {
		x := &s.View.Own.Caucuses[i]
		if x.ID == c.ID {
			continue
		}
		d.Gap()
		line := runs{{theme.Strong, x.ID + " "}, {theme.Body, s.stateOf(x)}}
		if with := s.without(append(slices.Clone(x.Members), x.Invited...)); len(with) > 0 {
			line = append(line, run{theme.Muted, ", " + s.Say("with %s", s.names(with))})
		}
		d.Hang("", line)
	}
}

// stateOf says how a caucus stands for this seat.
func (s *Sight) stateOf(c *exercise.CaucusView) string {
	switch {
	case c.Asked:
		return s.Say("invites you")
	case c.Open:
		return s.Say("is open")
	case len(c.Invited) > 0:
		return s.Say("waits for an answer")
	}
	return s.Say("is over")
}

// isOver says that nobody can speak in a room any more.
func (s *Sight) isOver(c *exercise.CaucusView) bool {
	return !c.Asked && !c.Open && len(c.Invited) == 0
}

// without is a list of teams without one's own.
func (s *Sight) without(teams []exercise.TeamID) []exercise.TeamID {
	return slices.DeleteFunc(slices.Clone(teams), func(t exercise.TeamID) bool { return t == s.View.Own.Team })
}

// talk is the honest sentence, what was said, and the joint draft.
func (p *caucusPage) talk(s *Sight, c *exercise.CaucusView, width, height int) []string {
	head, foot := s.DrawWide(width), s.DrawWide(width)
	p.about(head, s, c)
	if !c.Draft.IsZero() {
		s.jointDraft(foot, c)
	}
	if most := max(height/2, height-head.Rows()-4); foot.Rows() > most {
		foot.lines = s.broken(foot.lines, width, most)
	}
	body := s.DrawWide(width)
	if s.Card() { // where there is no room for it above the words
		body.Text(0, muted(s.honest(c)))
	}
	for _, line := range c.Lines {
		body.entry(line)
	}
	if len(c.Lines) == 0 {
		body.Text(1, muted(s.silence(c)))
	}
	room := max(height-head.Rows()-foot.Rows(), 0)
	head.Add(sized(p.read.pane(s, body.Lines(), width, room), room)...)
	head.Add(foot.Lines()...)
	return head.Lines()
}

// about says that the room is private and to whom, and on a narrow window who
// is in it.
func (p *caucusPage) about(d *Drawing, s *Sight, c *exercise.CaucusView) {
	left := ""
	if c.Until > 0 && c.Open {
		left = s.Left(c.Until)
	}
	with := s.withWhom(c)
	switch {
	case s.Card():
		d.Spread(append(strong(s.Say("PRIVATE")+" "), with...).line(s.Theme), s.Theme.Paint(theme.Strong, left))
		return
	case !s.Wide() && left != "":
		d.Spread(with.line(s.Theme), s.in(theme.Strong).Say("ends in %s", left).line(s.Theme))
	case !s.Wide():
		d.Runs(with)
	}
	d.Text(0, append(strong(s.Say("PRIVATE")+". "), plain(s.honest(c))...))
	if s.airy() {
		d.Gap()
	}
}

// withWhom says with whom one is in a room.
func (s *Sight) withWhom(c *exercise.CaucusView) runs {
	with := s.in(theme.Body).Say("With %s", s.teamList(s.without(c.Members)))
	switch {
	case s.isOver(c) && c.Clause != "":
		with = s.in(theme.Body).Say("This contact group on clause %s is over", c.Clause)
	case s.isOver(c):
		with = s.in(theme.Body).Say("This caucus is over")
	case len(s.without(c.Members)) == 0:
		with = s.in(theme.Body).Say("Nobody has come yet")
	}
	if len(c.Invited) > 0 {
		with = append(append(with, run{theme.Muted, ", "}), s.in(theme.Muted).Say("invited: %s", s.teamList(c.Invited))...)
	}
	return with
}

// honest says who reads what is said in a caucus and how long it is kept.
func (s *Sight) honest(c *exercise.CaucusView) string {
	kept := " " + s.stored()
	if s.isOver(c) { // its members have left it, and the minutes have been told
		return s.Say("What was said here stays with those who heard it.") + kept
	}
	if c.Clause != "" {
		return s.Say("Read by its members and the chair, not by control or other teams.") + kept
	}
	minutes := s.Say("The minutes will say that %s met, and for how long.", s.names(c.Members))
	switch s.View.Room.Exercise.Consultations {
	case exercise.ConsultationsSilent:
		minutes = s.Say("The minutes will say nothing of it.")
	case exercise.ConsultationsCounted:
		minutes = s.Count(len(c.Members), "The minutes will say that %d delegation met, and for how long.", "The minutes will say that %d delegations met, and for how long.")
	}
	return s.Say("Not shown to the chair, control or other teams.") + " " + minutes + kept
}

// teamList names teams in their tracks' colours.
func (s *Sight) teamList(teams []exercise.TeamID) runs {
	var out runs
	for i, t := range teams {
		if i > 0 {
			out = append(out, run{theme.Muted, ", "})
		}
		out = append(out, s.TeamRuns(t)...)
	}
	return out
}

// silence says what an empty room waits for.
func (s *Sight) silence(c *exercise.CaucusView) string {
	switch {
	case c.Asked:
		return s.Say("You are invited. Tab, then a accepts and d declines. What was said before you come stays with those who were there.")
	case c.Open:
		return s.Say("Nothing has been said here yet. What you type stays in this room.")
	case len(c.Invited) > 0:
		return s.Say("It opens when somebody accepts; nobody else knows of it.")
	}
	return s.Say("It is over.")
}

// kindOf names a private room on the chair's page: a caucus, or a contact group
// on its clause.
func kindOf(c *exercise.CaucusView) string {
	if c.Clause != "" {
		return "contact group on clause " + string(c.Clause)
	}
	return "caucus"
}
