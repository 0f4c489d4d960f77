package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// threeFrom is the width from which the feed stands beside the clause.
const threeFrom = 150

// table is the home page of the table phase: the clause in hand above what is
// said, with the rail of clauses and teams beside them where there is room.
type table struct {
	read  feedPane
	text  scroll
	point exercise.PointID // chosen, while the page has the focus
	open  exercise.PointID // spelled out
	view  textView
}

func (*table) Name(*Sight) string { return "" }

// Whole says that the feed is part of the page.
func (*table) Whole() {}

func (t *table) Draw(s *Sight) Area {
	switch {
	case s.Card():
		return Area{Lines: t.card(s)}
	case s.Wide() && s.Width >= threeFrom:
		return Area{Lines: t.three(s)}
	case s.Wide():
		return Area{Lines: t.two(s)}
	}
	return Area{Lines: t.single(s)}
}

// feed draws the feed alone, for what takes the rest of the page.
func (t *table) feed(s *Sight, width, height int) []string {
	feed := s.View.Room.Feed
	return s.Cache.Lines(s.View.Room, paneKey{pane: "feed", width: width, height: height, theme: s.Theme, lang: s.Lang, from: t.read.upTo(feed)},
		func() []string { return t.read.draw(s, feed, width, height) })
}

// clause draws the clause in hand, as long as it is.
func (t *table) clause(s *Sight, width int) []string {
	c := s.ClauseView()
	key := paneKey{pane: "clause", width: width, height: s.Height, theme: s.Theme, lang: s.Lang, chosen: t.shown(s)}
	shot := clauseShot{chosen: t.marked(s), open: t.open, view: t.view, air: true}
	return t.cache(s).Lines(s.View.Room, key, func() []string {
		lines := s.clauseLines(c, shot, width)
		if len(lines) > s.clauseRoom() && !s.Theme.Large {
			shot.air = false
			lines = s.clauseLines(c, shot, width)
		}
		return s.filled(lines, c, shot, width)
	})
}

// shown names what the page shows of the draft, to tell its panes apart.
func (t *table) shown(s *Sight) string {
	return strings.Join([]string{string(s.Clause), string(t.marked(s)), string(t.open), string(t.view)}, " ")
}

// cache is the room's, but for a view that is the seat's own.
func (t *table) cache(s *Sight) *Cache {
	if t.view == asMine {
		return nil
	}
	return s.Cache
}

// clauseRoom is how many lines of a column the clause may take from the feed.
func (s *Sight) clauseRoom() int {
	if s.Width >= threeFrom {
		return s.Height
	}
	return max(s.Height*6/10, s.Height-9, 1)
}

// window is the part of a clause that is in sight.
func (t *table) window(s *Sight, clause []string, height int) []string {
	lines := t.text.window(s, clause, height)
	below := len(clause) - t.text.from - height
	if below <= 0 || height < 2 {
		return lines
	}
	what := s.Count(below+1, "%d line below: Tab, then PgDn", "%d lines below: Tab, then PgDn")
	if s.Focused {
		what = s.linesBelow(below + 1)
	}
	lines[len(lines)-1] = s.more(what, s.Width)
	return lines
}

// marked is the point that is shown as chosen: only while keys go to the page.
func (t *table) marked(s *Sight) exercise.PointID {
	if !s.Focused {
		return ""
	}
	return t.point
}

// stack draws clause over feed in one column, with a line between them if there
// is something to say.
func (t *table) stack(s *Sight, between string, width, height int) []string {
	clause := t.clause(s, width)
	lines := append([]string(nil), t.window(s, clause, min(len(clause), s.clauseRoom()))...)
	if between != "" {
		lines = append(lines, between)
	}
	if height-len(lines) > 2 {
		lines = append(lines, s.rule(s.atHome(), width))
	}
	return append(lines, t.feed(s, width, height-len(lines))...)
}

// single is one column under the folded rail.
func (t *table) single(s *Sight) []string {
	rail := s.foldedRail(s.Clause, t.railRoom(s))
	head := []string{spread(rail, s.forYouCount(), s.Width, "")}
	if line := s.proceedingsLine(s.Width); line != "" || s.airy() {
		head = append(head, line)
	}
	return append(head, t.stack(s, "", s.Width, s.Height-len(head))...)
}

