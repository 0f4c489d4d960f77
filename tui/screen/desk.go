package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// desk is the recorder's: the minutes as they grow, with marks by one key and a
// line for notes, and four lists beside them. Each has a number; where there is
// no room for all, one is in sight and a line names the others.
type desk struct {
	shown   int // the pane in sight, one of those below
	minutes minutesList
	lists   [exportPane + 1]rowList
}

// The panes of the desk, by the number that turns to them.
const (
	minutesPane = iota + 1
	decisionsPane
	marksPane
	checksPane
	exportPane
)

func newDesk() *desk { return &desk{shown: minutesPane, minutes: minutesList{last: "quote"}} }

func (p *desk) Name(*Sight) string { return "Recorder's desk" }

// Whole says that the minutes are part of the page.
func (p *desk) Whole() {}

func (p *desk) Draw(s *Sight) Area {
	if s.Wide() {
		return p.wide(s)
	}
	head := []string{p.tabs(s)}
	foot := p.foot(s)
	inner := *s
	inner.Height = max(s.Height-len(head)-len(foot), 1)
	body := p.pane(&inner, s.Width)
	area := Area{Lines: append(append(head, sized(body.Lines, inner.Height)...), foot...)}
	if body.Cursor != nil {
		area.Cursor = &Spot{X: body.Cursor.X, Y: body.Cursor.Y + len(head)}
	}
	return area
}

// wide shows the pane in hand, all others in short beside it, and under both
// how the minutes are taken away.
func (p *desk) wide(s *Sight) Area {
	left := s.deskLeft()
	band := s.exportBand()
	inner := *s
	inner.Height = s.Height - len(band) - 1
	body := p.pane(&inner, left)
	lines := append([]string{p.title(s, left)}, body.Lines...)
	area := Area{Lines: s.columns(lines, s.deskAside(s.Width-3-left, s.Height-len(band), p.shown), left, s.Height-len(band))}
	area.Lines = append(area.Lines, band...)
	if body.Cursor != nil {
		area.Cursor = &Spot{X: body.Cursor.X, Y: body.Cursor.Y + 1}
	}
	return area
}

// pane draws the pane in sight.
func (p *desk) pane(s *Sight, width int) Area {
	if p.shown == minutesPane {
		lines, spot := p.minutes.draw(s, width, s.Height)
		return Area{Lines: lines, Cursor: spot}
	}
	one := s.onePane(width)
	return p.lists[p.shown].area(one, p.rows(one))
}

// listSight is what a list is given: one pane, as wide as it is drawn.
func (p *desk) listSight(s *Sight) *Sight {
	if s.Wide() {
		return s.onePane(s.deskLeft())
	}
	return s.onePane(s.Width)
}

// deskLeft is how wide the pane in hand is in a wide window.
func (s *Sight) deskLeft() int { return (s.Width - 3) * 13 / 20 }

// rows are those of the list in sight.
func (p *desk) rows(s *Sight) []listRow {
	switch p.shown {
	case decisionsPane:
		return p.decisionRows(s)
	case marksPane:
		return p.markRows(s)
	case checksPane:
		return p.checkRows(s)
	}
	return p.exportRows(s)
}

// title stands over the pane in hand in a wide window.
func (p *desk) title(s *Sight, width int) string {
	left := s.Theme.Paint(theme.Strong, fmt.Sprintf("%d %s", p.shown, paneNames[p.shown]))
	right := s.current()
	if p.shown != minutesPane {
		right = "1 back to the minutes"
	}
	return spread(left, s.Theme.Paint(theme.Muted, right), width-1, s.Theme.Glyphs.Waiting)
}

// current says how much there is, and how far this screen is behind the table.
func (s *Sight) current() string {
	return entries(len(s.View.Room.Feed)) + " " + s.Theme.Glyphs.Dot + " " + s.lag()
}

func (s *Sight) lag() string { return fmt.Sprintf("%d s behind", s.Behind/1000) }

func entries(n int) string { return counted(n, "entry") }

var paneNames = map[int]string{minutesPane: "Minutes", decisionsPane: "Decisions", marksPane: "Marks", checksPane: "To check", exportPane: "Export"}

// waitingAt counts what each pane holds; the minutes and the export count nothing.
func (s *Sight) waitingAt(pane int) int {
	switch pane {
	case decisionsPane:
		return len(s.View.Room.Decisions)
	case marksPane:
		return len(s.View.Own.Recorder.Marks)
	case checksPane:
		return len(s.toCheck())
	}
	return 0
}

// tabs names the panes with what they hold, the one in sight in brackets. Where
// there is no room for the names only that one has its name.
func (p *desk) tabs(s *Sight) string {
	for _, named := range []bool{true, false} {
		line := p.tabLine(s, named)
		if cells(line) <= s.Width || !named {
			return spread(line, s.Theme.Paint(theme.Muted, s.currentIn(s.Width-cells(line)-3)), s.Width, "")
		}
	}
	return ""
}

