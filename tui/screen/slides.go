package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// This file says which one thing a projector shows, and of what it is made.

// slideNow is what is most worth looking at.
func (s *Sight) slideNow() slide {
	switch s.View.Room.Phase {
	case exercise.Lobby:
		return s.joinSlide()
	case exercise.Briefing:
		return s.briefingSlide()
	case exercise.Table:
		return s.tableSlide()
	case exercise.HotWash:
		return s.washSlide()
	case exercise.Debrief:
		return s.debriefSlide()
	}
	return s.adoptedSlide()
}

// joinSlide tells those in the room how to take their seats, and who is here.
func (s *Sight) joinSlide() slide {
	return slide{
		title: strong(s.View.Room.Exercise.Title),
		body: []runs{
			s.in(theme.Body).Say("Please take your seat: open a terminal, paste the line from your invitation, press Enter, and type your code."),
			s.in(theme.Body).Say(s.joinWhen()),
		},
		more: func(d *Drawing) {
			here := 0
			for _, t := range s.View.Room.Teams {
				here += plus(t.Presence == exercise.Here)
			}
			d.Runs(s.in(theme.Strong).Count(here, "%d team of %d is here", "%d teams of %d are here", len(s.View.Room.Teams)))
			for _, t := range s.View.Room.Teams {
				mark := "  "
				if t.Presence == exercise.Here {
					mark = s.Theme.Glyphs.Done + " "
				}
				d.Runs(append(plain(mark), s.TeamRuns(t.ID)...))
			}
		},
	}
}

func (s *Sight) joinWhen() string {
	if s.scriptedControl() {
		return words.Mark("We begin once everyone here is ready.")
	}
	return words.Mark("We begin when control announces STARTEX.")
}

// briefingSlide is for the minutes in which everyone reads alone.
func (s *Sight) briefingSlide() slide {
	x := slide{
		title: strong(s.View.Room.Exercise.Title),
		body: []runs{
			s.in(theme.Body).Say("Please read the situation and your own brief on your screen."),
			s.in(theme.Body).Say("The table opens next."),
		},
	}
	if left, counts := s.phaseLeft(); counts {
		x.until, x.ends = mmss(left), s.Say("of the briefing left")
	}
	return x
}

// tableSlide follows the chair: an incident while all read it, a pause, what is
// being decided, what was brought, else the paragraph in hand.
func (s *Sight) tableSlide() slide {
	room := s.View.Room
	switch n := len(room.Incidents); {
	case n > 0 && !room.Clocks.TableRunning && room.Clocks.ReadingUntil > s.Now:
		return s.incidentSlide(&room.Incidents[n-1])
	case room.Floor.SuspendedUntil > 0:
		return slide{
			title: s.in(theme.Strong).Say("The sitting is suspended."),
			body:  []runs{s.in(theme.Body).Say("The floor is closed; team rooms and caucuses are open.")},
			until: s.Left(room.Floor.SuspendedUntil), ends: s.Say("until it goes on"),
		}
	case room.Floor.OrderBy != "":
		return slide{title: s.in(theme.Strong).Say("Point of order by %s", s.TeamRuns(room.Floor.OrderBy)), body: textOf(room.Floor.Order)}
	case len(room.Standing) > 1:
		return s.sheetSlide(room.Standing)
	case len(room.Standing) == 1:
		return s.decisionSlide(&room.Standing[0])
	}
	return s.draftSlide()
}

func textOf(text string) []runs {
	if text == "" {
		return nil
	}
	return []runs{plain(text)}
}

// incidentSlide is the headline only: everyone has the rest before them.
func (s *Sight) incidentSlide(x *exercise.IncidentView) slide {
	return slide{
		title: append(runs{{theme.Alert, theme.MarkAlert + " "}}, s.in(theme.Alert).Say("INCIDENT %s", x.ID)...),
		body: []runs{
			strong(x.Title),
			s.in(theme.Body).Say("%s, by %s", x.From, term(s, x.Method)),
			s.in(theme.Muted).Say("Not real events. The whole text is on your screens."),
		},
		until: mmss(s.View.Room.Clocks.ReadingUntil - s.Now), ends: s.Say("to read it"),
	}
}

// sheetSlide lists what is decided side by side.
func (s *Sight) sheetSlide(list []exercise.DecisionView) slide {
	x := slide{title: s.in(theme.Strong).Count(len(list), "%d decision on the sheet", "%d decisions on the sheet")}
	for i := range list {
		line := append(strong(sentence(s.phrase(list[i].Title))), plain("  ")...)
		if list[i].Form == "put" {
			line = append(line, s.accepts(&list[i])...)
		} else {
			line = append(line, run{theme.Body, s.asks(&list[i])})
		}
		x.body = append(x.body, line)
	}
	if until, one := oneDeadline(list); one && until > 0 {
		x.until, x.ends = s.Left(until), s.Say("until they close")
	}
	return x
}

// decisionSlide is one decision: the text as it would read, and how each track
// stands to it.
func (s *Sight) decisionSlide(v *exercise.DecisionView) slide {
	x := slide{title: strong(s.question(*v))}
	for _, para := range v.AsItWouldRead {
		x.body = append(x.body, plain(s.phrase(para)))
	}
	x.more = func(d *Drawing) {
		if v.Form == "put" && len(v.Tallies) == 0 {
			d.Runs(s.in(theme.Body).Say("Accept: %s", s.accepts(v)))
		}
		s.tallies(d, v.Tallies)
		d.Gap()
		d.Text(0, strong(s.phrase(v.IfNothingChanges)))
	}
	switch {
	case !v.Stopped.IsZero():
		x.until, x.ends = mmss(v.Left), s.Say("left, while it stands still")
	case v.Until > 0:
		x.until, x.ends = s.Left(v.Until), s.Say("until it closes")
	}
	return x
}

