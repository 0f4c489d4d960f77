package format

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
)

// readStakes reads what outcomes are worth to a team: its no-agreement value,
// the alternatives of points in order, and clauses that are agreed at all.
//
//	stakes:
//	  no-agreement: 30
//	  3.1b: [20, 6, other 15]
//	  5: 10
func (r *reader) readStakes(o object) *exercise.Stakes {
	n := o.get("stakes")
	if n == nil || n.kind == empty {
		return nil
	}
	known := slices.Concat([]string{"no-agreement"}, r.names.points, r.names.clauses)
	if r.names.pointsUnsure {
		return nil
	}
	e := r.object(n, "the stakes in "+o.what, known...)
	stakes := &exercise.Stakes{}
	if none := e.need("no-agreement"); none != nil {
		stakes.NoAgreement, _ = e.worth(none, none.value)
	}
	for _, f := range e.fields {
		switch key := f.key.value; {
		case slices.Contains(r.names.points, key):
			stakes.Points = append(stakes.Points, e.pointStake(f))
		case slices.Contains(r.names.clauses, key):
			if v := e.need(key); v != nil {
				agreed, _ := e.worth(v, v.value)
				stakes.Clauses = append(stakes.Clauses, exercise.ClauseStake{Clause: exercise.ClauseID(key), Agreed: agreed})
			}
		}
	}
	return stakes
}

// pointStake reads the worth of each alternative, and of any other wording.
func (o object) pointStake(f field) exercise.PointStake {
	stake := exercise.PointStake{Point: exercise.PointID(f.key.value)}
	for _, n := range o.list(f.key.value) {
		other, is := strings.CutPrefix(n.value, "other ")
		v, ok := o.worth(n, other)
		switch {
		case !ok:
			return stake
		case is:
			stake.Other = &v
		default:
			stake.Worth = append(stake.Worth, v)
		}
	}
	if want := o.reader.names.alternatives[f.key.value]; len(stake.Worth) != want {
		o.fail(codeForm, f.value, "Points for each in its order, such as [20, 6]; [20, 6, other 15] for any other wording.",
			"point %s has %d alternatives, but %s give points to %d", f.key.value, want, o.what, len(stake.Worth))
	}
	return stake
}

// worth reads points from 0 to 100.
func (o object) worth(n *node, text string) (int, bool) {
	v, err := strconv.Atoi(text)
	if n.kind != scalar || err != nil || v < 0 || v > 100 {
		o.fail(codeValue, n, "A whole number from 0 to 100.", "points in %s cannot be %q", o.what, n.value)
		return 0, false
	}
	return v, true
}
