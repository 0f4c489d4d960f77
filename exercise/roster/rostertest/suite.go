// Package rostertest says in sentences what every roster does, and shows it
// of one back end:
//
//	func TestRoster(t *testing.T) {
//		rostertest.Run(t, func(t *testing.T) (roster.Roster, func() roster.Roster) {
//			… open a new roster; say how to open the same one again …
//		})
//	}
package rostertest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// Open makes a new, empty roster, and a way to open the same one again after
// it was closed. It fails the test itself if it cannot.
type Open func(t *testing.T) (r roster.Roster, reopen func() roster.Roster)

// Places for the rows below: one seat, another of the same exercise, and the
// seat of the same name elsewhere.
var (
	arcadia   = roster.Place{Exercise: "demo", Seat: "arcadia"}
	hydra     = roster.Place{Exercise: "demo", Seat: "hydra"}
	elsewhere = roster.Place{Exercise: "spring", Seat: "arcadia"}
)

// Run shows that the rosters open makes keep the promises of package roster.
func Run(t *testing.T, open Open) {
	for _, row := range []struct {
		sentence string
		show     func(t *testing.T, r roster.Roster)
	}{
		{"what is not there reads as empty, and forgetting it does nothing", nothing},
		{"a seat's code is its own, in any spelling, until the next", codes},
		{"a code of no words is refused", emptyCode},
		{"a key opens the seats it is bound to, and no other", keys},
		{"binding a key again replaces its comment", rebind},
		{"word keys come back until they are forgotten", wordKeys},
		{"looks, names and drafts are each seat's own and can be cleared", desk},
		{"of readings the first counts, and they are listed by time", readings},
		{"a seat has one pending answer, and all are listed without names", answers},
		{"forgetting traces takes drafts and readings only", traces},
		{"forgetting an exercise leaves the others alone", forget},
		{"forgetting who took part leaves the words", forgetPeople},
		{"after cancelling nothing is done", cancelled},
		{"everyone may use it at once", together},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			r, _ := open(t)
			row.show(t, r)
		})
	}
	t.Run("everything is there when the roster is opened again", func(t *testing.T) {
		r, reopen := open(t)
		fillAll(t, r, arcadia)
		check(t, r.Close())
		wantAll(t, reopen(), arcadia)
	})
}

func nothing(t *testing.T, r roster.Roster) {
	wantNothing(t, r, arcadia)
	check(t, r.ForgetKeys(t.Context(), arcadia))
	check(t, r.ForgetWordKeys(t.Context(), "demo", exercise.WordID{Seq: 1, N: 1}))
	check(t, r.ForgetWordKeys(t.Context(), "demo"))
	check(t, r.ForgetTraces(t.Context(), "demo"))
	check(t, r.ClearPending(t.Context(), "demo"))
	check(t, r.Forget(t.Context(), "demo"))
}

func codes(t *testing.T, r roster.Roster) {
	check(t, r.SetCode(t.Context(), arcadia, "apple-banjo-cedar-dolphin"))
	check(t, r.SetCode(t.Context(), hydra, "eager-falcon-garden-hazel"))
	for _, row := range []struct {
		place roster.Place
		typed string
		want  bool
	}{
		{arcadia, "apple-banjo-cedar-dolphin", true},
		{arcadia, " Apple banjo  CEDAR-dolphin\r\n", true},
		{arcadia, "apple-banjo-cedar", false},
		{arcadia, "eager-falcon-garden-hazel", false},
		{hydra, "eager-falcon-garden-hazel", true},
		{elsewhere, "apple-banjo-cedar-dolphin", false},
		{arcadia, "", false},
		{elsewhere, "", false},
	} {
		got, err := r.CheckCode(t.Context(), row.place, row.typed)
		check(t, err)
		equal(t, fmt.Sprintf("%q for %v", row.typed, row.place), got, row.want)
	}
	check(t, r.SetCode(t.Context(), arcadia, "island-jacket-kettle-ladder"))
	old, err := r.CheckCode(t.Context(), arcadia, "apple-banjo-cedar-dolphin")
	check(t, err)
	equal(t, "the replaced code", old, false)
}

