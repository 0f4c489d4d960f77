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
func (s State) partState(x Subject) (partStanding, string) {
	if isAlternative(x) {
		return s.altState(x)
	}
	if a, ok := s.amendment(AmendmentID(x)); ok {
		switch a.State {
		case AmendmentLodged:
			return partOpen, ""
		case AmendmentCarried:
			return partMet, ""
		}
		return partLost, string(x) + " is " + a.State
	}
	if m, ok := s.motion(x); ok {
		return s.motionState(m)
	}
	if p, ok := s.para(ParaID(x)); ok {
		if c, _ := s.clause(clauseOf(p.ID)); slices.Contains(c.Agreed, p.ID) {
			return partMet, ""
		}
		x = Subject(clauseOf(p.ID))
	}
	c, _ := s.clause(ClauseID(x))
	switch c.State {
	case ClauseAgreed, ClauseFinal:
		return partMet, ""
	case ClauseDeferred, ClauseDeleted:
		return partLost, "clause " + string(x) + " is " + string(c.State)
	}
	return partOpen, ""
}

// motionState: a motion has no place in a package, a sealed position can be on one.
func (s State) motionState(m motion) (partStanding, string) {
	switch fate := s.fate(m); fate {
	case "open", "put":
		return partOpen, ""
	case string(Carried):
		return partMet, ""
	default:
		return partLost, string(m.ID) + " is " + fate
	}
}

func (s State) altState(x Subject) (partStanding, string) {
	id := alternativeOf(x)
	p, _ := s.para(paraOf(id.Point))
	point, alt := findAlt(p, id)
	switch {
	case point == nil && s.becameText(id):
		return partMet, ""
	case point == nil:
		return partLost, string(x) + " is not taken up"
	case alt == nil || alt.Withdrawn:
		return partLost, string(x) + " is withdrawn"
	}
	return partOpen, ""
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
func (d *decider) amended(p pack) string {
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
				return "clause " + string(e.Amendment.Clause) + " is amended by " + string(e.Amendment.ID)
			}
		case TakenIn:
			if slices.Contains(p.Parts, Subject(e.Into.ID)) {
				return string(e.Into.ID) + " is amended by " + string(e.Amendment.ID)
			}
		}
	}
	return ""
}

func (e Packed) apply(s *State, a Act) {
	s.packs = append(slices.Clip(s.packs), pack{Packed: e, state: PackageOpen})
	if len(e.If) > 0 { // the positions that stand in it are sealed no longer
		s.dropSealed(func(p sealed) bool {
			return p.confirmed && slices.Contains(e.Sponsors, p.Team) && slices.ContainsFunc(e.Parts, func(x Subject) bool { return s.covers(p.X, x) || s.covers(x, p.X) })
		})
	}
	text := "proposes the package " + string(e.ID) + ": " + sentenceList(partNames(e.Parts)) + ", all or nothing."
	team := e.Sponsors[0]
	if len(e.If) > 0 {
		team = ""
		text = "Positions of " + s.named(e.Sponsors) + " on conditions meet, and are confirmed: they stand as the package " + string(e.ID) + ", " + sentenceList(partNames(e.Parts)) + ", all or nothing."
	}
	s.post(a, e, Line{Kind: "package", Team: team, Ref: string(e.ID), Text: text})
}

func (e PackJoined) apply(s *State, a Act) {
	text := "cosponsors " + string(e.ID) + "."
	s.changePack(e.ID, func(p *pack) {
		if p.renewBy > 0 {
			p.renewed = append(slices.Clip(p.renewed), e.Team)
			text = "cosponsors " + string(e.ID) + " again."
			return
		}
		p.Sponsors = append(slices.Clip(p.Sponsors), e.Team)
		s.did(a, packStep{e.ID, e.Team, true})
	})
	if e.Of > 0 {
		s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(e.ID), Text: "it sponsors " + string(e.ID) + "."})
		return
	}
	s.post(a, e, Line{Kind: "package", Team: e.Team, Ref: string(e.ID), Text: text})
}

func (e PackLeft) apply(s *State, a Act) {
	text := "no longer sponsors " + string(e.ID) + "."
	s.changePack(e.ID, func(p *pack) {
		p.Sponsors, p.renewed = without(p.Sponsors, e.Team), without(p.renewed, e.Team)
		if len(p.Sponsors) == 0 {
			p.state, p.renewBy = PackageWithdrawn, 0
			text = "withdraws " + string(e.ID) + "."
		}
	})
	if e.Of > 0 {
		s.did(a, packStep{e.ID, e.Team, false})
		s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(e.ID), Text: "it does not sponsor " + string(e.ID) + "."})
		return
	}
	s.post(a, e, Line{Kind: "package", Team: e.Team, Ref: string(e.ID), Text: text})
}

func (e PackShaken) apply(s *State, a Act) {
	s.changePack(e.ID, func(p *pack) {
		p.lost, p.renewed = append(slices.Clip(p.lost), e.Lost...), nil
		p.why, p.renewBy, p.amended = e.Why, e.Until, p.amended || len(e.Lost) == 0
	})
	p, _ := s.pack(e.ID)
	s.post(a, e, Line{
		Kind: "package", Ref: string(e.ID),
		Text: capital(e.Why) + ": " + string(e.ID) + " falls in " + spell(e.Until-a.Table) + " unless " + s.teamNames(p.Sponsors) + plural(p.Sponsors, " cosponsors", " all cosponsor") + " it again.",
	})
}

func (e PackRenewed) apply(s *State, a Act) {
	s.changePack(e.ID, func(p *pack) {
		p.Parts, p.lost, p.renewed, p.renewBy, p.why, p.amended = e.Parts, nil, nil, 0, "", false
	})
	s.post(a, e, Line{Kind: "package", Ref: string(e.ID), Text: string(e.ID) + " stands again: " + sentenceList(partNames(e.Parts)) + "."})
}

func (e PackSettled) apply(s *State, a Act) {
	p, _ := s.pack(e.ID)
	s.changePack(e.ID, func(p *pack) { p.state, p.renewBy = e.State, 0 })
	text := "All parts of " + string(e.ID) + " are met."
	switch {
	case e.State == PackageOpen:
		text = string(e.ID) + " is open again."
	case e.State == PackageFallen && p.why != "":
		text = string(e.ID) + " falls: " + p.why + "."
	case e.State == PackageFallen:
		text = string(e.ID) + " falls: none of its parts is left."
	}
	s.post(a, e, Line{Kind: "package", Ref: string(e.ID), Text: text})
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
	Why     string   `json:"why,omitempty"`
	Renewed []TeamID `json:"renewed,omitempty"`
}

// PartView is one part of a package.
type PartView struct {
	X     Subject `json:"x"`
	Title string  `json:"title"`
	Met   bool    `json:"met,omitempty"`  // carried or agreed by itself
	Lost  string  `json:"lost,omitempty"` // what became of it otherwise
}

func (s State) packageViews() []PackageView {
	var views []PackageView
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
			list = append(list, Notice{Text: capital(p.why) + ": your package " + string(p.ID) + " falls unless you cosponsor it again.", Verb: "cosponsor " + string(p.ID)})
		}
	}
	return list
}
