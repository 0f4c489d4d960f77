package transcript

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"kefi/exercise"
)

// ErrNotAdopted: there is no text yet that anybody could sign.
var ErrNotAdopted = errors.New("The text has not been adopted, so there is none to sign yet.")

// Accord is the adopted text as those who adopted it sign it with their own
// keys: plain, a paragraph a line, the same bytes for every seat and in every
// later version, named as the minutes are. It holds what binds and nothing
// else, neither who has signed nor with what reservation. In a text that is not adopted it is ErrNotAdopted.
func Accord(v *exercise.RoomView) (string, error) {
	if v.Closing == nil || !v.Closing.Adopted {
		return "", ErrNotAdopted
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n", banner(v.Exercise.Title), v.Exercise.Title)
	var beside []string
	for _, c := range v.Clauses {
		switch c.State {
		case exercise.ClauseFinal:
			accordClause(&b, c)
		case exercise.ClauseDeferred:
			beside = append(beside, fmt.Sprintf("Not agreed: clause %s, %s.", c.ID, c.Title))
		case exercise.ClauseDeleted:
			beside = append(beside, fmt.Sprintf("Deleted: clause %s, %s.", c.ID, c.Title))
		}
	}
	if len(beside) > 0 {
		fmt.Fprintf(&b, "\n%s\n", strings.Join(beside, "\n"))
	}
	fmt.Fprintf(&b, "\n%s\n", banner(v.Exercise.Title))
	return renamed(b.String(), v), nil
}

func accordClause(b *strings.Builder, c exercise.ClauseView) {
	fmt.Fprintf(b, "\n%s. %s\n", c.ID, c.Title)
	for _, p := range c.Paras {
		text := ""
		for _, n := range p.Nodes {
			text += n.Text
		}
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			fmt.Fprintf(b, "\n%s %s\n", p.ID, text)
		}
	}
}

func writeAccord(w io.Writer, s *Source) error {
	text, err := Accord(s.View.Room)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}
