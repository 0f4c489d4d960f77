package exercise

import "slices"

// A package binds alternatives, amendments and clauses: all or nothing. Its
// parts may still be decided by themselves. One that is carried or agreed so
// counts as met; one that is lost or amended makes the package fall, unless
// all its sponsors cosponsor it again in time.

// PackageID names a package: P2.
type PackageID string

// renewTime is how long the sponsors of a package whose part was lost or
// amended may cosponsor it again, in table ms.
const renewTime = 2 * minute

// mostParts bounds a package to what people can follow.
const mostParts = 16

// Package binds several things into one package.
type Package struct {
	X []Subject `json:"x"`
}

type (
	// Packed: a package lies before the table. If holds the conditions of
	// positions that meet in it; it is empty where a team proposed it.
	Packed struct {
		ID       PackageID   `json:"id"`
		Sponsors []TeamID    `json:"sponsors"`
		Parts    []Subject   `json:"parts"`
		If       []Condition `json:"if,omitempty"`
	}
	// PackJoined: a team cosponsors it, or does so again.
	PackJoined struct {
		ID   PackageID `json:"id"`
		Team TeamID    `json:"team"`
		Of   int64     `json:"of,omitempty"` // the act taken back by it
	}
	// PackLeft: a sponsor withdraws.
	PackLeft struct {
		ID   PackageID `json:"id"`
		Team TeamID    `json:"team"`
		Of   int64     `json:"of,omitempty"` // the act taken back by it
	}
	// PackShaken: parts were lost or amended. It falls at Until (table ms),
	// unless all sponsors cosponsor it again.
	PackShaken struct {
		ID      PackageID `json:"id"`
		Lost    []Subject `json:"lost,omitempty"`
		Why     string    `json:"why"`
		Wording Wording   `json:"wording,omitzero"` // Why, with its parts kept apart
		Until   int64     `json:"until"`
	}
	// PackRenewed: all have. Parts are those that it still binds.
	PackRenewed struct {
		ID    PackageID `json:"id"`
		Parts []Subject `json:"parts"`
	}
	// PackSettled: its state is now this one of those below.
	PackSettled struct {
		ID    PackageID `json:"id"`
		State string    `json:"state"`
	}
)

// States of a package.
const (
	PackageOpen      = "open"
	PackageCarried   = "carried"
	PackageFallen    = "fallen"
	PackageWithdrawn = "withdrawn"
)

// pack is a package and what has become of it.
type pack struct {
	Packed
	state   string
	renewBy int64 // table ms; 0 where nothing has been lost
	why     Phrase
	renewed []TeamID // sponsors that have cosponsored it again
	lost    []Subject
	amended bool // not only lost, so that nothing gives it back as it was
}

func (s State) pack(id PackageID) (pack, bool) {
	for _, p := range s.packs {
		if equalFold(string(p.ID), string(id)) {
			return p, true
		}
	}
	return pack{}, false
}

func (s *State) changePack(id PackageID, change func(*pack)) {
	i := slices.IndexFunc(s.packs, func(p pack) bool { return p.ID == id })
	if i >= 0 {
		s.packs = withAt(s.packs, i, change)
	}
}

func (s State) nextPack() PackageID { return PackageID("P" + itoa(len(s.packs)+1)) }

func (c Package) decide(d *decider) error {
	team, err := d.team("propose a package")
	if err != nil {
		return err
	}
	if err := d.play("propose a package", Table); err != nil {
		return err
	}
	if d.s.aside(team) {
		return refuse(ErrRole, "A package is for teams that decide; what you lodge is written input.")
	}
	if err := d.mayTable(team); err != nil {
		return err
	}
	if len(c.X) < 2 || len(c.X) > mostParts {
		return refuse(ErrText, "A package binds from two to sixteen things: `package A1 3.1a/2 5`.")
	}
	parts, err := d.s.bindable(c.X)
	if err != nil {
		return err
	}
	d.emit(Packed{ID: d.s.nextPack(), Sponsors: []TeamID{team}, Parts: parts})
	return nil
}

