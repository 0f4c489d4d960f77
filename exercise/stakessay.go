package exercise

// This file says in words what a StakesView holds.

// Without says what a team has with no text.
func (v StakesView) Without() Phrase {
	return say("No text at all is worth %d of 100 to you.", v.NoAgreement)
}

// Sentence says what the text can bring a team.
func (o Outlook) Sentence() Phrase {
	if o.Least == o.Most {
		return say("The text as it stands brings you %d of 100.", o.Most)
	}
	return say("The text as it stands brings you %d to %d of 100, if all that is open in it is agreed.", o.Least, o.Most)
}

// Worth says what each wording of a point is worth, as a list.
func (p PointStakeView) Worth() Phrase {
	var list []Phrase
	for _, a := range p.Alts {
		if a.Text == "" {
			list = append(list, say("%d for leaving these words out", a.Worth))
			continue
		}
		list = append(list, say("%d for “%s”", a.Worth, a.Text))
	}
	if p.Other != nil {
		list = append(list, say("%d for other words", *p.Other))
	}
	return listed(list)
}

// Agreed says what it is worth that clauses are agreed at all, as a list; the
// zero Phrase where that is worth nothing.
func (v StakesView) Agreed() Phrase {
	var list []Phrase
	for _, c := range v.Clauses {
		list = append(list, say("%d for clause %s", c.Agreed, string(c.Clause)))
	}
	return listed(list)
}
