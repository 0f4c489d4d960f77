package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// firstReading is the page on which a team marks its stance on every point:
// one row a point, one key a stance.
type firstReading struct {
	point exercise.PointID
	alt   int // index into the point's alternatives
	read  scroll
}

func (*firstReading) Name(s *Sight) string { return s.Say("Stances") }

// allPoints lists the points of the whole draft.
func (s *Sight) allPoints() []*exercise.PointView {
	var out []*exercise.PointView
	for i := range s.View.Room.Clauses {
		out = append(out, pointsOf(&s.View.Room.Clauses[i])...)
	}
	return out
}

// chosen is the point in hand with its index; nil where none is open.
func (r *firstReading) chosen(points []*exercise.PointView) (int, *exercise.PointView) {
	for i, p := range points {
		if p.ID == r.point {
			return i, p
		}
	}
	if len(points) == 0 {
		return 0, nil
	}
	return 0, points[0]
}

// ownStance is what one's team has said on an alternative.
func (s *Sight) ownStance(id exercise.AltID) exercise.Stance {
	for _, st := range s.View.Own.Stances {
		if st.Alt == id {
			return st.Stance
		}
	}
	return ""
}

// hasStance says that the team has said something on a point.
func (s *Sight) hasStance(p *exercise.PointView) bool {
	for _, a := range p.Alts {
		if s.ownStance(a.ID) != "" {
			return true
		}
	}
	return false
}

func (r *firstReading) Draw(s *Sight) Area {
	d := s.Draw()
	points := s.allPoints()
	at, p := r.chosen(points)
	if p == nil {
		d.Text(1, s.in(theme.Muted).Say("No point is open in the draft. To propose one: %s", "/amend"))
		return d.Area()
	}
	said := 0
	for _, x := range points {
		said += plus(s.hasStance(x))
	}
	if !s.Card() {
		d.Spread(s.Theme.Paint(theme.Strong, " "+s.Say("Your stance on every point")), s.Theme.Paint(theme.Muted, s.Count(len(points), "%[2]d of %[1]d point said", "%[2]d of %[1]d points said", said)))
		if s.airy() {
			d.Gap()
		}
	}
	foot := r.foot(s, p)
	rows := make([]string, len(points))
	for i, x := range points {
		rows[i] = link(targetRow+string(x.ID), r.row(s, x, i == at))
	}
	if most := s.Height - d.Rows() - min(len(points), s.Height*4/10); foot.Rows() > most {
		foot.lines = s.broken(foot.lines, s.Width, most)
	}
	room := max(s.Height-d.Rows()-foot.Rows(), 1)
	r.read.reveal(at, at, room)
	shown := r.read.window(s, rows, min(room, len(rows)))
	if y := at - r.read.from; s.Focused && y >= 0 && y < len(shown) {
		d.cursor = &Spot{X: 1, Y: d.Rows() + y}
	}
	d.Add(shown...)
	d.Add(foot.Lines()...)
	return d.Area()
}

// row is a point: its id, its alternatives with what one has said of each.
func (r *firstReading) row(s *Sight, p *exercise.PointView, chosen bool) string {
	mark := " "
	if s.hasStance(p) {
		mark = s.Theme.Glyphs.Done
	}
	line := runs{{rowStyle(chosen), " " + s.marked(chosen)}, {theme.Muted, mark + " "}, {rowStyle(chosen), fit(string(p.ID), 6, "")}}
	rooms := s.shares(p)
	for i, a := range p.Alts {
		if i > 0 {
			line = append(line, run{theme.Muted, " | "})
		}
		style := theme.Body
		if chosen && i == r.altOf(p) {
			style = theme.Chosen | theme.Reverse
		}
		word := s.inBrackets(s.ownStance(a.ID))
		text := cut(s.altText(a), rooms[i]-cells(word), s.Theme.Glyphs.Waiting)
		line = append(line, run{style, text}, run{theme.Strong, word})
	}
	return cut(line.line(s.Theme), s.Width, s.Theme.Glyphs.Waiting)
}

// shares is how many cells each alternative of a point gets in a row: what it
// needs, and where that is more than there is, the long ones alike.
func (s *Sight) shares(p *exercise.PointView) []int {
	need := make([]int, len(p.Alts))
	for i, a := range p.Alts {
		need[i] = cells(s.altText(a) + s.inBrackets(s.ownStance(a.ID)))
	}
	room := s.Width - 11 - 3*(len(p.Alts)-1)
	for limit := max(room, 1); ; limit-- {
		sum := 0
		for _, n := range need {
			sum += min(n, limit)
		}
		if sum <= room || limit == 1 {
			for i := range need {
				need[i] = min(need[i], limit)
			}
			return need
		}
	}
}

// altText is an alternative in few words.
func (s *Sight) altText(a exercise.AltView) string {
	if len(a.Nodes) > 0 {
		return s.Say("as it stands")
	}
	if text := one(a.Text); text != "" {
		return text
	}
	return s.Say("(nothing)")
}

// inBrackets is a stance beside the words it is on.
func (s *Sight) inBrackets(st exercise.Stance) string {
	if st == "" {
		return ""
	}
	return " (" + s.stanceWord(st) + ")"
}

// altOf is the alternative in hand of the chosen point.
func (r *firstReading) altOf(p *exercise.PointView) int { return min(max(r.alt, 0), len(p.Alts)-1) }