func emptyCode(t *testing.T, r roster.Roster) {
	if err := r.SetCode(t.Context(), arcadia, " - "); err == nil {
		t.Error("a code of no words was taken")
	}
	has, err := r.HasCode(t.Context(), arcadia)
	check(t, err)
	equal(t, "has a code", has, false)
}

func keys(t *testing.T, r roster.Roster) {
	laptop := roster.PublicKey{Wire: []byte{0, 255, 7}, Comment: "spring@laptop"}
	tablet := roster.PublicKey{Wire: []byte{0, 255}, Comment: ""}
	check(t, r.BindKey(t.Context(), elsewhere, laptop))
	check(t, r.BindKey(t.Context(), arcadia, laptop))
	check(t, r.BindKey(t.Context(), arcadia, tablet))
	listed, err := r.Keys(t.Context(), arcadia)
	check(t, err)
	equal(t, "the seat's keys", listed, []roster.PublicKey{tablet, laptop})
	places, err := r.SeatsOfKey(t.Context(), laptop.Wire)
	check(t, err)
	equal(t, "the key's seats", places, []roster.Place{arcadia, elsewhere})
	check(t, r.ForgetKeys(t.Context(), arcadia))
	for place, want := range map[roster.Place]bool{arcadia: false, elsewhere: true, hydra: false} {
		bound, err := r.KeyBound(t.Context(), place, laptop.Wire)
		check(t, err)
		equal(t, fmt.Sprintf("bound to %v", place), bound, want)
	}
}

func rebind(t *testing.T, r roster.Roster) {
	for _, comment := range []string{"old", "new"} {
		check(t, r.BindKey(t.Context(), arcadia, roster.PublicKey{Wire: []byte("key"), Comment: comment}))
	}
	listed, err := r.Keys(t.Context(), arcadia)
	check(t, err)
	equal(t, "the seat's keys", listed, []roster.PublicKey{{Wire: []byte("key"), Comment: "new"}})
}

func wordKeys(t *testing.T, r roster.Roster) {
	first, second := exercise.WordID{Seq: 0, N: 1}, exercise.WordID{Seq: 1 << 40, N: 2}
	check(t, r.PutWordKeys(t.Context(), "demo", roster.WordKeys{first: {1}, second: {2}}))
	check(t, r.PutWordKeys(t.Context(), "demo", roster.WordKeys{second: {3}}))
	check(t, r.PutWordKeys(t.Context(), "spring", roster.WordKeys{first: {9}}))
	got, err := r.WordKeys(t.Context(), "demo")
	check(t, err)
	equal(t, "the keys", got, roster.WordKeys{first: {1}, second: {3}})
	check(t, r.ForgetWordKeys(t.Context(), "demo", first))
	got, err = r.WordKeys(t.Context(), "demo")
	check(t, err)
	equal(t, "the keys left", got, roster.WordKeys{second: {3}})
	got, err = r.WordKeys(t.Context(), "spring")
	check(t, err)
	equal(t, "the other exercise's", got, roster.WordKeys{first: {9}})
}

func desk(t *testing.T, r roster.Roster) {
	check(t, r.SetPreference(t.Context(), arcadia, "look", "dark"))
	check(t, r.SetPreference(t.Context(), arcadia, "look", "large"))
	check(t, r.SetPreference(t.Context(), arcadia, "bell", "on"))
	check(t, r.SetName(t.Context(), arcadia, "Ambassador Lind"))
	check(t, r.SetDraft(t.Context(), arcadia, "line", "Forty-eight"))
	check(t, r.SetDraft(t.Context(), arcadia, "line", "Forty-eight would do."))
	check(t, r.SetDraft(t.Context(), arcadia, "amend/new", "48\nhours"))
	for _, row := range []struct {
		what      string
		get       func(context.Context, roster.Place) (string, error)
		set       func(context.Context, roster.Place, string) error
		wantThere string
	}{
		{"look", preference(r, "look"), setSlot(r.SetPreference, "look"), "large"},
		{"bell", preference(r, "bell"), setSlot(r.SetPreference, "bell"), "on"},
		{"name", r.Name, r.SetName, "Ambassador Lind"},
		{"line", slot(r.Draft, "line"), setSlot(r.SetDraft, "line"), "Forty-eight would do."},
		{"amendment", slot(r.Draft, "amend/new"), setSlot(r.SetDraft, "amend/new"), "48\nhours"},
	} {
		for place, want := range map[roster.Place]string{arcadia: row.wantThere, hydra: "", elsewhere: ""} {
			got, err := row.get(t.Context(), place)
			check(t, err)
			equal(t, fmt.Sprintf("the %s of %v", row.what, place), got, want)
		}
		check(t, row.set(t.Context(), arcadia, ""))
		got, err := row.get(t.Context(), arcadia)
		check(t, err)
		equal(t, "the "+row.what+", cleared", got, "")
	}
}

