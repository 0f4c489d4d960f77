package action

import (
	"strings"

	"kefi/exercise"
)

// What control sends into the room.
var injecting = []Action{
	{
		Name: "inject", Synopsis: "inject I5 [now]", Example: "inject I5", Also: []string{"inject I5 now"},
		Help: "Sends a planned inject; for ten seconds it can be taken back, unless now is said.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			return exercise.SendInject{Inject: l.inject(), Now: l.accept("now")}
		},
	},
	{
		Name: "inject new", Synopsis: `inject new to TEAM… [from NAME] [at T+45m|+5m] "Title": "text"`,
		Example: `inject new to hydra forge "Pressure falls": "Two districts report low pressure."`,
		Also: []string{
			`inject new to all Calm: "Nothing was found."`,
			`inject new to ε from "Harbour CERT" at +5m "Again": "It spreads."`, `inject new to all at T+45m Calm: "Nothing was found."`,
		},
		Help: "Writes a new inject and sends it, or plans it: to all, to a track, to teams or to seats, in anybody's name.",
		Who:  directors, command: readWriteInject,
	},
	{
		Name: "takeback", Synopsis: "takeback I5", Example: "takeback I5",
		Help: "Takes back an inject that waits to be delivered: nobody has seen it.",
		Who:  directors, when: unless("No inject waits to be delivered.", injectQueued),
		command: func(l *line) exercise.Command { return exercise.TakeBack{Inject: l.inject()} },
	},
	{
		Name: "reply-as", Synopsis: `reply-as NAME [#N] "…"`, Example: `reply-as "Harbour CERT" "Not seen before."`,
		Also: []string{`reply-as capital #R2 "You may accept."`, "reply-as Q1 #R2"},
		Help: "Answers a question to the world in somebody's name; #N where several wait. The id of a prepared answer alone gives that.",
		Who:  personas, when: unless("No question to the world waits.", requestWaits),
		command: func(l *line) exercise.Command {
			return exercise.ReplyAs{Name: l.name("the name"), No: l.maybeRequest(), Words: l.optional("the answer")}
		},
	},
}

// readWriteInject reads addressees, then whose name it bears and when it comes,
// up to the title, which stands in quotation marks or ends in a colon.
func readWriteInject(l *line) exercise.Command {
	l.expect("to")
	w := exercise.WriteInject{}
	for l.err == nil && !l.done() && !startsQuoted(l.rest) && !strings.HasSuffix(l.peek(), ":") {
		switch {
		case l.accept("from"):
			w.From = l.name("the name")
		case l.accept("at"):
			w.At, w.In = l.storyTime()
		default:
			w.To = append(w.To, l.addressee())
		}
	}
	if l.err == nil && len(w.To) == 0 {
		l.fail("Here a team is missing, or all.")
	}
	w.Title, w.Body = l.titled("the title"), l.tail("the text")
	return w
}

// addressee reads all, a track by its letter in either alphabet, a team or a seat.
func (l *line) addressee() string {
	id := l.shaped(strings.TrimSuffix(l.word("a team"), ","), seatName, "a team", "arcadia")
	for _, t := range exercise.Tracks() {
		if strings.EqualFold(id, t.ASCII()) || id == t.Word() {
			return string(t)
		}
	}
	return id
}

func injectQueued(v *exercise.View) bool {
	if v.Own.Control == nil {
		return false
	}
	for _, row := range v.Own.Control.Timeline {
		if row.State == "queued" {
			return true
		}
	}
	return false
}

func requestWaits(v *exercise.View) bool {
	if v.Own.Control == nil {
		return false
	}
	for _, r := range v.Own.Control.Requests {
		if r.Answer == "" {
			return true
		}
	}
	return false
}
