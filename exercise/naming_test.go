package exercise

import "testing"

func TestHowTheMinutesNamePeople(t *testing.T) {
	p := atTable(t, func(sc *Scenario) { sc.Naming = ByRole })
	if got := p.room().Exercise.Naming; got != ByRole {
		t.Fatalf("the scenario's naming is %q", got)
	}
	p.refused("hydra", SetNaming{Naming: ByTrack}, ErrRole, "Only the recorder")
	p.refused("recorder", SetNaming{Naming: "initials"}, ErrUnknown, "names roles")
	p.refused("recorder", SetNaming{Naming: ByRole}, ErrNotNow, "already")

	p.do("recorder", SetNaming{Naming: ByTrack})
	if got := p.room().Exercise.Naming; got != ByTrack {
		t.Errorf("after `names tracks` it is %q", got)
	}
	if text := p.last(); text != "From now on every copy of the minutes says “Government” in place of a delegation's name." {
		t.Errorf("the table is told %q", text)
	}
}

func TestTheMinutesNameByNameOfThemselves(t *testing.T) {
	if got := atTable(t).room().Exercise.Naming; got != Named {
		t.Errorf("got %q", got)
	}
}
