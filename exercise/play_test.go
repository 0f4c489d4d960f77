package exercise

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// play is an exercise at a test's hands. Beside the live state it keeps a
// second one that is fed with every act as the journal would store it, so
// that every test also shows that replay equals live.
type play struct {
	t      *testing.T
	s      State
	replay State
	now    int64
	acts   []Act
}

const morning = int64(1_790_000_000_000) // some wall time

func newPlay(t *testing.T, change ...func(*Scenario)) *play {
	sc := harbour()
	for _, f := range change {
		f(&sc)
	}
	p := &play{t: t, s: New(), replay: New(), now: morning}
	p.do("", Begin{Name: "demo", Scenario: sc, Seed: 7, Version: "test"})
	return p
}

// atTable is an exercise whose table is open, everybody seated, in the second
// reading of clause 3.
func atTable(t *testing.T, change ...func(*Scenario)) *play {
	p := newPlay(t, change...)
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, Sit{Via: "screen"})
		p.do(seat.ID, Agree{})
	}
	p.do("chair", Start{})
	p.do("chair", EnterPhase{Phase: Table})
	p.do("chair", OpenItem{Name: "3"})
	return p
}

// do submits a command that must be accepted.
func (p *play) do(seat SeatID, c Command) Act {
	p.t.Helper()
	p.now++
	act, err := Decide(p.s, seat, p.now, c)
	if err != nil {
		p.t.Fatalf("%s: %s refused: %v", seat, CommandName(c), err)
	}
	p.take(act)
	return act
}

func (p *play) take(act Act) {
	p.t.Helper()
	p.s = Evolve(p.s, act)
	p.acts = append(p.acts, act)
	parts, err := Encode(act)
	if err != nil {
		p.t.Fatal(err)
	}
	stored, err := Decode(parts)
	if err != nil {
		p.t.Fatal(err)
	}
	p.replay = Evolve(p.replay, stored)
}

// refused submits a command that must be refused in that situation, with a
// sentence that contains the words, and must change nothing.
func (p *play) refused(seat SeatID, c Command, situation error, words ...string) {
	p.t.Helper()
	before := p.views()
	_, err := Decide(p.s, seat, p.now, c)
	var refusal *Refusal
	if !errors.As(err, &refusal) || !errors.Is(err, situation) {
		p.t.Fatalf("%s: %s: want a refusal (%v), got %v", seat, CommandName(c), situation, err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			p.t.Errorf("%s: %s: the refusal %q does not say %q", seat, CommandName(c), err, w)
		}
	}
	if after := p.views(); after != before {
		p.t.Errorf("a refused %s changed something", CommandName(c))
	}
}

// pass lets wall time go by; whatever falls due is decided at its time.
func (p *play) pass(ms int64) {
	p.t.Helper()
	end := p.now + ms
	for {
		due, ok := p.s.Due()
		if !ok || due.At > end {
			break
		}
		var c Command = Tick{}
		if due.Reveal {
			c = Reveal{}
		}
		act, err := Decide(p.s, "", due.At, c)
		if err != nil {
			p.t.Fatalf("tick at %d: %v", due.At-morning, err)
		}
		if len(act.Events) == 0 {
			p.t.Fatalf("a tick at %d did nothing", due.At-morning)
		}
		p.take(act)
	}
	p.now = end
}

// views is everything that everybody may know, as JSON.
func (p *play) views() string {
	return allViews(p.t, p.s)
}

func allViews(t *testing.T, s State) string {
	t.Helper()
	var b strings.Builder
	rooms := map[RoomID]*RoomView{}
	for _, id := range s.Tables() {
		rooms[id] = s.Room(id, nil)
	}
	for _, seat := range s.Plan().Seats {
		body, err := json.Marshal(View{Schema: ViewSchema, Room: rooms[s.HomeRoom(seat.ID)], Own: s.Own(seat.ID)})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(body)
		b.WriteByte('\n')
	}
	return b.String()
}

