package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
)

// opens gives what a verb opens when it stands alone: a page instead of a
// refusal that something is missing. nil where it opens none.
func (sh *Shell) opens(text string) []Act {
	words := strings.Fields(strings.ToLower(strings.TrimPrefix(strings.TrimSpace(text), "/")))
	if len(words) == 0 || sh.view == nil || sh.stopped() || !sh.view.Own.Agreed {
		return nil
	}
	s := sh.sight()
	rest := words[1:]
	switch verb := words[0]; {
	case verb == "amend" && len(rest) <= 1:
		return s.openAmend(rest)
	case verb == "position" && len(rest) <= 1 && len(s.View.Room.Standing) > 0:
		return s.openDecide(rest)
	case len(rest) == 0 && (verb == "prefer" || verb == "can-live" || verb == "cannot"):
		return []Act{Open{Page: &firstReading{}, Focus: true}}
	case len(rest) > 0 && verb == "jump":
		return s.opensJump(strings.TrimPrefix(strings.TrimSpace(text), "/"))
	case len(rest) == 0 && verb == "timeline" && s.View.Own.Control != nil:
		return s.turnTo("control")
	case len(rest) == 0 && verb == "table":
		return []Act{Open{Page: &table{}}}
	case len(rest) == 0 && verb == "export":
		return sh.openExport()
	case len(rest) == 0 && verb == "dissociate" && s.mySignature() != nil:
		return []Act{Open{Page: &dissociate{}, Focus: true}}
	}
	return s.openPage(words[0], rest)
}

// query answers what can be read from the view, and asks the server the rest.
func (sh *Shell) query(q action.Query) []Act {
	s := sh.sight()
	switch q.Name {
	case "leave":
		return []Act{Quit{}}
	case "look":
		return sh.setLook(q.Args)
	case "bell", "mouse", "reorder":
		return sh.turn(q.Name, q.Args[0])
	case "copy":
		return sh.openCopy(q.Args)
	case "language":
		return sh.setLanguage(q.Args)
	case "new":
		return sh.whatsNew()
	case "rehearse":
		return sh.rehearse()
	case "replay":
		return sh.replay()
	case "help":
		sh.line().text.Set("?" + strings.Join(q.Args, " "))
		sh.choice = chooser{}
		return nil
	case "read":
		return sh.read(s, q.Args)
	case "find":
		return sh.do(sh.find(q.Args[0]))
	case "check":
		return sh.toChecks()
	case "export":
		return sh.export(q)
	case "page": // one that the seat has was opened before
		sh.note = note{text: sh.lang.Say("This seat has no such page."), refusal: true}
		return nil
	}
	if p := s.paperOf(q); p != nil {
		_, turns := p.(*playerView) // from seat to seat
		return sh.do([]Act{Open{Page: p, Focus: turns}})
	}
	return []Act{Ask{Query: q}}
}

// read opens what an id names: an incident in the reading area, anything else
// as a page.
func (sh *Shell) read(s *Sight, args []string) []Act {
	if len(args) == 0 {
		return nil
	}
	if x := s.Incident(args[0]); x != nil {
		sh.incident, sh.folded, sh.focused, sh.reading = x.ID, "", false, scroll{}
		return []Act{Seen{Incident: x.ID}}
	}
	if c := clauseOf(s.View.Room, exercise.ClauseID(args[0])); c != nil {
		sh.clause = c.ID
		return nil
	}
	if p := s.paperOn(args[0]); p != nil {
		return sh.do([]Act{Open{Page: p}})
	}
	sh.note = note{text: sh.lang.Say("There is no %s that you may read; new tells what happened lately.", one(args[0])), refusal: true}
	return nil
}
