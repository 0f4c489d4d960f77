package screen

import (
	"strconv"

	"kefi/exercise"
	"kefi/tui/words"
)

func itoa(n int) string { return strconv.Itoa(n) }

// teams are six delegations; Plumb left three minutes ago.
func teams() []exercise.TeamView {
	team := func(id exercise.TeamID, name string, track exercise.Track, spoke int64, spoken int) exercise.TeamView {
		seat := exercise.SeatView{ID: exercise.SeatID(id), Name: name, Roles: []exercise.Role{exercise.Delegate}, Via: "screen"}
		return exercise.TeamView{ID: id, Name: name, Track: track, Presence: exercise.Here, Seats: []exercise.SeatView{seat}, LastSpoke: spoke, Spoken: spoken}
	}
	all := []exercise.TeamView{
		team("arcadia", "Arcadia", exercise.Kappa, 11*minute, 4), team("meridia", "Meridia", exercise.Kappa, 4*minute, 1),
		team("hydra", "Hydra", exercise.Epsilon, 12*minute, 5), team("forge", "Forge", exercise.Epsilon, 10*minute, 3),
		team("lantern", "Lantern", exercise.Phi, 9*minute, 2), team("plumb", "Plumb", exercise.Phi, 2*minute, 1),
	}
	all[0].Seats = append(all[0].Seats, exercise.SeatView{ID: "arcadia-2", Name: "Arcadia 2", Roles: []exercise.Role{exercise.Delegate}, Via: "script"})
	all[4].Seats[0].Via = "plain"
	all[5].Seats[0].Via, all[5].Presence, all[5].AbsentSince = "", exercise.Absent, fixtureNow-190*second
	return all
}

func staff() []exercise.SeatView {
	seat := func(id exercise.SeatID, name, via string, roles ...exercise.Role) exercise.SeatView {
		return exercise.SeatView{ID: id, Name: name, Via: via, Roles: roles}
	}
	return []exercise.SeatView{
		seat("chair", "Chair", "screen", exercise.Chair, exercise.Control, exercise.SimCell),
		seat("control", "Control", "", exercise.Control, exercise.SimCell),
		seat("recorder", "Recorder", "screen", exercise.Recorder), seat("evaluator", "Evaluator", "", exercise.Evaluator),
		seat("observer", "Observer", "screen", exercise.Observer), seat("projector", "Projector", "", exercise.Projector),
	}
}

// view is the second reading on clause 3 as the seat sees it, Hydra speaking.
func view(seat exercise.SeatID) *exercise.View {
	return &exercise.View{Schema: exercise.ViewSchema, Room: room(), Own: own(seat)}
}

func room() *exercise.RoomView {
	return &exercise.RoomView{
		ID: "table", Phase: exercise.Table, Item: 1, Revision: 9,
		Exercise: exercise.About{
			Name: "demo", Title: "The Copycat Accord", Marking: "TLP:GREEN", Instrument: "accord", Organiser: "The Harbour Institute, desk 4",
			Zone: "Europe/Zurich", Procedure: "lateral", Retention: "90d", Consultations: exercise.ConsultationsNamed, Naming: exercise.ByRole,
		},
		Agenda: []exercise.ItemView{
			{Name: "first-reading", Kind: exercise.FirstReading, Clauses: []exercise.ClauseID{"1", "2", "3", "4", "5", "6"}, Minutes: 6, Until: 6 * minute},
			{Name: "1-3", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"1", "2", "3"}, Minutes: 18, Until: 24 * minute},
			{Name: "suspension", Kind: exercise.Suspension, Minutes: 10},
			{Name: "4-6", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"4", "5", "6"}, Minutes: 14},
			{Name: "suspension-2", Kind: exercise.Suspension, Minutes: 6},
			{Name: "endgame", Kind: exercise.Endgame, Minutes: 8},
		},
		Clocks: exercise.Clocks{Wall: fixtureNow, Scenario: 18 * minute, Table: 12 * minute, ScenarioRunning: true, TableRunning: true, Speed: 1},
		Floor: exercise.FloorView{
			Mode: "rounds", Speaker: "hydra", Until: 12*minute + 41*second,
			Next: []exercise.TeamID{"arcadia", "lantern", "forge"}, Hands: []exercise.TeamID{"forge"},
		},
		Teams: teams(), Staff: staff(),
		Situation: "# The situation\n\nA water utility on the Vess has been hit by an **altered copy** of a tool that one of two rival states once made. Nobody says which.\n\n- Two hundred thousand people boil their water.\n- The vendor has no repair yet.\n- Each capital fears that the other did it, and that the other thinks so too.\n\n## What is on the table\n\nSix clauses of an accord between governments, businesses and philanthropies, as equals.",
		Clauses:   secondReadingClauses(), Amendments: []exercise.AmendmentView{amendmentOne()},
		Decisions: []exercise.DecisionView{
			{ID: "D1", Form: "gavel", X: "1", Title: words.Phrase("clause %s", "1"), Outcome: exercise.Carried, Sentence: carriedBut("Plumb"), At: fixtureNow - 16*minute},
			{ID: "D2", Form: "gavel", X: "2", Title: words.Phrase("clause %s", "2"), Outcome: exercise.Carried, Sentence: words.Phrase("No objection: so decided."), At: fixtureNow - 12*minute},
		},
		Incidents: []exercise.IncidentView{{
			ID: "I1", From: "Harbour CERT", Method: "mail", To: words.Phrase("everyone"), Title: "An outage at the Vess works",
			Body: "Remote control of four pumps was lost at 10:20.", Wall: fixtureNow - 13*minute, Scenario: 5 * minute, Marking: "TLP:GREEN",
			Answers: []exercise.AnswerView{{Team: "hydra", Text: "We run the pumps by hand and look for the cause.", After: 3 * minute}},
		}},
		Feed: feed(),
	}
}

