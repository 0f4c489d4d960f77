package transcript_test

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

func minutesOf(t *testing.T, v *exercise.View) string {
	t.Helper()
	var b strings.Builder
	check(t, transcript.Minutes(&b, v, transcript.Options{Private: true}))
	return b.String()
}

// withAdviser gives Arcadia a second seat, and the recorder a name.
func withAdviser(sc *exercise.Scenario) {
	sc.Teams[0].Seats = append(sc.Teams[0].Seats, "arcadia-2")
	sc.Seats = append(sc.Seats, exercise.Seat{ID: "arcadia-2", Name: "Arcadia, adviser", Team: "arcadia", Roles: []exercise.Role{exercise.Delegate}})
}

func TestMinutesWithoutNames(t *testing.T) {
	for naming, want := range map[exercise.Naming][]string{
		exercise.ByRole:  {"Government 1", "Government 2", "Business 1 (ε)", "roles only", "Copy of:** Business 1", "delegate 2 of Government 1"},
		exercise.ByTrack: {"Government (κ)", "Business (ε)", "tracks only", "Copy of:** Business\n"},
	} {
		p := newPlay(t, withAdviser)
		p.do("recorder", exercise.SetNaming{Naming: naming})
		p.do("chair", exercise.GiveFloor{Team: "arcadia"})
		p.do("arcadia-2", exercise.Say{Words: exercise.T("We are here.")})
		p.negotiate()
		p.do("chair", exercise.Say{Words: exercise.T("ARCADIA's view: hydra, the Arcadian fleet, and Hydra_s ports. (Arcadia)")})
		p.finish()
		for _, seat := range p.s.Plan().Seats {
			got := minutesOf(t, p.view(seat.ID))
			for _, name := range []string{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"} {
				if at := strings.Index(strings.ToLower(got), name); at >= 0 {
					t.Errorf("%s, copy of %s: %s stands in %q", naming, seat.ID, name, got[max(at-40, 0):min(at+40, len(got))])
				}
			}
			if seat.ID == "hydra" {
				for _, part := range want {
					if !strings.Contains(got, part) {
						t.Errorf("%s: no %q in\n%s", naming, part, got)
					}
				}
			}
		}
		if naming == exercise.ByTrack && regexp.MustCompile(`(Government|Business|Philanthropy) \d`).MatchString(minutesOf(t, p.view("recorder"))) {
			t.Error("delegations can be told apart by track")
		}
	}
}

func TestNamesStandWhereNothingElseIsWanted(t *testing.T) {
	p := newPlay(t)
	p.negotiate()
	got := minutesOf(t, p.view("recorder"))
	if !strings.Contains(got, "Hydra (ε)") || strings.Contains(got, "**Names:**") {
		t.Error("the minutes do not name Hydra")
	}
}

// A name is a word: what only holds its letters stays.
func TestOnlyNamesAreReplaced(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByRole })
	p.do("chair", exercise.Say{Words: exercise.T("They forged a plumbing deal; dehydrate it by lantern light.")})
	got := minutesOf(t, p.view("recorder"))
	if want := "They forged a plumbing deal; dehydrate it by Philanthropy 1 light."; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

// Forms that a name does not begin are replaced where the scenario gives them.
func TestFormsOfANameAreReplaced(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) {
		sc.Naming = exercise.ByRole
		sc.Teams[0].Forms = []string{"Arkadier", "the Old Kingdom"}
	})
	p.do("chair", exercise.Say{Words: exercise.T("An Arkadier said: \"The Old Kingdom's ports, and ARKADIERS too.\" Arcadia's minister, an Arcadian, agreed.")})
	got := minutesOf(t, p.view("recorder"))
	for _, name := range []string{"rkadier", "RKADIER", "Kingdom", "rcadia"} {
		if strings.Contains(got, name) {
			t.Errorf("%s stands in\n%s", name, got)
		}
	}
	if want := "An Government 1 said"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

// No team name gets through, whatever it looks like and however it is said.
func TestNoNameGetsThrough(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByTrack })
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.StringMatching(`[A-ZÉ][a-zß*_.]{2,6}( [A-Z#][a-z|]{1,5})?`).Draw(rt, "name")
		if strings.EqualFold(name, "Government") {
			return
		}
		shape := rapid.SampledFrom([]func(string) string{
			strings.ToUpper, strings.ToLower, strings.TrimSpace,
			func(s string) string { return "(" + s + ")" },
			func(s string) string { return s + "'s" },
			func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		}).Draw(rt, "shape")
		v := p.view("recorder")
		v.Room.Teams[0].Name = name
		v.Room.Feed = append(v.Room.Feed, exercise.Line{No: "99", Kind: "said", Seat: "chair", Spoken: true, Text: "7, 8: " + shape(name) + "."})
		got := strings.ReplaceAll(minutesOf(t, v), `\`, "")
		if i := strings.Index(got, "7, 8: "); !strings.HasPrefix(got[i:], "7, 8: Government") && !strings.HasPrefix(got[i:], "7, 8: (Government") {
			rt.Fatalf("%q reads %q", name, got[i:min(i+40, len(got))])
		}
	})
}

// A short name has no forms: half the language begins with it.
func TestAShortNameTakesNoWordAlong(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByTrack })
	v := p.view("recorder")
	v.Room.Teams[0].Name = "Bo"
	v.Room.Feed = append(v.Room.Feed, exercise.Line{No: "99", Kind: "said", Seat: "chair", Spoken: true, Text: "Bo saw the Boat."})
	if got := minutesOf(t, v); !strings.Contains(got, "Government saw the Boat.") {
		t.Errorf("it reads\n%s", got)
	}
}
