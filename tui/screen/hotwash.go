package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// hotWash is the protected slot after play: one question at a time, answered
// unseen; then all answers together, without names, with three votes to give.
type hotWash struct {
	rows  rowList
	votes []int  // chosen and not yet given
	said  string // the answer this session gave to the open question
	to    int    // the question it answered
}

func newHotWash() *hotWash { return &hotWash{} }

func (h *hotWash) Name(s *Sight) string { return s.Say("Hot wash") }

func (h *hotWash) Draw(s *Sight) Area {
	d := s.Draw()
	v := s.View.Room.HotWash
	switch {
	case v == nil || v.Question == "" && len(v.Boards) == 0:
		d.Text(1, s.in(theme.Body).Say("What did you see today? Control opens the questions one at a time; all answer at once and unseen."))
	case v.Question != "":
		d.Text(1, runs{{theme.Strong, fmt.Sprintf("%d. %s", v.Number, v.Question)}, {theme.Alert, "   " + mmss(v.Until-s.Now)}})
		if !s.watches() {
			d.Text(1, h.answered(s, v))
		}
	}
	d.Gap()
	inner := *s
	inner.Height = max(s.Height-d.Rows(), 0)
	if inner.size == wide {
		inner.size = narrow // answers are read in one column
	}
	top := d.Rows()
	list := h.rows.area(&inner, h.boards(&inner))
	d.Add(list.Lines...)
	area := d.Area()
	if list.Cursor != nil {
		area.Cursor = &Spot{X: list.Cursor.X, Y: list.Cursor.Y + top}
	}
	return area
}

// answered tells what has become of one's own answer.
func (h *hotWash) answered(s *Sight, v *exercise.HotWashView) runs {
	if h.said != "" && h.to == v.Number {
		return s.in(theme.Muted).Say("You answered: “%s” Nobody sees who wrote it.", plain(h.said))
	}
	return s.in(theme.Muted).Say("Answer below. All answers appear together when the time is over; nobody sees who wrote which.")
}

// boards are the questions with their answers, the newest first.
func (h *hotWash) boards(s *Sight) []listRow {
	v := s.View.Room.HotWash
	if v == nil {
		return nil
	}
	var rows []listRow
	for i := len(v.Boards) - 1; i >= 0; i-- {
		b := v.Boards[i]
		title := s.DrawWide(min(s.rowWidth(0), maxColumn))
		title.Gap()
		title.Hang(s.Theme.Paint(theme.Strong, fmt.Sprintf("%d. ", i+1)), runs{{theme.Strong, b.Question}})
		rows = append(rows, listRow{lines: append([]string{""}, title.Lines()...)})
		if len(b.Answers) == 0 {
			rows = append(rows, listRow{lines: s.row(0, muted("   "+s.Say("Nobody answered.")))})
		}
		for _, a := range b.Answers {
			mark := blanks(2)
			if slices.Contains(h.votes, a.N) {
				mark = s.Theme.Glyphs.Done + " "
			}
			d := s.DrawWide(min(s.rowWidth(0), maxColumn) - 9)
			d.Hang(s.Theme.Paint(theme.Strong, fmt.Sprintf("%s%2d  ", mark, a.N)), plain(a.Text))
			lines := d.Lines()
			if a.Votes > 0 {
				lines[0] = spread(lines[0], s.Theme.Paint(theme.Muted, s.Count(a.Votes, "%d vote", "%d votes")), d.width+9, "")
			}
			rows = append(rows, listRow{id: fmt.Sprint(a.N), lines: lines})
		}
	}
	return rows
}

func (h *hotWash) Key(s *Sight, k key) ([]Act, bool) {
	rows := h.boards(s)
	if s.Focused && s.voting() {
		switch k.String() {
		case "space":
			return h.toggle(s, rows), true
		case "v", "enter":
			return h.give(s), true
		}
	}
	return h.rows.key(s, k, rows)
}

// toggle gives or takes the mark of the chosen answer; three at most.
func (h *hotWash) toggle(s *Sight, rows []listRow) []Act {
	i := h.rows.chosen(rows)
	if i < 0 {
		return nil
	}
	var n int
	fmt.Sscan(rows[i].id, &n)
	if at := slices.Index(h.votes, n); at >= 0 {
		h.votes = slices.Delete(h.votes, at, at+1)
		return nil
	}
	if len(h.votes) == 3 {
		return []Act{Notice{s.Say("You have three votes. Space on a marked answer takes one away.")}}
	}
	h.votes = append(h.votes, n)
	return nil
}

// give gives the votes as they are marked; they replace those given before.
func (h *hotWash) give(s *Sight) []Act {
	if len(h.votes) == 0 {
		return []Act{Notice{s.Say("Mark up to three answers with Space first.")}}
	}
	return []Act{Submit{Command: exercise.Vote{Answers: slices.Clone(h.votes)}, Then: func(refusal error) []Act {
		if refusal != nil {
			return nil
		}
		return []Act{Notice{s.Say("Your votes are given. You may change them until the hot wash ends.")}}
	}}}
}

func (h *hotWash) Click(_ *Sight, target string) []Act { return h.rows.click(target) }

func (h *hotWash) Scroll(_ *Sight, by int) { h.rows.scroll(by) }

func (h *hotWash) Hints(s *Sight) []Hint {
	switch {
	case !s.voting():
		return []Hint{{"/export", s.Say("my copy"), "export"}}
	case len(s.View.Room.HotWash.Boards) == 0:
		return nil
	case !s.Focused:
		return []Hint{{"/vote", s.Say("by number"), "vote"}}
	}
	return []Hint{{"Space", s.Say("mark"), ""}, {"v", s.Count(len(h.votes), "give %d vote", "give %d votes"), "vote"}, {"Up/Down", s.Say("choose"), ""}}
}

// Counting: an open question runs down by the second.
func (h *hotWash) Counting(s *Sight) bool {
	v := s.View.Room.HotWash
	return v != nil && v.Question != "" && v.Until > s.Now
}

// voting says that votes are still taken.
func (s *Sight) voting() bool {
	return s.View.Room.Phase == exercise.HotWash && s.View.Room.HotWash != nil
}

// Speech answers the open question. The server keeps the answer unseen.
func (h *hotWash) Speech(s *Sight) Speech {
	v := s.View.Room.HotWash
	if v == nil || v.Question == "" {
		return Speech{Slot: "reflect", Refusal: s.Say("No question is open now. Vote on the answers with %s, or wait for the next question.", "/vote")}
	}
	if s.watches() {
		return Speech{Slot: "reflect", Refusal: s.Say("Only those who play answer. All answers appear together when the time is over.")}
	}
	return Speech{Prompt: s.Say("Your answer, unseen by all"), Enter: s.Say("answer"), Slot: "reflect", Send: func(text string) []Act {
		text = strings.TrimSpace(text)
		return []Act{Ask{Query: action.Query{Name: "reflect", Args: []string{text}}, Then: func(refusal error) []Act {
			if refusal == nil {
				h.said, h.to = text, v.Number
			}
			return nil
		}}}
	}}
}
