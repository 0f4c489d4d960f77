package plain

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// form writes a point with its alternatives into running text.
type form func(id exercise.PointID, alts []string, numbers []int) string

// brackets is the form for the eye: [24 | 72].
func brackets(_ exercise.PointID, alts []string, _ []int) string {
	return "[" + strings.Join(alts, " | ") + "]"
}

// spoken is the form for the ear.
func spoken(id exercise.PointID, alts []string, numbers []int) string {
	said := make([]string, len(alts))
	for i := range alts { // a whole sentence ends inside the point, not before a comma
		said[i] = fmt.Sprintf("%d %s", numbers[i], strings.TrimSuffix(alts[i], "."))
	}
	return fmt.Sprintf(", point %s begins, %s, point ends,", id, strings.Join(said, ", or "))
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
	if strings.HasPrefix(b, ", point ") {
		a = strings.TrimRight(a, " ,")
		if a == "" {
			b = strings.TrimPrefix(b, ", ")
		}
	}
	if strings.HasSuffix(a, " point ends,") && b != "" && strings.ContainsAny(b[:1], ".,;:") {
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
		if text == "" {
			text = "(no words)"
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
		return nil, refusal(exercise.ErrUnknown, fmt.Sprintf("There is no %s in the draft; text shows all of it.", safe(id)))
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
		p.say("%s %s", para.ID, flow(para.Nodes, as, points))
	}
	if !stances {
		return
	}
	for _, para := range c.Paras {
		eachPoint(para.Nodes, func(point exercise.PointView) { pointLines(p, v, point, points) })
	}
	if len(c.Sequence) > 1 {
		p.say("Its amendments are taken in this order: %s", and(strs(c.Sequence)))
	}
}

func clauseHead(p *page, c exercise.ClauseView) {
	state := string(c.State)
	if c.Open > 0 {
		state += ", " + count(c.Open, "point") + " open"
	}
	p.say("Clause %s, %s, %s", c.ID, c.Title, state)
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
