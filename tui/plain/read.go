package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// read shows one thing by its id; #148 is an entry, 148 would be a clause. To
// those who have a timeline, I5 is what it is called there.
func (r *reply) read(v *exercise.View, id string, points form) error {
	no, isEntry := strings.CutPrefix(id, "#")
	if isEntry && r.readEntry(v, no) {
		return nil
	}
	found := r.readAttachment(v, id) || r.readPlanned(v, id) || r.readAmendment(v, id) || r.readPackage(v, id) || r.readIncident(v, id) || r.readDecision(v, id) ||
		r.readPoint(v, id, points) || r.draft(v, id, "", points) == nil || r.readEntry(v, id)
	if found {
		return nil
	}
	return exercise.Refuse(exercise.ErrUnknown, "There is no %s that you may read; new tells what happened lately.", safe(id))
}

func (r *reply) readAmendment(v *exercise.View, id string) bool {
	for _, a := range v.Room.Amendments {
		if !strings.EqualFold(string(a.ID), id) {
			continue
		}
		r.text.say("%s %s, by %s, %s", a.ID, onWhat(a), sponsors(v, a), words.Phrase(a.State))
		r.text.say("%s", a.Line)
		switch {
		case a.WaitsFor != "":
			r.text.say("It is lodged when %s closes", a.WaitsFor)
		case a.Friendly:
			r.text.say("Its words went into %s, whose sponsors called it friendly", a.In)
		case a.In != "":
			r.text.say("It changes words of %s and stands beside it; friendly %s by its sponsors takes it in", a.In, a.ID)
		}
		input(&r.text, v, a)
		if a.Because != "" {
			r.text.say("Because: %s", a.Because)
		}
		for _, alt := range a.Alts {
			r.text.say("In the draft it is %s", alt)
		}
		r.data = a
		return true
	}
	return false
}

func sponsors(v *exercise.View, a exercise.AmendmentView) exercise.Phrase {
	switch {
	case a.Chair:
		return words.Phrase("the chair")
	case len(a.Sponsors) > 0:
		return teams(v, a.Sponsors)
	}
	return words.Phrase("nobody any more")
}

func (r *reply) readIncident(v *exercise.View, id string) bool {
	for _, list := range [][]exercise.IncidentView{v.Room.Incidents, v.Own.Incidents} {
		for _, x := range list {
			if strings.EqualFold(x.ID, id) {
				r.incident(v, x)
				return true
			}
		}
	}
	return false
}

func (r *reply) incident(v *exercise.View, x exercise.IncidentView) {
	p := &r.text
	p.say("%s", banner(v))
	p.say("%s, from %s, by %s, to %s, %s", x.ID, x.From, words.Phrase(x.Method), x.To, clock(v, x.Wall))
	marking(p, v, x.Marking)
	if x.Recalled != "" {
		p.say("Recalled, it counts no more: %s", x.Recalled)
	}
	p.say("%s", x.Title)
	p.prose(x.Body)
	attached(p, x.ID, x.Attachments)
	if x.Asks != "" && x.Recalled == "" {
		p.say("You are asked: %s", x.Asks)
		p.say(`Answer with answer %s "…"`, x.ID)
	}
	if x.AnswerBy > 0 && x.Recalled == "" {
		p.say("An answer is due by %s", story(x.AnswerBy))
	}
	answers(p, v, x.Answers)
	p.say("%s", banner(v))
	r.data = x
}

func answers(p *page, v *exercise.View, list []exercise.AnswerView) {
	for _, a := range list {
		p.say("%s answered after %s: %s", team(v, a.Team).Name, spell(a.After), a.Text)
	}
}

func (r *reply) readDecision(v *exercise.View, id string) bool {
	for _, list := range [][]exercise.DecisionView{v.Room.Decisions, v.Room.Standing} {
		for _, d := range list {
			if strings.EqualFold(string(d.ID), id) {
				r.decision(v, d)
				return true
			}
		}
	}
	return false
}

// adRef tells what has become of an acceptance ad referendum.
func adRef(a exercise.AdRefView) exercise.Phrase {
	switch {
	case a.Cleared:
		return words.Phrase("cleared")
	case a.Lapsed:
		return because(words.Phrase("not cleared"), a.Why)
	}
	return words.Phrase("still to be cleared")
}

