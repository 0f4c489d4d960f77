package exercise

import "testing"

func TestASheetHasOneDeadline(t *testing.T) {
	p := atTable(t)
	p.do("chair", Put{X: []Subject{"3.1a/1", "3.1b/1"}, Time: 2 * minute})
	for _, x := range p.room().Standing {
		if x.Sheet != "S1" {
			t.Fatalf("%s is on sheet %q", x.X, x.Sheet)
		}
	}
	p.do("chair", Extend{Time: minute})
	x := p.room().Standing
	if x[0].Until != x[1].Until || !p.feedHas("sheet S1 (3.1a/1 and 3.1b/1) ends in 3 min") {
		t.Errorf("extended, the deadlines are %d and %d; %s", x[0].Until, x[1].Until, p.last())
	}
	for _, team := range []SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"} {
		p.do(team, TakePosition{X: "3.1a/1", Position: Accept})
	}
	if p.room().Standing[0].Settling {
		t.Fatal("the other half of the sheet has no answer yet")
	}
	for _, team := range []SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"} {
		p.do(team, TakePosition{X: "3.1b/1", Position: Accept})
	}
	if x := p.room().Standing; !x[0].Settling || !x[1].Settling || x[0].Until != x[1].Until {
		t.Fatalf("all have answered: %+v", x)
	}
	p.pass(16 * second)
	if d := p.room().Decisions; len(d) != 2 || d[0].Outcome != Carried || d[1].Outcome != Carried {
		t.Errorf("the decisions are %+v", d)
	}
	p.done()
}

func TestTheChairClosesASheetOrOneOfIt(t *testing.T) {
	for _, row := range []struct {
		close Subject
		want  int
	}{{"", 2}, {"S1", 2}, {"s1", 2}, {"3.1a/1", 1}} {
		p := atTable(t)
		p.do("chair", Put{X: []Subject{"3.1a/1", "3.1b/1"}})
		p.do("chair", Close{X: row.close})
		if got := len(p.room().Decisions); got != row.want {
			t.Errorf("close %q closes %d", row.close, got)
		}
		p.done()
	}
}

func TestASheetThatWouldDecideTheSameWords(t *testing.T) {
	p := atTable(t)
	for _, row := range []struct {
		x    []Subject
		says string
	}{
		{[]Subject{"3.1b/1", "3.1b/2"}, "3.1b/1 and 3.1b/2 would decide the same words"},
		{[]Subject{"3.1b/1", "2.1a/1", "3"}, "3.1b/1 and 3 would decide the same words"},
		{[]Subject{"3.1b/1", "3.1b/1"}, "3.1b/1 is named twice"},
		{[]Subject{"3.1b/1", "text"}, "decided by itself"},
	} {
		p.refused("chair", Put{X: row.x}, ErrText, row.says)
	}
	p.done()
}
