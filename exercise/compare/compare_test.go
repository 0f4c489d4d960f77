package compare_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	_ "time/tzdata"

	"kefi/exercise"
	"kefi/exercise/compare"
	"kefi/exercise/transcript/paper"
)

var update = flag.Bool("update", false, "write the goldens anew")

const (
	second  = int64(1000)
	minute  = 60 * second
	morning = int64(1_790_000_000_000) // 21 September 2026, 13:13:20 UTC
)

// play drives one exercise of three teams and two clauses.
type play struct {
	t    *testing.T
	s    exercise.State
	now  int64
	acts []exercise.Act
}

func begin(t *testing.T, change ...func(*exercise.Scenario)) *play {
	sc := harbour()
	for _, f := range change {
		f(&sc)
	}
	p := &play{t: t, s: exercise.New(), now: morning}
	p.do("", exercise.Begin{Name: "demo", Scenario: sc, Seed: 7, Version: "0.1.0"})
	for _, seat := range sc.Seats {
		p.do(seat.ID, exercise.Sit{Via: "screen"})
		p.do(seat.ID, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	return p
}

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
}

// pass lets wall time go by; whatever falls due is decided at its time.
func (p *play) pass(ms int64) {
	p.t.Helper()
	end := p.now + ms
	for due, ok := p.s.Due(); ok && due.At <= end; due, ok = p.s.Due() {
		p.now = due.At
		p.submit("", exercise.Tick{})
	}
	p.now = end
}

// gavel has each decided by silence.
func (p *play) gavel(xs ...exercise.Subject) *play {
	p.t.Helper()
	for _, x := range xs {
		p.do("chair", exercise.Gavel{X: x})
		p.pass(31 * second)
	}
	return p
}

func (p *play) run(name string) compare.Run {
	return compare.Run{Name: name, Acts: p.acts, State: p.s}
}

func harbour() exercise.Scenario {
	t := exercise.T
	sc := exercise.Scenario{
		Name: "harbour", Title: "Harbour Accord", Instrument: "Accord", Zone: "Europe/Vienna", Marking: "EXERCISE - UNCLASSIFIED",
		Procedure: exercise.Lateral, Situation: t("A port is dark."),
		Teams: []exercise.Team{
			{ID: "arcadia", Name: "Arcadia", Track: exercise.Kappa, Seats: []exercise.SeatID{"arcadia"}},
			{ID: "hydra", Name: "Hydra", Track: exercise.Epsilon, Seats: []exercise.SeatID{"hydra"}},
			{ID: "lantern", Name: "Lantern", Track: exercise.Phi, Seats: []exercise.SeatID{"lantern"}},
		},
		Clauses: []exercise.ClauseSpec{
			{ID: "1", Title: t("Notice"), Paras: []exercise.Text{t("Each Party [shall | should] give notice within [24 | 72] hours.")}},
			{ID: "2", Title: t("Review"), Paras: []exercise.Text{t("The Parties meet [every year | every two years].")}},
		},
		Agenda: []exercise.AgendaItem{
			{Name: "1", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"1"}, Minutes: 10},
			{Name: "2", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"2"}, Minutes: 10},
		},
		Times: exercise.Times{Turn: 75 * second, Gavel: 30 * second, Wait: minute, Put: 2 * minute, Settle: 15 * second, Order: minute, Reflect: 90 * second},
		Injects: []exercise.Inject{
			{ID: "I1", From: "CERT", Method: "mail", To: []string{"all"}, At: -1, Title: t("Outage"), Body: t("Terminals are offline."), Asks: t("Who was told?")},
			{ID: "I2", From: "Board", Method: "call", To: []string{"hydra"}, At: -1, Title: t("token-private"), Body: t("token-private")},
		},
		Dials: []exercise.Dial{{ID: "trust", Name: "token-dial", Start: 40, Public: true}},
	}
	for _, x := range sc.Teams {
		sc.Seats = append(sc.Seats, exercise.Seat{ID: x.Seats[0], Name: x.Name, Team: x.ID, Roles: []exercise.Role{exercise.Delegate}})
	}
	sc.Seats = append(sc.Seats, exercise.Seat{ID: "chair", Name: "Chair", Roles: []exercise.Role{exercise.Chair, exercise.Control, exercise.SimCell}})
	return sc
}

// spring and autumn are alike until the hours.
func spring(t *testing.T, change ...func(*exercise.Scenario)) *play {
	p := begin(t, change...)
	p.do("arcadia", exercise.Say{Words: exercise.T("A day is enough.")})
	p.gavel("1.1a/1", "1.1b/1", "1")
	p.do("chair", exercise.SendInject{Inject: "I1", Now: true})
	p.pass(minute)
	p.do("hydra", exercise.AnswerInject{Inject: "I1", Words: exercise.T("We were.")})
	p.do("chair", exercise.SendInject{Inject: "I2", Now: true})
	return p
}

