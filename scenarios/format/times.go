package format

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"kefi/exercise"
)

var itemKinds = []string{string(exercise.Openings), string(exercise.FirstReading), string(exercise.SecondReading), string(exercise.Suspension), string(exercise.StakeholderSlot), string(exercise.Endgame)}

var floorModes = []string{exercise.ModeRounds, exercise.ModeQueue, exercise.ModeOpen, exercise.ModeClosed}

// readAgenda reads the items of the table phase in order.
func (r *reader) readAgenda(o object) {
	items := o.list("agenda")
	if len(items) == 0 {
		r.fail(codeMissing, o.node, "", "the agenda is missing in the scenario")
	}
	var taken []string
	for _, n := range items {
		e := as[itemShape](r, n, "an agenda item")
		item := exercise.AgendaItem{}
		if name := e.need("name"); name != nil {
			item.Name = name.value
			e.what = "agenda item " + name.value
			switch {
			case !idForm.MatchString(name.value) && !clauseForm.MatchString(name.value):
				r.fail(codeValue, name, "What the chair types after `item`: 3, first-reading, endgame.", "%q cannot be the name of an agenda item", name.value)
			case slices.Contains(taken, name.value):
				r.fail(codeTwice, name, "Give one of them another name.", "agenda item %q is there twice", name.value)
			}
			taken = append(taken, name.value)
		}
		item.Kind = exercise.ItemKind(e.one("kind", itemKinds...))
		for _, c := range e.names("clauses", "clause", "Clauses", r.names.clauses) {
			item.Clauses = append(item.Clauses, exercise.ClauseID(c))
		}
		if item.Kind == exercise.SecondReading && len(e.list("clauses")) == 0 {
			r.fail(codeMissing, n, suggest("", "Clauses", r.names.clauses), "%s reads no clause", e.what)
		}
		item.Minutes = e.count("minutes")
		if e.get("mode") != nil {
			item.Mode = e.one("mode", floorModes...)
		}
		r.scenario.Agenda = append(r.scenario.Agenda, item)
	}
	r.checkAgenda(o)
}

// checkAgenda warns of clauses that nobody would come to.
func (r *reader) checkAgenda(o object) {
	read := map[exercise.ClauseID]bool{}
	for _, item := range r.scenario.Agenda {
		for _, c := range item.Clauses {
			read[c] = true
		}
	}
	at := o.get("agenda")
	for _, c := range r.names.clauses {
		if at != nil && !read[exercise.ClauseID(c)] {
			r.add(codeAgenda, Warn, at.src, at.line, at.col, 1, fmt.Sprintf("clause %s is read by no item of the agenda", c), "Add it to a second reading.")
		}
	}
}

// readTimes reads durations; what a scenario leaves out has the table's usual length.
func (r *reader) readTimes(o object) {
	t := &r.scenario.Times
	fields := []struct {
		name  string
		to    *int64
		usual time.Duration
	}{
		{"briefing", &t.Briefing, 0},
		{"closing", &t.Closing, 5 * time.Minute},
		{"hot-wash", &t.HotWash, 15 * time.Minute},
		{"turn", &t.Turn, 75 * time.Second},
		{"gavel", &t.Gavel, 30 * time.Second},
		{"wait", &t.Wait, time.Minute},
		{"put", &t.Put, 2 * time.Minute},
		{"settle", &t.Settle, 15 * time.Second},
		{"reading", &t.Reading, 0},
		{"order", &t.Order, time.Minute},
		{"reflect", &t.Reflect, 90 * time.Second},
		{"slot", &t.Slot, 0},
	}
	for _, f := range fields {
		*f.to = f.usual.Milliseconds()
	}
	n := o.get("times")
	if n == nil || n.kind == empty {
		return
	}
	e := as[timesShape](r, n, "times")
	for _, f := range fields {
		if e.get(f.name) != nil {
			*f.to = e.duration(f.name)
		}
	}
}

var durationForm = regexp.MustCompile(`^([0-9]{1,3}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$`)

// parseDuration reads 90s, 6m, 1h30m or 0 as milliseconds.
func parseDuration(s string) (int64, bool) {
	if s == "0" {
		return 0, true
	}
	if s == "" || !durationForm.MatchString(s) {
		return 0, false
	}
	d, err := time.ParseDuration(s)
	return d.Milliseconds(), err == nil
}

// duration reads a length of time that must be there.
func (o object) duration(key string) int64 {
	n := o.need(key)
	if n == nil {
		return 0
	}
	ms, ok := parseDuration(n.value)
	switch {
	case strings.HasPrefix(n.value, "-"):
		o.fail(codeValue, n, "Times run forward: 90s, 6m, 1h30m.", "%s in %s is negative", key, o.what)
	case !ok:
		o.fail(codeValue, n, "Write 90s, 6m or 1h30m.", "%s in %s cannot be %q", key, o.what, n.value)
	}
	return ms
}

const byHand = -1

// storyTime reads T+25m, a moment after STARTEX.
func (o object) storyTime(key string) int64 {
	n := o.need(key)
	if n == nil {
		return byHand
	}
	rest, plus := strings.CutPrefix(n.value, "T+")
	ms, ok := parseDuration(rest)
	switch {
	case strings.HasPrefix(n.value, "T-"), strings.HasPrefix(rest, "-"):
		o.fail(codeContradiction, n, "Scenario time starts with STARTEX at T+0.", "%s comes before the exercise", o.what)
	case !plus || !ok:
		o.fail(codeValue, n, "Write T+25m, by hand, item 3, or off timeline.", "%s cannot come at %q", o.what, n.value)
	}
	return ms
}

// AtText writes a scenario time in ms as authors do: T+1h30m, or by hand.
func AtText(at int64) string {
	if at < 0 {
		return "by hand"
	}
	return "T+" + LengthText(at)
}

// LengthText writes a length of time in ms as authors do: 90s, 6m, 1h30m, 0.
// What is less than a second is left out.
func LengthText(ms int64) string {
	seconds := ms / 1000
	text := ""
	for _, unit := range []struct {
		length int64
		sign   string
	}{{3600, "h"}, {60, "m"}, {1, "s"}} {
		if n := seconds / unit.length; n > 0 {
			text += strconv.FormatInt(n, 10) + unit.sign
			seconds -= n * unit.length
		}
	}
	return cmp.Or(text, "0")
}
