package exercise

import "slices"

func (s State) controlView(seat Seat) *ControlView {
	v := &ControlView{Timeline: s.timeline(), RealWorld: s.stopWords(), Timeouts: s.safety.timeouts, Questions: s.texts(s.plan.Questions)}
	for _, x := range s.rfis {
		r := s.requestView(x, requestNo(x.n))
		r.Late = x.late
		for _, p := range s.offers(x) {
			r.Offers = append(r.Offers, OfferView{ID: p.ID, From: p.From, Text: s.text(p.Answer.ID)})
		}
		v.Requests = append(v.Requests, r)
	}
	v.Model, v.Facts, v.Personas = s.modelView(false), s.texts(s.plan.Facts), s.personaViews()
	for _, x := range s.desk.expunge {
		v.Expunge = append(v.Expunge, x.No)
	}
	v.Next, v.Players = s.controlNext(v.Timeline), s.playerViews()
	if len(s.Tables()) > 1 {
		v.Hall = s.Room(HallRoom, nil)
	}
	return v
}

// stopWords is who called a real-world stop, and why, while it stands.
func (s State) stopWords() string {
	if s.safety.stopped == nil {
		return ""
	}
	return s.seatName(s.safety.stopped.Seat) + ": " + s.text(s.safety.stopped.Words)
}

// controlNext tells control what would come next.
func (s State) controlNext(timeline []InjectRow) Phrase {
	switch s.phase {
	case Lobby:
		return say("`start` announces STARTEX when everyone is here.")
	case Briefing:
		return say("`phase table` opens the table.")
	case Closing:
		return say("`phase hot wash` when the signatures are in.")
	case HotWash:
		return say("`question \"…\"` opens a question; `end` announces ENDEX.")
	case Debrief:
		return say("`phase closed` closes the exercise.")
	case Closed:
		return say("The exercise is closed.")
	}
	if why := s.standsStill(); why != "" {
		return clockWaits(why)
	}
	for _, x := range s.injects {
		if x.state == InjectQueued {
			return say("%s is on its way; `takeback %s` stops it unseen.", x.ID, x.ID)
		}
	}
	for _, x := range s.injects {
		if x.state == InjectDue {
			return say("%s is due and waits for you: `release %s`.", x.ID, x.ID)
		}
	}
	if slices.ContainsFunc(s.rfis, func(x request) bool { return x.answer == (WordID{}) }) {
		return say("A request to the world waits: `reply-as NAME \"…\"`.")
	}
	if s.closing.adopted || s.settled() {
		return say("`phase closing` when the table is done.")
	}
	for _, r := range timeline {
		if r.Timed() {
			return say("%s goes out by itself at T+%s.", r.ID, spell(r.At))
		}
	}
	return say("Nothing is planned; `inject` sends what waits by hand.")
}

// standsStill is why the table clock waits for a person to start it again, or
// "" where it runs or starts by itself.
func (s State) standsStill() string {
	for _, why := range s.clock.tableStops {
		if s.phase == Table && (why == PausedRestart || why == PausedByControl) {
			return why
		}
	}
	return ""
}

// adviseResume is for a chair at the desk while the table clock waits.
func (s State) adviseResume(chair SeatID, why string) advice {
	if !s.grants(chair, Resume{}) {
		return advice{why: say("The table clock stands still: %s. Control starts it again.", word(why))}
	}
	return advice{why: clockWaits(why), verb: "resume"}
}

func clockWaits(why string) Phrase {
	return say("The table clock stands still: %s. `resume` starts it again.", word(why))
}

// settled: every clause is agreed, deleted or deferred.
func (s State) settled() bool {
	return !slices.ContainsFunc(s.draft.clauses, func(c Clause) bool { return !c.settled() })
}

