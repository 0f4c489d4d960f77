package format

import (
	"regexp"
	"slices"

	"kefi/exercise"
)

// readPersonas reads who may be heard from outside the room.
func (r *reader) readPersonas(o object) {
	var taken []string
	for _, n := range o.list("personas") {
		e := as[personaShape](r, n, "a persona")
		p := exercise.Persona{Name: e.line("name").Value, Method: e.choice("method", methods...), About: e.words("about")}
		if p.Name != "" && slices.Contains(taken, p.Name) {
			r.fail(codeTwice, e.get("name"), "Give one of them another name.", "persona %q is there twice", p.Name)
		}
		taken = append(taken, p.Name)
		r.scenario.Personas = append(r.scenario.Personas, p)
	}
}

// readPrecedents reads the library of agreed language.
func (r *reader) readPrecedents(o object) {
	var taken []string
	for _, n := range r.items(o, "precedents") {
		e := as[precedentShape](r, n, "a precedent")
		p := exercise.Precedent{ID: e.id("precedent", taken), Text: e.words("text")}
		r.unlinted(func() { p.Source = e.line("source").Value })
		taken = append(taken, p.ID)
		r.scenario.Precedents = append(r.scenario.Precedents, p)
	}
}

var stressForm = regexp.MustCompile(`^S[1-9][0-9]?$`)

// readStress reads the incidents that are held back to try the final text.
func (r *reader) readStress(o object) {
	var taken []string
	for _, n := range r.items(o, "stress") {
		e := as[stressShape](r, n, "a stress incident")
		x := exercise.StressTest{ID: e.numbered("stress incident", stressForm, "S1, S2 … up to S99.", taken)}
		taken = append(taken, x.ID)
		x.Title, x.Body = e.line("title"), e.words("text")
		x.Probes, x.Asks, x.Look = r.clauseNames(e, "probes"), e.text("asks"), e.texts("look-for")
		r.scenario.Stress = append(r.scenario.Stress, x)
	}
}

// readSurvey reads the questions that are put before and after.
func (r *reader) readSurvey(o object) {
	var taken []string
	for _, n := range o.list("survey") {
		e := as[surveyShape](r, n, "a survey question")
		q := exercise.Survey{ID: e.id("survey question", taken), Ask: e.words("ask"), Low: e.line("low"), High: e.line("high")}
		taken = append(taken, q.ID)
		r.scenario.Survey = append(r.scenario.Survey, q)
	}
}

// readKin reads which other scenario this one belongs to.
func (r *reader) readKin(o object) {
	r.scenario.TwinOf = o.kin("twin-of")
	if r.scenario.TranslationOf = o.kin("translation-of"); r.lint != nil {
		r.learnOriginal()
	}
	n := o.get("follows")
	if n == nil {
		return
	}
	e := as[followsShape](r, n, "follows")
	f := exercise.Follows{Scenario: e.kin("scenario"), Carries: e.names("carries", "part", "Parts", []string{"text", "dials", "positions"}), Later: e.text("later")}
	if e.need("scenario") != nil {
		r.scenario.Follows = f
	}
}

// kin is the name of another scenario: its folder, beside this one.
func (o object) kin(key string) string {
	n := o.scalar(key)
	if n == nil {
		return ""
	}
	if !idForm.MatchString(n.value) || n.value == o.reader.name {
		o.fail(codeValue, n, "The name of another scenario's folder, such as fresh-tracks.", "%s cannot be %q", key, n.value)
		return ""
	}
	return n.value
}

// items is a list that stands in scenario.yaml or in a file of its own beside it.
func (r *reader) items(o object, key string) []*node {
	file := key + ".yaml"
	if inside := o.get(key); inside != nil {
		r.notTwice(inside, file)
		return o.list(key)
	}
	if !r.there(file) {
		return nil
	}
	src := r.source(file)
	if src == nil {
		return nil
	}
	root, err := parse(src, src.text, 0)
	if err != nil {
		r.fault(src, err)
		return nil
	}
	whole := &node{src: src, kind: mapping, line: 1, col: 1, fields: []field{{key: &node{src: src, kind: scalar, value: key}, value: root}}}
	return object{r, whole, file}.list(key)
}

// readNames reads which real names lint looks for beside its own list, and
// which it lets pass.
func (r *reader) readNames(o object) {
	n := o.get("names")
	if n == nil {
		return
	}
	e := as[namesShape](r, n, "names")
	var avoid, allow []exercise.Text
	r.unlinted(func() { avoid, allow = e.texts("avoid"), e.texts("allow") })
	if r.lint != nil {
		r.lint.avoid, r.lint.allow = newNameBook(textValues(avoid)), textValues(allow)
	}
}

func textValues(texts []exercise.Text) (values []string) {
	for _, t := range texts {
		values = append(values, t.Value)
	}
	return values
}
