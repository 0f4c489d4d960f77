package exercise

import (
	"slices"
	"strings"
)

// draft is the rolling text and what has been said about it.
type draft struct {
	clauses    []Clause
	amendments []lodged
	stances    map[AltID][]stance
	held       []Held // amendments that wait for what is put to close
	revision   int
}

// lodged is an amendment with how many decisions had been opened before it,
// so that one lodged during a gavel can be told.
type lodged struct {
	Amendment
	after int
}

func (s State) clauseIndex(id ClauseID) int {
	return slices.IndexFunc(s.draft.clauses, func(c Clause) bool { return c.ID == id })
}

func (s State) clause(id ClauseID) (Clause, bool) {
	if i := s.clauseIndex(id); i >= 0 {
		return s.draft.clauses[i], true
	}
	return Clause{}, false
}

func (s *State) changeClause(id ClauseID, change func(*Clause)) {
	if i := s.clauseIndex(id); i >= 0 {
		s.draft.clauses = withAt(s.draft.clauses, i, change)
	}
}

func clauseOf(p ParaID) ClauseID {
	id, _, _ := strings.Cut(string(p), ".")
	return ClauseID(id)
}

// paraOf is the paragraph of a point: "3.1" of "3.1a".
func paraOf(p PointID) ParaID {
	return ParaID(strings.TrimRight(string(p), "abcdefghijklmnopqrstuvwxyz"))
}

func (s State) para(id ParaID) (Paragraph, bool) {
	c, ok := s.clause(clauseOf(id))
	if !ok {
		return Paragraph{}, false
	}
	for _, p := range c.Paras {
		if p.ID == id {
			return p, true
		}
	}
	return Paragraph{}, false
}

// putParas replaces paragraphs, adding those that are new.
func (s *State) putParas(paras []Paragraph, revision int) {
	for _, p := range paras {
		s.changeClause(clauseOf(p.ID), func(c *Clause) {
			c.Revision = revision
			i := slices.IndexFunc(c.Paras, func(x Paragraph) bool { return x.ID == p.ID })
			if i < 0 {
				c.Paras = append(slices.Clone(c.Paras), p)
				return
			}
			c.Paras = withAt(c.Paras, i, func(x *Paragraph) { *x = p })
		})
	}
}

func (s State) amendment(id AmendmentID) (lodged, bool) {
	for _, a := range s.draft.amendments {
		if strings.EqualFold(string(a.ID), string(id)) {
			return a, true
		}
	}
	return lodged{}, false
}

func (s *State) changeAmendment(id AmendmentID, change func(*Amendment)) {
	i := slices.IndexFunc(s.draft.amendments, func(a lodged) bool { return a.ID == id })
	if i >= 0 {
		s.draft.amendments = withAt(s.draft.amendments, i, func(l *lodged) { change(&l.Amendment) })
	}
}

// mayAmend refuses what cannot be changed any more.
func (s State) mayAmend(c Clause) error {
	switch c.State {
	case ClauseAgreed, ClauseFinal:
		return refuse(ErrNotNow, "Clause %s is agreed; it can be amended only after it is reopened.", c.ID)
	case ClauseDeferred:
		return refuse(ErrNotNow, "Clause %s is deferred to the annex.", c.ID)
	case ClauseDeleted:
		return refuse(ErrNotNow, "Clause %s is deleted.", c.ID)
	}
	return nil
}

func (c Amend) decide(d *decider) error {
	team, err := d.team("lodge an amendment")
	if err != nil {
		return err
	}
	if err := d.play("lodge an amendment", Briefing, Table); err != nil {
		return err
	}
	if d.s.closing.adopted {
		return refuse(ErrNotNow, "The text has been adopted; it can be amended only after it is reopened.")
	}
	e, err := d.amending(c, team, d.seat.ID)
	if err != nil {
		return err
	}
	if x, put := d.s.putOn(e.Amendment); put {
		d.emit(Held{ID: x.ID, Team: team, By: d.seat.ID, Amend: c})
		return nil
	}
	d.lodge(e)
	return nil
}

// amending works out what an amendment does to the draft as it stands.
func (d *decider) amending(c Amend, team TeamID, by SeatID) (Lodged, error) {
	e := Lodged{Revision: d.s.draft.revision + 1, Amendment: Amendment{
		ID: AmendmentID("A" + itoa(len(d.s.draft.amendments)+1)), Clause: c.Clause,
		Sponsors: []TeamID{team}, By: by, Edits: c.Edits, Because: c.Because, State: AmendmentLodged,
	}}
	switch {
	case c.Title.ID != (WordID{}):
		return e, d.newClause(&e, c.Title, team)
	case c.Delete:
		return e, d.deletion(&e, c.Clause, team)
	}
	return e, d.edits(&e, team)
}