// railRoom is how many cells the folded rail has.
func (t *table) railRoom(s *Sight) int { return s.Width - 14 }

// forYouCount is how many things ask for this seat, for one line.
func (s *Sight) forYouCount() string {
	n := len(s.View.Own.ForYou)
	if n == 0 {
		return ""
	}
	return s.Theme.Paint(theme.Alert, theme.MarkAlert) + s.Theme.Paint(theme.Strong, " "+s.Say("for you: %d", n))
}

// two is the rail beside the column. What is the seat's own stands in the rail
// below the teams; all other lines are the room's and shared.
func (t *table) two(s *Sight) []string {
	right := min(s.Width-s.railWidth()-3, maxColumn+4)
	clause, feed := t.clause(s, right), s.View.Room.Feed
	t.window(s, clause, min(len(clause), s.clauseRoom()))
	key := paneKey{
		pane: "table", width: s.Width, height: s.Height, theme: s.Theme, lang: s.Lang, from: t.read.upTo(feed)*1000 + t.text.from,
		chosen: t.shown(s),
	}
	lines := t.cache(s).Lines(s.View.Room, key, func() []string {
		rail, all := s.rail(s.Clause, s.railWidth())
		said := ""
		if !all {
			said = s.proceedingsLine(right)
		}
		return s.columns(rail, t.stack(s, said, right, s.Height), s.railWidth(), s.Height)
	})
	return s.withOwn(lines, right)
}

// withOwn puts what asks for this seat into the free rows of the rail.
func (s *Sight) withOwn(lines []string, right int) []string {
	rail, _ := s.rail(s.Clause, s.railWidth())
	used := len(rail) + 1
	own := s.forYou(s.railWidth(), s.Height-used)
	if agenda := s.agendaRail(s.railWidth()); len(own)+1+len(agenda) <= s.Height-used {
		if len(own) > 0 {
			own = append(own, "")
		}
		own = append(own, agenda...)
	}
	if len(own) == 0 {
		return lines
	}
	out := append([]string(nil), lines...)
	for i, line := range own {
		y := used + i
		out[y] = fit(line, s.railWidth(), "") + cutLeft(out[y], s.railWidth())
	}
	return out
}

// three is rail, clause and feed side by side.
func (t *table) three(s *Sight) []string {
	text := min((s.Width-s.railWidth()-6)/2, maxColumn)
	feed := min(s.Width-s.railWidth()-6-text, maxColumn+20)
	key := paneKey{
		pane: "table3", width: s.Width, height: s.Height, theme: s.Theme, lang: s.Lang, from: t.read.upTo(s.View.Room.Feed)*1000 + t.text.from,
		chosen: t.shown(s),
	}
	clause := t.window(s, t.clause(s, text), s.Height)
	lines := t.cache(s).Lines(s.View.Room, key, func() []string {
		said := append([]string{s.Theme.Paint(theme.Strong, s.atHome()), ""}, t.feed(s, feed, s.Height-2)...)
		rail, all := s.rail(s.Clause, s.railWidth())
		if line := s.proceedingsLine(feed); !all && line != "" {
			said[1] = line
		}
		return s.columns(rail, s.columns(clause, said, text, s.Height), s.railWidth(), s.Height)
	})
	return s.withOwn(lines, text)
}

// card is the paragraph in hand, and the last words at the table where it
// leaves room.
func (t *table) card(s *Sight) []string {
	d := s.Draw()
	if p := s.paraInHand(); p != nil {
		d.Hang(s.Theme.Paint(theme.Strong, string(p.ID))+"  ", append(s.paraRuns(t.view, p, s.reader(t.marked(s))), s.besidePara(s.ClauseView(), p.ID)...))
	}
	feed := s.View.Room.Feed
	n := t.read.upTo(feed)
	if n == 0 || s.Height-d.Rows() < 1 {
		return t.window(s, d.Lines(), s.Height)
	}
	last := s.Draw()
	last.Text(0, append(append(s.atTable(feed[n-1]), run{theme.Body, ": "}), feedRuns(s, feed[n-1])...))
	room := s.Height - d.Rows()
	if last.Rows() > room {
		last.lines[room-1] = cut(last.lines[room-1]+" "+last.lines[room], s.Width, s.Theme.Glyphs.Waiting)
	}
	last.lines = last.lines[:min(last.Rows(), room)]
	d.Add(make([]string, room-last.Rows())...)
	d.Add(last.lines...)
	return d.Lines()
}

