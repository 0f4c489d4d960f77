package screen

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// The moments of the rule book beside the plain second reading: a sheet, the
// silence procedure, motions, rooms, the chair's text, the hall, the endgame.

// sheetView is a sheet of four with one deadline: an amendment, a conditional
// clause, a package, and a clause that stands under silence.
func sheetView(seat exercise.SeatID) *exercise.View {
	v := putView(seat)
	first := &v.Room.Standing[0]
	first.Tallies = []exercise.TallyView{
		{Track: exercise.Kappa, Rule: "concurrence", Accept: []exercise.TeamID{"arcadia"}, Silent: []exercise.TeamID{"meridia"}, Carries: true},
		{Track: exercise.Epsilon, Rule: "concurrence", Accept: []exercise.TeamID{"forge"}, NotYet: []exercise.TeamID{"hydra"}},
		{Track: exercise.Phi, Rule: "at least 2/3 of cast", Silent: []exercise.TeamID{"lantern", "plumb"}, Needed: 1, Base: 1},
	}
	first.AdRef = []exercise.AdRefView{{Team: "forge", Until: v.Room.Clocks.Table + 9*minute}}
	first.Understanding = words.Phrase("on the understanding that %s", words.Phrase("%s is agreed", "5"))
	first.Sheet = "S1"
	until := first.Until
	v.Room.Standing = append(
		v.Room.Standing,
		exercise.DecisionView{
			ID: "D4", Form: "put", X: "4", Sheet: "S1", Title: words.Phrase("clause %s", "4"), Until: until, At: first.At, Positions: accepted("arcadia", "hydra", "lantern"),
			AsItWouldRead:    says("4.1 A Party that is asked for help answers within 12 hours.", "4.2 The Parties keep a hot line that is staffed at all hours."),
			IfNothingChanges: unchanged(carriedBut("Meridia", "Forge", "Plumb")),
			Tallies: []exercise.TallyView{
				{Track: exercise.Kappa, Rule: "concurrence", Accept: []exercise.TeamID{"arcadia"}, Silent: []exercise.TeamID{"meridia"}, Carries: true},
				{Track: exercise.Epsilon, Rule: "concurrence", Accept: []exercise.TeamID{"hydra"}, Silent: []exercise.TeamID{"forge"}, Carries: true},
				{Track: exercise.Phi, Rule: "concurrence", Accept: []exercise.TeamID{"lantern"}, Silent: []exercise.TeamID{"plumb"}, Carries: true},
			},
		},
		exercise.DecisionView{
			ID: "D5", Form: "put", X: "P1", Sheet: "S1", Title: words.Phrase("package P1: A1 and clause 5"), Until: until, At: first.At, Positions: accepted(),
			IfNothingChanges: unchanged(words.Phrase("%s.", words.Phrase("Not carried: nobody in %s accepted", words.Phrase("%s (%s)", "κ", words.Phrase("government"))))),
		},
		exercise.DecisionView{
			ID: "D8", Form: "silence", X: "5", Title: words.Phrase("clause %s", "5"), Proposed: true, Until: v.Room.Clocks.Table + 24*second, At: first.At, Positions: accepted(),
			IfNothingChanges: words.Phrase("If nobody breaks the silence: so decided."),
		},
		exercise.DecisionView{
			ID: "D6", Form: "silence", X: "6", Title: words.Phrase("clause %s", "6"), Until: v.Room.Clocks.Table + 9*minute, At: first.At, Positions: accepted(),
			AsItWouldRead:    says("6.1 The Parties disclose a flaw in a product to its vendor within 90 days.", "6.2 The Parties review this accord every year."),
			IfNothingChanges: words.Phrase("If nobody breaks the silence: so decided."),
		},
	)
	do(v, "Your position on %s is asked: `position %s accept`.", "A1", "A1")
	return v
}

// accepted is a table on which some teams have accepted.
func accepted(who ...exercise.TeamID) []exercise.PositionView {
	all := unanswered()
	for i := range all {
		if hasTeam(who, all[i].Team) {
			all[i].Position = exercise.Accept
		}
	}
	return all
}

