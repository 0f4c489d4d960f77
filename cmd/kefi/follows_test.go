package main

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/scenarios/format"
)

// A later session is laid on the table of a folder in which the earlier one ended.
func TestALaterSessionGoesOnInTheSameFolder(t *testing.T) {
	h, err := openHouse(t.Context(), t.TempDir(), "this test", conduct.Options{ActsPerMinute: 1000})
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	first, err := loadScenario("first-table")
	if err != nil {
		t.Fatal(err)
	}
	first.Chairing = ""
	if err := h.create(t.Context(), "spring", first, 5, 1); err != nil {
		t.Fatal(err)
	}
	later := first
	later.Name, later.Follows = "second-table", exercise.Follows{Scenario: "first-table", Carries: []string{exercise.CarryText}}

	if _, err := h.goOn(later, "autumn"); err == nil || !strings.Contains(err.Error(), "spring") {
		t.Errorf("an exercise that is not there is refused with: %v", err)
	}
	if _, err := h.goOn(later, "spring"); err == nil || !strings.Contains(err.Error(), "once it has ended") {
		t.Errorf("an exercise that has not ended is refused with: %v", err)
	}
	chair, err := h.table("spring").Seat("chair")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []exercise.Command{
		exercise.Agree{},
		exercise.Start{},
		exercise.EnterPhase{Phase: exercise.Closing},
		exercise.EnterPhase{Phase: exercise.HotWash},
		exercise.End{},
	} {
		if _, err := chair.Submit(t.Context(), c); err != nil {
			t.Fatalf("%s: %v", exercise.CommandName(c), err)
		}
	}
	sc, err := h.goOn(later, "spring")
	if err != nil {
		t.Fatal(err)
	}
	if err := h.create(t.Context(), "autumn", sc, h.table("spring").State().Seed(), 1); err != nil {
		t.Fatal(err)
	}
	room := h.table("autumn").State().Room(exercise.TableRoom, nil)
	head := h.table("spring").Head()
	if room.Earlier == nil || room.Earlier.Exercise != "spring" || room.Earlier.Head != head.Hash.String() || room.Earlier.Acts != head.Seq+1 {
		t.Errorf("the session before is %+v, and its head %d %s", room.Earlier, head.Seq, head.Hash)
	}
	if got, want := h.table("autumn").State().Plan().Teams[0].Brief.Page.Value, format.Draw(first, 5).Teams[0].Brief.Page.Value; got != want {
		t.Errorf("another seed was drawn")
	}
}
