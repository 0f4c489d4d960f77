package exercise

import (
	"slices"
	"strings"
)

// draft is the rolling text and what has been said about it.
type draft struct {
	clauses    []Clause
	given      []Clause // as the scenario gave them
	amendments []lodged
	stances    map[AltID][]stance
	held       []Held // amendments that wait for what is put to close
	sequence   map[ParaID][]AmendmentID
	revisions  log[revision]
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
	if d.s.aside(team) {
		return d.writeInput(c, team)
	}
	if err := d.mayTable(team); err != nil {
		return err
	}
	return d.file(c, []TeamID{team})
}

// file lodges an amendment of these sponsors; on what is being put it waits.
func (d *decider) file(c Amend, sponsors []TeamID) error {
	a := Amendment{ID: d.s.nextAmendment(), Sponsors: sponsors, By: d.seat.ID}
	e, err := d.amending(c, a)
	if err != nil {
		return err
	}
	if x, put := d.s.putOn(e.Amendment); put {
		e.Amendment.State, e.Amendment.Alts = AmendmentWaiting, nil
		d.emit(Held{ID: x.ID, Amendment: e.Amendment, Amend: c})
		return nil
	}
	d.lodge(e)
	return nil
}

// nextAmendment is the number that the next amendment gets.
func (s State) nextAmendment() AmendmentID {
	return AmendmentID("A" + itoa(len(s.draft.amendments)+1))
}

// amending works out what an amendment does to the draft as it stands; of a
// are known its id, its sponsors and who writes it.
func (d *decider) amending(c Amend, a Amendment) (Lodged, error) {
	a.Clause, a.Edits, a.Because, a.State = c.Clause, c.Edits, c.Because, AmendmentLodged
	e := Lodged{Revision: d.s.draft.revision + 1, Amendment: a}
	switch {
	case c.In != "":
		return e, d.editsIn(&e, c)
	case c.Title.ID != (WordID{}):
		return e, d.newClause(&e, c.Title)
	case c.Delete:
		return e, d.deletion(&e, c.Clause)
	}
	return e, d.edits(&e)
}

// lodge puts an amendment into the draft; that is its sponsors' prefer.
func (d *decider) lodge(e Lodged) {
	d.emit(e)
	for _, team := range e.Amendment.Sponsors {
		d.prefer(e.Amendment.Alts, team)
		d.delayGavels(e.Amendment, team)
	}
	d.breakSilences(e.Amendment)
}

// prefer is said by lodging.
func (d *decider) prefer(alts []AltID, team TeamID) {
	for _, alt := range alts {
		d.emit(StanceTaken{Alt: alt, Team: team, Stance: Prefer, Lodging: true})
	}
}

// edits applies every edit in order, paragraph by paragraph; they stand or
// fall together.
func (d *decider) edits(e *Lodged) error {
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
		next, alts, err := applyEdits(p, byPara[id], *a, d.s.texting())
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
	if slices.Contains(clause.Agreed, id) {
		return p, refuse(ErrNotNow, "Paragraph %s is agreed; it can be amended only after clause %s is reopened.", id, clause.ID)
	}
	p.ID = id
	return p, nil
}

func (s State) freshPara(id ClauseID, offset int) ParaID {
	c, _ := s.clause(id)
	return ParaID(string(id) + "." + itoa(len(c.Paras)+1+offset))
}

// deletion strikes a whole clause: one edit a paragraph.
func (d *decider) deletion(e *Lodged, id ClauseID) error {
	clause, ok := d.s.clause(id)
	if !ok {
		return refuse(ErrUnknown, "There is no clause %s.", id)
	}
	for _, p := range clause.Paras {
		if plainNodes(p.Nodes, nil, d.s.texting()) == "" {
			continue // deleted already
		}
		e.Amendment.Edits = append(e.Amendment.Edits, Edit{Para: p.ID, Whole: true})
	}
	return d.edits(e)
}

// newClause adds a clause whose one paragraph is a point: nothing, or these words.
func (d *decider) newClause(e *Lodged, title Text) error {
	if len(e.Amendment.Edits) != 1 {
		return refuse(ErrText, "A new clause needs a title and its text: `amend new \"Title\": \"text\"`.")
	}
	id := ClauseID(itoa(len(d.s.draft.clauses) + 1))
	edit := &e.Amendment.Edits[0]
	edit.Para, edit.Fresh = ParaID(string(id)+".1"), true
	p, alt, err := applyEdit(Paragraph{ID: edit.Para}, *edit, e.Amendment, d.s.texting())
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
		if x.Form == FormPut || x.Form == FormSilence || !d.s.concerns(x, a) || slices.Contains(x.waited, team) || !d.s.counts(team, d.s.matter(x)) {
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
	s.enter(e.Amendment)
	x := e.Amendment
	words := x.words()
	if e.Clause != nil {
		words = append(words, e.Clause.Title[0].Word)
	}
	text := s.lodgedLine(x)
	if why := s.text(x.Because.ID); why != "" {
		text = say("%s, because %s", text, why)
	}
	l := Line{Kind: "lodged", Seat: x.By, Ref: string(x.ID), Phrase: text.Ended(), words: words}
	if len(x.Sponsors) > 0 {
		l.Team = x.Sponsors[0]
	}
	s.post(a, e, l)
}

// lodgedLine says what the first sponsor has lodged, with whom, and where.
func (s State) lodgedLine(x Amendment) Phrase {
	with := x.Sponsors[min(1, len(x.Sponsors)):]
	switch {
	case x.Chair:
		return say("lodged %s as the chair's text of %s", x.ID, s.amendmentLine(x))
	case x.In != "" && len(with) > 0:
		return say("and %s lodged %s in %s on %s", s.teamNames(with), x.ID, x.In, s.amendmentLine(x))
	case x.In != "":
		return say("lodged %s in %s on %s", x.ID, x.In, s.amendmentLine(x))
	case len(with) > 0:
		return say("and %s lodged %s on %s", s.teamNames(with), x.ID, s.amendmentLine(x))
	}
	return say("lodged %s on %s", x.ID, s.amendmentLine(x))
}

// enter puts an amendment on the list, or in the place where it waited.
func (s *State) enter(a Amendment) {
	entry := lodged{a, len(s.decided)}
	if i := slices.IndexFunc(s.draft.amendments, func(x lodged) bool { return x.ID == a.ID }); i >= 0 {
		s.draft.amendments = withAt(s.draft.amendments, i, func(x *lodged) { *x = entry })
		return
	}
	s.draft.amendments = append(slices.Clip(s.draft.amendments), entry)
}

// words are the texts that an amendment brought.
func (a Amendment) words() []WordID {
	words := []WordID{a.Because.ID}
	for _, e := range a.Edits {
		words = append(words, e.Old.ID, e.New.ID)
	}
	return words
}