func (s State) timeline() []InjectRow {
	rows := make([]InjectRow, len(s.injects))
	for i, x := range s.injects {
		rows[i] = s.injectRow(x)
	}
	slices.SortStableFunc(rows, func(a, b InjectRow) int { return int(byTime(a) - byTime(b)) })
	return rows
}

// byTime puts injects by hand after those with a time.
func byTime(r InjectRow) int64 {
	if r.At < 0 {
		return 1 << 40
	}
	return r.At
}

func (s State) recorderView() *RecorderView {
	v := &RecorderView{Checks: s.checks()}
	for _, m := range s.desk.marks {
		v.Marks = append(v.Marks, MarkView(m))
	}
	for _, n := range s.desk.notes {
		v.Notes = append(v.Notes, NoteView{No: n.no, Text: s.text(n.words), Wall: n.wall})
	}
	for _, x := range s.desk.expunge {
		v.Expunge = append(v.Expunge, "#"+x.No+": "+s.text(x.Why))
	}
	return v
}

// seenOf gathers what serves an objective and what shows it.
func (s State) seenOf(o Objective) SeenView {
	objective := o.ID
	v := SeenView{Objective: objective, Text: s.text(o.Text.ID), Look: s.texts(o.Look)}
	for _, x := range s.injects {
		if x.Objective == objective {
			v.Injects = append(v.Injects, x.ID)
		}
	}
	for _, m := range s.desk.marks {
		if m.Kind == "objective "+objective {
			v.Marked = append(v.Marked, m.No)
		}
	}
	return v
}

func (s State) evaluatorView() *EvaluatorView {
	v := &EvaluatorView{Timeline: s.timeline(), Model: s.modelView(false), Facts: s.texts(s.plan.Facts)}
	for _, o := range s.plan.Objectives {
		v.Objectives = append(v.Objectives, o.ID+": "+s.text(o.Text.ID))
		v.Seen = append(v.Seen, s.seenOf(o))
	}
	for _, t := range s.plan.Teams {
		v.Briefs = append(v.Briefs, TeamBrief{Team: t.ID, Brief: s.briefView(t.Brief), Stakes: s.stakes[t.ID]})
	}
	return v
}

// canDo is the line that says what this seat can do now.
func (s State) canDo(seat Seat, v *OwnView) Phrase {
	switch {
	case s.safety.stopped != nil:
		return say("Play has stopped. Stay connected and wait for control.")
	case !v.Agreed:
		return say("Read the first page and accept it to take part.")
	case v.Evaluator != nil && s.phase != Closed:
		return say("`observe`, `rate` and `action` record what you see; only control and evaluators see it before the debrief.")
	case seat.Has(Observer, Projector, Evaluator):
		return say("You are watching. `realworld` stops play, `leave` leaves.")
	case v.Chair != nil && (s.phase == Table || s.phase == Closing):
		return v.Chair.Suggest
	case v.Control != nil:
		return v.Control.Next
	case v.Recorder != nil:
		return say("Mark what matters; every word is kept as it was said.")
	}
	return s.delegateCan(seat)
}

func (s State) delegateCan(seat Seat) Phrase {
	f := s.floorOf(TableRoom)
	switch s.phase {
	case Lobby:
		if s.seats[seat.ID].ready {
			return say("You are ready. Stay here, or read on: the exercise begins soon.")
		}
		return say("Read your brief, then say that you are `ready`.")
	case Briefing:
		return say("Read the situation and your brief; the table opens soon.")
	case HotWash:
		if _, open := s.Collecting(); !open {
			return say("The hot wash is open; control asks the questions.")
		}
		return say("Answer the question on the screen; nobody sees who wrote what.")
	case Debrief, Closed:
		return say("The exercise is over. `export md` gives you your copy.")
	}
	if s.aside(seat.Team) {
		return s.asideCan(seat.Team)
	}
	if open := s.unanswered(seat.Team); !open.IsZero() {
		return open
	}
	if s.closing.adopted && s.signatureOf(seat.Team).how == "" {
		return say("The text is adopted: `sign`, `endorse` or `decline`.")
	}
	if s.phase == Closing {
		return say("The signatures are being collected; the floor is open.")
	}
	if f.speaker == seat.Team && f.orderBy == "" {
		return say("You have the floor: type and press Enter.")
	}
	if n := s.wantStance(seat.Team); n > 0 {
		return tally(n, "%d point wants your stance.", "%d points want your stance.")
	}
	if place := s.queuePlace(seat.Team); !place.IsZero() {
		return place.Capital().Ended()
	}
	return say("You can lodge an amendment, mark a stance, `hand` to speak, or `ask` another team.")
}

