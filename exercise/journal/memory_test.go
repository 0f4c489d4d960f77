package journal_test

import (
	"testing"

	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
)

func TestMemory(t *testing.T) {
	journaltest.Run(t, func(t *testing.T) (journal.Journal, func() journal.Journal) {
		m := new(journal.Memory)
		return m, func() journal.Journal { return m }
	})
}
