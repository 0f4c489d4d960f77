package exercise

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// standing is all that everybody may know but for what is told in feeds and
// how often the draft has changed: what an undo of an undo must leave as it was.
func (p *play) standing() string {
	p.t.Helper()
	room := p.room()
	room.Feed, room.Revision, room.Revisions = nil, 0, nil
	if room.Floor.Halted {
		room.Floor.Until = 0 // what is left counts
	}
	for i := range room.Teams {
		room.Teams[i].SpokenFor = 0 // is booked whenever the floor passes
	}
	shared, err := json.Marshal(room)
	if err != nil {
		p.t.Fatal(err)
	}
	var b strings.Builder
	b.Write(shared)
	for _, seat := range []SeatID{"arcadia", "hydra", "chair", "recorder"} {
		own := p.s.Own(seat)
		own.Lines, own.CanUndo = nil, Phrase{}
		if own.Chair != nil {
			own.Chair.CanUndo = Phrase{}
		}
		body, err := json.Marshal(own)
		if err != nil {
			p.t.Fatal(err)
		}
		b.Write(body)
	}
	return b.String()
}

// tried submits a command at the present moment; it tells whether it was accepted.
func (p *play) tried(seat SeatID, c Command) bool {
	act, err := Decide(p.s, seat, p.now, c)
	if err == nil {
		p.take(act)
	}
	return err == nil
}

// mustNow is tried for what must be accepted.
func (p *play) mustNow(seat SeatID, c Command) {
	p.t.Helper()
	if !p.tried(seat, c) {
		p.refused(seat, c, nil)
	}
}

func TestWhatCanBeTakenBack(t *testing.T) {
	cases := map[string]struct {
		given func(*play)
		seat  SeatID
		act   Command
		line  string // of the undo, after "takes back #…: "
	}{
		"a stance":              {nil, "hydra", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Prefer}, "its stance on 3.1b is as it was."},
		"a stance that moved":   {func(p *play) { p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer}) }, "hydra", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Prefer}, "its stance on 3.1b"},
		"a confessional":        {nil, "hydra", TakeStance{Alt: AltID{"3.1b", 1}, Stance: CanLive, ToChair: true}, "its stance on 3.1b"},
		"a clearing":            {func(p *play) { p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer}) }, "hydra", ClearStance{Point: "3.1b"}, "its stance on 3.1b"},
		"a hand":                {func(p *play) { p.do("forge", Hand{}) }, "hydra", Hand{}, "its hand is down."},
		"a hand taken down":     {func(p *play) { p.do("hydra", Hand{}); p.do("forge", Hand{}) }, "hydra", Hand{Down: true}, "its hand is up."},
		"a position":            {func(p *play) { p.do("chair", Put{X: []Subject{"3.1b/1"}}) }, "hydra", TakePosition{Position: Accept}, "it has no position on 3.1b/1."},
		"a position that moved": {func(p *play) { p.do("chair", Put{X: []Subject{"3.1b/1"}}); p.answers("hydra accept") }, "hydra", TakePosition{Position: StandAside}, "its position on 3.1b/1 is as it was."},
		"the last position": {func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.answers("arcadia accept, meridia accept, forge accept, lantern accept, plumb accept")
		}, "hydra", TakePosition{Position: Accept}, "it has no position"},
		"a sponsorship": {func(p *play) { p.lodge("arcadia", "24", "48") }, "hydra", Cosponsor{Amendment: "A1"}, "it does not sponsor A1."},
		"a mark":        {nil, "recorder", Mark{No: "3", Kind: "quote"}, "#3 is not marked quote."},
		"the floor":     {func(p *play) { p.do("forge", Hand{}) }, "chair", GiveFloor{Team: "forge"}, "has the floor again"},
		"the next turn": {func(p *play) { p.pass(20 * second) }, "chair", Next{}, "has the floor again, with the time that was left"},
		"a gavel":       {nil, "chair", Gavel{X: "3.1b/1"}, "3.1b/1 is not asked now."},
		"a sheet":       {nil, "chair", Put{X: []Subject{"3.1b/1", "3.1a/1"}}, "3.1b/1 is not asked now."},
		"a close": {func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.answers("arcadia accept, hydra accept, lantern accept")
		}, "chair", Close{}, "Positions are open again."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			if c.given != nil {
				c.given(p)
			}
			p.tried("observer", Timeout{}) // the clocks are read anew, and stand still from here
			before := p.standing()
			p.mustNow(c.seat, c.act)
			after := p.standing()
			if p.s.Own(c.seat).CanUndo.IsZero() {
				t.Fatal("the view does not say that it can be taken back")
			}
			p.mustNow(c.seat, Undo{})
			if !strings.Contains(p.lineOf(c.seat), c.line) || !strings.Contains(p.lineOf(c.seat), "takes back #") {
				t.Errorf("the record says %q", p.lineOf(c.seat))
			}
			if undone := p.standing(); undone != before && c.seat != "chair" || undone == after {
				t.Errorf("it is not as it was before, at %s", firstDifference(undone, before))
			}
			p.mustNow(c.seat, Undo{})
			if again := p.standing(); again != after {
				t.Errorf("undo of undo differs at %s", firstDifference(again, after))
			}
			p.done()
		})
	}
}

