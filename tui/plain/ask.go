package plain

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// question is what a verb that was typed without all it needs is asked back.
// With choices it is answered by a number, without by words; 0 leaves it.
type question struct {
	prompt  exercise.Phrase
	choices []choice
	yes     bool   // a plain yes is the first choice
	verb    string // what the words complete, where words are wanted: "answer I4"
	open    bool   // the words are more of the line, and no text of their own
}

// choice is one numbered answer. It completes a line, or leads to another
// question.
type choice struct {
	label exercise.Phrase
	line  string
	then  *question
}

func (q *question) print(p *page) {
	p.say("%s", q.prompt)
	if q.choices == nil {
		p.say("Write it on one line. 0 leaves it")
		return
	}
	for i, c := range q.choices {
		p.say("%d. %s", i+1, c.label)
	}
	p.say("0. Cancel")
}

// answered says what a line does to a question: it completes a verb's line,
// asks further, or is none of its answers, when the question falls.
func (q *question) answered(line string) (verb string, next *question, took bool) {
	line = strings.TrimSpace(line)
	if q.yes && words.Yes(line) {
		line = "1"
	}
	n, err := strconv.Atoi(strings.TrimSuffix(line, "."))
	switch {
	case err == nil && n == 0:
		return "", nil, true
	case q.choices == nil && q.open:
		return q.verb + " " + line, nil, true
	case q.choices == nil:
		return q.verb + " " + quoted(line), nil, true
	case err != nil:
		return "", nil, false
	case n < 1 || n > len(q.choices):
		return "", q, true
	}
	c := q.choices[n-1]
	return c.line, c.then, true
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }

// writing are the verbs that only want words, with what to ask.
var writing = map[string]string{
	"say":       words.Mark("What do you say to the table?"),
	"room":      words.Mark("What do you say to your team?"),
	"whisper":   words.Mark("What do you whisper to the chair?"),
	"rfi":       words.Mark("What do you ask the world outside?"),
	"correct":   words.Mark("How should your last words read?"),
	"order":     words.Mark("Which rule is broken, and how?"),
	"reply":     words.Mark("What do you reply?"),
	"statement": words.Mark("What do you state for the record?"),
	"reflect":   words.Mark("What is your answer to the question?"),
	"rule":      words.Mark("How do you rule?"),
	"summary":   words.Mark("What is your summary?"),
	"note":      words.Mark("What is your note?"),
}

// asks gives the question for a line that lacks something, or nil where the
// line has to speak for itself.
func asks(v *exercise.View, line string) *question {
	fields := strings.Fields(strings.ToLower(strings.TrimPrefix(strings.TrimSpace(line), "/")))
	switch {
	case len(fields) == 1 && writing[fields[0]] != "":
		return &question{prompt: words.Phrase(writing[fields[0]]), verb: fields[0]}
	case len(fields) == 1:
		return asksWhich(v, fields[0])
	case len(fields) == 2 && fields[0] == "position":
		return asksPosition(v, resolved(v, fields[1]))
	case len(fields) == 2 && (fields[0] == "prefer" || fields[0] == "can-live" || fields[0] == "cannot"):
		return asksAlternative(v, fields[0], exercise.PointID(fields[1]))
	case len(fields) == 2 && fields[0] == "answer" && action.IsID(fields[1]):
		return &question{prompt: words.Phrase("What do you answer?"), verb: "answer " + strings.ToUpper(fields[1])}
	}
	return nil
}

// asksWhich is for a verb that stands alone.
func asksWhich(v *exercise.View, verb string) *question {
	switch verb {
	case "position":
		return asksPut(v)
	case "ask":
		return asksTeam(v, words.Phrase("Which team do you ask?"), func(t exercise.TeamView) choice {
			return choice{then: &question{prompt: words.Phrase("What do you ask %s?", t.Name), verb: "ask " + string(t.ID)}}
		})
	case "caucus":
		return asksTeam(v, words.Phrase("Which team do you call to a caucus?"), func(t exercise.TeamView) choice {
			return choice{line: "caucus " + string(t.ID)}
		})
	case "floor":
		return asksTeam(v, words.Phrase("Which team has the floor?"), func(t exercise.TeamView) choice {
			return choice{line: "floor " + string(t.ID)}
		})
	case "answer":
		return asksIncident(v)
	case "prefer", "can-live", "cannot":
		return asksAlternative(v, verb, "")
	case "export":
		return asksExport(v)
	}
	return nil
}

// asksLanguage offers each language in its own name.
func asksLanguage() *question {
	q := &question{prompt: words.Phrase("Language. Choose one")}
	for _, code := range words.Codes() {
		lang, _ := words.In(code)
		q.choices = append(q.choices, choice{label: words.Phrase("%s", lang.Name()), line: "language " + code})
	}
	return q
}

// resolved finds what is put by a number as people say it: 16 is A16 where
// that is put.
func resolved(v *exercise.View, word string) exercise.Subject {
	x := exercise.Subject(strings.ToUpper(word))
	for _, d := range v.Room.Standing {
		if strings.EqualFold(string(d.X), word) || d.X == "A"+x || strings.EqualFold(string(d.ID), word) {
			return d.X
		}
	}
	return exercise.Subject(word)
}

