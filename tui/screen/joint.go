package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the joint draft of a caucus, and the keys of its page.

// jointDraft is what the members would lodge together, and who has signed it.
func (s *Sight) jointDraft(d *Drawing, c *exercise.CaucusView) {
	switch {
	case s.Card():
		d.Text(0, s.in(theme.Strong).Say("Draft: %s", plain(s.phrase(c.Draft))))
	default:
		title := s.Say("Joint draft, all must sign before one lodges it")
		if c.Lodged {
			title = s.Say("Joint draft, lodged")
		}
		d.Rule(title)
		d.Text(1, plain(s.phrase(c.Draft)))
	}
	line := runs{}
	for i, t := range c.Members {
		if i > 0 {
			line = append(line, run{theme.Body, "   "})
		}
		if slices.Contains(c.Signed, t) {
			line = append(line, s.in(theme.Body).Say("%s has signed", s.TeamRuns(t))...)
			line = append(line, run{theme.Strong, bound + s.Theme.Glyphs.Done})
		} else {
			line = append(line, s.in(theme.Body).Say("%s has not signed", s.TeamRuns(t))...)
		}
	}
	d.Text(1, line)
	if !s.Card() && s.airy() && !c.Lodged {
		d.Text(1, s.in(theme.Muted).Say("Nothing here reaches the table before that. If the caucus ends first, the draft stays with its members."))
	}
}

// Key accepts an invitation, signs, edits, lodges; Left and Right turn to
// another caucus.
func (p *caucusPage) Key(s *Sight, k key) ([]Act, bool) {
	c := p.room(s)
	if c == nil || !s.Focused {
		return nil, false
	}
	p.id = c.ID // the keys are for the room that is in sight
	name := k.String()
	if name == "left" || name == "right" {
		p.turn(s, 1-2*plus(name == "left"))
		return nil, true
	}
	for _, x := range s.caucusKeys(c) {
		if x.key == name {
			return x.acts, true
		}
	}
	return nil, false
}

// turn shows the next or the previous caucus.
func (p *caucusPage) turn(s *Sight, by int) {
	list := s.View.Own.Caucuses
	i := slices.IndexFunc(list, func(c exercise.CaucusView) bool { return c.ID == p.id })
	p.id, p.chose = list[min(max(i+by, 0), len(list)-1)].ID, true
	p.read = scroll{follows: true}
}

// caucusKeys are what the seat can do in a caucus now.
func (s *Sight) caucusKeys(c *exercise.CaucusView) []does {
	in := "/caucus " + c.ID + " "
	switch {
	case s.View.Own.Team == "":
		return nil // the chair sits in a contact group and signs nothing
	case c.Asked:
		return []does{types("a", s.Say("accept"), in+"accept"), types("d", s.Say("decline"), in+"leave")}
	case !c.Open && len(c.Invited) == 0:
		return nil
	}
	var keys []does
	if !c.Draft.IsZero() && !c.Lodged {
		if slices.Contains(c.Signed, s.View.Own.Team) {
			if len(c.Signed) == len(c.Members) {
				keys = append(keys, does{key: "l", word: s.Say("lodge it"), acts: []Act{Open{Page: s.lodging(c), Focus: true}}})
			}
		} else {
			keys = append(keys, types("s", s.Say("sign"), in+"sign"))
		}
	}
	keys = append(keys, prefills("e", s.Say("draft"), in+"draft "))
	if c.Clause != "" && len(c.Members) > 0 && c.Members[0] == s.View.Own.Team {
		keys = append(keys, prefills("r", s.Say("report"), `/report "`))
	}
	return append(keys, types("x", s.Say("leave"), in+"leave"))
}

// lodging is the one page before a joint draft is public.
func (s *Sight) lodging(c *exercise.CaucusView) *review {
	return &review{
		title: s.Say("Lodge the joint draft"),
		says: []string{
			s.Say("You are about to lodge the joint draft as an amendment of %s. Everyone at the table will see it with these names; it can be withdrawn, but the record keeps it.", s.names(c.Signed)),
			s.phrase(c.Draft),
		},
		yes: s.Say("Lodge it for %s", s.names(c.Signed)), does: []Act{Type{"/caucus " + c.ID + " lodge"}},
	}
}

func (p *caucusPage) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *caucusPage) Hints(s *Sight) []Hint {
	c := p.room(s)
	if c == nil {
		return []Hint{{"/caucus", s.Say("invite"), "caucus"}}
	}
	if !s.Focused {
		return []Hint{{"Tab", s.Say("draft and room"), ""}, {"Esc", s.Say("to the table, the room stays open"), ""}}
	}
	var hints []Hint
	for _, x := range s.caucusKeys(c) {
		hints = append(hints, Hint{x.key, x.word, "caucus"})
	}
	if len(s.View.Own.Caucuses) > 1 {
		hints = append(hints, Hint{"Left/Right", s.Say("other room"), ""})
	}
	return hints
}

// Counting: the clock of a caucus runs down by the second.
func (p *caucusPage) Counting(s *Sight) bool {
	c := p.room(s)
	return c != nil && c.Open && c.Until > s.Table() && s.View.Room.Clocks.TableRunning
}

// Speech keeps plain lines in the room.
func (p *caucusPage) Speech(s *Sight) Speech {
	c := p.room(s)
	switch {
	case c == nil:
		return Speech{Slot: p.slot(), Refusal: s.Say("You are in no caucus. To invite a team: /caucus TEAM")}
	case !c.Open || c.Asked:
		return Speech{Slot: p.slot(), Private: true, Refusal: s.Say("Nobody hears you here now.") + " " + s.silence(c)}
	}
	prompt := s.Say("Speak in PRIVATE to the contact group on clause %s", c.Clause)
	if c.Clause == "" {
		prompt = s.Say("Speak in PRIVATE to %s", s.names(s.without(c.Members)))
	}
	return Speech{
		Prompt: prompt, Enter: s.Say("send privately"), Private: true, Slot: p.slot(),
		Send: spoken(func(words exercise.Text) exercise.Command {
			return exercise.SpeakCaucus{Caucus: c.ID, Words: words}
		}),
	}
}