// lineOf is the newest line of an undo that a seat reads.
func (p *play) lineOf(seat SeatID) string {
	text := ""
	for _, l := range append(p.room().Feed, p.s.Own(seat).Lines...) {
		if l.Kind == "undo" {
			text = l.Text
		}
	}
	return text
}

func TestWhatStandsInTheWayOfUndo(t *testing.T) {
	cases := map[string]struct {
		given func(*play)
		seat  SeatID
		words string
	}{
		"nothing was done": {func(p *play) {}, "hydra", "nothing of yours"},
		"words":            {func(p *play) { p.do("chair", GiveFloor{Team: "hydra"}); p.do("hydra", Say{Words: T("Yes.")}) }, "hydra", "`correct"},
		"words after a stance": {func(p *play) {
			p.do("hydra", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Prefer})
			p.do("hydra", SpeakRoom{Words: T("There.")})
		}, "hydra", "Your last act, #e1.1"},
		"a ruling":     {func(p *play) { p.do("hydra", Order{Words: T("x")}); p.do("chair", Rule{Words: T("y")}) }, "chair", "a ruling stands"},
		"an amendment": {func(p *play) { p.lodge("hydra", "24", "48") }, "hydra", "`withdraw`"},
		"the point has closed": {func(p *play) {
			p.do("hydra", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Prefer})
			p.do("chair", Gavel{X: "3.1b/1"})
			p.pass(31 * second)
		}, "hydra", "3.1b has been closed since"},
		"the put has closed": {func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.answers("hydra accept")
			p.do("chair", Close{})
		}, "hydra", "3.1b/1 is closed"},
		"the hand became the floor": {func(p *play) {
			p.do("hydra", Hand{})
			p.do("chair", GiveFloor{Team: "hydra"})
		}, "hydra", "`yield`"},
		"the speaker has spoken": {func(p *play) {
			p.do("chair", GiveFloor{Team: "hydra"})
			p.do("hydra", Say{Words: T("Yes.")})
		}, "chair", "Hydra has spoken since"},
		"the floor has moved on": {func(p *play) {
			p.do("chair", GiveFloor{Team: "hydra"})
			p.do("hydra", Yield{})
		}, "chair", "moved on"},
		"the other sponsors have left": {func(p *play) {
			p.lodge("arcadia", "24", "48")
			p.do("hydra", Cosponsor{Amendment: "A1"})
			p.do("arcadia", Withdraw{Amendment: "A1"})
		}, "hydra", "`withdraw A1`"},
		"a minute has passed": {func(p *play) {
			p.do("chair", Gavel{X: "3.1b/1"})
			p.pass(91 * second)
			p.do("chair", Say{Words: T("Well.")})
		}, "chair", "More than 60 seconds"},
		"somebody has answered": {func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.answers("hydra accept")
		}, "chair", "Hydra has given a position"},
		"the paragraph has changed": {func(p *play) {
			p.do("chair", Gavel{X: "3.1b/1"})
			p.pass(31 * second)
			p.lodge("hydra", "24", "36")
		}, "chair", "The draft has changed"},
		"a signature": {func(p *play) {
			p.agreeAll()
			p.do("chair", Gavel{X: "text"})
			p.pass(31 * second)
			p.do("hydra", Sign{})
		}, "chair", "Hydra has signed"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			c.given(p)
			p.refused(c.seat, Undo{}, ErrNotNow, c.words)
			if can := p.s.Own(c.seat).CanUndo; !can.IsZero() {
				t.Errorf("the view offers to take back %s", can)
			}
			p.done()
		})
	}
}

