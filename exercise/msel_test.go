package exercise

import (
	"strings"
	"testing"
)

// withModel gives the harbour a timeline with everything that an inject can
// wait for, two dials, a policy gap, a persona and prepared answers.
func withModel(sc *Scenario) {
	sc.Dials = []Dial{
		{ID: "trust", Name: "Trust", Start: 50, Means: T("they believe each other")},
		{ID: "harm", Name: "Harm", Start: 20, Means: T("people go without"), Public: true},
	}
	sc.Gap = Gap{Name: "Policy gap", Start: 30, Pace: 30, Weights: []Weight{{"3", 10}, {"2", 6}}}
	sc.Personas = []Persona{{Name: "Harbour CERT", Method: "mail", About: T("dry and exact")}}
	sc.Prepared = []Prepared{
		{ID: "Q1", From: "Harbour CERT", About: []string{"backup", "copies"}, Answer: T("Backups are intact.")},
		{ID: "Q2", From: "Harbour CERT", About: []string{"who"}, Teams: []TeamID{"plumb"}, Answer: T("That is not known."), Release: ReleaseAsk},
	}
	sc.Facts = []Text{T("fact-of-the-staff")}
	add := func(i Inject) {
		i.Kind, i.From, i.Method = Contingency, "Harbour CERT", "mail"
		i.Title, i.Body = T("Title of "+string(i.ID)), T("Body of "+string(i.ID)+".")
		sc.Injects = append(sc.Injects, i)
	}
	add(Inject{ID: "I4", To: []string{"hydra"}, At: -1, When: `agreed("2") and minute > 5`})
	add(Inject{
		ID: "I5", To: []string{"all"}, At: 30 * minute,
		Shifts: []Shift{
			{Dial: "trust", By: -10, When: `not agreed("2")`, Why: T("Nobody had promised to meet.")},
			{Dial: "trust", By: 5, When: `agreed("2")`, Why: T("They meet.")},
			{Dial: "harm", By: 90, Why: T("The port stands still.")},
		},
		Passages: []Passage{{When: `agreed("2")`, Text: T("The review is called.")}, {When: `minute >= 0`, Text: T("It rains.")}},
	})
	add(Inject{ID: "I6", To: []string{"forge"}, At: 15 * minute, Release: ReleaseAsk})
	add(Inject{ID: "I7", To: []string{"lantern"}, At: -1, Item: "endgame"})
	add(Inject{ID: "I8", To: []string{"plumb"}, At: 14 * minute, Copycat: Copycat{Of: "I2", Unless: []ClauseID{"2"}, By: 12 * minute}})
	add(Inject{ID: "I9", To: []string{"all"}, At: -1, Reserve: true})
}

// agree2 agrees clause 2.
func (p *play) agree2() {
	p.t.Helper()
	p.do("chair", Amend2())
	p.gavelled("2.1a/1", "2")
}

// Amend2 opens clause 2 by its agenda item where there is one.
func Amend2() Command { return Bring{X: "2"} }

func (p *play) row(id InjectID) InjectRow {
	p.t.Helper()
	for _, r := range p.s.Own("chair").Control.Timeline {
		if r.ID == id {
			return r
		}
	}
	p.t.Fatalf("no %s in the timeline", id)
	return InjectRow{}
}

// is holds how an inject stands.
func (p *play) is(id InjectID, state string) {
	p.t.Helper()
	if got := p.row(id).State; got != state {
		p.t.Errorf("%s is %s, not %s", id, got, state)
	}
}

func (p *play) minute() int64 { return p.s.clock.at(p.s.now, p.now).scenario / minute }

func (p *play) dialIs(id string, want int) {
	p.t.Helper()
	if got := p.s.model.dial(id).value; got != want {
		p.t.Errorf("%s stands at %d, not %d", id, got, want)
	}
}

