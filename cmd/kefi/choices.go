package main

import (
	"sync"

	"kefi/exercise/roster"
	"kefi/tui/action"
)

// choices tells the open sessions of a seat what a verb has chosen for it:
// `ssh arcadia@host language fr` turns Arcadia's screen to French at once. The
// zero choices have nobody to tell.
type choices struct {
	mu   sync.Mutex
	open map[roster.Place]map[chan action.Query]struct{}
}

// choicesBehind is how many a session may be behind before the oldest is lost.
const choicesBehind = 8

// follow gives what is chosen for a seat from now until stop.
func (c *choices) follow(p roster.Place) (chosen <-chan action.Query, stop func()) {
	ch := make(chan action.Query, choicesBehind)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.open == nil {
		c.open = map[roster.Place]map[chan action.Query]struct{}{}
	}
	if c.open[p] == nil {
		c.open[p] = map[chan action.Query]struct{}{}
	}
	c.open[p][ch] = struct{}{}
	return ch, func() { c.forget(p, ch) }
}

func (c *choices) forget(p roster.Place, ch chan action.Query) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.open[p], ch)
	if len(c.open[p]) == 0 {
		delete(c.open, p)
	}
}

// tell waits for nobody.
func (c *choices) tell(p roster.Place, q action.Query) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for ch := range c.open[p] {
		for told := false; !told; {
			select {
			case ch <- q:
				told = true
			default:
				select {
				case <-ch:
				default:
				}
			}
		}
	}
}
