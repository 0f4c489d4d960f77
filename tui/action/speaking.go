package action

import "kefi/exercise"

// What is said and done about the floor.
var speaking = []Action{
	{
		Name: "say", Synopsis: `say "…"`, Example: `say "Forty-eight would do."`,
		Help: "Speaks to the table; it needs the floor.",
		Key:  "Enter", Who: speakers, when: floorIsFree,
		command: func(l *line) exercise.Command { return exercise.Say{Words: l.tail("what you say")} },
	},
	{
		Name: "hand", Synopsis: "hand [down]", Example: "hand", Also: []string{"hand down"},
		Help: "Raises your hand for the queue, or takes it down.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Hand{Down: l.accept("down")} },
	},
	{
		Name: "yield", Synopsis: "yield", Example: "yield",
		Help: "Gives the floor back before your time is over.",
		Who:  delegates, Phases: atTable, when: floorIsOurs,
		command: func(*line) exercise.Command { return exercise.Yield{} },
	},
	{
		Name: "room", Synopsis: `room "…"`, Example: `room "Shall we take 48?"`,
		Help: "Speaks in your team room, which only your team reads.",
		Who:  delegates,
		command: func(l *line) exercise.Command {
			return exercise.SpeakRoom{Words: l.tail("what you say to your team")}
		},
	},
	{
		Name: "ask", Synopsis: `ask TEAM "…"`, Example: `ask hydra "Would 48 hours do?"`,
		Help: "Writes a question to one team; nobody else reads it.",
		Who:  speakers,
		command: func(l *line) exercise.Command {
			return exercise.Ask{Team: l.team(), Words: l.tail("the question")}
		},
	},
	{
		Name: "answer-ask", Synopsis: `answer-ask #N "…"`, Example: `answer-ask #k2.7 "With help, yes."`,
		Help: "Answers a question that another team wrote to yours.",
		Who:  delegates, when: unless("No question from another team waits for your answer.", hasAsk),
		command: func(l *line) exercise.Command {
			return exercise.AnswerAsk{No: l.entry(), Words: l.tail("the answer")}
		},
	},
	{
		Name: "whisper", Synopsis: `whisper "…"`, Example: `whisper "We need five minutes."`,
		Also: []string{`whisper hydra "Is 48 your last word?"`},
		Help: `Writes to the chair alone; the chair writes whisper SEAT "…" or whisper TEAM "…".`,
		Who:  speakers, command: readWhisper,
	},
}

// readWhisper takes a recipient only before a text in quotation marks. Words
// without them go to the chair, so that none can reach another team by mistake.
func readWhisper(l *line) exercise.Command {
	to := "chair"
	if first, rest := cutWord(l.rest); !startsQuoted(first) && startsQuoted(rest) {
		to = l.participant("a seat or a team")
	}
	return exercise.Whisper{To: to, Words: l.tail("what you whisper")}
}

func hasAsk(v *exercise.View) bool {
	for _, a := range v.Own.Asks {
		if a.To == v.Own.Team && a.Answer == "" {
			return true
		}
	}
	return false
}
