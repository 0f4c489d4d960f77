package exercise

import "slices"

// The joint draft of a caucus: each member signs it, and any of them lodges
// it. It is then an amendment with all of them as sponsors.

type (
	// DraftJoint writes the joint draft of a caucus, in place of an earlier one.
	DraftJoint struct {
		Caucus string `json:"caucus,omitempty"`
		Amend  Amend  `json:"amend"`
	}
	// SignJoint signs the joint draft; it binds the team.
	SignJoint struct {
		Caucus string `json:"caucus,omitempty"`
	}
	// LodgeJoint lodges the joint draft that all members have signed.
	LodgeJoint struct {
		Caucus string `json:"caucus,omitempty"`
	}

	// JointDrafted: those who had signed an earlier draft have not signed this one.
	JointDrafted struct {
		Caucus CaucusID `json:"caucus"`
		Room   RoomID   `json:"room"`
		Team   TeamID   `json:"team"`
		Seat   SeatID   `json:"seat"`
		Amend  Amend    `json:"amend"`
	}
	// JointSigned by one member.
	JointSigned struct {
		Caucus CaucusID `json:"caucus"`
		Room   RoomID   `json:"room"`
		Team   TeamID   `json:"team"`
	}
	// JointLodged: the joint draft is in the draft of the table as that amendment.
	JointLodged struct {
		Caucus    CaucusID    `json:"caucus"`
		Room      RoomID      `json:"room"`
		Amendment AmendmentID `json:"amendment"`
	}
)

// jointDraft is what the members of a caucus are about to lodge together.
type jointDraft struct {
	amend  Amend // its texts by id only
	by     TeamID
	signed []TeamID
	lodged bool
}

func (x jointDraft) none() bool { return x.by == "" || x.lodged }

func (c DraftJoint) decide(d *decider) error {
	x, err := d.satAsTeam(c.Caucus, "write a joint draft")
	if err != nil {
		return err
	}
	if err := d.mayLodgeJoint(c.Amend); err != nil {
		return err
	}
	for _, w := range d.s.wishes { // an adviser's wish to sign was for the draft as it stood
		if _, signs := w.command.(SignJoint); signs && !w.settled && slices.Contains(x.members, w.Team) {
			d.emit(WishSettled{N: w.N, Team: w.Team, Dropped: true})
		}
	}
	d.emit(JointDrafted{Caucus: x.id, Room: x.room(), Team: d.seat.Team, Seat: d.seat.ID, Amend: c.Amend})
	return nil
}

// satAsTeam finds the caucus of a delegate: the chair drafts and signs nothing.
func (d *decider) satAsTeam(label, what string) (caucus, error) {
	if _, err := d.team(what); err != nil {
		return caucus{}, err
	}
	return d.sat(label, what)
}

// mayLodgeJoint judges a joint draft as an amendment that its writer would lodge.
func (d *decider) mayLodgeJoint(c Amend) error {
	if err := d.play("lodge an amendment", Briefing, Table); err != nil {
		return err
	}
	if d.s.aside(d.seat.Team) {
		return refuse(ErrRole, "Your team has no place at the table; another member of the caucus drafts and lodges.")
	}
	_, err := d.amending(c, Amendment{ID: d.s.nextAmendment(), Sponsors: []TeamID{d.seat.Team}, By: d.seat.ID})
	return err
}

func (c SignJoint) decide(d *decider) error {
	team, err := d.head("sign a joint draft")
	if err != nil {
		return err
	}
	x, err := d.sat(c.Caucus, "sign a joint draft")
	switch {
	case err != nil:
		return err
	case x.joint.none():
		return refuse(ErrNotNow, "There is no joint draft to sign; `caucus draft 3.1 put \"X\" for \"Y\"` writes one.")
	case slices.Contains(x.joint.signed, team):
		return refuse(ErrNotNow, "You have signed it already.")
	}
	d.emit(JointSigned{Caucus: x.id, Room: x.room(), Team: team})
	return nil
}

func (c LodgeJoint) decide(d *decider) error {
	x, err := d.satAsTeam(c.Caucus, "lodge a joint draft")
	if err != nil {
		return err
	}
	if x.joint.none() {
		return refuse(ErrNotNow, "There is no joint draft to lodge; `caucus draft 3.1 put \"X\" for \"Y\"` writes one.")
	}
	unsigned := slices.DeleteFunc(slices.Clone(x.members), func(t TeamID) bool { return slices.Contains(x.joint.signed, t) })
	if len(unsigned) > 0 {
		return &Refusal{ErrNotNow, tally(len(unsigned), "%[2]s has not signed it yet; all members do before it is lodged.",
			"%[2]s have not signed it yet; all members do before it is lodged.", d.s.teamNames(unsigned))}
	}
	if slices.ContainsFunc(wordsOf(x.joint.amend), d.s.gone) {
		return refuse(ErrNotNow, "Words of the joint draft have been removed by control; `caucus draft` writes another.")
	}
	amend := d.s.spelled(x.joint.amend)
	if err := d.mayLodgeJoint(amend); err != nil {
		return err
	}
	if err := d.mayTable(d.seat.Team); err != nil {
		return err
	}
	as := d.s.nextAmendment()
	sponsors := x.members
	if slices.Contains(sponsors, x.joint.by) { // the writer first
		sponsors = append([]TeamID{x.joint.by}, without(sponsors, x.joint.by)...)
	}
	if err := d.file(amend, sponsors); err != nil {
		return err
	}
	d.emit(JointLodged{Caucus: x.id, Room: x.room(), Amendment: as})
	return nil
}

func (e JointDrafted) apply(s *State, a Act) {
	s.changeCaucus(e.Caucus, func(x *caucus) { x.joint = jointDraft{amend: e.Amend, by: e.Team} })
	text := say("drafts: %s", s.draftLine(e.Amend))
	if why := s.text(e.Amend.Because.ID); why != "" {
		text = say("%s, because %s", text, why)
	}
	s.post(a, e, Line{Kind: "caucus", Team: e.Team, Seat: e.Seat, Phrase: text.Ended(), words: wordsOf(e.Amend)})
}

func (e JointSigned) apply(s *State, a Act) {
	s.changeCaucus(e.Caucus, func(x *caucus) { x.joint.signed = append(slices.Clip(x.joint.signed), e.Team) })
	s.post(a, e, Line{Kind: "caucus", Team: e.Team, Phrase: say("signs the joint draft.")})
}

func (e JointLodged) apply(s *State, a Act) {
	s.changeCaucus(e.Caucus, func(x *caucus) { x.joint.lodged = true })
	s.post(a, e, Line{Kind: "caucus", Seat: a.Seat, Ref: string(e.Amendment), Phrase: say("lodges the joint draft: it is %s.", e.Amendment)})
}

// draftLine says what an amendment that is not lodged asks for.
func (s State) draftLine(c Amend) Phrase {
	switch {
	case c.Title.ID != (WordID{}):
		return say(`a new clause, "%s": "%s"`, s.text(c.Title.ID), s.text(c.Edits[0].New.ID))
	case c.Delete:
		return deletion(c.Clause)
	case len(c.Edits) == 0:
		return Phrase{}
	case c.Edits[0].Para == "":
		return say("clause %s: %s", c.Clause, s.editLine(c.Edits[0]))
	}
	return s.amendmentLine(Amendment{Clause: c.Clause, Edits: c.Edits})
}
