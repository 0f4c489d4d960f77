package format_test

import (
	"os"
	"strings"
	"testing"

	"kefi/exercise/when"
)

// The guide for authors names every fact that a condition can.
func TestTheGuideNamesEveryFact(t *testing.T) {
	b, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range when.All() {
		if !strings.Contains(string(b), "`"+f.Name+"`") && !strings.Contains(string(b), "`"+f.Name+`("`) {
			t.Errorf("%s is not in the guide", f.Name)
		}
	}
}