func feed() []exercise.Line {
	return []exercise.Line{
		line(1, "chair", "", "chair", "Welcome. We begin at a quarter past ten. Please read your brief first."),
		told(2, "phase", "", "chair", "STARTEX. EXERCISE EXERCISE EXERCISE. The %s is open.", words.Phrase("briefing")),
		told(3, "phase", "", "chair", "%s is open: every team marks where it stands on every point.", words.Phrase("first reading").Capital()),
		told(4, "stance", "arcadia", "arcadia", "prefers %s", words.Phrase(`%s "%s"`, "3.1a/1", "shall").Ended()),
		told(5, "gavel", "", "chair", "Is there any objection to %s?", words.Phrase("clause %s", "1")),
		decided(told(6, "decided", "", "", "On %s. %s", words.Phrase("clause %s", "1"), carriedBut("Plumb")), "D1"),
		told(7, "floor", "meridia", "", "has the floor for %s.", "90 s"),
		line(8, "incident", "", "", "I1 Harbour CERT: An outage at the Vess works"),
		told(9, "answer", "hydra", "hydra", "answers %s: %s", "I1", "We run the pumps by hand and look for the cause."),
		decided(told(10, "decided", "", "", "On %s. %s", words.Phrase("clause %s", "2"), words.Phrase("No objection: so decided.")), "D2"),
		told(11, "chair", "", "chair", "%s is open.", words.Phrase("Clause %s, second reading", "3")),
		told(12, "floor", "arcadia", "", "has the floor for %s.", "90 s"),
		line(13, "said", "arcadia", "arcadia", "The notice period must fit the worst case, not the best one."),
		line(14, "said", "lantern", "lantern", "People who boil their water count in hours. We can live with a day or two, not with three."),
		told(15, "stance", "hydra", "hydra", "%s: %s", words.Phrase("cannot accept %s", words.Phrase(`%s "%s"`, "3.1b/1", "24")), "we do not yet know whether it is a fault."),
		told(16, "lodged", "forge", "forge", "%s, because %s", words.Phrase("lodged %s on %s", "A1", words.Phrase("%s: %s", "3.1", words.Phrase(`put "%s" for "%s"`, "48", "24"))), "midway, and our vendors can meet it."),
		told(17, "stance", "arcadia", "arcadia", "can live with %s", words.Phrase(`%s "%s"`, "3.1b/3", "48").Ended()),
		told(18, "hand", "forge", "forge", "raises a hand."),
		told(19, "floor", "hydra", "", "has the floor for %s.", "90 s"),
		line(20, "said", "hydra", "hydra", "Seventy-two hours is what our insurers accept. Below that we must notify before we know whether it is a fault or an attack."),
	}
}

// decided is a line that tells of a decision.
func decided(l exercise.Line, id string) exercise.Line {
	l.Ref = id
	return l
}
