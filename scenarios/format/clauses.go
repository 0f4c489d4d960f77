package format

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
)

var clauseForm = regexp.MustCompile(`^[1-9][0-9]{0,2}$`)

// readClauses reads the draft and learns the ids of its points.
func (r *reader) readClauses(o object) {
	clauses := o.list("clauses")
	if len(clauses) == 0 {
		r.fail(codeMissing, o.node, "", "clauses are missing in the scenario")
	}
	for _, n := range clauses {
		r.readClause(n)
	}
}

func (r *reader) readClause(n *node) {
	o := as[clauseShape](r, n, "a clause")
	clause := exercise.ClauseSpec{ID: r.clauseID(o)}
	if clause.ID != "" {
		o.what = "clause " + string(clause.ID)
		r.stand(o.what, n)
	}
	clause.Title = o.line("title")
	for _, b := range o.list("bearers") {
		clause.Bearers = append(clause.Bearers, r.track(b, o.what))
	}
	clause.NoReservation = o.flag("no-reservation")
	clause.Paras = o.texts("paragraphs")
	if len(o.list("paragraphs")) == 0 {
		r.fail(codeMissing, n, "", "%s has no paragraphs", o.what)
		r.names.pointsUnsure = true
	}
	for i, p := range o.list("paragraphs") {
		if p.kind == scalar && clause.ID != "" {
			r.readPoints(p, exercise.ParaID(fmt.Sprintf("%s.%d", clause.ID, i+1)))
		}
	}
	r.scenario.Clauses = append(r.scenario.Clauses, clause)
}

func (r *reader) clauseID(o object) exercise.ClauseID {
	n := o.need("id")
	switch {
	case n == nil:
	case !clauseForm.MatchString(n.value):
		r.fail(codeValue, n, "A number from 1 to 999.", "%q cannot be the id of a clause", n.value)
	case slices.Contains(r.names.clauses, n.value):
		r.fail(codeTwice, n, "Give one of them another number.", "clause %q is there twice", n.value)
	default:
		r.names.clauses = append(r.names.clauses, n.value)
		return exercise.ClauseID(n.value)
	}
	r.names.pointsUnsure = true
	return ""
}

// readPoints parses the brackets of a paragraph and keeps its points' ids.
func (r *reader) readPoints(n *node, para exercise.ParaID) {
	source := strings.TrimSpace(n.value)
	parsed, err := exercise.ParseBrackets(source)
	var bad *exercise.BracketError
	if errors.As(err, &bad) {
		line, col := n.place(strings.Index(n.value, source) + bad.Offset)
		r.add(codeBrackets, Error, n.src, line, col, 1, fmt.Sprintf("brackets in %s: %s", para, bad.Problem), "Disputed words stand as [one | other].")
		r.names.pointsUnsure = true
	}
	letters := 0
	for _, stretch := range parsed {
		if stretch.Alternatives == nil {
			continue
		}
		if len(r.names.points) == maxItems {
			r.fail(codeValue, n, "", "the draft has more than %d points, which is more than a table can settle", maxItems)
			return
		}
		letters++
		id := string(para) + letter(letters)
		r.names.points = append(r.names.points, id)
		r.names.paragraphs[id] = n
		r.names.alternatives[id] = len(stretch.Alternatives)
	}
}

// letter is the n-th point's of a paragraph, from 1: a … z, aa, ab …
func letter(n int) (s string) {
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}
