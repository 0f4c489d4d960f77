package action

import (
	"strings"

	"kefi/exercise"
)

// What evaluators record. Control sees it too, everybody in the debrief.
var evaluating = []Action{
	{
		Name: "observe", Synopsis: `observe OBJ strength|improve "…" [#N…]`,
		Example: `observe 2 strength "The port was told within the hour." #148`,
		Also:    []string{"observe 1 improve Nobody named a contact."},
		Help:    "Records what you saw of an objective, with the entries that show it; seen by evaluators and control, by all in the debrief.",
		Who:     evaluators,
		command: func(l *line) exercise.Command {
			c := exercise.Observe{Objective: l.participant("the objective"), Aspect: exercise.Aspect(l.choice("a kind of observation", "strength", "improve"))}
			c.Words, c.Entries = l.referring("the observation")
			return c
		},
	},
	{
		Name: "rate", Synopsis: `rate OBJ P|S|M|U "why"`, Example: `rate 2 S "The notice came late"`,
		Help: "Rates an objective, with your reason: P performed without challenges, S with some, M with major challenges, U unable to be performed. The last rating stands.",
		Who:  evaluators,
		command: func(l *line) exercise.Command {
			c := exercise.Rate{Objective: l.participant("the objective")}
			c.Rating = exercise.Rating(strings.ToUpper(l.choice("a rating", "p", "s", "m", "u")))
			c.Why = l.tail("the reason")
			return c
		},
	},
	{
		Name: "action", Synopsis: `action "…" owner ORG by DATE`, Example: `action "Name one contact in each port" owner "Harbour CERT" by 2027-03-01`,
		Also: []string{`action "Train the shift" owner Hydra by 1 March 2027`},
		Help: "Proposes what is to be done after the exercise, by whom and by when.",
		Who:  evaluators,
		command: func(l *line) exercise.Command {
			c := exercise.ProposeAction{Words: l.text("the action")}
			l.expect("owner")
			c.Owner = l.upTo("by", "the owner")
			c.Due = l.day()
			return c
		},
	},
	{
		Name: "debrief", Synopsis: "debrief", Example: "debrief",
		Help: "Reads what the evaluators saw of each objective, their ratings and the actions proposed, once the debrief is open.",
		Kind: Read, when: unless("The debrief opens with ENDEX; until then what evaluators record is theirs and control's.", hasDebrief),
		query: func(*line) []string { return nil },
	},
}

func hasDebrief(v *exercise.View) bool { return v.Debriefed() != nil }

var evaluators = []exercise.Role{exercise.Evaluator}

// referring reads a text and the entries named behind it: #148 #152. An
// unquoted text ends where they begin.
func (l *line) referring(what string) (exercise.Text, []string) {
	if l.err != nil {
		return exercise.Text{}, nil
	}
	if startsQuoted(l.rest) {
		text := l.text(what)
		var entries []string
		for l.err == nil && !l.done() {
			entries = append(entries, l.entry())
		}
		return text, entries
	}
	words := strings.Fields(l.rest)
	end := len(words)
	for end > 0 && strings.HasPrefix(words[end-1], "#") && entryNo.MatchString(strings.ToLower(words[end-1][1:])) {
		end--
	}
	var entries []string
	for _, w := range words[end:] {
		entries = append(entries, strings.ToLower(w[1:]))
	}
	l.rest = strings.Join(words[:end], " ")
	return l.tail(what), entries
}

// upTo reads a text in quotation marks, or unquoted words up to the last one
// of these.
func (l *line) upTo(stop, what string) exercise.Text {
	if l.err != nil {
		return exercise.Text{}
	}
	if startsQuoted(l.rest) {
		text := l.text(what)
		l.expect(stop)
		return text
	}
	words := strings.Fields(l.rest)
	for i := len(words) - 1; i > 0; i-- {
		if strings.EqualFold(words[i], stop) {
			l.rest = strings.Join(words[i+1:], " ")
			return l.clean(what, strings.Join(words[:i], " "))
		}
	}
	l.fail("Here %q is missing.", stop)
	return exercise.Text{}
}
