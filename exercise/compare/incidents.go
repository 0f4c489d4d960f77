package compare

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
)

// incidents tells of those that reached the whole table when they came, and
// how long each answer took.
func (x *comparison) incidents() {
	x.heading(2, "Incidents")
	t := x.sides()
	for _, id := range x.injectIDs() {
		t.row(x.injectTitle(id), func(r run) string { return r.incident(id) })
	}
	t.put("Incident")
	if len(t.rows) == 0 {
		x.para("None reached the whole table.")
	}
	x.note("Times are of the story: since STARTEX, and from delivery to answer. Incidents that went to some only are not here.")
}

func (x *comparison) injectIDs() []exercise.InjectID {
	var ids []exercise.InjectID
	for _, r := range x.runs {
		for _, i := range r.figures.Incidents {
			if !slices.Contains(ids, i.Inject) {
				ids = append(ids, i.Inject)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

func (x *comparison) injectTitle(id exercise.InjectID) string {
	for _, p := range x.runs[0].State.Plan().Injects {
		if p.ID == id && !x.twins {
			return string(id) + ". " + p.Title.Value
		}
	}
	return string(id)
}

func (r run) incident(id exercise.InjectID) string {
	i := slices.IndexFunc(r.figures.Incidents, func(x figures.Incident) bool { return x.Inject == id })
	if i < 0 {
		return "did not come"
	}
	x := r.figures.Incidents[i]
	said := []string{"T+" + minutes(x.Story)}
	if x.Recalled {
		said = append(said, "recalled")
	}
	for _, a := range x.Answers {
		said = append(said, r.team(a.Team)+" after "+minutes(a.After))
	}
	if x.Asks && len(x.Answers) == 0 {
		said = append(said, "no answer")
	}
	return strings.Join(said, "; ")
}
