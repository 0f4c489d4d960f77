package screen

import "kefi/exercise"

// minutesList is the minutes in hand: a mark or note goes to the chosen entry;
// while none is chosen the newest is in sight and a note stands by itself.
type minutesList struct {
	no     string // the chosen entry; empty follows the newest
	first  int    // index of the first entry in sight
	back   bool   // the reader has scrolled away from the chosen entry
	last   string // the mark that Space repeats
	sought string // only entries that hold this; empty shows all
}

// feed are the entries that are listed.
func (m *minutesList) feed(s *Sight) []exercise.Line {
	if m.sought == "" {
		return s.View.Room.Feed
	}
	return s.View.Find(m.sought)
}

// pin chooses the newest entry once the list has the keys, so that what arrives
// cannot slip under a mark.
func (m *minutesList) pin(s *Sight, feed []exercise.Line) {
	if s.Focused && m.no == "" && len(feed) > 0 {
		m.no = feed[len(feed)-1].No
	}
}

// at is the index of the chosen entry, or of the newest.
func (m *minutesList) at(feed []exercise.Line) int {
	for i := len(feed) - 1; i >= 0; i-- {
		if feed[i].No == m.no {
			return i
		}
	}
	return len(feed) - 1
}

// draw gives the entries in sight and says where the chosen one stands. Only
// those are drawn: the minutes of a long play are long.
func (m *minutesList) draw(s *Sight, width, height int) ([]string, *Spot) {
	feed := m.feed(s)
	m.pin(s, feed)
	if len(feed) == 0 {
		d := s.DrawWide(width)
		d.Text(1, muted("Nothing has been said yet. Every line of the table will stand here."))
		return d.Lines(), nil
	}
	at := m.at(feed)
	if !m.back {
		m.reveal(s, feed, at, width, height)
	}
	m.first = min(max(m.first, 0), len(feed)-1)
	var lines []string
	var spot *Spot
	i := m.first
	for ; i < len(feed) && len(lines) < height; i++ {
		if i == at && m.no != "" && s.Focused {
			spot = &Spot{Y: len(lines)}
		}
		lines = append(lines, s.minute(feed[i], i == at && m.no != "", width)...)
	}
	if below := len(feed) - i; (below > 0 || len(lines) > height) && height > 1 {
		lines = append(lines[:min(len(lines), height-1)], s.more(entries(max(below, 1))+" below: PgDn", width))
	}
	return lines, spot
}

// reveal moves the first entry so that the one at index at can be seen.
func (m *minutesList) reveal(s *Sight, feed []exercise.Line, at, width, height int) {
	rows, i := 0, at
	for ; i >= 0; i-- {
		rows += len(s.minute(feed[i], false, width))
		if rows > height {
			break
		}
	}
	lowest := min(i+1, at)
	if m.no == "" || m.first < lowest {
		m.first = lowest
	}
	m.first = min(m.first, at)
}

func (m *minutesList) key(s *Sight, k key) ([]Act, bool) {
	feed, name := m.feed(s), k.String()
	m.pin(s, feed)
	switch name {
	case "up", "down":
		m.step(feed, map[string]int{"up": -1, "down": 1}[name])
		return nil, true
	}
	if !s.Focused || len(feed) == 0 {
		return nil, false
	}
	no := "#" + feed[m.at(feed)].No
	switch name {
	case "space":
		return []Act{Type{"/mark " + no + " " + m.last}}, true
	case "o":
		return []Act{Prefill{"/mark " + no + " objective "}}, true
	case "e":
		return []Act{Prefill{"/correct " + no + ` "`}}, true
	case "esc":
		m.no = "" // and the shell takes the focus back
		return nil, false
	}
	for _, mark := range markKeys {
		if mark.key == name {
			m.last = mark.kind
			return []Act{Type{"/mark " + no + " " + mark.kind}}, true
		}
	}
	return nil, false
}

// step chooses the entry before or after; past the newest it follows again.
func (m *minutesList) step(feed []exercise.Line, by int) {
	if len(feed) == 0 {
		return
	}
	at := m.at(feed)
	m.back = false
	switch {
	case m.no == "" && by < 0:
		m.no = feed[at].No
	case m.no == "":
	case at+by >= len(feed):
		m.no = ""
	default:
		m.no = feed[max(at+by, 0)].No
	}
}

func (m *minutesList) scroll(s *Sight, by int) {
	feed := m.feed(s)
	m.back = true
	m.first = min(max(m.first+by, 0), max(len(feed)-1, 0))
	if by > 0 && m.first >= m.at(feed) {
		m.back = false
	}
}

// foundPage is the minutes with the entries only that hold what was sought.
// Marks work on them as at the desk; Enter shows one among the others.
type foundPage struct {
	desk    *desk
	minutes minutesList
}

// find opens the entries that hold the words.
func (sh *Shell) find(words string) []Act {
	d := sh.desk()
	if d == nil {
		return []Act{Notice{"Only the recorder's desk finds entries."}}
	}
	if len(sh.view.Find(words)) == 0 {
		return []Act{Notice{"No entry holds “" + words + "”."}}
	}
	return []Act{Open{Page: &foundPage{desk: d, minutes: minutesList{last: d.minutes.last, sought: words}}, Focus: true}}
}

func (p *foundPage) Name(*Sight) string { return "Found" }

// Whole says that the minutes are part of the page.
func (p *foundPage) Whole() {}

func (p *foundPage) Draw(s *Sight) Area {
	feed := p.minutes.feed(s)
	title := s.rule(entries(len(feed))+" with “"+p.minutes.sought+"”", s.Width)
	lines, spot := p.minutes.draw(s, s.Width, max(s.Height-1, 1))
	if spot != nil {
		spot.Y++
	}
	return Area{Lines: append([]string{title}, lines...), Cursor: spot}
}

func (p *foundPage) Key(s *Sight, k key) ([]Act, bool) {
	p.minutes.pin(s, p.minutes.feed(s))
	if s.Focused && k.String() == "enter" && p.minutes.no != "" {
		p.desk.show(p.minutes.no)
		return []Act{Close{p}, Take{}}, true
	}
	return p.minutes.key(s, k)
}

func (p *foundPage) Scroll(s *Sight, by int) { p.minutes.scroll(s, by) }

func (p *foundPage) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", "choose an entry", ""}, {"Esc", "all minutes", ""}}
	}
	return []Hint{{"Enter", "show among the others", ""}, {"Space", p.minutes.last, "mark"}, {"d q r a i s o", "marks", "mark"}, {"Esc", "all minutes", ""}}
}

// Speech writes a note on the chosen entry.
func (p *foundPage) Speech(s *Sight) Speech {
	one := desk{minutes: p.minutes}
	return one.Speech(s)
}
