package exercise

import (
	"slices"
	"strings"
)

// This file is the only place that knows secrecy. Every event is seen in
// certain rooms; a seat sees what happens in the rooms it belongs to, and its
// view is made of nothing else. Numbers count per room, so that they tell
// nothing of what happens elsewhere.

// ControlRoom is where control and the simulation cell see the timeline.
const ControlRoom RoomID = "role/control"

// Private rooms beside the table.
const (
	chairRoom     RoomID = "role/chair"
	controlRoom   RoomID = ControlRoom
	recorderRoom  RoomID = "role/recorder"
	evaluatorRoom RoomID = "role/evaluator"
)

func teamRoom(id TeamID) RoomID { return RoomID("team/" + string(id)) }
func seatRoom(id SeatID) RoomID { return RoomID("seat/" + string(id)) }

// room is what belongs to a room: its floor, its feed and its numbering.
type room struct {
	floor floor
	feed  log[Line]
	// edits counts changes to lines already in the feed (corrections, removals).
	edits int
}

// Rooms lists the rooms a seat belongs to now, first the one whose view it
// shares.
func (s State) Rooms(seat Seat) []RoomID {
	rooms := append(s.tablesOf(seat), seatRoom(seat.ID))
	if seat.Team != "" {
		rooms = append(rooms, teamRoom(seat.Team))
	}
	rooms = append(rooms, s.caucusRooms(seat)...)
	for _, x := range []struct {
		room  RoomID
		roles []Role
	}{{chairRoom, []Role{Chair}}, {controlRoom, []Role{Control, SimCell}}, {recorderRoom, []Role{Recorder}}, {evaluatorRoom, []Role{Evaluator}}} {
		if seat.Has(x.roles...) {
			rooms = append(rooms, x.room)
		}
	}
	return rooms
}

// shownRoom is the one room of a seat into which control may look with its
// eyes: the table or the hall. What stands in its private rooms stays there.
func (s State) shownRoom(seat Seat) RoomID { return s.tableOf(seat.Team) }

// Sees says whether a seat may know of an act.
func (s State) Sees(seat Seat, a Act) bool {
	mine := s.Rooms(seat)
	for _, e := range a.Events {
		for _, r := range s.audience(e) {
			if slices.Contains(mine, r) {
				return true
			}
		}
	}
	return false
}

// Audience lists the rooms in which an act is seen.
func (s State) Audience(a Act) []RoomID {
	var rooms []RoomID
	for _, e := range a.Events {
		for _, r := range s.audience(e) {
			if !slices.Contains(rooms, r) {
				rooms = append(rooms, r)
			}
		}
	}
	return rooms
}