// asksPut asks which decision, where several stand.
func asksPut(v *exercise.View) *question {
	var list []choice
	for _, d := range v.Room.Standing {
		list = append(list, choice{label: words.Phrase("%s", d.Title), then: asksPosition(v, d.X)})
	}
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0].then
	}
	return &question{prompt: words.Phrase("On what is your position?"), choices: list}
}

// asksPosition offers the answers that a decision takes.
func asksPosition(v *exercise.View, x exercise.Subject) *question {
	i := slices.IndexFunc(v.Room.Standing, func(d exercise.DecisionView) bool { return d.X == x })
	if i < 0 {
		return nil
	}
	d, on := v.Room.Standing[i], " "+string(x)
	reason := &question{prompt: words.Phrase("What is your reason?"), verb: "position" + on + " object"}
	switch d.Form {
	case exercise.FormGavel:
		reason.verb = "object" + on
		return &question{prompt: words.Phrase("%s. The chair gavels it unless a team objects. Choose one", d.Title), choices: []choice{
			{label: words.Phrase("Object"), then: reason},
			{label: words.Phrase("Ask for a minute more"), line: "wait" + on},
		}}
	case exercise.FormSilence:
		reason.verb = "break" + on
		if d.Proposed {
			return &question{prompt: words.Phrase("%s. Silence is proposed. Choose one", d.Title), choices: []choice{
				{label: words.Phrase("Refuse the silence procedure"), line: "no-silence" + on},
			}}
		}
		return &question{prompt: words.Phrase("%s is under silence. Choose one", d.Title), choices: []choice{
			{label: words.Phrase("Break the silence"), then: reason},
		}}
	}
	return &question{prompt: words.Phrase("%s. Choose one", d.Title), choices: toPut(d.X, reason)}
}

// toPut are the answers to what is put; a motion takes only the plain ones.
func toPut(x exercise.Subject, reason *question) []choice {
	on := "position " + string(x)
	accept, object, aside := choice{label: words.Phrase("Accept"), line: on + " accept"}, choice{label: words.Phrase("Object"), then: reason}, choice{label: words.Phrase("Stand aside"), line: on + " aside"}
	if strings.HasPrefix(string(x), "M") {
		return []choice{accept, object, aside}
	}
	return []choice{
		accept,
		{label: words.Phrase("Accept, subject to my capital or board, within 10 minutes"), line: on + " accept ad-ref 10m"},
		{label: words.Phrase("Not yet"), then: &question{prompt: words.Phrase("What do you need first?"), verb: on + " not-yet"}},
		object,
		aside,
		{label: words.Phrase("Accept on a condition, sealed"), then: &question{
			prompt: words.Phrase("On what does it depend? For example: %s. Nobody else sees it before it can be met", "A15 carried and 5 agreed"),
			verb:   on + " accept if", open: true,
		}},
	}
}

func asksTeam(v *exercise.View, prompt exercise.Phrase, each func(exercise.TeamView) choice) *question {
	var list []choice
	for _, t := range v.Room.Teams {
		if t.ID != v.Own.Team {
			c := each(t)
			c.label = words.Phrase("%s, %s", t.Name, track(t.Track))
			list = append(list, c)
		}
	}
	if list == nil {
		return nil
	}
	return &question{prompt: prompt, choices: list}
}

func asksIncident(v *exercise.View) *question {
	var list []choice
	for _, x := range slices.Concat(v.Room.Incidents, v.Own.Incidents) {
		if x.Asks != "" {
			list = append(list, choice{
				label: words.Phrase("%s, %s", x.ID, x.Title),
				then:  &question{prompt: words.Phrase("What do you answer?"), verb: "answer " + x.ID},
			})
		}
	}
	if list == nil {
		return nil
	}
	return &question{prompt: words.Phrase("Which incident do you answer?"), choices: list}
}

// asksAlternative offers the alternatives of a point, or of all points of the
// item that is open.
func asksAlternative(v *exercise.View, verb string, point exercise.PointID) *question {
	item, _ := openItem(v)
	var list []choice
	for _, c := range v.Room.Clauses {
		for _, para := range c.Paras {
			eachPoint(para.Nodes, func(pt exercise.PointView) {
				if pt.ID != point && (point != "" || !slices.Contains(item.Clauses, c.ID)) {
					return
				}
				for _, a := range pt.Alts {
					list = append(list, stanceOn(verb, a))
				}
			})
		}
	}
	if list == nil {
		return nil
	}
	return &question{prompt: words.Phrase("Which alternative? A number names it"), choices: list}
}

func stanceOn(verb string, a exercise.AltView) choice {
	c := choice{
		label: words.Phrase("%s, “%s”", a.ID.String(), altText(a, exercise.InBrackets, brackets(nil))),
		line:  verb + " " + a.ID.String(),
	}
	if verb == "cannot" {
		c.line, c.then = "", &question{prompt: words.Phrase("What is your reason?"), verb: c.line}
	}
	return c
}