// motionView is a motion with an appeal before it, the appeal being put.
func motionView(seat exercise.SeatID) *exercise.View {
	v := putView(seat)
	v.Room.Motions = []exercise.MotionView{
		{ID: "M2", Kind: "appeal", Team: "hydra", Why: "the ruling was on substance", State: "put"},
		{ID: "M1", Kind: "suspend", Team: "lantern", Why: "we need to call home", Line: words.Phrase("to suspend the sitting for %s", "8 min"), State: "open"},
		{ID: "M3", Kind: "reopen", Team: "plumb", Clause: "2", Line: words.Phrase("to reopen clause %s", "2"), Why: "we were away when it was decided", State: "open"},
	}
	d := &v.Room.Standing[0]
	*d = exercise.DecisionView{
		ID: "D4", Form: "put", X: "M2", Title: words.Phrase("%s, the appeal of %s against the ruling", "M2", "Hydra"), Until: d.Until, At: d.At, Positions: accepted("hydra"),
		Tallies:          []exercise.TallyView{{Rule: "more than 1/2 of cast", Accept: []exercise.TeamID{"hydra"}, Silent: []exercise.TeamID{"arcadia", "meridia", "forge", "lantern", "plumb"}, Needed: 1, Base: 1, Carries: true}},
		IfNothingChanges: unchanged(carriedBut("Arcadia", "Meridia", "Forge", "Lantern", "Plumb")),
	}
	if c := v.Own.Chair; c != nil {
		c.Suggest, c.Verb = words.Phrase("Hydra's appeal stands; it closes when all have answered."), "close M2"
		c.Requests = says("Plumb asks to reopen 2, decided while it was absent")
	}
	do(v, "Your position on %s is asked: `position %s accept`.", "M2", "M2")
	return v
}

// draftingView is clause 3 with the chair's text beside amendments, one of them
// within another, in a sequence, with 3.2 decided by itself.
func draftingView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	c := &v.Room.Clauses[2]
	hours := c.Paras[0].Nodes[3].Point
	chairs := alt("3.1b", 4, "48, or 24 in an emergency,")
	chairs.Chair, chairs.Amendments = true, []exercise.AmendmentID{"A3"}
	hours.Alts[2].Authors = []exercise.AuthorView{{From: 0, To: 2, Author: exercise.Author{Team: "forge"}}}
	chairs.Authors = []exercise.AuthorView{{From: 0, To: len(chairs.Text), Author: exercise.Author{Chair: true}}}
	inner := alt("3.1b", 5, "48 working", stance("hydra", exercise.Prefer))
	inner.Sponsors, inner.Amendments = []exercise.TeamID{"hydra"}, []exercise.AmendmentID{"A2"}
	inner.Authors = []exercise.AuthorView{{From: 0, To: 2, Author: exercise.Author{Team: "forge"}}, {From: 2, To: len(inner.Text), Author: exercise.Author{Team: "hydra"}}}
	hours.Alts = append(hours.Alts, chairs, inner)
	c.Sequence, c.Divided, c.Agreed = []exercise.AmendmentID{"A3", "A1", "A2"}, []exercise.ParaID{"3.2"}, []exercise.ParaID{"3.2"}
	v.Room.Amendments = append(
		v.Room.Amendments,
		exercise.AmendmentView{ID: "A2", Clause: "3", Sponsors: []exercise.TeamID{"hydra"}, In: "A1", Friendly: true, Alts: []exercise.AltID{{Point: "3.1b", N: 5}}, State: exercise.AmendmentLodged, Line: words.Phrase(`3.1: put "48 working" for "48" in A1`)},
		exercise.AmendmentView{ID: "A3", Clause: "3", Chair: true, Alts: []exercise.AltID{{Point: "3.1b", N: 4}}, State: exercise.AmendmentLodged, Line: words.Phrase(`3.1: put "48, or 24 in an emergency," for "24"`)},
	)
	v.Room.Revisions = revisions()
	return v
}

