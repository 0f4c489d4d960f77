package transcript_test

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// Whatever was done to a record, what is wrong with it is said, and where.
func TestVerifySaysWhatIsWrong(t *testing.T) {
	p := closed(t)
	whole := p.lines(transcript.Everything())
	rows := strings.SplitAfter(strings.TrimSuffix(whole, "\n"), "\n")
	last := len(rows) - 1
	without := func(from, to int) string { return strings.Join(rows[:from], "") + strings.Join(rows[to:], "") }
	swap := func(old, new string) string { return strings.Replace(whole, old, new, 1) }
	for _, row := range []struct{ given, spoilt, says string }{
		{"a spoken word changed", swap("Seventy-two", "Seventy-six"), "was altered"},
		{"an outcome changed", swap(`\"outcome\":\"carried\"`, `\"outcome\":\"fallen\"`), "was altered"},
		{"a row gone", without(30, 31), "line 31: act 31 stands where act 30 should: act 30 is missing here"},
		{"two rows swapped", strings.Join(rows[:30], "") + rows[31] + rows[30] + strings.Join(rows[32:], ""), "line 31: act 31 stands where act 30 should"},
		{"a row twice", strings.Join(rows[:31], "") + strings.Join(rows[30:], ""), "line 32: act 30 stands where act 31 should"},
		{"the last ten acts gone", without(last-10, last), "missing at the end"},
		{"the end cut off", strings.Join(rows[:last], ""), "names the head, is missing"},
		{"half a row", whole[:len(whole)/2], "not a line of a record"},
		{"a field that no hash covers", swap(`"seq":30,`, `"seq":30,"note":"forged",`), "line 31: it is not as kefi writes it"},
		{"another marking", swap(`not real events","seq":30`, `real events","seq":30`), "act 30 is marked"},
		{"a line after the head", whole + rows[0], "after the line that names the head"},
		{"minutes", "# Minutes\n", "not a line of a record"},
		{"nothing", "", "missing after act -1"},
	} {
		if row.spoilt == whole {
			t.Fatalf("given %s: nothing was spoilt", row.given)
		}
		_, err := transcript.Verify(strings.NewReader(row.spoilt), func(exercise.Act) error { return nil })
		if err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("given %s: %v, want %q", row.given, err, row.says)
		}
	}
}

// A copy in clear replays to the state that the exercise came to; one from
// which something is withheld says how much.
func TestVerifyPassesOnWhatIsInClear(t *testing.T) {
	p := closed(t)
	s := exercise.New()
	v, err := transcript.Verify(strings.NewReader(p.lines(transcript.Everything())), func(a exercise.Act) error {
		s = exercise.Evolve(s, a)
		return nil
	}, 30, 1_000_000)
	if err != nil || v.Name != "demo" || v.Removed != 1 || v.Withheld != 0 || s.Seq() != v.Head.Seq {
		t.Errorf("everything: %+v, at act %d, %v", v, s.Seq(), err)
	}
	if want := "complete, " + transcript.Thousands(int64(len(p.acts))) + " acts, 1 text removed"; v.String() != want {
		t.Errorf("it is told as %q, want %q", v, want)
	}
	if len(v.At) != 1 || v.At[30] == v.Head.Hash {
		t.Errorf("the hashes asked after: %v", v.At)
	}
	passed := 0
	v, err = transcript.Verify(strings.NewReader(p.lines(p.copyFor("recorder"))), func(exercise.Act) error { passed++; return nil })
	if err != nil || v.Withheld == 0 || passed != 0 || !strings.HasSuffix(v.String(), "parts withheld") {
		t.Errorf("the recorder's: %q, %d acts passed on, %v", v, passed, err)
	}
}
