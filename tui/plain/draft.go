package plain

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// form writes a point with its alternatives into running text.
type form func(id exercise.PointID, alts []string, numbers []int) string

// brackets is the form for the eye: [24 | 72].
func brackets(lang *words.Language) form {
	return func(_ exercise.PointID, alts []string, _ []int) string {
		return "[" + strings.Join(worded(lang, alts), " | ") + "]"
	}
}

// worded says of an alternative without words that it has none.
func worded(lang *words.Language, alts []string) []string {
	list := slices.Clone(alts)
	for i, text := range list {
		if text == "" {
			list[i] = lang.Say("(no words)")
		}
	}
	return list
}

// spoken is the form for the ear, in a language.
func spoken(lang *words.Language) form {
	return func(id exercise.PointID, alts []string, numbers []int) string {
		said := worded(lang, alts)
		for i, text := range said { // a whole sentence ends inside the point, not before a comma
			said[i] = fmt.Sprintf("%d %s", numbers[i], strings.TrimSuffix(text, "."))
		}
		return lang.Say(", point %s begins, %s, point ends,", string(id), strings.Join(said, lang.Say(", or ")))
	}
}

// flow is the running text of nodes.
func flow(nodes []exercise.NodeView, as exercise.Choice, points form) string {
	text := ""
	for _, n := range nodes {
		if n.Point == nil {
			text = join(text, escape(n.Text))
			continue
		}
		text = join(text, pointText(*n.Point, as, points))
	}
	return oneLine(text)
}

// join puts b after a, so that a comma that only marks a point as spoken
// stands neither at the beginning nor beside other punctuation.
func join(a, b string) string {
	if strings.HasPrefix(b, ", ") {
		a = strings.TrimRight(a, " ,")
		if a == "" {
			b = strings.TrimPrefix(b, ", ")
		}
	}
	if strings.HasSuffix(a, ",") && b != "" && strings.ContainsAny(b[:1], ".,;:") {
		a = strings.TrimSuffix(a, ",")
	}
	return a + b
}

func pointText(point exercise.PointView, as exercise.Choice, points form) string {
	var alts []string
	var numbers []int
	chosen := as(point)
	for _, a := range point.Alts {
		text := altText(a, as, points)
		if a.ID.N == chosen {
			return text
		}
		alts, numbers = append(alts, text), append(numbers, a.ID.N)
	}
	return points(point.ID, alts, numbers)
}

func altText(a exercise.AltView, as exercise.Choice, points form) string {
	if len(a.Nodes) > 0 {
		return flow(a.Nodes, as, points)
	}
	return escape(a.Text)
}

// escape keeps brackets that are words apart from those of points.
var escape = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `|`, `\|`).Replace

// draft shows all clauses, one, or one paragraph.
func (r *reply) draft(v *exercise.View, id, view string, points form) error {
	as := exercise.Choice(exercise.InBrackets)
	switch view {
	case "clean":
		as = exercise.Leading
	case "mine":
		as = exercise.Preferred(v.Own.Stances)
	}
	shown, err := chosenClauses(v, id)
	if err != nil {
		return err
	}
	published(&r.text, v)
	for _, c := range shown {
		clauseText(&r.text, v, c, as, points, view == "")
	}
	r.data = shown
	return nil
}

// chosenClauses gives what an id asks for: all clauses, one, or one paragraph of one.
func chosenClauses(v *exercise.View, id string) ([]exercise.ClauseView, error) {
	var shown []exercise.ClauseView
	for _, c := range v.Room.Clauses {
		clause, paragraph, _ := strings.Cut(id, ".")
		if id != "" && string(c.ID) != clause {
			continue
		}
		if paragraph != "" {
			c.Paras = onlyPara(c.Paras, exercise.ParaID(id))
		}
		if len(c.Paras) > 0 {
			shown = append(shown, c)
		}
	}
	if id != "" && len(shown) == 0 {
		return nil, exercise.Refuse(exercise.ErrUnknown, "There is no %s in the draft; text shows all of it.", safe(id))
	}
	return shown, nil
}

func onlyPara(paras []exercise.ParaView, id exercise.ParaID) []exercise.ParaView {
	for _, p := range paras {
		if p.ID == id {
			return []exercise.ParaView{p}
		}
	}
	return nil
}

func clauseText(p *page, v *exercise.View, c exercise.ClauseView, as exercise.Choice, points form, stances bool) {
	clauseHead(p, c)
	for _, para := range c.Paras {
		p.say("%s %s", string(para.ID), flow(para.Nodes, as, points))
	}
	if !stances {
		return
	}
	for _, para := range c.Paras {
		eachPoint(para.Nodes, func(point exercise.PointView) { pointLines(p, v, point, points) })
	}
	if len(c.Sequence) > 1 {
		p.say("Its amendments are taken in this order: %s", words.List(c.Sequence))
	}
}

func clauseHead(p *page, c exercise.ClauseView) {
	state := words.Phrase(string(c.State))
	switch {
	case c.Open > 0:
		p.say("Clause %s, %s, %s, %s", string(c.ID), c.Title, state, words.Counted(c.Open, "%d point open", "%d points open"))
	default:
		p.say("Clause %s, %s, %s", string(c.ID), c.Title, state)
	}
	if len(c.Bearers) > 0 {
		names := make([]exercise.Phrase, len(c.Bearers))
		for i, t := range c.Bearers {
			names[i] = track(t)
		}
		p.say("Who carries it: %s", words.List(names))
	}
}

// eachPoint visits points, outer ones before those inside them.
func eachPoint(nodes []exercise.NodeView, visit func(exercise.PointView)) {
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		visit(*n.Point)
		for _, a := range n.Point.Alts {
			eachPoint(a.Nodes, visit)
		}
	}
}
