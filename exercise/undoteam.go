package exercise

import (
	"reflect"
	"slices"
)

// What a delegate takes back: a stance, a hand, a position, a sponsorship;
// and the recorder a mark.

// HeldStance is a stance on one alternative of a point.
type HeldStance struct {
	N      int    `json:"n"`
	Stance Stance `json:"stance"`
	Why    WordID `json:"why"`
}

type (
	// StancesRestored: the team's stances on the point, open ones or
	// confessionals, are again as they were.
	StancesRestored struct {
		Point   PointID      `json:"point"`
		Team    TeamID       `json:"team"`
		ToChair bool         `json:"toChair,omitempty"`
		Stances []HeldStance `json:"stances,omitempty"`
		Of      int64        `json:"of"` // the act taken back
	}
	// HandRestored: a hand is up again, at its place, or down again.
	HandRestored struct {
		Room  RoomID `json:"room"`
		Team  TeamID `json:"team"`
		Up    bool   `json:"up,omitempty"`
		Place int    `json:"place,omitempty"`
		Of    int64  `json:"of"`
	}
	// PositionRestored: the team's position is as it was; none where Position
	// is empty.
	PositionRestored struct {
		ID       DecisionID   `json:"id"`
		Team     TeamID       `json:"team"`
		Position PositionKind `json:"position,omitempty"`
		AdRef    int64        `json:"adRef,omitempty"`
		Words    WordID       `json:"words"`
		By       SeatID       `json:"by,omitempty"`
		Of       int64        `json:"of"`
	}
	// SponsorRestored: a team is no sponsor again, or is one again.
	SponsorRestored struct {
		Amendment AmendmentID `json:"amendment"`
		Team      TeamID      `json:"team"`
		Joined    bool        `json:"joined,omitempty"`
		Place     int         `json:"place,omitempty"`
		Paras     []Paragraph `json:"paras"`
		Of        int64       `json:"of"`
	}
	// MarkRestored: a mark is gone again, or stands again.
	MarkRestored struct {
		Mark  Marked `json:"mark"`
		Given bool   `json:"given,omitempty"`
		Place int    `json:"place,omitempty"`
		Of    int64  `json:"of"`
	}
)

type stanceStep struct {
	point   PointID
	team    TeamID
	toChair bool
	was, is []HeldStance
}

// heldOn lists a team's stances on a point, by the number of the alternative.
func (s State) heldOn(p PointID, team TeamID, toChair bool) []HeldStance {
	var list []HeldStance
	for alt, all := range s.draft.stances {
		for _, x := range all {
			if alt.Point == p && x.team == team && x.toChair == toChair {
				list = append(list, HeldStance{alt.N, x.stance, x.why})
			}
		}
	}
	slices.SortFunc(list, func(a, b HeldStance) int { return a.N - b.N })
	return list
}

func (x stanceStep) what(State) Phrase { return say("your stance on %s", x.point) }

func (x stanceStep) back(d *decider, of int64) ([]Event, error) {
	if err := d.play("take a stance back", Briefing, Table); err != nil {
		return nil, err
	}
	p, _ := d.s.para(paraOf(x.point))
	pt := findPoint(p, x.point)
	if pt == nil {
		return nil, refuse(ErrNotNow, "%s has been closed since; the stance on it stands as it was.", x.point)
	}
	if !slices.Equal(d.s.heldOn(x.point, x.team, x.toChair), x.is) {
		return nil, refuse(ErrNotNow, "Another seat of your team has changed the stance on %s since.", x.point)
	}
	for _, h := range x.was {
		if alt := pick(pt, h.N); alt == nil || alt.Withdrawn {
			return nil, refuse(ErrNotNow, "%s/%d has been withdrawn since.", x.point, h.N)
		}
	}
	binding := func(h HeldStance) bool { return h.Stance == Cannot }
	if slices.ContainsFunc(slices.Concat(x.was, x.is), binding) && !d.s.binds(d.seat.ID) {
		return nil, d.notHead("take back or give back a `cannot`")
	}
	return []Event{StancesRestored{Point: x.point, Team: x.team, ToChair: x.toChair, Stances: x.was, Of: of}}, nil
}

// notHead refuses what binds the team to a seat that does not.
func (d *decider) notHead(what string) error {
	return refuse(ErrRole, "Only the head of your delegation, %s, can %s.", d.s.seatName(d.s.actingHead(d.seat.Team)), say(what))
}

func (e StancesRestored) apply(s *State, a Act) {
	was := s.heldOn(e.Point, e.Team, e.ToChair)
	s.dropStances(func(alt AltID, x stance) bool {
		return x.team == e.Team && x.toChair == e.ToChair && alt.Point == e.Point
	})
	for _, h := range e.Stances {
		s.draft.stances = with(s.draft.stances, AltID{e.Point, h.N}, func(all *[]stance) {
			*all = append(slices.Clone(*all), stance{e.Team, h.Stance, h.Why, e.ToChair})
		})
	}
	s.did(a, stanceStep{e.Point, e.Team, e.ToChair, was, e.Stances})
	s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(e.Point), Phrase: say("its stance on %s is as it was.", e.Point)})
}