func TestHoldAndRelease(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", HoldInject{Inject: "i2"})
	p.refused("chair", HoldInject{Inject: "I2"}, ErrNotNow, "held already")
	p.refused("chair", HoldInject{Inject: "I3"}, ErrNotNow, "does not go by itself")
	p.refused("hydra", HoldInject{Inject: "I1"}, ErrRole, "Only control")
	p.refused("chair", ReleaseInject{Inject: "I1"}, ErrNotNow, "is not held")
	p.pass(11 * minute)
	p.is("I2", InjectPlanned)
	p.do("chair", ReleaseInject{Inject: "I2"})
	p.is("I2", InjectQueued) // its time has passed meanwhile
	p.do("chair", HoldInject{Inject: "I2"})
	p.is("I2", InjectPlanned) // unseen, and out of the window
	p.pass(minute)
	p.do("chair", ReleaseInject{Inject: "I2"})
	p.pass(11 * second)
	p.is("I2", InjectDelivered)
	p.done()
}

func TestReleaseAsk(t *testing.T) {
	p := atTable(t, withModel)
	p.pass(15*minute - second)
	p.is("I6", InjectPlanned)
	p.pass(2 * second)
	p.is("I6", InjectDue)
	p.refused("chair", HoldInject{Inject: "I6"}, ErrNotNow, "waits for you already")
	p.pass(5 * minute)
	p.is("I6", InjectDue)
	if next := p.s.Own("chair").Control.Next; !strings.Contains(next.String(), "release I6") {
		t.Errorf("control reads %q", next)
	}
	p.do("chair", ReleaseInject{Inject: "I6"})
	p.is("I6", InjectQueued)
	p.pass(11 * second)
	p.is("I6", InjectDelivered)
	p.done()
}

func TestAHeldInjectThatAsksIsAskedOnce(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", HoldInject{Inject: "I6"})
	p.pass(16 * minute)
	p.is("I6", InjectPlanned)
	p.do("chair", ReleaseInject{Inject: "I6"})
	p.is("I6", InjectQueued)
	p.done()
}

func TestSlip(t *testing.T) {
	p := atTable(t, withModel)
	p.refused("chair", Slip{By: 0}, ErrText, "slip 5m")
	p.pass(11 * minute) // I2 is out
	p.do("chair", Slip{By: 5 * minute})
	for id, want := range map[InjectID]int64{"I1": 25, "I5": 35, "I6": 20, "I3": -1, "I4": -1} {
		if got := p.row(id).At; got != want*minute && want >= 0 || want < 0 && got != -1 {
			t.Errorf("%s comes at %d", id, got)
		}
	}
	p.do("chair", Undo{})
	if got := p.row("I1").At; got != 20*minute {
		t.Errorf("taken back, I1 comes at %d", got)
	}
	p.done()
}

func TestRetimeAndItsUndo(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", Retime{Inject: "I4", In: 9 * minute})
	if r := p.row("I4"); r.Waits != "" || r.At/minute != 9 {
		t.Errorf("retimed, it waits for %q at %d", r.Waits, r.At)
	}
	p.do("chair", Undo{})
	if r := p.row("I4"); r.Waits == "" || r.At != -1 {
		t.Errorf("taken back, it waits for %q at %d", r.Waits, r.At)
	}
	p.refused("chair", Undo{}, ErrNotNow)
	p.do("chair", Drop{Inject: "I4"})
	p.is("I4", InjectDropped)
	p.do("chair", Undo{})
	p.is("I4", InjectPlanned)
	p.do("chair", Retime{Inject: "I2", At: 8 * minute})
	p.pass(9 * minute)
	p.refused("chair", Undo{}, ErrNotNow, "I2 is delivered since")
	p.done()
}

