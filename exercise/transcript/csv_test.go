package transcript_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// source is what exports of a seat are made from.
func (p *play) source(seat exercise.SeatID) *transcript.Source {
	p.t.Helper()
	head, err := p.journal.Head(p.t.Context())
	check(p.t, err)
	head.Hash = [32]byte{0xab} // salts are drawn: the real one differs at each run
	return &transcript.Source{
		Name: "demo", View: p.view(seat), Acts: p.acts, State: p.s, Head: head,
		Entries: p.journal.Read(p.t.Context(), -1), Keys: p.key,
	}
}

// export writes the export with a name.
func export(t *testing.T, name string, s *transcript.Source) string {
	t.Helper()
	list := transcript.Exports()
	i := slices.IndexFunc(list, func(x transcript.Export) bool { return x.Name == name })
	if i < 0 {
		t.Fatalf("there is no export %s", name)
	}
	var b bytes.Buffer
	check(t, list[i].Write(&b, s))
	return b.String()
}

func readCSV(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	check(t, err)
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, c := range r {
			m[rows[0][i]] = c
		}
		out = append(out, m)
	}
	return out
}

var tables = []string{"stances.csv", "floor.csv", "msel.csv", "marks.csv"}

func TestTablesAreAsTheyWere(t *testing.T) {
	p := closed(t)
	for _, name := range tables {
		golden(t, name, export(t, name, p.source("recorder")))
	}
	golden(t, "msel-evaluator.csv", export(t, "msel.csv", p.source("evaluator")))
}

func TestATableIsCSVThatSaysWhatItIs(t *testing.T) {
	for when, p := range map[string]*play{"during play": newPlay(t), "closed": closed(t)} {
		for _, name := range tables {
			text := export(t, name, p.source("recorder"))
			if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
				t.Errorf("%s, %s: a line does not end in CRLF", when, name)
			}
			rows := readCSV(t, text)
			if len(rows) == 0 {
				t.Errorf("%s, %s: no row says what it is", when, name)
			}
			for _, r := range rows {
				provisional := strings.Contains(r["record"], "provisional copy")
				if r["exercise"] != "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events" || provisional != (when == "during play") {
					t.Errorf("%s, %s: %v", when, name, r)
				}
			}
		}
	}
}

// What only some saw is in no copy of the table's, in whatever column.
func TestStancesAreThoseOfTheTable(t *testing.T) {
	p := newPlay(t)
	p.negotiate()
	for _, seat := range []exercise.SeatID{"recorder", "chair", "hydra", "observer"} {
		text := export(t, "stances.csv", p.source(seat))
		if strings.Contains(text, "token-confessional") {
			t.Errorf("%s: a confessional is in it", seat)
		}
		for _, r := range readCSV(t, text) {
			if r["alternative"] == "3.1b/3" && r["team"] == "hydra" && r["value"] != "" {
				t.Errorf("%s: %v was given to the chair alone", seat, r)
			}
		}
	}
}

func TestStancesAreTheLastWord(t *testing.T) {
	// given
	p := newPlay(t)
	first, second := exercise.AltID{Point: "3.1a", N: 1}, exercise.AltID{Point: "3.1a", N: 2}
	p.do("hydra", exercise.TakeStance{Alt: first, Stance: exercise.Prefer})
	// when
	p.do("hydra", exercise.TakeStance{Alt: second, Stance: exercise.Prefer})
	p.do("forge", exercise.TakeStance{Alt: first, Stance: exercise.CanLive})
	p.do("forge", exercise.ClearStance{Point: "3.1a"})
	p.do("lantern", exercise.TakeStance{Alt: first, Stance: exercise.CanLive})
	p.do("lantern", exercise.ClearStance{Point: "3.1a"})
	p.do("lantern", exercise.Undo{})
	// then
	want := map[string]string{"hydra 3.1a/1": "", "hydra 3.1a/2": "prefer", "forge 3.1a/1": "", "lantern 3.1a/1": "can-live", "plumb 3.1a/1": ""}
	for _, r := range readCSV(t, export(t, "stances.csv", p.source("recorder"))) {
		key := r["team"] + " " + r["alternative"]
		if value, asked := want[key]; asked && r["value"] != value {
			t.Errorf("%s: %q, want %q", key, r["value"], value)
		}
		delete(want, key)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

func TestMSELShowsWhatReachedTheSeat(t *testing.T) {
	p := closed(t)
	for _, c := range []struct {
		seat exercise.SeatID
		rows int
		has  []string
		not  []string
	}{
		{"hydra", 2, []string{"token-title", "I1", "L1"}, []string{"token-expected", "token-planned", "I2", "I3"}},
		{"arcadia", 1, []string{"I1"}, []string{"token-title", "token-expected", "token-planned"}},
		{"recorder", 2, []string{"token-title"}, []string{"token-expected", "token-planned"}},
		{"evaluator", 3, []string{"token-expected", "token-planned", "token-title"}, nil},
		{"chair", 3, []string{"token-expected", "token-planned"}, nil}, // holds control
	} {
		text := export(t, "msel.csv", p.source(c.seat))
		if n := len(readCSV(t, text)); n != c.rows {
			t.Errorf("%s: %d rows, want %d", c.seat, n, c.rows)
		}
		for _, x := range c.has {
			if !strings.Contains(text, x) {
				t.Errorf("%s: %s is missing", c.seat, x)
			}
		}
		for _, x := range c.not {
			if strings.Contains(text, x) {
				t.Errorf("%s: %s is in it", c.seat, x)
			}
		}
	}
}

func TestACellIsNoFormula(t *testing.T) {
	for _, c := range []struct{ said, cell string }{
		{`=HYPERLINK("http://x","y")`, `'=HYPERLINK("http://x","y")`},
		{"+1+cmd", "'+1+cmd"},
		{"-2+3", "'-2+3"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"＝1+1", "'＝1+1"},
		{"-5", "-5"},
		{"plain, with \"quotes\"", "plain, with \"quotes\""},
	} {
		p := newPlay(t)
		p.do("hydra", exercise.TakeStance{Alt: exercise.AltID{Point: "3.1a", N: 2}, Stance: exercise.Cannot, Why: exercise.T(c.said)})
		found := false
		for _, r := range readCSV(t, export(t, "stances.csv", p.source("recorder"))) {
			found = found || r["why"] == c.cell
		}
		if !found {
			t.Errorf("no cell reads %s", c.cell)
		}
	}
}
