package main

import (
	"encoding/json"
	"slices"
	"strings"

	"kefi/exercise"
)

// powerCut kills the server without a word and starts it again on the same
// data. Everybody finds everything as it was, but for what has to be different.
func (c *cast) powerCut() {
	c.Helper()
	before := c.views()
	c.server.kill()
	c.server.start("--seats", c.seats, "--acts-per-minute", "1000")
	c.connect()
	after, last := c.views(), c.lastBefore()
	for _, seat := range everybody {
		was, is := parseView(c, before[seat]), parseView(c, after[seat])
		c.clocksRest(seat, last, was.Room.Clocks, is.Room.Clocks)
		is.Room.Feed = c.withoutGap(seat, was.Room.Feed, is.Room.Feed)
		if a, b := unclocked(was), unclocked(is); a != b {
			c.Errorf("after the restart %s sees another exercise: %s", seat, difference(a, b))
		}
	}
	for seat := range c.stages {
		c.sitDownAt(seat)
	}
}

func parseView(c *cast, text string) *exercise.View {
	c.Helper()
	var v exercise.View
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		c.Fatal(err)
	}
	return &v
}

// lastBefore is the act that came last before the power failed.
func (c *cast) lastBefore() exercise.Act {
	c.Helper()
	a := c.archive()
	defer a.close()
	for i, act := range slices.Backward(a.acts) {
		if _, restarts := act.Command.(exercise.Restart); restarts {
			return a.acts[i-1]
		}
	}
	c.Fatal("no restart is on record")
	return exercise.Act{}
}

// clocksRest: both clocks stand where the last act left them, which may be one
// that this seat's room was not shown.
func (c *cast) clocksRest(seat exercise.SeatID, last exercise.Act, was, is exercise.Clocks) {
	c.Helper()
	want := was
	want.Wall, want.ScenarioRunning, want.TableRunning = is.Wall, false, false
	want.Scenario, want.Table = last.Scenario, last.Table
	want.ScenarioWhy, want.TableWhy = exercise.PausedRestart, exercise.PausedRestart
	if is != want || is.Wall <= last.Wall {
		c.Errorf("the clocks of %s are %+v, they were %+v, and %+v at act %d", seat, is, was, want, last.Seq)
	}
}

// withoutGap takes off what the one act of the restart says: how long the
// server was away, and that the clocks stand.
func (c *cast) withoutGap(seat exercise.SeatID, was, is []exercise.Line) []exercise.Line {
	c.Helper()
	added := is[min(len(was), len(is)):]
	if len(added) != 3 || !strings.HasPrefix(added[0].Text, "The server was away for ") {
		c.Errorf("the restart told %s: %s", seat, printJSON(added))
	}
	for _, l := range added {
		if l.Kind != "clock" || l.Wall != added[0].Wall {
			c.Errorf("the restart told %s besides: %s", seat, printJSON(l))
		}
	}
	return is[:len(is)-len(added)]
}

// unclocked is a view without its clocks and without who is connected.
func unclocked(v *exercise.View) string {
	v.Room.Clocks, v.Room.Quorum = exercise.Clocks{}, exercise.QuorumView{}
	for i := range v.Room.Staff {
		v.Room.Staff[i].Via = ""
	}
	for i := range v.Room.Teams {
		team := &v.Room.Teams[i]
		team.Presence, team.AbsentSince, team.Acting = "", 0, ""
		for k := range team.Seats {
			team.Seats[k].Via = ""
		}
	}
	if c := v.Own.Chair; c != nil { // who is here, and that the clocks wait
		c.Silent, c.Suggest, c.Verb, c.Words, v.Own.Do = nil, exercise.Phrase{}, "", exercise.Phrase{}, exercise.Phrase{}
	}
	if c := v.Own.Control; c != nil {
		c.Next = exercise.Phrase{}
	}
	return printJSON(v)
}

// difference is the first line in which two texts differ, with its surroundings.
func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			from := max(0, i-5)
			return "\n" + strings.Join(x[from:i+1], "\n") + "\nbecame\n" + strings.Join(y[from:i+1], "\n")
		}
	}
	return "one is longer"
}