func TestAConditionLetsAnInjectGo(t *testing.T) {
	for _, row := range []struct {
		name  string
		given func(*play)
		state string
		now   bool
	}{
		{"neither", func(p *play) {}, InjectPlanned, false},
		{"the minute alone", func(p *play) { p.pass(7 * minute) }, InjectPlanned, false},
		{"the clause alone", func(p *play) { p.agree2() }, InjectPlanned, false},
		{"both", func(p *play) { p.agree2(); p.pass(6 * minute) }, InjectDelivered, false},
		{"it became true in a pause", func(p *play) {
			p.pass(6 * minute)
			p.do("chair", Pause{Clock: ScenarioClock})
			p.agree2()
			p.pass(3 * minute)
		}, InjectPlanned, true},
		{"and play went on", func(p *play) {
			p.pass(6 * minute)
			p.do("chair", Pause{Clock: ScenarioClock})
			p.agree2()
			p.do("chair", Resume{})
			p.pass(second)
		}, InjectQueued, false},
		{"it was taken back", func(p *play) {
			p.agree2()
			p.pass(5*minute - p.s.now.scenario + 1)
			p.pass(minute)
			p.do("chair", TakeBack{Inject: "I4"})
			p.pass(3 * minute)
		}, InjectPlanned, false},
		{"it was held", func(p *play) { p.do("chair", HoldInject{Inject: "I4"}); p.agree2(); p.pass(7 * minute) }, InjectPlanned, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := atTable(t, withModel)
			row.given(p)
			p.is("I4", row.state)
			if r := p.row("I4"); r.TrueNow != row.now {
				t.Errorf("%q is true now: %v", r.Waits, r.TrueNow)
			}
			p.done()
		})
	}
}

func TestAnItemLetsAnInjectGo(t *testing.T) {
	p := atTable(t, withModel)
	if r := p.row("I7"); r.Waits != "item endgame is opened" || r.TrueNow {
		t.Errorf("it waits for %q", r.Waits)
	}
	p.do("chair", OpenItem{Name: "endgame"})
	p.pass(second)
	p.is("I7", InjectQueued)
	p.pass(10 * second)
	p.is("I7", InjectDelivered)
	p.is("I9", InjectPlanned) // off the timeline
	p.done()
}

func TestRecall(t *testing.T) {
	p := atTable(t, withModel)
	p.refused("chair", RecallInject{Inject: "I1", Why: T("x")}, ErrNotNow, "I1 is planned")
	p.do("chair", SendInject{Inject: "I1"})
	p.refused("chair", RecallInject{Inject: "I1", Why: T("x")}, ErrNotNow, "takeback I1")
	p.pass(11 * second)
	p.refused("chair", RecallInject{Inject: "I1"}, ErrText)
	p.do("chair", RecallInject{Inject: "I1", Why: T("It named the wrong port")})
	if got := p.last(); got != "Incident I1 is recalled: It named the wrong port. It counts no more." {
		t.Errorf("the room reads %q", got)
	}
	if v := p.room().Incidents[0]; v.Recalled != "It named the wrong port" || v.Body == "" {
		t.Errorf("the trace is %+v", v)
	}
	if owed := p.s.Own("hydra").Owed; len(owed) > 0 {
		t.Errorf("Hydra still owes %v", owed)
	}
	p.refused("hydra", AnswerInject{Inject: "I1", Words: T("x")}, ErrNotNow, "has been recalled")
	p.refused("chair", Undo{}, ErrNotNow, "readers have been told")
	p.done()
}

