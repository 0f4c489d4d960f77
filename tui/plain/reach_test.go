package plain

import (
	"strings"
	"testing"
	"testing/synctest"

	"kefi/tui/action"
)

// TestEveryActionIsReachedInPlainMode: each form of every verb, typed in a
// session, is submitted to the table or answered, and help tells of it.
func TestEveryActionIsReachedInPlainMode(t *testing.T) {
	for _, a := range action.All() {
		for _, line := range a.Examples() {
			synctest.Test(t, func(t *testing.T) {
				k := begin(t, t.Context(), norland())
				k.hear()
				got := k.write(line)
				if submitted := len(k.submits) == 1; submitted != (a.Kind == action.Play) {
					t.Errorf("%s: submitted %v", line, k.submits)
				}
				if a.Kind != action.Play && got == "" || strings.Contains(got, "cannot be answered here") {
					t.Errorf("%s: answered %q", line, got)
				}
				if line == a.Example && a.Name != "leave" {
					if help := k.write("help " + a.Name); !strings.Contains(help, a.Example) {
						t.Errorf("help %s: %q", a.Name, help)
					}
				}
				_ = k.keyboard.Close()
				<-k.ended
			})
		}
	}
}
