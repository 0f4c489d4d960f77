package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// chairPage is what the chair sees beside the table: what to do next and why,
// what is ready and who has said nothing, what was told in confidence, the
// floor and the agenda. It holds nothing of the MSEL nor of any brief.
type chairPage struct{ rows rowList }

func (c *chairPage) draw(s *Sight) Area { return c.rows.area(s, s.chairRows()) }

func (c *chairPage) key(s *Sight, k key) ([]Act, bool) {
	if s.Focused {
		switch k.String() {
		case "n":
			return []Act{Type{"/next"}}, true
		case "u":
			return []Act{Type{"/undo"}}, true
		}
	}
	return c.rows.key(s, k, s.chairRows())
}

func (c *chairPage) hints(s *Sight) []Hint {
	hints := c.rows.hints(s, s.chairRows())
	if s.Focused {
		if s.View.Room.Phase == exercise.Table {
			hints = append(hints, Hint{"n", "next", "next"})
		}
		if !s.View.Own.Chair.CanUndo.IsZero() {
			hints = append(hints, Hint{"u", "take back", "undo"})
		}
	}
	return hints
}

// chairRows are the rows of the page, the most pressing first.
func (s *Sight) chairRows() []listRow {
	first := slices.Concat(s.suggestRows(), s.standingRows(), s.businessRows(), s.readyRows())
	if s.Wide() {
		return slices.Concat(first, s.instructionRows(), s.confidenceRows(), s.teamRows(), s.quietRows(), s.agendaRows(), s.projectorRows(), s.lastRows())
	}
	return slices.Concat(first, s.quietRows(), s.teamRows(), s.instructionRows(), s.confidenceRows(), s.agendaRows(), s.projectorRows(), s.lastRows())
}

// suggestRows is the chair's next line with its reason, and what can be taken back.
func (s *Sight) suggestRows() []listRow {
	c := s.View.Own.Chair
	var rows []listRow
	if !c.Suggest.IsZero() {
		line := c.Line(s.Lang)
		row := listRow{id: "suggest " + c.Verb, lines: s.row(0, append(runs{{theme.Strong, "Next: "}}, plain(asTyped(s.phrase(c.Suggest)))...))}
		if c.Verb != "" {
			row.lines = append(row.lines, s.under(0, 2, runs{{theme.Strong, "Enter"}, {theme.Body, "  /" + line}})...)
			row.does = []does{types("enter", line, "/"+line)}
			if strings.HasSuffix(c.Verb, `"`) { // its words are the chair's to write
				row.does = []does{prefills("enter", "write it", "/"+c.Verb)}
			}
		}
		rows = append(rows, row)
	}
	if !c.CanUndo.IsZero() {
		rows = append(rows, listRow{lines: s.under(0, 3, muted("u takes back "+s.phrase(c.CanUndo)+", for all to see."))})
	}
	return rows
}

// standingRows are the decisions that stand, with how they would end.
func (s *Sight) standingRows() []listRow {
	var rows []listRow
	for _, d := range s.View.Room.Standing {
		if len(rows) == 0 {
			rows = append(rows, s.heading(0, "Standing", ""))
		}
		word := map[string]string{"gavel": "Any objection to ", "put": "Positions on ", "deferral": "Deferral of ", "silence": "Silence on "}[d.Form]
		left := ""
		if d.Until > 0 {
			left = "   " + s.Left(d.Until)
		}
		row := listRow{id: "standing " + string(d.X), lines: s.row(0, runs{{theme.Body, word + s.phrase(d.Title)}, {theme.Strong, left}})}
		row.lines = append(row.lines, s.under(0, 2, muted(s.answers(d)))...)
		if !d.IfNothingChanges.IsZero() {
			row.lines = append(row.lines, s.under(0, 2, plain(s.phrase(d.IfNothingChanges)))...)
		}
		row.does = []does{types("e", "one minute more", "/extend 1m"), types("x", "close it now", "/close "+string(d.X)), s.bringing(string(d.X))}
		rows = append(rows, row)
	}
	return rows
}

