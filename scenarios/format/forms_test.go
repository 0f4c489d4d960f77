package format_test

import (
	"slices"
	"strings"
	"testing"

	"kefi/scenarios/format"
)

func TestATeamHasFormsOfItsName(t *testing.T) {
	const plain, formed = "{id: norland, name: Norland, ", "{id: norland, name: Norland, forms: [Nordic, the Old Kingdom], "
	files := small(t)
	file := files["small/scenario.yaml"]
	if !strings.Contains(string(file.Data), plain) {
		t.Fatalf("the small scenario has no %q", plain)
	}
	file.Data = []byte(strings.Replace(string(file.Data), plain, formed, 1))
	s, findings := format.Load(files, "small")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if got := s.Teams[0].Forms; !slices.Equal(got, []string{"Nordic", "the Old Kingdom"}) {
		t.Errorf("the forms are %q", got)
	}
}
