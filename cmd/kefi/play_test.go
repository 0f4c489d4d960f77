package main

import (
	"testing"

	"kefi/exercise"
)

// TestThePlay plays one exercise whole against the program as it is shipped:
// a child process, SSH, twenty minutes of story. One story is told twice: by
// verbs alone, and with some who act by keystrokes alone and read their screens.
func TestThePlay(t *testing.T) {
	t.Run("by verbs", func(t *testing.T) {
		t.Parallel()
		play(assemble(t))
	})
	t.Run("at terminals", func(t *testing.T) {
		t.Parallel()
		play(assemble(t, []exercise.SeatID{"arcadia", "chair", "recorder"}...))
	})
}

func play(c *cast) {
	c.gather()
	c.firstReading()
	c.asides()
	c.clausesOneAndTwo()
	c.clauseThree()
	c.overTwoPoints()
	c.powerCut()
	c.concludeThree()
	c.realWorld()
	c.expunge()
	c.clausesFourToSix()
	c.nightShift()
	c.sign()
	c.reflect()
	c.views()
	c.handOver()
	c.measure()
	c.collect()
	c.secrets.reach(c.T, c.given)
}
