package followup_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kefi/exercise/followup"
)

func on(day string) time.Time {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return d
}

func agreed() followup.Text {
	return followup.Text{
		Exercise: "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events", Agreed: on("2026-09-21"),
		Clauses: []followup.Clause{{ID: "1", Title: "Terms"}, {ID: "3", Title: "Notification: \"who\", # when"}, {ID: "4", Title: "Review"}},
	}
}

func TestAStepNeedsEvidenceAndItsPlace(t *testing.T) {
	for _, c := range []struct {
		clause string
		step   followup.Step
		wrong  string // empty: it is taken
	}{
		{"3", followup.Step{State: followup.Implemented, Date: on("2027-02-01"), Evidence: "the watch desk opened"}, ""},
		{"3", followup.Step{State: followup.Institutionalized, Date: on("2027-02-01"), Evidence: "a budget line"}, ""},
		{"7", followup.Step{State: followup.Implemented, Date: on("2027-02-01"), Evidence: "x"}, "not in the agreed text; it has the clauses 1, 3, 4"},
		{"3", followup.Step{State: followup.Implemented, Date: on("2027-02-01"), Evidence: " "}, "say what shows"},
		{"3", followup.Step{State: "done", Date: on("2027-02-01"), Evidence: "x"}, "no state"},
		{"3", followup.Step{State: followup.Implemented, Date: on("2026-09-20"), Evidence: "x"}, "before the text was agreed"},
		{"4", followup.Step{State: followup.Implemented, Date: on("2027-06-01"), Evidence: "x"}, "cannot be implemented on 2027-06-01 and institutionalized on 2027-05-01"},
	} {
		text := agreed()
		if err := text.Add("4", followup.Step{State: followup.Institutionalized, Date: on("2027-05-01"), Evidence: "a treaty"}); err != nil {
			t.Fatal(err)
		}
		err := text.Add(c.clause, c.step)
		if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%s %+v: %v, want %q", c.clause, c.step, err, c.wrong)
		}
	}
}

func TestReport(t *testing.T) {
	text := agreed()
	for _, s := range []struct {
		clause string
		step   followup.Step
	}{
		{"3", followup.Step{State: followup.Implemented, Date: on("2026-12-20"), Evidence: "the watch desk opened"}},
		{"3", followup.Step{State: followup.Institutionalized, Date: on("2027-09-21"), Evidence: "a budget\nline"}},
		{"4", followup.Step{State: followup.Implemented, Date: on("2027-03-21"), Evidence: "first review held"}},
	} {
		if err := text.Add(s.clause, s.step); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := followup.Report(&b, text); err != nil {
		t.Fatal(err)
	}
	want := `EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events

Follow-up of the text agreed on 2026-09-21

Clause                            State               Since        After       Evidence
1 Terms                           recommended         2026-09-21               
3 Notification: "who", # when     implemented         2026-12-20   2 months    the watch desk opened
                                  institutionalized   2027-09-21   12 months   a budget line
4 Review                          implemented         2027-03-21   6 months    first review held

                    This text   The source paper
Recommended         3           27
Implemented         2 (67 %)    14 (52 %)
Institutionalized   1 (33 %)    7 (26 %)

The paper counted recommendations of real reports; this counts clauses of one exercise. One is no measure of the other.

EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events
`
	if got := b.String(); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
		t.Errorf("it reads\n%s\nwant\n%s", got, want)
	}
}

func TestAFileSaysWhatIsWrong(t *testing.T) {
	for text, wrong := range map[string]string{
		"agreed: soon\n":                       `"soon" is no day`,
		"agreed: 2026-09-21\nclause: 3\n":      "clause",
		"agreed: 2026-09-21\nclauses: [{}]\n":  "has no id",
		"agreed: 2026-09-21\nclauses: &a [*a]": "anchors",
		"agreed: 2026-09-21\nclauses:\n  - {clause: 3, title: T}\n  - {clause: 3, title: T}\n":                             "twice",
		"agreed: 2026-09-21\nclauses:\n  - {clause: 3, steps: [{state: implemented, date: 2027-13-01, evidence: x}]}\n":    "no day",
		"agreed: 2026-09-21\nclauses:\n  - {clause: 3, steps: [{state: recommended, date: 2027-01-01, evidence: \"\"}]}\n": "say what shows",
		strings.Repeat("#", 2<<20): "bytes",
	} {
		if _, err := followup.Read([]byte(text)); err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%.60q: %v, want %q", text, err, wrong)
		}
	}
}

// What is written is read back as it was.
func TestLawAFileIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := agreed()
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			_ = text.Add(rapid.SampledFrom([]string{"1", "3", "4"}).Draw(t, "clause"), followup.Step{
				State:    rapid.SampledFrom(followup.States()).Draw(t, "state"),
				Date:     on("2026-09-21").AddDate(0, 0, rapid.IntRange(0, 700).Draw(t, "day")),
				Evidence: rapid.StringOf(rapid.RuneFrom([]rune("aé:#-'\"&*{}[]|>%@`,!? κ"))).Draw(t, "evidence"),
			})
		}
		b, err := followup.Write(text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := followup.Read(b)
		if err != nil {
			t.Fatalf("%v in\n%s", err, b)
		}
		if !reflect.DeepEqual(got, text) {
			t.Fatalf("%+v became %+v by\n%s", text, got, b)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "agreed: 2026-09-21", "a: &a [*a]", "clauses:\n  - clause: 3\n    steps:\n      - state: x", "? !!", "- - - -", "{"} {
		f.Add([]byte(seed))
	}
	b, err := followup.Write(agreed())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		text, err := followup.Read(b)
		if err != nil {
			return
		}
		again, err := followup.Write(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := followup.Read(again); err != nil {
			t.Fatalf("%q was read, and not what it is written as: %v\n%s", b, err, again)
		}
	})
}
