package roster_test

import (
	"testing"

	"kefi/exercise/roster"
	"kefi/exercise/roster/rostertest"
)

func TestMemory(t *testing.T) {
	rostertest.Run(t, func(t *testing.T) (roster.Roster, func() roster.Roster) {
		m := roster.NewMemory()
		return m, func() roster.Roster { return m }
	})
}
