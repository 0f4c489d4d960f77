package format_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kefi/exercise"
	"kefi/scenarios/format"
)

func bells(t testing.TB) exercise.Scenario {
	t.Helper()
	s, findings := format.LoadFolder("testdata/bells.yaml")
	if len(findings) > 0 {
		t.Fatalf("findings:\n%s", findings)
	}
	return s
}

func bellsText(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/bells.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOneFileHoldsAWholeScenario(t *testing.T) {
	s := format.Draw(bells(t), 1)
	if s.Name != "bells" || s.Language != "en" || s.Ceiling != "TLP:AMBER" || s.Disclosure != "never" || s.Naming != exercise.ByRole || s.Times.Slot != 3_600_000 {
		t.Errorf("the heading reads %q %q %q %q %q, slot %d", s.Name, s.Language, s.Ceiling, s.Disclosure, s.Naming, s.Times.Slot)
	}
	if s.TwinOf != "small" || s.Follows.Scenario != "first-bells" || !slices.Equal(s.Follows.Carries, []string{"text", "dials"}) {
		t.Errorf("the kin reads %q, %+v", s.TwinOf, s.Follows)
	}
	if s.Facts[0].Value != "The bell of Vale cracked at dawn." || s.Personas[0].Name != "The sexton of Vale" || s.Injects[0].From != "The sexton of Vale" || s.Situation.Value != "# Vale\n\nA bell cracked." {
		t.Errorf("the variable stands in %q, %q, %q, %q", s.Facts[0].Value, s.Personas[0].Name, s.Injects[0].From, s.Situation.Value)
	}
	if len(s.Injects) != 2 || s.Injects[0].ID != "I1" || s.Injects[1].At != -1 {
		t.Errorf("the injects read %+v", s.Injects)
	}
	if p := s.Precedents[0]; p.ID != "ring-1" || p.Source != "after the Guild of Ringers" {
		t.Errorf("the precedent reads %+v", p)
	}
	if x := s.Stress[0]; x.ID != "S1" || x.Probes[0] != "1" || x.Look[0].Value != "A duty" || x.Asks.Value != "Who rings?" {
		t.Errorf("the stress incident reads %+v", x)
	}
	if q := s.Survey[0]; q.Low.Value != "not at all" || q.High.Value != "any time" || s.Objectives[0].Look[1].Value != "Who says so?" {
		t.Errorf("the survey reads %+v, the objective %+v", q, s.Objectives[0])
	}
}

func TestStakesOfATeam(t *testing.T) {
	stakes := bells(t).Teams[0].Stakes
	if stakes.NoAgreement != 25 || stakes.Best() != 100 {
		t.Errorf("no agreement is worth %d and the best text %d, want 25 and 100", stakes.NoAgreement, stakes.Best())
	}
	noon := stakes.Points[1]
	if noon.Point != "1.1b" || !slices.Equal(noon.Worth, []int{45, 5}) || noon.Other == nil || *noon.Other != 30 {
		t.Errorf("1.1b is worth %+v", noon)
	}
	if c := stakes.Clauses[0]; c.Clause != "2" || c.Agreed != 10 {
		t.Errorf("clause 2 is worth %+v", c)
	}
}

// Precedents and stress incidents may lie beside scenario.yaml, but not both
// there and in it.
func TestListsInFilesOfTheirOwn(t *testing.T) {
	files := small(t)
	files["small/stress.yaml"] = &fstest.MapFile{Data: []byte("- {id: S1, title: Fog, text: Nobody sees the tower., probes: [1]}\n")}
	files["small/precedents.yaml"] = &fstest.MapFile{Data: []byte("- {id: ring-1, text: Ring., source: ours}\n")}
	s, findings := format.Load(files, "small")
	if len(findings) > 0 || len(s.Stress) != 1 || len(s.Precedents) != 1 {
		t.Fatalf("read %d and %d with findings:\n%s", len(s.Stress), len(s.Precedents), findings)
	}
	main := files["small/scenario.yaml"]
	main.Data = append(main.Data, "stress: []\nsituation: Here.\n"...)
	_, findings = format.Load(files, "small")
	for _, file := range []string{"stress.yaml", "situation.md"} {
		if !strings.Contains(findings.String(), "this stands here and in "+file) {
			t.Errorf("nobody says that %s is there twice:\n%s", file, findings)
		}
	}
}

func TestAFileAloneOnTheDisk(t *testing.T) {
	if _, findings := format.LoadFolder("testdata/none.yaml"); findings.Err() == nil {
		t.Error("a file that is not there was read")
	}
	text := strings.Replace(bellsText(t), "situation: |-\n  # {town}\n\n  A bell cracked.\n", "", 1)
	text = strings.Replace(text, "\n  telvia:\n", "\n  telva:\n", 1)
	_, findings := format.Load(fstest.MapFS{"bells.yaml": {Data: []byte(text)}}, "bells.yaml")
	for _, want := range []string{"situation is missing", "the brief of telvia is missing", `unknown team "telva" in briefs`} {
		if !strings.Contains(findings.String(), want) {
			t.Errorf("nobody says that %s:\n%s", want, findings)
		}
	}
}
