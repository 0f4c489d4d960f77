package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// pointLines lists the alternatives of a point, with who brought each and how
// the teams stand to it.
func pointLines(p *page, v *exercise.View, point exercise.PointView, points form) {
	for _, a := range point.Alts {
		alternative(p, v, a, points)
	}
}

func alternative(p *page, v *exercise.View, a exercise.AltView, points form) {
	p.say("%s %s. %s", a.ID.String(), described(v, a, points), standing(v, a))
	if a.Ready {
		p.lines[len(p.lines)-1] += " " + p.lang.Say("It is ready to be gavelled.")
	}
}

// described is the wording of an alternative, and where it comes from.
func described(v *exercise.View, a exercise.AltView, points form) exercise.Phrase {
	text := words.Phrase(`"%s"`, altText(a, exercise.InBrackets, points))
	switch {
	case a.AsItStands:
		text = words.Phrase("%s, as it stands", text)
	case a.Text == "" && len(a.Nodes) == 0:
		text = words.Phrase("no words")
	}
	if a.Chair {
		text = words.Phrase("%s, = the chair's text", text)
	}
	if len(a.Sponsors) > 0 {
		text = words.Phrase("%s, from %s", text, teams(v, a.Sponsors))
	}
	if len(a.Amendments) > 0 {
		text = words.Phrase("%s in %s", text, words.List(a.Amendments))
	}
	return text
}

// standing says how each team stands to an alternative, then the team's own
// word to the chair.
func standing(v *exercise.View, a exercise.AltView) exercise.Phrase {
	var said exercise.Phrase
	add := func(p exercise.Phrase) {
		if said.IsZero() {
			said = p
			return
		}
		said = words.Phrase("%s. %s", said, p)
	}
	for _, kind := range []exercise.Stance{exercise.Prefer, exercise.CanLive, exercise.Cannot} {
		for _, s := range a.Stances {
			if s.Stance == kind {
				add(because(theirs(team(v, s.Team).Name, kind), s.Why))
			}
		}
	}
	for _, s := range v.Own.Stances {
		if s.Alt == a.ID && s.ToChair {
			add(because(yours(s.Stance), s.Why))
		}
	}
	if said.IsZero() {
		return words.Phrase("Nobody has said anything on it")
	}
	return said
}

func theirs(name string, s exercise.Stance) exercise.Phrase {
	switch s {
	case exercise.Prefer:
		return words.Phrase("%s prefers it", name)
	case exercise.CanLive:
		return words.Phrase("%s can live with it", name)
	}
	return words.Phrase("%s cannot accept it", name)
}

func yours(s exercise.Stance) exercise.Phrase {
	switch s {
	case exercise.Prefer:
		return words.Phrase("You told the chair alone that you prefer it")
	case exercise.CanLive:
		return words.Phrase("You told the chair alone that you can live with it")
	}
	return words.Phrase("You told the chair alone that you cannot accept it")
}

// because adds the reason given, if one was.
func because(p exercise.Phrase, why string) exercise.Phrase {
	if why == "" {
		return p
	}
	return words.Phrase("%s: %s", p, strings.TrimSuffix(why, "."))
}
