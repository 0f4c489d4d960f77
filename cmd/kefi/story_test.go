package main

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
)

// This file is the story of one exercise, from the lobby to the end.

// gather: everybody is ready and talks at home; then STARTEX.
func (c *cast) gather() {
	for _, team := range delegations {
		c.do(team, "ready")
		c.do(team, fmt.Sprintf(`room "Our line for today: %s"`, c.secrets.plant("the team room of "+string(team), team)))
	}
	c.do("chair", "start")
	c.refused("hydra", `say "May we begin?`+"\x07\"", "U+0007")
	c.do("chair", "phase table")
}

// firstReading: every team marks where it stands; some tell it the chair only.
func (c *cast) firstReading() {
	trust := c.secrets.plant("a stance to the chair", "meridia", "chair")
	for _, x := range []struct {
		team exercise.SeatID
		line string
	}{
		{"arcadia", `prefer 1.2a/1`},
		{"hydra", `can-live 1.2a/1`},
		{"lantern", `can-live 1.2a/1 "If exercises count too."`},
		{"meridia", `can-live 2.2a/2 "` + trust + `" to chair`},
		{"forge", `prefer 2.2a/2`},
		{"plumb", `can-live 2.2a/2`},
		{"arcadia", `prefer 3.1b/1 "Our own law says a day."`},
		{"hydra", `cannot 3.1b/1 "Two nights are too few."`},
		{"meridia", `prefer 3.1a/1`},
		{"plumb", `prefer 3.1a/1`},
		{"forge", `prefer 6.1a/3`},
		{"lantern", `prefer 4.1a/1`},
	} {
		c.do(x.team, x.line)
	}
	if a, _ := alternative(c.view("observer"), "1.2a", 1); !a.Ready {
		c.Error("1.2a/1 is not ready for the room")
	}
	if a, _ := alternative(c.view("observer"), "2.2a", 2); a.Ready {
		c.Error("the room learns of a stance told to the chair")
	}
	if ready := printJSON(c.view("chair").Own.Chair.Ready); !strings.Contains(ready, "1.2a/1") || !strings.Contains(ready, "2.2a/2") {
		c.Errorf("the chair's ready list is %s", ready)
	}
}

// asides: what is said between two, to the world, and for the record only.
func (c *cast) asides() {
	c.do("arcadia", fmt.Sprintf(`ask hydra "Would 48 hours do? %s"`, c.secrets.plant("a question to Hydra", "hydra", "arcadia")))
	asks := c.view("hydra").Own.Asks
	c.do("hydra", fmt.Sprintf(`answer-ask #%s "With help, yes. %s"`, asks[0].No, c.secrets.plant("Hydra's answer", "arcadia", "hydra")))
	c.do("forge", fmt.Sprintf(`whisper "We need five minutes. %s"`, c.secrets.plant("a whisper to the chair", "chair", "forge")))
	c.do("lantern", fmt.Sprintf(`rfi "Is the tool known elsewhere? %s" to cert`, c.secrets.plant("a request to the world", "chair", "lantern", "evaluator")))
	c.do("chair", fmt.Sprintf(`reply-as "Harbour CERT" "Twice, in ports. %s"`, c.secrets.plant("the world's reply", "lantern", "chair", "evaluator")))
	c.do("recorder", fmt.Sprintf(`note "Hydra looks tired. %s"`, c.secrets.plant("a note", "recorder")))
	c.do("chair", fmt.Sprintf(`inject new to forge "A call": "The newspapers ask for you. %s"`,
		c.secrets.plant("a written inject", "forge", "chair", "recorder", "evaluator")))
}

// clausesOneAndTwo: a gavel, a gavel on a clause, and positions.
func (c *cast) clausesOneAndTwo() {
	c.do("chair", "item 1")
	c.gavel("1.2a/1")
	c.gavel("1")
	c.do("chair", "item 2")
	c.do("chair", "put 2.1a/1 2.2a/2")
	for _, team := range delegations {
		for _, x := range []string{"2.1a/1", "2.2a/2"} {
			position := " accept"
			if team == "forge" {
				position = " aside"
			}
			c.do(team, "position "+x+position)
		}
	}
	c.do("lantern", `statement "We read assistance as money too."`)
	c.decided(exercise.Carried, "2.1a/1", "2.2a/2")
	c.gavel("2")
}