// audience is rules.md section 6, "Who sees what", as code.
func (s State) audience(e Event) []RoomID {
	switch e := e.(type) {
	case RoomSpoken:
		return []RoomID{teamRoom(e.Team)}
	case Wished:
		return []RoomID{teamRoom(e.Team)}
	case WishSettled:
		return []RoomID{teamRoom(e.Team)}
	case CaucusCalled:
		return s.caucusTeamRooms(e.Caucus, "")
	case CaucusJoined:
		return s.caucusTeamRooms(e.Caucus, e.Team)
	case CaucusLeft:
		return s.caucusTeamRooms(e.Caucus, e.Team)
	case CaucusClosed:
		return s.caucusTeamRooms(e.Caucus, e.By)
	case Consulting:
		return []RoomID{s.tableOf(e.Team)}
	case Empowered:
		return []RoomID{s.tableOf(e.Team)}
	case CaucusMet:
		return e.Rooms
	case CaucusSpoken:
		return []RoomID{e.Room}
	case JointDrafted:
		return []RoomID{e.Room}
	case JointSigned:
		return []RoomID{e.Room}
	case JointLodged:
		return []RoomID{e.Room}
	case Asked:
		return []RoomID{teamRoom(e.From), teamRoom(e.To)}
	case AskAnswered:
		return []RoomID{teamRoom(s.asks[e.N-1].from), teamRoom(s.asks[e.N-1].to)}
	case Heard:
		return []RoomID{e.Room}
	case Whispered:
		return s.whisperRooms(e)
	case StanceTaken:
		return stanceRooms(e.Team, e.ToChair)
	case StancesRestored:
		return stanceRooms(e.Team, e.ToChair)
	case StanceCleared:
		return stanceRooms(e.Team, e.ToChair)
	case Queued, Written, Recovered, Retimed, Dropped, FellDue, InjectHeld, InjectReleased, Slipped, Replanned, CopycatJudged:
		return []RoomID{controlRoom, evaluatorRoom}
	case Recalled:
		return s.injectRooms(e.Inject)
	case DialMoved:
		return s.modelRooms(s.model.dial(e.Dial).Public)
	case GapMoved:
		return s.modelRooms(s.model.gap.Public)
	case Established:
		return []RoomID{e.Room}
	case RequestWaits:
		return []RoomID{controlRoom}
	case Delivered:
		return s.deliveryRooms(e)
	case Answered:
		return s.injectRooms(e.Inject)
	case Requested:
		return []RoomID{teamRoom(e.Team), controlRoom, evaluatorRoom}
	case Replied:
		return []RoomID{teamRoom(s.rfis[e.N-1].team), controlRoom, evaluatorRoom}
	case Begun, Sat, Left, Restarted, ClockStopped, ClockStarted, SpeedSet, SaidReady, PhaseEntered, RoleGiven,
		Published, NonPaperDelivered, Summarised, Signed, Endorsed, Dissociated, Declined, Attested,
		QuestionOpened, Revealed, Voted, RealWorldCalled, RealWorldOver, NamingSet, Jumped:
		return s.Tables()
	case Spoken:
		return []RoomID{e.Room}
	case InputWritten:
		return []RoomID{e.Room}
	case InputJoined:
		return []RoomID{e.Room}
	case InputLeft:
		return []RoomID{e.Room}
	case TimeoutAsked:
		return []RoomID{controlRoom}
	case Sealed:
		return []RoomID{teamRoom(e.Team)}
	case Unsealed:
		return []RoomID{teamRoom(e.Team)}
	case ConfirmAsked:
		return []RoomID{teamRoom(e.Team)}
	case PositionConfirmed:
		return []RoomID{teamRoom(e.Team)}
	case AgreedTerms:
		return []RoomID{seatRoom(e.Seat)}
	case Surveyed:
		return []RoomID{seatRoom(e.Seat)}
	case Marked, MarkRestored:
		return []RoomID{recorderRoom, chairRoom, controlRoom, evaluatorRoom}
	case Noted, Settled:
		return []RoomID{recorderRoom}
	case Observed:
		return s.evaluationRooms(e.Public)
	case Rated:
		return s.evaluationRooms(e.Public)
	case ActionProposed:
		return s.evaluationRooms(e.Public)
	case EvaluationRestored:
		return s.evaluationRooms(e.Public)
	case Corrected:
		return s.correctionRooms(e)
	case ExpungeAsked:
		return []RoomID{controlRoom, recorderRoom}
	case Expunged:
		return append([]RoomID{controlRoom, recorderRoom}, s.roomsOfWords(e.Words)...)
	case Forgotten:
		return append([]RoomID{controlRoom, recorderRoom}, s.roomsOfWords(e.Words)...)
	}
	return []RoomID{TableRoom}
}

// Reveals lists the texts that an event shows without naming them. Of what was
// published those are the texts that stand there whole: the rest of a text
// that was cut at the table stays there.
func (s State) Reveals(e Event) []WordID {
	var words []WordID
	switch e := e.(type) {
	case Published:
		words = s.publishedWhole()
	case PhaseEntered:
		if e.Phase == Debrief {
			words = s.evaluatedWords()
		}
	case NonPaperDelivered:
		for _, x := range s.inputs {
			if slices.Contains(e.Inputs, x.ID) {
				words = append(words, x.Amend.words()...)
			}
		}
	}
	return words
}

func stanceRooms(team TeamID, toChair bool) []RoomID {
	if toChair {
		return []RoomID{teamRoom(team), chairRoom}
	}
	return []RoomID{TableRoom}
}

// whisperRooms: both ends.
func (s State) whisperRooms(e Whispered) []RoomID {
	switch {
	case e.ToChair:
		return []RoomID{chairRoom, seatRoom(e.From)}
	case e.Team != "":
		return []RoomID{chairRoom, teamRoom(e.Team)}
	}
	return []RoomID{chairRoom, seatRoom(e.Seat)}
}

func (s State) deliveryRooms(e Delivered) []RoomID {
	if e.All {
		return append(s.Tables(), controlRoom, evaluatorRoom)
	}
	rooms := []RoomID{controlRoom, recorderRoom, evaluatorRoom}
	for _, t := range e.Teams {
		rooms = append(rooms, teamRoom(t))
	}
	for _, seat := range e.Seats {
		rooms = append(rooms, seatRoom(seat))
	}
	return rooms
}

// injectRooms is where a delivered inject, and so its answers, are seen.
func (s State) injectRooms(id InjectID) []RoomID {
	if i := s.injectIndex(id); i >= 0 && s.injects[i].out != nil {
		return s.deliveryRooms(*s.injects[i].out)
	}
	return []RoomID{controlRoom, evaluatorRoom}
}

