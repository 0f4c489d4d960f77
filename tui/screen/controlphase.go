package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is how control takes everybody from phase to phase.

// nextRows say what control would do next, and who needs a break.
func (s *Sight) nextRows() []listRow {
	c := s.View.Own.Control
	var rows []listRow
	for _, seat := range c.Timeouts {
		rows = append(rows, listRow{lines: indented(" ", s.row(0, runs{{theme.Alert, "! "}, {theme.Body, s.seatName(seat) + " needs a break."}}))})
	}
	for _, no := range c.Expunge {
		rows = append(rows, listRow{lines: indented(" ", s.row(0, muted("The removal of #"+strings.TrimPrefix(no, "#")+" waits for the recorder.")))})
	}
	if s.saysQueued(c.Next) {
		return rows
	}
	row := listRow{id: "next", lines: s.row(0, append(runs{{theme.Strong, "Next: "}}, plain(asTyped(s.phrase(c.Next)))...))}
	if step, ok := nextPhase(s.View.Room.Phase); ok && strings.HasPrefix(asTyped(c.Next.String()), step.line) {
		row.does = []does{s.moves(step)}
	}
	return append(rows, row)
}

// saysQueued says that what comes next is the inject which the line above the
// list is about, and that there is no room to say it twice.
func (s *Sight) saysQueued(next exercise.Phrase) bool {
	x, there := s.queued()
	return there && s.Card() && strings.HasPrefix(next.String(), string(x.ID)+" ")
}

// moves opens the review of a step to the next phase.
func (s *Sight) moves(step phaseStep) does {
	page := &review{title: step.title, says: step.says, yes: step.yes, does: []Act{Type{step.line}}, tells: step.tells}
	return does{key: "enter", word: lower(step.title) + " " + s.Theme.Glyphs.Waiting, acts: []Act{Open{Page: page, Focus: true}}}
}

// phaseRows are the way on, where control is not asked to take it yet.
func (s *Sight) phaseRows() []listRow {
	step, ok := nextPhase(s.View.Room.Phase)
	if !ok || strings.HasPrefix(asTyped(s.View.Own.Control.Next.String()), step.line) {
		return nil
	}
	return []listRow{
		s.heading(0, "When the time has come", ""),
		{id: "phase", lines: s.row(0, plain(step.title)), does: []does{s.moves(step)}},
	}
}

// phaseStep is the way from one phase to the next. Everyone is moved, so each
// has its review page.
type phaseStep struct {
	title, yes, line string
	says             []string
	tells            func(*Sight) string // what control has to know at that moment; may be nil
}

func nextPhase(phase exercise.Phase) (phaseStep, bool) {
	const moved = "Every seat is moved there at once, and the room is told."
	step, ok := map[exercise.Phase]phaseStep{
		exercise.Lobby: {"Start the exercise", "Announce STARTEX", "/start", []string{
			"STARTEX is announced to every seat, and the scenario clock starts.",
			"An exercise that has started can be paused, and ended, but not started again.",
		}, (*Sight).attendance},
		exercise.Briefing: {"Open the table", "Open the table", "/phase table", []string{"The briefing ends and the agenda begins.", moved}, nil},
		exercise.Table:    {"Go to closing", "Go to closing", "/phase closing", []string{"The floor closes. What is not agreed by now stays open unless it is deferred.", moved}, nil},
		exercise.Closing:  {"Go to the hot wash", "Go to the hot wash", "/phase hot wash", []string{"Signing ends. The questions of the hot wash follow, answered without names.", moved}, nil},
		exercise.HotWash:  {"End the exercise", "Announce ENDEX", "/end", []string{"ENDEX is announced to every seat. Unsent drafts and reading traces are erased."}, nil},
		exercise.Debrief:  {"Close the exercise", "Close it", "/phase closed", []string{"The exercise is closed; from now on the record can be exported whole.", moved}, nil},
	}[phase]
	return step, ok
}

// questionRows are the prepared questions of the hot wash, in its phase.
func (s *Sight) questionRows() []listRow {
	if s.View.Room.Phase != exercise.HotWash {
		return nil
	}
	var rows []listRow
	asked := map[string]bool{}
	if v := s.View.Room.HotWash; v != nil {
		for _, b := range v.Boards {
			asked[b.Question] = true
		}
		if v.Question != "" {
			asked[v.Question] = true
			rows = append(rows, listRow{lines: s.row(0, runs{{theme.Strong, "Open: "}, {theme.Body, v.Question}, {theme.Alert, "   " + mmss(v.Until-s.Now)}})})
		}
	}
	rows = append(rows, s.heading(0, "Questions for the hot wash", ""))
	for i, q := range s.View.Own.Control.Questions {
		row := listRow{id: fmt.Sprint("question ", i), lines: s.row(0, plain(q)), does: []does{types("enter", "open it", "/question "+quoted(q))}}
		if asked[q] {
			row.lines, row.does = s.row(0, muted(q+"  "+s.Theme.Glyphs.Done+" asked")), nil
		}
		rows = append(rows, row)
	}
	return rows
}
