package transcript_test

import (
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
)

// studied is a play in which the delegates of some teams allow research, and
// the others do not; all answer a survey.
func studied(t *testing.T, allow ...exercise.SeatID) *play {
	p := newPlay(t, withAdviser, func(sc *exercise.Scenario) {
		sc.Study = exercise.Study{Name: "spring", Order: 2}
		sc.Survey = []exercise.Survey{{ID: "who", Ask: exercise.T("Who should decide?"), Low: exercise.T("one"), High: exercise.T("all")}}
	})
	for _, seat := range allow {
		p.do(seat, exercise.Agree{Research: "yes"})
	}
	p.negotiate()
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
	p.do("chair", exercise.EnterPhase{Phase: exercise.HotWash})
	for i, seat := range []exercise.SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"} {
		p.do(seat, exercise.AnswerSurvey{N: 1, Answer: 1 + i%5})
	}
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	return p
}

func TestResearch(t *testing.T) {
	p := studied(t, "meridia", "hydra", "forge", "lantern")
	golden(t, "research.csv", export(t, "research.csv", p.source("recorder")))
}

// Rows about people are those of people who allowed it.
func TestResearchIsAChoice(t *testing.T) {
	for _, c := range []struct {
		what   string
		allow  []exercise.SeatID
		teams  []string // that have rows
		tracks []string // that have rows of the whole track's voices
		survey int
	}{
		{"nobody allows it", nil, nil, nil, 0},
		{"one of two seats of Arcadia", []exercise.SeatID{"arcadia", "meridia"}, []string{"meridia"}, nil, 0},
		{"both of them", []exercise.SeatID{"arcadia", "arcadia-2", "meridia"}, []string{"arcadia", "meridia"}, []string{"government"}, 0},
		{"three people", []exercise.SeatID{"hydra", "forge", "plumb"}, []string{"forge", "hydra", "plumb"}, []string{"business"}, 3},
	} {
		rows := readCSV(t, export(t, "research.csv", studied(t, c.allow...).source("recorder")))
		var teams, tracks []string
		survey, whole := 0, false
		for _, r := range rows {
			if r["team"] != "" && !slices.Contains(teams, r["team"]) {
				teams = append(teams, r["team"])
			}
			if r["variable"] == "track_words_spoken" {
				tracks = append(tracks, r["track"])
			}
			survey += map[bool]int{true: 1}[strings.HasPrefix(r["variable"], "survey")]
			whole = whole || r["variable"] == "clause_agreed_after" && r["subject"] == "3"
			if r["study"] != "spring" || r["order"] != "2" || r["arm"] != "as written" || r["run"] != "demo" || r["figures_version"] == "" {
				t.Fatalf("%s: a row of no run: %v", c.what, r)
			}
		}
		slices.Sort(teams)
		if !slices.Equal(teams, c.teams) || !slices.Equal(tracks, c.tracks) || survey != c.survey || !whole {
			t.Errorf("%s: rows of %v, of tracks %v, %d answers, the table's rows: %v", c.what, teams, tracks, survey, whole)
		}
	}
}

// The last word counts, and a word said to nobody else is in no row.
func TestResearchCanBeTakenBack(t *testing.T) {
	p := studied(t, "hydra")
	text := export(t, "research.csv", p.source("recorder"))
	if !strings.Contains(text, ",hydra,") || strings.Contains(text, "token-") {
		t.Error("Hydra allowed it, and rows hold no words")
	}
	for _, r := range readCSV(t, text) {
		if r["subject"] == "3.1b/3" && r["variable"] == "stance" {
			t.Errorf("a confessional: %v", r)
		}
	}
	q := newPlay(t)
	q.do("hydra", exercise.Agree{Research: "yes"})
	q.do("hydra", exercise.Agree{Research: "no"})
	q.negotiate()
	q.finish()
	if strings.Contains(export(t, "research.csv", q.source("recorder")), ",hydra,") {
		t.Error("Hydra took it back")
	}
}
