package exercise

import "slices"

// `amend 3.1 … in A16` edits the words that A16 brought. It stands beside A16
// as another alternative until all sponsors of A16 say that it is friendly:
// then A16 says what it says, and A16's former words are withdrawn. Stances on
// those stay with them: nobody has agreed to other words.

type (
	// Friendly says that an amendment to one's own amendment is taken in.
	Friendly struct {
		Amendment AmendmentID `json:"amendment"`
	}
	// FriendlySaid: a sponsor, or without a team the chair, takes it in; it
	// takes effect when all have said so.
	FriendlySaid struct {
		Amendment AmendmentID `json:"amendment"`
		Team      TeamID      `json:"team,omitempty"`
	}
	// TakenIn: the amendment Into says now what Amendment says. Both are given
	// as they now are.
	TakenIn struct {
		Amendment Amendment   `json:"amendment"`
		Into      Amendment   `json:"into"`
		Paras     []Paragraph `json:"paras"`
		Revision  int         `json:"revision"`
	}
)

// editsIn applies edits to the words of another amendment.
func (d *decider) editsIn(e *Lodged, c Amend) error {
	target, err := d.lodgedAmendment(c.In)
	if err != nil {
		return err
	}
	e.Amendment.In = target.ID
	if c.Delete || c.Title.ID != (WordID{}) || slices.ContainsFunc(c.Edits, func(e Edit) bool { return e.Whole || e.Fresh }) {
		return refuse(ErrText, "Name the words to change in %s: `amend 3.1 put \"X\" for \"Y\" in %s`.", target.ID, target.ID)
	}
	for _, edit := range c.Edits {
		if !slices.ContainsFunc(target.Alts, func(a AltID) bool { return paraOf(a.Point) == edit.Para }) {
			return refuse(ErrAnchor, "%s changes nothing in %s; it is on %s.", target.ID, edit.Para, d.s.placesOf(target.Amendment))
		}
	}
	return d.edits(e)
}

func (c Friendly) decide(d *decider) error {
	if err := d.play("take in an amendment", Briefing, Table); err != nil {
		return err
	}
	a, err := d.lodgedAmendment(c.Amendment)
	if err != nil {
		return err
	}
	if a.In == "" {
		return refuse(ErrText, "%s is to the draft, not to another amendment; `cosponsor %s` joins it.", a.ID, a.ID)
	}
	into, err := d.lodgedAmendment(a.In)
	if err != nil {
		return err
	}
	team, err := d.ownerOf(into.Amendment)
	if err != nil {
		return err
	}
	if slices.Contains(a.Friendly, team) {
		return refuse(ErrNotNow, "You have said so already; %s.", d.s.notYetFriendly(a.Amendment, into.Amendment))
	}
	for _, x := range []Amendment{a.Amendment, into.Amendment} {
		if on := d.s.standingOn(x); on != "" {
			return refuse(ErrNotNow, "%s stands on these words; take %s in when that has closed.", on, a.ID)
		}
	}
	d.emit(FriendlySaid{Amendment: a.ID, Team: team})
	a, _ = d.s.amendment(a.ID)
	if len(d.s.unfriendly(a.Amendment, into.Amendment)) > 0 {
		return nil
	}
	e := d.s.takingIn(a.Amendment, into.Amendment)
	d.emit(e)
	for _, team := range e.Into.Sponsors {
		d.prefer(a.Alts, team)
	}
	return nil
}

// ownerOf gives the sponsor who speaks, or no team where it is the chair and
// the chair's text.
func (d *decider) ownerOf(a Amendment) (TeamID, error) {
	if a.Chair {
		return "", d.need("take an amendment into the chair's text", Chair)
	}
	team, err := d.head("take in an amendment")
	if err == nil && !slices.Contains(a.Sponsors, team) {
		err = refuse(ErrRole, "%s is by %s; only they can say that an amendment to it is friendly.", a.ID, d.s.teamNames(a.Sponsors))
	}
	return team, err
}

