package format

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kefi/exercise"
	"kefi/exercise/when"
)

// lintInjects finds injects that could never go out.
func (r *reader) lintInjects() {
	end := PlayEnds(r.scenario)
	personas := each(r.scenario.Personas, func(x exercise.Persona) string { return x.Name })
	for _, in := range r.scenario.Injects {
		at := r.places["inject "+string(in.ID)]
		if in.At >= end {
			r.warn(codeTooLate, at.get("at"), "Bring it forward, or write `at: by hand`.", "inject %s comes at %s, and play ends at %s", in.ID, AtText(in.At), AtText(end))
		}
		if best := nearest(in.From, personas); best != "" && distance(best, in.From) <= 2 && !slices.Contains(personas, in.From) {
			r.warn(codeSender, at.get("from"), suggest(in.From, "Personas", personas), "%q, from whom inject %s comes, is almost a persona's name", in.From, in.ID)
		}
	}
}

// PlayEnds is the scenario time in ms at which the hot wash begins, and injects end.
func PlayEnds(s exercise.Scenario) int64 {
	return s.Times.Briefing + ms(time.Duration(TableMinutes(s))*time.Minute) + s.Times.Closing
}

// checkChains finds injects that wait for each other, and warns of those that
// wait for what never goes out: unless a hand sends one of them, none does.
func (r *reader) checkChains() {
	goes, told := r.goingOut(), map[exercise.InjectID]bool{}
	blocked := map[exercise.InjectID][]exercise.InjectID{}
	for _, in := range r.scenario.Injects {
		if !goes[in.ID] {
			blocked[in.ID] = slices.DeleteFunc(waitsFor(in), func(id exercise.InjectID) bool { return goes[id] })
		}
	}
	for _, in := range r.scenario.Injects {
		if goes[in.ID] || told[in.ID] {
			continue
		}
		at := r.places["inject "+string(in.ID)]
		trigger := cmp.Or(at.get("when"), at.get("returns"))
		waits, circle := blocked[in.ID], circleOf(in.ID, blocked)
		switch {
		case len(circle) > 0:
			for _, id := range circle {
				told[id] = true
			}
			r.fail(codeCircle, trigger, "Give one of them a time.", "%s", inCircle(circle))
		case len(waits) > 0:
			r.warn(codeChain, trigger, "Give the first of them a time.", "inject %s waits for %s, and nothing sends that", in.ID, waits[0])
		case r.lint != nil && !neverSo(in):
			r.warn(codeTooLate, trigger, "", "inject %s waits for what cannot be before play ends at %s", in.ID, AtText(PlayEnds(r.scenario)))
		}
	}
}

// circleOf is the shortest way from an inject back to itself by what each waits
// for, or nothing.
func circleOf(id exercise.InjectID, waits map[exercise.InjectID][]exercise.InjectID) []exercise.InjectID {
	ways, been := [][]exercise.InjectID{{id}}, map[exercise.InjectID]bool{}
	for len(ways) > 0 {
		way := ways[0]
		ways = ways[1:]
		for _, next := range waits[way[len(way)-1]] {
			if next == id {
				return way
			}
			if !been[next] {
				been[next] = true
				ways = append(ways, append(slices.Clip(way), next))
			}
		}
	}
	return nil
}

// inCircle says who waits for whom: "inject I2 waits for I3, I3 for I2".
func inCircle(circle []exercise.InjectID) string {
	if len(circle) == 1 {
		return "inject " + string(circle[0]) + " waits for itself"
	}
	var b strings.Builder
	for i, id := range circle {
		next := string(circle[(i+1)%len(circle)])
		if i == 0 {
			b.WriteString("inject " + string(id) + " waits for " + next)
			continue
		}
		b.WriteString(", " + string(id) + " for " + next)
	}
	return b.String() + ": none of them goes out"
}

// neverSo: its condition can never hold, which is said of the condition.
func neverSo(in exercise.Inject) bool {
	x, err := when.Parse(in.When)
	_, never := x.Certain()
	return err != nil || never
}

// goingOut finds the injects that may go out, from those that wait for nobody
// to those that wait for them. What waits for a hand may. One that waits is
// looked at again only when something that it waits for has been found.
func (r *reader) goingOut() map[exercise.InjectID]bool {
	goes, had := map[exercise.InjectID]bool{}, map[exercise.InjectID]int{}
	limits := when.Limits{
		Minutes: int(PlayEnds(r.scenario) / ms(time.Minute)),
		Never: func(fact, arg string) bool {
			return (fact == "delivered" || fact == "answered") && !goes[exercise.InjectID(arg)]
		},
	}
	for more := true; more; {
		more = false
		for _, in := range r.scenario.Injects {
			has := 1
			for _, id := range waitsFor(in) {
				if goes[id] {
					has++
				}
			}
			if goes[in.ID] || had[in.ID] == has || in.Copycat.Of != "" && !goes[in.Copycat.Of] {
				continue
			}
			had[in.ID] = has
			if x, err := when.Parse(in.When); in.When == "" || err != nil || x.Possible(limits) {
				goes[in.ID], more = true, true
			}
		}
	}
	return goes
}

// waitsFor lists the injects that one names in its trigger.
func waitsFor(in exercise.Inject) (list []exercise.InjectID) {
	if in.Copycat.Of != "" {
		list = append(list, in.Copycat.Of)
	}
	x, err := when.Parse(in.When)
	if in.When == "" || err != nil {
		return list
	}
	for _, n := range x.Names() {
		if id := exercise.InjectID(n.Name); n.Kind == when.Inject && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}
