package compare

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript"
)

// Run is one recorded exercise.
type Run struct {
	Name  string // as it is told from the others
	Acts  []exercise.Act
	State exercise.State // after the last of them
}

// run is one as it is compared.
type run struct {
	Run
	room    *exercise.RoomView
	figures figures.Figures
	zone    *time.Location
}

func open(r Run) run {
	room := r.State.Room(exercise.TableRoom, nil)
	zone, err := time.LoadLocation(room.Exercise.Zone)
	if err != nil {
		zone = time.UTC
	}
	return run{r, room, figures.Of(r.Acts).Public(), zone}
}

func (r run) clock(wall int64) string {
	if wall == 0 {
		return ""
	}
	return time.UnixMilli(wall).In(r.zone).Format("15:04")
}

func (r run) clause(id exercise.ClauseID) (exercise.ClauseView, bool) {
	for _, c := range r.room.Clauses {
		if c.ID == id {
			return c, true
		}
	}
	return exercise.ClauseView{}, false
}

// agreed is a clause's text where it is agreed, a line a paragraph.
func (r run) agreed(id exercise.ClauseID) string {
	c, ok := r.clause(id)
	if !ok || !c.State.Agreed() {
		return ""
	}
	var paras []string
	for _, p := range c.Paras {
		paras = append(paras, string(p.ID)+" "+p.Text(exercise.InBrackets))
	}
	return strings.Join(paras, "\n")
}

func (r run) team(id exercise.TeamID) string {
	for _, t := range r.room.Teams {
		if t.ID == id {
			return t.Name + " (" + string(t.Track) + ")"
		}
	}
	return string(id)
}

func (r run) teams(ids []exercise.TeamID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = r.team(id)
	}
	return strings.Join(names, ", ")
}

// scripted lists the teams that a script played.
func (r run) scripted() string {
	var names []string
	for _, t := range r.room.Teams {
		if t.Scripted != "" {
			names = append(names, t.Name)
		}
	}
	return cmp.Or(strings.Join(names, ", "), "none")
}

// side is what a run is compared for: its procedure and arm.
func (r run) side() string {
	return r.room.Exercise.Procedure + ", " + cmp.Or(r.State.Plan().Arm, "as written")
}

func (r run) outcome() string {
	if r.room.Closing == nil {
		return "not closed: " + string(r.room.Phase)
	}
	return r.room.Closing.Outcome.String()
}

// kin says what two scenarios are to each other; an error is why they are not
// to be compared.
func kin(a, b *exercise.Scenario) (twins bool, err error) {
	switch {
	case a.Name == b.Name:
		return false, nil
	case a.TwinOf == b.Name, b.TwinOf == a.Name, a.TwinOf != "" && a.TwinOf == b.TwinOf:
		return true, nil
	}
	return false, fmt.Errorf("%s and %s are different scenarios: their clauses and incidents mean different things, and nothing can be set side by side. "+
		"Runs of one scenario can, and those of twins", a.Name, b.Name)
}

func banner(runs []run) string {
	titles := runs[0].room.Exercise.Title
	for _, r := range runs[1:] {
		if t := r.room.Exercise.Title; !strings.Contains(titles, t) {
			titles += " and " + t
		}
	}
	return transcript.Banner(titles)
}