// lodge puts an amendment into the draft; that is the sponsor's prefer.
func (d *decider) lodge(e Lodged) {
	team := e.Amendment.Sponsors[0]
	d.emit(e)
	for _, alt := range e.Amendment.Alts {
		d.emit(StanceTaken{Alt: alt, Team: team, Stance: Prefer, Lodging: true})
	}
	d.delayGavels(e.Amendment, team)
}

// edits applies every edit in order, paragraph by paragraph; they stand or
// fall together.
func (d *decider) edits(e *Lodged, team TeamID) error {
	a := &e.Amendment
	if len(a.Edits) == 0 {
		return refuse(ErrText, "Say what to change: `amend 3.1 put \"X\" for \"Y\"`.")
	}
	a.Edits = slices.Clone(a.Edits)
	var order []ParaID
	byPara := map[ParaID][]Edit{}
	for i := range a.Edits {
		edit := &a.Edits[i]
		if edit.Fresh && edit.Para == "" {
			edit.Para = d.s.freshPara(a.Clause, i)
		}
		if !slices.Contains(order, edit.Para) {
			order = append(order, edit.Para)
		}
		byPara[edit.Para] = append(byPara[edit.Para], *edit)
	}
	for _, id := range order {
		if clauseOf(id) != clauseOf(order[0]) {
			return refuse(ErrText, "One amendment is to one clause; lodge another for clause %s.", clauseOf(id))
		}
		p, err := d.amendable(id, byPara[id][0].Fresh)
		if err != nil {
			return err
		}
		a.Clause = clauseOf(id)
		next, alts, err := applyEdits(p, byPara[id], team, a.ID, d.s.text)
		if err != nil {
			return err
		}
		a.Alts = append(a.Alts, alts...)
		e.Paras = append(e.Paras, next)
	}
	return nil
}

// amendable finds the paragraph an edit is for, or makes room for a new one.
func (d *decider) amendable(id ParaID, fresh bool) (Paragraph, error) {
	clause, ok := d.s.clause(clauseOf(id))
	if !ok {
		return Paragraph{}, refuse(ErrUnknown, "There is no clause %s. The clauses are 1 to %d.", clauseOf(id), len(d.s.draft.clauses))
	}
	if err := d.s.mayAmend(clause); err != nil {
		return Paragraph{}, err
	}
	p, ok := d.s.para(id)
	if !ok && !fresh {
		return p, refuse(ErrUnknown, "Clause %s has no paragraph %s; it has %d.", clause.ID, id, len(clause.Paras))
	}
	p.ID = id
	return p, nil
}

func (s State) freshPara(id ClauseID, offset int) ParaID {
	c, _ := s.clause(id)
	return ParaID(string(id) + "." + itoa(len(c.Paras)+1+offset))
}

// deletion strikes a whole clause: one edit a paragraph.
func (d *decider) deletion(e *Lodged, id ClauseID, team TeamID) error {
	clause, ok := d.s.clause(id)
	if !ok {
		return refuse(ErrUnknown, "There is no clause %s.", id)
	}
	for _, p := range clause.Paras {
		if plainNodes(p.Nodes, nil, d.s.text) == "" {
			continue // deleted already
		}
		e.Amendment.Edits = append(e.Amendment.Edits, Edit{Para: p.ID, Whole: true})
	}
	return d.edits(e, team)
}

// newClause adds a clause whose one paragraph is a point: nothing, or these words.
func (d *decider) newClause(e *Lodged, title Text, team TeamID) error {
	if len(e.Amendment.Edits) != 1 {
		return refuse(ErrText, "A new clause needs a title and its text: `amend new \"Title\": \"text\"`.")
	}
	id := ClauseID(itoa(len(d.s.draft.clauses) + 1))
	edit := &e.Amendment.Edits[0]
	edit.Para, edit.Fresh = ParaID(string(id)+".1"), true
	p, alt, err := applyEdit(Paragraph{ID: edit.Para}, *edit, team, e.Amendment.ID, d.s.text)
	if err != nil {
		return err
	}
	e.Amendment.Clause, e.Amendment.Alts = id, []AltID{alt}
	e.Clause = &Clause{ID: id, Title: wholeText(title), State: ClauseOpen, Paras: []Paragraph{p}, Revision: e.Revision}
	return nil
}

