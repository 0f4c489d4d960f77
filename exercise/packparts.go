package exercise

import "slices"

// What has become of a part of a package.
type partStanding int

const (
	partOpen partStanding = iota
	partMet               // carried or agreed by itself
	partLost              // not taken up, withdrawn, deferred or deleted
)

// partState tells what has become of a part, and why where it is lost.
func (s State) partState(x Subject) (partStanding, Phrase) {
	if isAlternative(x) {
		return s.altState(x)
	}
	if a, ok := s.amendment(AmendmentID(x)); ok {
		switch a.State {
		case AmendmentLodged:
			return partOpen, Phrase{}
		case AmendmentCarried:
			return partMet, Phrase{}
		}
		return partLost, say("%s is %s", x, word(a.State))
	}
	if m, ok := s.motion(x); ok {
		return s.motionState(m)
	}
	if p, ok := s.para(ParaID(x)); ok {
		if c, _ := s.clause(clauseOf(p.ID)); slices.Contains(c.Agreed, p.ID) {
			return partMet, Phrase{}
		}
		x = Subject(clauseOf(p.ID))
	}
	c, _ := s.clause(ClauseID(x))
	switch c.State {
	case ClauseAgreed, ClauseFinal:
		return partMet, Phrase{}
	case ClauseDeferred, ClauseDeleted:
		return partLost, say("clause %s is %s", x, word(c.State))
	}
	return partOpen, Phrase{}
}

// motionState: a motion has no place in a package, a sealed position can be on one.
func (s State) motionState(m motion) (partStanding, Phrase) {
	switch fate := s.fate(m); fate {
	case "open", "put":
		return partOpen, Phrase{}
	case string(Carried):
		return partMet, Phrase{}
	default:
		return partLost, say("%s is %s", m.ID, word(fate))
	}
}

func (s State) altState(x Subject) (partStanding, Phrase) {
	id := alternativeOf(x)
	p, _ := s.para(paraOf(id.Point))
	point, alt := findAlt(p, id)
	switch {
	case point == nil && s.becameText(id):
		return partMet, Phrase{}
	case point == nil:
		return partLost, say("%s is not taken up", x)
	case alt == nil || alt.Withdrawn:
		return partLost, say("%s is withdrawn", x)
	}
	return partOpen, Phrase{}
}

func isAlternative(x Subject) bool { return alternativeOf(x) != AltID{} }

func alternativeOf(x Subject) AltID {
	var id AltID
	if err := id.UnmarshalText([]byte(x)); err != nil {
		return AltID{}
	}
	return id
}

// becameText: a decision that holds made the alternative the text.
func (s State) becameText(id AltID) bool {
	return slices.ContainsFunc(s.decided, func(x decision) bool {
		return x.outcome == Carried && !x.takenBack && slices.Contains(x.chose, id)
	})
}

// amended says which part of a package this act has amended, if any: words of
// an alternative changed in place, or a clause got a point that the package
// does not decide.
func (d *decider) amended(p pack) Phrase {
	decides := func(point PointID) bool {
		return slices.ContainsFunc(p.Parts, func(x Subject) bool {
			sub, err := d.s.subject(x)
			return err == nil && slices.ContainsFunc(sub.alts, func(a AltID) bool { return a.Point == point })
		})
	}
	for _, e := range d.act.Events {
		switch e := e.(type) {
		case Lodged:
			if slices.Contains(p.Parts, Subject(e.Amendment.Clause)) && slices.ContainsFunc(e.Amendment.Alts, func(a AltID) bool { return !decides(a.Point) }) {
				return say("clause %s is amended by %s", e.Amendment.Clause, e.Amendment.ID)
			}
		case TakenIn:
			if slices.Contains(p.Parts, Subject(e.Into.ID)) {
				return say("%s is amended by %s", e.Into.ID, e.Amendment.ID)
			}
		}
	}
	return Phrase{}
}

func (e Packed) apply(s *State, a Act) {
	s.packs = append(slices.Clip(s.packs), pack{Packed: e, state: PackageOpen})
	if len(e.If) > 0 { // the positions that stand in it are sealed no longer
		s.dropSealed(func(p sealed) bool {
			return p.confirmed && slices.Contains(e.Sponsors, p.Team) && slices.ContainsFunc(e.Parts, func(x Subject) bool { return s.covers(p.X, x) || s.covers(x, p.X) })
		})
	}
	text := say("proposes the package %s: %s, all or nothing.", e.ID, partNames(e.Parts))
	team := e.Sponsors[0]
	if len(e.If) > 0 {
		team = ""
		text = say("Positions of %s on conditions meet, and are confirmed: they stand as the package %s, %s, all or nothing.",
			s.named(e.Sponsors), e.ID, partNames(e.Parts))
	}
	s.post(a, e, Line{Kind: "package", Team: team, Ref: string(e.ID), Phrase: text})
}

