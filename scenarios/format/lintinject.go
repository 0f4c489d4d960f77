package format

import "time"

// lintInjects finds injects that could never go out.
func (r *reader) lintInjects() {
	end := r.playEnds()
	for _, in := range r.scenario.Injects {
		at := r.places["inject "+string(in.ID)]
		if in.At >= end {
			r.warn(at.get("at"), "Bring it forward, or write `at: by hand`.", "inject %s comes at %s, and play ends at %s", in.ID, AtText(in.At), AtText(end))
		}
	}
}

// playEnds is the scenario time in ms at which the hot wash begins, and injects end.
func (r *reader) playEnds() int64 {
	t := r.scenario.Times
	return t.Briefing + ms(time.Duration(r.tableMinutes())*time.Minute) + t.Closing
}
