package screen

import "kefi/exercise"

// partOf says which page is a seat's own by its phase and roles: what it sees
// beside the table. Empty where that is the table.
func partOf(v *exercise.View) (string, func() Page) {
	own := v.Own
	switch {
	case !own.Agreed:
		return "first contact", func() Page { return newFirstContact() }
	case own.Chair != nil, own.Control != nil:
		return "podium", func() Page { return newPodium() }
	case own.Recorder != nil:
		return "desk", func() Page { return newDesk() }
	case own.Evaluator != nil:
		return "evaluation", func() Page { return &evaluation{} }
	}
	return phaseOf(v.Room.Phase)
}

// phaseOf is the page of a phase outside the table, for whoever has none of
// their own.
func phaseOf(phase exercise.Phase) (string, func() Page) {
	switch phase {
	case exercise.Lobby:
		return "lobby", func() Page { return newLobby() }
	case exercise.Briefing:
		return "briefing", func() Page { return newBriefing() }
	case exercise.Closing:
		return "closing", func() Page { return newClosing() }
	case exercise.HotWash:
		return "hot wash", func() Page { return newHotWash() }
	case exercise.Debrief:
		return "debrief", func() Page { return &debrief{} }
	case exercise.Closed:
		return "closed", func() Page { return newMadeReport() }
	}
	return "", nil
}

// room opens what everyone else sees now: the table, or the page of the phase.
func (s *Sight) room() Page {
	if _, page := phaseOf(s.View.Room.Phase); page != nil {
		return page()
	}
	return &table{}
}

// openPage gives the page that a verb opens when it stands alone; nil where it
// opens none.
func (s *Sight) openPage(verb string, rest []string) []Act {
	if len(rest) == 1 && verb == "page" {
		return s.turnTo(rest[0])
	}
	if len(rest) > 0 {
		return nil
	}
	switch verb {
	case "room":
		return []Act{Open{Page: newTeamRoom()}}
	case "poll":
		if s.openPoll() != nil && s.View.Own.Team != "" {
			return []Act{Open{Page: &pollPage{}, Focus: true}}
		}
	case "caucus", "caucuses":
		if len(s.View.Own.Caucuses) > 0 || verb == "caucuses" {
			return []Act{Open{Page: newCaucus()}}
		}
	case "brief":
		return []Act{Open{Page: newBrief()}}
	case "situation":
		return []Act{Open{Page: newSituation()}}
	case "debrief":
		if s.View.Debriefed() != nil {
			return []Act{Open{Page: &debrief{}, Focus: true}}
		}
	case "survey":
		if s.View.Own.Survey != nil || len(s.View.Own.SurveyCounts) > 0 {
			return []Act{Open{Page: &surveyPage{}, Focus: true}}
		}
	}
	return nil
}

// turnTo opens a part of the podium, or the table, by name.
func (s *Sight) turnTo(name string) []Act {
	own := s.View.Own
	switch {
	case name == "table":
		return []Act{Open{Page: s.room()}}
	case name == "chair" && own.Chair != nil, name == "control" && own.Control != nil:
		return []Act{Open{Page: &podium{shown: name}}}
	case name == "desk" && own.Recorder != nil:
		return []Act{Open{Page: newDesk()}}
	}
	return nil
}
