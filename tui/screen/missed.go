package screen

import (
	"cmp"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// span is a stretch of time that a seat has not seen, in wall ms.
type span struct{ from, until int64 }

func (x span) holds(wall int64) bool { return wall >= x.from && wall < x.until }

// minutes is how long it is, at least one.
func (x span) minutes() int { return max(int((x.until-x.from+minuteMs/2)/minuteMs), 1) }

const minuteMs = int64(60_000)

// happened is one thing that did, with the page that shows it.
type happened struct {
	title    string
	incident string // its label, if it is one
	draw     func(*Drawing, *Sight)
}

// missed is what happened in a span, the most pressing first: incidents,
// questions, decisions, amendments, clauses that read otherwise, and what was
// said.
func (s *Sight) missed(x span) []happened {
	var list []happened
	for _, add := range []func(span) []happened{
		s.missedIncidents, s.missedAsks, s.missedDecisions, s.missedAmendments, s.missedChanges, s.missedWords,
	} {
		list = append(list, add(x)...)
	}
	return list
}

func (s *Sight) missedIncidents(x span) (list []happened) {
	for _, all := range [][]exercise.IncidentView{s.View.Room.Incidents, s.View.Own.Incidents} {
		for _, i := range all {
			if x.holds(i.Wall) {
				list = append(list, happened{s.Say("Incident %s", i.ID) + ": " + i.Title, i.ID, func(d *Drawing, s *Sight) {
					if i := s.Incident(i.ID); i != nil {
						s.incidentHead(d, i)
						s.incidentText(d, i)
						d.Raw(s.Theme.Paint(theme.Alert, s.exerciseMark(s.Width)))
					}
				}})
			}
		}
	}
	return list
}

func (s *Sight) missedAsks(x span) (list []happened) {
	for _, a := range s.View.Own.Asks {
		if a.To == s.View.Own.Team && a.Answer == "" && x.holds(a.Wall) {
			list = append(list, happened{title: s.Say("%s asks you", s.Team(a.From).Name), draw: func(d *Drawing, s *Sight) {
				d.Text(2, s.in(theme.Body).Say("%s asks: %s", s.TeamRuns(a.From), a.Text))
				d.Text(2, s.in(theme.Muted).Say("To answer: %s", "/answer-ask #"+a.No+` "…"`))
			}})
		}
	}
	return list
}

func (s *Sight) missedDecisions(x span) (list []happened) {
	for _, dec := range s.View.Room.Decisions {
		if x.holds(dec.At) {
			list = append(list, happened{title: s.Say("Decision %s", dec.ID) + ": " + s.phrase(dec.Title), draw: func(d *Drawing, s *Sight) { drawDecision(d, s, dec.ID) }})
		}
	}
	return list
}

// missedAmendments are those that were lodged, by the first line of each.
func (s *Sight) missedAmendments(x span) (list []happened) {
	lodged := map[string]int64{}
	for _, l := range s.View.Room.Feed {
		if _, known := lodged[l.Ref]; l.Kind == "lodged" && !known {
			lodged[l.Ref] = l.Wall
		}
	}
	for _, a := range s.View.Room.Amendments {
		if x.holds(lodged[string(a.ID)]) && !s.isOurs(&a) {
			list = append(list, happened{title: s.Say("Amendment %s", a.ID) + ": " + s.phrase(a.Line), draw: func(d *Drawing, s *Sight) { drawAmendment(d, s, a.ID) }})
		}
	}
	return list
}

// isOurs says that one's own team was the first to ask for it.
func (s *Sight) isOurs(a *exercise.AmendmentView) bool {
	return len(a.Sponsors) > 0 && a.Sponsors[0] == s.View.Own.Team
}

// missedChanges are the clauses that read otherwise than before.
func (s *Sight) missedChanges(x span) (list []happened) {
	ids, before := s.changedClauses(x)
	for _, id := range ids {
		list = append(list, happened{title: s.Say("Clause %s changed", id), draw: func(d *Drawing, s *Sight) { s.drawChanges(d, id, before) }})
	}
	return list
}

// changedClauses are the clauses that changed, and the revision before.
func (s *Sight) changedClauses(x span) (ids []exercise.ClauseID, before int) {
	changed := map[exercise.ParaID]bool{}
	for _, r := range s.View.Room.Revisions {
		if r.N > 0 && x.holds(r.Wall) {
			changed[r.Para] = true
		} else if r.Wall < x.from {
			before = max(before, r.N)
		}
	}
	for _, c := range s.View.Room.Clauses {
		if slices.ContainsFunc(c.Paras, func(p exercise.ParaView) bool { return changed[p.ID] }) {
			ids = append(ids, c.ID)
		}
	}
	return ids, before
}

// drawChanges is a clause as a redline from a revision to what stands.
func (s *Sight) drawChanges(d *Drawing, id exercise.ClauseID, from int) {
	c := clauseOf(s.View.Room, id)
	if c == nil {
		return
	}
	d.Line(theme.Strong, " "+s.Say("Clause %s", c.ID)+" "+s.Theme.Glyphs.Dot+" "+c.Title)
	for _, p := range c.Paras {
		d.Hang(" "+s.Theme.Paint(theme.Strong, fit(string(p.ID), 4, ""))+" ", s.redlineRuns(s.View.Room.ChangesSince(p, from)))
	}
}

// missedWords is what was said, by others and to this seat, as one thing.
func (s *Sight) missedWords(x span) []happened {
	lines := s.said(x)
	if len(lines) == 0 {
		return nil
	}
	return []happened{{title: s.Count(len(lines), "%d line was said", "%d lines were said"), draw: func(d *Drawing, s *Sight) {
		for _, l := range s.said(x) {
			d.entry(l)
		}
	}}}
}

// said are the lines spoken in a span, at the table and in private rooms.
func (s *Sight) said(x span) (lines []exercise.Line) {
	for _, all := range [][]exercise.Line{s.View.Room.Feed, s.View.Own.Lines} {
		for _, l := range all {
			if l.Spoken && x.holds(l.Wall) && l.Seat != s.View.Own.Seat {
				lines = append(lines, l)
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b exercise.Line) int { return cmp.Compare(a.Wall, b.Wall) })
	return lines
}

// summed sums up what is not the text: "1 incident, 2 amendments, 1 question
// for you".
func (s *Sight) summed(x span) string {
	var parts []string
	tally := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, s.Count(n, one, many))
		}
	}
	tally(len(s.missedIncidents(x)), "%d incident", "%d incidents")
	tally(len(s.missedDecisions(x)), "%d decision", "%d decisions")
	tally(len(s.missedAmendments(x)), "%d amendment", "%d amendments")
	tally(len(s.missedAsks(x)), "%d question for you", "%d questions for you")
	tally(len(s.said(x)), "%d line was said", "%d lines were said")
	return strings.Join(parts, ", ")
}

// changed names the clauses that read otherwise: "Clause 3 changed."
func (s *Sight) changed(x span) string {
	ids, _ := s.changedClauses(x)
	switch len(ids) {
	case 0:
		return ""
	case 1:
		return s.Say("Clause %s changed.", ids[0])
	}
	return s.Say("Clauses %s changed.", words.List(ids))
}
