package exercise

// PlayerView is what one seat is shown of the exercise, for control to look
// at: the room whose view it shares and the incidents that reached it. Its
// private rooms, confessionals, notes and what it types are not in it.
type PlayerView struct {
	Seat      SeatID         `json:"seat"`
	Name      string         `json:"name"`
	Team      TeamID         `json:"team,omitempty"`
	Room      RoomID         `json:"room"`
	Incidents []IncidentView `json:"incidents,omitempty"` // addressed to it, by the labels it has for them
	Owed      []string       `json:"owed,omitempty"`      // incidents that want its team's answer
}

// playerViews are those of all seats that play or watch.
func (s State) playerViews() []PlayerView {
	var views []PlayerView
	for _, seat := range s.Seats() {
		if seat.Team != "" || seat.Has(Observer, Projector) {
			views = append(views, s.playerView(seat))
		}
	}
	return views
}

func (s State) playerView(seat Seat) PlayerView {
	v := PlayerView{Seat: seat.ID, Name: seat.Name, Team: seat.Team, Room: s.shownRoom(seat), Incidents: s.incidentsFor(seat)}
	if seat.Team != "" {
		v.Owed = s.owed(seat)
	}
	return v
}

// incidentsFor are the incidents that reached a seat or its team, not all.
func (s State) incidentsFor(seat Seat) []IncidentView {
	return s.incidents(func(x injectState) (string, bool) {
		label := x.labelFor(seat)
		return label, label != ""
	})
}