// paraInHand is the first paragraph of the clause in hand that has a point
// open, else its first.
func (s *Sight) paraInHand() *exercise.ParaView {
	c := s.ClauseView()
	if c == nil || len(c.Paras) == 0 {
		return nil
	}
	for i := range c.Paras {
		if len(pointsIn(c.Paras[i].Nodes)) > 0 {
			return &c.Paras[i]
		}
	}
	return &c.Paras[0]
}

// Key chooses clauses from the input line, and points while the page has the
// focus; Enter spells the chosen point out.
func (t *table) Key(s *Sight, k key) ([]Act, bool) {
	switch k.String() {
	case "up", "left":
		return t.step(s, -1), true
	case "down", "right":
		return t.step(s, +1), true
	case "enter":
		if !s.Focused {
			return []Act{Take{}}, true
		}
		t.spell(s)
		return nil, true
	case "y":
		if s.Focused {
			return s.copyClause(t.view), true
		}
	case "c", "b":
		return s.chairAt(k.String())
	case "v":
		if s.Focused {
			t.view, t.text = t.view.next(), scroll{}
			return nil, true
		}
	}
	return nil, false
}

// chairAt are the chair's keys on the clause in hand: its own text for the
// paragraph, and bringing the clause to everybody.
func (s *Sight) chairAt(name string) ([]Act, bool) {
	if !s.Focused || !s.View.Own.Has(exercise.Chair) {
		return nil, false
	}
	if name == "b" {
		return []Act{Type{"/bring " + string(s.Clause)}}, true
	}
	if p := s.paraInHand(); p != nil {
		return []Act{Prefill{"/chair-text " + string(p.ID) + ` "`}}, true
	}
	return nil, true
}

func (t *table) step(s *Sight, by int) []Act {
	if s.Focused {
		points := pointsOf(s.ClauseView())
		if len(points) == 0 {
			return []Act{Notice{Text: s.Say("No point is open in this clause. Esc, then Up or Down, chooses another.")}}
		}
		t.point = points[step(points, by, func(p *exercise.PointView) bool { return p.ID == t.point })].ID
		return nil
	}
	clauses := s.View.Room.Clauses
	if len(clauses) == 0 {
		return nil
	}
	return t.choose(clauses[step(clauses, by, func(c exercise.ClauseView) bool { return c.ID == s.Clause })].ID)
}

// choose takes a clause in hand and shows it from its beginning.
func (t *table) choose(id exercise.ClauseID) []Act {
	t.open, t.text = "", scroll{}
	return []Act{Choose{Clause: id}}
}

// step finds the neighbour of the element that is now chosen; the first where
// none is.
func step[T any](list []T, by int, now func(T) bool) int {
	for i, x := range list {
		if now(x) {
			return min(max(i+by, 0), len(list)-1)
		}
	}
	return 0
}

func (t *table) spell(s *Sight) {
	if t.point == "" {
		t.step(s, +1)
	}
	if t.open == t.point {
		t.open = ""
	} else {
		t.open = t.point
	}
}

// Scroll reads back in the feed, or in the clause while the page has the focus.
func (t *table) Scroll(s *Sight, by int) {
	if s.Focused {
		t.text.move(by)
		return
	}
	t.read.scroll(s, s.View.Room.Feed, by)
}

func (t *table) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", s.Say("clause"), ""}}
	}
	list := []Hint{{"Up/Down", s.Say("point"), ""}, {"Enter", s.Say("who says what"), ""}, {"v", s.Say(t.view.next().word()), "text"}}
	if s.View.Own.Has(exercise.Chair) {
		return append(list, Hint{"b", "bring it", "bring"}, Hint{"c", "chair's text", "chair-text"})
	}
	return append(list, Hint{"y", s.Say("copy the clause"), ""})
}
