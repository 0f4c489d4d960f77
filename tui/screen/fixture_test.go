package screen

import (
	"strings"
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// The fixtures are views of an invented exercise, "copycat", built by hand:
// one function a moment, each for any seat. Every golden starts from one.

const (
	second = int64(1000)
	minute = 60 * second
)

// fixtureNow is the wall time of every fixture: 10:41:00 in Geneva.
var fixtureNow = time.Date(2026, 3, 3, 9, 41, 0, 0, time.UTC).UnixMilli()

// moment is one state of the exercise as each seat sees it.
type moment struct {
	name string
	view func(exercise.SeatID) *exercise.View
}

// moments lists every fixture in the order of play.
func moments() []moment {
	return []moment{
		{"firstcontact", firstContactView},
		{"lobby", lobbyView},
		{"briefing", briefingView},
		{"firstreading", firstReadingView},
		{"turn", turnView},
		{"gavel", gavelView},
		{"put", putView},
		{"sheet", sheetView},
		{"motion", motionView},
		{"drafting", draftingView},
		{"states", statesView},
		{"caucus", caucusView},
		{"wishes", wishesView},
		{"procedure", procedureView},
		{"endgame", endgameView},
		{"hall", hallView},
		{"slot", slotView},
		{"incident", incidentView},
		{"suspension", suspensionView},
		{"realworld", realWorldView},
		{"closing", closingView},
		{"due", dueView},
		{"collecting", hotWashCollectingView},
		{"boards", hotWashBoardsView},
		{"closed", closedView},
	}
}

// fixtureSeats lists the seats of the exercise. The seat chair holds chair,
// control and simcell; control is a second seat for the exercise director.
func fixtureSeats() []exercise.SeatID {
	return []exercise.SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb", "chair", "control", "recorder", "evaluator", "observer", "projector"}
}

func firstContactView(seat exercise.SeatID) *exercise.View {
	v := lobbyView(seat)
	v.Own.Agreed, v.Own.Do = false, words.Phrase("Read the first page and accept it to take part.")
	return v
}

func lobbyView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Phase, v.Room.Item, v.Room.Clauses = exercise.Lobby, -1, draftClauses()
	v.Room.Clocks = exercise.Clocks{Wall: fixtureNow, Speed: 1}
	v.Room.Floor = exercise.FloorView{Mode: "closed"}
	v.Room.Feed = []exercise.Line{
		line(1, "chair", "", "chair", "Welcome. We begin at a quarter to eleven. Please read your brief first."),
		told(2, "presence", "forge", "forge", "is ready."),
	}
	for i := range v.Room.Teams {
		v.Room.Teams[i].LastSpoke, v.Room.Teams[i].Spoken = 0, 0
	}
	v.Room.Teams[1].Seats[0].Via = ""
	v.Room.Teams[1].Presence, v.Room.Teams[1].AbsentSince = exercise.Absent, fixtureNow-4*minute
	v.Room.Teams[3].Seats[0].Ready = true
	v.Own.ForYou, v.Own.Asks, v.Own.Lines, v.Own.Requests, v.Own.Stances = nil, nil, nil, nil, nil
	if c := v.Own.Chair; c != nil {
		*c = exercise.ChairView{Suggest: words.Phrase("Meridia is not here yet.")}
	}
	if c := v.Own.Control; c != nil {
		*c = exercise.ControlView{Next: words.Phrase("`start` announces STARTEX when everyone is here."), Timeline: c.Timeline}
	}
	do(v, "Read your brief, then say that you are `ready`.")
	return v
}

func briefingView(seat exercise.SeatID) *exercise.View {
	v := lobbyView(seat)
	v.Room.Phase = exercise.Briefing
	v.Room.Clocks.ScenarioRunning, v.Room.Clocks.Scenario = true, 2*minute
	v.Room.Feed = append(v.Room.Feed, told(3, "phase", "", "chair", "STARTEX. EXERCISE EXERCISE EXERCISE. The %s is open.", words.Phrase("briefing")))
	do(v, "Read the situation and your brief; the table opens soon.")
	return v
}

