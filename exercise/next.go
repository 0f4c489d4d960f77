package exercise

import (
	"slices"
	"strings"
)

// The chair's next line: always one suggestion, with its reason. What would be
// refused is never suggested: each is tried on the state before it is shown.

// quietTime is how long a present team may say nothing before it is offered
// the floor, in table ms.
const quietTime = 8 * minute

// advice is one thing that the chair could do next. Where act is nil there is
// nothing to run: the verb is empty, or wants the chair's own words. A verb that
// ends in words of ours has these beside it.
type advice struct {
	why   Phrase
	verb  string
	words Phrase
	act   Command
}

// advisers are in order of finding.
var advisers = []func(State, *ChairView) []advice{
	State.adviseElsewhere, State.adviseOrder, State.adviseStanding, State.adviseMotion, State.adviseReady,
	State.adviseClause, State.adviseAdoption, State.adviseDone, State.adviseOneAway, State.adviseItem, State.adviseQuiet, State.adviseRooms,
	State.adviseEndgame, State.adviseFloor,
}

// suggest chooses the first advice that would not be refused to the seat.
func (s State) suggest(chair SeatID, v *ChairView) advice {
	for _, advise := range advisers {
		for _, a := range advise(s, v) {
			if a.act == nil || s.grants(chair, a.act) {
				return a
			}
		}
	}
	return advice{why: say("Nothing calls for the chair now; the table is at work.")}
}

// grants tries a command without doing it.
func (s State) grants(seat SeatID, c Command) bool {
	_, err := Decide(s, seat, s.now.wall, c)
	return err == nil
}

func (s State) adviseElsewhere(*ChairView) []advice {
	switch {
	case s.safety.stopped != nil:
		return []advice{{why: say("Play has stopped: real world. Wait for control.")}}
	case s.phase != Table && s.phase != Closing:
		return []advice{{why: say("Nothing for the chair to do in the %s.", word(s.phase))}}
	case s.floorOf(TableRoom).suspended > 0:
		return []advice{{why: say("The sitting is suspended; it goes on by itself, or now with `next`.")}}
	}
	return nil
}

func (s State) adviseOrder(*ChairView) []advice {
	if by := s.floorOf(TableRoom).orderBy; by != "" {
		return []advice{{why: say("%s has raised a point of order: rule on it.", s.teamName(by)), verb: `rule "`}}
	}
	return nil
}

// adviseStanding: what stands is waited for, or closed once all have answered.
func (s State) adviseStanding(*ChairView) []advice {
	open := s.asked()
	if len(open) == 0 {
		return nil
	}
	x := open[0]
	switch {
	case x.Form == FormSilence:
		return []advice{{why: say("%s is proposed for silence; it is placed unless a team refuses that.", x.X)}}
	case x.Form != FormPut:
		return []advice{{why: say("%s stands; it is decided when its time is over, unless somebody objects.", x.X)}}
	}
	if waits := s.unansweredOn(x); len(waits) > 0 {
		return []advice{{why: say("%s stands and waits for %s.", s.sheetTitle(x).Capital(), s.teamNames(waits))}}
	}
	name := x.X
	if x.Sheet != "" {
		name = Subject(x.Sheet)
	}
	return []advice{{why: say("All have answered on %s: close it, or let its time run.", s.sheetTitle(x)), verb: "close " + string(name), act: Close{X: name}}}
}

// unansweredOn lists who is here and has not answered all of a sheet.
func (s State) unansweredOn(x decision) []TeamID {
	var waits []TeamID
	for _, y := range s.onSheet(x) {
		for _, team := range s.sayOn(s.matter(y)) {
			if _, ok := y.position(team); !ok && s.teamHere(team) {
				waits = addOnce(waits, team)
			}
		}
	}
	return s.byScenario(waits)
}

// adviseMotion: motions come before the substance, in order of precedence.
func (s State) adviseMotion(*ChairView) []advice {
	var list []advice
	for _, m := range s.motionViews() {
		if m.State == "open" {
			list = append(list, advice{
				why:  say("%s has moved %s (%s): put it.", s.teamName(m.Team), m.ID, say(m.Kind)),
				verb: "put " + string(m.ID), act: Put{X: []Subject{m.ID}},
			})
		}
	}
	return list
}