func readings(t *testing.T, r roster.Roster) {
	check(t, r.MarkRead(t.Context(), hydra, "I4", 300))
	check(t, r.MarkRead(t.Context(), arcadia, "I4", 200))
	check(t, r.MarkRead(t.Context(), arcadia, "I4", 900))
	check(t, r.MarkRead(t.Context(), arcadia, "I3", 300))
	check(t, r.MarkRead(t.Context(), elsewhere, "I4", 100))
	got, err := r.Readings(t.Context(), "demo")
	check(t, err)
	equal(t, "who read what", got, []roster.Reading{{Seat: "arcadia", Inject: "I4", Wall: 200}, {Seat: "arcadia", Inject: "I3", Wall: 300}, {Seat: "hydra", Inject: "I4", Wall: 300}})
}

func answers(t *testing.T, r roster.Roster) {
	check(t, r.AddPending(t.Context(), arcadia, "we were late"))
	check(t, r.AddPending(t.Context(), arcadia, "trust"))
	check(t, r.AddPending(t.Context(), hydra, "money"))
	check(t, r.AddPending(t.Context(), elsewhere, "time"))
	got, err := r.Pending(t.Context(), "demo")
	check(t, err)
	equal(t, "the answers", got, []string{"money", "trust"})
	check(t, r.ClearPending(t.Context(), "demo"))
	for name, want := range map[string][]string{"demo": nil, "spring": {"time"}} {
		got, err := r.Pending(t.Context(), name)
		check(t, err)
		equal(t, "the answers of "+name, got, want)
	}
}

func traces(t *testing.T, r roster.Roster) {
	fillAll(t, r, arcadia)
	fillAll(t, r, elsewhere)
	check(t, r.ForgetTraces(t.Context(), "demo"))
	draft, err := r.Draft(t.Context(), arcadia, "line")
	check(t, err)
	equal(t, "the draft", draft, "")
	read, err := r.Readings(t.Context(), "demo")
	check(t, err)
	equal(t, "readings", len(read), 0)
	look, err := preference(r, "look")(t.Context(), arcadia)
	check(t, err)
	equal(t, "the look", look, "dark")
	wantAll(t, r, elsewhere)
}

func forget(t *testing.T, r roster.Roster) {
	fillAll(t, r, arcadia)
	fillAll(t, r, elsewhere)
	check(t, r.Forget(t.Context(), "demo"))
	wantNothing(t, r, arcadia)
	wantAll(t, r, elsewhere)
}

func forgetPeople(t *testing.T, r roster.Roster) {
	fillAll(t, r, arcadia)
	fillAll(t, r, elsewhere)
	kept, err := r.WordKeys(t.Context(), "demo")
	check(t, err)
	check(t, r.ForgetPeople(t.Context(), "demo"))
	left, err := r.WordKeys(t.Context(), "demo")
	check(t, err)
	equal(t, "the keys of words", left, kept)
	check(t, r.Forget(t.Context(), "demo"))
	wantNothing(t, r, arcadia)
	wantAll(t, r, elsewhere)
	fillAll(t, r, arcadia)
	check(t, r.ForgetPeople(t.Context(), "demo"))
	for word := range kept {
		check(t, r.ForgetWordKeys(t.Context(), "demo", word))
	}
	wantNothing(t, r, arcadia)
}

