package action

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/words"
)

// NotNow gives nothing to say, or a sentence that says why this seat cannot do it now and
// what it can do instead. It is advice from the view; the engine decides.
func (a Action) NotNow(v *exercise.View) exercise.Phrase {
	switch {
	case !a.forSeat(v.Own):
		return words.Phrase("%s is for %s.", a.Name, roles(a.Who))
	case v.Room.RealWorld && !slices.Contains(duringRealWorld, a.Name):
		return words.Phrase("Play has stopped: real world. Wait for control; only realworld and who work now.")
	case !v.Own.Agreed && a.Kind != Prefer && !slices.Contains(beforeTerms, a.Name):
		return words.Phrase("Accept the first page before anything else: agree.")
	case len(a.Phases) > 0 && !slices.Contains(a.Phases, v.Room.Phase):
		return words.Phrase("%s is for %s; this is %s.", a.Name, phases(a.Phases), phaseWords(v.Room.Phase))
	case v.Room.ID == exercise.HallRoom && slices.Contains(ofTheTable, a.Name):
		return words.Phrase("Your team is in the hall, not at the table.")
	case a.when != nil:
		return a.when(v)
	}
	return exercise.Phrase{}
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
	beforePlay  = []exercise.Phase{exercise.Lobby, exercise.Briefing}
	negotiating = []exercise.Phase{exercise.Briefing, exercise.Table}
	talking     = []exercise.Phase{exercise.Briefing, exercise.Table, exercise.Closing}
	atTable     = []exercise.Phase{exercise.Table}
	inClosing   = []exercise.Phase{exercise.Closing}
	untilClosed = []exercise.Phase{exercise.Table, exercise.Closing}
	sinceSigned = []exercise.Phase{exercise.Closing, exercise.HotWash, exercise.Debrief}
	inHotWash   = []exercise.Phase{exercise.HotWash}
	whenClosed  = []exercise.Phase{exercise.Closed}
)

func roles(who []exercise.Role) exercise.Phrase {
	list := make([]exercise.Phrase, len(who))
	for i, r := range who {
		list[i] = words.Phrase(roleWords[r])
	}
	return words.List(list)
}

// roleWords are those who may do something, in a sentence.
var roleWords = map[exercise.Role]string{
	exercise.Delegate: words.Mark("delegates"), exercise.Chair: words.Mark("the chair"),
	exercise.Control: words.Mark("exercise control"), exercise.SimCell: words.Mark("the simcell"),
	exercise.Recorder: words.Mark("the recorder"), exercise.Evaluator: words.Mark("the evaluator"),
}

func phases(list []exercise.Phase) exercise.Phrase {
	parts := make([]exercise.Phrase, len(list))
	for i, p := range list {
		parts[i] = phaseWords(p)
	}
	return words.List(parts)
}

func phaseWords(p exercise.Phase) exercise.Phrase {
	switch p {
	case exercise.Table:
		return words.Phrase("the table phase")
	case exercise.Closing:
		return words.Phrase("the closing")
	case exercise.Closed:
		return words.Phrase("after the end")
	}
	return words.Phrase("the " + string(p))
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
func floorIsFree(v *exercise.View) exercise.Phrase {
	f, own := v.Room.Floor, v.Own
	switch {
	case v.Room.Phase == exercise.Debrief || v.Room.Phase == exercise.Closed:
		return words.Phrase("The exercise is over; nothing is added to the record.")
	case own.Has(exercise.Chair):
		return exercise.Phrase{}
	case v.Room.Exercise.Medium == exercise.SpokenWord:
		return words.Phrase("People speak aloud here: hand asks for the floor, and the recorder puts on record what you say.")
	case f.SuspendedUntil > 0:
		return words.Phrase("The sitting is suspended: room speaks to your team, ask writes to another.")
	case f.OrderBy != "":
		return words.Phrase("%s has raised a point of order; the chair rules first.", teamName(v, f.OrderBy))
	case f.Halted:
		return words.Phrase("A motion is being decided; the floor waits for it.")
	case f.Closed:
		return words.Phrase("Debate on this item has been closed: statement explains a position, ask writes to a team.")
	case f.Speaker != "" && f.Speaker != own.Team:
		return taken(v)
	case f.Speaker == "" && f.Mode == "closed":
		return words.Phrase("The floor is closed: room speaks to your team, ask writes to another.")
	case f.Speaker == "" && f.Mode != "open":
		return words.Phrase("Nobody has the floor: hand asks the chair for it.")
	}
	return exercise.Phrase{}
}

// taken tells who speaks and what can be done meanwhile.
func taken(v *exercise.View) exercise.Phrase {
	f := v.Room.Floor
	if len(f.Next) > 0 && f.Next[0] == v.Own.Team {
		return words.Phrase("%s has the floor; you are next: ask %s writes to them meanwhile.", teamName(v, f.Speaker), f.Speaker)
	}
	return words.Phrase("%s has the floor: hand waits for yours, ask %s writes to them.", teamName(v, f.Speaker), f.Speaker)
}

func floorIsOurs(v *exercise.View) exercise.Phrase {
	if v.Own.Team != "" && v.Room.Floor.Speaker == v.Own.Team {
		return exercise.Phrase{}
	}
	return words.Phrase("Your team does not have the floor.")
}

// stands says that something of that form waits for an answer.
func stands(form, otherwise string) func(*exercise.View) exercise.Phrase {
	return unless(otherwise, func(v *exercise.View) bool {
		return slices.ContainsFunc(v.Room.Standing, func(d exercise.DecisionView) bool {
			return (d.Form == "put") == (form == "put")
		})
	})
}

// unless gives the sentence where the condition does not hold.
func unless(otherwise string, holds func(*exercise.View) bool) func(*exercise.View) exercise.Phrase {
	return func(v *exercise.View) exercise.Phrase {
		if holds(v) {
			return exercise.Phrase{}
		}
		return words.Phrase(otherwise)
	}
}