// modelRooms: the author's model is for control and evaluators, unless the
// scenario shows the figure to all.
func (s State) modelRooms(public bool) []RoomID {
	if public {
		return append(s.Tables(), controlRoom, evaluatorRoom)
	}
	return []RoomID{controlRoom, evaluatorRoom}
}

// correctionRooms: the recorder's corrections are seen by the staff, a
// speaker's own correction where the entry stands.
func (s State) correctionRooms(e Corrected) []RoomID {
	if by, _ := s.Seat(e.By); by.Has(Recorder) {
		return []RoomID{recorderRoom, chairRoom, controlRoom, evaluatorRoom}
	}
	return []RoomID{e.Room}
}

// roomsOfWords lists the rooms whose feed quotes any of the words, and in the
// debrief those that are shown them by what evaluators recorded.
func (s State) roomsOfWords(words []WordID) []RoomID {
	var rooms []RoomID
	debriefed := s.evaluationsQuote(words)
	for _, id := range s.roomIDs() {
		if s.in(id).quotes(words) || id == HallRoom && s.lastPublished().quotes(words) || debriefed && slices.Contains(s.Tables(), id) {
			rooms = append(rooms, id)
		}
	}
	return rooms
}

func (r room) quotes(words []WordID) bool {
	for i := range r.feed.n {
		if r.feed.at(i).quotes(words) {
			return true
		}
	}
	return false
}

func (l Line) quotes(words []WordID) bool {
	return anyOf(l.words, words) || anyOf(l.cites, words) || anyOf(l.fixes, words)
}

func anyOf(list, words []WordID) bool {
	return slices.ContainsFunc(list, func(w WordID) bool { return w != (WordID{}) && slices.Contains(words, w) })
}

// in gives a room, empty where nothing has happened in it yet.
func (s State) in(id RoomID) room {
	if x := s.rooms[id]; x != nil {
		return *x
	}
	return room{}
}

// changeRoom changes one room in a copy of the rooms.
func (s *State) changeRoom(id RoomID, change func(*room)) {
	x := s.in(id)
	change(&x)
	s.rooms = with(s.rooms, id, func(p **room) { *p = &x })
}

func (s State) roomIDs() []RoomID {
	ids := make([]RoomID, 0, len(s.rooms))
	for id := range s.rooms {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// post writes a line into the feed of every room in which its event is seen.
func (s *State) post(a Act, e Event, l Line) {
	l = l.worded()
	for _, r := range s.audience(e) {
		s.postIn(r, a, l)
	}
}

func (s *State) postIn(r RoomID, a Act, l Line) {
	l = l.worded()
	l.No = s.roomPrefix(r) + itoa(s.in(r).feed.n+1)
	l.Room, l.Wall, l.Scenario, l.seq = r, a.Wall, a.Scenario, a.Seq
	s.changeRoom(r, func(x *room) { x.feed = x.feed.add(l) })
}

// worded is a line with what it says in English.
func (l Line) worded() Line {
	if l.Text == "" {
		l.Text = l.Phrase.String()
	}
	return l
}

func (s State) lastNo(r RoomID) string { return s.roomPrefix(r) + itoa(s.in(r).feed.n) }

// roomPrefix: "" at the table, "k2." in the second κ team's room, "k1e1." in a
// caucus of two.
func (s State) roomPrefix(r RoomID) string {
	switch r {
	case TableRoom:
		return ""
	case HallRoom:
		return "h."
	case chairRoom:
		return "c."
	case controlRoom:
		return "x."
	case recorderRoom:
		return "w."
	case evaluatorRoom:
		return "v."
	}
	if team, ok := strings.CutPrefix(string(r), "team/"); ok {
		return s.teamCode(TeamID(team)) + "."
	}
	if code := s.caucusCode(r); code != "" {
		return code + "."
	}
	return "p."
}

// teamCode is "k2" for the second κ team of the scenario.
func (s State) teamCode(team TeamID) string {
	n := 0
	for _, t := range s.plan.Teams {
		if t.Track == s.track(team) {
			n++
		}
		if t.ID == team {
			break
		}
	}
	return strings.ToLower(s.track(team).ASCII()) + itoa(n)
}

// sameNo compares entry numbers as typed: "#148" and "148" are one.
func sameNo(a, b string) bool {
	return strings.EqualFold(strings.TrimPrefix(a, "#"), strings.TrimPrefix(b, "#"))
}

// entry finds a line by its number in the rooms of a seat.
func (s State) entry(seat Seat, no string) (RoomID, int, bool) {
	for _, r := range s.Rooms(seat) {
		feed := s.in(r).feed
		for i := range feed.n {
			if sameNo(feed.at(i).No, no) {
				return r, i, true
			}
		}
	}
	return "", 0, false
}
