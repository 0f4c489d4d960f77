package plain

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/action"
)

var update = flag.Bool("update", false, "write the golden files anew")

func query(t *testing.T, line string) action.Query {
	t.Helper()
	intent, err := action.Parse(line)
	if err != nil {
		t.Fatal(err)
	}
	return intent.Query
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name+".txt")
	got += "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s:\n%s\nwant\n%s", file, got, want)
	}
}

// speakable: no message without an end, nothing that a screen reader or a
// terminal would stumble over.
func speakable(t *testing.T, text string) {
	t.Helper()
	if strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), unspeakable) {
		t.Errorf("not to be spoken: %q", text)
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(strings.TrimSpace(line), `"”’')]`)
		if line != "" && !strings.ContainsAny(line[len(line)-1:], ".!?") {
			t.Errorf("without a full stop: %q", line)
		}
	}
}

func TestAnswers(t *testing.T) {
	for name, line := range map[string]string{
		"text": "text", "text-3-clean": "text 3 clean", "text-mine": "text mine", "text-4.1": "text 4.1",
		"read-A15": "read a15", "read-I3": "read I3", "read-L1": "read l1", "read-D5": "read D5", "read-D6": "read d6",
		"read-3.1a": "read 3.1A", "read-3.1b-3": "read 3.1b/3", "read-2": "read #2", "read-k1.2": "read k1.2", "read-3": "/3",
		"new": "new", "situation": "situation", "agenda": "agenda", "who": "who", "time": "time",
		"view": "view", "help": "help", "help-amend": "help amend", "help-caucus": "help caucus",
	} {
		got, err := Answer(nil, norland(), query(t, line), now)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		speakable(t, got)
		golden(t, name, got)
	}
}

func TestAnswerBriefKeepsItsLines(t *testing.T) {
	got, err := Answer(nil, norland(), query(t, "brief"), now)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "brief", got)
}

// The policy gap rises between acts; it is told as of the question.
func TestTheSituationTellsTheGapOfNow(t *testing.T) {
	v := norland()
	v.Room.Model = &exercise.ModelView{Gap: &exercise.GapView{Name: "Policy gap", Pace: 60, Level: 41 * 60, Minute: 40}}
	for at, want := range map[int64]string{now: "Policy gap stands at 43 of 100", now + 10*minute: "Policy gap stands at 63 of 100"} {
		if got, err := Answer(nil, v, query(t, "situation"), at); err != nil || !strings.Contains(got, want) {
			t.Errorf("it says %q, %v, not %q", got, err, want)
		}
	}
}

// An evaluator reads every team's brief, with what outcomes are worth to it.
func TestEvaluatorsReadEveryBrief(t *testing.T) {
	v := norland()
	v.Own.Evaluator = &exercise.EvaluatorView{Briefs: []exercise.TeamBrief{{Team: "norland", Brief: *v.Own.Brief, Stakes: v.Own.Stakes}, {Team: "telvia"}}}
	v.Own.Team, v.Own.Brief, v.Own.Stakes = "", nil, nil
	got, err := Answer(nil, v, query(t, "brief"), now)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Brief of Norland.", "Brief of Telvia.", "worth 40 of 100", "60 for “shall” and 5 for “should”"} {
		if !strings.Contains(got, words) {
			t.Errorf("it does not say %q:\n%s", words, got)
		}
	}
}

func TestAnswerRefuses(t *testing.T) {
	stopped := func(v *exercise.View) { v.Room.RealWorld = true }
	stranger := func(v *exercise.View) { v.Own.Agreed = false }
	nothing := func(*exercise.View) {}
	for _, row := range []struct {
		line  string
		given func(*exercise.View)
		says  string
	}{
		{"read A99", nothing, "There is no a99 that you may read; new tells what happened lately."},
		{"text 9", nothing, "There is no 9 in the draft; text shows all of it."},
		{"text 3.9", nothing, "There is no 3.9 in the draft; text shows all of it."},
		{"help xyz", nothing, "There is no verb xyz; help lists them."},
		{"brief", func(v *exercise.View) { v.Own.Brief = nil }, "Your seat has no brief; situation shows what everyone knows."},
		{"text", stopped, "Play has stopped: real world. Wait for control; only realworld and who work now."},
		{"view", stranger, "Accept the first page before anything else: agree."},
		{"export md", nothing, "export cannot be answered here."},
	} {
		v := norland()
		row.given(v)
		_, err := Answer(nil, v, query(t, row.line), now)
		var refusal *exercise.Refusal
		if !errors.As(err, &refusal) || refusal.Error() != row.says {
			t.Errorf("%s: %v, want %q", row.line, err, row.says)
		}
		if action.Status(err) != 1 {
			t.Errorf("%s: exit status %d, want 1", row.line, action.Status(err))
		}
	}
}

func TestHelpWorksBeforeTheTermsAreAccepted(t *testing.T) {
	v := norland()
	v.Own.Agreed = false
	got, err := Answer(nil, v, query(t, "help"), now)
	if err != nil || !strings.Contains(got, "agree [research yes|no]: ") || strings.Contains(got, "\namend 3.1 put") {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestEveryQueryHasData(t *testing.T) {
	for _, a := range action.All() {
		if a.Kind != action.Read || !a.NotNow(norland()).IsZero() { // what others read
			continue
		}
		data, err := Data(norland(), query(t, a.Example), now)
		if a.Name == "read" {
			data, err = Data(norland(), query(t, "read A15"), now)
		}
		if err != nil || data == nil {
			t.Errorf("%s: %v, %v", a.Name, data, err)
		}
	}
}

func TestViewAsJSON(t *testing.T) {
	data, err := Data(norland(), query(t, "view --json"), now)
	if err != nil {
		t.Fatal(err)
	}
	text, err := JSON(data)
	if err != nil {
		t.Fatal(err)
	}
	var back exercise.View
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	again, err := JSON(&back)
	if err != nil || again != text || !strings.Contains(text, `"schema": "kefi.view/v1"`) {
		t.Errorf("the view does not come back from\n%s", text)
	}
}

func TestJSONHoldsNoControlCharacter(t *testing.T) {
	text, err := JSON(map[string]string{"a": "\x1b[31m\u009b\u202e\x7fé"})
	if err != nil || strings.ContainsAny(text, "\x1b\u009b\u202e\x7f") || !strings.Contains(text, "é") {
		t.Errorf("%q, %v", text, err)
	}
	var back map[string]string
	if err := json.Unmarshal([]byte(text), &back); err != nil || back["a"] != "\x1b[31m\u009b\u202e\x7fé" {
		t.Errorf("%q comes back as %q, %v", text, back["a"], err)
	}
}