// bindable resolves the parts of a package, or says why they cannot be bound.
func (s State) bindable(xs []Subject) ([]Subject, error) {
	var subs []subject
	var parts []Subject
	for _, x := range xs {
		sub, err := s.subject(x)
		if err != nil {
			return nil, err
		}
		if err := s.bindableAlone(sub); err != nil {
			return nil, err
		}
		for _, other := range subs {
			if err := s.bindableWith(other, sub); err != nil {
				return nil, err
			}
		}
		subs, parts = append(subs, sub), append(parts, sub.x)
	}
	return parts, nil
}

func (s State) bindableAlone(sub subject) error {
	if sub.whole || sub.pack != "" || len(sub.alts) == 0 && !sub.clause {
		return refuse(ErrText, "A package binds alternatives, amendments and clauses, not %s.", sub.title)
	}
	for _, id := range sub.clauses {
		if c, _ := s.clause(id); c.settled() {
			return refuse(ErrNotNow, "Clause %s is %s.", id, word(c.State))
		}
	}
	return nil
}

// bindableWith: a package may hold a clause and the points in it, but no two
// alternatives of one point, nor one that would close the other's point.
func (s State) bindableWith(a, b subject) error {
	if a.x == b.x {
		return refuse(ErrText, "%s is named twice; once is enough.", a.x)
	}
	if s.empties(a, b) || s.empties(b, a) {
		return refuse(ErrText, "%s and %s cannot both be: one agrees the clause that the other deletes.", a.x, b.x)
	}
	for _, x := range a.alts {
		for _, y := range b.alts {
			switch {
			case x.Point == y.Point:
				return refuse(ErrText, "%s and %s both decide %s; a package cannot hold two alternatives of one point.", a.x, b.x, x.Point)
			case s.spans(x.Point, y.Point) || s.spans(y.Point, x.Point):
				return refuse(ErrText, "%s and %s would decide the same words; a package can hold one of them.", a.x, b.x)
			}
		}
	}
	return nil
}

// empties: nothing would be left of the clause that b agrees.
func (s State) empties(a, b subject) bool {
	after := s.would(a)
	return len(a.alts) > 0 && slices.ContainsFunc(b.agreed(), func(id ClauseID) bool {
		c, _ := after.clause(id)
		return len(pointsOf(c)) == 0 && after.isEmpty(c)
	})
}

// settled: nothing can be decided in it any more as it stands, nor amended
// before it is reopened.
func (c Clause) settled() bool {
	switch c.State {
	case ClauseAgreed, ClauseFinal, ClauseDeferred, ClauseDeleted:
		return true
	}
	return false
}

// packSubject is what deciding a package means now: the parts not yet met.
func (s State) packSubject(p pack) (subject, error) {
	switch {
	case p.state != PackageOpen:
		return subject{}, refuse(ErrNotNow, "%s is %s.", p.ID, word(p.state))
	case p.renewBy > 0:
		return subject{}, refuse(ErrNotNow, "%s waits until its sponsors cosponsor it again: %s.", p.ID, p.why)
	}
	sub := subject{x: Subject(p.ID), pack: p.ID, title: say("%s (%s)", p.ID, partNames(p.Parts))}
	for _, x := range p.Parts {
		if state, why := s.partState(x); state == partLost {
			return subject{}, refuse(ErrNotNow, "%s can no longer be decided: %s.", p.ID, why)
		} else if state == partMet {
			continue
		}
		part, err := s.subject(x)
		if err != nil {
			return subject{}, err
		}
		sub.alts = append(sub.alts, part.alts...)
		if part.clause {
			sub.agrees = append(sub.agrees, part.clauses...)
		}
		for _, id := range part.clauses {
			sub.clauses = addOnce(sub.clauses, id)
		}
	}
	return sub, nil
}

// partNames are parts as people say them: "3.1b/1", "A1", "clause 5".
func partNames(parts []Subject) Phrase {
	names := make([]Phrase, len(parts))
	for i, x := range parts {
		names[i] = spoken(x)
	}
	return listed(names)
}

// spoken is a subject as people say it.
func spoken(x Subject) Phrase {
	if x[0] >= '1' && x[0] <= '9' && !isAlternative(x) {
		return say("clause %s", x)
	}
	if x == WholeText {
		return say("the text")
	}
	return say("%s", x)
}

