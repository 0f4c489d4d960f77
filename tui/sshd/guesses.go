package sshd

import (
	"context"
	"net/netip"
	"sync"
	"time"
)

// guesses slows wrong invitation codes down, by address. Nothing is ever
// locked: the pause stands before the answer, right or wrong, and a bound key
// does not meet it. A code of four words (44 bits) outlasts what is left by
// thousands of years.
type guesses struct {
	free int
	slow time.Duration

	mu    sync.Mutex
	wrong map[netip.Addr]*tally
}

type tally struct {
	n    int
	last time.Time
}

const (
	forgetGuesses = 10 * time.Minute // after the last wrong one
	maxTallies    = 4096             // addresses remembered
)

func newGuesses(l Limits) *guesses {
	return &guesses{free: l.FreeGuesses, slow: l.SlowGuess, wrong: map[netip.Addr]*tally{}}
}

// pause waits as long as an answer to this address should take. It fails where
// ctx ends first.
func (g *guesses) pause(ctx context.Context, from netip.Addr) error {
	wait := g.wait(from)
	if wait == 0 {
		return nil
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *guesses) wait(from netip.Addr) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	t := g.wrong[from]
	if t == nil || t.n < g.free || time.Since(t.last) > forgetGuesses {
		return 0
	}
	return g.slow << min(t.n-g.free, 3)
}

// miss counts a wrong code.
func (g *guesses) miss(from netip.Addr) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := time.Now()
	t := g.wrong[from]
	if t == nil {
		g.makeRoom(now)
		t = &tally{}
		g.wrong[from] = t
	}
	if now.Sub(t.last) > forgetGuesses {
		t.n = 0
	}
	t.n, t.last = t.n+1, now
}

// makeRoom forgets addresses that have been quiet, and if all are busy, all.
func (g *guesses) makeRoom(now time.Time) {
	if len(g.wrong) < maxTallies {
		return
	}
	for a, t := range g.wrong {
		if now.Sub(t.last) > forgetGuesses {
			delete(g.wrong, a)
		}
	}
	if len(g.wrong) >= maxTallies {
		clear(g.wrong)
	}
}
