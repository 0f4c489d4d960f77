package exercise

import (
	"cmp"
	"slices"
)

// Own builds what only this seat may know beside its room.
func (s State) Own(id SeatID) *OwnView { return s.OwnAfter(id, nil) }

// OwnAfter is Own for whoever has the seat's last view: its lines are continued
// rather than copied, so one caller must build a seat's views one after the
// other. Nothing in a view changes once it has been built.
func (s State) OwnAfter(id SeatID, prev *OwnView) *OwnView {
	seat, ok := s.Seat(id)
	if !ok {
		return nil
	}
	x := s.seats[id]
	v := &OwnView{
		Seat: seat.ID, Name: seat.Name, Team: seat.Team, Track: s.track(seat.Team), Roles: seat.Roles,
		Agreed: x.admitted(), Research: x.research, Ready: x.ready,
	}
	v.Lines, v.heard = s.privateLines(seat, prev)
	if x.away.from > 0 {
		v.Away = &AwayView{From: x.away.from, Until: x.away.until}
	}
	if seat.Team != "" {
		s.ownTeam(v, seat)
	}
	v.Incidents = s.incidentsFor(seat)
	v.Caucuses = s.caucusViews(seat)
	v.Survey, v.CanUndo = s.surveyView(seat), s.canUndo(seat)
	if seat.Has(Recorder, Evaluator) {
		v.SurveyCounts = s.surveyCounts()
	}
	if seat.Has(Chair) {
		v.Chair = s.chairView(seat.ID)
		v.Chair.CanUndo = v.CanUndo
	}
	if seat.Has(Control, SimCell) {
		v.Control = s.controlView(seat)
	}
	if seat.Has(Recorder) {
		v.Recorder = s.recorderView()
		v.Incidents = s.incidents(func(x injectState) (string, bool) { return string(x.ID), !x.out.All })
	}
	if seat.Has(Evaluator) {
		v.Evaluator = s.evaluatorView()
	}
	if seat.Has(Evaluator, Control, SimCell) {
		v.Evaluation = s.evaluation(s.Rooms(seat), true)
	}
	v.Do = s.canDo(seat, v)
	v.ForYou = s.forYou(seat, v)
	return v
}

func (s State) ownTeam(v *OwnView, seat Seat) {
	team, _ := s.Team(seat.Team)
	v.Head = s.binds(seat.ID)
	v.Wishes = s.wishViews(team.ID)
	v.Conditionals = s.conditionalViews(team.ID)
	brief := s.briefView(team.Brief)
	v.Brief, v.Stakes = &brief, s.stakes[team.ID]
	if s.closes() && !s.inHall(team.ID) {
		share := s.TextShare(team.ID)
		v.Share = &share
	}
	stances := s.stancesOf(team.ID)
	v.Stances = slices.Grow(v.Stances, len(stances))
	for _, x := range stances {
		v.Stances = append(v.Stances, OwnStance{Alt: x.Alt, Stance: x.Stance, Why: x.Why, ToChair: x.ToChair})
	}
	v.Owed = s.owed(seat)
	for _, x := range s.asks {
		if x.from == team.ID || x.to == team.ID {
			no := x.noTo
			if x.from == team.ID {
				no = x.noFrom
			}
			v.Asks = append(v.Asks, AskView{No: no, From: x.from, To: x.to, Text: s.text(x.words), Answer: s.text(x.answer), Wall: x.wall})
		}
	}
	n := 0
	for _, x := range s.rfis {
		if x.team == team.ID {
			n++
			v.Requests = append(v.Requests, s.requestView(x, requestNo(n))) // its own count: R1, R2 …
		}
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s State) requestView(x request, no string) RequestView {
	return RequestView{No: no, Team: x.team, To: x.to, Text: s.text(x.words), Answer: s.text(x.answer), By: x.by, Wall: x.wall}
}

func (s State) briefView(b Brief) BriefView {
	v := BriefView{
		Page: s.text(b.Page.ID), Wants: s.texts(b.Wants), Trades: s.texts(b.Trades),
		RedLines: s.texts(b.RedLines), Offers: s.texts(b.Offers),
	}
	for _, p := range b.Points {
		v.Points = append(v.Points, BriefPointView{Point: p.Point, Why: s.text(p.Why.ID)})
	}
	return v
}

func (s State) texts(list []Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = s.text(t.ID)
	}
	return out
}