// delayGavels: lodged while its subject is being gavelled, an amendment
// counts as `wait`, and as an objection unless withdrawn by then.
func (d *decider) delayGavels(a Amendment, team TeamID) {
	for _, x := range d.s.standing() {
		if x.Form == FormPut || !d.s.concerns(x, a) || slices.Contains(x.waited, team) {
			continue
		}
		d.emit(Positioned{ID: x.ID, Team: team, Position: PositionWait, By: a.By})
		d.emit(DeadlineMoved{ID: x.ID, Until: x.Until + d.s.plan.Times.Wait})
	}
}

func (e Lodged) apply(s *State, a Act) {
	if e.Clause != nil {
		s.draft.clauses = append(slices.Clone(s.draft.clauses), *e.Clause)
	}
	s.putParas(e.Paras, e.Revision)
	s.draft.revision = e.Revision
	s.draft.amendments = append(slices.Clip(s.draft.amendments), lodged{e.Amendment, len(s.decided)})
	text := "lodged " + string(e.Amendment.ID) + " on " + s.amendmentLine(e.Amendment)
	words := []WordID{e.Amendment.Because.ID}
	if e.Clause != nil {
		words = append(words, e.Clause.Title[0].Word)
	}
	for _, edit := range e.Amendment.Edits {
		words = append(words, edit.Old.ID, edit.New.ID)
	}
	if why := s.text(e.Amendment.Because.ID); why != "" {
		text += ", because " + why
	}
	s.post(a, e, Line{Kind: "lodged", Team: e.Amendment.Sponsors[0], Seat: e.Amendment.By, Ref: string(e.Amendment.ID), Text: text + ".", words: words})
}

func (c Cosponsor) decide(d *decider) error {
	team, err := d.team("cosponsor an amendment")
	if err != nil {
		return err
	}
	if err := d.play("cosponsor an amendment", Briefing, Table); err != nil {
		return err
	}
	a, err := d.lodgedAmendment(c.Amendment)
	if err != nil {
		return err
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

func (d *decider) lodgedAmendment(id AmendmentID) (lodged, error) {
	a, ok := d.s.amendment(id)
	if !ok {
		return a, refuse(ErrUnknown, "There is no amendment %s.", id)
	}
	if a.State != AmendmentLodged {
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
	team, err := d.head("withdraw an amendment")
	if err != nil {
		return err
	}
	if err := d.play("withdraw an amendment", Briefing, Table); err != nil {
		return err
	}
	a, err := d.lodgedAmendment(c.Amendment)
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
	e := SponsorLeft{Amendment: a.ID, Team: team, Revision: d.s.draft.revision}
	preferred := func(alt AltID) bool { return d.s.preferredByOther(alt, team) }
	e.Withdrawn = len(a.Sponsors) == 1 && !slices.ContainsFunc(a.Alts, preferred)
	for _, p := range d.s.parasOf(a.Amendment) {
		next, gone := leaveNodes(p, a.ID, team, preferred)
		e.Paras = append(e.Paras, next)
		if len(gone) > 0 {
			e.Revision = d.s.draft.revision + 1
		}
	}
	d.emit(e)
	return nil
}

func (s State) preferredByOther(alt AltID, team TeamID) bool {
	return slices.ContainsFunc(s.draft.stances[alt], func(x stance) bool {
		return x.team != team && x.stance == Prefer && !x.toChair
	})
}

func (e Cosponsored) apply(s *State, a Act) {
	s.putParas(e.Paras, s.draft.revision)
	s.changeAmendment(e.Amendment, func(x *Amendment) { x.Sponsors = append(slices.Clone(x.Sponsors), e.Team) })
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Ref: string(e.Amendment), Text: "cosponsors " + string(e.Amendment) + "."})
}

func (e SponsorLeft) apply(s *State, a Act) {
	s.putParas(e.Paras, e.Revision)
	s.draft.revision = e.Revision
	text := "no longer sponsors " + string(e.Amendment) + "."
	s.changeAmendment(e.Amendment, func(x *Amendment) {
		x.Sponsors = without(x.Sponsors, e.Team)
		if e.Withdrawn {
			x.State = AmendmentWithdrawn
			text = "withdraws " + string(e.Amendment) + "."
		}
	})
	s.post(a, e, Line{Kind: "lodged", Team: e.Team, Ref: string(e.Amendment), Text: text})
}
