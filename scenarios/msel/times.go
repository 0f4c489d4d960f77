package msel

import (
	"fmt"
	"strings"

	"kefi/scenarios/format"
)

// times gives every row its scenario time. Times of day count from STARTEX, or
// from the earliest where that is not known. Each time that was guessed is told.
func (r *reading) times() error {
	base, err := r.startex()
	if err != nil {
		return err
	}
	guessed := base < 0
	elapsed := guessed && !r.offsets && r.elapsed()
	r.offsets = r.offsets || elapsed
	moments := make([]moment, len(r.rows))
	wall, offset, earliest := false, false, int64(-1)
	for i := range r.rows {
		m, ok := r.moment(&r.rows[i])
		if !ok {
			continue
		}
		moments[i], r.rows[i].at = m, m.ms
		if m.wall && (!wall || m.ms < earliest) {
			earliest = m.ms
		}
		wall, offset = wall || m.wall, offset || !m.wall
	}
	switch {
	case elapsed:
		r.guess("the times are read as times since STARTEX; if they are times of day, --startex 14:00 says when STARTEX is")
	case wall && guessed:
		r.guess("the earliest time of day is taken for STARTEX, T+0; --startex 14:00 names another")
		base = earliest
	case wall:
		base += earliest - earliest%dayLen
	}
	if wall && offset {
		r.guess("times of day and times since STARTEX stand side by side")
	}
	for i := range r.rows {
		x := &r.rows[i]
		if moments[i].wall {
			x.at -= base
		}
		if x.at < 0 && moments[i].wall {
			x.at = -1
			r.unclear(x.no, "%s is before STARTEX; the inject is sent by hand", r.written(x))
		} else if x.at >= 0 && (elapsed || guessed && moments[i].wall) {
			r.guess("row %d: %s is %s", x.no, r.written(x), format.AtText(x.at))
		}
	}
	return nil
}

// written is a row's time as it stands in the sheet.
func (r *reading) written(x *row) string {
	return strings.TrimSpace(oneLine(r.get(x, day) + " " + r.get(x, clock)))
}

// startex is the time of day of STARTEX in ms; -1 where nobody has said it.
func (r *reading) startex() (int64, error) {
	if r.plan.Startex == "" {
		return -1, nil
	}
	ms, ok := timeOfDay(strings.ToUpper(strings.TrimSpace(r.plan.Startex)))
	if !ok {
		return 0, fmt.Errorf("STARTEX cannot be at %q; write a time of day, such as 14:00", r.plan.Startex)
	}
	return ms, nil
}

// elapsed says that times such as 0:18 or 01:10:00 count from STARTEX: the
// first is in the hour from 0:00 on, or play lasts longer than any of them.
func (r *reading) elapsed() bool {
	first, last := int64(-1), int64(0)
	for i := range r.rows {
		x := &r.rows[i]
		text := r.get(x, clock)
		ms, _ := length(text, minute)
		switch m, ok := parseMoment(text); {
		case r.get(x, day) != "":
			return false
		case !ok || !m.wall:
			continue
		case !colons.MatchString(text):
			return false
		case first < 0:
			first = ms
		}
		last = max(last, ms)
	}
	return first >= 0 && (first < hour || last < r.plan.Length)
}
