package screen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// sheet is the page of all that stands: a decision a row, one key a position,
// and below them the one in hand with its text, its count and what follows if
// nothing changes. In the endgame it is the home page and lists what remains.
type sheet struct {
	id   exercise.DecisionID // the decision in hand; the first where it has gone
	text reads
	rows scroll
	read scroll // of what is told of the decision in hand
}

func (*sheet) Name(s *Sight) string {
	if s.endgame() {
		return s.Say("Endgame sheet")
	}
	return s.Say("Sheet")
}

// endgame says that the agenda is at its last item.
func (s *Sight) endgame() bool {
	room := s.View.Room
	return room.Phase == exercise.Table && room.Item >= 0 && room.Item < len(room.Agenda) && room.Agenda[room.Item].Kind == exercise.Endgame
}

// chosen is the decision in hand with its index; nil where it stands no more, so
// that none is answered that has slipped under the person's finger.
func (p *sheet) chosen(list []exercise.DecisionView) (int, *exercise.DecisionView) {
	for i := range list {
		if list[i].ID == p.id || p.id == "" {
			return i, &list[i]
		}
	}
	return 0, nil
}

// pin settles for which decision the keys are, once the page has them.
func (p *sheet) pin(s *Sight) {
	list := s.View.Room.Standing
	switch _, x := p.chosen(list); {
	case x == nil && !s.Focused:
		p.id = ""
	case x != nil && s.Focused:
		p.id = x.ID
	}
}

func (p *sheet) Draw(s *Sight) Area {
	d := s.Draw()
	list := s.View.Room.Standing
	p.pin(s)
	at, x := p.chosen(list)
	p.heading(d, s)
	if len(list) == 0 {
		d.Text(1, s.in(theme.Muted).Say("Nothing stands now. The chair gavels, puts, or places under silence; to ask for it: /request put"))
		p.remaining(d, s)
		p.said(d, s)
		return d.Area()
	}
	rows, place := p.grouped(s, list, x)
	foot, about := s.Draw(), ""
	if x != nil {
		foot, about = p.told(s, x), string(x.X)
	} else {
		foot.Text(1, muted(s.Say(gone)))
	}
	room := max(s.Height-d.Rows()-min(foot.Rows()+1, max(s.Height/2, 2)), 1)
	if p.rows.reveal(place[at], place[at], room); len(rows) <= room {
		p.rows.from = 0
	}
	shown := p.rows.window(s, rows, min(room, len(rows)))
	if y := place[at] - p.rows.from; s.Focused && y >= 0 && y < len(shown) {
		d.cursor = &Spot{X: 1, Y: d.Rows() + y}
	}
	d.Add(shown...)
	p.remaining(d, s)
	if s.Height-d.Rows() > 3 {
		d.Rule(about)
	}
	d.Add(p.read.window(s, foot.Lines(), s.Height-d.Rows())...)
	p.said(d, s)
	return d.Area()
}

// said is the end of what is said at the table, where there is room.
func (p *sheet) said(d *Drawing, s *Sight) {
	if s.narrowed || s.Height-d.Rows() < 4 {
		return
	}
	d.Rule(s.atHome())
	feed := s.View.Room.Feed
	d.Add(s.feedTail(feed, len(feed), s.Width, s.Height-d.Rows())...)
}

// gone is said where the decision in hand has closed.
var gone = words.Mark("That decision has closed. Up and Down choose another.")

// heading says how much stands and, where it is one, the deadline.
func (p *sheet) heading(d *Drawing, s *Sight) {
	list := s.View.Room.Standing
	if s.Card() || len(list) == 0 {
		return
	}
	left := s.Count(len(list), "%d decision on the sheet", "%d decisions on the sheet")
	if s.View.Own.Team != "" {
		left += ", " + s.Say("%d without your answer", s.unanswered())
	}
	right := ""
	if until, one := oneDeadline(list); one && until > 0 {
		right = s.Say("closes in %s", s.Left(until))
	}
	d.Spread(s.Theme.Paint(theme.Strong, " "+left), s.Theme.Paint(theme.Strong, right))
	if s.airy() {
		d.Raw(s.Theme.Paint(theme.Muted, p.columns(s)))
	}
}

// unanswered counts the decisions put on which one's team has said nothing.
func (s *Sight) unanswered() int {
	n := 0
	for i := range s.View.Room.Standing {
		x := &s.View.Room.Standing[i]
		n += plus(x.Form == "put" && s.myPosition(x).Position == exercise.NoPosition)
	}
	return n
}

// myPosition is what one's team has said to a decision.
func (s *Sight) myPosition(x *exercise.DecisionView) exercise.PositionView {
	for _, p := range x.Positions {
		if p.Team == s.View.Own.Team {
			return p
		}
	}
	return exercise.PositionView{}
}

// oneDeadline is the time at which all of a list close, where it is one.
func oneDeadline(list []exercise.DecisionView) (until int64, one bool) {
	for _, x := range list {
		if x.Until != list[0].Until {
			return 0, false
		}
	}
	return list[0].Until, true
}

