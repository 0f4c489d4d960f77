package plain

import (
	"testing"

	"kefi/exercise"
	"kefi/tui/words"
)

func TestCaucusesAreListedWithTheHonestSentence(t *testing.T) {
	v := norland()
	v.Room.Exercise.Retention = "90d"
	v.Own.Caucuses = []exercise.CaucusView{
		{ID: "C1", Members: []exercise.TeamID{"norland", "civnet"}, Since: 2 * minute, Until: 5 * minute},
		{
			ID: "C2", Members: []exercise.TeamID{"norland", "telvia"}, Invited: []exercise.TeamID{"civnet"}, Open: true,
			Since: 11 * minute, Until: 14 * minute, Draft: words.Phrase(`3.1: put "48" for "24"`), Signed: []exercise.TeamID{"telvia"},
			Lines: []exercise.Line{{No: "k1e1.1", Room: "caucus/norland+telvia", Wall: at("10:40"), Kind: "caucus", Team: "telvia", Seat: "telvia", Text: "Would 48 do?", Spoken: true}},
		},
		{ID: "C3", Members: []exercise.TeamID{"civnet"}, Asked: true},
		{ID: "C4", Clause: "3", Members: []exercise.TeamID{"norland", "civnet"}, Open: true},
	}
	got, err := Answer(nil, v, query(t, "caucus"), now)
	if err != nil {
		t.Fatal(err)
	}
	speakable(t, got)
	golden(t, "caucuses", got)
}

func TestQuorumTellsWhoOfWhom(t *testing.T) {
	v := norland()
	q := &v.Room.Quorum
	q.Tracks = []exercise.TrackQuorum{
		{Track: exercise.Kappa, Here: []exercise.TeamID{"norland"}},
		{Track: exercise.Epsilon, Away: []exercise.TeamID{"telvia"}},
	}
	q.Hinders, q.Until = words.Phrase("Telvia has been away for less than three minutes."), now+minute
	before, _ := Answer(nil, v, query(t, "quorum"), now)
	after, _ := Answer(nil, v, query(t, "quorum"), now+2*minute)
	if want := "Government: 1 of 1 here.\nBusiness: 0 of 1 here; away: Telvia.\nTelvia has been away for less than three minutes."; before != want {
		t.Errorf("got\n%s\nwant\n%s", before, want)
	}
	if want := "Government: 1 of 1 here.\nBusiness: 0 of 1 here; away: Telvia.\nDecisions can be taken."; after != want {
		t.Errorf("got\n%s\nwant\n%s", after, want)
	}
}
