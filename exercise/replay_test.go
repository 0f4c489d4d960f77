package exercise_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal/journaltest"
)

// TestKeptJournalsReplay: the journals of released versions give the views
// that everybody had then. A later view may say more, never anything else.
// To add one: go test ./cmd/kefi -run TestThePlay/at_terminals -keep
func TestKeptJournalsReplay(t *testing.T) {
	folders, err := filepath.Glob("testdata/journals/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no journal is kept: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			s := replay(t, folder)
			var then struct {
				Room any                     `json:"room"`
				Own  map[exercise.SeatID]any `json:"own"`
			}
			if err := json.Unmarshal(journaltest.Unzip(t, filepath.Join(folder, "views.json.gz")), &then); err != nil {
				t.Fatal(err)
			}
			same(t, "room", then.Room, plain(t, s.Room(exercise.TableRoom, nil)))
			for _, seat := range s.Plan().Seats {
				same(t, string(seat.ID), then.Own[seat.ID], plain(t, s.Own(seat.ID)))
			}
		})
	}
}

// replay gives the state after a kept journal.
func replay(t *testing.T, folder string) exercise.State {
	t.Helper()
	s := exercise.New()
	for _, act := range journaltest.Kept(t, folder) {
		s = exercise.Evolve(s, act)
	}
	return s
}

// plain is a view as any program reads it.
func plain(t *testing.T, view any) any {
	t.Helper()
	text, err := json.Marshal(view)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// same holds that all that was said then is said now.
func same(t *testing.T, where string, then, now any) {
	t.Helper()
	switch then := then.(type) {
	case map[string]any:
		object, _ := now.(map[string]any)
		for key, value := range then {
			same(t, where+"."+key, value, object[key])
		}
	case []any:
		list, _ := now.([]any)
		if len(list) != len(then) {
			t.Errorf("%s has %d things, it had %d", where, len(list), len(then))
			return
		}
		for i := range then {
			same(t, fmt.Sprintf("%s[%d]", where, i), then[i], list[i])
		}
	default:
		if then != now {
			t.Errorf("%s is %.200q, it was %.200q", where, fmt.Sprint(now), fmt.Sprint(then))
		}
	}
}
