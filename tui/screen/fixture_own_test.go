package screen

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// own is what only this seat knows in the second reading.
func own(seat exercise.SeatID) *exercise.OwnView {
	o := &exercise.OwnView{Seat: seat, Agreed: true, Do: words.Phrase("You are watching. `realworld` stops play, `leave` leaves.")}
	for _, t := range teams() {
		for i, s := range t.Seats {
			if s.ID == seat {
				o.Name, o.Team, o.Track, o.Roles, o.Head = s.Name, t.ID, t.Track, s.Roles, i == 0
				delegateOwn(o)
			}
		}
	}
	for _, s := range staff() {
		if s.ID == seat {
			o.Name, o.Roles = s.Name, s.Roles
		}
	}
	if o.Has(exercise.Chair) {
		o.Chair = chairOwn()
		o.Do = o.Chair.Suggest
		o.Lines = append(o.Lines, exercise.Line{No: "c.1", Room: "seat/chair", Wall: fixtureNow - 3*minute, Kind: "whisper", Team: "plumb", Seat: "plumb", Text: "whispers to the chair: Our line is bad, please wait for us."})
	}
	if o.Has(exercise.Control) {
		o.Control = controlOwn()
	}
	if o.Chair == nil && o.Control != nil {
		o.Do = o.Control.Next
	}
	if o.Has(exercise.Recorder) {
		o.Recorder, o.Do = recorderOwn(), words.Phrase("Mark what matters; every word is kept as it was said.")
	}
	if o.Has(exercise.Evaluator) {
		o.Evaluator = &exercise.EvaluatorView{
			Objectives: []string{"1: Who starts the clock of a notice?", "2: Do the charities shape the text?"},
			Seen: []exercise.SeenView{
				{Objective: "1", Text: "Who starts the clock of a notice?", Look: []string{"somebody names the moment from which hours are counted", "the text says so in 3.1"}, Injects: []exercise.InjectID{"I2"}, Marked: []string{"15"}},
				{Objective: "2", Text: "Do the charities shape the text?", Injects: []exercise.InjectID{"I3"}},
			},
			Briefs: []exercise.TeamBrief{{Team: "arcadia", Brief: *brief(), Stakes: stakes()}}, Timeline: timeline(),
		}
		o.Evaluation = evaluated()
	}
	return o
}

func delegateOwn(o *exercise.OwnView) {
	o.Do = words.Phrase("you are next").Capital().Ended()
	o.Brief, o.Stakes = brief(), stakes()
	room := exercise.RoomID("team/" + string(o.Team))
	o.Stances = []exercise.OwnStance{{Alt: exercise.AltID{Point: "3.1a", N: 1}, Stance: exercise.Prefer}, {Alt: exercise.AltID{Point: "3.1b", N: 3}, Stance: exercise.CanLive, ToChair: true}}
	o.Asks = []exercise.AskView{
		{No: "k1.2", From: o.Team, To: "forge", Text: "Would your service desk answer at night?", Answer: "Yes, for Tier 1 customers.", Wall: fixtureNow - 9*minute},
		{No: "k1.5", From: "lantern", To: o.Team, Text: "Would 48 hours do if we pay for the first night shift?", Wall: fixtureNow - 2*minute},
	}
	o.ForYou = []exercise.Notice{{Text: words.Phrase("%s asks: %s", "Lantern", "Would 48 hours do if we pay for the first night shift?"), Verb: "answer-ask #k1.5 \""}}
	o.Requests = []exercise.RequestView{{No: "1", Team: o.Team, To: "capital", Text: "May we accept 48 hours?", Answer: "Only with “shall”.", By: "Ministry", Wall: fixtureNow - 6*minute}}
	seat2 := exercise.SeatID(o.Team) + "-2"
	o.Lines = []exercise.Line{
		{No: "k1.1", Room: room, Wall: fixtureNow - 11*minute, Kind: "room", Team: o.Team, Seat: o.Seat, Text: "Forge will move first on the hours, I think.", Spoken: true},
		{No: "k1.2", Room: room, Wall: fixtureNow - 9*minute, Kind: "ask", Team: o.Team, Seat: o.Seat, Ref: "2", Text: "asks Forge: Would your service desk answer at night?"},
		{No: "k1.3", Room: room, Wall: fixtureNow - 8*minute, Kind: "ask", Team: "forge", Seat: "forge", Ref: "2", Text: "answers: Yes, for Tier 1 customers."},
		{No: "k1.4", Room: room, Wall: fixtureNow - 5*minute, Kind: "room", Team: o.Team, Seat: seat2, Text: "Then 48 is fine for us, if “shall” stays. I would not say so before they have spoken; let them spend the turn.", Spoken: true},
		{No: "k1.5", Room: room, Wall: fixtureNow - 2*minute, Kind: "ask", Team: "lantern", Seat: "lantern", Ref: "3", Text: "asks: Would 48 hours do if we pay for the first night shift?"},
		{No: "s.1", Room: exercise.RoomID("seat/" + string(o.Seat)), Wall: fixtureNow - minute, Kind: "whisper", Seat: "chair", Text: "whispers to Arcadia: Would you like the floor after Hydra?"},
	}
}