// cosponsorPack joins a package, or stays with it after a part changed.
func (d *decider) cosponsorPack(p pack, team TeamID) error {
	sponsor := slices.Contains(p.Sponsors, team)
	switch {
	case p.state != PackageOpen:
		return refuse(ErrNotNow, "%s is %s.", p.ID, word(p.state))
	case p.renewBy > 0 && !sponsor:
		return refuse(ErrNotNow, "%s waits until its sponsors cosponsor it again: %s.", p.ID, p.why)
	case slices.Contains(p.renewed, team):
		return refuse(ErrNotNow, "You have cosponsored %s again; %s.", p.ID, d.s.stillToRenew(p))
	case sponsor && p.renewBy == 0:
		return refuse(ErrNotNow, "You are a sponsor of %s already.", p.ID)
	}
	d.emit(PackJoined{ID: p.ID, Team: team})
	return nil
}

func (s State) stillToRenew(p pack) Phrase {
	wait := slices.DeleteFunc(slices.Clone(p.Sponsors), func(t TeamID) bool { return slices.Contains(p.renewed, t) })
	return say("it waits for %s", s.teamNames(wait))
}

func (d *decider) withdrawPack(p pack, team TeamID) error {
	switch {
	case p.state != PackageOpen:
		return refuse(ErrNotNow, "%s is %s.", p.ID, word(p.state))
	case !slices.Contains(p.Sponsors, team):
		return refuse(ErrRole, "You are not a sponsor of %s.", p.ID)
	}
	for _, x := range d.s.standing() {
		if x.X == Subject(p.ID) {
			return refuse(ErrNotNow, "%s is before the table; it can be withdrawn when that closes.", p.ID)
		}
	}
	d.emit(PackLeft{ID: p.ID, Team: team})
	return nil
}

// undone: a part of a package that carried is open again.
func (s State) undone(p pack) bool {
	return slices.ContainsFunc(p.Parts, func(x Subject) bool {
		state, _ := s.partState(x)
		return state == partOpen
	})
}

// regained: the decisions by which its parts were lost have been taken back.
func (s State) regained(p pack) bool {
	return !p.amended && !slices.ContainsFunc(p.lost, func(x Subject) bool {
		state, _ := s.partState(x)
		return state == partLost
	})
}

// tendPackages settles what has become of each package's parts.
func (d *decider) tendPackages() {
	for _, p := range d.s.packs {
		switch {
		case p.state == PackageCarried && d.s.undone(p):
			d.emit(PackSettled{ID: p.ID, State: PackageOpen})
		case p.state == PackageOpen:
			d.tendPackage(p)
		}
	}
}

func (d *decider) tendPackage(p pack) {
	met, lost, why := 0, []Subject(nil), Phrase{}
	for _, x := range p.Parts {
		state, reason := d.s.partState(x)
		switch {
		case state == partMet:
			met++
		case state == partLost && !slices.Contains(p.lost, x):
			lost, why = append(lost, x), reason
		}
	}
	if why.IsZero() {
		why = d.amended(p)
	}
	left := len(p.Parts) - len(p.lost) - len(lost)
	switch {
	case !why.IsZero() && left == 0:
		d.emit(PackSettled{ID: p.ID, State: PackageFallen})
	case !why.IsZero():
		d.emit(PackShaken{ID: p.ID, Lost: lost, Why: why.String(), Wording: Wording{why}, Until: d.s.now.table + renewTime})
	case p.renewBy > 0 && d.s.regained(p):
		d.emit(PackRenewed{ID: p.ID, Parts: p.Parts})
	case p.renewBy > 0 && len(p.renewed) == len(p.Sponsors):
		parts := slices.DeleteFunc(slices.Clone(p.Parts), func(x Subject) bool { return slices.Contains(p.lost, x) })
		d.emit(PackRenewed{ID: p.ID, Parts: parts})
	case p.renewBy == 0 && met == len(p.Parts):
		d.emit(PackSettled{ID: p.ID, State: PackageCarried})
	}
}

// duePackages: a package that has not been cosponsored again falls.
func (s State) duePackages(yield func(dueItem)) {
	for i := range s.packs {
		p := &s.packs[i]
		if p.state != PackageOpen || p.renewBy == 0 {
			continue
		}
		if at, ok := s.wallOfTable(p.renewBy); ok {
			yield(dueItem{at: at, decide: func(d *decider) { d.emit(PackSettled{ID: p.ID, State: PackageFallen}) }})
		}
	}
}