// owed lists the incidents that ask something of the team and have no answer of it yet.
func (s State) owed(seat Seat) []string {
	if s.phase != Briefing && s.phase != Table {
		return nil
	}
	var labels []string
	for _, x := range s.injects {
		if x.state != InjectDelivered || x.Asks.ID == (WordID{}) || slices.ContainsFunc(x.answers, func(a answer) bool { return a.team == seat.Team }) {
			continue
		}
		switch {
		case x.out.All:
			labels = append(labels, x.label)
		case x.labelFor(seat) != "":
			labels = append(labels, x.labelFor(seat))
		}
	}
	return labels
}

func (s State) chairView(chair SeatID) *ChairView {
	v := &ChairView{RealWorld: s.stopWords()}
	for _, c := range s.draft.clauses {
		if c.settled() {
			continue
		}
		for _, p := range c.Paras {
			for _, point := range openPoints(p) {
				v.Ready = append(v.Ready, s.readyOf(*point)...)
			}
		}
	}
	v.Stances = slices.Grow(v.Stances, s.draft.stancesBy(""))
	for _, t := range s.plan.Teams {
		v.Stances = append(v.Stances, s.stancesOf(t.ID)...)
		if s.teamHere(t.ID) && s.mayTakeFloor(t.ID) {
			v.Silent = append(v.Silent, SilentView{Team: t.ID, Since: s.teams[t.ID].lastSpoke})
		}
	}
	slices.SortStableFunc(v.Silent, func(a, b SilentView) int { return cmp.Compare(a.Since, b.Since) })
	for _, r := range s.desk.requests {
		v.Requests = append(v.Requests, say("%s asks to put %s.", s.teamName(r.team), r.x))
	}
	for _, r := range s.desk.reopenings {
		v.Requests = append(v.Requests, say("%s asks to reopen %s.", s.teamName(r.team), r.x))
	}
	v.Defer = s.offersDeferral()
	for _, x := range s.decided {
		for _, r := range x.waiting() {
			v.AdRef = append(v.AdRef, PendingView{X: x.X, Team: r.Team, Until: r.Until})
		}
	}
	a := s.suggest(chair, v)
	if why := s.standsStill(); why != "" && s.seats[chair].via != byScript {
		a = s.adviseResume(chair, why)
	}
	v.Suggest, v.Verb, v.Words = a.why, a.verb, a.words
	return v
}

func (s State) readyOf(point Point) []ReadyView {
	var ready []ReadyView
	for _, a := range point.Alts {
		id := AltID{Point: point.ID, N: a.N}
		if a.Withdrawn || !s.ready(id, true) {
			continue
		}
		sub, err := s.altSubject(id)
		x := sub.x
		if err != nil && len(a.Amendments) > 0 {
			x = Subject(a.Amendments[0]) // stands or falls with its amendment
		}
		ready = append(ready, ReadyView{X: x, Text: shorten(plainNodes(a.Nodes, nil, s.texting())), Silent: s.quietOn(point.ID)})
	}
	return ready
}

// stancesBy counts the stances of a team, or of all.
func (d draft) stancesBy(team TeamID) (n int) {
	for _, all := range d.stances {
		for _, x := range all {
			n += bit(team == "" || x.team == team)
		}
	}
	return n
}

func (s State) stancesOf(team TeamID) []StanceRow {
	rows := slices.Grow([]StanceRow(nil), s.draft.stancesBy(team))
	for alt, all := range s.draft.stances {
		for _, x := range all {
			if x.team == team {
				rows = append(rows, StanceRow{Alt: alt, Team: team, Stance: x.stance, Why: s.text(x.why), ToChair: x.toChair})
			}
		}
	}
	slices.SortFunc(rows, func(a, b StanceRow) int {
		return cmp.Or(cmp.Compare(a.Alt.Point, b.Alt.Point), cmp.Compare(a.Alt.N, b.Alt.N), cmp.Compare(bit(a.ToChair), bit(b.ToChair)))
	})
	return rows
}