// A gavel slips; others go on elsewhere; the chair has spoken about it.
func TestASlippedGavelIsTakenBackWhileOthersGoOn(t *testing.T) {
	p := atTable(t)
	was := p.read("3.1")
	p.do("chair", Gavel{X: "3.1b/1"})
	p.pass(31 * second)
	p.do("chair", Say{Words: T("So decided.")})
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.do("chair", Undo{})
	if now := p.read("3.1"); now != was {
		t.Errorf("3.1 reads %s", now)
	}
	if other := p.read("3.2"); !strings.Contains(other, "[nature | kind]") {
		t.Errorf("3.2 reads %s", other)
	}
	if d := p.room().Decisions; len(d) != 1 || !d[0].TakenBack {
		t.Errorf("the decision is %+v", d)
	}
	p.do("chair", Undo{})
	if now := p.read("3.1"); !strings.Contains(now, "within 24 hours") || p.room().Decisions[0].Outcome != Carried {
		t.Errorf("taken back itself, 3.1 reads %s", now)
	}
	p.done()
}

func (p *play) lodge(team SeatID, old, now string) {
	p.t.Helper()
	p.do(team, Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T(old), New: T(now)}}})
}

// agreeAll gavels the first alternative of every point, then every clause.
func (p *play) agreeAll() {
	p.t.Helper()
	for _, c := range p.s.draft.clauses {
		for _, id := range pointsOf(c) {
			p.do("chair", Gavel{X: Subject(id + "/1")})
			p.pass(31 * second)
		}
		p.do("chair", Gavel{X: Subject(c.ID)})
		p.pass(31 * second)
	}
}

// TestUndoOfUndoChangesNothing holds over random play: whoever acted takes it
// back and takes that back, at once, unless something stands in the way.
func TestUndoOfUndoChangesNothing(t *testing.T) {
	start := atTable(t)
	undone := 0
	rapid.Check(t, func(rt *rapid.T) {
		p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
		for range rapid.IntRange(1, 25).Draw(rt, "length") {
			p.pass(rapid.Int64Range(0, 20).Draw(rt, "seconds") * second)
			seat, c := anyone(rt), anything(rt, p.s)
			p.tried(seat, c)
			p.tried(seat, Timeout{}) // the clocks are read anew, and the seat is here
			if _, err := Decide(p.s, seat, p.now, Undo{}); err != nil {
				continue
			}
			before := p.standing()
			p.tried(seat, Undo{})
			if !p.tried(seat, Undo{}) {
				continue // what came after the act stands in the way, such as a contact group
			}
			undone++
			if after := p.standing(); after != before {
				rt.Fatalf("%s, undone twice, differs at %s", CommandName(c), firstDifference(before, after))
			}
		}
		if live, replayed := allViews(t, p.s), allViews(t, p.replay); live != replayed {
			rt.Fatalf("replay differs from live play at %s", firstDifference(live, replayed))
		}
	})
	if undone == 0 {
		t.Error("random play took nothing back")
	}
}
