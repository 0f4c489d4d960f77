package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// reserve is signing with a reservation: choose the clause, type the words, and
// then one review page. The scenario names clauses that admit none.
type reserve struct{ menu menu }

func newReserve() *reserve { return &reserve{} }

func (r *reserve) Name(s *Sight) string { return s.Say("Sign with a reservation") }

// clauses are those that admit a reservation.
func (r *reserve) clauses(s *Sight) []exercise.ClauseView {
	var all []exercise.ClauseView
	for _, c := range s.View.Room.Clauses {
		if !c.NoReservation && c.State != exercise.ClauseDeferred && c.State != exercise.ClauseDeleted {
			all = append(all, c)
		}
	}
	return all
}

func (r *reserve) items(s *Sight) []item {
	var items []item
	for _, c := range r.clauses(s) {
		items = append(items, item{
			words: s.Say("Clause %s", c.ID) + "  " + c.Title,
			does:  []Act{Notice{s.Say("Now type the words of your reservation to clause %s.", c.ID)}},
		})
	}
	return items
}

func (r *reserve) Draw(s *Sight) Area {
	d := s.Draw()
	d.Text(1, s.in(theme.Body).Say("To which clause? Choose it with Up and Down, then type the words below."))
	if !s.Card() {
		d.Text(1, s.in(theme.Muted).Say("For more than one, type: %s", `/sign reserve 3 "…" reserve 5 "…"`))
	}
	d.Gap()
	items := r.items(s)
	if len(items) == 0 {
		d.Text(1, s.in(theme.Strong).Say("No clause of this text admits a reservation."))
	}
	list := s.Draw()
	r.menu.draw(list, items)
	read := scroll{}
	read.reveal(r.menu.chosen, r.menu.chosen+1, max(s.Height-d.Rows(), 2))
	d.Add(read.window(s, list.Lines(), s.Height-d.Rows())...)
	return d.Area()
}

func (r *reserve) Key(s *Sight, k key) ([]Act, bool) { return r.menu.key(s, k, r.items(s)) }

func (r *reserve) Hints(s *Sight) []Hint {
	return []Hint{{"Up/Down", s.Say("choose the clause"), ""}, {"Esc", s.Say("back, nothing is signed"), ""}}
}

// Speech takes the words of the reservation to the clause that is chosen.
func (r *reserve) Speech(s *Sight) Speech {
	clauses := r.clauses(s)
	if len(clauses) == 0 {
		return Speech{Slot: "reserve", Refusal: s.Say("No clause of this text admits a reservation.")}
	}
	c := clauses[min(r.menu.chosen, len(clauses)-1)]
	team := s.Team(s.View.Own.Team).Name
	return Speech{Prompt: s.Say("Your reservation to clause %s", c.ID), Enter: s.Say("review"), Slot: "reserve", Send: func(text string) []Act {
		words, err := exercise.Clean(text)
		if err != nil {
			return []Act{Notice{s.Lang.Error(err)}}
		}
		sign := exercise.Sign{Reservations: []exercise.Reservation{{Clause: c.ID, Words: exercise.T(words)}}}
		return []Act{Open{Focus: true, Page: &review{
			title: s.Say("Sign with a reservation"), yes: s.Say("Sign for %s with this reservation", team),
			says: []string{
				s.Say("%s signs %s with a reservation to clause %s, %s: “%s”", team, s.View.Room.Exercise.Title, c.ID, c.Title, words),
				s.Say("This cannot be taken back."),
			},
			does: []Act{Back{}, Submit{Command: sign}},
		}}}
	}}
}
