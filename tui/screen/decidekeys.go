package screen

import (
	"fmt"
	"strconv"
	"strings"

	"kefi/exercise"
)

// This file takes the keys of the page of a decision.

// Key chooses, writes the reason, gives the position.
func (p *decide) Key(s *Sight, k key) ([]Act, bool) {
	x, standing := p.decision(s)
	if x == nil || !standing || s.View.Own.Team == "" || !s.Focused {
		return p.readKey(s, k)
	}
	name := k.String()
	switch {
	case name == "tab" && p.field < fieldGive:
		p.step(x, 1)
	case name == "shift+tab" && p.field > fieldAnswer:
		p.step(x, -1)
	case name == "down" && (p.field != fieldAnswer || p.chosen == len(answers(x))-1):
		p.step(x, 1)
	case name == "up" && p.field != fieldAnswer:
		p.step(x, -1)
	case p.field == fieldWhy && name != "enter":
		taken := p.why.Key(k, s.Width)
		return p.kept(), taken
	case p.field == fieldWhy, p.field == fieldAnswer && name == "enter":
		p.field = fieldGive
	case p.field == fieldGive && name == "enter":
		return p.give(s, x), true
	case p.text.turn(name):
	case p.field == fieldAnswer:
		return nil, p.choose(name, len(answers(x)))
	default:
		return nil, false
	}
	return nil, true
}

const targetGive = "give"

// Click chooses an answer, or gives the one that is chosen.
func (p *decide) Click(s *Sight, target string) []Act {
	x, standing := p.decision(s)
	if x == nil || !standing || s.View.Own.Team == "" {
		return nil
	}
	if target == targetGive {
		p.field = fieldGive
		return append([]Act{Take{}}, p.give(s, x)...)
	}
	if n, ok := strings.CutPrefix(target, targetRow); ok && p.choose(n, len(answers(x))) {
		p.field = fieldAnswer
		return []Act{Take{}}
	}
	return nil
}

func (p *decide) readKey(s *Sight, k key) ([]Act, bool) {
	if !s.Focused && k.String() == "enter" {
		return []Act{Take{}}, true
	}
	return nil, false
}

// step goes to the next field or the one before, past a reason that the answer
// does not take.
func (p *decide) step(x *exercise.DecisionView, by decideField) {
	p.field = min(max(p.field+by, fieldAnswer), fieldGive)
	if p.field == fieldWhy && !answers(x)[p.chosen].takesWhy() {
		p.field += by
	}
}

// choose takes a number or an arrow.
func (p *decide) choose(name string, n int) bool {
	switch name {
	case "up":
		p.chosen = max(p.chosen-1, 0)
	case "down":
		p.chosen = min(p.chosen+1, n-1)
	default:
		if len(name) != 1 || name[0] < '1' || int(name[0]-'0') > n {
			return false
		}
		p.chosen = int(name[0] - '1')
	}
	return true
}

// give submits the position. It can be changed, so there is no review.
func (p *decide) give(s *Sight, x *exercise.DecisionView) []Act {
	a := answers(x)[min(p.chosen, len(answers(x))-1)]
	if a.begins != "" {
		return []Act{Prefill{Line: fmt.Sprintf(a.begins, x.X)}}
	}
	if a.kind == exercise.NoPosition {
		return []Act{Close{Page: p}, Notice{Text: s.Say("You said nothing; silence is no objection.")}}
	}
	why := strings.TrimSpace(p.why.Text())
	if a.needs != "" && why == "" {
		p.field = fieldWhy
		return []Act{Notice{Text: s.Say("Say %s in one line first; it stands beside your position.", s.Say(a.needs))}}
	}
	words, err := exercise.Clean(why)
	if err != nil {
		return []Act{Notice{Text: s.Lang.Error(err)}}
	}
	return []Act{Submit{Command: a.command(x, words), Then: func(refusal error) []Act {
		if refusal != nil {
			return nil
		}
		says := s.Say("On the record: %s.", lower(s.Say(a.words)))
		if !s.View.Own.Head {
			says = s.Say("Your head is asked to confirm it: /room shows what waits.")
		}
		return []Act{Keep{Slot: p.slot()}, Close{Page: p}, Notice{Text: says}}
	}}}
}

// Paste puts text into the reason.
func (p *decide) Paste(_ *Sight, text string) []Act {
	p.field = fieldWhy
	p.why.Insert(text)
	return p.kept()
}

// slot is where the reason is kept until it is given.
func (p *decide) slot() string { return "decide/" + string(p.id) }

func (p *decide) kept() []Act { return []Act{Keep{Slot: p.slot(), Text: p.why.Text()}} }

// Opened recalls a reason that was begun.
func (p *decide) Opened(*Sight) []Act {
	return []Act{Recall{Slot: p.slot(), Then: func(text string) []Act {
		if p.why.Empty() {
			p.why.Reset(text)
		}
		return nil
	}}}
}

func (p *decide) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *decide) Hints(s *Sight) []Hint {
	x, standing := p.decision(s)
	if !standing || s.View.Own.Team == "" {
		return nil
	}
	if !s.Focused {
		return []Hint{{"Enter", s.Say("answer"), ""}}
	}
	hints := []Hint{{"1-" + strconv.Itoa(len(answers(x))), s.Say("choose"), ""}, {"Tab", s.Say("next field"), ""}, {"Enter", s.Say("on the button gives it"), ""}, {"Esc", s.Say("decide later"), ""}}
	if len(x.AsItWouldRead) > 0 && p.field != fieldWhy {
		hints = append(hints, p.text.hints(s)...)
	}
	return hints
}
