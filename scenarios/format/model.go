package format

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
)

// readModel reads the author's model of the world: dials and the policy gap.
func (r *reader) readModel(o object) {
	var taken []string
	for _, n := range o.list("dials") {
		e := as[dialShape](r, n, "a dial")
		d := exercise.Dial{ID: e.id("dial", taken), Name: e.line("name").Value, Start: e.figure("start", 0, 100), Means: e.text("means"), Public: e.flag("public")}
		taken = append(taken, d.ID)
		r.scenario.Dials = append(r.scenario.Dials, d)
	}
	n := o.get("gap")
	if n == nil || n.kind == empty {
		return
	}
	e := as[gapShape](r, n, "the gap")
	g := exercise.Gap{Name: "Policy gap", Start: e.figure("start", 0, 100), Pace: e.figure("pace", 0, 600), Public: e.flag("public")}
	if name := e.text("name"); name.Value != "" {
		g.Name = name.Value
	}
	g.Weights = r.readWeights(e)
	r.scenario.Gap = g
}

// readWeights reads what each clause is worth in the gap, in the draft's order.
func (r *reader) readWeights(e object) (list []exercise.Weight) {
	n := e.get("weights")
	if n == nil || n.kind == empty {
		return nil
	}
	w := r.object(n, "the weights of the gap", r.names.clauses...)
	for _, id := range r.names.clauses {
		if w.get(id) != nil {
			list = append(list, exercise.Weight{Clause: exercise.ClauseID(id), Points: w.figure(id, 1, 100)})
		}
	}
	return list
}

// figure reads a whole number that must be there, within bounds.
func (o object) figure(key string, least, most int) int {
	n := o.need(key)
	if n == nil {
		return 0
	}
	v, err := strconv.Atoi(strings.TrimPrefix(n.value, "+"))
	if err != nil || v < least || v > most {
		o.fail(codeValue, n, "A whole number from "+strconv.Itoa(least)+" to "+strconv.Itoa(most)+".", "%s in %s cannot be %q", key, o.what, n.value)
		return 0
	}
	return v
}

// readShifts reads what an inject does to the dials.
func (r *reader) readShifts(o object) (list []exercise.Shift) {
	dials := each(r.scenario.Dials, func(x exercise.Dial) string { return x.ID })
	for _, n := range o.list("effects") {
		e := as[shiftShape](r, n, "an effect in "+o.what)
		s := exercise.Shift{Dial: e.oneOf("dial", "Dials", dials), By: e.figure("by", -100, 100), When: e.condition("when"), Why: e.words("why")}
		if s.By == 0 && e.get("by") != nil && e.get("by").value == "0" {
			e.fail(codeMissing, e.get("by"), "Write -10 or 10.", "an effect in %s moves nothing", o.what)
		}
		list = append(list, s)
	}
	return list
}

// readPassages reads paragraphs that stand in an inject on a condition.
func (r *reader) readPassages(o object) (list []exercise.Passage) {
	for _, n := range o.list("passages") {
		e := as[passageShape](r, n, "a passage in "+o.what)
		e.need("when")
		list = append(list, exercise.Passage{When: e.condition("when"), Text: e.words("text")})
	}
	return list
}

// lintEffects finds incidents for some that all would learn of by a dial.
func (r *reader) lintEffects() {
	public := map[string]bool{}
	for _, d := range r.scenario.Dials {
		public[d.ID] = d.Public
	}
	for _, in := range r.scenario.Injects {
		for _, s := range in.Shifts {
			if public[s.Dial] && !slices.Contains(in.To, "all") {
				r.warn(codePublicDial, r.places["inject "+string(in.ID)].get("effects"), "Send it to all, or move a dial that is not public.",
					"inject %s is not for all, and everybody would see it move %s", in.ID, s.Dial)
			}
		}
	}
}
