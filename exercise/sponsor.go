package exercise

import "slices"

// Sponsors join an amendment and leave it.

func (c Cosponsor) decide(d *decider) error {
	team, err := d.team("cosponsor an amendment")
	if err != nil {
		return err
	}
	if err := d.play("cosponsor an amendment", Briefing, Table); err != nil {
		return err
	}
	switch {
	case d.s.aside(team):
		return d.joinInput(team, c.Amendment)
	case c.Amendment.IsInput():
		return d.sponsorInput(team, c.Amendment)
	}
	if p, ok := d.s.pack(PackageID(c.Amendment)); ok {
		return d.cosponsorPack(p, team)
	}
	a, err := d.lodgedAmendment(c.Amendment)
	if err != nil {
		return err
	}
	if a.Chair {
		return refuse(ErrRole, "%s is the chair's text, which has no sponsors; `prefer %s` says that you back it.", a.ID, a.Alts[0])
	}
	if slices.Contains(a.Sponsors, team) {
		return refuse(ErrNotNow, "You are a sponsor of %s already.", a.ID)
	}
	e := Cosponsored{Amendment: a.ID, Team: team}
	for _, p := range d.s.parasOf(a.Amendment) {
		e.Paras = append(e.Paras, cosponsorNodes(p, a.ID, team))
	}
	d.emit(e)
	return nil
}

// knownAmendment finds an amendment in whatever state.
func (d *decider) knownAmendment(id AmendmentID) (lodged, error) {
	a, ok := d.s.amendment(id)
	if !ok {
		return a, refuse(ErrUnknown, "There is no amendment %s.", id)
	}
	return a, nil
}

// lodgedAmendment finds one that stands in the draft by itself.
func (d *decider) lodgedAmendment(id AmendmentID) (lodged, error) {
	a, err := d.knownAmendment(id)
	switch {
	case err != nil:
		return a, err
	case a.State == AmendmentTakenIn:
		return a, refuse(ErrNotNow, "%s has been taken in by %s and shares its fate.", a.ID, a.In)
	case a.State == AmendmentWaiting:
		return a, refuse(ErrNotNow, "%s waits until %s closes; `withdraw %s` is all that can be done with it until then.", a.ID, d.s.waitsFor(a.ID), a.ID)
	case a.State != AmendmentLodged:
		return a, refuse(ErrNotNow, "%s is %s.", a.ID, a.State)
	}
	return a, nil
}

// parasOf lists the paragraphs an amendment touches.
func (s State) parasOf(a Amendment) []Paragraph {
	var paras []Paragraph
	for _, alt := range a.Alts {
		p, ok := s.para(paraOf(alt.Point))
		if ok && !slices.ContainsFunc(paras, func(x Paragraph) bool { return x.ID == p.ID }) {
			paras = append(paras, p)
		}
	}
	return paras
}

func (c Withdraw) decide(d *decider) error {
	if d.s.aside(d.seat.Team) {
		return d.withdrawInput(c.Amendment)
	}
	if a, ok := d.s.amendment(c.Amendment); ok && a.Chair {
		return d.withdrawChairText(a.Amendment)
	}
	team, err := d.head("withdraw an amendment")
	if err != nil {
		return err
	}
	if err := d.play("withdraw an amendment", Briefing, Table); err != nil {
		return err
	}
	if p, ok := d.s.pack(PackageID(c.Amendment)); ok {
		return d.withdrawPack(p, team)
	}
	if m, ok := d.s.motion(Subject(c.Amendment)); ok {
		return d.withdrawMotion(m)
	}
	a, err := d.knownAmendment(c.Amendment)
	if err == nil && a.State != AmendmentWaiting {
		a, err = d.lodgedAmendment(c.Amendment)
	}
	if err != nil {
		return err
	}
	if !slices.Contains(a.Sponsors, team) {
		return refuse(ErrRole, "You are not a sponsor of %s.", a.ID)
	}
	for _, x := range d.s.standing() {
		if x.X == Subject(a.ID) && x.Form == FormPut {
			return refuse(ErrNotNow, "%s is being put; it can be withdrawn when that closes.", a.ID)
		}
	}
	d.emit(d.s.leaving(a.Amendment, team, func(alt AltID) bool { return d.s.preferredByOther(alt, team) }))
	return nil
}

