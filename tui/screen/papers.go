package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
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
		return livePaper(s.Say("Agenda"), drawAgenda)
	case "who":
		return livePaper(s.Say("Who is here"), drawWho)
	case "time":
		return livePaper(s.Say("Time"), drawTime)
	case "quorum":
		return livePaper(s.Say("Quorum"), drawQuorum)
	case "caucuses":
		return newCaucus()
	case "text":
		return textPaper(q.Args)
	case "precedent":
		return precedentPaper(s, q.Args)
	case "see":
		return s.seePlayer(q.Args[0])
	}
	return nil
}

// paperOn opens what an id names: an amendment, a decision, a point.
func (s *Sight) paperOn(id string) Page {
	for _, a := range s.View.Room.Amendments {
		if strings.EqualFold(string(a.ID), id) {
			return livePaper(s.Say("Amendment %s", a.ID), func(d *Drawing, s *Sight) { drawAmendment(d, s, a.ID) }).copiedAs(string(a.ID))
		}
	}
	for _, list := range [][]exercise.DecisionView{s.View.Room.Standing, s.View.Room.Decisions} {
		for _, x := range list {
			if strings.EqualFold(string(x.ID), id) {
				return livePaper(s.Say("Decision %s", x.ID), func(d *Drawing, s *Sight) { drawDecision(d, s, x.ID) }).copiedAs(string(x.ID))
			}
		}
	}
	if p := s.businessOn(id); p != nil {
		return p
	}
	if a, _, ok := s.View.Attached(id); ok {
		return livePaper(a.Name, func(d *Drawing, s *Sight) { drawAttachment(d, s, id) }).copiedAs(id)
	}
	for i := range s.View.Room.Clauses {
		for _, p := range pointsOf(&s.View.Room.Clauses[i]) {
			if strings.EqualFold(string(p.ID), id) {
				return livePaper(s.Say("Point %s", p.ID), func(d *Drawing, s *Sight) { drawPoint(d, s, p.ID) }).copiedAs(string(p.ID))
			}
		}
	}
	return nil
}

// businessOn opens a motion, a package or a poll.
func (s *Sight) businessOn(id string) Page {
	for _, m := range s.View.Room.Motions {
		if strings.EqualFold(string(m.ID), id) {
			return livePaper(s.Say("Motion %s", m.ID), func(d *Drawing, s *Sight) { drawMotion(d, s, m.ID) }).copiedAs(string(m.ID))
		}
	}
	for _, p := range s.View.Room.Packages {
		if strings.EqualFold(string(p.ID), id) {
			return livePaper(s.Say("Package %s", p.ID), func(d *Drawing, s *Sight) { drawPackage(d, s, p.ID) }).copiedAs(string(p.ID))
		}
	}
	return nil
}

func drawAgenda(d *Drawing, s *Sight) {
	for i, item := range s.View.Room.Agenda {
		now := i == s.View.Room.Item
		left := runs{{rowStyle(now), s.marked(now) + s.itemTitle(item)}}
		right := s.Say("%d min", item.Minutes)
		if now && item.Until > 0 {
			right = s.Say("%s left of %d min", s.Left(item.Until), item.Minutes)
		}
		d.Runs(runs{{rowStyle(now), "  " + fit(left.line(s.Theme), 34, "") + "  "}, {theme.Muted, right}, {theme.Muted, "   /item " + item.Name}}[:2+plus(s.View.Own.Has(exercise.Chair))])
	}
	for i, r := range s.proceedings() {
		if i == 0 {
			d.Gap()
			d.Line(theme.Strong, "  "+s.Say("Before the table"))
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
	d.Line(theme.Strong, "  "+s.Say("How this table decides: %s", rules.Name))
	for _, line := range rules.Lines {
		d.Text(4, plain(s.phrase(line)))
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
		d.Runs(append(runs{{theme.Body, "  "}}, append(s.TeamRuns(t.ID), run{theme.Muted, "  " + s.Say(t.Track.Word()) + "  " + s.teamState(t)})...))
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
	via := s.Say(map[string]string{
		"": words.Mark("nobody sits here"), "screen": words.Mark("here"), "plain": words.Mark("here"), "script": words.Mark("by script"),
	}[seat.Via])
	if acting {
		via = s.Say("%s, acting as head", via)
	}
	return runs{{theme.Body, seat.Name}, {theme.Muted, " “" + string(seat.ID) + "”: " + via}}
}

func drawTime(d *Drawing, s *Sight) {
	c := s.View.Room.Clocks
	const label = 22
	d.Fact("  "+s.Say("Local time"), label, append(plain(s.Clock(s.Now)), muted("  "+s.View.Room.Exercise.Zone)...))
	d.Fact("  "+s.Say("Scenario clock"), label, append(plain(mmss(s.Scenario())), s.clockState(c.ScenarioRunning, c.ScenarioWhy)...))
	d.Fact("  "+s.Say("Table clock"), label, append(plain(mmss(s.Table())), s.clockState(c.TableRunning, c.TableWhy)...))
}

func (s *Sight) clockState(running bool, why string) runs {
	if running {
		return muted("  " + s.Say("running"))
	}
	if why == "" {
		return muted("  " + s.Say("standing"))
	}
	return muted("  " + s.Say("standing: %s", term(s, why)))
}

func drawAmendment(d *Drawing, s *Sight, id exercise.AmendmentID) {
	for _, a := range s.View.Room.Amendments {
		if a.ID != id {
			continue
		}
		line := append(plain(s.phrase(a.Line)+"  "), s.sponsorRuns(&a)...)
		d.Text(2, append(line, run{theme.Muted, "  " + term(s, a.State)}))
		if a.Because != "" {
			d.Text(2, s.in(theme.Muted).Say("because %s", plain(a.Because)))
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