// currentIn is as much of it as there is room for.
func (s *Sight) currentIn(width int) string {
	for _, text := range []string{s.current(), s.lag()} {
		if cells(text) <= width {
			return text
		}
	}
	return ""
}

func (p *desk) tabLine(s *Sight, named bool) string {
	var tabs []string
	for pane := minutesPane; pane <= exportPane; pane++ {
		label := fmt.Sprint(pane)
		if named || pane == p.shown {
			label += " " + paneNames[pane]
		}
		n := s.waitingAt(pane)
		switch {
		case pane == p.shown:
			tabs = append(tabs, s.Theme.Paint(theme.Chosen, "["+label+"]"))
		case n > 0 && pane == checksPane:
			tabs = append(tabs, label+s.Theme.Paint(theme.Alert, fmt.Sprintf(" %s%d", theme.MarkAlert, n)))
		case n > 0 && named:
			tabs = append(tabs, fmt.Sprintf("%s %d", label, n))
		default:
			tabs = append(tabs, label)
		}
	}
	return strings.Join(tabs, "  ")
}

func (p *desk) Key(s *Sight, k key) ([]Act, bool) {
	if s.Focused {
		if acts, taken := p.anyPane(s, k); taken {
			return acts, true
		}
	}
	if p.shown == minutesPane {
		return p.minutes.key(s, k)
	}
	if s.Focused && k.String() == "esc" {
		p.shown = minutesPane
		return nil, true
	}
	if e, ok := exportBy(k.String()); ok && s.Focused && p.shown == exportPane {
		return []Act{Type{"/export " + e.Name}}, true
	}
	one := p.listSight(s)
	return p.lists[p.shown].key(one, k, p.rows(one))
}

// anyPane are the keys that every pane has.
func (p *desk) anyPane(s *Sight, k key) ([]Act, bool) {
	switch k.String() {
	case "1", "2", "3", "4", "5":
		p.shown = int(k.String()[0] - '0')
	case "x":
		p.shown = exportPane
	case "n":
		return []Act{Open{Page: &namingPage{}, Focus: true}}, true
	case "u":
		return []Act{Type{"/undo"}}, true
	default:
		return nil, false
	}
	return nil, true
}

// desk is the desk nearest to what is in sight; nil where the seat has none.
func (sh *Shell) desk() *desk {
	for i := len(sh.stack) - 1; i >= 0; i-- {
		if d, ok := sh.stack[i].(*desk); ok {
			return d
		}
	}
	d, _ := sh.home.(*desk)
	return d
}

// toChecks turns the desk to what is to be checked.
func (sh *Shell) toChecks() []Act {
	d := sh.desk()
	switch {
	case d == nil:
		return sh.do([]Act{Notice{"Only the recorder's desk has checks."}})
	case sh.page() != Page(d):
		d = newDesk()
		defer sh.do([]Act{Open{Page: d, Focus: true}})
	}
	d.shown, sh.focused = checksPane, true
	return nil
}

// openExport opens how a copy is taken: a pane of the recorder's desk, else a page.
func (sh *Shell) openExport() []Act {
	if d, ok := sh.page().(*desk); ok {
		d.shown, sh.focused = exportPane, true
		return []Act{}
	}
	return []Act{Open{Page: &ownCopy{}, Focus: true}}
}

// show turns to an entry of the minutes.
func (p *desk) show(no string) {
	p.shown = minutesPane
	p.minutes.no, p.minutes.back = no, false
}

func (p *desk) Scroll(s *Sight, by int) {
	if p.shown == minutesPane {
		p.minutes.scroll(s, by)
		return
	}
	p.lists[p.shown].scroll(by)
}

func (p *desk) Hints(s *Sight) []Hint {
	if p.shown != minutesPane {
		one := p.listSight(s)
		hints := p.lists[p.shown].hints(one, p.rows(one))
		if s.Focused && p.shown == exportPane {
			hints = append(hints, Hint{"m w p h …", "formats", "export"})
		}
		if s.Focused {
			hints = append(hints, Hint{"1-5", "panes", "page"}, Hint{"Esc", "minutes", ""})
		}
		return hints
	}
	if !s.Focused {
		return []Hint{{"Up/Down", "choose an entry", ""}}
	}
	return []Hint{
		{"Space", p.minutes.last, "mark"},
		{"d q r a i s o", "marks", "mark"},
		{"e", "correct", "correct"},
		{"u", "undo", "undo"},
		{"1-5", "panes", "page"},
		{"n", "names", "names"},
		{"x", "export", "export"},
	}
}

// Speech writes a note, beside the chosen entry if there is one.
func (p *desk) Speech(*Sight) Speech {
	no := p.minutes.no
	prompt := "Private note"
	if no != "" {
		prompt += " on #" + no
	}
	return Speech{
		Prompt: prompt, Enter: "note", Slot: "note",
		Send: spoken(func(words exercise.Text) exercise.Command { return exercise.Note{No: no, Words: words} }),
	}
}

// Counting: how far the screen is behind is told anew with every entry only.
func (p *desk) Counting(*Sight) bool { return false }
