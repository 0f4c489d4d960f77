package exercise

// What control says of a statement: Line.Established.
const (
	IsEstablished  = "established"
	NotEstablished = "not established"
)

// Established: what an entry says is so in this exercise, or is not, by
// control's word; As is empty where an earlier word is taken back (Of).
type Established struct {
	Room RoomID `json:"room"`
	No   string `json:"no"`
	As   string `json:"as,omitempty"`
	Of   int64  `json:"of,omitempty"`
}

func (c Establish) decide(d *decider) error {
	if err := d.need("establish what is so", Control, SimCell); err != nil {
		return err
	}
	e := Established{As: IsEstablished}
	if c.Not {
		e.As = NotEstablished
	}
	for _, r := range d.s.Tables() {
		feed := d.s.in(r).feed
		for i := range feed.n {
			if l := feed.at(i); sameNo(l.No, c.No) {
				return d.establish(e, l)
			}
		}
	}
	return refuse(ErrUnknown, "There is no entry %s at the table: what is established has been said there.", c.No)
}

func (d *decider) establish(e Established, l Line) error {
	switch {
	case !l.Spoken:
		return refuse(ErrNotNow, "#%s is not something that was said.", l.No)
	case l.Established == e.As && e.As == IsEstablished:
		return refuse(ErrNotNow, "#%s is established already.", l.No)
	case l.Established == e.As:
		return refuse(ErrNotNow, "#%s is marked as not established already.", l.No)
	}
	e.Room, e.No = l.Room, l.No
	d.emit(e)
	return nil
}

func (e Established) apply(s *State, a Act) {
	was := ""
	s.changeLine(e.Room, e.No, func(l *Line) { was, l.Established = l.Established, e.As })
	if e.Of > 0 {
		s.postBack(a, e, e.Of, Line{Kind: "established", Ref: e.No, Phrase: say("what control said of #%s.", e.No)})
		return
	}
	s.did(a, establishStep{room: e.Room, no: e.No, was: was, is: e.As})
	line := Line{Kind: "established", Seat: a.Seat, Ref: e.No, Phrase: say("#%s is established: it is so in this exercise.", e.No)}
	if e.As == NotEstablished {
		line.Phrase = say("#%s is not established: nobody need take it as so.", e.No)
	}
	s.post(a, e, line)
}
