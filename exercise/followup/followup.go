package followup

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// State is how far a clause has come.
type State string

// The states. Each contains those before it.
const (
	Recommended       State = "recommended" // it was agreed
	Implemented       State = "implemented" // somebody does it
	Institutionalized State = "institutionalized"
)

// States lists them in order.
func States() []State { return []State{Recommended, Implemented, Institutionalized} }

// Step is one move of a clause, with what shows it.
type Step struct {
	State    State
	Date     time.Time // the day, UTC
	Evidence string
}

// Clause is a clause of the agreed text and its steps, in order of their dates.
type Clause struct {
	ID, Title string
	Steps     []Step
}

// State is the farthest that the clause has come.
func (c Clause) State() State {
	last := Recommended
	for _, s := range c.Steps {
		if slices.Index(States(), s.State) > slices.Index(States(), last) {
			last = s.State
		}
	}
	return last
}

// Text is a text that is followed up.
type Text struct {
	Exercise string // its banner
	Agreed   time.Time
	Clauses  []Clause
}

// Count is how many clauses have come at least so far.
func (t Text) Count(s State) (n int) {
	for _, c := range t.Clauses {
		if slices.Index(States(), c.State()) >= slices.Index(States(), s) {
			n++
		}
	}
	return n
}

// Add puts a step to a clause. It is refused where the clause is none of the
// text's, where there is no evidence, or where its day is before the agreement
// or before an earlier state's.
func (t *Text) Add(clause string, s Step) error {
	i := slices.IndexFunc(t.Clauses, func(c Clause) bool { return strings.EqualFold(c.ID, clause) })
	if i < 0 {
		return fmt.Errorf("clause %s is not in the agreed text; it has %s", clause, t.ids())
	}
	if err := t.check(t.Clauses[i], s); err != nil {
		return err
	}
	steps := append(slices.Clone(t.Clauses[i].Steps), s)
	slices.SortStableFunc(steps, func(a, b Step) int { return a.Date.Compare(b.Date) })
	t.Clauses[i].Steps = steps
	return nil
}

func (t *Text) check(c Clause, s Step) error {
	switch {
	case !slices.Contains(States(), s.State):
		return fmt.Errorf("clause %s: %q is no state; a state is recommended, implemented or institutionalized", c.ID, s.State)
	case strings.TrimSpace(s.Evidence) == "":
		return fmt.Errorf("clause %s: say what shows that it is %s", c.ID, s.State)
	case s.Date.Before(t.Agreed):
		return fmt.Errorf("clause %s: %s is before the text was agreed, on %s", c.ID, day(s.Date), day(t.Agreed))
	}
	for _, other := range c.Steps {
		later, earlier := slices.Index(States(), other.State), slices.Index(States(), s.State)
		if later < earlier && other.Date.After(s.Date) || later > earlier && other.Date.Before(s.Date) {
			return fmt.Errorf("clause %s cannot be %s on %s and %s on %s", c.ID, s.State, day(s.Date), other.State, day(other.Date))
		}
	}
	return nil
}

func (t *Text) ids() string {
	if len(t.Clauses) == 0 {
		return "no clauses"
	}
	ids := make([]string, len(t.Clauses))
	for i, c := range t.Clauses {
		ids[i] = c.ID
	}
	return "the clauses " + strings.Join(ids, ", ")
}

// Months is how many whole months after the agreement a day is.
func (t Text) Months(d time.Time) int {
	n := (d.Year()-t.Agreed.Year())*12 + int(d.Month()-t.Agreed.Month())
	if d.Day() < t.Agreed.Day() {
		n--
	}
	return max(n, 0)
}

func day(d time.Time) string { return d.Format(time.DateOnly) }
