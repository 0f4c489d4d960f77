package when

import (
	"errors"
	"strings"
	"testing"
)

// world is facts as a test gives them: "agreed 5": 1, "minute": 41.
type world map[string]any

func (w world) Truth(fact, arg string) bool { return w[key(fact, arg)] == true }

func (w world) Number(fact, arg string) int {
	n, _ := w[key(fact, arg)].(int)
	return n
}

func (w world) Word(fact string) string {
	s, _ := w[fact].(string)
	return s
}

func key(fact, arg string) string { return strings.TrimSpace(fact + " " + arg) }

func TestConditionsHoldAndAreSaid(t *testing.T) {
	for _, row := range []struct {
		given string
		when  world
		holds bool
		said  string
	}{
		{`agreed("5") and minute > 40`, world{"agreed 5": true, "minute": 41}, true, "clause 5 is agreed and the scenario minute is above 40"},
		{`agreed("5") and minute > 40`, world{"agreed 5": true, "minute": 40}, false, "clause 5 is agreed and the scenario minute is above 40"},
		{`not answered("I3")`, world{}, true, "I3 is not answered"},
		{`NOT Answered("I3")`, world{"answered I3": true}, false, "I3 is not answered"},
		{`not not adopted`, world{"adopted": true}, true, "the text is adopted"},
		{`minute >= 3 and minute <= 5 and minute != 4`, world{"minute": 4}, false, "the scenario minute is at least 3 and the scenario minute is at most 5 and the scenario minute is not 4"},
		{`dial("trust") < 30`, world{"dial trust": 29}, true, "the dial trust is below 30"},
		{`gap == 30`, world{"gap": 30}, true, "the policy gap is 30"},
		{`phase = "hot wash"`, world{"phase": "hot wash"}, true, "the phase is hot wash"},
		{`item != "3"`, world{"item": "3"}, false, "the agenda item is not 3"},
		// "and" binds closer than "or", "not" closest.
		{`adopted or agreed("1") and agreed("2")`, world{"adopted": true}, true, "the text is adopted or (clause 1 is agreed and clause 2 is agreed)"},
		{`(adopted or agreed("1")) and agreed("2")`, world{"adopted": true}, false, "(the text is adopted or clause 1 is agreed) and clause 2 is agreed"},
		{`not agreed("1") and agreed("2")`, world{"agreed 2": true}, true, "clause 1 is not agreed and clause 2 is agreed"},
		{`not (agreed("1") or open("3.1"))`, world{}, true, "it is not so that (clause 1 is agreed or 3.1 is open)"},
		{`not minute > 3`, world{"minute": 3}, true, "it is not so that the scenario minute is above 3"},
	} {
		e, err := Parse(row.given)
		if err != nil {
			t.Errorf("%s: %v", row.given, err)
			continue
		}
		if got := e.Holds(row.when); got != row.holds {
			t.Errorf("%s with %v: %v", row.given, row.when, got)
		}
		if got := e.Sentence(); got != row.said {
			t.Errorf("%s is said as %q", row.given, got)
		}
		if e.String() != row.given {
			t.Errorf("%s is kept as %q", row.given, e)
		}
	}
}

func TestMistakesAreToldWithTheirPlace(t *testing.T) {
	for _, row := range []struct {
		given string
		at    int
		why   string
	}{
		{``, 0, "a fact was expected, not the end"},
		{`agree("5")`, 0, `there is no fact "agree"`},
		{`agreed`, 6, "after agreed stands a clause in parentheses"},
		{`agreed(5)`, 7, "the clause stands in quotation marks"},
		{`open(1.1b)`, 5, "the place in the draft stands in quotation marks"},
		{`delivered(I2) and adopted`, 10, "the inject stands in quotation marks"},
		{`agreed("5"`, 10, "here a ) is missing"},
		{`minute > 5m`, 9, `a whole number up to 100000 was expected, not "5m"`},
		{`agreed("5)`, 7, "this quotation mark is not closed"},
		{`agreed("5") minute > 4`, 12, `nothing more was expected at "minute"`},
		{`agreed("5") > 3`, 12, "agreed is so or not; it is not compared"},
		{`minute`, 6, "minute is compared with > >= < <= = !="},
		{`minute("4") > 4`, 6, "nothing stands in parentheses after minute"},
		{`minute > "4"`, 9, `a whole number up to 100000 was expected, not "4"`},
		{`minute > 99999999999999999999`, 9, "a whole number up to 100000"},
		{`minute > -4`, 9, `"-" has no meaning here`},
		{`phase > "table"`, 6, "phase is compared with = !="},
		{`phase = table`, 8, "the phase stands in quotation marks"},
		{`(adopted`, 0, "this parenthesis is not closed"},
		{`adopted and`, 11, "a fact was expected, not the end"},
		{`and adopted`, 0, `a fact was expected, not "and"`},
		{`adopted; minute = 3`, 7, `";" has no meaning here`},
		{`adopted ∧ adopted`, 8, `"∧" has no meaning here`},
		{strings.Repeat("(", 30) + "adopted" + strings.Repeat(")", 30), 8, "this nests more than 8 deep"},
		{strings.Repeat("not ", 30) + "adopted", 32, "this nests more than 8 deep"},
		{"adopted" + strings.Repeat(" or adopted", 16), 176, "a condition names at most 16 facts"},
		{strings.Repeat(" ", 401), 400, "a condition is at most 400 characters long"},
	} {
		_, err := Parse(row.given)
		var m *Mistake
		if !errors.As(err, &m) {
			t.Errorf("%s is taken: %v", row.given, err)
			continue
		}
		if m.At != row.at || !strings.Contains(m.Why, row.why) || m.Width < 1 {
			t.Errorf("%s: at %d (%d wide) %q, want %d %q", row.given, m.At, m.Width, m.Why, row.at, row.why)
		}
	}
}

