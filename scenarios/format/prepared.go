package format

import (
	"regexp"
	"strings"

	"kefi/exercise"
)

var preparedForm = regexp.MustCompile(`^Q[1-9][0-9]{0,2}$`)

// readPrepared reads answers that wait for their question to the world.
func (r *reader) readPrepared(o object) {
	personas := each(r.scenario.Personas, func(x exercise.Persona) string { return x.Name })
	var taken []string
	for _, n := range r.items(o, "prepared") {
		e := as[preparedShape](r, n, "a prepared answer")
		x := exercise.Prepared{ID: e.numbered("prepared answer", preparedForm, "Q1, Q2 … up to Q999.", taken)}
		taken = append(taken, x.ID)
		x.From = e.oneOf("from", "Personas", personas)
		for _, about := range e.texts("about") {
			x.About = append(x.About, strings.ToLower(about.Value))
		}
		if len(x.About) == 0 {
			r.fail(codeMissing, e.node, "Words of which one stands in the question: about: [pumps, water pressure].", "about is missing in %s", e.what)
		}
		for _, team := range e.names("teams", "team", "Teams", r.names.teams) {
			x.Teams = append(x.Teams, exercise.TeamID(team))
		}
		x.Answer = e.words("answer")
		x.Release = e.release()
		r.scenario.Prepared = append(r.scenario.Prepared, x)
	}
}
