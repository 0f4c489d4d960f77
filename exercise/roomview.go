package exercise

import (
	"cmp"
	"slices"
)

// Room builds the view that everyone in a room shares. Prev is the room's
// last view, or nil: its feed is continued rather than copied, so one caller
// must build a room's views one after the other. Nothing in a view changes
// once it has been built.
func (s State) Room(id RoomID, prev *RoomView) *RoomView {
	v := &RoomView{
		ID:       id,
		Exercise: s.about(),
		Rules:    s.procedureView(),
		Phase:    s.phase,
		Clocks:   s.clocksView(),
		Floor:    s.floorView(id),

		PhaseUntil: s.agenda.phaseUntil,
		Feed:       s.feed(id, prev),
		edits:      s.in(id).edits,
	}
	if v.RealWorld = s.safety.stopped != nil; v.RealWorld {
		v.Clocks.ScenarioWhy, v.Clocks.TableWhy = PausedRealWorld, PausedRealWorld
	}
	v.Teams, v.Staff = s.teamViews(id), s.staff()
	v.Situation, v.Earlier = s.plan.Situation.Value, s.earlierView()
	v.Precedents = s.precedentViews()
	v.Incidents = s.incidents(func(x injectState) (string, bool) { return x.label, x.out.All })
	v.HotWash, v.Model = s.washView(), s.modelView(true)
	v.Debrief = s.debriefView(id)
	if id == HallRoom {
		s.hallView(v)
	} else {
		s.tableView(v)
		v.Revisions = s.revisionViews(prev, v.edits)
	}
	return v
}

// tableView fills in what is seen at the table only.
func (s State) tableView(v *RoomView) {
	v.Item, v.Agenda = s.agenda.item, s.agendaView()
	v.Revision, v.Published, v.Focus = s.draft.revision, s.lastPublished().revision, s.focus
	sequences, x := s.sequences(), s.viewing()
	v.Clauses = slices.Grow(v.Clauses, len(s.draft.clauses))
	for _, c := range s.draft.clauses {
		clause := s.clauseView(c, x)
		clause.Sequence = sequences[c.ID]
		v.Clauses = append(v.Clauses, clause)
	}
	v.Amendments = slices.Grow(v.Amendments, len(s.draft.amendments))
	for _, a := range s.draft.amendments {
		v.Amendments = append(v.Amendments, s.amendmentView(a.Amendment))
	}
	v.Amendments = append(v.Amendments, s.inputViews(TableRoom)...)
	v.Decisions = slices.Grow(v.Decisions, len(s.decided)-len(s.standing()))
	for _, x := range s.decided {
		if x.outcome == "" && !x.takenBack {
			v.Standing = append(v.Standing, s.decisionView(x))
		} else {
			v.Decisions = append(v.Decisions, s.decisionView(x))
		}
	}
	v.Packages = s.packageViews()
	v.Motions = s.motionViews()
	v.Groups, v.Polls, v.Quorum = s.groupViews(), s.pollViews(), s.quorumView()
	v.Closing = s.closingView()
	for _, x := range s.closing.voided {
		v.Voided = append(v.Voided, s.signatureView(x))
	}
}

func (s State) about() About {
	p := s.plan
	return About{
		Name: s.name, Title: p.Title, Marking: p.Marking, Instrument: p.Instrument,
		Organiser: p.Organiser, Zone: p.Zone, Procedure: p.Procedure, Retention: p.Retention, Medium: s.medium(),
		Consultations: cmp.Or(p.Consultations, ConsultationsNamed), Naming: s.naming(), Disclosure: p.Disclosure,
	}
}

func (s State) feed(id RoomID, prev *RoomView) []Line {
	x := s.in(id)
	if prev != nil && prev.edits == x.edits && len(prev.Feed) <= x.feed.n {
		feed := prev.Feed
		for i := len(feed); i < x.feed.n; i++ {
			feed = append(feed, x.feed.at(i))
		}
		return feed
	}
	return x.feed.list()
}

