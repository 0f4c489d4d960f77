package action

import (
	"strings"

	"kefi/exercise"
)

// Straw polls, and who is here to decide.
var polling = []Action{
	{
		Name: "poll", Synopsis: `poll "…" A|B | ANSWER | close`, Example: `poll "Would 48 hours do?" yes|no`,
		Also: []string{"poll yes", "poll 2", "poll close"},
		Help: "The chair takes a straw poll, which decides nothing; a delegate answers it by the words or the number of an answer.",
		Who:  speakers, Phases: untilClosed, command: readPoll,
	},
	{
		Name: "quorum", Synopsis: "quorum", Example: "quorum",
		Help: "Tells who of whom is present in each track, and whether decisions can be taken.",
		Kind: Read, query: func(*line) []string { return nil },
	},
}

// readPoll: a question in quotation marks with answers after it opens a poll;
// anything else answers the one that stands.
func readPoll(l *line) exercise.Command {
	if l.peek() == "close" {
		l.expect("close")
		return exercise.ClosePoll{}
	}
	if _, rest, ok := cutQuoted(l.rest); !startsQuoted(l.rest) || !ok || rest == "" {
		return exercise.AnswerPoll{Answer: l.tail("an answer")}
	}
	p := exercise.Poll{Question: l.text("the question")}
	for answer := range strings.SplitSeq(l.rest, "|") {
		part := &line{rest: strings.TrimSpace(answer)}
		p.Options = append(p.Options, part.tail("an answer"))
		if part.err != nil {
			l.failed(part.err)
		}
	}
	l.rest = ""
	return p
}
