package screen

import (
	"strconv"

	"kefi/exercise"
	"kefi/tui/theme"
)

// pollPage is a straw poll: its question, who gives which answer, and one's own.
type pollPage struct {
	menu menu
	read scroll
}

// openPoll is the poll that waits for answers; nil where none does.
func (s *Sight) openPoll() *exercise.PollView {
	for i := range s.View.Room.Polls {
		if p := &s.View.Room.Polls[i]; p.Open {
			return p
		}
	}
	return nil
}

func (*pollPage) Name(s *Sight) string { return s.Say("Straw poll") }

func (p *pollPage) Draw(s *Sight) Area {
	d := s.Draw()
	x := s.openPoll()
	if x == nil {
		d.Text(1, s.in(theme.Muted).Say("No poll is open. Its outcome stands under /agenda."))
		return d.Area()
	}
	d.Text(1, runs{{theme.Strong, x.Question}})
	d.Text(1, s.in(theme.Muted).Say("A straw poll decides nothing. The last answer of your team counts."))
	if len(x.Silent) > 0 {
		d.Gap()
		d.Text(1, s.in(theme.Muted).Say("Silent: %s", s.teamList(x.Silent)))
	}
	return p.menu.under(s, &p.read, d.Lines(), p.items(s, x))
}

// items are the answers, with the teams that have given them.
func (p *pollPage) items(s *Sight, x *exercise.PollView) []item {
	var items []item
	for _, o := range x.Options {
		gave := s.Count(len(o.Teams), "%d team", "%d teams")
		if len(o.Teams) > 0 {
			gave = s.Count(len(o.Teams), "%d team: %s", "%d teams: %s", s.names(o.Teams))
		}
		items = append(items, item{key: strconv.Itoa(o.N), words: o.Text, beside: gave, does: []Act{Type{"/poll " + strconv.Itoa(o.N)}}})
	}
	return items
}

func (p *pollPage) Key(s *Sight, k key) ([]Act, bool) {
	x := s.openPoll()
	if x == nil || k.String() == "enter" && !s.Focused {
		return nil, false
	}
	return p.menu.key(s, k, p.items(s, x))
}

func (p *pollPage) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *pollPage) Hints(s *Sight) []Hint {
	if x := s.openPoll(); x != nil && s.Focused {
		return []Hint{{"1-" + strconv.Itoa(len(x.Options)), s.Say("answer"), "poll"}, {"Enter", s.Say("the marked one"), "poll"}}
	}
	return []Hint{{"Tab", s.Say("answers"), ""}}
}