func (e PackJoined) apply(s *State, a Act) {
	text := say("cosponsors %s.", e.ID)
	s.changePack(e.ID, func(p *pack) {
		if p.renewBy > 0 {
			p.renewed = append(slices.Clip(p.renewed), e.Team)
			text = say("cosponsors %s again.", e.ID)
			return
		}
		p.Sponsors = append(slices.Clip(p.Sponsors), e.Team)
		s.did(a, packStep{e.ID, e.Team, true})
	})
	if e.Of > 0 {
		s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(e.ID), Phrase: say("it sponsors %s.", e.ID)})
		return
	}
	s.post(a, e, Line{Kind: "package", Team: e.Team, Ref: string(e.ID), Phrase: text})
}

func (e PackLeft) apply(s *State, a Act) {
	text := say("no longer sponsors %s.", e.ID)
	s.changePack(e.ID, func(p *pack) {
		p.Sponsors, p.renewed = without(p.Sponsors, e.Team), without(p.renewed, e.Team)
		if len(p.Sponsors) == 0 {
			p.state, p.renewBy = PackageWithdrawn, 0
			text = say("withdraws %s.", e.ID)
		}
	})
	if e.Of > 0 {
		s.did(a, packStep{e.ID, e.Team, false})
		s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(e.ID), Phrase: say("it does not sponsor %s.", e.ID)})
		return
	}
	s.post(a, e, Line{Kind: "package", Team: e.Team, Ref: string(e.ID), Phrase: text})
}

func (e PackShaken) apply(s *State, a Act) {
	s.changePack(e.ID, func(p *pack) {
		p.lost, p.renewed = append(slices.Clip(p.lost), e.Lost...), nil
		p.why, p.renewBy, p.amended = e.Wording.or(e.Why), e.Until, p.amended || len(e.Lost) == 0
	})
	p, _ := s.pack(e.ID)
	s.post(a, e, Line{
		Kind: "package", Ref: string(e.ID),
		Phrase: tally(len(p.Sponsors), "%[2]s: %[3]s falls in %[4]s unless %[5]s cosponsors it again.", "%[2]s: %[3]s falls in %[4]s unless %[5]s all cosponsor it again.",
			p.why.Capital(), e.ID, spell(e.Until-a.Table), s.teamNames(p.Sponsors)),
	})
}

func (e PackRenewed) apply(s *State, a Act) {
	s.changePack(e.ID, func(p *pack) {
		p.Parts, p.lost, p.renewed, p.renewBy, p.why, p.amended = e.Parts, nil, nil, 0, Phrase{}, false
	})
	s.post(a, e, Line{Kind: "package", Ref: string(e.ID), Phrase: say("%s stands again: %s.", e.ID, partNames(e.Parts))})
}

func (e PackSettled) apply(s *State, a Act) {
	p, _ := s.pack(e.ID)
	s.changePack(e.ID, func(p *pack) { p.state, p.renewBy = e.State, 0 })
	text := say("All parts of %s are met.", e.ID)
	switch {
	case e.State == PackageOpen:
		text = say("%s is open again.", e.ID)
	case e.State == PackageFallen && !p.why.IsZero():
		text = say("%s falls: %s.", e.ID, p.why)
	case e.State == PackageFallen:
		text = say("%s falls: none of its parts is left.", e.ID)
	}
	s.post(a, e, Line{Kind: "package", Ref: string(e.ID), Phrase: text})
}

// PackageView is a package as the room sees it: all or nothing.
type PackageView struct {
	ID       PackageID  `json:"id"`
	Sponsors []TeamID   `json:"sponsors"`
	Parts    []PartView `json:"parts"`
	State    string     `json:"state"` // open, carried, fallen, withdrawn
	// RenewBy is the table ms until which its sponsors may cosponsor it again
	// after a part changed; 0 where it does not wait for that.
	RenewBy int64 `json:"renewBy,omitempty"`
	// Why says what changed, and Renewed who has cosponsored it again.
	Why     Phrase   `json:"why,omitzero"`
	Renewed []TeamID `json:"renewed,omitempty"`
}

// PartView is one part of a package.
type PartView struct {
	X     Subject `json:"x"`
	Title Phrase  `json:"title"`
	Met   bool    `json:"met,omitempty"` // carried or agreed by itself
	Lost  Phrase  `json:"lost,omitzero"` // what became of it otherwise
}

func (s State) packageViews() []PackageView {
	views := slices.Grow([]PackageView(nil), len(s.packs))
	for _, p := range s.packs {
		v := PackageView{ID: p.ID, Sponsors: p.Sponsors, State: p.state, RenewBy: p.renewBy, Why: p.why, Renewed: p.renewed}
		for _, x := range p.Parts {
			part := PartView{X: x, Title: spoken(x)}
			if sub, err := s.subject(x); err == nil {
				part.Title = sub.title
			}
			state, why := s.partState(x)
			part.Met = state == partMet
			part.Lost = why
			v.Parts = append(v.Parts, part)
		}
		views = append(views, v)
	}
	return views
}

// toRenew are the notices of packages that wait for a team to cosponsor again.
func (s State) toRenew(team TeamID) []Notice {
	var list []Notice
	for _, p := range s.packs {
		if p.renewBy > 0 && slices.Contains(p.Sponsors, team) && !slices.Contains(p.renewed, team) {
			list = append(list, Notice{Text: say("%s: your package %s falls unless you cosponsor it again.", p.why.Capital(), p.ID), Verb: "cosponsor " + string(p.ID)})
		}
	}
	return list
}
