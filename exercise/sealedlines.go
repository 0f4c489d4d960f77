package exercise

import "slices"

// What sealed positions change, and what their own team reads of it.

func (e Sealed) apply(s *State, a Act) {
	s.dropSealed(func(p sealed) bool { return p.Team == e.Team && p.X == e.X })
	s.sealed = append(slices.Clip(s.sealed), sealed{Sealed: e})
	s.post(a, e, Line{
		Kind: "sealed", Team: e.Team, Seat: e.By, Ref: string(e.X),
		Phrase: say("accepts %s if %s: sealed, seen by its own delegation only.", e.X, e.If.String()),
	})
}

func (e Unsealed) apply(s *State, a Act) {
	s.dropSealed(func(p sealed) bool { return p.Team == e.Team && p.X == e.X })
	text := say("takes back its sealed position on %s.", e.X)
	if e.Decided {
		text = say("no longer has a sealed position on %s: that has been before the table.", e.X)
	}
	s.post(a, e, Line{Kind: "sealed", Team: e.Team, Ref: string(e.X), Phrase: text})
}

func (s *State) changeSealed(team TeamID, x Subject, change func(*sealed)) {
	i := slices.IndexFunc(s.sealed, func(p sealed) bool { return p.Team == team && p.X == x })
	if i >= 0 {
		s.sealed = withAt(s.sealed, i, change)
	}
}

func (e ConfirmAsked) apply(s *State, a Act) {
	s.changeSealed(e.Team, e.X, func(p *sealed) { p.asked, p.confirmed = !e.Ceased, p.confirmed && !e.Ceased })
	text := say("is asked: the condition of your position on %s can be met; `confirm %s` lets it stand.", e.X, e.X)
	if e.Ceased {
		text = say("is not asked any more: the condition of your position on %s cannot be met now. It stays sealed.", e.X)
	}
	s.post(a, e, Line{Kind: "sealed", Team: e.Team, Ref: string(e.X), Phrase: text})
}

func (e PositionConfirmed) apply(s *State, a Act) {
	s.changeSealed(e.Team, e.X, func(p *sealed) { p.confirmed = true })
	s.post(a, e, Line{
		Kind: "sealed", Team: e.Team, Seat: a.Seat, Ref: string(e.X),
		Phrase: say("confirms its position on %s; it stays sealed until all that it hangs together with is confirmed.", e.X),
	})
}

func (e ConditionHeld) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) {
		x.positions = slices.DeleteFunc(slices.Clone(x.positions), func(p position) bool { return p.team == e.Team })
		x.positions = append(x.positions, position{team: e.Team, kind: Accept, by: e.By})
		x.rests = append(slices.Clip(x.rests), e.Rests...)
	})
	x, _ := s.decision(e.ID)
	s.dropSealed(func(p sealed) bool { return p.Team == e.Team && p.X == x.X })
	s.post(a, e, Line{
		Kind: "position", Team: e.Team, Seat: e.By, Ref: string(x.X),
		Phrase: say("accepts %s, %s.", x.X, understanding(e.Rests)),
	})
}

func (e UnderstandingFailed) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) { x.failed = append(slices.Clip(x.failed), e.X) })
	x, _ := s.decision(e.ID)
	s.post(a, e, Line{
		Kind: "decided", Ref: string(e.ID), Phrase: say("The decision on %s was taken %s. %s.", x.X, understanding(x.rests), s.failedLine(x)),
	})
}

// failedLine says what a decision rested on and is so no longer.
func (s State) failedLine(x decision) Phrase {
	var parts []Phrase
	for _, subject := range x.failed {
		text := say("%s is no longer carried", spoken(subject).Capital())
		if c, ok := s.clause(ClauseID(subject)); ok {
			text = say("Clause %s has been reopened since", c.ID)
		}
		parts = append(parts, text)
	}
	return listed(parts)
}

func (s State) conditionalViews(team TeamID) []ConditionalView {
	var views []ConditionalView
	for _, p := range s.sealedBy(team) {
		views = append(views, ConditionalView{X: p.X, If: p.If.said(false), Asked: p.asked, Confirmed: p.confirmed})
	}
	return views
}

// toConfirm are the notices of what a team is asked to confirm.
func (s State) toConfirm(team TeamID) []Notice {
	var list []Notice
	for _, p := range s.sealedBy(team) {
		if p.asked && !p.confirmed {
			list = append(list, Notice{Text: say("The condition of your position on %s can be met.", p.X), Verb: "confirm " + string(p.X)})
		}
	}
	return list
}
