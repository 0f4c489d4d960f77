package format

import (
	"strconv"

	"kefi/exercise"
)

// readEffect reads when the adopted text takes effect; it may be missing.
func (r *reader) readEffect(o object) {
	n := o.get("effect")
	if n == nil {
		return
	}
	e := as[effectShape](r, n, "effect")
	effect := &r.scenario.Effect
	if per := e.scalar("per-track"); per != nil {
		most := 0
		for _, t := range exercise.Tracks() {
			most = max(most, r.teamsIn(t))
		}
		v, err := strconv.Atoi(per.value)
		if err != nil || v < 1 || v > max(most, 1) {
			r.fail(codeValue, per, "A whole number, at most the teams of a track.", "per-track in effect cannot be %q", per.value)
			return
		}
		effect.PerTrack = v
	}
	for _, id := range e.names("teams", "team", "Teams", r.names.teams) {
		effect.Teams = append(effect.Teams, exercise.TeamID(id))
	}
	effect.Signed = e.flag("signed")
}
