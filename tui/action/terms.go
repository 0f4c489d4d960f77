package action

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// Term is one fact of the first page, that agree accepts: a label and its
// sentences.
type Term struct{ Label, Says exercise.Phrase }

// Terms are the facts that everybody reads before they take part (rules.md 8).
func Terms(about exercise.About) []Term {
	return []Term{
		{words.Phrase("Who runs this"), words.Phrase("%s. Ask them anything about it.", strings.TrimRight(about.Organiser, "."))},
		{words.Phrase("What is kept"), words.Phrase("What you send, with its time. Drafts you do not send are erased when the exercise ends.")},
		{words.Phrase("Who can read it"), words.Phrase("What is said at the table: everyone, and the minutes. In your team room: your team. A question: the two teams. " +
			"A whisper: you and the chair. The server's operator: all of it.")},
		{words.Phrase("How long"), words.Phrase("Private words are kept %s, then they and the names of people are forgotten.", keptFor(about.Retention))},
		{words.Phrase("Research"), words.Phrase("A separate choice. It changes nothing in play.")},
	}
}

// keptFor says how long private words are kept: "for 90 days".
func keptFor(retention string) exercise.Phrase {
	days, ok := strings.CutSuffix(retention, "d")
	if n, err := strconv.Atoi(days); ok && err == nil {
		return words.Counted(n, "for %d day", "for %d days")
	}
	if retention == "" {
		return words.Phrase("until the organiser erases it")
	}
	return words.Phrase("for %s", retention)
}
