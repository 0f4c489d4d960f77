package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// paperOf answers what can be read from the view; nil where only the server
// can answer.
func (s *Sight) paperOf(q action.Query) Page {
	switch q.Name {
	case "brief":
		return newBrief()
	case "situation":
		return newSituation()
	case "agenda":
		return livePaper("Agenda", drawAgenda)
	case "who":
		return livePaper("Who is here", drawWho)
	case "time":
		return livePaper("Time", drawTime)
	case "quorum":
		return livePaper("Quorum", drawQuorum)
	case "caucuses":
		return newCaucus()
	case "text":
		return textPaper(q.Args)
	case "see":
		return s.seePlayer(q.Args[0])
	}
	return nil
}

// paperOn opens what an id names: an amendment, a decision, a point.
func (s *Sight) paperOn(id string) Page {
	for _, a := range s.View.Room.Amendments {
		if strings.EqualFold(string(a.ID), id) {
			return livePaper("Amendment "+string(a.ID), func(d *Drawing, s *Sight) { drawAmendment(d, s, a.ID) })
		}
	}
	for _, list := range [][]exercise.DecisionView{s.View.Room.Standing, s.View.Room.Decisions} {
		for _, x := range list {
			if strings.EqualFold(string(x.ID), id) {
				return livePaper("Decision "+string(x.ID), func(d *Drawing, s *Sight) { drawDecision(d, s, x.ID) })
			}
		}
	}
	if p := s.businessOn(id); p != nil {
		return p
	}
	for i := range s.View.Room.Clauses {
		for _, p := range pointsOf(&s.View.Room.Clauses[i]) {
			if strings.EqualFold(string(p.ID), id) {
				return livePaper("Point "+string(p.ID), func(d *Drawing, s *Sight) { drawPoint(d, s, p.ID) })
			}
		}
	}
	return nil
}

// businessOn opens a motion, a package or a poll.
func (s *Sight) businessOn(id string) Page {
	for _, m := range s.View.Room.Motions {
		if strings.EqualFold(string(m.ID), id) {
			return livePaper("Motion "+string(m.ID), func(d *Drawing, s *Sight) { drawMotion(d, s, m.ID) })
		}
	}
	for _, p := range s.View.Room.Packages {
		if strings.EqualFold(string(p.ID), id) {
			return livePaper("Package "+string(p.ID), func(d *Drawing, s *Sight) { drawPackage(d, s, p.ID) })
		}
	}
	return nil
}

func drawAgenda(d *Drawing, s *Sight) {
	for i, item := range s.View.Room.Agenda {
		now := i == s.View.Room.Item
		left := runs{{rowStyle(now), s.marked(now) + s.itemTitle(item)}}
		right := counted(item.Minutes, "minute")
		if now && item.Until > 0 {
			right = s.Left(item.Until) + " left of " + right
		}
		d.Runs(runs{{rowStyle(now), "  " + fit(left.line(s.Theme), 34, "") + "  "}, {theme.Muted, right}, {theme.Muted, "   /item " + item.Name}}[:2+plus(s.View.Own.Has(exercise.Chair))])
	}
	for i, r := range s.proceedings() {
		if i == 0 {
			d.Gap()
			d.Line(theme.Strong, "  Before the table")
		}
		d.Hang("    ", r)
	}
	drawRules(d, s)
	d.voided(s)
	for _, p := range s.View.Room.Polls {
		d.Gap()
		drawPoll(d, s, p.N)
	}
}

// drawRules says by which rules the table decides.
func drawRules(d *Drawing, s *Sight) {
	rules := s.View.Room.Rules
	if rules.Name == "" {
		return
	}
	d.Gap()
	d.Line(theme.Strong, "  How this table decides: "+rules.Name)
	for _, line := range rules.Lines {
		d.Text(4, plain(line))
	}
}

func plus(b bool) int {
	if b {
		return 1
	}
	return 0
}

func drawWho(d *Drawing, s *Sight) {
	for _, t := range s.View.Room.Teams {
		d.Runs(append(runs{{theme.Body, "  "}}, append(s.TeamRuns(t.ID), run{theme.Muted, "  " + t.Track.Word() + "  " + s.teamState(t)})...))
		for _, seat := range t.Seats {
			d.Text(6, s.seatRuns(seat, t.Acting == seat.ID))
		}
	}
	d.Gap()
	for _, seat := range s.View.Room.Staff {
		d.Text(2, s.seatRuns(seat, false))
	}
}

// seatRuns says who sits on a seat and how.
func (s *Sight) seatRuns(seat exercise.SeatView, acting bool) runs {
	via := map[string]string{"": "nobody sits here", "screen": "here", "plain": "here", "script": "by script"}[seat.Via]
	if acting {
		via += ", acting as head"
	}
	return runs{{theme.Body, seat.Name}, {theme.Muted, " (" + string(seat.ID) + "): " + via}}
}

func drawTime(d *Drawing, s *Sight) {
	c := s.View.Room.Clocks
	d.Runs(plain("  Local time      " + s.Clock(s.Now) + "  " + s.View.Room.Exercise.Zone))
	d.Runs(append(plain("  Scenario clock  "+mmss(s.Scenario())), clockState(c.ScenarioRunning, c.ScenarioWhy)...))
	d.Runs(append(plain("  Table clock     "+mmss(s.Table())), clockState(c.TableRunning, c.TableWhy)...))
}

func clockState(running bool, why string) runs {
	if running {
		return muted("  running")
	}
	if why == "" {
		return muted("  standing")
	}
	return muted("  standing: " + why)
}

func drawAmendment(d *Drawing, s *Sight, id exercise.AmendmentID) {
	for _, a := range s.View.Room.Amendments {
		if a.ID != id {
			continue
		}
		line := append(plain(a.Line+"  "), s.sponsorRuns(&a)...)
		d.Text(2, append(line, run{theme.Muted, "  " + a.State}))
		if a.Because != "" {
			d.Text(2, runs{{theme.Muted, "because "}, {theme.Body, a.Because}})
		}
		d.Gap()
		for _, alt := range a.Alts {
			drawPoint(d, s, alt.Point)
		}
	}
}

func drawPoint(d *Drawing, s *Sight, id exercise.PointID) {
	for i := range s.View.Room.Clauses {
		for _, p := range pointsOf(&s.View.Room.Clauses[i]) {
			if p.ID == id {
				s.spellOut(d, p)
			}
		}
	}
}

func drawDecision(d *Drawing, s *Sight, id exercise.DecisionID) {
	for _, list := range [][]exercise.DecisionView{s.View.Room.Standing, s.View.Room.Decisions} {
		for _, x := range list {
			if x.ID == id {
				s.drawDecision(d, x)
			}
		}
	}
}