func firstReadingView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Item, v.Room.Floor = 0, exercise.FloorView{Mode: "closed"}
	v.Room.Clauses, v.Room.Amendments, v.Room.Incidents = draftClauses(), nil, nil
	v.Room.Feed = v.Room.Feed[:4]
	v.Room.Clocks.Scenario, v.Room.Clocks.Table = 8*minute, 2*minute
	v.Room.Agenda[0].Until = 6 * minute
	v.Own.Stances = nil
	if v.Own.Team != "" {
		v.Own.Stances = []exercise.OwnStance{{Alt: exercise.AltID{Point: "3.1a", N: 1}, Stance: exercise.Prefer}}
	}
	if c := v.Own.Chair; c != nil {
		*c = exercise.ChairView{Suggest: words.Phrase("Every team marks its stances; 4 min are left."), Silent: c.Silent}
	}
	doing(v, words.Counted(7, "%d point wants your stance.", "%d points want your stance."))
	return v
}

// turnView is the second reading with Hydra's turn running on clause 3.
func turnView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	if seat == "hydra" {
		do(v, "You have the floor: type and press Enter.")
	}
	return v
}

func gavelView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Floor.Speaker, v.Room.Floor.Until = "", 0
	v.Room.Standing = []exercise.DecisionView{{
		ID: "D3", Form: "gavel", X: "A1", Title: words.Phrase("%s on %s", "A1", "3.1"), Until: v.Room.Clocks.Table + 21*second, At: fixtureNow - 9*second,
		AsItWouldRead:    says("3.1 Each Party [shall | should] notify the operators concerned within 48 hours of becoming aware of an incident that may disrupt water services."),
		Positions:        unanswered(),
		IfNothingChanges: words.Phrase("If nobody objects: so decided."),
	}}
	if c := v.Own.Chair; c != nil {
		c.Suggest, c.Verb, c.Ready = words.Phrase("A1 stands; wait for its end or extend it."), "extend 1m", nil
	}
	do(v, "Any objection to %s? `object \"why\"`, `wait`, or say nothing.", "A1")
	return v
}

func putView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Floor.Speaker, v.Room.Floor.Until = "", 0
	positions := unanswered()
	positions[0].Position = exercise.Accept
	positions[2] = exercise.PositionView{Team: "hydra", Position: exercise.NotYet, Words: "our board meets at noon"}
	positions[3] = exercise.PositionView{Team: "forge", Position: exercise.Accept, AdRef: true}
	v.Room.Standing = []exercise.DecisionView{{
		ID: "D3", Form: "put", X: "A1", Title: words.Phrase("%s on %s", "A1", "3.1"), Until: v.Room.Clocks.Table + 108*second, At: fixtureNow - 12*second,
		AsItWouldRead:    says("3.1 Each Party [shall | should] notify the operators concerned within 48 hours of becoming aware of an incident that may disrupt water services."),
		Positions:        positions,
		IfNothingChanges: unchanged(words.Counted(1, "Postponed: %[2]s awaits instructions.", "Postponed: %[2]s await instructions.", "Hydra (ε)")),
		Statements:       []exercise.StatementView{{Team: "forge", Text: "Forty-eight hours is what our service desk can promise."}},
	}}
	if c := v.Own.Chair; c != nil {
		c.Suggest, c.Verb, c.Ready = words.Phrase("A1 stands; wait for its end or extend it."), "extend 1m", nil
	}
	do(v, "Your position on %s is asked: `position %s accept`.", "A1", "A1")
	return v
}