// revisions is how 3.1 came to read as it does.
func revisions() []exercise.RevisionView {
	read := func(n int, para exercise.ParaID, why exercise.Phrase, text string) exercise.RevisionView {
		return exercise.RevisionView{N: n, Wall: fixtureNow - int64(20-n)*minute, Para: para, Why: why, Text: text}
	}
	var all []exercise.RevisionView
	for _, c := range draftClauses() {
		for _, p := range c.Paras {
			all = append(all, read(0, p.ID, words.Phrase("the scenario's draft"), p.Text(exercise.InBrackets)))
		}
	}
	return append(
		all,
		read(7, "3.1", words.Phrase("%s lodged", "A1"), "Each Party [shall | should] notify the operators concerned within [24 | 72 | 48] hours of becoming aware of an incident that may disrupt water services."),
		read(8, "3.1", words.Phrase("%s lodged", "A3"), "Each Party [shall | should] notify the operators concerned within [24 | 72 | 48 | 48, or 24 in an emergency,] hours of becoming aware of an incident that may disrupt water services."),
		read(9, "3.1", words.Phrase("%s lodged", "A2"), "Each Party [shall | should] notify the operators concerned within [24 | 72 | 48 | 48, or 24 in an emergency, | 48 working] hours of becoming aware of an incident that may disrupt water services."),
	)
}

// statesView shows clauses reopened, deferred and deleted, and an outer point.
func statesView(seat exercise.SeatID) *exercise.View {
	v := draftingView(seat)
	v.Room.Clauses[0].State, v.Room.Clauses[0].Open = exercise.ClauseReopened, 0
	v.Room.Clauses[3].State = exercise.ClauseDeferred
	v.Room.Clauses[5].State = exercise.ClauseDeleted
	p := &v.Room.Clauses[2].Paras[0]
	stands := exercise.AltView{ID: exercise.AltID{Point: "3.1c", N: 1}, AsItStands: true, Nodes: p.Nodes[1:4], Stances: []exercise.StanceView{stance("arcadia", exercise.Prefer)}}
	whole := alt("3.1c", 2, "shall, where it can, notify those concerned within two working days", stance("forge", exercise.Prefer))
	whole.Sponsors, whole.Amendments = []exercise.TeamID{"forge"}, []exercise.AmendmentID{"A4"}
	p.Nodes = []exercise.NodeView{p.Nodes[0], {Point: &exercise.PointView{ID: "3.1c", Outer: true, Alts: []exercise.AltView{stands, whole}}}, p.Nodes[4]}
	return v
}

// caucusView is Arcadia and Hydra in a caucus with a joint draft, Lantern
// invited to another one by Arcadia.
func caucusView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Teams[2].Consulting = true
	table := v.Room.Clocks.Table
	said := func(no string, ago int64, team exercise.TeamID, text string) exercise.Line {
		return exercise.Line{No: no, Room: "caucus/C1", Wall: fixtureNow - ago, Kind: "caucus", Team: team, Seat: exercise.SeatID(team), Text: text, Spoken: true}
	}
	if v.Own.Team == "arcadia" || v.Own.Team == "hydra" {
		v.Own.Caucuses = []exercise.CaucusView{{
			ID: "C1", Members: []exercise.TeamID{"arcadia", "hydra"}, Invited: []exercise.TeamID{"plumb"}, Open: true, Since: table - 4*minute, Until: table + 6*minute + 20*second,
			Draft: words.Phrase("%s: %s", "3.1", words.Phrase(`put "%s" for "%s"`, "72 hours, or 24 for a Tier 1 port", "24 hours")), Signed: []exercise.TeamID{"arcadia"},
			Lines: []exercise.Line{
				said("c1.1", 3*minute, "hydra", "If Annex B lists only Tier 1 ports, we can move."),
				said("c1.2", 2*minute, "arcadia", "Tier 1 plus the two fuel terminals."),
				said("c1.3", minute, "hydra", "One fuel terminal. Orla is ours and is covered."),
			},
		}}
	}
	if v.Own.Team == "arcadia" || v.Own.Team == "lantern" {
		v.Own.Caucuses = append(v.Own.Caucuses, exercise.CaucusView{ID: "C2", Clause: "5", Members: []exercise.TeamID{"arcadia"}, Invited: []exercise.TeamID{"lantern"}, Asked: v.Own.Team == "lantern"})
	}
	if v.Own.Team == "lantern" {
		v.Own.ForYou = append(v.Own.ForYou, exercise.Notice{Text: words.Phrase("Arcadia invites you to a contact group on clause 5."), Verb: "caucus accept C2"})
	}
	return v
}

