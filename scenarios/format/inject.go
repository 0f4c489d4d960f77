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

// readInjects reads the MSEL: every file in injects, and what stands under
// injects in scenario.yaml, by number.
func (r *reader) readInjects(o object) {
	r.injectsInside(o)
	files := r.list("injects")
	if len(files) > maxItems {
		r.stray("injects", "", "there are more than "+strconv.Itoa(maxItems)+" injects, which is more than an exercise needs")
		return
	}
	for _, name := range files {
		if number(name) == 0 {
			continue // an attachment, or a stray
		}
		id := strings.TrimSuffix(name, ".md")
		if head, src, body := r.page(path.Join("injects", name)); head != nil {
			r.readInject(id, as[injectHead](r, head, "inject "+id), r.body(src, body))
		}
	}
	for _, name := range files {
		if number(name) == 0 && !slices.Contains(r.names.attached, name) {
			r.stray(path.Join("injects", name), "Injects are I1.md, I2.md …; a file that comes with one is named in its attachments.", "this is not the name of an inject, and no inject attaches it")
		}
	}
	slices.SortStableFunc(r.scenario.Injects, func(a, b exercise.Inject) int { return number(string(a.ID)+".md") - number(string(b.ID)+".md") })
}

// injectsInside reads injects that are written in scenario.yaml.
func (r *reader) injectsInside(o object) {
	var taken []string
	for _, n := range o.list("injects") {
		e := as[injectShape](r, n, "an inject")
		id := e.need("id")
		switch {
		case id == nil:
			continue
		case number(id.value+".md") == 0:
			r.fail(codeValue, id, "I1, I2 … up to I999.", "%q cannot be the id of an inject", id.value)
		case slices.Contains(taken, id.value):
			r.fail(codeTwice, id, "Give one of them another number.", "inject %s is there twice", id.value)
		default:
			r.notTwice(id, path.Join("injects", id.value+".md"))
		}
		taken = append(taken, id.value)
		e.what = "inject " + id.value
		r.readInject(id.value, e, e.words("text"))
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

// readInject reads an inject's fields.
func (r *reader) readInject(id string, o object, body exercise.Text) {
	in := exercise.Inject{
		ID:       exercise.InjectID(id),
		Kind:     exercise.InjectKind(o.one("kind", injectKinds...)),
		From:     o.line("from").Value,
		Method:   o.one("method", methods...),
		To:       r.addressees(o),
		Title:    o.line("title"),
		Body:     body,
		Asks:     o.text("asks"),
		Expected: o.text("expected"),
		Marking:  o.text("marking").Value,
	}
	r.under(o.get("marking"), in.Marking)
	if o.get("answer-in") != nil {
		in.AnswerIn = o.duration("answer-in")
	}
	if n := o.scalar("objective"); n != nil {
		in.Objective = o.one("objective", r.names.objectives...)
	}
	in.Probes = r.clauseNames(o, "probes")
	r.readTrigger(o, &in)
	r.readCopycat(o, &in)
	in.Shifts, in.Passages = r.readShifts(o), r.readPassages(o)
	in.Attachments = r.readAttachments(o)
	r.stand("inject "+id, o.node)
	r.scenario.Injects = append(r.scenario.Injects, in)
}

// clauseNames reads a list of clauses.
func (r *reader) clauseNames(o object, key string) (out []exercise.ClauseID) {
	for _, c := range o.names(key, "clause", "Clauses", r.names.clauses) {
		out = append(out, exercise.ClauseID(c))
	}
	return out
}

// addressees are all, tracks, teams or seats; tracks by letter or word.
func (r *reader) addressees(o object) []string {
	known := append(append([]string{"all", "κ", "ε", "φ"}, r.names.teams...), without(r.names.seats, r.names.teams)...)
	if len(o.list("to")) == 0 {
		o.fail(codeMissing, o.node, suggest("", "Addressees", known), "to is missing in %s", o.what)
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
