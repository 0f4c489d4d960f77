package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// changed says what an author would miss who serves a scenario again under the
// name of an exercise that is there; nothing where there is nothing to say. An
// exercise keeps the text it began with, so that its record stays true.
func (s *serving) changed(h *house) string {
	state := h.table(s.name).State()
	plan := *state.Plan()
	if plan.Follows.Earlier.Exercise != "" {
		return "" // its text is what the earlier session left
	}
	sc, err := loadScenario(s.scenario)
	if err == nil && sc.Name != plan.Name {
		return fmt.Sprintf("The exercise %s was begun with the scenario %s and goes on with it. --name %s begins a new one.", s.name, plan.Name, h.free(s.name))
	}
	if err == nil && plan.Arm != "" {
		sc, err = exercise.Arm(sc, plan.Arm)
	}
	if err == nil && same(format.Draw(sc, state.Seed()), plan) {
		return ""
	}
	return fmt.Sprintf("The files of %s have changed since this exercise began; it goes on with the text it began with. --name %s begins a new one.", plan.Name, h.free(s.name))
}

// same compares what stands in a scenario's files; who decides, who chairs, who
// fills in and what study it is may have been asked for on the command line.
func same(a, b exercise.Scenario) bool {
	a.Procedure, a.Rules, a.Chairing, a.Robots, a.Study = b.Procedure, b.Rules, b.Chairing, b.Robots, b.Study
	x, wordsA := exercise.Bind(exercise.Begin{Scenario: a}, 0)
	y, wordsB := exercise.Bind(exercise.Begin{Scenario: b}, 0)
	return bytes.Equal(encoded(x), encoded(y)) && bytes.Equal(encoded(wordsA), encoded(wordsB))
}

// encoded is plain data, which always encodes.
func encoded(data any) []byte {
	b, _ := json.Marshal(data)
	return b
}

// free is the first name after this one that no exercise bears: sluice2.
func (h *house) free(name string) string {
	for n := 2; ; n++ {
		if x := fmt.Sprintf("%s%d", name, n); h.table(x) == nil {
			return x
		}
	}
}

// exerciseName is how an exercise is called after its scenario's folder or file.
func exerciseName(scenario string) string {
	name := filepath.Base(folderOf(scenario))
	return strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
}