func (s State) clocksView() Clocks {
	c := Clocks{
		Wall: s.now.wall, Scenario: s.now.scenario, Table: s.now.table,
		ScenarioRunning: s.clock.scenarioRuns(), TableRunning: s.clock.tableRuns(),
		Speed: s.clock.speed, ReadingUntil: s.clock.readingUntil,
	}
	if n := len(s.clock.scenarioStops); n > 0 {
		c.ScenarioWhy = s.clock.scenarioStops[n-1]
	}
	if n := len(s.clock.tableStops); n > 0 {
		c.TableWhy = s.clock.tableStops[n-1]
	}
	return c
}

func (s State) floorView(id RoomID) FloorView {
	f := s.floorOf(id)
	v := FloorView{
		Mode: f.mode, Speaker: f.speaker, Until: f.until, Next: s.upNext(id), Hands: f.hands,
		OrderBy: f.orderBy, Order: s.text(f.orderWords), OrderUntil: f.orderUntil,
		SuspendedUntil: f.suspended, InformalUntil: f.informal,
		Replying: f.replying, Closed: f.closed, Halted: f.halted, Left: f.left,
	}
	if id == TableRoom {
		v.AppealUntil = s.moved.appealUntil
	}
	return v
}

func (s State) agendaView() []ItemView {
	items := make([]ItemView, len(s.plan.Agenda))
	for i, x := range s.plan.Agenda {
		items[i] = ItemView{Name: x.Name, Kind: x.Kind, Clauses: x.Clauses, Minutes: x.Minutes}
	}
	for _, o := range s.agenda.opened {
		items[o.item].Until = o.until
	}
	return items
}

// teamViews lists all delegations. How often one spoke, and whom it empowered,
// is known in its own room only.
func (s State) teamViews(room RoomID) []TeamView {
	views := make([]TeamView, len(s.plan.Teams))
	for i, t := range s.plan.Teams {
		v := TeamView{ID: t.ID, Name: t.Name, Forms: t.Forms, Track: t.Track, Presence: Absent, Scripted: s.scripted(t)}
		if x := s.teams[t.ID]; s.tableOf(t.ID) == room {
			v.DeclaredAbsent, v.LastSpoke, v.Spoken, v.SpokenFor = x.declared, x.lastSpoke, x.spoken, x.held
			v.Consulting = x.consulting
		}
		if s.teamHere(t.ID) {
			v.Presence = Here
		} else if s.agenda.startex > 0 {
			v.AbsentSince = s.absentSince(t.ID)
		}
		if head := s.actingHead(t.ID); len(t.Seats) > 0 && head != t.Seats[0] {
			v.Acting = head
		}
		for _, id := range t.Seats {
			seat, _ := s.Seat(id)
			x := s.seatView(seat)
			x.Empowered = s.tableOf(t.ID) == room && slices.Contains(s.teams[t.ID].empowered, id)
			v.Seats = append(v.Seats, x)
		}
		views[i] = v
	}
	return views
}

func (s State) staff() []SeatView {
	var views []SeatView
	for _, seat := range s.Seats() {
		if seat.Team == "" {
			views = append(views, s.seatView(seat))
		}
	}
	return views
}

func (s State) seatView(seat Seat) SeatView {
	x := s.seats[seat.ID]
	v := SeatView{ID: seat.ID, Name: seat.Name, Roles: seat.Roles, Via: x.via, Ready: x.ready, Robot: x.via == byScript}
	if v.Via == "" && s.seatHere(seat.ID) {
		v.Via = "script"
	}
	return v
}

// viewing is how clauses are read at the table.
func (s State) viewing() viewing {
	return viewing{words: s.texting(), authors: s.author, stances: s.openStances}
}

