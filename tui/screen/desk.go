package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// desk is the recorder's: the minutes as they grow, with marks by one key, and
// a line for notes. A mark or note goes to the chosen entry; while none is
// chosen the newest is in sight and a note stands by itself.
type desk struct {
	no    string // the chosen entry; empty follows the newest
	first int    // index of the first entry in sight
	back  bool   // the reader has scrolled away from the chosen entry
	last  string // the mark that Space repeats
}

func newDesk() *desk { return &desk{last: "quote"} }

func (p *desk) Name(*Sight) string { return "Recorder's desk" }

// Whole says that the minutes are part of the page.
func (p *desk) Whole() {}

func (p *desk) Draw(s *Sight) Area {
	p.pin(s)
	if s.Wide() {
		left := (s.Width - 3) * 13 / 20
		minutes, spot := p.minutes(s, left, s.Height)
		right := s.deskAside(s.Width - 3 - left)
		return Area{Lines: s.columns(minutes, right, left, s.Height), Cursor: spot}
	}
	foot := s.deskFoot()
	minutes, spot := p.minutes(s, s.Width, max(s.Height-len(foot), 1))
	return Area{Lines: append(sized(minutes, max(s.Height-len(foot), 1)), foot...), Cursor: spot}
}

// pin chooses the newest entry once the list has the keys, so that what arrives
// cannot slip under a mark.
func (p *desk) pin(s *Sight) {
	feed := s.View.Room.Feed
	if s.Focused && p.no == "" && len(feed) > 0 {
		p.no = feed[len(feed)-1].No
	}
}

// at is the index of the chosen entry, or of the newest.
func (p *desk) at(feed []exercise.Line) int {
	for i := len(feed) - 1; i >= 0; i-- {
		if feed[i].No == p.no {
			return i
		}
	}
	return len(feed) - 1
}

// minutes draws the entries in sight and says where the chosen one stands.
// Only those are drawn: the minutes of a long play are long.
func (p *desk) minutes(s *Sight, width, height int) ([]string, *Spot) {
	feed := s.View.Room.Feed
	if len(feed) == 0 {
		d := s.DrawWide(width)
		d.Text(1, muted("Nothing has been said yet. Every line of the table will stand here."))
		return d.Lines(), nil
	}
	at := p.at(feed)
	if !p.back {
		p.reveal(s, at, width, height)
	}
	p.first = min(max(p.first, 0), len(feed)-1)
	var lines []string
	var spot *Spot
	i := p.first
	for ; i < len(feed) && len(lines) < height; i++ {
		if i == at && p.no != "" && s.Focused {
			spot = &Spot{Y: len(lines)}
		}
		lines = append(lines, s.minute(feed[i], i == at && p.no != "", width)...)
	}
	if below := len(feed) - i; (below > 0 || len(lines) > height) && height > 1 {
		lines = append(lines[:min(len(lines), height-1)], s.more(entries(max(below, 1))+" below: PgDn", width))
	}
	return lines, spot
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

// reveal moves the first entry so that the one at index at can be seen.
func (p *desk) reveal(s *Sight, at, width, height int) {
	rows, i := 0, at
	for ; i >= 0; i-- {
		rows += len(s.minute(s.View.Room.Feed[i], false, width))
		if rows > height {
			break
		}
	}
	lowest := min(i+1, at)
	if p.no == "" || p.first < lowest {
		p.first = lowest
	}
	p.first = min(p.first, at)
}

func (p *desk) Key(s *Sight, k key) ([]Act, bool) {
	p.pin(s)
	feed, name := s.View.Room.Feed, k.String()
	switch name {
	case "up", "down":
		p.step(feed, map[string]int{"up": -1, "down": 1}[name])
		return nil, true
	}
	if !s.Focused || len(feed) == 0 {
		return nil, false
	}
	no := "#" + feed[p.at(feed)].No
	switch name {
	case "space":
		return []Act{Type{"/mark " + no + " " + p.last}}, true
	case "o":
		return []Act{Prefill{"/mark " + no + " objective "}}, true
	case "e":
		return []Act{Prefill{"/correct " + no + ` "`}}, true
	case "n":
		return []Act{Write{}}, true
	case "x":
		return p.confirmRemoval(s), true
	case "esc":
		p.no = "" // and the shell takes the focus back
		return nil, false
	}
	for _, m := range markKeys {
		if m.key == name {
			p.last = m.kind
			return []Act{Type{"/mark " + no + " " + m.kind}}, true
		}
	}
	return nil, false
}

// step chooses the entry before or after; past the newest it follows again.
func (p *desk) step(feed []exercise.Line, by int) {
	if len(feed) == 0 {
		return
	}
	at := p.at(feed)
	p.back = false
	switch {
	case p.no == "" && by < 0:
		p.no = feed[at].No
	case p.no == "":
	case at+by >= len(feed):
		p.no = ""
	default:
		p.no = feed[max(at+by, 0)].No
	}
}

// confirmRemoval opens the review of the oldest removal that control asks for.
func (p *desk) confirmRemoval(s *Sight) []Act {
	waiting := s.View.Own.Recorder.Expunge
	if len(waiting) == 0 {
		return []Act{Notice{"Control has not asked to remove anything."}}
	}
	no, why, _ := strings.Cut(waiting[0], ": ")
	return []Act{Open{Focus: true, Page: &review{
		title: "Remove the words of " + no,
		says: []string{
			"Control asks to remove the words of " + no + ": " + why,
			"They are then gone for good from the record, its copies and every export. That it was done, when and why, stays in the minutes.",
		},
		yes: "Remove them", does: []Act{Type{"/confirm expunge " + no}},
	}}}
}

func (p *desk) Scroll(s *Sight, by int) {
	p.back = true
	p.first = min(max(p.first+by, 0), max(len(s.View.Room.Feed)-1, 0))
	if by > 0 && p.first >= p.at(s.View.Room.Feed) {
		p.back = false
	}
}

func (p *desk) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", "choose an entry", ""}}
	}
	hints := []Hint{{"Space", p.last, ""}, {"d q r a i s o", "marks", "mark"}, {"n", "note", "note"}, {"e", "correct", "correct"}}
	if len(s.View.Own.Recorder.Expunge) > 0 {
		hints = append([]Hint{{"x", "removal", ""}}, hints...)
	}
	return hints
}

// Speech writes a note, beside the chosen entry if there is one.
func (p *desk) Speech(*Sight) Speech {
	no := p.no
	prompt := "Private note"
	if no != "" {
		prompt += " on #" + no
	}
	return Speech{
		Prompt: prompt, Enter: "note", Slot: "note",
		Send: spoken(func(words exercise.Text) exercise.Command { return exercise.Note{No: no, Words: words} }),
	}
}