// noteStance keeps what a stance replaced.
func (s *State) noteStance(a Act, before State, p PointID, team TeamID, toChair bool) {
	s.did(a, stanceStep{p, team, toChair, before.heldOn(p, team, toChair), s.heldOn(p, team, toChair)})
}

type handStep struct {
	room   RoomID
	team   TeamID
	raised bool
	place  int // in the queue, while it was raised
}

func (x handStep) what(State) Phrase { return say("your hand") }

func (x handStep) back(d *decider, of int64) ([]Event, error) {
	f := d.s.floorOf(x.room)
	up := slices.Contains(f.hands, x.team)
	switch {
	case x.raised && !up && f.speaker == x.team:
		return nil, refuse(ErrNotNow, "You have the floor by now; `yield` gives it back.")
	case x.raised && !up:
		return nil, refuse(ErrNotNow, "Your hand is down already.")
	case !x.raised && up:
		return nil, refuse(ErrNotNow, "Your hand is raised already.")
	}
	return []Event{HandRestored{Room: x.room, Team: x.team, Up: !x.raised, Place: x.place, Of: of}}, nil
}

// placeOf is where x stands in a list, or otherwise where it stood.
func placeOf[T comparable](list []T, x T, otherwise int) int {
	if i := slices.Index(list, x); i >= 0 {
		return i
	}
	return otherwise
}

func (e HandRestored) apply(s *State, a Act) {
	s.did(a, handStep{e.Room, e.Team, e.Up, placeOf(s.floorOf(e.Room).hands, e.Team, e.Place)})
	s.setFloor(e.Room, func(f *floor) {
		f.hands = without(f.hands, e.Team)
		if e.Up {
			f.hands = slices.Insert(f.hands, min(e.Place, len(f.hands)), e.Team)
		}
	})
	text := say("its hand is down.")
	if e.Up {
		text = say("its hand is up.")
	}
	s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Phrase: text})
}

type positionStep struct {
	id      DecisionID
	team    TeamID
	was, is position // kind is empty for none
}

// notePosition keeps what an answer to a put replaces.
func (s *State) notePosition(a Act, e Positioned) {
	x, _ := s.decision(e.ID)
	was, _ := x.position(e.Team)
	if x.Form == FormPut && e.Position != PositionWait {
		s.did(a, positionStep{e.ID, e.Team, was, position{e.Team, e.Position, e.AdRef, e.Words, e.By}})
	}
}

func (x positionStep) what(s State) Phrase { return say("your position on %s", s.subjectOf(x.id)) }

func (x positionStep) back(d *decider, of int64) ([]Event, error) {
	now, _ := d.s.decision(x.id)
	if now.outcome != "" || now.takenBack {
		return nil, refuse(ErrNotNow, "%s is closed; what was said on it stands. `motion reopen` or the chair's own undo is the way back.", now.X)
	}
	if p, _ := now.position(x.team); p != x.is {
		return nil, refuse(ErrNotNow, "Your position on %s has been changed since by another seat.", now.X)
	}
	if !d.s.binds(d.seat.ID) {
		return nil, d.notHead("take a position back")
	}
	events := []Event{PositionRestored{ID: x.id, Team: x.team, Position: x.was.kind, AdRef: x.was.adRef, Words: x.was.words, By: x.was.by, Of: of}}
	return append(events, d.resettled(now, x)...), nil
}

// resettled moves the deadline where "closing in 15 s" stood because all had
// answered and now one has not, or the other way round.
func (d *decider) resettled(now decision, x positionStep) []Event {
	switch {
	case now.settling && x.was.kind == NoPosition:
		return []Event{DeadlineMoved{ID: x.id, Until: max(now.asked, d.s.now.table), Unsettled: true}}
	case !now.settling && x.was.kind != NoPosition && now.unsettled > d.s.now.table:
		return []Event{DeadlineMoved{ID: x.id, Until: now.unsettled, Settling: true}}
	}
	return nil
}

func (e PositionRestored) apply(s *State, a Act) {
	x, _ := s.decision(e.ID)
	was, _ := x.position(e.Team)
	is := position{e.Team, e.Position, e.AdRef, e.Words, e.By}
	if e.Position == NoPosition {
		is = position{}
	}
	s.changeDecision(e.ID, func(x *decision) {
		x.positions = slices.DeleteFunc(slices.Clone(x.positions), func(p position) bool { return p.team == e.Team })
		if is.kind != NoPosition {
			x.positions = append(x.positions, is)
		}
	})
	s.did(a, positionStep{e.ID, e.Team, was, is})
	text := say("its position on %s is as it was.", x.X)
	if is.kind == NoPosition {
		text = say("it has no position on %s.", x.X)
	}
	s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(x.X), Phrase: text})
}