// unanswered says which gavel or put waits for the team, if one does.
func (s State) unanswered(team TeamID) Phrase {
	for _, x := range s.asked() {
		if x.Form == FormSilence {
			return say("Silence is proposed on %s: `no-silence` refuses it, or say nothing.", x.X)
		}
		if x.Form != FormPut {
			return say("Any objection to %s? `object \"why\"`, `wait`, or say nothing.", x.X)
		}
		if _, ok := x.position(team); !ok {
			return say("Your position on %s is asked: `position %s accept`.", x.X, x.X)
		}
	}
	return Phrase{}
}

// wantStance counts the open points of the clauses in hand on which the team
// has said nothing.
func (s State) wantStance(team TeamID) int {
	n := 0
	for _, c := range s.draft.clauses {
		if !s.inHand(c) {
			continue
		}
		for _, id := range pointsOf(c) {
			if !s.hasStance(PointID(id), team) {
				n++
			}
		}
	}
	return n
}

// inHand: in the first reading every clause, later those that have been opened.
func (s State) inHand(c Clause) bool {
	if s.agenda.item >= 0 && s.plan.Agenda[s.agenda.item].Kind == FirstReading {
		return true
	}
	return c.State == ClauseOpen || c.State == ClauseReopened
}

func (s State) hasStance(p PointID, team TeamID) bool { return s.minds(team, p, true) }

// forYou is what may ask for attention, in order; never more than these.
func (s State) forYou(seat Seat, v *OwnView) []Notice {
	var list []Notice
	for _, a := range v.Asks {
		if a.To == seat.Team && a.Answer == "" {
			list = append(list, Notice{Text: say("%s asks: %s", s.teamName(a.From), a.Text), Verb: "answer-ask #" + a.No + " \""})
		}
	}
	if seat.Team == "" {
		return list
	}
	for _, w := range v.Wishes {
		if v.Head {
			list = append(list, Notice{Text: say("%s wishes: %s", s.called(w.Seat), w.Line), Verb: "confirm " + w.No})
		}
	}
	list = append(list, s.toConfirm(seat.Team)...)
	list = append(list, s.toRenew(seat.Team)...)
	if !s.inHall(seat.Team) {
		list = append(list, s.tableNotices(seat.Team)...)
	}
	for _, label := range v.Owed {
		list = append(list, Notice{Text: say("Incident %s wants your answer.", label), Verb: "answer " + label + " \""})
	}
	return append(list, v.Survey.surveyNotice()...)
}

// tableNotices is what the table wants of a team.
func (s State) tableNotices(team TeamID) []Notice {
	var list []Notice
	if s.phase == Table && s.floorOf(TableRoom).speaker == team {
		list = append(list, Notice{Text: say("You have the floor.")})
	} else if next := s.upNext(TableRoom); s.phase == Table && len(next) > 0 && next[0] == team {
		list = append(list, Notice{Text: say("You are next to speak.")})
	}
	for _, x := range s.standing() {
		if _, ok := x.position(team); x.Form == FormPut && !ok && s.counts(team, s.matter(x)) {
			list = append(list, Notice{Text: say("A position is due on %s.", x.X), Verb: "position " + string(x.X) + " "})
		}
	}
	return list
}