// draftSlide is the paragraph that was brought, or the one in hand, with who
// says what on its open points.
func (s *Sight) draftSlide() slide {
	p := s.broughtPara()
	if p == nil {
		p = s.paraInHand()
	}
	if p == nil {
		return slide{title: s.in(theme.Muted).Say("The draft has no clauses yet.")}
	}
	clause := s.View.Room.Clauses[0]
	for _, c := range s.View.Room.Clauses {
		if c.ID == s.clauseOn(exercise.Subject(p.ID)) {
			clause = c
		}
	}
	dot := run{theme.Muted, "  " + s.Theme.Glyphs.Dot + "  "}
	return slide{
		title: append(append(s.in(theme.Strong).Say("Clause %s", clause.ID), dot), strong(clause.Title)...),
		body:  []runs{append(strong(string(p.ID)+"  "), s.reader("").nodes(p.Nodes)...)},
		more: func(d *Drawing) {
			for _, point := range pointsIn(p.Nodes) {
				d.Gap()
				for _, a := range point.Alts {
					d.Hang(s.Theme.Paint(theme.Strong, a.ID.String())+"  ", s.altRuns(a))
				}
			}
		},
	}
}

// broughtPara is the paragraph that the chair has brought, by its own name or
// by what is asked of it; nil where it brought none.
func (s *Sight) broughtPara() *exercise.ParaView {
	focus := s.View.Room.Focus
	if focus == "" {
		return nil
	}
	for _, a := range s.View.Room.Amendments {
		if string(a.ID) == string(focus) && len(a.Alts) > 0 {
			return s.Para(paraOf(a.Alts[0].Point))
		}
	}
	id, _, _ := strings.Cut(string(focus), "/")
	return s.Para(exercise.ParaID(strings.TrimRight(id, "abcdefghijklmnopqrstuvwxyz")))
}

// washSlide is the question while it is answered, then its answers.
func (s *Sight) washSlide() slide {
	v := s.View.Room.HotWash
	switch {
	case v != nil && v.Question != "":
		return slide{
			title: strong(v.Question),
			body:  []runs{s.in(theme.Body).Say("Answer on your own screen. All answers appear together, without names.")},
			until: mmss(v.Until - s.Now), ends: s.Say("to answer"),
		}
	case v != nil && len(v.Boards) > 0:
		b := v.Boards[len(v.Boards)-1]
		x := slide{title: strong(b.Question)}
		for _, a := range b.Answers {
			line := append(strong(strconv.Itoa(a.N)+"  "), plain(a.Text)...)
			if a.Votes > 0 {
				line = append(append(line, plain("  ")...), s.in(theme.Muted).Count(a.Votes, "%d vote", "%d votes")...)
			}
			x.body = append(x.body, line)
		}
		return x
	}
	return slide{title: s.in(theme.Strong).Say("What did you see today?"), body: []runs{s.in(theme.Body).Say("Control asks the questions one at a time.")}}
}

// debriefSlide is what the evaluators recorded; the outcome while that is nothing.
func (s *Sight) debriefSlide() slide {
	v := s.View.Room.Debrief
	if v == nil || v.Empty() {
		return s.adoptedSlide()
	}
	x := slide{title: s.in(theme.Strong).Say("Debrief")}
	for _, o := range v.Objectives {
		x.body = append(x.body, append(strong(o.ID+"  "), append(plain(o.Text+"  "), s.ratingRuns(o.Rating)...)...))
		for _, obs := range o.Observations {
			x.body = append(x.body, append(strong(sentence(s.phrase(obs.Aspect.Says()))+": "), plain(obs.Text)...))
		}
	}
	for _, a := range v.Actions {
		x.body = append(x.body, append(plain(a.Text+"  "), s.in(theme.Muted).Say("owner: %s, by %s", a.Owner, a.Due)...))
	}
	return x
}

// adoptedSlide is the end: the outcome, how the teams stand to it, and the text.
func (s *Sight) adoptedSlide() slide {
	v := s.View.Room.Closing
	if v == nil {
		return slide{title: s.in(theme.Strong).Say("The table is closed."), body: []runs{s.in(theme.Body).Say("The chair asks for the adoption of the text.")}}
	}
	x := slide{title: strong(strings.TrimSuffix(sentence(s.phrase(v.Outcome)), ".") + ".")}
	for _, sign := range v.Signatures {
		x.body = append(x.body, append(s.TeamRuns(sign.Team), plain("  "+s.howSigned(sign))...))
	}
	for i := range s.View.Room.Clauses {
		c := &s.View.Room.Clauses[i]
		if c.State == exercise.ClauseDeferred || c.State == exercise.ClauseDeleted {
			continue
		}
		x.body = append(x.body, strong(string(c.ID)+"  "+c.Title))
		for _, p := range c.Paras {
			x.body = append(x.body, plain(string(p.ID)+"  "+p.Text(exercise.InBrackets)))
		}
	}
	return x
}

// howSigned says in a word or two how a team stands to the adopted text.
func (s *Sight) howSigned(x exercise.SignatureView) string {
	switch {
	case x.How == "":
		return s.Say("has not said yet")
	case len(x.Reservations) > 0:
		return s.Count(len(x.Reservations), "signed, with %d reservation", "signed, with %d reservations")
	}
	return term(s, x.How)
}

var _ = [...]string{words.Mark("signed"), words.Mark("endorsed"), words.Mark("declined")}
