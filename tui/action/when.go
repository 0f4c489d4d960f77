package action

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
)

// NotNow gives "", or a sentence that says why this seat cannot do it now and
// what it can do instead. It is advice from the view; the engine decides.
func (a Action) NotNow(v *exercise.View) string {
	switch {
	case a.Kind == Later:
		return (&NotYetError{What: a.Name}).Error()
	case !a.forSeat(v.Own):
		return fmt.Sprintf("%s is for %s.", a.Name, roles(a.Who))
	case v.Room.RealWorld && !slices.Contains(duringRealWorld, a.Name):
		return "Play has stopped: real world. Wait for control; only realworld and who work now."
	case !v.Own.Agreed && !slices.Contains(beforeTerms, a.Name):
		return "Accept the first page before anything else: agree."
	case len(a.Phases) > 0 && !slices.Contains(a.Phases, v.Room.Phase):
		return fmt.Sprintf("%s is for %s; this is %s.", a.Name, phases(a.Phases), phaseWords(v.Room.Phase))
	case v.Room.ID == exercise.HallRoom && slices.Contains(ofTheTable, a.Name):
		return "Your team is in the hall, not at the table."
	case a.when != nil:
		return a.when(v)
	}
	return ""
}

// What works while a real-world stop stands, and before the terms are accepted;
// and what only those at the table do, where some sit in the hall.
var (
	duringRealWorld = []string{"realworld", "resume", "cancel realworld", "who", "help", "leave"}
	beforeTerms     = []string{"help", "agree", "realworld", "leave"}
	ofTheTable      = []string{
		"hand", "yield", "order", "appeal", "motion", "divide", "reply", "report", "poll",
		"friendly", "prefer", "can-live", "cannot", "clear", "package",
		"object", "wait", "position", "cleared", "not-cleared", "statement", "no-silence", "break",
	}
)

// Groups of roles and phases.
var (
	delegates   = []exercise.Role{exercise.Delegate}
	speakers    = []exercise.Role{exercise.Delegate, exercise.Chair}
	chairs      = []exercise.Role{exercise.Chair}
	directors   = []exercise.Role{exercise.Control}
	personas    = []exercise.Role{exercise.Control, exercise.SimCell}
	recorders   = []exercise.Role{exercise.Recorder}
	correctors  = []exercise.Role{exercise.Delegate, exercise.Chair, exercise.Recorder}
	turners     = []exercise.Role{exercise.Chair, exercise.Control, exercise.SimCell, exercise.Recorder}
	players     = []exercise.Role{exercise.Delegate, exercise.Chair, exercise.Control, exercise.SimCell, exercise.Recorder, exercise.Evaluator}
	inLobby     = []exercise.Phase{exercise.Lobby}
	negotiating = []exercise.Phase{exercise.Briefing, exercise.Table}
	talking     = []exercise.Phase{exercise.Briefing, exercise.Table, exercise.Closing}
	atTable     = []exercise.Phase{exercise.Table}
	inClosing   = []exercise.Phase{exercise.Closing}
	untilClosed = []exercise.Phase{exercise.Table, exercise.Closing}
	inHotWash   = []exercise.Phase{exercise.HotWash}
)

func roles(who []exercise.Role) string {
	words := make([]string, len(who))
	for i, r := range who {
		words[i] = "the " + string(r)
		switch r {
		case exercise.Delegate:
			words[i] = "delegates"
		case exercise.Control:
			words[i] = "control"
		}
	}
	return and(words)
}

func phases(list []exercise.Phase) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = phaseWords(p)
	}
	return and(words)
}

func phaseWords(p exercise.Phase) string {
	switch p {
	case exercise.Table:
		return "the table phase"
	case exercise.Closing:
		return "closing"
	case exercise.Closed:
		return "after the end"
	}
	return "the " + string(p)
}

func and(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

func teamName(v *exercise.View, id exercise.TeamID) string {
	for _, t := range v.Room.Teams {
		if t.ID == id {
			return t.Name
		}
	}
	return string(id)
}

// floorIsFree says why a delegate cannot speak now.
func floorIsFree(v *exercise.View) string {
	f, own := v.Room.Floor, v.Own
	switch {
	case v.Room.Phase == exercise.Debrief || v.Room.Phase == exercise.Closed:
		return "The exercise is over; nothing is added to the record."
	case own.Has(exercise.Chair):
		return ""
	case v.Room.Exercise.Medium == exercise.SpokenWord:
		return "People speak aloud here: hand asks for the floor, and the recorder puts on record what you say."
	case f.SuspendedUntil > 0:
		return "The sitting is suspended: room speaks to your team, ask writes to another."
	case f.OrderBy != "":
		return teamName(v, f.OrderBy) + " has raised a point of order; the chair rules first."
	case f.Halted:
		return "A motion is being decided; the floor waits for it."
	case f.Closed:
		return "Debate on this item has been closed: statement explains a position, ask writes to a team."
	case f.Speaker != "" && f.Speaker != own.Team:
		return taken(v)
	case f.Speaker == "" && f.Mode == "closed":
		return "The floor is closed: room speaks to your team, ask writes to another."
	case f.Speaker == "" && f.Mode != "open":
		return "Nobody has the floor: hand asks the chair for it."
	}
	return ""
}

// taken tells who speaks and what can be done meanwhile.
func taken(v *exercise.View) string {
	f := v.Room.Floor
	if len(f.Next) > 0 && f.Next[0] == v.Own.Team {
		return fmt.Sprintf("%s has the floor; you are next: ask %s writes to them meanwhile.", teamName(v, f.Speaker), f.Speaker)
	}
	return fmt.Sprintf("%s has the floor: hand waits for yours, ask %s writes to them.", teamName(v, f.Speaker), f.Speaker)
}

func floorIsOurs(v *exercise.View) string {
	if v.Own.Team != "" && v.Room.Floor.Speaker == v.Own.Team {
		return ""
	}
	return "Your team does not have the floor."
}

// stands says that something of that form waits for an answer.
func stands(form, otherwise string) func(*exercise.View) string {
	return unless(otherwise, func(v *exercise.View) bool {
		return slices.ContainsFunc(v.Room.Standing, func(d exercise.DecisionView) bool {
			return (d.Form == "put") == (form == "put")
		})
	})
}

// unless gives the sentence where the condition does not hold.
func unless(otherwise string, holds func(*exercise.View) bool) func(*exercise.View) string {
	return func(v *exercise.View) string {
		if holds(v) {
			return ""
		}
		return otherwise
	}
}