func cancelled(t *testing.T, r roster.Roster) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for what, err := range map[string]error{
		"binding a key":    r.BindKey(ctx, arcadia, roster.PublicKey{Wire: []byte("key")}),
		"storing a draft":  r.SetDraft(ctx, arcadia, "line", "text"),
		"storing a key":    r.PutWordKeys(ctx, "demo", roster.WordKeys{{Seq: 1, N: 1}: {1}}),
		"storing a code":   r.SetCode(ctx, arcadia, "apple"),
		"noting a reading": r.MarkRead(ctx, arcadia, "I4", 5),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want cancelled", what, err)
		}
	}
	wantNothing(t, r, arcadia)
}

func together(t *testing.T, r roster.Roster) {
	var wg sync.WaitGroup
	for i := range 8 {
		seat := roster.Place{Exercise: "demo", Seat: exercise.SeatID(fmt.Sprint("seat-", i))}
		wg.Go(func() {
			for n := range 5 {
				err := errors.Join(
					r.PutWordKeys(t.Context(), "demo", roster.WordKeys{{Seq: int64(i), N: n + 1}: {byte(i)}}),
					r.SetDraft(t.Context(), seat, "line", fmt.Sprint(n)),
					r.BindKey(t.Context(), seat, roster.PublicKey{Wire: []byte("shared")}))
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	keys, err := r.WordKeys(t.Context(), "demo")
	check(t, err)
	equal(t, "word keys", len(keys), 40)
	places, err := r.SeatsOfKey(t.Context(), []byte("shared"))
	check(t, err)
	equal(t, "places of the shared key", len(places), 8)
}

// fillAll stores one thing of each kind at p; wantAll and wantNothing look
// for them.
func fillAll(t *testing.T, r roster.Roster, p roster.Place) {
	t.Helper()
	check(t, r.SetCode(t.Context(), p, "apple-banjo"))
	check(t, r.BindKey(t.Context(), p, roster.PublicKey{Wire: []byte("key"), Comment: "laptop"}))
	check(t, r.PutWordKeys(t.Context(), p.Exercise, roster.WordKeys{{Seq: 1, N: 1}: {1}}))
	check(t, r.SetPreference(t.Context(), p, "look", "dark"))
	check(t, r.SetName(t.Context(), p, "Dr Vale"))
	check(t, r.SetDraft(t.Context(), p, "line", "unsent"))
	check(t, r.MarkRead(t.Context(), p, "I4", 5))
	check(t, r.AddPending(t.Context(), p, "trust"))
}

func wantAll(t *testing.T, r roster.Roster, p roster.Place) {
	t.Helper()
	equal(t, "kept", count(t, r, p), 8)
}

func wantNothing(t *testing.T, r roster.Roster, p roster.Place) {
	t.Helper()
	equal(t, "kept", count(t, r, p), 0)
}

// count says how many of the eight kinds of things there are at p.
func count(t *testing.T, r roster.Roster, p roster.Place) (n int) {
	t.Helper()
	ctx := t.Context()
	code, err1 := r.HasCode(ctx, p)
	bound, err2 := r.KeyBound(ctx, p, []byte("key"))
	words, err3 := r.WordKeys(ctx, p.Exercise)
	look, err4 := preference(r, "look")(ctx, p)
	name, err5 := r.Name(ctx, p)
	draft, err6 := r.Draft(ctx, p, "line")
	read, err7 := r.Readings(ctx, p.Exercise)
	pending, err8 := r.Pending(ctx, p.Exercise)
	check(t, errors.Join(err1, err2, err3, err4, err5, err6, err7, err8))
	for _, there := range []bool{code, bound, len(words) > 0, look != "", name != "", draft != "", len(read) > 0, len(pending) > 0} {
		if there {
			n++
		}
	}
	return n
}

func preference(r roster.Roster, name string) func(context.Context, roster.Place) (string, error) {
	return func(ctx context.Context, p roster.Place) (string, error) {
		kept, err := r.Preferences(ctx, p)
		return kept[name], err
	}
}

func slot(get func(context.Context, roster.Place, string) (string, error), name string) func(context.Context, roster.Place) (string, error) {
	return func(ctx context.Context, p roster.Place) (string, error) { return get(ctx, p, name) }
}

func setSlot(set func(context.Context, roster.Place, string, string) error, name string) func(context.Context, roster.Place, string) error {
	return func(ctx context.Context, p roster.Place, text string) error { return set(ctx, p, name, text) }
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