func TestNamesAreToldForWhoeverKnowsThem(t *testing.T) {
	given := `agreed("5") and (dial("trust") > 40 or item = "3") and minute < 9 and minute > 7`
	e, err := Parse(given)
	if err != nil {
		t.Fatal(err)
	}
	want := []Name{{Clause, "5", 8, 1}, {Dial, "trust", 23, 5}, {Item, "3", 47, 1}}
	got := e.Names()
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] || given[got[i].At:got[i].At+got[i].Width] != got[i].Name {
			t.Errorf("%v, want %v", got[i], want[i])
		}
	}
	if n := e.Against("minute"); len(n) != 2 || n[0] != 9 || n[1] != 7 {
		t.Errorf("minute is compared with %v", n)
	}
}

func TestEveryFactHasItsForm(t *testing.T) {
	for _, f := range All() {
		e, err := Parse(f.form())
		if err != nil {
			t.Errorf("%s: %v", f.form(), err)
			continue
		}
		if said := e.Sentence(); said == "" || strings.Contains(said, "%!") {
			t.Errorf("%s is said as %q", f.form(), said)
		}
		if f.Gives == Truth && f.no == "" || f.Help == "" || (f.Gives == Word) != (f.Of != None) {
			t.Errorf("%s is not whole", f.Name)
		}
	}
	if !(Expr{}).Holds(nil) || !(Expr{}).IsZero() || (Expr{}).Sentence() != "" || (Expr{}).Names() != nil {
		t.Error("no condition is not met")
	}
}

// FuzzParse holds that reading a condition never panics, that what is taken is
// within bounds, and that what is said of it can be asked.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`agreed("5") and minute > 40`, `not (open("3.1") or dial("trust") <= 3)`, `phase != "hot wash"`,
		`((`, `"`, `not not`, "adopted\xff", `minute>=`, `agreed("` + strings.Repeat("x", 300) + `")`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := Parse(text)
		if err != nil {
			var m *Mistake
			if !errors.As(err, &m) || m.At < 0 || m.At > max(len(text), MostBytes) || m.Width < 1 || m.Why == "" {
				t.Fatalf("%q: %#v", text, err)
			}
			return
		}
		if len(text) > MostBytes || e.Sentence() == "" {
			t.Fatalf("%q is taken and said as %q", text, e.Sentence())
		}
		facts := 0
		e.each(func(atom) { facts++ })
		if facts < 1 || facts > MostFacts {
			t.Fatalf("%q has %d facts", text, facts)
		}
		first, again := e.Holds(world{}), e.Holds(world{})
		if first != again {
			t.Fatalf("%q changes as it is asked", text)
		}
		for _, n := range e.Names() {
			if text[n.At:n.At+n.Width] != n.Name {
				t.Fatalf("%q: %q is not at %d", text, n.Name, n.At)
			}
		}
	})
}

func TestCertain(t *testing.T) {
	for given, want := range map[string]string{
		`agreed("5")`:                         "",
		`agreed("5") or not agreed("5")`:      "always",
		`agreed("5") and not agreed("5")`:     "never",
		`agreed("5") or not agreed("6")`:      "",
		`minute >= 0`:                         "always",
		`minute < 0`:                          "never",
		`minute > 40`:                         "",
		`minute > 40 and minute < 41`:         "never",
		`minute > 40 or minute <= 40`:         "always",
		`dial("a") > 3 or dial("b") <= 3`:     "",
		`phase = "table" and phase = "lobby"`: "never",
		`phase != "table" or adopted`:         "",
		`open("1.1b") and agreed("1")`:        "never",
		`open("2.1b") and agreed("1")`:        "",
		`not agreed("1") or not open("1.1")`:  "always",
		`deferred("1") and agreed("1")`:       "never",
		`open("1") and deferred("1")`:         "",
		`minute > 1 and lodged > 2 and points > 3 and asked > 4 and gap > 5 and dial("a") > 6 and dial("b") > 7 and dial("c") > 8 and dial("d") > 9 and dial("d") < 9`: "",
	} {
		e, err := Parse(given)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		switch always, never := e.Certain(); {
		case always:
			got = "always"
		case never:
			got = "never"
		}
		if got != want {
			t.Errorf("%s is %q, want %q", given, got, want)
		}
	}
}

func TestPossibleWithinLimits(t *testing.T) {
	limits := Limits{Minutes: 90, Never: func(fact, arg string) bool { return fact == "delivered" && arg == "I9" }}
	for text, want := range map[string]bool{
		`minute > 40`:                                true,
		`minute > 90`:                                false,
		`not minute > 90`:                            true,
		`delivered("I9")`:                            false,
		`not delivered("I9")`:                        true,
		`delivered("I9") or agreed("5")`:             true,
		`delivered("I9") and agreed("5")`:            false,
		`minute >= 91 or answered("I9") and adopted`: true,
		`agreed("5") and not agreed("5")`:            false,
	} {
		x, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.Possible(limits); got != want {
			t.Errorf("%s is possible: %v, want %v", text, got, want)
		}
	}
}
