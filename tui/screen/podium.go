package screen

import (
	"strconv"

	"kefi/exercise"
	"kefi/tui/theme"
)

// podium is where chair and control sit. The two have a page each; a seat that
// holds both roles turns between them, and any of them looks at the table.
type podium struct {
	shown string // "chair" or "control", as the person chose
	chair chairPage
	ctrl  controlPage
}

func newPodium() *podium { return &podium{} }

func (p *podium) Name(s *Sight) string {
	if p.page(s) == "control" {
		return "Control"
	}
	return "Chair"
}

// page is the part in sight: one that the seat's roles allow. A seat that holds
// both and has not chosen sees the chair's while the table sits, else control's.
func (p *podium) page(s *Sight) string {
	own := s.View.Own
	switch {
	case own.Control == nil:
		return "chair"
	case own.Chair == nil:
		return "control"
	case p.shown != "":
		return p.shown
	case s.View.Room.Phase == exercise.Table:
		return "chair"
	}
	return "control"
}

// next is what the part in sight proposes.
func (p *podium) next(s *Sight) string {
	if p.page(s) == "control" {
		return s.phrase(s.View.Own.Control.Next)
	}
	return s.phrase(s.View.Own.Chair.Suggest)
}

// both says that the seat holds both parts.
func (p *podium) both(s *Sight) bool { return s.View.Own.Chair != nil && s.View.Own.Control != nil }

func (p *podium) Draw(s *Sight) Area {
	d := s.Draw()
	inner := *s
	if p.both(s) {
		d.Raw(p.tabs(s))
		inner.Height--
		if s.Height > 16 {
			d.Gap()
			inner.Height--
		}
	}
	top := d.Rows()
	var body Area
	if p.page(s) == "control" {
		body = p.ctrl.draw(&inner)
	} else {
		body = p.chair.draw(&inner)
	}
	d.Add(body.Lines...)
	area := d.Area()
	if body.Cursor != nil {
		area.Cursor = &Spot{X: body.Cursor.X, Y: body.Cursor.Y + top}
	}
	return area
}

// tabs names the parts, the one in sight in brackets, and what waits in the other.
func (p *podium) tabs(s *Sight) string {
	name := func(key, title string, shown bool, waits int) string {
		label := key + " " + title
		if shown {
			return s.Theme.Paint(theme.Chosen, "["+label+"]")
		}
		if waits > 0 {
			return " " + label + s.Theme.Paint(theme.Alert, " "+theme.MarkAlert+" "+strconv.Itoa(waits)) + " "
		}
		return " " + label + " "
	}
	chair := p.page(s) == "chair"
	return link("/page chair", name("1", "Chair", chair, len(s.View.Own.Chair.Requests))) + " " +
		link("/page control", name("2", "Control", !chair, s.waitsForControl())) + "  " + link("/page table", "3 Table")
}

// waitsForControl counts what wants control's attention.
func (s *Sight) waitsForControl() (n int) {
	for _, x := range sections {
		n += x.waits(s)
	}
	return n
}

func (p *podium) Key(s *Sight, k key) ([]Act, bool) {
	if s.Focused {
		switch k.String() {
		case "1", "2":
			if !p.both(s) {
				return nil, true
			}
			p.shown = map[string]string{"1": "chair", "2": "control"}[k.String()]
			return nil, true
		case "3":
			return []Act{Open{Page: s.room()}}, true
		}
	}
	if p.page(s) == "control" {
		return p.ctrl.key(s, k)
	}
	return p.chair.key(s, k)
}

func (p *podium) Hints(s *Sight) []Hint {
	var hints []Hint
	if p.page(s) == "control" {
		hints = p.ctrl.hints(s)
	} else {
		hints = p.chair.hints(s)
	}
	if s.Focused && p.both(s) {
		other := Hint{"2", "control", ""}
		if p.page(s) == "control" {
			other = Hint{"1", "chair", ""}
		}
		hints = append(hints, other)
	}
	return hints
}

func (p *podium) Scroll(s *Sight, by int) {
	if p.page(s) == "control" {
		p.ctrl.rows.scroll(by)
	} else {
		p.chair.rows.scroll(by)
	}
}

func (p *podium) Click(s *Sight, target string) []Act {
	if p.page(s) == "control" {
		return p.ctrl.click(s, target)
	}
	return p.chair.rows.click(target)
}

// Speech speaks as the chair; control has verbs and no voice at the table.
func (p *podium) Speech(s *Sight) Speech {
	if s.View.Own.Has(exercise.Chair) {
		return s.tableSpeech()
	}
	return Speech{Refusal: "Control does not speak at the table: / lists what control can do."}
}

// Counting: a queued inject or a standing decision runs down by the second.
func (p *podium) Counting(s *Sight) bool {
	if c := s.View.Own.Control; c != nil {
		for _, row := range c.Timeline {
			if row.State == "queued" {
				return true
			}
		}
	}
	return false
}
