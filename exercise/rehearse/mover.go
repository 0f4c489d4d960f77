package rehearse

import (
	"math/rand/v2"
	"slices"

	"kefi/exercise"
	"kefi/exercise/bot"
)

// mover is a delegation that does more than is asked of it: it tables words of
// its own, asks the world, bundles alternatives, and now and then leaves an
// incident without an answer.
type mover struct {
	*bot.Delegate
	dice     *rand.Rand
	sc       exercise.Scenario
	next     int64 // wall ms before which it makes no move of its own
	tabled   int
	silent   map[string]bool // incidents it leaves unanswered
	patience int64
}

const (
	mostTabled = 3
	moveEvery  = 4 * 60_000 // about how often it makes a move of its own, in ms
)

func newMover(sc exercise.Scenario, seed uint64) *mover {
	dice := rand.New(rand.NewPCG(seed, 0x6d6f7665))
	return &mover{Delegate: bot.NewDelegate(seed), dice: dice, sc: sc, silent: map[string]bool{}, patience: moveEvery/2 + dice.Int64N(moveEvery)}
}

// Act makes a move of its own when it is time, and else does what is asked.
func (m *mover) Act(v *exercise.View, now int64) exercise.Command {
	if now >= m.next && v.Room.Phase == exercise.Table && !v.Room.RealWorld && v.Own.Agreed {
		if m.next > 0 {
			if c := m.move(v); c != nil {
				m.next = now + m.patience
				return c
			}
		}
		m.next = now + m.patience/2
	}
	c := m.Delegate.Act(v, now)
	if a, ok := c.(exercise.AnswerInject); ok && m.leaves(string(a.Inject)) {
		return nil
	}
	return c
}

// leaves says whether an incident gets no answer; one in four does not.
func (m *mover) leaves(label string) bool {
	if _, thought := m.silent[label]; !thought {
		m.silent[label] = m.dice.IntN(4) == 0
	}
	return m.silent[label]
}

func (m *mover) move(v *exercise.View) exercise.Command {
	points := openPoints(v.Room)
	switch m.dice.IntN(4) {
	case 0, 1:
		if len(points) > 0 && m.tabled < mostTabled {
			m.tabled++
			return m.table(points[m.dice.IntN(len(points))])
		}
	case 2:
		if len(points) > 1 {
			return m.bundle(points)
		}
	default:
		if n := len(m.sc.Personas); n > 0 {
			return exercise.Request{To: m.sc.Personas[m.dice.IntN(n)].Name, Words: exercise.T("What is known of this?")}
		}
		return exercise.Request{Words: exercise.T("What is known of this?")}
	}
	return nil
}

// place is an open point with the paragraph it stands in.
type place struct {
	para  exercise.ParaID
	point exercise.PointView
}

// table puts other words in the place of an alternative.
func (m *mover) table(x place) exercise.Command {
	alt := x.point.Alts[m.dice.IntN(len(x.point.Alts))]
	if alt.Text == "" {
		return nil
	}
	words := alt.Text + " " + added[m.dice.IntN(len(added))]
	return exercise.Amend{
		Edits:   []exercise.Edit{{Para: x.para, Old: exercise.T(alt.Text), New: exercise.T(words), At: 1}},
		Because: exercise.T("It would be easier to keep."),
	}
}

var added = []string{"where practicable", "as far as its law permits", "without delay", "in good faith"}

// bundle offers one alternative of each of two points as a package.
func (m *mover) bundle(points []place) exercise.Command {
	i := m.dice.IntN(len(points) - 1)
	var x []exercise.Subject
	for _, p := range points[i : i+2] {
		x = append(x, exercise.Subject(p.point.Alts[m.dice.IntN(len(p.point.Alts))].ID.String()))
	}
	return exercise.Package{X: x}
}

// openPoints lists the points of clauses that can still change.
func openPoints(r *exercise.RoomView) (list []place) {
	closed := []exercise.ClauseState{exercise.ClauseAgreed, exercise.ClauseFinal, exercise.ClauseDeferred, exercise.ClauseDeleted}
	for _, c := range r.Clauses {
		if slices.Contains(closed, c.State) {
			continue
		}
		for _, p := range c.Paras {
			for _, n := range p.Nodes {
				if n.Point != nil && len(n.Point.Alts) > 0 {
					list = append(list, place{p.ID, *n.Point})
				}
			}
		}
	}
	return list
}
