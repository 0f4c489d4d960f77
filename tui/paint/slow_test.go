//go:build slow

package paint

import (
	"flag"
	"testing"

	"pgregory.net/rapid"
)

// The properties again, a hundred times as often.
func TestPropertiesAtLength(t *testing.T) {
	checks := flag.Lookup("rapid.checks")
	before := checks.Value.String()
	defer checks.Value.Set(before)
	checks.Value.Set("10000")
	t.Run("frames", func(t *testing.T) { checkInBubble(t, framesShowTheLast) })
	t.Run("own sequences", func(t *testing.T) { checkInBubble(t, ownSequences) })
	t.Run("cells", func(t *testing.T) { rapid.Check(t, cellsAgree) })
	t.Run("lines", func(t *testing.T) { rapid.Check(t, pureAndFits) })
	t.Run("input", func(t *testing.T) { rapid.Check(t, anyBytes) })
	t.Run("answers", func(t *testing.T) { rapid.Check(t, answersApart) })
}
