package exercise

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Private words are kept for the time that everybody was told on the first
// page, and then forgotten for good: their keys are, by whoever keeps them, and
// an act says so, so that the record still verifies and nobody takes them for
// lost. What the organiser wrote into the scenario stays.

type (
	// Forget has private words forgotten, as Keeps lists them. Only the server
	// does that.
	Forget struct {
		Words []WordID `json:"words"`
	}
	// Forgotten: these words are gone for good.
	Forgotten struct {
		Words []WordID `json:"words"`
	}
)

// Retention is what an exercise holds that was promised to be forgotten.
type Retention struct {
	// From is the wall time, in ms, at which the promised time begins: ENDEX
	// or, where play was left without one, the last act of anybody.
	From int64
	// Days are those promised; 0 where nothing was.
	Days int
	// Over: there was an ENDEX.
	Over bool
	// Words are the private ones that are still there.
	Words []WordID
	// Done is the wall time at which they were forgotten, 0 before.
	Done int64
}

// Due is the wall time, in ms, at which they are to be forgotten; false where
// nothing was promised.
func (k Retention) Due() (int64, bool) {
	const day = 24 * 60 * 60 * 1000
	return k.From + int64(k.Days)*day, k.Days > 0
}

// Keeps reads from the acts what an exercise keeps. A text is private if no
// table and no evaluator has been shown it: what was said in a team's room, in
// a caucus, in a question between two teams, in a whisper, in a stance for the
// chair alone, in a recorder's note, in a real-world call. A text that nothing
// shows to anybody is private too.
func Keeps(acts []Act) Retention {
	var k Retention
	s := New()
	shown := map[WordID]bool{}
	for _, a := range acts {
		s = Evolve(s, a)
		for _, e := range a.Events {
			k.note(e, a)
			if s.common(e) {
				for _, w := range append(WordsOf(e), s.Reveals(e)...) {
					shown[w] = true
				}
			}
		}
		if (a.Seat != "" || a.Seq == 0) && !k.Over {
			k.From = a.Wall
		}
	}
	if s.begun {
		k.Days, _ = strconv.Atoi(strings.TrimSuffix(s.plan.Retention, "d"))
	}
	for _, a := range acts[min(1, len(acts)):] {
		for n := range a.Words {
			if w := (WordID{Seq: a.Seq, N: n + 1}); !shown[w] && !s.gone(w) {
				k.Words = append(k.Words, w)
			}
		}
	}
	return k
}

func (k *Retention) note(e Event, a Act) {
	switch e := e.(type) {
	case PhaseEntered:
		if e.Announce == "ENDEX" {
			k.From, k.Over = a.Wall, true
		}
	case Forgotten:
		k.Done = a.Wall
	}
}

// common says that more have seen an event than those whom it was meant for.
func (s State) common(e Event) bool {
	if _, stop := e.(RealWorldCalled); stop {
		return false // all see that it was called; the words are control's and the chair's
	}
	for _, r := range s.audience(e) {
		if r == evaluatorRoom || slices.Contains(s.Tables(), r) {
			return true
		}
	}
	return false
}

func (c Forget) decide(d *decider) error {
	var words []WordID
	for _, w := range c.Words {
		if w.Seq > 0 && w.Seq < d.act.Seq && !d.s.gone(w) {
			words = append(words, w)
		}
	}
	d.emit(Forgotten{Words: words})
	return nil
}

// apply makes the words unreadable here, and every line that quoted them.
func (e Forgotten) apply(s *State, a Act) {
	s.redact(e.Words, func(l Line) Line { return l.forgotten(e.Words) })
	s.forgottenAt = a.Wall
	for _, r := range []RoomID{controlRoom, recorderRoom} {
		s.postIn(r, a, Line{Kind: "expunge", Phrase: say("The time is over for which private words are kept: they are forgotten.")})
	}
}

// ForgottenAt is the wall time, in ms, at which private words were forgotten;
// 0 where they have not been.
func (s State) ForgottenAt() int64 { return s.forgottenAt }

// ForgottenMark stands where words were forgotten.
const ForgottenMark = "[forgotten]"

// forgotten is the line once words have been.
func (l Line) forgotten(words []WordID) Line {
	return l.replaced(words, ForgottenMark, say("[forgotten]"))
}

// WordsOf lists the ids of all texts named in a value.
func WordsOf(x any) []WordID {
	var words []WordID
	eachWord(reflect.ValueOf(x), func(w WordID) {
		if w != (WordID{}) {
			words = append(words, w)
		}
	})
	return words
}

var wordType = reflect.TypeFor[WordID]()

func eachWord(v reflect.Value, visit func(WordID)) {
	switch {
	case !v.IsValid():
	case v.Type() == wordType:
		visit(v.Interface().(WordID))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			eachWord(v.Field(i), visit)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			eachWord(v.Index(i), visit)
		}
	case (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && !v.IsNil():
		eachWord(v.Elem(), visit)
	}
}
