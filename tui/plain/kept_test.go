package plain

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"

	"kefi/exercise"
)

// desk keeps a seat's drafts, or fails.
type desk struct {
	drafts map[string]string
	err    error
}

func (d *desk) Draft(_ context.Context, slot string) (string, error) { return d.drafts[slot], d.err }

func (d *desk) SaveDraft(_ context.Context, slot, text string) error {
	if d.err == nil {
		d.drafts[slot] = text
	}
	return d.err
}

// sitting begins a session whose drafts are kept at the desk, and gives what
// is said first.
func sitting(t *testing.T, d *desk) (*talk, string) {
	k := beginWith(t, t.Context(), norland(), Host{Now: func() int64 { return now }, Drafts: d})
	said := k.hear()
	speakable(t, said)
	return k, said
}

// hangUp ends it as a lost line does.
func hangUp(t *testing.T, k *talk) {
	t.Helper()
	k.keyboard.CloseWithError(io.EOF)
	if err := <-k.ended; err != nil {
		t.Errorf("ended with %v", err)
	}
}

func TestAChangeIsKeptWithTheSeat(t *testing.T) {
	for _, c := range []struct {
		given        string
		before       []string // lines of the first session
		greets       string   // said by the second, empty: nothing of a change
		then         []string
		edits        int // of what is lodged
		because, not string
	}{
		{
			"a lost line",
			[]string{"change 3.1", `put "several hours" for "hours"`, "because our operators need it"},
			`You have written so far: put "several hours" for "hours".`,
			[]string{"table it"},
			1, "our operators need it", "",
		},
		{
			"more is written after it",
			[]string{"change 3.1", `put "several hours" for "hours"`},
			"You are changing 3.1",
			[]string{`add "soon" after "notify"`, "table it"},
			2, "", "",
		},
		{"one that was forgotten", []string{"change 3.1", `put "several hours" for "hours"`, "forget it"}, "", nil, 0, "", "changing"},
		{"one that was lodged", []string{"change 3.1", `put "several hours" for "hours"`, "table it"}, "", nil, 0, "", "changing"},
		{
			"another paragraph between",
			[]string{"change 3.1", `put "several hours" for "hours"`, "change 3.2"},
			"You are changing 3.2",
			[]string{"change 3.1", "table it"},
			1, "", "several",
		},
	} {
		t.Run(c.given, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := &desk{drafts: map[string]string{}}
				k, _ := sitting(t, d)
				for _, line := range c.before {
					k.write(line)
				}
				hangUp(t, k)
				k, said := sitting(t, d)
				if !strings.Contains(said, c.greets) || c.not != "" && strings.Contains(said, c.not) {
					t.Errorf("the seat is told\n%s", said)
				}
				for _, line := range c.then {
					speakable(t, k.write(line))
				}
				hangUp(t, k)
				if c.edits == 0 {
					return
				}
				amend, ok := k.submits[0].(exercise.Amend)
				if !ok || len(amend.Edits) != c.edits || amend.Because.Value != c.because {
					t.Errorf("submitted %+v", k.submits)
				}
			})
		})
	}
}

func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{drafts: map[string]string{}}
		k, _ := sitting(t, d)
		k.write("change 3.1")
		d.err = errors.New("the disk is full")
		if said := k.write(`put "several hours" for "hours"`); !strings.Contains(said, "not being kept") {
			t.Errorf("it says %q", said)
		}
		hangUp(t, k)
	})
}

func TestASealedConditionIsAskedFor(t *testing.T) {
	talking(t, put(), func(k *talk) {
		k.write("position 15")
		exchange(t, k,
			"6", "On what does it depend? For example: A15 carried and 5 agreed. Nobody else sees it before it can be met.\nWrite it on one line. 0 leaves it.",
			"3.1a/2 carried and 5 agreed", "Done.",
		)
		x, ok := k.submits[0].(exercise.TakePosition)
		if !ok || x.Position != exercise.Accept || len(x.If.All) != 2 {
			t.Errorf("submitted %+v", k.submits)
		}
	})
}

func TestAMotionTakesNoMore(t *testing.T) {
	v := put()
	v.Room.Standing[0].X = "M1"
	talking(t, v, func(k *talk) {
		exchange(t, k, "position m1", "A15 on 3.1. Choose one.\n1. Accept.\n2. Object.\n3. Stand aside.\n0. Cancel.")
	})
}
