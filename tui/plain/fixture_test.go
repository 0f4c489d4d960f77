package plain

import (
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// The fixture is one moment of an invented exercise, Harbour Accord, as one
// delegate sees it.

const (
	second = int64(1000)
	minute = 60 * second
)

// now is 10:41:19 in Geneva.
var now = time.Date(2026, 3, 3, 9, 41, 19, 0, time.UTC).UnixMilli()

func at(clock string) int64 {
	t, err := time.Parse("2006-01-02 15:04 -0700", "2026-03-03 "+clock+" +0100")
	if err != nil {
		panic(err)
	}
	return t.UnixMilli()
}

func norland() *exercise.View {
	return &exercise.View{Schema: exercise.ViewSchema, Room: room(), Own: &exercise.OwnView{
		Seat: "norland", Name: "Norland", Team: "norland", Track: exercise.Kappa,
		Roles: []exercise.Role{exercise.Delegate}, Head: true, Agreed: true,
		Do:     words.Phrase("You are next. 1 point wants your stance."),
		ForYou: []exercise.Notice{{Text: words.Phrase("CivNet asks: Would 24 hours for Tier 1 do?"), Verb: `answer-ask #k1.2 "`}},
		Brief: &exercise.BriefView{
			Page:  "# Norland\n\nYou chair the coast guard forum.\n\nYour minister wants a duty, not a wish.",
			Wants: []string{"A duty to notify within 24 hours"}, Trades: []string{"48 hours for small operators"},
			RedLines: []string{"No public attribution"}, Offers: []string{"A duty officer in every port", "Satellite pictures"},
			Points: []exercise.BriefPointView{{Point: "3.1a", Why: "should binds nobody"}},
		},
		Stakes: &exercise.StakesView{
			NoAgreement: 40, Clauses: []exercise.ClauseStake{{Clause: "3", Agreed: 10}},
			Points: []exercise.PointStakeView{{Point: "3.1a", Alts: []exercise.AltStakeView{{Text: "shall", Worth: 60}, {Text: "should", Worth: 5}}}},
		},
		Stances: []exercise.OwnStance{
			{Alt: alt("3.1a", 1), Stance: exercise.Prefer},
			{Alt: alt("3.1b", 2), Stance: exercise.CanLive, ToChair: true},
		},
		Incidents: []exercise.IncidentView{{
			ID: "L1", From: "Ministry", Method: "call", To: words.Phrase("Norland"), Title: "A word from the capital",
			Body: "The minister can live with 48 hours.", Wall: at("10:30"),
		}},
		Asks: []exercise.AskView{{No: "k1.2", From: "civnet", To: "norland", Text: "Would 24 hours for Tier 1 do?", Wall: at("10:38")}},
		Lines: []exercise.Line{
			{No: "k1.1", Room: "team/norland", Wall: at("10:33"), Kind: "room", Team: "norland", Seat: "norland-2", Text: "Shall we take 48?", Spoken: true},
			{No: "k1.2", Room: "team/norland", Wall: at("10:38"), Kind: "ask", Team: "civnet", Text: "asks Norland: Would 24 hours for Tier 1 do?"},
		},
	}}
}

func alt(point exercise.PointID, n int) exercise.AltID { return exercise.AltID{Point: point, N: n} }

func room() *exercise.RoomView {
	return &exercise.RoomView{
		ID: "table", Phase: exercise.Table, Item: 1, Revision: 4,
		Exercise: exercise.About{Name: "harbour", Title: "Harbour Accord", Organiser: "The Harbour Institute", Zone: "Europe/Zurich", Retention: "90 days", Marking: "TLP:GREEN"},
		Agenda: []exercise.ItemView{
			{Name: "first-reading", Kind: exercise.FirstReading, Minutes: 6},
			{Name: "3", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"3"}, Minutes: 18, Until: 25 * minute},
			{Name: "endgame", Kind: exercise.Endgame, Minutes: 8},
		},
		Clocks: exercise.Clocks{Wall: now - 19*second, Scenario: 42 * minute, Table: 12 * minute, ScenarioRunning: true, TableRunning: true, Speed: 2},
		Floor:  exercise.FloorView{Mode: "rounds", Speaker: "telvia", Until: 13 * minute, Next: []exercise.TeamID{"norland", "civnet"}},
		Teams:  delegations(),
		Staff: []exercise.SeatView{
			{ID: "chair", Name: "Chair", Roles: []exercise.Role{exercise.Chair, exercise.Control}, Via: "screen"},
			{ID: "recorder", Name: "Recorder", Roles: []exercise.Role{exercise.Recorder}},
		},
		Situation: "A port service is down.\n\nTwo states suspect each other → nobody is sure.",
		Clauses:   clauses(),
		Amendments: []exercise.AmendmentView{{
			ID: "A15", Clause: "3", Sponsors: []exercise.TeamID{"telvia", "civnet"}, Because: "midway",
			Alts: []exercise.AltID{alt("3.1b", 3)}, State: exercise.AmendmentLodged, Line: words.Phrase(`3.1: put "48" for "24"`),
		}},
		Standing: []exercise.DecisionView{{
			ID: "D6", Form: "gavel", X: "A15", Title: words.Phrase("A15 on 3.1"), Until: 13 * minute,
			AsItWouldRead: []exercise.Phrase{words.Phrase("Each Party shall notify within 48 hours.")}, At: at("10:41"), IfNothingChanges: words.Phrase("If nothing changes: carried; Norland has said nothing."),
			Positions: []exercise.PositionView{{Team: "norland"}, {Team: "telvia", Position: exercise.PositionWait}},
		}},
		Decisions: []exercise.DecisionView{{
			ID: "D5", Form: "put", X: "2", Title: words.Phrase("clause 2"), Outcome: exercise.Carried, At: at("10:20"),
			Sentence:   words.Phrase("Carried; Telvia accepts ad referendum."),
			Positions:  []exercise.PositionView{{Team: "norland", Position: exercise.Accept}, {Team: "telvia", Position: exercise.Accept, AdRef: true}},
			Statements: []exercise.StatementView{{Team: "norland", Text: "We read hours as clock hours."}},
		}},
		Incidents: []exercise.IncidentView{{
			ID: "I3", From: "Harbour CERT", Method: "mail", To: words.Phrase("everyone"), Title: "An outage", Body: "Cranes stand still.\nNobody knows why.",
			Asks: "Say what you do first.", AnswerBy: 50 * minute, Wall: at("10:40"), Answers: []exercise.AnswerView{{Team: "telvia", Text: "We isolate the plant.", After: 3 * minute}},
		}},
		Feed: feed(),
	}
}