// done checks at a test's end that replay gives the same views.
func (p *play) done() {
	p.t.Helper()
	if live, replayed := p.views(), allViews(p.t, p.replay); live != replayed {
		p.t.Errorf("replay differs from live play at %s", firstDifference(live, replayed))
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return "…" + a[max(0, i-80):min(len(a), i+80)] + "… and …" + b[max(0, i-80):min(len(b), i+80)] + "…"
}

func (p *play) room() *RoomView { return p.s.Room(TableRoom, nil) }

// read is a paragraph in [one | other] notation.
func (p *play) read(id ParaID) string {
	para, ok := p.s.para(id)
	if !ok {
		p.t.Fatalf("no paragraph %s", id)
	}
	return display(para, p.s.text)
}

// last is the newest line of the table's feed.
func (p *play) last() string {
	feed := p.room().Feed
	return feed[len(feed)-1].Text
}

func (p *play) feedHas(words string) bool {
	for _, l := range p.room().Feed {
		if strings.Contains(l.Text, words) {
			return true
		}
	}
	return false
}

// harbour is a small scenario: six teams, two clauses, four points.
func harbour() Scenario {
	team := func(id TeamID, name string, track Track) Team {
		return Team{
			ID: id, Name: name, Track: track, Seats: []SeatID{SeatID(id)},
			Brief: Brief{Page: T("brief of " + name + " token-" + string(id)), Wants: []Text{T("want-" + string(id))}},
		}
	}
	sc := Scenario{
		Name: "harbour", Title: "Harbour Accord", Zone: "UTC", Procedure: Lateral, Situation: T("A port is dark."),
		Teams: []Team{
			team("arcadia", "Arcadia", Kappa), team("meridia", "Meridia", Kappa), team("hydra", "Hydra", Epsilon),
			team("forge", "Forge", Epsilon), team("lantern", "Lantern", Phi), team("plumb", "Plumb", Phi),
		},
		Clauses: []ClauseSpec{
			{ID: "1", Title: T("Terms"), Paras: []Text{T("Party means any signatory [of whatever track | ].")}, NoReservation: true},
			{ID: "2", Title: T("Review"), Paras: []Text{T("The Parties meet [every year | every two years].")}},
			{ID: "3", Title: T("Notification"), Paras: []Text{
				T("Each Party [shall | should] notify the operators concerned within [24 | 72] hours of becoming aware of an incident that may disrupt water services."),
				T("A notice states the nature of the incident."),
			}},
		},
		Agenda: []AgendaItem{
			{Name: "first-reading", Kind: FirstReading, Minutes: 6},
			{Name: "3", Kind: SecondReading, Clauses: []ClauseID{"3"}, Minutes: 10},
			{Name: "1", Kind: SecondReading, Clauses: []ClauseID{"1"}, Minutes: 10},
			{Name: "suspension", Kind: Suspension, Minutes: 5},
			{Name: "endgame", Kind: Endgame, Minutes: 5},
		},
		Times: Times{
			Briefing: 6 * minute, Turn: 75 * second, Gavel: 30 * second, Wait: 60 * second, Put: 2 * minute,
			Settle: 15 * second, Order: 60 * second, Reflect: 90 * second,
		},
		Injects: []Inject{
			{
				ID: "I1", Kind: ExpectedAction, From: "Harbour CERT", Method: "mail", To: []string{"all"}, At: 20 * minute,
				Title: T("Outage"), Body: T("Terminals are offline."), Asks: T("Would 3.1 have required a notice?"), Expected: T("expected-secret"),
			},
			{ID: "I2", Kind: Contextual, From: "Board", Method: "call", To: []string{"hydra"}, At: 10 * minute, Title: T("The board worries"), Body: T("private-to-hydra")},
			{ID: "I3", Kind: Contingency, From: "Press", Method: "press", To: []string{"ε"}, At: -1, Title: T("Call"), Body: T("A journalist calls.")},
		},
		Objectives: []Objective{{ID: "1", Text: T("Who starts the clock?")}},
		Questions:  []Text{T("What should the real talks borrow?")},
	}
	for _, t := range sc.Teams {
		sc.Seats = append(sc.Seats, Seat{ID: SeatID(t.ID), Name: t.Name, Team: t.ID, Roles: []Role{Delegate}})
	}
	for id, roles := range map[SeatID][]Role{
		"chair": {Chair, Control, SimCell}, "recorder": {Recorder}, "evaluator": {Evaluator},
		"observer": {Observer}, "projector": {Projector},
	} {
		sc.Seats = append(sc.Seats, Seat{ID: id, Name: capital(string(id)), Roles: roles})
	}
	return sc
}
