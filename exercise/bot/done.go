package bot

import "kefi/exercise"

// done is what a player has done and does not do again. The zero value is
// nothing.
type done struct{ what map[string]bool }

// once is true the first time it is asked about something.
func (d *done) once(what string) bool {
	if d.what[what] {
		return false
	}
	if d.what == nil {
		d.what = map[string]bool{}
	}
	d.what[what] = true
	return true
}

// sign signs an adopted text for the head's team.
func (d *done) sign(v *exercise.View) exercise.Command {
	if v.Room.Closing == nil || !v.Room.Closing.Adopted || !v.Own.Head {
		return nil
	}
	for _, s := range v.Room.Closing.Signatures {
		if s.Team == v.Own.Team && s.How == "" && d.once("sign") {
			return exercise.Sign{}
		}
	}
	return nil
}
