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
			{ID: "D1", Form: "gavel", X: "1", Title: words.Phrase("clause 1"), Outcome: exercise.Carried, Sentence: words.Phrase("Carried; Plumb said nothing."), At: fixtureNow - 16*minute},
			{ID: "D2", Form: "gavel", X: "2", Title: words.Phrase("clause 2"), Outcome: exercise.Carried, Sentence: words.Phrase("Carried without objection."), At: fixtureNow - 12*minute},
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
		line(2, "phase", "", "chair", "STARTEX. The briefing is open for 6 minutes."),
		line(3, "phase", "", "chair", "The table is open: first reading."),
		line(4, "stance", "arcadia", "arcadia", "prefers 3.1a/1 “shall”"),
		line(5, "gavel", "", "chair", "Is there any objection to clause 1?"),
		decided(line(6, "decided", "", "", "Clause 1 is agreed provisionally. Plumb said nothing."), "D1"),
		line(7, "floor", "meridia", "", "has the floor"),
		line(8, "incident", "", "", "I1 Harbour CERT: An outage at the Vess works"),
		line(9, "answer", "hydra", "hydra", "answers I1: We run the pumps by hand and look for the cause."),
		decided(line(10, "decided", "", "", "Clause 2 is agreed provisionally, without objection."), "D2"),
		line(11, "chair", "", "chair", "opens clause 3: Notification"),
		line(12, "floor", "arcadia", "", "has the floor"),
		line(13, "said", "arcadia", "arcadia", "The notice period must fit the worst case, not the best one."),
		line(14, "said", "lantern", "lantern", "People who boil their water count in hours. We can live with a day or two, not with three."),
		line(15, "stance", "hydra", "hydra", "cannot accept 3.1b/1 “24”: we do not yet know whether it is a fault"),
		line(16, "lodged", "forge", "forge", "lodges A1 on 3.1: put “48” for “24”, because midway, and our vendors can meet it"),
		line(17, "stance", "arcadia", "arcadia", "can live with 3.1b/3 “48”"),
		line(18, "hand", "forge", "forge", "raises a hand"),
		line(19, "floor", "hydra", "", "has the floor"),
		line(20, "said", "hydra", "hydra", "Seventy-two hours is what our insurers accept. Below that we must notify before we know whether it is a fault or an attack."),
	}
}

// decided is a line that tells of a decision.
func decided(l exercise.Line, id string) exercise.Line {
	l.Ref = id
	return l
}