// unfriendly lists the sponsors who have not said yet that an amendment to
// theirs is friendly. Its own sponsors have, by lodging it.
func (s State) unfriendly(a, into Amendment) []TeamID {
	return slices.DeleteFunc(slices.Clone(into.Sponsors), func(team TeamID) bool {
		return slices.Contains(a.Friendly, team) || slices.Contains(a.Sponsors, team)
	})
}

func (s State) notYetFriendly(a, into Amendment) Phrase {
	missing := s.unfriendly(a, into)
	return tally(len(missing), "%[2]s has not yet", "%[2]s have not yet", s.teamNames(missing))
}

// takingIn moves an amendment and its sponsors to the words of another.
func (s State) takingIn(a, into Amendment) TakenIn {
	e := TakenIn{Amendment: a, Into: into, Revision: s.draft.revision + 1}
	e.Amendment.State = AmendmentTakenIn
	e.Into.TookIn = addOnce(into.TookIn, a.ID)
	e.Into.Alts = nil
	left := map[AltID]bool{}
	for _, old := range into.Alts {
		now := old
		for _, alt := range a.Alts {
			if alt.Point == old.Point || s.spans(alt.Point, old.Point) {
				now = alt
			}
		}
		left[old] = now != old
		e.Into.Alts = append(e.Into.Alts, now)
	}
	for _, p := range s.parasOf(e.Into) {
		e.Paras = append(e.Paras, s.moveNodes(p, into, e.Into.Alts, left))
	}
	return e
}

// moveNodes takes an amendment from the alternatives that it leaves to those
// that it has now. What it leaves is withdrawn unless others stand behind it.
func (s State) moveNodes(p Paragraph, a Amendment, now []AltID, left map[AltID]bool) Paragraph {
	for _, team := range a.owners() {
		p, _ = leaveNodes(p, a.ID, team, leaving{
			others:    s.sponsoredBy(team),
			preferred: func(id AltID) bool { return !left[id] || s.preferredByOther(id, a.Sponsors...) },
		})
	}
	return mapAlternatives(p, func(id AltID, alt *Alternative) {
		if left[id] {
			alt.Amendments = without(alt.Amendments, a.ID)
		}
		if slices.Contains(now, id) {
			alt.bring(a)
		}
	})
}

// isTakenIn says whether the sponsors of the amendment it is to took it in.
func (s State) isTakenIn(a Amendment) bool {
	into, _ := s.amendment(a.In)
	return slices.Contains(into.TookIn, a.ID)
}

// owners are the sponsors; no team stands for the chair.
func (a Amendment) owners() []TeamID {
	if a.Chair {
		return []TeamID{""}
	}
	return a.Sponsors
}

func (e FriendlySaid) apply(s *State, a Act) {
	s.changeAmendment(e.Amendment, func(x *Amendment) { x.Friendly = append(slices.Clip(x.Friendly), e.Team) })
	x, _ := s.amendment(e.Amendment)
	into, _ := s.amendment(x.In)
	text := say("calls %s friendly.", x.ID)
	if missing := s.unfriendly(x.Amendment, into.Amendment); len(missing) > 0 {
		text = say("calls %s friendly; %s.", x.ID, s.notYetFriendly(x.Amendment, into.Amendment))
	}
	l := Line{Kind: "lodged", Team: e.Team, Ref: string(x.ID), Phrase: text}
	if e.Team == "" {
		l.Seat = a.Seat
	}
	s.post(a, e, l)
}

func (e TakenIn) apply(s *State, a Act) {
	s.putParas(e.Paras, e.Revision)
	s.draft.revision = e.Revision
	s.putAmendments([]Amendment{e.Amendment, e.Into})
	s.post(a, e, Line{
		Kind: "lodged", Ref: string(e.Into.ID),
		Phrase: say("%s takes in %s: it is now %s.", e.Into.ID, e.Amendment.ID, s.altTitle(e.Amendment.Alts[0])),
		cites:  s.altWords(e.Amendment.Alts[0]),
	})
}
