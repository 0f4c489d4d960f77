package main

import "testing"

// TestThePlay plays one exercise whole against the program as it is shipped:
// a child process, SSH, twenty minutes of story.
func TestThePlay(t *testing.T) {
	c := assemble(t)
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
	c.measure()
	c.secrets.reach(t, c.given)
}
