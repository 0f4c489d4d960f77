package transcript_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/paper"
)

// stressed is a closed play of a scenario that held two incidents back.
func stressed(t *testing.T, change ...func(*exercise.Scenario)) *play {
	p := newPlay(t, append(change, func(sc *exercise.Scenario) {
		sc.Stress = []exercise.StressTest{
			{ID: "S1", Title: exercise.T("A night"), Body: exercise.T("=It is three in the morning."), Asks: exercise.T("Who is called?"), Probes: []exercise.ClauseID{"3"}, Look: []exercise.Text{exercise.T("A number.")}},
			{ID: "S2", Title: exercise.T("A bill"), Body: exercise.T("Somebody asks who pays.")},
		}
		sc.Injects[2].Probes = []exercise.ClauseID{"1"} // I3, which is never sent
		sc.Injects[0].Probes = []exercise.ClauseID{"3"} // I1, which is
	})...)
	p.negotiate()
	p.finish()
	return p
}

func TestBlind(t *testing.T) {
	golden(t, "blind.md", export(t, "blind", stressed(t).source("recorder")))
}

// Raters are told nothing of how the text came about.
func TestBlindSaysNothingOfTheRun(t *testing.T) {
	p := stressed(t, func(sc *exercise.Scenario) {
		sc.Arm, sc.Study = exercise.SixGovernments, exercise.Study{Name: "spring-study", Order: 2}
	})
	s := p.source("recorder")
	var sheet, doc bytes.Buffer
	check(t, transcript.StressSheet(&sheet, s))
	check(t, paper.MD(&doc, transcript.StressDocument(s)))
	for what, text := range map[string]string{"the text": export(t, "blind", s), "the sheet": sheet.String(), "the document": doc.String()} {
		if !strings.Contains(text, "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events") || !strings.Contains(text, s.BlindID()) {
			t.Errorf("%s says not what it is", what)
		}
		for _, word := range []string{"demo", "six-governments", "spring-study", "lateral", "consultative", "2026", "September", "Arcadia", "arcadia", "Hydra", "Record of", "ab000"} {
			if strings.Contains(text, word) {
				t.Errorf("%s says %s", what, word)
			}
		}
	}
}

func TestBlindNumbersTellTextsApart(t *testing.T) {
	p, q := stressed(t), stressed(t)
	if p.source("recorder").BlindID() != q.source("chair").BlindID() {
		t.Error("the same record has two numbers")
	}
	r := &play{t: t, s: exercise.New(), now: morning + 1}
	act, err := exercise.Decide(r.s, "", r.now, exercise.Begin{Name: "demo", Scenario: harbour(), Seed: 7, Version: "0.1.0"})
	check(t, err)
	r.s, r.acts = exercise.Evolve(r.s, act), []exercise.Act{act}
	if r.source("recorder").BlindID() == p.source("recorder").BlindID() {
		t.Error("two records have one number")
	}
}

func TestStressSheet(t *testing.T) {
	s := stressed(t).source("recorder")
	var sheet bytes.Buffer
	check(t, transcript.StressSheet(&sheet, s))
	golden(t, "stress.csv", sheet.String())
	var rows []string
	for _, r := range readCSV(t, sheet.String()) {
		rows = append(rows, r["incident"]+" x "+r["clause"]+" "+r["probed"])
		if r["who_must_act"]+r["by_when"]+r["who_pays"]+r["rater"] != "" {
			t.Errorf("the raters' cells are filled in: %v", r)
		}
	}
	want := []string{"S1 x 1 no", "S1 x 3 yes", "S2 x 1 no", "S2 x 3 no"}
	if !slices.Equal(rows, want) {
		t.Errorf("rows %v, want %v", rows, want)
	}
}

func TestStressDocument(t *testing.T) {
	var doc bytes.Buffer
	check(t, paper.MD(&doc, transcript.StressDocument(stressed(t).source("recorder"))))
	golden(t, "stress.md", doc.String())
}

// Where the scenario held nothing back, what was never sent takes its place.
func TestStressByWhatWasNeverSent(t *testing.T) {
	s := stressed(t).source("recorder")
	s.State.Plan().Stress = nil
	if list := s.HeldBack(); len(list) != 1 || list[0].ID != "I3" {
		t.Errorf("%+v", list)
	}
}

// Where nothing was agreed the incidents are held against that.
func TestStressWithoutAText(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) {
		sc.Stress = []exercise.StressTest{{ID: "S1", Title: exercise.T("A night"), Body: exercise.T("It is dark.")}}
	})
	var sheet bytes.Buffer
	check(t, transcript.StressSheet(&sheet, p.source("recorder")))
	if rows := readCSV(t, sheet.String()); len(rows) != 1 || rows[0]["clause_title"] != "nothing is agreed" {
		t.Errorf("%v", rows)
	}
}