func incidentView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Incidents = append(v.Room.Incidents, exercise.IncidentView{
		ID: "I2", From: "Harbour CERT", Method: "mail", To: words.Phrase("everyone"), Title: "A second utility is hit",
		Body:     "Pumps at the Vess works stopped at 10:38. The operator says “maintenance”. Two others have seen the same loader in their own networks. A journalist is calling.",
		Asks:     "Tell the table by 10:55 whether 3.1 as drafted would have required a notice by now.",
		AnswerBy: v.Room.Clocks.Scenario + 14*minute, Wall: fixtureNow - 5*second, Scenario: v.Room.Clocks.Scenario, Marking: "TLP:GREEN",
	})
	v.Room.Feed = append(v.Room.Feed, exercise.Line{No: "21", Room: "table", Wall: fixtureNow - 5*second, Kind: "incident", Ref: "I2", Text: "Harbour CERT: A second utility is hit"})
	v.Room.Clocks.TableRunning, v.Room.Clocks.TableWhy = false, exercise.PausedReading
	v.Room.Clocks.ReadingUntil = fixtureNow + 40*second
	if v.Own.Team != "" {
		v.Own.Owed = []string{"I2"}
		do(v, "You can lodge an amendment, mark a stance, `hand` to speak, or `ask` another team.")
	}
	return v
}

func suspensionView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Item = 2
	v.Room.Floor = exercise.FloorView{Mode: "closed", SuspendedUntil: v.Room.Clocks.Table + 7*minute}
	v.Room.Agenda[2].Until = v.Room.Clocks.Table + 7*minute
	do(v, "You can lodge an amendment, mark a stance, `hand` to speak, or `ask` another team.")
	return v
}

func realWorldView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.RealWorld = true
	v.Room.Clocks.TableRunning, v.Room.Clocks.ScenarioRunning = false, false
	v.Room.Clocks.TableWhy, v.Room.Clocks.ScenarioWhy = exercise.PausedRealWorld, exercise.PausedRealWorld
	v.Own.Do = words.Phrase("Play has stopped. Stay connected and wait for control.")
	if c := v.Own.Control; c != nil {
		c.RealWorld = "The fire alarm is ringing in our building."
	}
	return v
}

func closingView(seat exercise.SeatID) *exercise.View {
	v := view(seat)
	v.Room.Phase, v.Room.Clauses, v.Room.Amendments = exercise.Closing, adoptedClauses(), nil
	v.Room.Floor = exercise.FloorView{Mode: "closed"}
	v.Room.Closing = &exercise.ClosingView{
		Adopted: true, Outcome: words.Phrase("Adopted in part but not yet in effect; not agreed: %s", words.Counted(1, "clause %[2]s", "clauses %[2]s", "6")), Annex: []exercise.ClauseID{"6"},
		Effect: words.Phrase("It takes effect with %s; %s.", words.Phrase("one signature or endorsement in each track that decides"), words.Phrase("%s has given none", "φ")),
		Signatures: []exercise.SignatureView{
			{Team: "arcadia"},
			{Team: "meridia", How: "signed", Verified: &exercise.VerifiedView{Seat: "meridia", Fingerprint: "SHA256:4J1mZ9"}},
			{Team: "hydra", How: "signed", Reservations: []exercise.ReservationView{{Clause: "5", Text: "not for tools already in service"}}},
			{Team: "forge", How: "endorsed"},
			{Team: "lantern"},
			{Team: "plumb", How: "declined", Words: "our charter forbids it", Dissociated: []exercise.ClauseID{"2"}},
		},
	}
	v.Own.ForYou = nil
	if c := v.Own.Chair; c != nil {
		*c = exercise.ChairView{Suggest: words.Phrase("The text is adopted; the teams sign.")}
	}
	if c := v.Own.Control; c != nil {
		*c = exercise.ControlView{Next: words.Phrase("`phase hot wash` when the signatures are in."), Timeline: c.Timeline, Questions: c.Questions}
	}
	do(v, "The text is adopted: `sign`, `endorse` or `decline`.")
	return v
}

func hotWashCollectingView(seat exercise.SeatID) *exercise.View {
	v := closingView(seat)
	v.Room.Phase = exercise.HotWash
	v.Room.HotWash = &exercise.HotWashView{
		Number: 2, Question: "What should the real talks borrow from today?",
		Until: fixtureNow + 48*second, Boards: boards()[:1],
	}
	if c := v.Own.Control; c != nil {
		c.Next = words.Phrase("`question \"…\"` opens a question; `end` announces ENDEX.")
	}
	do(v, "Answer the question on the screen; nobody sees who wrote what.")
	return v
}