func brief() *exercise.BriefView {
	return &exercise.BriefView{
		Page:     "# Your brief\n\nYou speak for a small state with *one* river and many taps. Your minister wants a text **this morning**.\n\n## What you fear\n\nThat the tool is traced to your own service, and that nobody will believe you did not use it. Whoever notifies first will be believed.\n\n1. Keep the word “shall”.\n2. Give on hours only against a hot line.",
		Wants:    []string{"“shall” in 3.1", "a hot line that is staffed at night"},
		Trades:   []string{"24 hours for 48, against the hot line"},
		RedLines: []string{"no public attribution", "never “should”"},
		Offers:   []string{"two liaison officers for the hot line", "a hall for the yearly review"},
		Points:   []exercise.BriefPointView{{Point: "3.1a", Why: "a duty protects those who speak first"}, {Point: "3.1b", Why: "your CERT can do 24, your operators cannot"}},
	}
}

func stakes() *exercise.StakesView {
	other := 14
	return &exercise.StakesView{
		NoAgreement: 45,
		Points: []exercise.PointStakeView{
			{Point: "3.1a", Alts: []exercise.AltStakeView{{Text: "shall", Worth: 30}, {Text: "should", Worth: 4}}},
			{Point: "3.1b", Alts: []exercise.AltStakeView{{Text: "24", Worth: 20}, {Text: "72", Worth: 6}}, Other: &other},
			{Point: "5.2a", Alts: []exercise.AltStakeView{{Text: "shared with the Parties", Worth: 2}, {Worth: 18}}},
		},
		Clauses: []exercise.ClauseStake{{Clause: "3", Agreed: 20}, {Clause: "4", Agreed: 12}},
	}
}

func chairOwn() *exercise.ChairView {
	return &exercise.ChairView{
		Ready:   []exercise.ReadyView{{X: "A1", Text: words.Phrase("48"), Silent: []exercise.TeamID{"meridia", "plumb"}}},
		Suggest: words.Phrase("A1 has no “cannot” and support in every track; Meridia and Plumb have said nothing."), Verb: "gavel A1",
		Requests: []exercise.Phrase{words.Phrase("Hydra asks to put 3.1b/2")},
		Stances: []exercise.StanceRow{
			{Alt: exercise.AltID{Point: "3.1b", N: 3}, Team: "forge", Stance: exercise.Prefer},
			{Alt: exercise.AltID{Point: "3.1b", N: 3}, Team: "arcadia", Stance: exercise.CanLive, ToChair: true},
			{Alt: exercise.AltID{Point: "3.1b", N: 3}, Team: "hydra", Stance: exercise.CanLive, Why: "if the board hears it from us first", ToChair: true},
			{Alt: exercise.AltID{Point: "3.1b", N: 1}, Team: "hydra", Stance: exercise.Cannot, Why: "we do not yet know whether it is a fault"},
		},
		Silent:  []exercise.SilentView{{Team: "meridia", Since: 4 * minute}},
		CanUndo: words.Phrase("the gavel on clause 2"),
		AdRef:   []exercise.PendingView{{X: "2", Team: "forge", Until: 16 * minute}},
	}
}

