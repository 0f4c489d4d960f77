package main

import (
	"context"
	"testing"
	"time"
)

// patience bounds every wait for another process. It is long because the
// machine may be busy; what is waited for comes much sooner.
const patience = 30 * time.Second

// until is the one place where tests of the program wait: it asks again and
// again until ok, and fails at the deadline with what explain says.
func until(t testing.TB, ok func() bool, explain func() string) {
	t.Helper()
	deadline, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-deadline.Done():
			t.Fatal(explain())
		}
	}
}