func hotWashBoardsView(seat exercise.SeatID) *exercise.View {
	v := hotWashCollectingView(seat)
	v.Room.HotWash = &exercise.HotWashView{Number: 2, Boards: boards()}
	do(v, "The hot wash is open; control asks the questions.")
	return v
}

func closedView(seat exercise.SeatID) *exercise.View {
	v := hotWashBoardsView(seat)
	v.Room.Phase = exercise.Closed
	v.Room.Closing.InEffect = true
	v.Room.Clocks.TableRunning, v.Room.Clocks.ScenarioRunning = false, false
	do(v, "The exercise is over. `export md` gives you your copy.")
	v.Own.Ended(exercise.RecordEnd{Act: 812, Hash: "3f2a91c0e1d277ab0b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f506172"})
	return v
}

// says are sentences of the rules.
func says(texts ...string) []exercise.Phrase {
	list := make([]exercise.Phrase, len(texts))
	for i, text := range texts {
		list[i] = words.Phrase(text)
	}
	return list
}

// do says what the seat can do now: its own line for staff, text for a team.
func do(v *exercise.View, format string, args ...any) { doing(v, words.Phrase(format, args...)) }

func doing(v *exercise.View, what exercise.Phrase) {
	switch {
	case v.Own.Team != "":
		v.Own.Do = what
	case v.Own.Chair != nil:
		v.Own.Do = v.Own.Chair.Suggest
	case v.Own.Control != nil:
		v.Own.Do = v.Own.Control.Next
	}
}

// unchanged is what becomes of a decision if nothing changes.
func unchanged(sentence exercise.Phrase) exercise.Phrase {
	return words.Phrase("If nothing changes: %s", sentence.Lower())
}

// carriedBut is a decision that carries while teams say nothing.
func carriedBut(silent ...string) exercise.Phrase {
	return words.Counted(len(silent), "%[2]s; %[3]s said nothing.", "%[2]s; %[3]s said nothing.", words.Phrase("Carried"), words.List(silent))
}

func boards() []exercise.Board {
	return []exercise.Board{
		{Question: "What surprised you?", Answers: []exercise.BoardAnswer{
			{N: 1, Text: "How long one number took.", Votes: 4},
			{N: 2, Text: "That the charities had the better evidence, and were asked last.", Votes: 2},
		}},
		{Question: "What should the real talks borrow from today?", Answers: []exercise.BoardAnswer{
			{N: 3, Text: "A hot line before a treaty."},
			{N: 4, Text: "Stances before speeches; the room saw in six minutes where it stood.", Votes: 3},
			{N: 5, Text: "The operators at the table."},
		}},
	}
}

func unanswered() []exercise.PositionView {
	var all []exercise.PositionView
	for _, t := range teams() {
		all = append(all, exercise.PositionView{Team: t.ID})
	}
	return all
}

// told is an entry that tells what was done, in the words of the rules.
func told(no int, kind string, team exercise.TeamID, seat exercise.SeatID, format string, args ...any) exercise.Line {
	phrase := words.Phrase(format, args...)
	l := line(no, kind, team, seat, phrase.String())
	l.Phrase, l.Spoken = phrase, false
	return l
}

// line is one entry of the table's feed, a minute apart, ending at 10:41.
func line(no int, kind string, team exercise.TeamID, seat exercise.SeatID, text string) exercise.Line {
	spoken := kind == "said" || kind == "chair"
	return exercise.Line{
		No: itoa(no), Room: "table", Wall: fixtureNow - int64(21-no)*minute, Scenario: int64(no) * minute,
		Kind: kind, Team: team, Seat: seat, Text: text, Spoken: spoken && !strings.HasPrefix(text, "opens "),
	}
}