type sponsorStep struct {
	amendment AmendmentID
	team      TeamID
	joined    bool
	place     int         // among the sponsors, while it is one
	was, is   []Paragraph // before and after
}

func (x sponsorStep) what(State) Phrase { return say("your cosponsoring of %s", x.amendment) }

func (x sponsorStep) back(d *decider, of int64) ([]Event, error) {
	if err := d.play("take a sponsorship back", Briefing, Table); err != nil {
		return nil, err
	}
	a, err := d.lodgedAmendment(x.amendment)
	if err != nil {
		return nil, err
	}
	is := slices.Contains(a.Sponsors, x.team)
	switch {
	case is != x.joined:
		return nil, refuse(ErrNotNow, "Another seat of your team has changed that since.")
	case x.joined && len(a.Sponsors) == 1:
		return nil, refuse(ErrNotNow, "The other sponsors have left %s since; only `withdraw %s` takes yours away.", a.ID, a.ID)
	case len(a.TookIn) > 0:
		return nil, refuse(ErrNotNow, "%s has taken in %s since.", a.ID, a.TookIn[0])
	}
	for _, y := range d.s.standing() {
		if y.X == Subject(a.ID) && y.Form == FormPut {
			return nil, refuse(ErrNotNow, "%s is being put; its sponsors stay until that closes.", a.ID)
		}
	}
	e := SponsorRestored{Amendment: a.ID, Team: x.team, Joined: !x.joined, Place: x.place, Of: of}
	now := d.s.parasOf(a.Amendment)
	switch {
	case reflect.DeepEqual(now, x.is):
		e.Paras = x.was
	case x.joined:
		e.Paras = d.s.leaving(a.Amendment, x.team, func(AltID) bool { return true }).Paras
	default:
		for _, p := range now {
			e.Paras = append(e.Paras, cosponsorNodes(p, a.ID, x.team))
		}
	}
	return []Event{e}, nil
}

// noteSponsor keeps that a team joined or left an amendment's sponsors.
func (s *State) noteSponsor(a Act, before State, id AmendmentID, team TeamID) {
	old, _ := before.amendment(id)
	now, _ := s.amendment(id)
	s.did(a, sponsorStep{
		amendment: id, team: team, joined: slices.Contains(now.Sponsors, team),
		place: max(slices.Index(old.Sponsors, team), slices.Index(now.Sponsors, team)),
		was:   before.parasOf(old.Amendment), is: s.parasOf(now.Amendment),
	})
}

func (e SponsorRestored) apply(s *State, a Act) {
	before := *s
	s.putParas(e.Paras, s.draft.revision)
	text := say("it does not sponsor %s.", e.Amendment)
	s.changeAmendment(e.Amendment, func(x *Amendment) {
		x.Sponsors = without(x.Sponsors, e.Team)
		if e.Joined {
			x.Sponsors = slices.Insert(x.Sponsors, min(e.Place, len(x.Sponsors)), e.Team)
			text = say("it sponsors %s.", e.Amendment)
		}
	})
	s.noteSponsor(a, before, e.Amendment, e.Team)
	s.postBack(a, e, e.Of, Line{Kind: "undo", Team: e.Team, Seat: a.Seat, Ref: string(e.Amendment), Phrase: text})
}

type markStep struct {
	mark  Marked
	given bool
	place int // among the marks, while it stands
}

func (x markStep) what(State) Phrase { return say("your mark on #%s", x.mark.No) }

func (x markStep) back(d *decider, of int64) ([]Event, error) {
	if slices.Contains(d.s.desk.marks, x.mark) != x.given {
		return nil, refuse(ErrNotNow, "Another recorder has changed the mark on #%s since.", x.mark.No)
	}
	return []Event{MarkRestored{Mark: x.mark, Given: !x.given, Place: x.place, Of: of}}, nil
}

func (e MarkRestored) apply(s *State, a Act) {
	s.did(a, markStep{e.Mark, e.Given, placeOf(s.desk.marks, e.Mark, e.Place)})
	s.desk.marks = without(s.desk.marks, e.Mark)
	text := say("#%s is not marked %s.", e.Mark.No, e.Mark.Kind)
	if e.Given {
		s.desk.marks = slices.Insert(s.desk.marks, min(e.Place, len(s.desk.marks)), e.Mark)
		text = say("#%s is marked %s.", e.Mark.No, e.Mark.Kind)
	}
	s.postBack(a, e, e.Of, Line{Kind: "undo", Seat: a.Seat, Ref: e.Mark.No, Phrase: text})
}
