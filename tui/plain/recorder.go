package plain

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// find reads the entries that hold what is sought.
func (r *reply) find(v *exercise.View, sought string) {
	found := v.Find(sought)
	r.data = found
	if len(found) == 0 {
		r.text.say("No entry holds “%s”", sought)
		return
	}
	r.text.say("%s", words.Counted(len(found), "%d entry holds “%s”", "%d entries hold “%s”", sought))
	for _, l := range found {
		r.text.say("%s", Line(r.text.lang, v, l))
	}
}

// check reads what the recorder has to look at before the minutes are handed
// over, then what has been looked at.
func (r *reply) check(v *exercise.View) {
	var open, settled []exercise.CheckView
	if v.Own.Recorder != nil {
		for _, x := range v.Own.Recorder.Checks {
			if x.Settled {
				settled = append(settled, x)
			} else {
				open = append(open, x)
			}
		}
	}
	r.data = append(open[:len(open):len(open)], settled...)
	if len(open) == 0 {
		r.text.say("There is nothing to check")
	}
	for i, x := range open {
		r.text.say("%d of %d. %s", i+1, len(open), x.Text)
		switch {
		case x.Waits && x.Verb == "":
			r.text.say("It goes by itself")
		case x.Waits:
			r.text.say("Type: %s", x.Verb)
		case x.Verb != "":
			r.text.say("Type: %s; or: %s", x.Verb, "settle "+x.ID)
		default:
			r.text.say("When you have looked at it: %s", "settle "+x.ID)
		}
	}
	for _, x := range settled {
		r.text.say("Settled: %s", x.Text)
	}
}