// clauseThree: turns, a point of order, amendments, an objection to a gavel.
func (c *cast) clauseThree() {
	c.do("chair", "item 3")
	c.turn("lantern", "Who rings whom, if nobody has to?")
	c.turn("arcadia", "Northwind Pumps of Harbour Street needed seventy-two: "+c.name())
	c.refused("arcadia", `say "Forty-eight would do."`, "Hydra has the floor")
	c.do("arcadia", `amend 3.1 put "48" for "24" because "midway"`, "A1")
	if problem := midway(c.view("hydra")); problem != "" {
		c.Error(problem)
	}
	c.do("meridia", `order "The chair gives two minutes to one and one to another."`)
	c.do("chair", `rule "Each turn has the same length."`)
	c.turn("hydra", "Forty-eight hours from discovery, with help.")
	c.turn("plumb", "We would carry the message.")
	c.turn("meridia", "We agree with Arcadia, for once.")
	c.turn("forge", "Our controllers report by themselves.")
	c.do("chair", "gavel A1")
	c.do("hydra", `object A1 "Not before the duty is clear."`)
	c.decided(exercise.ObjectedTo, "A1")
}

// name is the token of words that will be expunged.
func (c *cast) name() string { return "token-of-a-real-firm" }

func (c *cast) turn(team exercise.SeatID, words string) {
	c.Helper()
	if floor := c.view("observer").Room.Floor; floor.Speaker != exercise.TeamID(team) {
		c.Fatalf("%s should have the floor: %s", team, printJSON(floor))
	}
	if s := c.stages[team]; s != nil {
		s.say(words)
	} else {
		c.do(team, fmt.Sprintf("say %q", words))
	}
	c.do(team, "yield")
}

// midway says what is wrong with the new alternative in a view: its words,
// its sponsor, or that the sponsor prefers it.
func midway(v *exercise.View) (problem string) {
	a, ok := alternative(v, "3.1b", 3)
	stance := exercise.StanceView{Team: "arcadia", Stance: exercise.Prefer}
	if !ok || a.Text != "48" || !slices.Equal(a.Sponsors, []exercise.TeamID{"arcadia"}) || !slices.Contains(a.Stances, stance) {
		return "3.1b/3 is " + printJSON(a)
	}
	return ""
}

func alternative(v *exercise.View, point exercise.PointID, n int) (exercise.AltView, bool) {
	for _, clause := range v.Room.Clauses {
		for _, para := range clause.Paras {
			for _, node := range para.Nodes {
				if node.Point == nil || node.Point.ID != point {
					continue
				}
				i := slices.IndexFunc(node.Point.Alts, func(a exercise.AltView) bool { return a.ID.N == n })
				if i >= 0 {
					return node.Point.Alts[i], true
				}
			}
		}
	}
	return exercise.AltView{}, false
}

// overTwoPoints: an amendment opens an outer point and is put.
func (c *cast) overTwoPoints() {
	c.do("plumb", `amend 3.1 put "shall notify the operators concerned within 48 hours" `+
		`for "should notify the operators concerned within 24 hours" because "a duty, and time to keep it"`)
	c.do("arcadia", "cosponsor A2")
	c.do("hydra", "request put A2")
	c.do("chair", "put A2 2m")
	for _, team := range delegations[:3] {
		c.do(team, "position A2 accept")
	}
}

// concludeThree: the positions given before the server died still count.
func (c *cast) concludeThree() {
	c.do("chair", "resume")
	for _, team := range delegations[3:] {
		c.do(team, "position A2 accept")
	}
	c.decided(exercise.Carried, "A2")
	c.gavel("3")
	want := "Each Party shall notify the operators concerned within 48 hours of becoming aware of an incident that may disrupt water services."
	c.do("observer", "text 3.1 clean", want)
	c.refused("hydra", `amend 3.1 put "72" for "48"`, "agreed")
}

// realWorld stops play for everybody; only control ends it.
func (c *cast) realWorld() {
	c.do("plumb", fmt.Sprintf(`realworld "Someone is unwell. %s"`, c.secrets.plant("real-world words", "chair")))
	c.refused("lantern", "hand", "REAL WORLD")
	for _, seat := range everybody {
		c.refused(seat, "text 3", "Play has stopped")
		c.do(seat, "who")
	}
	c.do("chair", "resume")
	if v := c.view("observer"); v.Room.RealWorld || !v.Room.Clocks.TableRunning || !v.Room.Clocks.ScenarioRunning {
		c.Error("play does not go on")
	}
}

