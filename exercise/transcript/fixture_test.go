package transcript_test

import (
	"context"
	"crypto/rand"
	"testing"
	_ "time/tzdata"

	"kefi/exercise"
	"kefi/exercise/journal"
)

const (
	second  = int64(1000)
	minute  = 60 * second
	morning = int64(1_790_000_000_000) // 21 September 2026, 13:13:20 UTC
)

// play drives one exercise and keeps its journal.
type play struct {
	t       testing.TB
	s       exercise.State
	now     int64
	acts    []exercise.Act
	journal journal.Memory
	keys    map[exercise.WordID]journal.Key
}

func newPlay(t testing.TB, change ...func(*exercise.Scenario)) *play {
	sc := harbour()
	for _, f := range change {
		f(&sc)
	}
	p := &play{t: t, s: exercise.New(), now: morning, keys: map[exercise.WordID]journal.Key{}}
	p.do("", exercise.Begin{Name: "demo", Scenario: sc, Seed: 7, Version: "0.1.0"})
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, exercise.Sit{Via: "screen"})
		p.do(seat.ID, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Table})
	p.do("chair", exercise.OpenItem{Name: "3"})
	return p
}

// do submits a command that must be accepted, a second after the last.
func (p *play) do(seat exercise.SeatID, c exercise.Command) {
	p.t.Helper()
	p.pass(second)
	p.submit(seat, c)
}

func (p *play) submit(seat exercise.SeatID, c exercise.Command) {
	p.t.Helper()
	act, err := exercise.Decide(p.s, seat, p.now, c)
	if err != nil {
		p.t.Fatalf("%s: %s refused: %v", seat, exercise.CommandName(c), err)
	}
	p.s = exercise.Evolve(p.s, act)
	p.acts = append(p.acts, act)
	p.store(act)
}

func (p *play) store(act exercise.Act) {
	p.t.Helper()
	ctx := context.Background()
	head, err := p.journal.Head(ctx)
	check(p.t, err)
	parts, err := exercise.Encode(act)
	check(p.t, err)
	entry, keys, err := journal.Seal(head.Hash, parts, rand.Reader)
	check(p.t, err)
	check(p.t, p.journal.Append(ctx, head.Seq, entry))
	for i, k := range keys {
		p.keys[exercise.WordID{Seq: act.Seq, N: i + 1}] = k
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
		p.now = due.At
		if due.Reveal {
			p.submit("", exercise.Reveal{Answers: exercise.SortAnswers([]string{"the gavel", "equal tracks"})})
		} else {
			p.submit("", exercise.Tick{})
		}
	}
	p.now = end
}

func (p *play) key(w exercise.WordID) (journal.Key, bool) {
	k, ok := p.keys[w]
	return k, ok
}

// forget drops the keys of all words that have been removed.
func (p *play) forget() {
	for _, a := range p.acts {
		for _, e := range a.Events {
			if x, ok := e.(exercise.Expunged); ok {
				for _, w := range x.Words {
					delete(p.keys, w)
				}
			}
		}
	}
}