// foot is the sentence in which the point stands, and who says what: of the
// alternative in hand, or of all where there is height.
func (r *firstReading) foot(s *Sight, p *exercise.PointView) *Drawing {
	d := s.Draw()
	if len(p.Alts) == 0 {
		return d
	}
	now := r.altOf(p)
	if s.Card() {
		s.spellAlt(d, "", p.Alts[now], theme.Strong)
		s.paraAround(d, p)
		return d
	}
	d.Rule("")
	s.paraAround(d, p)
	if s.Height > 14 {
		d.Gap()
	}
	for i, a := range p.Alts {
		if i == now {
			s.spellAlt(d, " ", a, theme.Strong)
		} else if s.Height > 20 {
			s.spellAlt(d, " ", a, theme.Muted)
		}
	}
	if why := s.briefOn(p.ID); why != "" {
		d.Text(1, s.in(theme.Muted).Say("Your brief: %s", plain(why)))
	}
	if s.Height > 20 {
		s.clauseAround(d, p)
	}
	return d
}

// spellAlt says of an alternative who stands where.
func (s *Sight) spellAlt(d *Drawing, lead string, a exercise.AltView, style theme.Style) {
	d.Hang(lead+s.Theme.Paint(style, a.ID.String())+"  ", s.altRuns(a))
}

// paraAround is the paragraph that a point stands in.
func (s *Sight) paraAround(d *Drawing, p *exercise.PointView) {
	if para := s.Para(paraOf(p.ID)); para != nil && s.Height > 6 {
		d.Hang(" "+s.Theme.Paint(theme.Muted, fit(string(para.ID), 4, ""))+" ", s.reader(p.ID).nodes(para.Nodes))
	}
}

// clauseAround is the rest of the clause, so that nobody has to leave the list
// to see what a point is about.
func (s *Sight) clauseAround(d *Drawing, p *exercise.PointView) {
	para := paraOf(p.ID)
	c := clauseOf(s.View.Room, s.clauseOn(exercise.Subject(para)))
	if c == nil {
		return
	}
	d.Gap()
	d.Rule(s.Say("Clause %s", c.ID) + " " + s.Theme.Glyphs.Dot + " " + c.Title)
	for i := range c.Paras {
		if x := &c.Paras[i]; x.ID != para {
			d.Hang(" "+s.Theme.Paint(theme.Muted, fit(string(x.ID), 4, ""))+" ", s.reader("").nodes(x.Nodes))
		}
	}
}

// paraOf is the paragraph in which a point stands: 3.1 of 3.1a.
func paraOf(p exercise.PointID) exercise.ParaID {
	return exercise.ParaID(strings.TrimRight(string(p), "abcdefghijklmnopqrstuvwxyz"))
}

// briefOn is why one's team cares for a point.
func (s *Sight) briefOn(p exercise.PointID) string {
	if s.View.Own.Brief == nil {
		return ""
	}
	for _, x := range s.View.Own.Brief.Points {
		if x.Point == p {
			return x.Why
		}
	}
	return ""
}

// Key chooses points and alternatives; with the focus a letter is a stance.
func (r *firstReading) Key(s *Sight, k key) ([]Act, bool) {
	points := s.allPoints()
	i, p := r.chosen(points)
	if p == nil || len(p.Alts) == 0 {
		return nil, false
	}
	name := k.String()
	switch name {
	case "up", "down":
		by := 1 - 2*plus(name == "up")
		r.point, r.alt = points[min(max(i+by, 0), len(points)-1)].ID, 0
		return nil, true
	case "enter":
		if !s.Focused {
			return []Act{Take{}}, true
		}
		return r.withReason(s, p), true
	}
	if !s.Focused {
		return nil, false
	}
	r.point = p.ID
	alt := p.Alts[r.altOf(p)].ID
	switch name {
	case "left", "right":
		r.alt = min(max(r.altOf(p)+1-2*plus(name == "left"), 0), len(p.Alts)-1)
	case "p":
		return s.take(alt, exercise.Prefer), true
	case "l":
		return s.take(alt, exercise.CanLive), true
	case "c": // which needs a reason
		return []Act{Prefill{Line: "/" + string(exercise.Cannot) + " " + alt.String() + ` "`}}, true
	case "x":
		return []Act{Submit{Command: exercise.ClearStance{Point: p.ID}}}, true
	default:
		return nil, false
	}
	return nil, true
}

// take marks a stance; what has been said already is not said again.
func (s *Sight) take(alt exercise.AltID, st exercise.Stance) []Act {
	if s.ownStance(alt) == st {
		return []Act{Notice{Text: s.Say("That is your stance already.")}}
	}
	return []Act{Submit{Command: exercise.TakeStance{Alt: alt, Stance: st}}}
}

// withReason puts the stance into the input line for its reason to be added.
func (r *firstReading) withReason(s *Sight, p *exercise.PointView) []Act {
	alt := p.Alts[r.altOf(p)].ID
	st := s.ownStance(alt)
	if st == "" {
		st = exercise.Cannot
	}
	return []Act{Prefill{Line: "/" + string(st) + " " + alt.String() + ` "`}}
}

// Click takes a point in hand.
func (r *firstReading) Click(_ *Sight, target string) []Act {
	if id, ok := strings.CutPrefix(target, targetRow); ok {
		r.point, r.alt = exercise.PointID(id), 0
		return []Act{Take{}}
	}
	return nil
}

func (r *firstReading) Scroll(_ *Sight, by int) { r.read.move(by) }

func (r *firstReading) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", s.Say("point"), ""}, {"Enter", s.Say("to the list"), ""}}
	}
	return []Hint{
		{"p", s.Say("prefer"), "prefer"},
		{"l", s.Say("can live"), "can-live"},
		{"c", s.Say("cannot"), "cannot"},
		{"Left/Right", s.Say("alternative"), ""},
		{"Enter", s.Say("say why"), ""},
		{"x", s.Say("clear"), "clear"},
	}
}
