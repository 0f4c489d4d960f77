package plain

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// talking runs a session of Norland's and ends it.
func talking(t *testing.T, v *exercise.View, play func(k *talk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), v)
		speakable(t, k.hear())
		play(k)
		k.keyboard.Close()
		if err := <-k.ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
}

// exchange writes each line and compares what is said to it.
func exchange(t *testing.T, k *talk, rows ...string) {
	t.Helper()
	for i := 0; i < len(rows); i += 2 {
		got := k.write(rows[i])
		speakable(t, got)
		if want := rows[i+1]; got != want+"\n" && (got != "" || want != "") {
			t.Errorf("%s:\n%swant\n%s", rows[i], got, want)
		}
	}
}

func put() *exercise.View {
	v := norland()
	v.Room.Standing = []exercise.DecisionView{{ID: "D7", Form: exercise.FormPut, X: "A15", Title: words.Phrase("A15 on 3.1")}}
	return v
}

func TestAPositionIsAskedFor(t *testing.T) {
	talking(t, put(), func(k *talk) {
		exchange(t, k,
			"position 15", "A15 on 3.1. Choose one.\n1. Accept.\n2. Accept, subject to my capital or board, within 10 minutes.\n"+
				"3. Not yet.\n4. Object.\n5. Stand aside.\n6. Accept on a condition, sealed.\n0. Cancel.",
			"7", "A15 on 3.1. Choose one.\n1. Accept.\n2. Accept, subject to my capital or board, within 10 minutes.\n"+
				"3. Not yet.\n4. Object.\n5. Stand aside.\n6. Accept on a condition, sealed.\n0. Cancel.",
			"3", "What do you need first?\nWrite it on one line. 0 leaves it.",
			`Our board "meets" at noon`, "Done.",
			"position", "A15 on 3.1. Choose one.\n1. Accept.\n2. Accept, subject to my capital or board, within 10 minutes.\n"+
				"3. Not yet.\n4. Object.\n5. Stand aside.\n6. Accept on a condition, sealed.\n0. Cancel.",
			"0", "Left as it was.",
		)
		want := exercise.TakePosition{X: "A15", Position: exercise.NotYet, Words: exercise.T(`Our board "meets" at noon`)}
		if len(k.submits) != 1 || !reflect.DeepEqual(k.submits[0], exercise.Command(want)) {
			t.Errorf("submitted %+v, want %+v", k.submits, want)
		}
	})
}

func TestAVerbEndsAQuestion(t *testing.T) {
	talking(t, put(), func(k *talk) {
		k.write("position 15")
		exchange(t, k, "hand", "Done.")
		if len(k.submits) != 1 || !reflect.DeepEqual(k.submits[0], exercise.Command(exercise.Hand{})) {
			t.Errorf("submitted %+v", k.submits)
		}
	})
}

func TestWordsAreAskedFor(t *testing.T) {
	talking(t, norland(), func(k *talk) {
		exchange(t, k,
			"say", "What do you say to the table?\nWrite it on one line. 0 leaves it.",
			"Forty-eight would do.", "Done.",
			"ask", "Which team do you ask?\n1. Telvia, business.\n2. CivNet, philanthropy.\n0. Cancel.",
			"2", "What do you ask CivNet?\nWrite it on one line. 0 leaves it.",
			"Would it?", "Done.",
		)
		if len(k.submits) != 2 {
			t.Errorf("submitted %+v", k.submits)
		}
	})
}

// handsRaised is Norland's view after so many hands of Telvia's.
func handsRaised(n int) *exercise.View {
	v := norland()
	for i := range n {
		v.Room.Feed = append(v.Room.Feed, exercise.Line{No: strconv.Itoa(7 + i), Room: "table", Wall: at("10:42"), Team: "telvia", Text: "raises a hand."})
	}
	return v
}

