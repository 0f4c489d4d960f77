package paint

import "time"

type options struct {
	stall    time.Duration
	onStall  func()
	interval time.Duration
	closing  time.Duration
}

func defaults() options {
	return options{
		stall:    10 * time.Second,
		onStall:  func() {},
		interval: 16 * time.Millisecond,
		closing:  time.Second,
	}
}

// Option changes a Painter's limits.
type Option func(*options)

// WithStall has f called, once and in its own goroutine, when a write has made
// no progress for d. The painter waits on: f is to close the connection, which
// ends the write and with it the painter. The default is 10 seconds and no call.
func WithStall(d time.Duration, f func()) Option {
	return func(o *options) { o.stall, o.onStall = d, f }
}

// WithInterval sets the least time between two updates of the screen, 16 ms by
// default. The first change after a pause is written at once.
func WithInterval(d time.Duration) Option {
	return func(o *options) { o.interval = d }
}

// WithCloseWait bounds how long Close waits for the terminal to take its
// farewell, one second by default.
func WithCloseWait(d time.Duration) Option {
	return func(o *options) { o.closing = d }
}
