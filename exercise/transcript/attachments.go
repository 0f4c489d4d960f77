package transcript

import (
	"cmp"
	"path"
	"strings"

	"kefi/exercise"
)

// Attached is a file that came with an incident, as it is handed over.
type Attached struct {
	File string // in the tree: incidents/I4/map.txt
	Data []byte
}

// Attachments lists the files that the seat of the view may take: those of the
// incidents that have reached it and, for those who know the timeline, of what
// is still planned. While play has stopped there are none.
//
// A text bears the banner and its incident's mark at head and foot, and names
// people as all copies do; another format is as the scenario has it.
func Attachments(v *exercise.View) []Attached {
	if Stopped(v) != nil {
		return nil
	}
	var list []Attached
	taken := map[string]bool{} // labels: as `read` has it, the timeline's come first
	add := func(label, marking string, files []exercise.AttachmentView) {
		if taken[label] {
			return
		}
		taken[label] = true
		for _, a := range files {
			list = append(list, Attached{path.Join("incidents", label, a.Name), attached(v, a, marking)})
		}
	}
	for _, x := range v.Timeline() {
		add(string(x.ID), x.Marking, x.Attachments)
	}
	for _, x := range append(v.Room.Incidents[:len(v.Room.Incidents):len(v.Room.Incidents)], v.Own.Incidents...) {
		add(x.ID, x.Marking, x.Attachments)
	}
	return list
}

func attached(v *exercise.View, a exercise.AttachmentView, marking string) []byte {
	if !a.Shown() {
		return a.Data
	}
	names := renames(v.Room)
	frame := banner(names.in(v.Room.Exercise.Title))
	if mark := cmp.Or(marking, v.Room.Exercise.Marking); mark != "" {
		frame += " · " + mark
	}
	gap := "\n\n"
	if a.Type == "text/csv" { // a row of one cell
		frame, gap = `"`+strings.ReplaceAll(frame, `"`, `""`)+`"`, "\n"
	}
	return []byte(frame + gap + strings.TrimSuffix(names.in(a.Text), "\n") + gap + frame + "\n")
}