func TestJumpOverAGap(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", HoldInject{Inject: "I1"})
	p.refused("chair", Jump{By: 48 * 60 * minute, Why: T("The weekend passes")}, ErrNotNow, "I2 at T+10 min, I8 at T+14 min, I6 at T+15 min and I5 at T+30 min", "jump 48h")
	p.refused("chair", Jump{By: 20 * minute, Drop: []InjectID{"I5"}}, ErrUnknown, "I5 does not fall in the gap; there fall I2, I8 and I6.")
	p.refused("chair", Jump{By: second}, ErrText)
	p.refused("hydra", Jump{By: 48 * minute}, ErrRole)
	p.do("chair", Jump{By: 20 * minute, Why: T("Night falls"), Fire: []InjectID{"i2"}, Drop: []InjectID{"I8"}, Rest: JumpMove})
	if p.minute() != 20 || p.s.now.table > minute {
		t.Errorf("it is minute %d, %d on the table clock", p.minute(), p.s.now.table)
	}
	if !p.feedHas("Story time jumps by 20 min: Night falls.") {
		t.Error("the room was not told")
	}
	p.is("I2", InjectQueued) // and can be taken back
	p.is("I8", InjectDropped)
	if at := p.row("I6").At; at/minute != 35 {
		t.Errorf("I6 comes at %d", at/minute)
	}
	if at := p.row("I5").At; at != 30*minute {
		t.Errorf("I5 comes at %d", at/minute)
	}
	p.refused("chair", Undo{}, ErrNotNow, "never runs back")
	p.pass(minute)
	p.is("I2", InjectDelivered)
	p.is("I1", InjectPlanned)
	p.done()
}

func TestWhoJumpsOverNothingNeedSayNothing(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", Jump{By: 5 * minute})
	if p.minute() != 5 {
		t.Errorf("it is minute %d", p.minute())
	}
	p.do("chair", Pause{})
	p.do("chair", Jump{By: 4 * minute}) // in a pause too
	p.pass(minute)
	if p.minute() != 9 {
		t.Errorf("it is minute %d", p.minute())
	}
	p.done()
}

func TestCopycat(t *testing.T) {
	for _, row := range []struct {
		name  string
		given func(*play)
		state string
		why   string
	}{
		{"nothing agreed", func(p *play) { p.pass(15 * minute) }, InjectDelivered, ""},
		{"agreed in time", func(p *play) { p.agree2(); p.pass(15 * minute) }, InjectDropped, "clause 2 agreed by T+12 min"},
		{"agreed too late", func(p *play) { p.pass(13 * minute); p.agree2(); p.pass(3 * minute) }, InjectDelivered, ""},
		{"the first never came", func(p *play) { p.do("chair", Drop{Inject: "I2"}); p.pass(15 * minute) }, InjectDropped, "I2 never went out"},
		{"a pause gives time", func(p *play) {
			p.pass(11 * minute)
			p.do("chair", Pause{Clock: ScenarioClock})
			p.pass(9 * minute)
			p.agree2()
			p.do("chair", Resume{})
			p.pass(5 * minute)
		}, InjectDropped, "clause 2 agreed by T+12 min"},
		{"a jump gives none", func(p *play) { p.do("chair", Jump{By: 20 * minute, Rest: JumpFire}); p.pass(minute) }, InjectDelivered, ""},
		{"a jump after the text", func(p *play) {
			p.agree2()
			p.do("chair", Jump{By: 20 * minute, Rest: JumpFire})
			p.pass(minute)
		}, InjectDropped, "clause 2 agreed by T+12 min"},
		{"a jump after the first", func(p *play) {
			p.pass(11 * minute)
			p.do("chair", Jump{By: 9 * minute, Rest: JumpFire})
			p.pass(minute)
		}, InjectDelivered, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := atTable(t, withModel)
			if r := p.row("I8"); r.Returns != "I2" || r.Averts.String() != "clause 2 agreed by T+12 min; clause 2 not yet" {
				t.Errorf("it returns %s unless %q", r.Returns, r.Averts)
			}
			row.given(p)
			p.is("I8", row.state)
			if got := p.row("I8").Why; got.String() != row.why {
				t.Errorf("because %q", got)
			}
			p.done()
		})
	}
}