// wishesView is a head with advisers' wishes and sealed positions.
func wishesView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	if v.Own.Team != "arcadia" {
		return v
	}
	v.Own.Wishes = []exercise.WishView{{No: "W1", Seat: "arcadia-2", Line: `position A1 accept`, Wall: fixtureNow - minute}, {No: "W2", Seat: "arcadia-2", Line: `withdraw A4`, Wall: fixtureNow - 30*second}}
	v.Own.Conditionals = []exercise.ConditionalView{
		{X: "A1", If: words.Phrase("%s and %s", words.Phrase("%s is agreed", "4"), words.Phrase("%s is carried", "A3")), Asked: true},
		{X: "5", If: words.Phrase("%s is carried", "A1")},
	}
	return v
}

// procedureView is an informal sitting with a right of reply, a poll, a
// package, speaking times, and what the chair has brought.
func procedureView(seat exercise.SeatID) *exercise.View {
	v := draftingView(seat)
	v.Room.Floor.InformalUntil, v.Room.Floor.Replying = v.Room.Clocks.Table+14*minute, true
	v.Room.Focus = "3.1"
	for i, spoken := range []int64{190, 70, 260, 150, 120, 40} {
		v.Room.Teams[i].SpokenFor = spoken * second
	}
	v.Room.Groups = []exercise.GroupView{{Clause: "5", Teams: []exercise.TeamID{"lantern", "forge"}, Until: v.Room.Clocks.Table + 6*minute}}
	v.Room.Quorum = exercise.QuorumView{
		Hinders: words.Phrase("%s has been away for less than three minutes; nothing is decided without it until then.", "Plumb"), Until: fixtureNow + 40*second,
		Tracks: []exercise.TrackQuorum{{Track: exercise.Kappa, Here: []exercise.TeamID{"arcadia", "meridia"}}, {Track: exercise.Epsilon, Here: []exercise.TeamID{"hydra", "forge"}}, {Track: exercise.Phi, Here: []exercise.TeamID{"lantern"}, Away: []exercise.TeamID{"plumb"}}},
	}
	v.Room.Feed = append(v.Room.Feed,
		exercise.Line{No: "21", Room: "table", Wall: fixtureNow - 40*second, Kind: "said", Team: "forge", Seat: "recorder", Text: "Could accept 48 hours.", Heard: true},
		exercise.Line{No: "22", Room: "table", Wall: fixtureNow - 20*second, Kind: "said", Team: "lantern", Seat: "lantern", Text: "Off the record: so could we.", Informal: true})
	v.Room.Packages = []exercise.PackageView{{
		ID: "P1", Sponsors: []exercise.TeamID{"arcadia", "hydra"}, State: "open", RenewBy: v.Room.Clocks.Table + 95*second,
		Parts: []exercise.PartView{{X: "A1", Title: words.Phrase("%s on %s", "A1", "3.1")}, {X: "2", Title: words.Phrase("clause %s", "2"), Met: true}, {X: "5", Title: words.Phrase("clause %s", "5")}},
	}}
	v.Room.Polls = []exercise.PollView{{
		N: 1, Question: "Is 48 hours worth a second reading?", Open: true, Silent: []exercise.TeamID{"plumb", "meridia"},
		Options: []exercise.OptionView{{N: 1, Text: "Yes", Teams: []exercise.TeamID{"arcadia", "forge", "lantern"}}, {N: 2, Text: "No", Teams: []exercise.TeamID{"hydra"}}},
	}}
	if v.Own.Team == "lantern" || v.Own.Has(exercise.Chair) {
		v.Own.Caucuses = []exercise.CaucusView{{ID: "C1", Clause: "5", Members: []exercise.TeamID{"lantern", "forge"}, Open: true, Since: v.Room.Clocks.Table - 4*minute, Until: v.Room.Clocks.Table + 6*minute}}
	}
	v.Room.Rules = exercise.ProcedureView{Name: "lateral", Lines: says("κ: concurrence.", "ε: concurrence.", "φ: concurrence.")}
	return v
}