func delegations() []exercise.TeamView {
	return []exercise.TeamView{
		{ID: "norland", Name: "Norland", Track: exercise.Kappa, Presence: exercise.Here, Seats: []exercise.SeatView{
			{ID: "norland", Name: "Norland", Via: "plain"}, {ID: "norland-2", Name: "Norland's adviser", Via: "screen", Ready: true},
		}},
		{ID: "telvia", Name: "Telvia", Track: exercise.Epsilon, Presence: exercise.Here, Seats: []exercise.SeatView{{ID: "telvia", Name: "Telvia", Via: "script"}}},
		{ID: "civnet", Name: "CivNet", Track: exercise.Phi, Presence: exercise.Absent, AbsentSince: at("10:37"), Seats: []exercise.SeatView{{ID: "civnet", Name: "CivNet"}}},
	}
}

func clauses() []exercise.ClauseView {
	stance := func(team exercise.TeamID, s exercise.Stance, why string) exercise.StanceView {
		return exercise.StanceView{Team: team, Stance: s, Why: why}
	}
	duty := exercise.PointView{ID: "3.1a", Alts: []exercise.AltView{
		{ID: alt("3.1a", 1), Text: "shall", Stances: []exercise.StanceView{stance("norland", exercise.Prefer, "")}},
		{ID: alt("3.1a", 2), Text: "should", Stances: []exercise.StanceView{stance("telvia", exercise.Prefer, ""), stance("norland", exercise.Cannot, "It binds nobody.")}},
	}}
	hours := exercise.PointView{ID: "3.1b", Alts: []exercise.AltView{
		{ID: alt("3.1b", 1), Text: "24"},
		{ID: alt("3.1b", 2), Text: "72"},
		{
			ID: alt("3.1b", 3), Text: "48", Sponsors: []exercise.TeamID{"telvia", "civnet"}, Amendments: []exercise.AmendmentID{"A15"}, Ready: true,
			Stances: []exercise.StanceView{stance("civnet", exercise.CanLive, "with help"), stance("telvia", exercise.Prefer, "")},
		},
	}}
	outer := exercise.PointView{ID: "4.1b", Outer: true, Alts: []exercise.AltView{
		{ID: alt("4.1b", 1), AsItStands: true, Nodes: []exercise.NodeView{{Text: "keep a hot line"}, {Point: &exercise.PointView{ID: "4.1a", Alts: []exercise.AltView{
			{ID: alt("4.1a", 1), Text: ", staffed at all hours"}, {ID: alt("4.1a", 2)},
		}}}}},
		{ID: alt("4.1b", 2), Text: "publish a telephone number [of a port]"},
	}}
	return []exercise.ClauseView{
		{ID: "3", Title: "Notification", State: exercise.ClauseOpen, Open: 2, Paras: []exercise.ParaView{
			{ID: "3.1", Nodes: []exercise.NodeView{{Text: "Each Party "}, {Point: &duty}, {Text: " notify the operators concerned within "}, {Point: &hours}, {Text: " hours."}}},
			{ID: "3.2", Nodes: []exercise.NodeView{{Text: "A notice states the nature of the incident."}}},
		}},
		{ID: "4", Title: "Hot line", State: exercise.ClauseDraft, Open: 2, Paras: []exercise.ParaView{
			{ID: "4.1", Nodes: []exercise.NodeView{{Text: "The Parties "}, {Point: &outer}, {Text: "."}}},
		}},
	}
}

func feed() []exercise.Line {
	return []exercise.Line{
		{No: "1", Room: "table", Wall: at("10:38"), Kind: "said", Team: "norland", Seat: "norland", Text: "We can live with 72 hours for small operators.", Spoken: true, Corrections: []string{"I meant 48"}},
		{No: "2", Room: "table", Wall: at("10:39"), Kind: "lodged", Team: "telvia", Seat: "telvia", Ref: "A15", Text: `lodged A15 on 3.1: put "48" for "24".`},
		{No: "3", Room: "table", Wall: at("10:40"), Kind: "incident", Ref: "I3", Text: "Harbour CERT reports an outage."},
		{No: "4", Room: "table", Wall: at("10:41"), Kind: "ruling", Seat: "chair", Text: "rules: Telvia has\nthe floor for three minutes"},
		{No: "5", Room: "table", Wall: at("10:41"), Kind: "floor", Team: "telvia", Text: "has the floor for 1 minute."},
		{No: "6", Room: "table", Wall: at("10:41"), Kind: "said", Team: "telvia", Seat: "telvia", Text: "[removed by control, 10:41]", Spoken: true, Removed: true},
	}
}