func gavelling(x Subject, why Phrase) advice {
	return advice{why: why, verb: "gavel " + string(x), act: Gavel{X: x}}
}

// adviseReady: positions that meet, then what every track can live with.
func (s State) adviseReady(v *ChairView) []advice {
	var list []advice
	for _, p := range s.packs {
		if p.state == PackageOpen && len(p.If) > 0 {
			list = append(list, gavelling(Subject(p.ID), say("%s stands confirmed by %s: ask for objections to it.", p.ID, s.named(p.Sponsors))))
		}
	}
	for _, r := range v.Ready {
		if s.contested(r.X) {
			continue
		}
		why := say("%s (%s) is ready: every track can live with it", r.X, r.Text)
		list = append(list, gavelling(r.X, s.silence(why, r.Silent)))
	}
	return list
}

// contested: somebody objected when it was asked last, and has not said since
// that it can live with it. To ask again would only bring the same answer.
func (s State) contested(x Subject) bool {
	for _, d := range slices.Backward(s.decided) {
		if d.X != x || d.takenBack {
			continue
		}
		return d.outcome == ObjectedTo && slices.ContainsFunc(d.positions, func(p position) bool {
			return p.kind == Objects && !s.livesWith(p.team, s.matter(d).alts)
		})
	}
	return false
}

// livesWith: the team has said, openly or to the chair, that it can live with
// one of them at least.
func (s State) livesWith(team TeamID, alts []AltID) bool {
	return slices.ContainsFunc(alts, func(id AltID) bool {
		return slices.ContainsFunc(s.draft.stances[id], func(x stance) bool { return x.team == team && x.stance != Cannot })
	})
}

func (s State) adviseClause(*ChairView) []advice {
	var list []advice
	for _, c := range s.draft.clauses {
		if (c.State == ClauseOpen || c.State == ClauseReopened) && len(pointsOf(c)) == 0 {
			list = append(list, gavelling(Subject(c.ID), say("Clause %s has no open point left: ask for objections to it.", c.ID)))
		}
	}
	return list
}

func (s State) adviseAdoption(*ChairView) []advice {
	switch {
	case s.closing.adopted:
		return []advice{{why: say("The text is adopted; the teams sign.")}}
	case s.settled():
		return []advice{gavelling(WholeText, say("Every clause is settled: ask for objections to the text."))}
	}
	return nil
}

// adviseOneAway: where all but one team can live with something, that team is
// offered a bilateral, once. It counts what has been said openly: the offer
// must not tell what others have told the chair alone.
func (s State) adviseOneAway(*ChairView) []advice {
	var list []advice
	for _, c := range s.draft.clauses {
		if c.State != ClauseOpen && c.State != ClauseReopened {
			continue
		}
		for _, p := range c.Paras {
			for _, point := range openPoints(p) {
				list = append(list, s.oneAway(*point)...)
			}
		}
	}
	return list
}

func (s State) oneAway(point Point) []advice {
	var list []advice
	for _, a := range point.Alts {
		id := AltID{Point: point.ID, N: a.N}
		with, without := s.divided(id)
		if a.Withdrawn || len(without) != 1 || len(with) == 0 || s.offered(without[0], id) {
			continue
		}
		lone, other := without[0], with[0]
		words := say("%s: all others can live with it. A bilateral with %s may help: caucus %s", id.String(), s.teamName(other), string(other))
		list = append(list, advice{
			why:   say("%s is one team away: all but %s can live with it. Offer %s a bilateral.", id.String(), s.teamName(lone), s.teamName(lone)),
			verb:  "whisper " + string(lone) + ` "` + words.String() + `"`,
			words: words,
			act:   Whisper{To: string(lone), Words: T(words.String())},
		})
	}
	return list
}

