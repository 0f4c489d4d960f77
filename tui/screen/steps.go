package screen

import (
	"slices"
	"strings"
)

// lobbyStep is one thing to do before the start.
type lobbyStep string

// The steps that the seat itself remembers. That it is ready, the room knows.
const (
	stepBrief  lobbyStep = "brief"
	stepScreen lobbyStep = "screen"
	stepTry    lobbyStep = "try"
)

// stepsSlot is where they are kept with the seat, so that who comes back has
// not to begin again.
const stepsSlot = "lobby"

// steps are those that have been done.
type steps struct{ done []lobbyStep }

func (x *steps) has(s lobbyStep) bool { return slices.Contains(x.done, s) }

// Tick ticks a step of the lobby off.
type Tick struct{ step lobbyStep }

func (Tick) act() {}

// did ticks a step off and has it kept.
func (x *steps) did(s lobbyStep) []Act {
	if x.has(s) {
		return nil
	}
	x.done = append(x.done, s)
	words := make([]string, len(x.done))
	for i, d := range x.done {
		words[i] = string(d)
	}
	return []Act{Keep{Slot: stepsSlot, Text: strings.Join(words, " ")}}
}

// recall asks the seat which have been done.
func (x *steps) recall() Act {
	return Recall{Slot: stepsSlot, Then: func(kept string) []Act {
		for _, word := range strings.Fields(kept) {
			if !x.has(lobbyStep(word)) {
				x.done = append(x.done, lobbyStep(word))
			}
		}
		return nil
	}}
}
