package exercise

import "errors"

// QuorumView tells who of whom is present, and whether decisions can be taken.
type QuorumView struct {
	Tracks []TrackQuorum `json:"tracks"`
	// Hinders says why nothing can be decided now; empty where it can.
	Hinders Phrase `json:"hinders,omitzero"`
	// Until is the wall ms at which what hinders ends by itself; 0: it does not.
	Until int64 `json:"until,omitempty"`
}

// TrackQuorum is the presence of one track at the table.
type TrackQuorum struct {
	Track Track    `json:"track"`
	Here  []TeamID `json:"here,omitempty"`
	Away  []TeamID `json:"away,omitempty"`
}

// quorumView is judged on adoption, which asks for the most.
func (s State) quorumView() QuorumView {
	var v QuorumView
	for _, t := range Tracks() {
		x := TrackQuorum{Track: t}
		for _, team := range s.plan.Teams {
			switch {
			case team.Track != t || s.tableOf(team.ID) != TableRoom:
			case s.teamHere(team.ID):
				x.Here = append(x.Here, team.ID)
			default:
				x.Away = append(x.Away, team.ID)
			}
			if team.Track == t && s.inGrace(team.ID) {
				v.Until = max(v.Until, s.absentSince(team.ID)+absenceGrace)
			}
		}
		if len(x.Here)+len(x.Away) > 0 {
			v.Tracks = append(v.Tracks, x)
		}
	}
	var why *Refusal
	if errors.As(s.mayDecideNow(), &why) {
		v.Hinders = why.Sentence
	} else {
		v.Until = 0
	}
	return v
}

// mayDecideNow refuses where no decision of the whole table could be opened.
func (s State) mayDecideNow() error {
	d := &decider{s: s}
	if err := d.mayOpen(); err != nil {
		return err
	}
	text, err := s.subject(WholeText)
	if err != nil {
		return err
	}
	return d.mayDecideWithout(text)
}
