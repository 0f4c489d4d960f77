package plain

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// pointLines lists the alternatives of a point, with who brought each and how
// the teams stand to it.
func pointLines(p *page, v *exercise.View, point exercise.PointView, points form) {
	for _, a := range point.Alts {
		p.say("%s", alternative(v, a, points))
	}
}

func alternative(v *exercise.View, a exercise.AltView, points form) string {
	text := `"` + altText(a, exercise.InBrackets, points) + `"`
	switch {
	case a.AsItStands:
		text += ", as it stands"
	case a.Text == "" && len(a.Nodes) == 0:
		text = "no words"
	}
	if a.Chair {
		text += ", = the chair's text"
	}
	if len(a.Sponsors) > 0 {
		text += ", from " + teams(v, a.Sponsors)
	}
	if len(a.Amendments) > 0 {
		text += " in " + and(strs(a.Amendments))
	}
	line := fmt.Sprintf("%s %s. %s", a.ID, text, strings.Join(stances(v, a), ". "))
	if a.Ready {
		line = ended(line) + " It is ready to be gavelled."
	}
	return line
}

// stances gives one part of a sentence for each stance, then the team's own
// word to the chair.
func stances(v *exercise.View, a exercise.AltView) []string {
	var parts []string
	for _, kind := range []exercise.Stance{exercise.Prefer, exercise.CanLive, exercise.Cannot} {
		for _, s := range a.Stances {
			if s.Stance == kind {
				parts = append(parts, team(v, s.Team).Name+stanceWords(kind, "s")+reason(s.Why))
			}
		}
	}
	for _, s := range v.Own.Stances {
		if s.Alt == a.ID && s.ToChair {
			parts = append(parts, "You told the chair alone that you"+stanceWords(s.Stance, "")+reason(s.Why))
		}
	}
	if len(parts) == 0 {
		parts = []string{"Nobody has said anything on it"}
	}
	return parts
}

func stanceWords(s exercise.Stance, third string) string {
	switch s {
	case exercise.Prefer:
		return " prefer" + third + " it"
	case exercise.CanLive:
		return " can live with it"
	}
	return " cannot accept it"
}

func reason(why string) string {
	if why == "" {
		return ""
	}
	return ": " + strings.TrimSuffix(why, ".")
}

func strs[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}
