package bot

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// speak says what matters most, what the team can live with and what it brings,
// a line at a time, and gives the floor back.
func (a *Advocate) speak(s scales, now int64) exercise.Command {
	if now < a.breath {
		return nil
	}
	a.breath = now + 5_000
	for a.spoke < 3 {
		a.spoke++
		words := ""
		switch a.spoke {
		case 1:
			words = a.plead(s)
		case 2:
			words = s.gives()
		case 3:
			words = a.offer(s)
		}
		if words != "" {
			return exercise.Say{Words: exercise.T(words)}
		}
	}
	return exercise.Yield{}
}

// plead is the plea of a turn; who says the same again says so.
func (a *Advocate) plead(s scales) string {
	p, open := s.dearest()
	if !open || a.once("plead "+string(p.ID)) {
		return s.plea()
	}
	return fmt.Sprintf("We still need %s in %s.", s.quoted(p, s.favourite(p)), p.ID)
}

// plea says what the team needs most of what is open.
func (s scales) plea() string {
	p, open := s.dearest()
	if !open {
		return "What matters to us is settled. Let us close it."
	}
	return fmt.Sprintf("What matters most to us of what is open is %s in %s.", s.quoted(p, s.favourite(p)), p.ID)
}

// gives lists what the team has said it can live with, beside what it prefers.
func (s scales) gives() string {
	var list []string
	for _, p := range points(s.view.Room) {
		var words []string
		for _, x := range s.view.Own.Stances {
			if x.Alt.Point == p.ID && x.Stance == exercise.CanLive {
				words = append(words, s.quoted(p, x.Alt))
			}
		}
		if len(words) > 0 {
			list = append(list, strings.Join(words, " or ")+" in "+string(p.ID))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return "We can live with " + strings.Join(list, ", and with ") + "."
}

func (s scales) quoted(p exercise.PointView, alt exercise.AltID) string {
	for _, a := range p.Alts {
		if a.ID == alt && a.Text != "" {
			return "“" + a.Text + "”"
		}
	}
	return "leaving that out"
}

// offer reads out one of the offers of the brief, each once. A brief speaks to
// its reader: what says "you" cannot be said aloud as it stands.
func (a *Advocate) offer(s scales) string {
	if s.view.Own.Brief == nil {
		return ""
	}
	for _, offer := range s.view.Own.Brief.Offers {
		if !strings.Contains(strings.ToLower(offer), "you") && a.once("offer "+offer) {
			return "We bring this: " + strings.ToLower(offer[:1]) + offer[1:]
		}
	}
	return ""
}

// question asks one who stands in the way what would help, each once.
func (a *Advocate) question(s scales, now int64) exercise.Command {
	p, open := s.dearest()
	if !open || s.patience(now) < 20 {
		return nil
	}
	want := s.favourite(p)
	for _, x := range p.Alts {
		if x.ID != want {
			continue
		}
		for _, team := range s.unmoved(x) {
			if a.once("question " + want.String() + " " + string(team)) {
				return exercise.Ask{Team: team, Words: exercise.T(fmt.Sprintf("What would you need to live with %s in %s?", s.quoted(p, want), p.ID))}
			}
		}
	}
	return nil
}
