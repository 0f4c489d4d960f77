package exercise

import (
	"slices"
	"strings"
)

// Written input is what a track without a say proposes, in a series of its
// own: N1, N2 … It is no text until a team with a say sponsors it. At the
// table it is seen at once; in the hall it is part of the non-paper, which is
// delivered to the table when the agenda says so.

// The states of written input, beside AmendmentWithdrawn.
const (
	AmendmentInput     = "input"
	AmendmentDelivered = "delivered" // to the table: it stands as it is
	AmendmentSponsored = "sponsored" // by a team with a say: it is text
)

// input is one proposal.
type input struct {
	InputWritten
	sponsors []TeamID
	state    string
}

// Written input, from its author to the draft.
type (
	// InputWritten: a proposal stands in the room of its author.
	InputWritten struct {
		Room  RoomID      `json:"room"`
		ID    AmendmentID `json:"id"`
		Team  TeamID      `json:"team"`
		By    SeatID      `json:"by"`
		Amend Amend       `json:"amend"`
	}
	// InputJoined: another team without a say stands behind it.
	InputJoined struct {
		Room RoomID      `json:"room"`
		ID   AmendmentID `json:"id"`
		Team TeamID      `json:"team"`
	}
	// InputLeft: a team stands behind it no longer; when the last has gone it
	// is withdrawn.
	InputLeft struct {
		Room RoomID      `json:"room"`
		ID   AmendmentID `json:"id"`
		Team TeamID      `json:"team"`
	}
	// NonPaperDelivered: what the hall has written since the last time is on
	// the table.
	NonPaperDelivered struct {
		Inputs []AmendmentID `json:"inputs"`
	}
	// InputSponsored: a team with a say makes it the amendment As.
	InputSponsored struct {
		ID   AmendmentID `json:"id"`
		As   AmendmentID `json:"as"`
		Team TeamID      `json:"team"`
	}
)

// IsInput tells written input, N2, from an amendment, A2.
func (id AmendmentID) IsInput() bool { return strings.HasPrefix(strings.ToUpper(string(id)), "N") }

// aside says whether what a team writes is input.
func (s State) aside(team TeamID) bool { return s.inHall(team) || s.observes(team) }

// takesNonPaper says whether the hall has a non-paper.
func (s State) takesNonPaper() bool { return len(s.procedure().NonPaper) > 0 }

// writeInput looks for the anchors in the text that the author has before it.
func (d *decider) writeInput(c Amend, team TeamID) error {
	hall := d.s.inHall(team)
	if hall && !d.s.takesNonPaper() {
		return refuse(ErrRole, "Your team is not at the table, and the procedure %s takes nothing in writing from the hall. %s", d.s.procedure().Name, d.s.hallCan())
	}
	reader := *d
	if hall {
		reader.s.draft.clauses, reader.s.draft.amendments = d.s.lastPublished().clauses, nil
	}
	if _, err := reader.amending(c, Amendment{Sponsors: []TeamID{team}, By: d.seat.ID}); err != nil {
		return err
	}
	d.emit(InputWritten{
		Room: d.s.tableOf(team), ID: AmendmentID("N" + itoa(len(d.s.inputs)+1)), Team: team, By: d.seat.ID, Amend: c,
	})
	return nil
}

// inputFor finds a proposal that a team can see.
func (s State) inputFor(team TeamID, id AmendmentID) (input, bool) {
	for _, x := range s.inputs {
		if equalFold(string(x.ID), string(id)) && s.inputSeen(x, s.tableOf(team)) {
			return x, true
		}
	}
	return input{}, false
}

// inputSeen says whether a proposal is seen in a room.
func (s State) inputSeen(x input, r RoomID) bool {
	return x.Room == r || r == TableRoom && x.delivered()
}

// delivered says whether a proposal of the hall has reached the table.
func (x input) delivered() bool {
	return x.state == AmendmentDelivered || x.state == AmendmentSponsored
}

