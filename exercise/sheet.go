package exercise

import "slices"

// A sheet is what one `put` names: several decisions in parallel, with one
// deadline. What would decide the same words cannot stand on it together.

// nextSheet names a sheet, in order of opening: S1, S2 …
func (s State) nextSheet() string {
	var sheets []string
	for _, x := range s.decided {
		sheets = addOnce(sheets, x.Sheet)
	}
	return "S" + itoa(len(sheets)+1)
}

// onSheet lists what still stands of a decision's sheet; the decision alone
// where it has none.
func (s State) onSheet(x decision) []decision {
	if x.Sheet == "" {
		return []decision{x}
	}
	return slices.DeleteFunc(s.standing(), func(y decision) bool { return y.Sheet != x.Sheet })
}

// sheetTitle is what a deadline is for: "A1", or "sheet S1 (A1 and 5)".
func (s State) sheetTitle(x decision) Phrase {
	if x.Sheet == "" {
		return say("%s", x.X)
	}
	return say("sheet %s (%s)", x.Sheet, subjectsOf(s.onSheet(x)))
}

func subjectsOf(list []decision) Phrase {
	names := make([]Subject, len(list))
	for i, x := range list {
		names[i] = x.X
	}
	return listed(names)
}

// asked lists what the table has to answer now: all that stands but for what
// lies under silence, which leaves the table free.
func (s State) asked() []decision {
	return slices.DeleteFunc(s.standing(), func(x decision) bool { return x.hush.placed })
}

// apart resolves the subjects of one `put`, no two of which may decide the
// same words.
func (s State) apart(xs []Subject) ([]subject, error) {
	var subs []subject
	for _, x := range xs {
		sub, err := s.subject(x)
		if err != nil {
			return nil, err
		}
		for _, other := range subs {
			if err := other.against(sub); err != nil {
				return nil, err
			}
		}
		subs = append(subs, sub)
	}
	return subs, nil
}

// against refuses two subjects that would decide the same words.
func (a subject) against(b subject) error {
	switch {
	case a.x == b.x:
		return refuse(ErrText, "%s is named twice; once is enough.", a.x)
	case a.whole || b.whole:
		return refuse(ErrText, "The text is decided by itself, with nothing beside it.")
	case a.clash(b):
		return refuse(ErrText, "%s and %s would decide the same words; name one of them.", a.x, b.x)
	}
	return nil
}

// lengthen moves the deadlines of what stands, a sheet's in one.
func (d *decider) lengthen(open []decision, time int64) {
	var done []string
	for _, x := range open {
		if x.Sheet == "" || !slices.Contains(done, x.Sheet) {
			d.emit(DeadlineMoved{ID: x.ID, Until: x.Until + time})
		}
		done = append(done, x.Sheet)
	}
}

func (c Close) decide(d *decider) error {
	if err := d.need("close a decision", Chair); err != nil {
		return err
	}
	open, err := d.closing(c.X)
	if err != nil {
		return err
	}
	for _, x := range open {
		if gavel := x.Form == FormGavel || x.Form == FormDeferral; gavel && d.s.now.table < x.Until {
			return refuse(ErrNotNow, "The time for objections to %s is not over: %s left.", x.X, spell(x.Until-d.s.now.table))
		}
	}
	for _, x := range open {
		d.close(x.ID, d.seat.ID)
	}
	return nil
}

// closing chooses what the chair closes: one decision, or a whole sheet by
// its name or because nothing else stands.
func (d *decider) closing(x Subject) ([]decision, error) {
	open := d.s.asked()
	for i, c := range open {
		if named := x != "" && equalFold(c.Sheet, string(x)); named || x == "" && i == 0 && c.Sheet != "" && len(d.s.onSheet(c)) == len(open) {
			return d.s.onSheet(c), nil
		}
	}
	if x == "" && len(open) == 1 {
		return open, nil
	}
	one, err := d.find(x, func(decision) bool { return true }, say("Nothing stands for decision now."))
	return []decision{one}, err
}
