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
		Name: "inject new", Synopsis: `inject new to TEAM… "Title": "text"`,
		Example: `inject new to hydra forge "Pressure falls": "Two districts report low pressure."`,
		Also:    []string{`inject new to all Calm: "Nothing was found."`},
		Help:    "Writes a new inject and sends it, to all, to a track, to teams or to seats.",
		Who:     directors, command: readWriteInject,
	},
	{
		Name: "takeback", Synopsis: "takeback I5", Example: "takeback I5",
		Help: "Takes back an inject that waits to be delivered: nobody has seen it.",
		Who:  directors, when: unless("No inject waits to be delivered.", injectQueued),
		command: func(l *line) exercise.Command { return exercise.TakeBack{Inject: l.inject()} },
	},
	{
		Name: "retime", Synopsis: "retime I5 T+45m", Example: "retime I5 T+45m",
		Help: "Moves a planned inject to another time of the story.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			return exercise.Retime{Inject: l.inject(), At: l.scenarioTime()}
		},
	},
	{
		Name: "drop", Synopsis: `drop I5 "why"`, Example: `drop I5 "Time is short."`,
		Help: "Gives up a planned inject.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			return exercise.Drop{Inject: l.inject(), Why: l.tail("the reason")}
		},
	},
	{
		Name: "reply-as", Synopsis: `reply-as NAME [#N] "…"`, Example: `reply-as "Harbour CERT" "Not seen before."`,
		Also: []string{`reply-as capital #R2 "You may accept."`},
		Help: "Answers a question to the world in somebody's name; #N where several wait.",
		Who:  personas, when: unless("No question to the world waits.", requestWaits),
		command: func(l *line) exercise.Command {
			return exercise.ReplyAs{Name: l.name("the name"), No: l.maybeRequest(), Words: l.tail("the answer")}
		},
	},
}

// readWriteInject reads addressees up to the title, which stands in quotation
// marks or ends in a colon.
func readWriteInject(l *line) exercise.Command {
	l.expect("to")
	w := exercise.WriteInject{}
	for l.err == nil && !l.done() && !startsQuoted(l.rest) && !strings.HasSuffix(l.peek(), ":") {
		w.To = append(w.To, l.addressee())
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
