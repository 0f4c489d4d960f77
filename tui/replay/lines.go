package replay

import (
	"fmt"
	"io"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/plain"
	"kefi/tui/words"
)

// Lines writes what a seat read from a moment on as lines of text, each with
// its time, with an incident's whole text where it arrives. The error is w's.
func (l *Reel) Lines(w io.Writer, lang *words.Language, from int) error {
	mark := lang.Say("Exercise, replay: what follows was seen by %s.", l.seat.Name)
	head := banner(l.View(from).Room.Exercise)
	if _, err := fmt.Fprintf(w, "%s\n%s\n", head, mark); err != nil {
		return err
	}
	for i := from; i < len(l.moments); i++ {
		for _, x := range l.moments[i].Lines {
			if _, err := fmt.Fprintln(w, plain.Line(lang, l.View(i), x)); err != nil {
				return err
			}
			if x.Kind != "incident" || x.Ref == "" {
				continue
			}
			if err := l.incident(w, lang, i, x.Ref); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintln(w, head)
	return err
}

// incident writes an incident as it is read, where the seat may read it.
func (l *Reel) incident(w io.Writer, lang *words.Language, i int, label string) error {
	v := l.View(i)
	text, refusal := plain.Answer(lang, v, action.Query{Name: "read", Args: []string{label}}, v.Room.Clocks.Wall)
	if refusal != nil {
		return nil // it has been taken back since, or is called otherwise here
	}
	_, err := fmt.Fprintln(w, text)
	return err
}

// From is the moment that a player is at.
func (p *Player) From() (*Reel, int) { return p.reel, p.at }

// Seat is whose eyes a player looks with.
func (p *Player) Seat() exercise.SeatID { return p.reel.seat.ID }
