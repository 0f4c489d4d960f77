package paint

import (
	"context"
	"testing"
	"time"
)

// eventually is the one place where a test waits for another goroutine outside
// a bubble: Bubble Tea's clock is the real one.
func eventually(t *testing.T, ok func() bool, explain func() string) {
	t.Helper()
	deadline, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-deadline.Done():
			t.Fatal(explain())
		}
	}
}
