package format

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
)

// wordsToTranslate: shorter texts may be the same in two languages.
const wordsToTranslate = 3

// learnOriginal takes the texts of the scenario that this one translates.
func (r *reader) learnOriginal() {
	original, ok := r.lint.find(r.scenario.TranslationOf)
	if !ok {
		return
	}
	r.lint.original = map[string]bool{}
	rewrite(original, func(text string) string {
		if len(strings.Fields(text)) >= wordsToTranslate {
			r.lint.original[text] = true
		}
		return text
	})
}

// lintTwin finds where a twin's stakes or shape differ from the other's.
func (r *reader) lintTwin() {
	other, ok := r.lint.find(r.scenario.TwinOf)
	if !ok {
		return
	}
	at := r.places["the scenario"].get("twin-of")
	mine, theirs := surfaceless(r.scenario), surfaceless(other)
	for i := range max(len(mine), len(theirs)) {
		switch {
		case i >= len(mine):
			r.warn(codeTwin, at, "", "%s has %s, and this scenario has not", r.scenario.TwinOf, theirs[i])
		case i >= len(theirs):
			r.warn(codeTwin, at, "", "this scenario has %s, and %s has not", mine[i], r.scenario.TwinOf)
		case mine[i] != theirs[i]:
			r.warn(codeTwin, at, "Twins differ in their surface only.", "this scenario has %s where %s has %s", mine[i], r.scenario.TwinOf, theirs[i])
			return
		}
	}
}

// surfaceless tells a scenario without its words: its teams, its points and
// its stakes, in order.
func surfaceless(s exercise.Scenario) (parts []string) {
	for i, t := range s.Teams {
		parts = append(parts, fmt.Sprintf("a %s team in place %d", t.Track.Word(), i+1))
	}
	for _, c := range s.Clauses {
		parts = append(parts, fmt.Sprintf("clause %s with %s", c.ID, plural(len(c.Paras), "paragraph")))
	}
	for i, t := range s.Teams {
		if t.Stakes == nil {
			parts = append(parts, fmt.Sprintf("no stakes for team %d", i+1))
			continue
		}
		parts = append(parts, fmt.Sprintf("a no-agreement value of %d for team %d", t.Stakes.NoAgreement, i+1))
		for _, p := range sortedStakes(t.Stakes.Points) {
			parts = append(parts, fmt.Sprintf("%v for %s to team %d", p.Worth, p.Point, i+1))
		}
		for _, c := range t.Stakes.Clauses {
			parts = append(parts, fmt.Sprintf("%d for clause %s to team %d", c.Agreed, c.Clause, i+1))
		}
	}
	return parts
}

func sortedStakes(points []exercise.PointStake) []exercise.PointStake {
	points = slices.Clone(points)
	slices.SortFunc(points, func(a, b exercise.PointStake) int { return strings.Compare(string(a.Point), string(b.Point)) })
	return points
}