// told is all there is to a decision, the most pressing first.
func (p *sheet) told(s *Sight, x *exercise.DecisionView) *Drawing {
	d := s.Draw()
	p.legend(d, s, x)
	d.Text(1, runs{{theme.Strong, s.phrase(x.IfNothingChanges)}})
	if !x.Stopped.IsZero() {
		d.Text(1, s.in(theme.Alert).Say("The silence stands still: %s.", x.Stopped))
	}
	s.tallies(d, x.Tallies)
	if len(x.AsItWouldRead) > 0 {
		d.Line(theme.Muted, " "+s.Say(p.text.title()))
	}
	for _, para := range s.texts(x, p.text) {
		d.Text(3, para)
	}
	s.beside(d, x)
	for _, said := range x.Positions {
		if said.Words != "" {
			d.Text(1, append(s.TeamRuns(said.Team), run{theme.Body, " " + s.answerWord(said) + ": " + said.Words}))
		}
	}
	return d
}

// remaining lists, in the endgame, the clauses that are not settled and do not
// stand on the sheet.
func (p *sheet) remaining(d *Drawing, s *Sight) {
	if !s.endgame() || s.Card() {
		return
	}
	var left []string
	for _, c := range s.View.Room.Clauses {
		if unsettled(c) && !s.stands(exercise.Subject(c.ID)) {
			left = append(left, string(c.ID)+bound+"("+strings.ReplaceAll(s.short(c).words(), " ", bound)+")")
		}
	}
	if len(left) > 0 {
		d.Text(3, s.in(theme.Strong).Say("Remaining: %s", plain(strings.Join(left, ", "))))
	}
}

// unsettled says that a clause still waits to be agreed, deferred or deleted.
func unsettled(c exercise.ClauseView) bool {
	return c.State == exercise.ClauseDraft || c.State == exercise.ClauseOpen || c.State == exercise.ClauseReopened
}

// stands says that something is being decided.
func (s *Sight) stands(x exercise.Subject) bool {
	return slices.ContainsFunc(s.View.Room.Standing, func(d exercise.DecisionView) bool { return d.X == x })
}

func (p *sheet) Key(s *Sight, k key) ([]Act, bool) {
	list := s.View.Room.Standing
	p.pin(s)
	at, x := p.chosen(list)
	if len(list) == 0 {
		return nil, false
	}
	name := k.String()
	switch {
	case name == "up" || name == "down":
		if x != nil {
			at = min(max(at+1-2*plus(name == "up"), 0), len(list)-1)
		}
		p.id = list[at].ID
		p.read = scroll{}
		return nil, true
	case name == "enter" && !s.Focused:
		return []Act{Take{}}, true
	case !s.Focused:
		return nil, false
	case x == nil:
		return []Act{Notice{Text: s.Say(gone)}}, name == "enter" || len(name) == 1
	}
	return p.keyOn(s, x, name)
}

// keyOn is a key for the decision in hand.
func (p *sheet) keyOn(s *Sight, x *exercise.DecisionView, name string) ([]Act, bool) {
	if p.text.turn(name) {
		return nil, true
	}
	if name == "enter" {
		return []Act{Open{Page: &decide{id: x.ID}, Focus: true}}, true
	}
	if s.View.Own.Team == "" {
		return nil, false
	}
	can := answers(x)
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > len(can) {
		return nil, false
	}
	return s.answerAtOnce(x, can[n-1]), true
}

// answerAtOnce gives an answer by one key: those that need words begin a line.
func (s *Sight) answerAtOnce(x *exercise.DecisionView, a answer) []Act {
	switch {
	case a.begins != "":
		return []Act{Prefill{Line: fmt.Sprintf(a.begins, x.X)}}
	case a.kind == exercise.NoPosition:
		return []Act{Notice{Text: s.Say("You said nothing; silence is no objection.")}}
	case a.needs != "":
		return []Act{Prefill{Line: a.lineFor(x)}}
	case s.myPosition(x).Position == a.kind && s.myPosition(x).AdRef == a.adRef:
		return []Act{Notice{Text: s.Say("That is your position already.")}}
	}
	return []Act{Submit{Command: a.command(x, "")}}
}

// Click takes a decision in hand.
func (p *sheet) Click(_ *Sight, target string) []Act {
	if id, ok := strings.CutPrefix(target, targetRow); ok {
		p.id, p.read = exercise.DecisionID(id), scroll{}
		return []Act{Take{}}
	}
	return nil
}

func (p *sheet) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *sheet) Hints(s *Sight) []Hint {
	_, x := p.chosen(s.View.Room.Standing)
	switch {
	case x == nil:
		return []Hint{{"/text", s.Say("the draft"), "text"}}
	case !s.Focused:
		return []Hint{{"Up/Down", s.Say("decision"), ""}, {"Enter", s.Say("answer"), ""}}
	case s.View.Own.Team == "":
		return append([]Hint{{"Enter", s.Say("all of it"), ""}}, p.text.hints(s)...)
	}
	var hints []Hint
	if s.Width < footerHolds {
		return []Hint{{"1-" + strconv.Itoa(len(answers(x))), s.Say("answer"), ""}, {"Enter", s.Say("all of it"), ""}, {"Up/Down", s.Say("decision"), ""}}
	}
	for i, a := range answers(x) {
		hints = append(hints, Hint{strconv.Itoa(i + 1), s.Say(a.short), ""})
	}
	return append(append(hints, Hint{"Enter", s.Say("all of it"), ""}), p.text.hints(s)...)
}