func TestQuietHoldsWhatHappens(t *testing.T) {
	talking(t, norland(), func(k *talk) {
		k.write("quiet")
		for i, want := range []string{"1 waiting.\n", "2 waiting.\n"} {
			k.views <- handsRaised(i + 1)
			if got := k.hear(); got != want {
				t.Errorf("held: %q, want %q", got, want)
			}
		}
		heard := "10:42. Telvia, business, raises a hand.\n10:42. Telvia, business, raises a hand."
		exchange(t, k, "", heard, "again", heard, "", "", "quiet off", "You hear again what happens.")

		v := handsRaised(2)
		v.Room.RealWorld = true
		k.write("quiet")
		k.views <- v
		if got := k.hear(); got != realWorld+"\n" {
			t.Errorf("a real-world stop was held: %q", got)
		}
	})
}

func TestAnAmendmentIsWrittenALineAtATime(t *testing.T) {
	talking(t, norland(), func(k *talk) {
		opened := k.write("change 3.1")
		if !strings.HasPrefix(opened, "3.1 reads: ") {
			t.Errorf("opened with %q", opened)
		}
		for _, row := range []struct{ line, holds string }{
			{`put "several hours" for "hours"`, "several hours"},
			{`put "x" for "nowhere"`, "nowhere"},
			{"strike", "strike"},
			{"because our operators need it", "our operators need it"},
			{"hear", "several hours"},
			{"again", "several hours"},
		} {
			got := k.write(row.line)
			speakable(t, got)
			if !strings.Contains(got, row.holds) {
				t.Errorf("%s: %q does not hold %q", row.line, got, row.holds)
			}
		}
		k.err = exercise.Refuse(exercise.ErrNotNow, "Not now.")
		exchange(t, k, "table it", "Not now.")
		k.err = nil
		exchange(t, k, "table it", "Done.")
		amend, ok := k.submits[len(k.submits)-1].(exercise.Amend)
		if !ok || len(amend.Edits) != 1 || amend.Because.Value != "our operators need it" {
			t.Errorf("submitted %+v", k.submits)
		}
		if got := k.write("hear"); strings.Contains(got, "would read") {
			t.Errorf("the change is still open: %q", got)
		}
	})
}

func TestNewTellsOnlyWhatIsNew(t *testing.T) {
	talking(t, norland(), func(k *talk) {
		k.write("new")
		v := norland()
		v.Own.ForYou = nil
		k.views <- v
		k.hear()
		exchange(t, k, "new", "Nothing new since you asked last.")
		next := *v
		next.Room = norland().Room
		next.Room.Feed = append(next.Room.Feed, exercise.Line{No: "7", Room: "table", Wall: at("10:42"), Team: "telvia", Text: "raises a hand."})
		k.views <- &next
		k.hear()
		exchange(t, k, "new", "1 of 1. 10:42. Telvia, business, raises a hand.")
	})
}

func TestWhoComesBackHearsWhatWasMissed(t *testing.T) {
	v := norland()
	v.Own.Away = &exercise.AwayView{From: at("10:39"), Until: at("10:41")}
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), v)
		if got := k.hear(); !strings.Contains(got, "while you were away. Type new to hear it") {
			t.Errorf("greeted with %q", got)
		}
		got := k.write("new")
		for _, wants := range []string{"lodged A15", "reports an outage"} {
			if !strings.Contains(got, wants) {
				t.Errorf("new does not tell %q: %q", wants, got)
			}
		}
		k.keyboard.Close()
		<-k.ended
	})
}

func TestTheLastMinuteIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		clock := time.Now()
		v := norland()
		v.Room.Floor.Speaker = "norland"
		v.Room.Floor.Until = v.Room.Clocks.TableAt(now) + 90*second
		v.Room.Standing = nil
		k := beginAt(t, t.Context(), v, func() int64 { return now + time.Since(clock).Milliseconds() })
		k.hear()
		for _, want := range []string{"Your floor: 60 seconds left.\n", "Your floor: 30 seconds left.\n", ""} {
			time.Sleep(30 * time.Second) // of the bubble's clock
			if got := k.hear(); got != want {
				t.Errorf("it said %q, not %q", got, want)
			}
		}
		k.keyboard.Close()
		<-k.ended
	})
}