func (r *reply) decision(v *exercise.View, d exercise.DecisionView) {
	p := &r.text
	if d.Outcome == "" {
		p.say("%s, %s on %s, stands since %s", d.ID, words.Phrase(d.Form), d.Title, clock(v, d.At))
	} else {
		p.say("%s, %s on %s, %s at %s", d.ID, words.Phrase(d.Form), d.Title, words.Phrase(string(d.Outcome)), clock(v, d.At))
		p.say("%s", d.Sentence)
	}
	if d.TakenBack {
		p.say("The chair took it back")
	}
	if d.Voided {
		p.say("What it agreed has been reopened; it stays on record")
	}
	r.bargained(d)
	for _, a := range d.AdRef {
		p.say("%s accepted ad referendum: %s", team(v, a.Team).Name, adRef(a))
	}
	for _, line := range d.AsItWouldRead {
		p.say("As it would read: %s", line)
	}
	for _, x := range d.Positions {
		p.say("%s: %s", team(v, x.Team).Name, because(position(x), x.Words))
	}
	for _, t := range d.Tallies {
		p.say("%s", tally(t))
	}
	for _, x := range d.Statements {
		p.say("%s states: %s", team(v, x.Team).Name, x.Text)
	}
	if !d.IfNothingChanges.IsZero() {
		p.say("%s", d.IfNothingChanges)
	}
	r.data = d
}

// tally is what one body of teams has said, by its rule.
func tally(t exercise.TallyView) exercise.Phrase {
	who := words.Phrase("All teams")
	if t.Track != "" {
		who = words.Phrase("%s (%s)", string(t.Track), track(t.Track))
	}
	said := words.Phrase("%s by %s: %d accept, %d object, %d aside, %d not yet, %d silent",
		who, t.Rule, len(t.Accept), len(t.Object), len(t.Aside), len(t.NotYet), len(t.Silent))
	if t.Needed > 0 {
		said = words.Phrase("%s; needs %d of %d", said, t.Needed, t.Base)
	}
	if t.Carries {
		return words.Phrase("%s; carries", said)
	}
	return words.Phrase("%s; does not carry", said)
}

func position(x exercise.PositionView) exercise.Phrase {
	switch {
	case x.Position == exercise.NoPosition:
		return words.Phrase("has said nothing")
	case x.AdRef:
		return words.Phrase(string(exercise.AcceptAdRef))
	}
	return words.Phrase(string(x.Position))
}

// readPoint shows a point, or one alternative of it.
func (r *reply) readPoint(v *exercise.View, id string, points form) bool {
	found := false
	for _, c := range v.Room.Clauses {
		for _, para := range c.Paras {
			eachPoint(para.Nodes, func(point exercise.PointView) {
				if string(point.ID) == id {
					found, r.data = true, point
					pointLines(&r.text, v, point, points)
				}
				for _, a := range point.Alts {
					if a.ID.String() == id {
						found, r.data = true, a
						alternative(&r.text, v, a, points)
					}
				}
			})
		}
	}
	return found
}

// readPlanned shows an inject of the timeline, to those who have one.
func (r *reply) readPlanned(v *exercise.View, id string) bool {
	for _, x := range timelineOf(v) {
		if !strings.EqualFold(string(x.ID), id) {
			continue
		}
		p := &r.text
		p.say("%s", banner(v))
		p.say("%s, %s, from %s to %s, %s", x.ID, words.Phrase(string(x.Kind)), x.From, x.To, progress(x))
		marking(p, v, x.Marking)
		p.say("%s", x.Title)
		p.prose(x.Body)
		attached(p, string(x.ID), x.Attachments)
		if x.Expected != "" {
			p.say("Expected: %s", x.Expected)
		}
		effects(p, x)
		answers(p, v, x.Answers)
		p.say("%s", banner(v))
		r.data = x
		return true
	}
	return false
}

func (r *reply) readEntry(v *exercise.View, id string) bool {
	for _, list := range [][]exercise.Line{v.Room.Feed, v.Own.Lines} {
		for _, l := range list {
			if l.No == id {
				r.text.say("%s", Line(r.text.lang, v, l))
				r.data = l
				return true
			}
		}
	}
	return false
}