func TestAnInjectMeetsTheText(t *testing.T) {
	for _, row := range []struct {
		name  string
		given func(*play)
		trust int
		body  string
	}{
		{"not agreed", func(*play) {}, 40, "Body of I5.\n\nIt rains."},
		{"agreed", (*play).agree2, 55, "Body of I5.\n\nThe review is called.\n\nIt rains."},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := atTable(t, withModel)
			row.given(p)
			p.do("chair", SendInject{Inject: "I5", Now: true})
			p.dialIs("trust", row.trust)
			p.dialIs("harm", 100) // 110 is held at the end
			if got := p.room().Incidents[0].Body; got != row.body {
				t.Errorf("it reads %q", got)
			}
			if !p.feedHas("Harm rises by 80 to 100 (author's model): The port stands still.") || p.feedHas("Trust") {
				t.Error("the room hears of the public dial only")
			}
			m := p.s.Own("chair").Control.Model
			if c := m.Dials[0].Changes[0]; c.Inject != "I5" || c.To != row.trust || c.Why == "" {
				t.Errorf("the change is %+v", c)
			}
			if v := p.room().Model; len(v.Dials) != 1 || v.Gap != nil || v.Dials[0].Changes[0].Inject != "" {
				t.Errorf("the room sees %+v", v)
			}
			p.done()
		})
	}
}

func TestControlMovesADial(t *testing.T) {
	p := atTable(t, withModel)
	p.refused("chair", SetDial{Dial: "love", By: 1, Why: T("x")}, ErrUnknown, "trust and harm")
	p.refused("chair", SetDial{Dial: "trust", By: 5}, ErrText)
	p.refused("chair", SetDial{Dial: "trust", Why: T("x")}, ErrText, "dial trust -5")
	p.refused("hydra", SetDial{Dial: "trust", By: 5, Why: T("x")}, ErrRole)
	p.do("chair", SetDial{Dial: "Trust", By: 80, Why: T("They shook hands")})
	p.dialIs("trust", 100)
	p.refused("chair", SetDial{Dial: "trust", By: 5, Why: T("x")}, ErrNotNow, "goes no further")
	p.do("chair", Undo{})
	p.dialIs("trust", 50)
	if c := p.s.Own("chair").Control.Model.Dials[0].Changes; len(c) != 1 || !c[0].Undone {
		t.Errorf("the changes are %+v", c)
	}
	p.do("chair", SendInject{Inject: "I5", Now: true})
	p.do("chair", SetDial{Dial: "trust", By: 5, Why: T("a")})
	p.pass(minute)
	p.do("evaluator", Sit{Via: "plain"})
	if m := p.s.Own("evaluator").Evaluator.Model; m == nil || m.Dials[0].Value != 45 {
		t.Errorf("evaluators see %+v", m)
	}
	q := newPlay(t)
	q.do("chair", Agree{})
	q.do("chair", Start{})
	q.refused("chair", SetDial{Dial: "trust", By: 5, Why: T("x")}, ErrUnknown, "no dials")
	p.done()
}

func TestThePolicyGap(t *testing.T) {
	p := atTable(t, withModel)
	gapIs := func(want int) {
		t.Helper()
		v := p.s.Own("chair").Control.Model.Gap
		if got := v.At(p.s.clock.at(p.s.now, p.now).scenario); got != want {
			t.Errorf("at minute %d the gap is %d, not %d", p.minute(), got, want)
		}
	}
	gapIs(30)
	p.pass(10*minute - p.s.now.scenario)
	gapIs(35) // 30 points an hour
	p.agree2()
	gapIs(29)
	p.do("chair", Pause{Clock: ScenarioClock})
	p.pass(30 * minute)
	gapIs(29)
	p.do("chair", Resume{})
	p.do("chair", Jump{By: 300 * minute, Rest: JumpDrop})
	gapIs(100)
	p.do("chair", Reopen{X: "2"})
	p.pass(2 * minute)
	p.done()
}

