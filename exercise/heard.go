package exercise

// How people talk at the table.
const (
	Typed      = "typed"  // they type what they say
	SpokenWord = "spoken" // they speak aloud, and the recorder puts the gist on record
	Mixed      = "mixed"  // both
)

// Hear puts on record what a team said aloud, in the recorder's words. The
// team may correct it.
type Hear struct {
	Team  TeamID `json:"team"`
	Words Text   `json:"words"`
}

// Heard: the gist of an intervention.
type Heard struct {
	Room  RoomID `json:"room"`
	Team  TeamID `json:"team"`
	Words WordID `json:"words"`
}

func (c Hear) decide(d *decider) error {
	if err := d.need("put on record what was heard", Recorder); err != nil {
		return err
	}
	if err := d.play("put on record what was heard", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Words, "What was heard"); err != nil {
		return err
	}
	if d.s.medium() == Typed {
		return refuse(ErrNotNow, "People type here, and what they say is on record in their own words.")
	}
	if _, ok := d.s.Team(c.Team); !ok {
		return d.s.noTeam(c.Team)
	}
	d.emit(Heard{Room: d.s.tableOf(c.Team), Team: c.Team, Words: c.Words.ID})
	return nil
}

func (s State) medium() string {
	if s.plan.Medium == "" {
		return Typed
	}
	return s.plan.Medium
}

// mayType refuses a delegate's typed word where people speak aloud.
func (d *decider) mayType() error {
	if d.s.medium() == SpokenWord {
		return refuse(ErrNotNow, "People speak aloud at this table; `hand` asks for the floor, and the recorder puts on record what you say.")
	}
	return nil
}

func (e Heard) apply(s *State, a Act) {
	s.teams = with(s.teams, e.Team, func(t *teamState) { t.spoken++; t.lastSpoke = a.Table })
	s.post(a, e, Line{
		Kind: "said", Team: e.Team, Text: s.text(e.Words), Heard: true,
		Informal: s.floorOf(e.Room).informal > 0, words: []WordID{e.Words},
	})
}

// of: these are the seat's own words, or what was heard of its team.
func (l Line) of(seat Seat) bool {
	return l.Seat == seat.ID || l.Heard && l.Team == seat.Team
}