func (s State) clauseView(c Clause, x viewing) ClauseView {
	v := ClauseView{
		ID: c.ID, Title: plainPieces(c.Title, x.words), State: c.State, Bearers: c.Bearers,
		NoReservation: c.NoReservation, Open: len(pointsOf(c)),
		Divided: c.Divided, Agreed: c.Agreed,
	}
	if c.State == ClauseFinal {
		x.authors = nil // the adopted text is nobody's
	}
	for _, p := range c.Paras {
		para := paraView(p, x)
		s.markReady(para.Nodes)
		v.Paras = append(v.Paras, para)
	}
	return v
}

func (s State) openStances(alt AltID) []StanceView {
	var views []StanceView
	for _, t := range s.plan.Teams { // in scenario order, not in order of speaking
		for _, x := range s.draft.stances[alt] {
			if x.team == t.ID && !x.toChair {
				views = append(views, StanceView{Team: x.team, Stance: x.stance, Why: s.text(x.why)})
			}
		}
	}
	return views
}

func (s State) markReady(nodes []NodeView) {
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		for i := range n.Point.Alts {
			a := &n.Point.Alts[i]
			a.Ready = s.ready(a.ID, false)
			s.markReady(a.Nodes)
		}
	}
}

func (s State) amendmentView(a Amendment) AmendmentView {
	return AmendmentView{
		ID: a.ID, Clause: a.Clause, Sponsors: a.Sponsors, Because: s.text(a.Because.ID),
		Alts: a.Alts, State: a.State, In: a.In, Input: a.Input, Friendly: s.isTakenIn(a), Chair: a.Chair,
		WaitsFor: s.waitsFor(a.ID), Line: s.amendmentLine(a),
	}
}

func (s State) decisionView(x decision) DecisionView {
	v := DecisionView{
		ID: x.ID, Form: x.Form, X: x.X, Title: x.title, Outcome: x.outcome, Sentence: x.sentence,
		TakenBack: x.takenBack, Voided: x.voided, At: x.closedWall, Tallies: s.tallies(x), Sheet: x.Sheet,
	}
	if x.outcome == Carried && !x.takenBack {
		v.Understanding, v.Flagged = understanding(x.rests), s.failedLine(x)
	}
	if x.outcome == "" && !x.takenBack {
		x.hush.show(&v)
		if sub, err := s.subject(x.X); err == nil {
			v.AsItWouldRead = s.asItWouldRead(sub, x.Form)
		}
		v.At, v.Until, v.Settling = x.openedWall, x.Until, x.settling
		v.IfNothingChanges = s.ifNothingChanges(x)
	}
	for _, t := range s.plan.Teams {
		p, _ := x.position(t.ID)
		kind := p.kind
		if kind == NoPosition && slices.Contains(x.waited, t.ID) {
			kind = PositionWait
		}
		v.Positions = append(v.Positions, PositionView{Team: t.ID, Position: kind, AdRef: p.adRef > 0, Words: s.text(p.words)})
	}
	for _, r := range x.adRef {
		v.AdRef = append(v.AdRef, AdRefView{Team: r.Team, Until: r.Until, Cleared: r.Cleared, Lapsed: r.lapsed, Why: s.text(r.why)})
	}
	for _, t := range x.statements {
		v.Statements = append(v.Statements, StatementView{Team: t.team, Text: s.text(t.words)})
	}
	return v
}

