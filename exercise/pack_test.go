package exercise

import (
	"fmt"
	"strings"
	"testing"
)

// packed is a table with the package P1 of Arcadia: 24 hours, "shall", and
// clause 3 as a whole.
func packed(t *testing.T) *play {
	p := atTable(t)
	p.do("arcadia", Package{X: []Subject{"3.1a/1", "3.1b/1", "3"}})
	return p
}

func (p *play) packState() string { return p.room().Packages[0].State }

func TestAPackageIsDecidedInOneAct(t *testing.T) {
	for _, ask := range []Command{Gavel{X: "P1"}, Put{X: []Subject{"p1"}}, Silence{X: "P1", Time: minute}} {
		p := packed(t)
		p.do("lantern", Cosponsor{Amendment: "P1"})
		p.do("hydra", RequestPut{X: "P1"})
		p.do("chair", ask)
		would := fmt.Sprint(p.room().Standing[0].AsItWouldRead)
		if !strings.Contains(would, "shall notify the operators concerned within 24 hours") || !strings.Contains(would, "Clause 3 would be agreed provisionally.") {
			t.Errorf("it would read %s", would)
		}
		if _, put := ask.(Put); put {
			p.answers("arcadia accept, meridia accept, hydra accept, forge accept, lantern accept, plumb accept")
		}
		p.pass(2 * minute)
		if got := p.read("3.1"); strings.ContainsAny(got, "[|") || !strings.Contains(got, "within 24 hours") {
			t.Errorf("%s: 3.1 reads %s", CommandName(ask), got)
		}
		if c := p.room().Clauses[2]; c.State != ClauseAgreed {
			t.Errorf("clause 3 is %s", c.State)
		}
		if p.packState() != PackageCarried || len(p.room().Decisions) != 1 {
			t.Errorf("P1 is %s by %+v", p.packState(), p.room().Decisions)
		}
		p.done()
	}
}

func TestWhatAPackageCannotHold(t *testing.T) {
	p := atTable(t)
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}}})
	for _, row := range []struct {
		x    []Subject
		why  error
		says string
	}{
		{[]Subject{"3.1b/1", "3.1b/2"}, ErrText, "two alternatives of one point"},
		{[]Subject{"A1", "3.1b/2"}, ErrText, "two alternatives of one point"},
		{[]Subject{"3.1b/1"}, ErrText, "from two to sixteen"},
		{[]Subject{"3.1b/1", "text"}, ErrText, "not the text"},
		{[]Subject{"3.1b/1", "3.1b/1"}, ErrText, "named twice"},
		{[]Subject{"3.1b/1", "A9"}, ErrUnknown, "A9"},
	} {
		p.refused("arcadia", Package{X: row.x}, row.why, row.says)
	}
	p.do("arcadia", Package{X: []Subject{"A1", "3"}})
	p.refused("hydra", Package{X: []Subject{"P1", "2"}}, ErrText, "alternatives, amendments and clauses")
	p.refused("chair", Gavel{X: "P1"}, ErrNotNow, "open points: 3.1a")
	p.refused("hydra", Withdraw{Amendment: "P1"}, ErrRole, "not a sponsor")
	p.refused("arcadia", Cosponsor{Amendment: "P1"}, ErrNotNow, "already")
	p.do("arcadia", Withdraw{Amendment: "P1"})
	p.refused("chair", Gavel{X: "P1"}, ErrNotNow, "withdrawn")
	p.done()
}

func TestAPackagesPartsCountOnceTheyAreMet(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", Package{X: []Subject{"3.1a/1", "3.1b/1"}})
	p.do("chair", Gavel{X: "3.1a/1"})
	p.pass(31 * second)
	if x := p.room().Packages[0]; !x.Parts[0].Met || x.Parts[1].Met || x.State != PackageOpen || x.RenewBy != 0 {
		t.Fatalf("3.1a/1 is met: %+v", x)
	}
	p.do("chair", Gavel{X: "3.1b/1"})
	p.pass(31 * second)
	if p.packState() != PackageCarried {
		t.Errorf("P1 is %s", p.packState())
	}
	p.do("chair", Undo{})
	if x := p.room().Packages[0]; x.Parts[1].Met {
		t.Errorf("3.1b/1 is open again: %+v", x)
	}
	p.done()
}

func TestAPackageFallsWithAPartUnlessItIsCosponsoredAgain(t *testing.T) {
	lose := map[string]func(*play){
		"not taken up": func(p *play) { p.do("chair", Gavel{X: "3.1b/2"}); p.pass(30 * second) },
		"deferred":     func(p *play) { p.do("chair", Defer{Clauses: []ClauseID{"3"}}); p.pass(30 * second) },
		"amended": func(p *play) {
			p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
		},
	}
	for name, loses := range lose {
		for _, renewed := range []bool{true, false} {
			p := packed(t)
			p.do("lantern", Cosponsor{Amendment: "P1"})
			loses(p)
			if x := p.room().Packages[0]; x.RenewBy == 0 || x.Why.IsZero() {
				t.Fatalf("%s: P1 waits for its sponsors: %+v", name, x)
			}
			p.refused("chair", Gavel{X: "P1"}, ErrNotNow, "cosponsor it again")
			p.refused("hydra", Cosponsor{Amendment: "P1"}, ErrNotNow, "its sponsors")
			p.do("arcadia", Cosponsor{Amendment: "P1"})
			p.refused("arcadia", Cosponsor{Amendment: "P1"}, ErrNotNow, "waits for Lantern")
			if renewed {
				p.do("lantern", Cosponsor{Amendment: "P1"})
			}
			p.pass(3 * minute)
			if want := map[bool]string{true: PackageOpen, false: PackageFallen}[renewed]; p.packState() != want {
				t.Errorf("%s, renewed %v: P1 is %s: %+v", name, renewed, p.packState(), p.room().Packages[0])
			}
			p.done()
		}
	}
}

func TestAnAmendmentToAPointThatThePackageDecidesLeavesItAlone(t *testing.T) {
	p := packed(t)
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}}})
	if x := p.room().Packages[0]; x.RenewBy != 0 {
		t.Errorf("P1 would read as before: %+v", x)
	}
	p.do("chair", Gavel{X: "P1"})
	p.pass(31 * second)
	if p.packState() != PackageCarried {
		t.Errorf("P1 is %s", p.packState())
	}
	p.done()
}

func TestAPackageThatIsNotCarriedStays(t *testing.T) {
	p := packed(t)
	p.do("chair", Gavel{X: "P1"})
	p.refused("chair", Gavel{X: "3.1b/2"}, ErrNotNow, "same words")
	p.refused("arcadia", Withdraw{Amendment: "P1"}, ErrNotNow, "before the table")
	p.do("hydra", Object{Why: T("no")})
	if p.packState() != PackageOpen || !strings.Contains(p.read("3.1"), "[24 | 72]") {
		t.Errorf("P1 is %s, 3.1 reads %s", p.packState(), p.read("3.1"))
	}
	p.done()
}
