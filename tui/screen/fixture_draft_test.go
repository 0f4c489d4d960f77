package screen

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// The draft of the fixtures: six clauses of an invented accord. In the second
// reading clauses 1 and 2 are agreed and clause 3 is on the table, with
// Forge's amendment A1 ("48") beside the scenario's own alternatives.

func alt(point exercise.PointID, n int, text string, stances ...exercise.StanceView) exercise.AltView {
	return exercise.AltView{ID: exercise.AltID{Point: point, N: n}, Text: text, Stances: stances}
}

func stance(team exercise.TeamID, s exercise.Stance) exercise.StanceView {
	return exercise.StanceView{Team: team, Stance: s}
}

func point(id exercise.PointID, alts ...exercise.AltView) exercise.NodeView {
	return exercise.NodeView{Point: &exercise.PointView{ID: id, Alts: alts}}
}

func plainNode(text string) exercise.NodeView { return exercise.NodeView{Text: text} }

func para(id exercise.ParaID, nodes ...exercise.NodeView) exercise.ParaView {
	return exercise.ParaView{ID: id, Nodes: nodes}
}

func clause(id exercise.ClauseID, title string, state exercise.ClauseState, open int, paras ...exercise.ParaView) exercise.ClauseView {
	return exercise.ClauseView{ID: id, Title: title, State: state, Open: open, Paras: paras}
}

// clauseThree is the clause that most screens show.
func clauseThree() exercise.ClauseView {
	shall := alt("3.1a", 1, "shall", stance("arcadia", exercise.Prefer), stance("lantern", exercise.Prefer), stance("meridia", exercise.CanLive))
	should := alt("3.1a", 2, "should", stance("hydra", exercise.Prefer), exercise.StanceView{Team: "arcadia", Stance: exercise.Cannot, Why: "a request is not a duty"})
	day := alt("3.1b", 1, "24", stance("arcadia", exercise.Prefer), stance("lantern", exercise.CanLive), exercise.StanceView{Team: "hydra", Stance: exercise.Cannot, Why: "we do not yet know whether it is a fault"})
	three := alt("3.1b", 2, "72", stance("hydra", exercise.Prefer), stance("forge", exercise.CanLive))
	two := alt("3.1b", 3, "48", stance("forge", exercise.Prefer), stance("arcadia", exercise.CanLive), stance("lantern", exercise.CanLive))
	two.Sponsors, two.Amendments, two.Ready = []exercise.TeamID{"forge"}, []exercise.AmendmentID{"A1"}, true
	return clause("3", "Notification", exercise.ClauseOpen, 2,
		para("3.1", plainNode("Each Party "), point("3.1a", shall, should), plainNode(" notify the operators concerned within "),
			point("3.1b", day, three, two), plainNode(" hours of becoming aware of an incident that may disrupt water services.")),
		para("3.2", plainNode("A notice states the nature of the incident, the services affected and a point of contact. An operator notifies the State in whose territory it works at the same time.")))
}

// secondReadingClauses is the draft in the middle of the exercise.
func secondReadingClauses() []exercise.ClauseView {
	four := clause("4", "Assistance and hot line", exercise.ClauseDraft, 1,
		para("4.1", plainNode("A Party that is asked for help answers within "), point("4.1a", alt("4.1a", 1, "6"), alt("4.1a", 2, "12")), plainNode(" hours.")),
		para("4.2", plainNode("The Parties keep a hot line that is staffed at all hours.")))
	five := clause("5", "Collateral assessment", exercise.ClauseDraft, 2,
		para("5.1", plainNode("Before use, a Party "), point("5.1a", alt("5.1a", 1, "assesses"), alt("5.1a", 2, "endeavours to assess")), plainNode(" the harm that a copy of the tool could do.")),
		para("5.2", plainNode("The assessment is "), point("5.2a", alt("5.2a", 1, "shared with the Parties"), alt("5.2a", 2, "")), plainNode(" kept for ten years.")))
	six := clause("6", "Disclosure and review", exercise.ClauseDraft, 1,
		para("6.1", plainNode("The Parties disclose a flaw in a product to its vendor "), point("6.1a", alt("6.1a", 1, "at once"), alt("6.1a", 2, "within 90 days")), plainNode(".")),
		para("6.2", plainNode("The Parties review this accord every year.")))
	return []exercise.ClauseView{
		clause("1", "Terms", exercise.ClauseAgreed, 0,
			para("1.1", plainNode("“Party” means any signatory of this accord, of whatever track.")),
			para("1.2", plainNode("“Operators concerned” means operators of water services, other than the notifying Party, that the incident may reach."))),
		clause("2", "Off-limits", exercise.ClauseAgreed, 0,
			para("2.1", plainNode("The Parties keep water services out of reach of any hostile tool.")),
			para("2.2", plainNode("A Party that finds such a tool in a water service says so."))),
		clauseThree(), four, five, six,
	}
}

// draftClauses is the draft before the table opens: nothing agreed, no stances.
func draftClauses() []exercise.ClauseView {
	clauses := secondReadingClauses()
	for i := range clauses {
		clauses[i].State = exercise.ClauseDraft
	}
	clauses[2].Paras[0].Nodes[1] = point("3.1a", alt("3.1a", 1, "shall"), alt("3.1a", 2, "should"))
	clauses[2].Paras[0].Nodes[3] = point("3.1b", alt("3.1b", 1, "24"), alt("3.1b", 2, "72"))
	return clauses
}

// adoptedClauses is the draft at closing: clause 6 is deferred to the annex.
func adoptedClauses() []exercise.ClauseView {
	clauses := secondReadingClauses()
	clauses[2].Open, clauses[3].Open, clauses[4].Open = 0, 0, 0
	clauses[2].Paras[0].Nodes = []exercise.NodeView{plainNode("Each Party shall notify the operators concerned within 48 hours of becoming aware of an incident that may disrupt water services.")}
	clauses[3].Paras[0].Nodes = []exercise.NodeView{plainNode("A Party that is asked for help answers within 12 hours.")}
	clauses[4].Paras[0].Nodes = []exercise.NodeView{plainNode("Before use, a Party assesses the harm that a copy of the tool could do.")}
	clauses[4].Paras[1].Nodes = []exercise.NodeView{plainNode("The assessment is kept for ten years.")}
	for i := range clauses {
		clauses[i].State = exercise.ClauseFinal
	}
	clauses[5].State = exercise.ClauseDeferred
	return clauses
}

func amendmentOne() exercise.AmendmentView {
	return exercise.AmendmentView{
		ID: "A1", Clause: "3", Sponsors: []exercise.TeamID{"forge"}, Because: "midway, and our vendors can meet it",
		Alts: []exercise.AltID{{Point: "3.1b", N: 3}}, State: exercise.AmendmentLodged, Line: words.Phrase("%s: %s", "3.1", words.Phrase(`put "%s" for "%s"`, "48", "24")),
	}
}