func autumn(t *testing.T, change ...func(*exercise.Scenario)) *play {
	p := begin(t, change...)
	p.do("arcadia", exercise.Say{Words: exercise.T("A day is enough.")})
	p.gavel("1.1a/1")
	p.do("hydra", exercise.Amend{Clause: "1", Edits: []exercise.Edit{{Para: "1.1", Old: exercise.T("72"), New: exercise.T("48")}}})
	p.do("lantern", exercise.Cosponsor{Amendment: "A1"})
	p.gavel("A1", "1")
	p.do("chair", exercise.OpenItem{Name: "2"})
	return p.gavel("2.1a/2", "2")
}

func document(t *testing.T, runs ...compare.Run) string {
	t.Helper()
	d, err := compare.Document(runs)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := paper.MD(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTwoRuns(t *testing.T) {
	got := document(t, spring(t).run("spring"), autumn(t).run("autumn"))
	path := filepath.Join("testdata", "two.md")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("it reads otherwise; look, then run with -update:\n%s", got)
	}
	for _, secret := range []string{"token-private", "token-dial"} {
		if strings.Contains(got, secret) {
			t.Errorf("%s is in it", secret)
		}
	}
}

func TestTheSameRunTwiceDoesNotPart(t *testing.T) {
	got := document(t, spring(t).run("one"), spring(t).run("two"))
	for _, says := range []string{"Nowhere: the same three decisions on text", "No clause that all of them agreed reads differently."} {
		if !strings.Contains(got, says) {
			t.Errorf("no %q in\n%s", says, got)
		}
	}
}

func TestWhatIsNotCompared(t *testing.T) {
	other := func(sc *exercise.Scenario) { sc.Name, sc.Title = "mountain", "Mountain Accord" }
	twin := func(sc *exercise.Scenario) { other(sc); sc.TwinOf = "harbour" }
	for _, c := range []struct {
		what  string
		runs  []compare.Run
		wrong string
	}{
		{"one run", []compare.Run{spring(t).run("a")}, "name two or more"},
		{"another scenario", []compare.Run{spring(t).run("a"), spring(t, other).run("b")}, "harbour and mountain are different scenarios"},
		{"a twin", []compare.Run{spring(t).run("a"), spring(t, twin).run("b")}, ""},
		{"its twin", []compare.Run{spring(t, twin).run("a"), spring(t).run("b")}, ""},
	} {
		_, err := compare.Document(c.runs)
		if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%s: %v, want %q", c.what, err, c.wrong)
		}
	}
}

// Of twins ids are compared, and words are not.
func TestTwins(t *testing.T) {
	got := document(t, spring(t).run("spring"), autumn(t, func(sc *exercise.Scenario) {
		sc.Name, sc.Title, sc.TwinOf = "mountain", "Mountain Accord", "harbour"
		sc.Clauses[0].Title = exercise.T("Other words")
	}).run("autumn"))
	for _, says := range []string{"Harbour Accord and Mountain Accord", "The scenarios are twins", "| 1.1a | 1.1a/1 at"} {
		if !strings.Contains(got, says) {
			t.Errorf("no %q in\n%s", says, got)
		}
	}
	for _, not := range []string{"{--", "Other words", "Outage"} {
		if strings.Contains(got, not) {
			t.Errorf("%q stands in\n%s", not, got)
		}
	}
}

// Averages need ten tables on each side.
func TestAverages(t *testing.T) {
	arm := func(sc *exercise.Scenario) { sc.Arm = "kappa-epsilon" }
	several := func(n, m int) []compare.Run {
		var runs []compare.Run
		for range n {
			runs = append(runs, spring(t).run("s"))
		}
		for range m {
			runs = append(runs, autumn(t, arm).run("a"))
		}
		return runs
	}
	few, many := document(t, several(10, 9)...), document(t, several(10, 10)...)
	if !strings.Contains(few, "No averages: they need at least ten tables a side (lateral, kappa-epsilon: nine tables)") || strings.Contains(few, "median") {
		t.Error("nine tables have an average")
	}
	if !strings.Contains(many, "| Clauses agreed | 1 (1 to 1) | 2 (2 to 2) |") {
		t.Error("ten tables a side have none")
	}
}

// Names go as each run's minutes have them.
func TestNamesAreThoseOfTheMinutes(t *testing.T) {
	roles := func(sc *exercise.Scenario) { sc.Naming = exercise.ByRole }
	got := strings.ToLower(document(t, spring(t, roles).run("spring"), autumn(t, roles).run("autumn")))
	for _, name := range []string{"arcadia", "hydra", "lantern"} {
		if strings.Contains(got, name) {
			t.Errorf("%s is named", name)
		}
	}
}
