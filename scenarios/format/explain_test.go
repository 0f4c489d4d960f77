package format_test

import (
	"strings"
	"testing"

	"kefi/scenarios/format"
)

// Every kind of finding is explained once, in sentences.
func TestEveryCodeIsExplained(t *testing.T) {
	seen := map[format.Code]bool{}
	for _, x := range format.Explanations() {
		if seen[x.Code] || x.Code == "" || x.What == "" || !strings.HasSuffix(x.Why, ".") || !strings.HasSuffix(x.Mend, ".") {
			t.Errorf("%q is explained as %+v", x.Code, x)
		}
		seen[x.Code] = true
		if got, ok := format.Explain("[" + strings.ToUpper(string(x.Code)) + "]"); !ok || got != x {
			t.Errorf("%s is not found as it may be typed", x.Code)
		}
	}
	if _, ok := format.Explain("weather"); ok {
		t.Error("a code that nothing bears is explained")
	}
}