// asItWouldRead is the text if the decision carries, a line a paragraph.
func (s State) asItWouldRead(sub subject, form string) []Phrase {
	if sub.motion != "" {
		return nil
	}
	if form == FormDeferral {
		return []Phrase{say("Clause %s would move, with its brackets, to the annex: not agreed.", sub.x)}
	}
	var lines []Phrase
	for _, id := range sub.clauses {
		c, _ := s.clause(id)
		for _, p := range c.Paras {
			touched := len(sub.alts) == 0 && sub.para == "" || slices.Contains(sub.agrees, id) || sub.para == p.ID || slices.ContainsFunc(sub.alts, func(a AltID) bool { return paraOf(a.Point) == p.ID })
			if touched && !sub.whole {
				lines = append(lines, say("%s  %s", p.ID, wouldRead(p, sub.alts, s.texting())))
			}
		}
		if slices.Contains(sub.agrees, id) {
			lines = append(lines, say("Clause %s would be agreed provisionally.", id))
		}
		if sub.whole {
			lines = append(lines, say("Clause %s, %s: %s.", c.ID, plainPieces(c.Title, s.texting()), word(c.State)))
		}
	}
	return lines
}

// incidents lists delivered injects that shown lets through, with its label.
func (s State) incidents(shown func(injectState) (string, bool)) []IncidentView {
	var out []*injectState
	for i := range s.injects {
		if s.injects[i].out == nil {
			continue
		}
		if _, ok := shown(s.injects[i]); ok {
			out = append(out, &s.injects[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *injectState) int { return int(a.wall - b.wall) })
	views := slices.Grow([]IncidentView(nil), len(out))
	for _, p := range out {
		x := *p
		label, _ := shown(x)
		v := IncidentView{
			ID: label, From: x.From, Method: x.Method, To: s.toLine(x), Title: s.text(x.Title.ID),
			Body: s.body(x), Asks: s.text(x.Asks.ID), Wall: x.wall, Scenario: x.story, Marking: x.Marking,
			Attachments: s.attachmentViews(x),
		}
		if x.state == InjectRecalled {
			v.Recalled = s.text(x.why)
		}
		if x.AnswerIn > 0 {
			v.AnswerBy = x.story + x.AnswerIn
		}
		v.Answers = s.answerViews(x)
		views = append(views, v)
	}
	return views
}

func (s State) answerViews(x injectState) []AnswerView {
	var views []AnswerView
	for _, a := range x.answers {
		views = append(views, AnswerView{Team: a.team, Text: s.text(a.words), After: a.after})
	}
	return views
}

// closes: the text is adopted, or the table is over.
func (s State) closes() bool {
	return s.closing.adopted || s.phase == Closing || s.phase == HotWash || s.phase == Debrief || s.phase == Closed
}

func (s State) closingView() *ClosingView {
	if !s.closes() {
		return nil
	}
	v := &ClosingView{Adopted: s.closing.adopted, Outcome: s.outcomeLine(), Annex: s.annex(), Summary: s.text(s.closing.summary)}
	if s.closing.adopted {
		v.Effect, v.InEffect = s.effectLine(), s.inEffect()
	}
	for _, t := range s.plan.Teams {
		v.Signatures = append(v.Signatures, s.signatureView(s.signatureOf(t.ID)))
	}
	return v
}

func (s State) signatureView(x signature) SignatureView {
	v := SignatureView{Team: x.team, How: x.how, Words: s.text(x.words), Dissociated: x.dissociated, Verified: s.verifiedView(x.attested)}
	for _, r := range x.reservations {
		v.Reservations = append(v.Reservations, ReservationView{Clause: r.Clause, Text: s.text(r.Words)})
	}
	return v
}

func (s State) washView() *HotWashView {
	if s.phase != HotWash && len(s.wash.questions) == 0 {
		return nil
	}
	v := &HotWashView{Number: len(s.wash.questions)}
	votes := map[int]int{}
	for _, picks := range s.wash.votes {
		for _, n := range picks {
			votes[n]++
		}
	}
	n := 0
	for _, q := range s.wash.questions {
		if q.until > 0 {
			v.Question, v.Until = s.text(q.words), q.until
			continue
		}
		b := Board{Question: s.text(q.words)}
		for _, w := range q.answers {
			n++
			b.Answers = append(b.Answers, BoardAnswer{N: n, Text: s.text(w), Votes: votes[n]})
		}
		v.Boards = append(v.Boards, b)
	}
	return v
}