func controlOwn() *exercise.ControlView {
	return &exercise.ControlView{
		Timeline:  timeline(),
		Requests:  []exercise.RequestView{{No: "R1", Team: "plumb", To: "press", Text: "Has anyone claimed the attack?", Wall: fixtureNow - 5*minute}},
		Timeouts:  []exercise.SeatID{"lantern"},
		Expunge:   []string{"14"},
		Players:   players(),
		Questions: []string{"What surprised you?", "What should the real talks borrow from today?", "What would you do first?"},
		Next:      words.Phrase("I3 goes out in 8 s; `takeback I3` keeps it unseen."),
	}
}

// players is what control may look at of each seat: Hydra has had a letter.
func players() []exercise.PlayerView {
	var list []exercise.PlayerView
	for _, t := range teams() {
		for _, s := range t.Seats {
			list = append(list, exercise.PlayerView{Seat: s.ID, Name: s.Name, Team: t.ID, Room: exercise.TableRoom})
		}
	}
	for i := range list {
		if list[i].Seat == "hydra" {
			list[i].Incidents = []exercise.IncidentView{{
				ID: "L1", From: "Insurer", Method: "letter", To: words.Phrase("Hydra"), Title: "A letter about cover", Body: "Cover lapses without a notice in 24 hours.",
				Asks: "Say what you will tell the insurer.", Wall: fixtureNow - minute, Scenario: 17 * minute, Marking: "TLP:GREEN",
			}}
			list[i].Owed = []string{"L1"}
		}
	}
	return list
}

func timeline() []exercise.InjectRow {
	return []exercise.InjectRow{
		{ID: "I1", Kind: exercise.Contextual, State: "answered", At: 5 * minute, From: "Harbour CERT", To: words.Phrase("all"), Title: "An outage at the Vess works", Body: "Remote control of four pumps was lost at 10:20.", Answers: []exercise.AnswerView{{Team: "hydra", Text: "We run the pumps by hand.", After: 3 * minute}}},
		{ID: "I2", Kind: exercise.ExpectedAction, State: "delivered", At: 17 * minute, From: "Insurer", To: words.Phrase("hydra"), Title: "A letter about cover", Body: "Cover lapses without a notice in 24 hours.", Objective: "1", Probes: []exercise.ClauseID{"3"}, Asks: "Say what you will tell the insurer.", Expected: "Hydra moves on 3.1b."},
		{ID: "I3", Kind: exercise.ExpectedAction, State: "queued", At: 18 * minute, In: fixtureNow + 8*second, From: "Daily Quay", To: words.Phrase("forge, lantern"), Title: "A journalist calls", Body: "We will print at noon that you knew.", Objective: "2", Probes: []exercise.ClauseID{"3", "5"}, Asks: "Answer the journalist.", Expected: "Forge and Lantern agree a line to take."},
		{ID: "I4", Kind: exercise.Contextual, State: "planned", At: 31 * minute, From: "Ministry", To: words.Phrase("κ"), Title: "The minister wants a text by noon", Body: "Any text."},
		{ID: "I5", Kind: exercise.Contingency, State: "planned", At: -1, From: "Harbour CERT", To: words.Phrase("all"), Title: "All clear", Body: "Service is restored."},
		{ID: "I6", Kind: exercise.Contingency, State: "dropped", At: -1, From: "Union", To: words.Phrase("ε"), Title: "The night shift walks out"},
	}
}

func recorderOwn() *exercise.RecorderView {
	return &exercise.RecorderView{
		Marks:   []exercise.MarkView{{No: "6", Kind: "decision"}, {No: "13", Kind: "quote"}, {No: "6", Kind: "silence"}, {No: "15", Kind: "objective 1"}},
		Notes:   []exercise.NoteView{{No: "14", Text: "First time a charity speaks before a firm.", Wall: fixtureNow - 6*minute}, {Text: "Sound from the hall is bad.", Wall: fixtureNow - 3*minute}},
		Expunge: []string{"#14: names a real hospital."},
		Checks: []exercise.CheckView{
			{ID: "#14", No: "14", Waits: true, Verb: "confirm expunge #14", Text: words.Phrase("Control asks to remove the words of #14: names a real hospital.")},
			{ID: "#10", No: "10", Verb: "mark #10 decision", Text: words.Phrase("D2 was decided in #10, which is not marked as a decision.")},
			{ID: "3.2", Text: words.Phrase("3.2 sets “Tier 1” in quotation marks; no paragraph says what that means.")},
			{ID: "#6", No: "6", Text: words.Phrase("#6 is marked as a quote and holds nobody's spoken words."), Settled: true},
		},
	}
}
