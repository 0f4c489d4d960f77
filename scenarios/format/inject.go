package format

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
)

var (
	injectFile  = regexp.MustCompile(`^I([1-9][0-9]{0,2})\.md$`)
	injectKinds = []string{string(exercise.Contextual), string(exercise.ExpectedAction), string(exercise.Contingency)}
	methods     = []string{"mail", "call", "press", "intelligence", "letter"}
)

// readInjects reads the MSEL: every file in injects, by number.
func (r *reader) readInjects() {
	files := r.list("injects")
	if len(files) > maxItems {
		r.stray("injects", "", "there are more than "+strconv.Itoa(maxItems)+" injects, which is more than an exercise needs")
		return
	}
	slices.SortStableFunc(files, func(a, b string) int { return number(a) - number(b) })
	for _, name := range files {
		if number(name) == 0 {
			r.stray(path.Join("injects", name), "Injects are I1.md, I2.md …", "this is not the name of an inject")
			continue
		}
		if inject, ok := r.readInject(strings.TrimSuffix(name, ".md")); ok {
			r.scenario.Injects = append(r.scenario.Injects, inject)
		}
	}
}

// number of an inject's file, 0 for any other file.
func number(name string) int {
	m := injectFile.FindStringSubmatch(name)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func (r *reader) readInject(id string) (exercise.Inject, bool) {
	head, src, body := r.page(path.Join("injects", id+".md"))
	if head == nil {
		return exercise.Inject{}, false
	}
	o := r.object(head, "inject "+id, "title", "kind", "from", "method", "to", "at", "asks", "answer-in", "objective", "probes", "expected", "marking")
	in := exercise.Inject{
		ID:       exercise.InjectID(id),
		Kind:     exercise.InjectKind(o.one("kind", injectKinds...)),
		From:     o.line("from").Value,
		Method:   o.one("method", methods...),
		To:       r.addressees(o),
		At:       o.at(),
		Title:    o.line("title"),
		Body:     r.body(src, body),
		Asks:     o.text("asks"),
		Expected: o.text("expected"),
		Marking:  o.text("marking").Value,
	}
	if o.get("answer-in") != nil {
		in.AnswerIn = o.duration("answer-in")
	}
	if n := o.scalar("objective"); n != nil {
		in.Objective = o.one("objective", r.names.objectives...)
	}
	for _, c := range o.names("probes", "clause", "Clauses", r.names.clauses) {
		in.Probes = append(in.Probes, exercise.ClauseID(c))
	}
	return in, true
}

// addressees are all, tracks, teams or seats; tracks by letter or word.
func (r *reader) addressees(o object) []string {
	known := append(append([]string{"all", "κ", "ε", "φ"}, r.names.teams...), without(r.names.seats, r.names.teams)...)
	if len(o.list("to")) == 0 {
		o.fail(o.node, suggest("", "Addressees", known), "to is missing in %s", o.what)
		return nil
	}
	if r.names.peopleUnsure {
		return nil
	}
	return o.names("to", "addressee", "Addressees", known)
}

func without(list, taken []string) (out []string) {
	for _, s := range list {
		if !slices.Contains(taken, s) {
			out = append(out, s)
		}
	}
	return out
}
