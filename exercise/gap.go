package exercise

import "slices"

// gapUnit is how many parts of a point the policy gap is reckoned in: one an
// hour's pace is one part a minute, and nothing is ever rounded away.
const gapUnit = 60

// gap is a Gap as it stands. Its level holds at a scenario minute; after that
// it rises by its pace.
type gap struct {
	Gap
	level   int   // in parts of a point, 0 to 100 points
	minute  int64 // of scenario time
	counted []ClauseID
	changes []gapChange
}

type gapChange struct {
	clause   ClauseID
	by, to   int // points
	wall     int64
	scenario int64
}

func (g Gap) none() bool { return g.Name == "" && g.Pace == 0 && g.Start == 0 && len(g.Weights) == 0 }

// levelAt is the level at a scenario time at or after its minute.
func (g gap) levelAt(scenario int64) int {
	passed := max(scenario/minute-g.minute, 0)
	if passed > 100*gapUnit {
		passed = 100 * gapUnit // no pace takes longer
	}
	return min(g.level+int(passed)*g.Pace, 100*gapUnit)
}

// at is the gap in points, 0 to 100.
func (g gap) at(scenario int64) int { return g.levelAt(scenario) / gapUnit }

// reaches gives the scenario times at which it comes to n points, and past them.
func (g gap) reaches(n int) []int64 {
	var moments []int64
	for _, points := range []int{n, n + 1} {
		if need := points*gapUnit - g.level; g.Pace > 0 && need > 0 && points <= 100 {
			moments = append(moments, (g.minute+int64((need+g.Pace-1)/g.Pace))*minute)
		}
	}
	return moments
}

// GapMoved: a clause was agreed and the policy gap fell, or it was opened again
// and the gap rose. Level is what it came to, in sixtieths of a point.
type GapMoved struct {
	Clause ClauseID `json:"clause"`
	By     int      `json:"by"` // points
	Level  int      `json:"level"`
}

// tendGap: the gap follows what is agreed.
func (d *decider) tendGap() {
	for _, w := range d.s.model.gap.Weights {
		c, _ := d.s.clause(w.Clause)
		if c.State.Agreed() == slices.Contains(d.s.model.gap.counted, w.Clause) {
			continue
		}
		by := w.Points
		if c.State.Agreed() {
			by = -by
		}
		level := min(max(d.s.model.gap.levelAt(d.s.now.scenario)+by*gapUnit, 0), 100*gapUnit)
		d.emit(GapMoved{Clause: w.Clause, By: by, Level: level})
	}
}

func (e GapMoved) apply(s *State, a Act) {
	g := &s.model.gap
	if e.By < 0 {
		g.counted = append(slices.Clip(g.counted), e.Clause)
	} else {
		g.counted = without(g.counted, e.Clause)
	}
	g.level, g.minute = e.Level, a.Scenario/minute
	g.changes = append(slices.Clip(g.changes), gapChange{e.Clause, e.By, e.Level / gapUnit, a.Wall, a.Scenario})
	s.post(a, e, Line{Kind: "dial", Ref: "gap", Phrase: gapLine(*g, e)})
}

func gapLine(g gap, e GapMoved) Phrase {
	if e.By < 0 {
		return say("%s falls to %d (author's model): clause %s is agreed.", g.Name, e.Level/gapUnit, e.Clause)
	}
	return say("%s rises to %d (author's model): clause %s is open again.", g.Name, e.Level/gapUnit, e.Clause)
}
