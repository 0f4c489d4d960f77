package screen

import (
	"strings"
	"testing"

	"kefi/tui/theme"
)

// TestStakesAtEverySize: a delegate reads its brief to the end, which is what
// outcomes are worth to its team.
func TestStakesAtEverySize(t *testing.T) {
	kept(t, func(look theme.Look, width, height int) *Shell {
		sh := seated(turnView("hydra"), look, width, height)
		press(sh, "/brief<enter><tab>", fixtureNow)
		sh.Frame(fixtureNow) // which tells how long it is
		press(sh, strings.Repeat("<down>", 99), fixtureNow)
		return sh
	})
}