// expunge removes the words of one entry for good: from every view, and with
// their key from the data folder.
func (c *cast) expunge() {
	no, key := c.entry(c.name()), c.keyOf(c.name())
	if !c.stored(key) {
		c.Error("the key of the words is not where this test looks for it")
	}
	c.do("chair", "expunge "+no+` "It names a real firm."`)
	c.do("recorder", "confirm expunge "+no)
	c.expunged = c.name()
	if c.stored(key) || c.stored([]byte(c.name())) {
		c.Error("the data folder still holds the words' key, or the words")
	}
	for _, seat := range everybody {
		if !strings.Contains(c.read(seat, "view --json"), "[removed by control]") {
			c.Errorf("%s does not see that something was removed", seat)
		}
	}
}

// clausesFourToSix: incidents are answered meanwhile; 6 is deferred.
func (c *cast) clausesFourToSix() {
	c.do("chair", "item 4")
	c.do("chair", "inject I5 now")
	for _, team := range []exercise.SeatID{"arcadia", "forge", "plumb"} {
		c.do(team, `answer I2 "We send what only we have."`)
	}
	c.do("meridia", `amend 4.2 put "six" for "four" because "nights are short"`)
	c.gavel("4.1a/1", "A3", "5.1a/1", "5.2a/2")
	c.gavel("4", "5")
	c.do("chair", "item endgame")
	c.do("chair", "defer 6")
	c.decided(exercise.Carried, "6")
	c.do("recorder", "mark "+c.entry("deferring clause 6")+" decision")
}

// nightShift: an inject timed for T+20m reaches Hydra alone and is answered.
func (c *cast) nightShift() {
	c.waits("hydra", "the call of T+20m", func(v *exercise.View) bool {
		return slices.ContainsFunc(v.Own.Incidents, func(i exercise.IncidentView) bool { return i.ID == "L1" })
	})
	c.do("hydra", fmt.Sprintf(`answer L1 "Ring all four, now. %s"`,
		c.secrets.plant("an answer to an inject to Hydra", "hydra", "chair", "recorder", "evaluator")))
}

// sign: the text is adopted without clause 6; one signs with a reservation.
func (c *cast) sign() {
	early := "not been adopted"
	if c.stages["arcadia"] != nil { // a screen that asks once more knows beforehand
		early = "sign is for the closing"
	}
	c.refused("arcadia", "sign", early)
	c.do("chair", "phase closing")
	c.gavel("text")
	for _, team := range []exercise.SeatID{"arcadia", "meridia", "hydra", "plumb"} {
		c.do(team, "sign")
	}
	c.refused("forge", `sign reserve 1 "No terms bind us."`, "no reservation")
	c.do("forge", `sign reserve 5 "Our records leave our house only under our own law."`)
	c.do("lantern", "endorse")
	v := c.view("observer").Room.Closing
	if v.Outcome.String() != "Adopted in part and signed; not agreed: clause 6" || !v.InEffect {
		c.Errorf("the closing reads %s", printJSON(v))
	}
}

// reflect: the hot wash, its answers shown together and without names; the end.
func (c *cast) reflect() {
	c.do("chair", "phase hot wash")
	c.do("chair", `question "What should the real talks borrow?"`)
	for _, x := range []struct {
		seat exercise.SeatID
		text string
	}{{"plumb", "the clock"}, {"arcadia", "equal tracks"}, {"recorder", "the record"}, {"hydra", "asking first"}} {
		c.do(x.seat, fmt.Sprintf("reflect %q", x.text))
	}
	c.waits("observer", "the board of answers", func(v *exercise.View) bool {
		return v.Room.HotWash != nil && len(v.Room.HotWash.Boards) == 1
	})
	c.do("lantern", "vote 1 2")
	c.do("forge", "vote 2")
	want := []exercise.BoardAnswer{
		{N: 1, Text: "asking first", Votes: 1},
		{N: 2, Text: "equal tracks", Votes: 2},
		{N: 3, Text: "the clock"},
		{N: 4, Text: "the record"},
	}
	if got := c.view("meridia").Room.HotWash.Boards[0].Answers; !slices.Equal(got, want) {
		c.Errorf("the board is %s", printJSON(got))
	}
	c.do("chair", "end")
	c.do("chair", "phase closed")
	c.refused("arcadia", `say "One more thing."`, "closed")
}
