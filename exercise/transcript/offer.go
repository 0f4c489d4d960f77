package transcript

import (
	"path"
	"slices"
	"strings"

	"kefi/exercise"
)

// Find gives the export of that name or file, in any case; a kind of file, such
// as csv, names the first of that kind.
func Find(word string) (Export, bool) {
	word = strings.ToLower(word)
	list := Exports()
	for _, is := range []func(Export) bool{
		func(e Export) bool { return word == e.Name || word == strings.ToLower(e.File) },
		func(e Export) bool { return word == e.Kind() },
	} {
		if i := slices.IndexFunc(list, is); i >= 0 {
			return list[i], true
		}
	}
	return Export{}, false
}

// Offered lists what a seat may take, now or later.
func Offered(own *exercise.OwnView) []Export {
	return slices.DeleteFunc(Exports(), func(e Export) bool { return !e.May(own) })
}

// May says whether the export is one for that seat at all.
func (e Export) May(own *exercise.OwnView) bool {
	if e.Who == nil {
		return own.Has(exercise.Recorder)
	}
	return e.Who(own)
}

// NotNow says why the seat whose view it is cannot have the export now. It is
// a *exercise.Refusal, or nil.
func (e Export) NotNow(v *exercise.View) error {
	switch stopped := Stopped(v); {
	case stopped != nil:
		return stopped
	case !e.May(v.Own) && e.Who == nil:
		return exercise.Refuse(exercise.ErrRole, "Only the recorder takes %s; `export md` gives you your copy of the minutes.", e.File)
	case !e.May(v.Own):
		return exercise.Refuse(exercise.ErrRole, "%s is not for your seat; `export` lists what is.", e.File)
	case e.Closed && v.Room.Phase != exercise.Closed:
		return exercise.Refuse(exercise.ErrNotNow, "%s leaves once the exercise is closed; this is the %s. `export md` gives you the minutes so far.", e.File, v.Room.Phase)
	case e.Ended && !v.Room.Phase.Ended():
		return exercise.Refuse(exercise.ErrNotNow, "%s is ready at ENDEX; this is the %s. `export md` gives you the minutes so far.", e.File, v.Room.Phase)
	case e.Named && v.Room.Exercise.Naming != exercise.Named:
		return exercise.Refuse(exercise.ErrNotNow, "%s cannot be written without names, and the minutes of this exercise are. "+
			"`export md` gives the minutes, `export events.jsonl` the table's entries; `names named`, of which the table is told, opens it.", e.File)
	}
	return nil
}

// Stopped is the refusal of every copy while play has stopped for the real
// world, or nil.
func Stopped(v *exercise.View) error {
	if !v.Room.RealWorld {
		return nil
	}
	return exercise.Refuse(exercise.ErrNotNow, "REAL WORLD - NOT EXERCISE. Play has stopped. Stay connected and wait for control.")
}

// Says tells in a sentence what it is, whose, and when.
func (e Export) Says() string {
	says := strings.ToUpper(e.Help[:1]) + e.Help[1:]
	switch {
	case e.Who == nil && e.Closed:
		return says + ", for the recorder, once the exercise is closed."
	case e.Who == nil:
		return says + ", for the recorder."
	case e.Ended:
		return says + ", from ENDEX on."
	case e.Closed:
		return says + ", once the exercise is closed."
	}
	return says + "."
}

// Kind is what the file's name ends in: "docx".
func (e Export) Kind() string { return strings.TrimPrefix(path.Ext(e.File), ".") }

// Text says whether the file is text, which a terminal can show.
func (e Export) Text() bool {
	return e.Readable() || slices.Contains([]string{"jsonl", "json", "html", "xml", "cast"}, e.Kind())
}

// Readable says whether people read the file as it stands.
func (e Export) Readable() bool {
	return slices.Contains([]string{"md", "txt", "csv", "ics"}, e.Kind())
}

// Group gathers exports by what they are good for.
type Group string

// The groups, in the order of Groups.
const (
	Documents Group = "To read and file"
	Tables    Group = "For a spreadsheet or a calendar"
	Data      Group = "For programs"
)

// Groups lists them.
func Groups() []Group { return []Group{Documents, Tables, Data} }

// Group is that of the export.
func (e Export) Group() Group {
	switch e.Kind() {
	case "md", "txt", "docx", "html", "pdf":
		return Documents
	case "csv", "ics":
		return Tables
	}
	return Data
}