// endgameView is the endgame: a sheet of two stands, clause 6 remains, clause 5
// is deferred.
func endgameView(seat exercise.SeatID) *exercise.View {
	v := sheetView(seat)
	v.Room.Item = 5
	v.Room.Agenda[5].Until = v.Room.Clocks.Table + 7*minute
	v.Room.Standing = append(v.Room.Standing[:2:2], exercise.DecisionView{
		ID: "D7", Form: "gavel", X: "A3", Title: words.Phrase("%s on %s", "A3", "3.1"), Until: v.Room.Clocks.Table + 21*second, At: fixtureNow - 9*second, Positions: unanswered(),
		IfNothingChanges: words.Phrase("If nobody objects: so decided."),
	})
	for i := range 3 {
		v.Room.Clauses[i].State, v.Room.Clauses[i].Open = exercise.ClauseAgreed, 0
	}
	v.Room.Clauses[2].State, v.Room.Clauses[2].Open = exercise.ClauseOpen, 2
	v.Room.Clauses[4].State = exercise.ClauseDeferred
	return v
}

// hallView is a table of governments seen from the hall: Forge sits there.
func hallView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Rules = exercise.ProcedureView{Name: "track-2", Lines: says("κ decides by concurrence.", "ε and φ sit in the hall; their non-paper goes to the table at each second reading."), Hall: []exercise.Track{exercise.Epsilon, exercise.Phi}}
	v.Room.Exercise.Procedure = "track-2"
	if v.Own.Team == "" || v.Own.Track == exercise.Kappa {
		return v
	}
	v.Room.ID, v.Room.Published, v.Room.Item = exercise.HallRoom, 7, -1
	v.Room.Floor = exercise.FloorView{Mode: "open"}
	v.Room.Amendments = []exercise.AmendmentView{{ID: "N1", Clause: "3", Sponsors: []exercise.TeamID{"lantern"}, State: exercise.AmendmentDelivered, Line: words.Phrase("%s: %s", "3.1", words.Phrase(`put "%s" for "%s"`, "48", "24"))}}
	do(v, "You are in the hall. %s", words.Phrase("`say` speaks in the hall, `text` shows what is published, `whisper` reaches the chair and `ask TEAM` another team; `amend` adds to the non-paper."))
	v.Room.Feed = v.Room.Feed[len(v.Room.Feed)-2:]
	return v
}

// slotView is the stakeholder slot of a table of governments and businesses,
// at which the philanthropies observe.
func slotView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Agenda[2] = exercise.ItemView{Name: "slot", Kind: exercise.StakeholderSlot, Minutes: 8, Until: v.Room.Clocks.Table + 6*minute}
	v.Room.Item = 2
	v.Room.Floor = exercise.FloorView{Mode: "queue"}
	v.Room.Rules.Observe = []exercise.Track{exercise.Phi}
	if v.Own.Track == exercise.Phi {
		do(v, "The stakeholder slot is open: `hand` asks for the floor.")
	}
	return v
}

// dueView is closing with an acceptance ad referendum that still stands.
func dueView(seat exercise.SeatID) *exercise.View {
	v := closingView(seat)
	v.Room.Voided = []exercise.SignatureView{{Team: "lantern", How: "signed"}}
	v.Room.Decisions = append(v.Room.Decisions, exercise.DecisionView{
		ID: "D7", Form: "put", X: "4", Title: words.Phrase("clause %s", "4"), Outcome: exercise.Carried, Sentence: words.Phrase("%s.", words.Phrase("Carried")), At: fixtureNow - 4*minute,
		Understanding: words.Phrase("on the understanding that %s", words.Phrase("%s is agreed", "5")), Flagged: words.Phrase("5 was reopened at 10:52"),
		AdRef:      []exercise.AdRefView{{Team: "hydra", Until: v.Room.Clocks.Table + 6*minute}, {Team: "forge", Cleared: true}, {Team: "plumb", Lapsed: true, Why: "our trustees want a term"}},
		Statements: []exercise.StatementView{{Team: "lantern", Text: "We read “hours” as clock hours."}},
	})
	return v
}