func (p *play) view(seat exercise.SeatID) *exercise.View {
	return &exercise.View{Schema: exercise.ViewSchema, Room: p.s.Room(p.s.HomeRoom(seat), nil), Own: p.s.Own(seat)}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// negotiate plays until clause 3 is agreed and an incident answered. Every
// secret holds a token.
func (p *play) negotiate() {
	t := exercise.T
	p.do("arcadia", exercise.Say{Words: t("Seventy-two hours is long; *we* say <b>24</b>.")})
	p.do("arcadia", exercise.Correct{Words: t("I meant 48.")})
	p.do("arcadia", exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.1", Old: t("24"), New: t("48")}}, Because: t("midway")})
	p.do("hydra", exercise.SpeakRoom{Words: t("token-room-hydra stay calm")})
	p.do("meridia", exercise.SpeakRoom{Words: t("token-room-meridia wait")})
	p.do("arcadia", exercise.Ask{Team: "hydra", Words: t("token-ask could you live with 48?")})
	p.do("plumb", exercise.Whisper{Words: t("token-whisper give us a minute")})
	p.do("hydra", exercise.TakeStance{Alt: exercise.AltID{Point: "3.1b", N: 3}, Stance: exercise.CanLive, Why: t("token-confessional"), ToChair: true})
	p.do("lantern", exercise.Request{To: "CERT", Words: t("token-rfi who saw it first?")})
	p.do("chair", exercise.ReplyAs{Name: "CERT", Words: t("token-reply the harbour did.")})
	p.do("recorder", exercise.Note{Words: t("token-note first time a government gives way")})
	p.do("chair", exercise.SendInject{Inject: "I2", Now: true})
	p.do("hydra", exercise.AnswerInject{Inject: "L1", Words: t("token-answer the board may sleep")})
	p.do("chair", exercise.SendInject{Inject: "I1", Now: true})
	p.pass(minute)
	p.do("meridia", exercise.AnswerInject{Inject: "I1", Words: t("Yes: within a day.")})
	p.do("forge", exercise.RealWorld{Words: t("token-realworld fire alarm")})
	p.do("chair", exercise.Resume{})
	p.do("chair", exercise.Gavel{X: "A1"})
	p.do("hydra", exercise.Object{Why: t("we need instructions")})
	p.do("chair", exercise.Put{X: []exercise.Subject{"A1", "3.1a/1"}})
	p.do("arcadia", exercise.TakePosition{X: "A1", Position: exercise.Accept})
	p.do("meridia", exercise.TakePosition{X: "A1", Position: exercise.Accept})
	p.do("hydra", exercise.TakePosition{X: "A1", Position: exercise.Accept, AdRef: 10 * minute, Words: t("subject to my board")})
	p.do("lantern", exercise.TakePosition{X: "A1", Position: exercise.Accept})
	p.do("forge", exercise.TakePosition{X: "A1", Position: exercise.StandAside})
	for _, seat := range []exercise.SeatID{"arcadia", "hydra", "lantern"} {
		p.do(seat, exercise.TakePosition{X: "3.1a/1", Position: exercise.Accept})
	}
	p.pass(3 * minute)
	p.do("hydra", exercise.Cleared{X: "A1"})
	p.do("plumb", exercise.MakeStatement{Words: t("We said nothing, and meant it.")})
	p.do("chair", exercise.Gavel{X: "3"})
	p.pass(31 * second)
	p.do("chair", exercise.Say{Words: t("An unlucky name: Orla Quay.")})
}

// finish adopts the text in part, signs it and closes the exercise.
func (p *play) finish() {
	t := exercise.T
	no := p.view("chair").Room.Feed[len(p.view("chair").Room.Feed)-1].No
	p.do("chair", exercise.Expunge{No: no, Why: t("a real person")})
	p.do("recorder", exercise.ConfirmExpunge{No: no})
	p.do("recorder", exercise.Mark{No: "20", Kind: "quote"})
	p.do("recorder", exercise.Correct{No: "20", Words: t("heard as 42")})
	p.adopt()
	p.do("arcadia", exercise.Sign{Reservations: []exercise.Reservation{{Clause: "3", Words: t("48 hours from discovery")}}})
	p.do("hydra", exercise.Sign{})
	p.do("hydra", exercise.Dissociate{Clause: "1"})
	p.do("lantern", exercise.Endorse{})
	p.do("forge", exercise.Decline{Words: t("not without insurance")})
	p.do("chair", exercise.EnterPhase{Phase: exercise.HotWash})
	p.do("chair", exercise.Question{Words: t("What should the real talks borrow?")})
	p.pass(2 * minute)
	p.do("hydra", exercise.Vote{Answers: []int{1}})
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	p.forget()
}

// adopt adopts the text but for clause 2.
func (p *play) adopt() {
	t := exercise.T
	p.do("chair", exercise.Gavel{X: "1.1a/1"})
	p.pass(31 * second)
	p.do("chair", exercise.Undo{})
	p.do("chair", exercise.Gavel{X: "1.1a/1"})
	p.pass(31 * second)
	p.do("chair", exercise.Gavel{X: "1"})
	p.pass(31 * second)
	p.do("chair", exercise.Defer{Clauses: []exercise.ClauseID{"2"}})
	p.pass(31 * second)
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
	p.do("chair", exercise.Summarise{Words: t("We agree on notice.\n\nWe do not agree on review.")})
	p.do("chair", exercise.Gavel{X: exercise.WholeText})
	p.pass(31 * second)
}

// harbour is a small scenario: six teams, three clauses, four points.
func harbour() exercise.Scenario {
	t := exercise.T
	team := func(id exercise.TeamID, name string, track exercise.Track) exercise.Team {
		secret := "-" + string(id)
		return exercise.Team{
			ID: id, Name: name, Track: track, Seats: []exercise.SeatID{exercise.SeatID(id)},
			Brief: exercise.Brief{
				Page: t("token-brief" + secret), Wants: []exercise.Text{t("token-want" + secret)},
				Offers: []exercise.Text{t("token-offer" + secret)}, Points: []exercise.BriefPoint{{Point: "3.1b", Why: t("token-why" + secret)}},
			},
		}
	}
	sc := exercise.Scenario{
		Name: "harbour", Title: "Harbour Accord", Instrument: "Accord on Ports", Organiser: "The harbour school", Zone: "Europe/Vienna",
		Marking: "EXERCISE - UNCLASSIFIED", Procedure: exercise.Lateral, Situation: t("A port is dark."),
		Teams: []exercise.Team{
			team("arcadia", "Arcadia", exercise.Kappa), team("meridia", "Meridia", exercise.Kappa), team("hydra", "Hydra", exercise.Epsilon),
			team("forge", "Forge", exercise.Epsilon), team("lantern", "Lantern", exercise.Phi), team("plumb", "Plumb", exercise.Phi),
		},
		Clauses: []exercise.ClauseSpec{
			{ID: "1", Title: t("Terms"), Paras: []exercise.Text{t("Party means any signatory [of whatever track | ].")}, NoReservation: true},
			{ID: "2", Title: t("Review"), Paras: []exercise.Text{t("The Parties meet [every year | every two years].")}},
			{ID: "3", Title: t("Notification"), Paras: []exercise.Text{
				t("Each Party [shall | should] notify the operators concerned within [24 | 72] hours."), t("A notice states the nature of the incident."),
			}},
		},
		Agenda: []exercise.AgendaItem{
			{Name: "first-reading", Kind: exercise.FirstReading, Minutes: 6},
			{Name: "3", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"3"}, Minutes: 10},
			{Name: "endgame", Kind: exercise.Endgame, Minutes: 5},
		},
		Times: exercise.Times{
			Briefing: 6 * minute, Turn: 75 * second, Gavel: 30 * second, Wait: minute, Put: 2 * minute,
			Settle: 15 * second, Order: minute, Reflect: 90 * second,
		},
		Injects: []exercise.Inject{
			{
				ID: "I1", Kind: exercise.ExpectedAction, From: "Harbour CERT", Method: "mail", To: []string{"all"}, At: -1, AnswerIn: 10 * minute,
				Title: t("Outage"), Body: t("Terminals are offline.\n\n# Call us: https://example.org"), Asks: t("Would 3.1 have required a notice?"), Expected: t("token-expected"),
			},
			{ID: "I2", Kind: exercise.Contextual, From: "Board", Method: "call", To: []string{"hydra"}, At: -1, Title: t("token-title the board worries"), Body: t("token-body")},
			{ID: "I3", Kind: exercise.Contingency, From: "Press", Method: "press", To: []string{"ε"}, At: -1, Title: t("token-planned"), Body: t("token-planned")},
		},
		Objectives: []exercise.Objective{{ID: "1", Text: t("token-objective")}},
		Questions:  []exercise.Text{t("token-question")},
	}
	for _, t := range sc.Teams {
		sc.Seats = append(sc.Seats, exercise.Seat{ID: exercise.SeatID(t.ID), Name: t.Name, Team: t.ID, Roles: []exercise.Role{exercise.Delegate}})
	}
	return withStaff(sc)
}

func withStaff(sc exercise.Scenario) exercise.Scenario {
	sc.Seats = append(sc.Seats,
		exercise.Seat{ID: "chair", Name: "Chair", Roles: []exercise.Role{exercise.Chair, exercise.Control, exercise.SimCell}},
		exercise.Seat{ID: "recorder", Name: "Recorder", Roles: []exercise.Role{exercise.Recorder}},
		exercise.Seat{ID: "evaluator", Name: "Evaluator", Roles: []exercise.Role{exercise.Evaluator}},
		exercise.Seat{ID: "observer", Name: "Observer", Roles: []exercise.Role{exercise.Observer}})
	return sc
}