// answers sums up who has answered and who has said nothing.
func (s *Sight) answers(d exercise.DecisionView) string {
	var said []string
	var silent []exercise.TeamID
	for _, p := range d.Positions {
		if p.Position == exercise.NoPosition {
			silent = append(silent, p.Team)
			continue
		}
		words := ""
		if p.Words != "" {
			words = " (“" + p.Words + "”)"
		}
		said = append(said, s.Team(p.Team).Name+" "+positionWord(p)+words)
	}
	if len(silent) > 0 {
		said = append(said, "silent: "+s.names(silent))
	}
	return strings.Join(said, "; ") + "."
}

// positionWord is a position within a sentence after a team's name.
func positionWord(p exercise.PositionView) string {
	switch p.Position {
	case exercise.Accept:
		if p.AdRef {
			return "accepts ad ref"
		}
		return "accepts"
	case exercise.NotYet:
		return "not yet"
	case exercise.Objects:
		return "objects"
	case exercise.StandAside:
		return "stands aside"
	case exercise.PositionWait:
		return "asks to wait"
	}
	return string(p.Position)
}

// readyRows are what may be gavelled, with who has said nothing, and what
// delegates ask to have put.
func (s *Sight) readyRows() []listRow {
	c := s.View.Own.Chair
	if len(c.Ready)+len(c.Requests) == 0 && (len(s.View.Room.Standing) > 0 || s.View.Room.Phase != exercise.Table) {
		return nil
	}
	rows := []listRow{s.heading(0, "Ready", "")}
	for _, r := range c.Ready {
		silent := "everyone has said something"
		if len(r.Silent) > 0 {
			silent = s.names(r.Silent) + " said nothing"
		}
		rows = append(rows, listRow{
			id:    "ready " + string(r.X),
			lines: s.row(0, runs{{theme.Strong, string(r.X)}, {theme.Body, " “" + s.phrase(r.Text) + "”   "}, {theme.Muted, silent}}),
			does:  []does{types("enter", "gavel "+string(r.X), "/gavel "+string(r.X)), types("g", "gavel", "/gavel "+string(r.X)), types("p", "put", "/put "+string(r.X)), prefills("s", "silence", "/silence "+string(r.X)+" 10m"), s.bringing(string(r.X))},
		})
	}
	if len(c.Ready) == 0 {
		rows = append(rows, listRow{lines: s.row(0, muted(" Nothing is ready to gavel."))})
	}
	for i, r := range c.Requests {
		rows = append(rows, requestRow(s, i, s.phrase(r)))
	}
	return rows
}

// confidenceRows are what the chair alone was told: stances to the chair and
// whispers.
func (s *Sight) confidenceRows() []listRow {
	c := s.View.Own.Chair
	rows := []listRow{s.heading(0, "To you alone", "")}
	for i, st := range c.Stances {
		if !st.ToChair {
			continue
		}
		why := ""
		if st.Why != "" {
			why = ": " + st.Why
		}
		rows = append(rows, listRow{
			id:    fmt.Sprint("stance ", i),
			lines: s.row(0, append(s.TeamRuns(st.Team), plain(" "+stanceVerb(st.Stance)+" "+st.Alt.String()+why)...)),
			does:  []does{s.whispers("enter", string(st.Team))},
		})
	}
	for _, line := range s.View.Own.Lines {
		if line.Kind != "whisper" {
			continue
		}
		to := string(line.Team)
		if to == "" {
			to = string(line.Seat)
		}
		rows = append(rows, listRow{
			id: "line " + line.No, lines: s.row(0, append(s.speaker(line), plain(" "+line.Text)...)),
			does: []does{s.whispers("enter", to)},
		})
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// instructionRows are the acceptances that wait for a capital or a board.
func (s *Sight) instructionRows() []listRow {
	waiting := s.View.Own.Chair.AdRef
	if len(waiting) == 0 {
		return nil
	}
	rows := []listRow{s.heading(0, "Ad referendum", "")}
	for _, a := range waiting {
		told := plain(fmt.Sprintf(" accepted %s, %s left to clear it", a.X, s.Left(a.Until)))
		rows = append(rows, listRow{lines: indented(" ", s.row(0, append(s.TeamRuns(a.Team), told...)))})
	}
	return rows
}

func (s *Sight) whispers(key, to string) does {
	return prefills(key, "whisper", "/whisper "+to+` "`)
}

func stanceVerb(st exercise.Stance) string {
	return map[exercise.Stance]string{exercise.Prefer: "prefers", exercise.CanLive: "can live with", exercise.Cannot: "cannot accept"}[st]
}