// openInput refuses what can be changed no more.
func (d *decider) openInput(team TeamID, id AmendmentID) (input, error) {
	x, ok := d.s.inputFor(team, id)
	if !ok {
		return x, refuse(ErrUnknown, "There is no written input %s here; it is numbered N1, N2 and so on.", id)
	}
	if x.Room == HallRoom && x.delivered() {
		return x, refuse(ErrNotNow, "%s has been delivered to the table and stands as it is; `amend` adds another proposal to the non-paper.", x.ID)
	}
	if x.state != AmendmentInput {
		return x, refuse(ErrNotNow, "%s is %s.", x.ID, x.state)
	}
	return x, nil
}

// joinInput is a cosponsor among those without a say.
func (d *decider) joinInput(team TeamID, id AmendmentID) error {
	x, err := d.openInput(team, id)
	if err != nil {
		return err
	}
	if slices.Contains(x.sponsors, team) {
		return refuse(ErrNotNow, "You stand behind %s already.", x.ID)
	}
	d.emit(InputJoined{Room: x.Room, ID: x.ID, Team: team})
	return nil
}

// withdrawInput takes a team from behind a proposal.
func (d *decider) withdrawInput(id AmendmentID) error {
	team, err := d.head("withdraw a proposal")
	if err != nil {
		return err
	}
	if err := d.play("withdraw a proposal", Briefing, Table); err != nil {
		return err
	}
	x, err := d.openInput(team, id)
	if err != nil {
		return err
	}
	if !slices.Contains(x.sponsors, team) {
		return refuse(ErrRole, "You do not stand behind %s.", x.ID)
	}
	d.emit(InputLeft{Room: x.Room, ID: x.ID, Team: team})
	return nil
}

// sponsorInput makes a proposal text, in the name of a team with a say. Its
// anchors are looked for in the draft as it is now.
func (d *decider) sponsorInput(team TeamID, id AmendmentID) error {
	x, ok := d.s.inputFor(team, id)
	switch {
	case !ok:
		return refuse(ErrUnknown, "There is no written input %s on the table.", id)
	case x.state == AmendmentSponsored:
		return refuse(ErrNotNow, "%s is in the draft already, as %s: `cosponsor %s`.", x.ID, d.s.sponsoredAs(x.ID), d.s.sponsoredAs(x.ID))
	case x.state == AmendmentWithdrawn:
		return refuse(ErrNotNow, "%s is withdrawn; `amend` lodges its words as your own.", x.ID)
	case slices.ContainsFunc(wordsOf(x.Amend), d.s.gone):
		return refuse(ErrNotNow, "Words of %s have been removed by control; there is nothing left to sponsor.", x.ID)
	}
	own := Amendment{ID: d.s.nextAmendment(), Sponsors: []TeamID{team}, By: d.seat.ID, Input: x.ID}
	e, err := d.amending(d.s.spelled(x.Amend), own)
	if err != nil {
		return refuse(ErrAnchor, "%s cannot be taken up as it was written. %s", x.ID, because(err))
	}
	if put, stands := d.s.putOn(e.Amendment); stands {
		return refuse(ErrNotNow, "%s is on what is being put; sponsor it once %s has closed.", x.ID, put.X)
	}
	e.Amendment.Input = x.ID
	d.emit(InputSponsored{ID: x.ID, As: e.Amendment.ID, Team: team})
	d.lodge(e)
	return nil
}

// spelled gives a stored wish its words again.
func (s State) spelled(c Amend) Amend {
	return mapTexts(c, func(t *Text) { t.Value = s.text(t.ID) })
}

// sponsoredAs is the amendment that a proposal became.
func (s State) sponsoredAs(id AmendmentID) AmendmentID {
	for _, a := range s.draft.amendments {
		if a.Input == id {
			return a.ID
		}
	}
	return ""
}

// deliver lays on the table what the hall has written so far, where the
// agenda says so.
func (d *decider) deliverNonPaper(item string) {
	if !slices.Contains(d.s.procedure().NonPaper, item) {
		return
	}
	var fresh []AmendmentID
	for _, x := range d.s.inputs {
		if x.Room == HallRoom && x.state == AmendmentInput {
			fresh = append(fresh, x.ID)
		}
	}
	if len(fresh) > 0 {
		d.emit(NonPaperDelivered{Inputs: fresh})
	}
}

func (s *State) changeInput(id AmendmentID, change func(*input)) {
	i := slices.IndexFunc(s.inputs, func(x input) bool { return x.ID == id })
	if i >= 0 {
		s.inputs = withAt(s.inputs, i, change)
	}
}