// divided parts the teams with a say by whether they openly can live with an
// alternative, its sponsors first.
func (s State) divided(id AltID) (with, without []TeamID) {
	for _, team := range s.say() {
		lives := slices.ContainsFunc(s.draft.stances[id], func(x stance) bool {
			return x.team == team && !x.toChair && x.stance != Cannot
		})
		if lives {
			with = append(with, team)
		} else {
			without = append(without, team)
		}
	}
	return with, without
}

// offered: the chair has written to the team about it, or it is consulting.
func (s State) offered(team TeamID, id AltID) bool {
	if s.teams[team].consulting {
		return true
	}
	feed := s.in(chairRoom).feed
	for i := range feed.n {
		if l := feed.at(i); l.Kind == "whisper" && strings.Contains(l.Text, "to "+s.teamName(team)+": "+id.String()) {
			return true
		}
	}
	return false
}

// adviseItem: an item over its time is cleared by deferring, or the next opens.
func (s State) adviseItem(*ChairView) []advice {
	i := s.agenda.item
	if i < 0 || s.phase != Table || s.now.table <= s.agendaView()[i].Until {
		return nil
	}
	var list []advice
	for _, id := range s.plan.Agenda[i].Clauses {
		c, _ := s.clause(id)
		if points := pointsOf(c); len(points) > 0 {
			list = append(list, advice{
				why:  say("The time for this item is over and clause %s is open at %s: defer it, or `extend 2m` while somebody speaks.", id, listed(points)),
				verb: "defer " + string(id), act: Defer{Clauses: []ClauseID{id}},
			})
		}
	}
	list = append(list, s.adviseEndgame(nil)...)
	if i+1 < len(s.plan.Agenda) {
		next := s.plan.Agenda[i+1].Name
		list = append(list, advice{why: say("The time for this item is over; open the next one."), verb: "item " + next, act: OpenItem{Name: next}})
	}
	return list
}

// adviseQuiet: a team that is here and has said nothing for long is offered
// the floor, where the floor is open to it and its turn is not yet to come.
func (s State) adviseQuiet(v *ChairView) []advice {
	f := s.floorOf(TableRoom)
	if f.mode == ModeClosed {
		return nil
	}
	var list []advice
	for _, q := range v.Silent {
		silent := s.now.table - q.Since
		if silent < quietTime || q.Team == f.speaker || slices.Contains(f.order, q.Team) {
			continue
		}
		list = append(list, advice{
			why:  say("%s has said nothing for %d min: offer it the floor.", s.teamName(q.Team), int(silent/minute)),
			verb: "floor " + string(q.Team), act: GiveFloor{Team: q.Team},
		})
	}
	return list
}

// adviseRooms: with half the teams in rooms the table waits for them.
func (s State) adviseRooms(*ChairView) []advice {
	away := slices.DeleteFunc(s.teamsHere(), func(t TeamID) bool { return !s.teams[t].consulting })
	if len(away) == 0 || 2*len(away) < len(s.teamsHere()) {
		return nil
	}
	return []advice{{
		why:  tally(len(away), "%[2]s is in consultations: suspend the sitting.", "%[2]s are in consultations: suspend the sitting.", s.teamNames(away)),
		verb: "suspend 8m", act: Suspend{Time: 8 * minute},
	}}
}

// adviseEndgame: by the agenda its time has come.
func (s State) adviseEndgame(*ChairView) []advice {
	begins := int64(0)
	for i, item := range s.plan.Agenda {
		if item.Kind == Endgame && i > s.agenda.item && s.now.table >= begins {
			return []advice{{why: say("By the agenda it is time for the endgame."), verb: "item " + item.Name, act: OpenItem{Name: item.Name}}}
		}
		begins += int64(item.Minutes) * minute
	}
	return nil
}

func (s State) adviseFloor(*ChairView) []advice {
	why := say("Let the floor pass on.")
	if team := s.floorOf(TableRoom).speaker; team != "" {
		why = say("%s has the floor; it passes on by itself, or now.", s.teamName(team))
	}
	return []advice{{why: why, verb: "next", act: Next{}}}
}
