package screen

import (
	"cmp"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// playerView is control's look at the exercise with another seat's eyes: the
// table as that seat is shown it and the incidents that reached it. Private
// rooms, confessionals, notes and what is typed there are not in the view.
type playerView struct {
	seat  exercise.SeatID
	whole bool // the incidents in full instead of the table
	table table
	read  scroll
}

// newPlayerView opens it for a seat.
func newPlayerView(seat exercise.SeatID) *playerView { return &playerView{seat: seat} }

// players are the seats that can be looked at; none for whoever is not control.
func (s *Sight) players() []exercise.PlayerView {
	if s.View.Own.Control == nil {
		return nil
	}
	return s.View.Own.Control.Players
}

// seePlayer opens the view of a seat by its id, in any case; nil where there
// is none.
func (s *Sight) seePlayer(id string) Page {
	for _, p := range s.players() {
		if strings.EqualFold(string(p.Seat), id) {
			return newPlayerView(p.Seat)
		}
	}
	return nil
}

// player is the seat in sight; nil where control has it no more.
func (p *playerView) player(s *Sight) *exercise.PlayerView {
	list := s.players()
	for i := range list {
		if list[i].Seat == p.seat {
			return &list[i]
		}
	}
	return nil
}

func (p *playerView) Name(s *Sight) string {
	if x := p.player(s); x != nil {
		return "As " + x.Name + " sees it"
	}
	return "As a seat sees it"
}

// Whole says that what is said at the table is part of the page.
func (*playerView) Whole() {}

func (p *playerView) Draw(s *Sight) Area {
	d := s.Draw()
	x := p.player(s)
	if x == nil {
		d.Text(1, muted("There is no such seat to look at. Esc goes back."))
		return d.Area()
	}
	eyes := s.with(x)
	d.Spread(s.Theme.Paint(theme.Strong, " "+x.Name+" is shown:"), s.Theme.Paint(theme.Muted, sits(x)))
	if !s.Card() {
		d.Text(1, muted("Not here: its private rooms, what it tells the chair in confidence, what it types."))
	}
	p.incidents(d, eyes, x)
	if s.Height-d.Rows() > 2 {
		d.Rule("")
	}
	inner := *eyes
	inner.Height = max(s.Height-d.Rows(), 0)
	if p.whole {
		d.Add(p.read.window(&inner, p.inFull(eyes), inner.Height)...)
	} else {
		d.Add(p.table.Draw(&inner).Lines...)
	}
	return d.Area()
}

// with gives the sight of the seat: the room it sits in, and of its own only
// what it was sent.
func (s *Sight) with(x *exercise.PlayerView) *Sight {
	eyes, view := *s, *s.View
	if hall := s.View.Own.Control.Hall; x.Room == exercise.HallRoom && hall != nil {
		view.Room, eyes.Cache = hall, nil
	}
	view.Own = &exercise.OwnView{Seat: x.Seat, Name: x.Name, Team: x.Team, Agreed: true, Incidents: x.Incidents, Owed: x.Owed}
	eyes.View, eyes.Focused, eyes.Clause = &view, false, eyes.inHand()
	return &eyes
}

// inHand is the clause that the agenda deals with, where the person's own
// choice is none of this room's.
func (s *Sight) inHand() exercise.ClauseID {
	if clauses := s.View.Room.Clauses; s.ClauseView() == nil && len(clauses) > 0 {
		return clauses[0].ID
	}
	return s.Clause
}

// sits says in which room somebody sits.
func sits(x *exercise.PlayerView) string {
	if x.Room == exercise.HallRoom {
		return "in the hall"
	}
	return "at the table"
}

// incidents lists what reached the seat, a line each.
func (p *playerView) incidents(d *Drawing, s *Sight, x *exercise.PlayerView) {
	if p.whole {
		return
	}
	list := s.received()
	if len(list) == 0 {
		d.Text(1, muted("No incident has reached it yet."))
		return
	}
	if s.Height < 2*len(list)+8 {
		d.Text(1, runs{{theme.Body, counted(len(list), "incident") + ". "}, {theme.Muted, "i reads them."}})
		return
	}
	for _, i := range list {
		answer := ""
		switch {
		case answeredBy(&i, x.Team):
			answer = "answered"
		case i.Asks != "" && x.Team != "":
			answer = "not answered"
		}
		left := runs{{theme.Alert, " " + theme.MarkAlert + " "}, {theme.Strong, i.ID + " "}, {theme.Body, i.Title}, {theme.Muted, "  from " + i.From}}
		d.Spread(left.line(s.Theme), s.Theme.Paint(theme.Muted, strings.TrimSpace(answer+"  "+s.Clock(i.Wall))))
	}
}

// received are the incidents that a seat has, in the order in which they came.
func (s *Sight) received() []exercise.IncidentView {
	list := append(append([]exercise.IncidentView(nil), s.View.Room.Incidents...), s.View.Own.Incidents...)
	slices.SortStableFunc(list, func(a, b exercise.IncidentView) int { return cmp.Compare(a.Wall, b.Wall) })
	return list
}

func answeredBy(x *exercise.IncidentView, team exercise.TeamID) bool {
	return slices.ContainsFunc(x.Answers, func(a exercise.AnswerView) bool { return a.Team == team })
}

// inFull are the incidents word for word, as the seat reads them.
func (p *playerView) inFull(s *Sight) []string {
	d := s.Draw()
	list := s.received()
	for i := range list {
		d.Gap()
		s.incidentHead(d, &list[i])
		s.incidentText(d, &list[i])
	}
	if len(list) == 0 {
		d.Text(1, muted("No incident has reached it yet."))
	}
	return d.Lines()
}

func (p *playerView) Key(s *Sight, k key) ([]Act, bool) {
	if !s.Focused {
		return nil, false
	}
	switch k.String() {
	case "left", "right":
		list := s.players()
		if len(list) > 0 {
			by := map[string]int{"left": -1, "right": +1}[k.String()]
			p.seat = list[step(list, by, func(x exercise.PlayerView) bool { return x.Seat == p.seat })].Seat
			p.read = scroll{}
		}
	case "i":
		p.whole, p.read = !p.whole, scroll{}
	default:
		return nil, false
	}
	return nil, true
}

func (p *playerView) Scroll(s *Sight, by int) {
	if p.whole {
		p.read.move(by)
		return
	}
	p.table.read.scroll(s, s.View.Room.Feed, by)
}

func (p *playerView) Hints(s *Sight) []Hint {
	if !s.Focused {
		return nil
	}
	what := "its incidents"
	if p.whole {
		what = "the table"
	}
	return []Hint{{"Left/Right", "another seat", ""}, {"i", what, ""}, {"Esc", "back", ""}}
}