// leaving works out what follows when a team leaves an amendment's sponsors;
// without a team, when the chair withdraws the chair's text.
func (s State) leaving(a Amendment, team TeamID, preferred func(AltID) bool) SponsorLeft {
	e := SponsorLeft{Amendment: a.ID, Team: team, Revision: s.draft.revision}
	heir := slices.ContainsFunc(a.TookIn, func(id AmendmentID) bool {
		x, _ := s.amendment(id)
		return len(without(x.Sponsors, team)) > 0
	})
	e.Withdrawn = len(without(a.Sponsors, team)) == 0 && (heir || !slices.ContainsFunc(a.Alts, preferred))
	whole := slices.ContainsFunc(a.Alts, preferred) // its parts stand or fall together
	for _, p := range s.parasOf(a) {
		next, gone := leaveNodes(p, a.ID, team, leaving{others: s.sponsoredBy(team), preferred: func(AltID) bool { return whole }})
		e.Paras = append(e.Paras, next)
		if len(gone) > 0 {
			e.Revision = s.draft.revision + 1
		}
	}
	for _, id := range a.TookIn {
		x, _ := s.amendment(id)
		e.Changed = append(e.Changed, x.leftBy(team, e.Withdrawn))
	}
	return e
}

// leftBy is an amendment that was taken in once a team has left the one that
// took it in: freed, it stands by itself again, if it has sponsors.
func (a Amendment) leftBy(team TeamID, freed bool) Amendment {
	a.Sponsors = without(a.Sponsors, team)
	if freed && a.State == AmendmentTakenIn {
		a.State, a.Friendly = AmendmentLodged, nil
		if len(a.Sponsors) == 0 && !a.Chair {
			a.State = AmendmentWithdrawn
		}
	}
	return a
}

// sponsoredBy tells whether a team stands behind an amendment that is open;
// without a team, whether the chair does.
func (s State) sponsoredBy(team TeamID) func(AmendmentID) bool {
	return func(id AmendmentID) bool {
		a, ok := s.amendment(id)
		return ok && a.State == AmendmentLodged && (slices.Contains(a.Sponsors, team) || team == "" && a.Chair)
	}
}

// preferredByOther says whether a team other than these prefers an alternative.
func (s State) preferredByOther(alt AltID, teams ...TeamID) bool {
	return slices.ContainsFunc(s.draft.stances[alt], func(x stance) bool {
		return !slices.Contains(teams, x.team) && x.stance == Prefer && !x.toChair
	})
}

func (e Cosponsored) apply(s *State, a Act) {
	before := *s
	s.putParas(e.Paras, s.draft.revision)
	s.changeAmendment(e.Amendment, func(x *Amendment) { x.Sponsors = append(slices.Clone(x.Sponsors), e.Team) })
	s.noteSponsor(a, before, e.Amendment, e.Team)
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Ref: string(e.Amendment), Phrase: say("cosponsors %s.", e.Amendment)})
}

func (e SponsorLeft) apply(s *State, a Act) {
	s.putParas(e.Paras, e.Revision)
	s.draft.revision = e.Revision
	s.putAmendments(e.Changed)
	text := say("no longer sponsors %s.", e.Amendment)
	s.changeAmendment(e.Amendment, func(x *Amendment) {
		x.Sponsors = without(x.Sponsors, e.Team)
		if e.Withdrawn {
			x.State = AmendmentWithdrawn
			text = say("withdraws %s.", e.Amendment)
		}
	})
	if e.Withdrawn {
		s.stopWaiting(e.Amendment)
	}
	l := Line{Kind: "lodged", Team: e.Team, Ref: string(e.Amendment), Phrase: text}
	if e.Team == "" {
		l.Seat = a.Seat
	}
	s.post(a, e, l)
}
