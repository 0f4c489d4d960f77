package plain

import (
	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/tui/words"
)

// asksExport offers what the seat may take, now or later.
func asksExport(v *exercise.View) *question {
	q := &question{prompt: words.Phrase("Which copy?")}
	for _, e := range transcript.Offered(v.Own) {
		label := words.Phrase("%s, %s", words.Phrase(e.Help), e.File)
		switch later := e.NotNow(v) != nil; {
		case later && e.Closed:
			label = words.Phrase("%s, %s, once the exercise is closed", words.Phrase(e.Help), e.File)
		case later && e.Ended:
			label = words.Phrase("%s, %s, from ENDEX on", words.Phrase(e.Help), e.File)
		}
		q.choices = append(q.choices, choice{label: label, line: "export " + e.Name})
	}
	return q
}
