package exercise

import "slices"

// packStep is a team's joining a package, or, not joined, its taking that back.
type packStep struct {
	pack   PackageID
	team   TeamID
	joined bool
}

func (x packStep) what(State) Phrase { return say("your cosponsoring of %s", x.pack) }

func (x packStep) back(d *decider, of int64) ([]Event, error) {
	if err := d.play("take a sponsorship back", Briefing, Table); err != nil {
		return nil, err
	}
	p, _ := d.s.pack(x.pack)
	switch {
	case p.state != PackageOpen:
		return nil, refuse(ErrNotNow, "%s is %s.", p.ID, word(p.state))
	case p.renewBy > 0:
		return nil, refuse(ErrNotNow, "%s waits until its sponsors cosponsor it again: %s.", p.ID, p.why)
	case slices.Contains(p.Sponsors, x.team) != x.joined:
		return nil, refuse(ErrNotNow, "Another seat of your team has changed that since.")
	case x.joined && len(p.Sponsors) == 1:
		return nil, refuse(ErrNotNow, "The other sponsors have left %s since; only `withdraw %s` takes yours away.", p.ID, p.ID)
	case slices.ContainsFunc(d.s.standing(), func(y decision) bool { return y.X == Subject(p.ID) }):
		return nil, refuse(ErrNotNow, "%s is before the table; it can be left when that closes.", p.ID)
	}
	if x.joined {
		return []Event{PackLeft{ID: p.ID, Team: x.team, Of: of}}, nil
	}
	return []Event{PackJoined{ID: p.ID, Team: x.team, Of: of}}, nil
}