func TestPreparedAnswers(t *testing.T) {
	p := atTable(t, withModel)
	p.do("hydra", Request{To: "cert", Words: T("Are the BACKUPS, I mean the backup copies, safe?")})
	if r := p.s.Own("hydra").Requests; r[0].Answer != "Backups are intact." || r[0].By != "Harbour CERT" || r[0].Offers != nil {
		t.Errorf("Hydra reads %+v", r)
	}
	p.do("hydra", Request{To: "capital", Words: T("Is there a backup?")}) // somebody else is asked
	p.do("hydra", Request{Words: T("Who did it?")})                       // not for Hydra
	p.do("plumb", Request{Words: T("Who did it?")})
	list := p.s.Own("chair").Control.Requests
	if len(list[1].Offers)+len(list[2].Offers) > 0 || len(list[3].Offers) != 1 || list[3].Answer != "" {
		t.Errorf("control reads %+v", list)
	}
	p.refused("chair", ReplyAs{Name: "Q9", No: "R4"}, ErrText)
	p.do("chair", ReplyAs{Name: "q2", No: "R4"})
	if r := p.s.Own("plumb").Requests; r[0].Answer != "That is not known." || r[0].By != "Harbour CERT" {
		t.Errorf("Plumb reads %+v", r)
	}
	late := func() (n int) {
		for _, r := range p.s.Own("chair").Control.Requests {
			n += bit(r.Late)
		}
		return n
	}
	p.pass(4*minute - second)
	if late() != 0 {
		t.Error("control is reminded early")
	}
	p.pass(2 * second)
	if late() != 2 {
		t.Errorf("control is reminded of %d", late())
	}
	p.done()
}

func TestEstablish(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", GiveFloor{Team: "hydra"})
	p.do("hydra", Say{Words: T("The pumps were never connected.")})
	feed := p.room().Feed
	no := feed[len(feed)-1].No
	p.refused("hydra", Establish{No: no}, ErrRole)
	p.refused("chair", Establish{No: "1"}, ErrNotNow, "not something that was said")
	p.refused("chair", Establish{No: "4711"}, ErrUnknown)
	marked := func() string {
		for _, l := range p.room().Feed {
			if l.No == no {
				return l.Established
			}
		}
		return "gone"
	}
	p.do("chair", Establish{No: "#" + no})
	p.refused("chair", Establish{No: no}, ErrNotNow, "already")
	if marked() != IsEstablished || p.last() != "#"+no+" is established: it is so in this exercise." {
		t.Errorf("it is %q, the room reads %q", marked(), p.last())
	}
	p.do("chair", Establish{No: no, Not: true})
	if marked() != NotEstablished {
		t.Errorf("it is %q", marked())
	}
	p.do("chair", Undo{})
	if marked() != IsEstablished {
		t.Errorf("taken back, it is %q", marked())
	}
	p.done()
}

func TestControlWritesAsSomebody(t *testing.T) {
	p := atTable(t, withModel)
	p.do("chair", WriteInject{To: []string{"ε"}, From: "harbour cert", In: 5 * minute, Title: T("More"), Body: T("It spreads.")})
	if r := p.row("N1"); r.From != "Harbour CERT" || r.At/minute != 5 || r.State != InjectPlanned {
		t.Errorf("it is %+v", r)
	}
	p.do("chair", WriteInject{To: []string{"all"}, From: "A stranger", Title: T("Hm"), Body: T("Hello.")})
	p.pass(6 * minute)
	if v := p.s.Own("hydra").Incidents; len(v) != 1 || v[0].Method != "mail" {
		t.Errorf("Hydra reads %+v", v)
	}
	if v := p.room().Incidents; len(v) != 1 || v[0].From != "A stranger" {
		t.Errorf("all read %+v", v)
	}
	p.refused("chair", WriteInject{To: []string{"all"}, At: minute, Title: T("x"), Body: T("y")}, ErrNotNow, "has passed")
	p.done()
}

func TestAConditionThatCannotBeReadIsRefused(t *testing.T) {
	sc := harbour()
	sc.Injects[0].When = "agree(5)"
	_, err := Decide(New(), "", morning, Begin{Name: "x", Scenario: sc})
	if err == nil || !strings.Contains(err.Error(), "I1") {
		t.Errorf("it is taken: %v", err)
	}
}