func (e InputWritten) apply(s *State, a Act) {
	s.inputs = append(slices.Clip(s.inputs), input{e, []TeamID{e.Team}, AmendmentInput})
	text := say("lodges written input %s on %s", e.ID, s.proposal(e.Amend))
	if e.Room == HallRoom {
		text = say("adds %s to the non-paper, on %s", e.ID, s.proposal(e.Amend))
	}
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Seat: e.By, Ref: string(e.ID), Phrase: text, words: e.Amend.words()})
}

func (e InputJoined) apply(s *State, a Act) {
	s.changeInput(e.ID, func(x *input) { x.sponsors = append(slices.Clone(x.sponsors), e.Team) })
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Ref: string(e.ID), Phrase: say("stands behind %s.", e.ID)})
}

func (e InputLeft) apply(s *State, a Act) {
	text := say("stands behind %s no longer.", e.ID)
	s.changeInput(e.ID, func(x *input) {
		if x.sponsors = without(x.sponsors, e.Team); len(x.sponsors) == 0 {
			x.state, text = AmendmentWithdrawn, say("withdraws %s.", e.ID)
		}
	})
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Ref: string(e.ID), Phrase: text})
}

// apply tells the hall that its paper has gone, and the table what it says: a
// line for each proposal, so that one can be removed without the others.
func (e NonPaperDelivered) apply(s *State, a Act) {
	for _, id := range e.Inputs {
		s.changeInput(id, func(x *input) { x.state = AmendmentDelivered })
	}
	s.post(a, e, Line{Kind: "non-paper", Phrase: say("The non-paper of the hall is delivered to the table: %s.", listed(e.Inputs))})
	for _, x := range s.inputs {
		if slices.Contains(e.Inputs, x.ID) {
			text := say("%s of %s is on %s", x.ID, s.named(x.sponsors), s.proposal(x.Amend))
			s.postIn(TableRoom, a, Line{Kind: "non-paper", Ref: string(x.ID), Phrase: text, words: x.Amend.words()})
		}
	}
}

func (e InputSponsored) apply(s *State, a Act) {
	s.changeInput(e.ID, func(x *input) { x.state = AmendmentSponsored })
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Ref: string(e.ID), Phrase: say("takes up %s as %s.", e.ID, e.As)})
}

// proposal says what an amendment asks for that is not in the draft, and why.
func (s State) proposal(c Amend) Phrase {
	a := Amendment{Clause: c.Clause, Edits: slices.Clone(c.Edits)}
	for i := range a.Edits {
		if a.Edits[i].Para == "" {
			a.Edits[i].Para = ParaID(c.Clause)
		}
	}
	text := s.amendmentLine(a)
	switch {
	case c.Title.ID != (WordID{}):
		text = say(`a new clause "%s": "%s"`, s.text(c.Title.ID), s.text(c.Edits[0].New.ID))
	case c.Delete:
		text = deletion(c.Clause)
	}
	if why := s.text(c.Because.ID); why != "" {
		text = say("%s, because %s", text, why)
	}
	return text.Ended()
}

// words lists the texts of a wish.
func (c Amend) words() []WordID {
	words := []WordID{c.Because.ID, c.Title.ID}
	for _, e := range c.Edits {
		words = append(words, e.Old.ID, e.New.ID)
	}
	return words
}

// inputViews lists the proposals seen in a room. The hall is not told what the
// table makes of them.
func (s State) inputViews(r RoomID) []AmendmentView {
	var views []AmendmentView
	for _, x := range s.inputs {
		if !s.inputSeen(x, r) {
			continue
		}
		v := AmendmentView{
			ID: x.ID, Clause: x.Amend.clause(), Sponsors: x.sponsors, Because: s.text(x.Amend.Because.ID),
			State: x.state, Line: s.proposal(x.Amend),
		}
		if r == HallRoom && x.delivered() {
			v.State = AmendmentDelivered
		}
		views = append(views, v)
	}
	return views
}

// clause is the clause that a wish is to; empty for a new one.
func (c Amend) clause() ClauseID {
	if c.Clause == "" && c.Title.ID == (WordID{}) && len(c.Edits) > 0 {
		return clauseOf(c.Edits[0].Para)
	}
	return c.Clause
}
