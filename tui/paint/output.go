package paint

import (
	"io"
	"sync"
	"time"
)

// writeSize is how much is written at once. A write says only at its end that
// it made progress, so a slow line has ten seconds for these many bytes.
const writeSize = 4 << 10

// output writes and watches that writing goes on.
type output struct {
	w     io.Writer
	limit time.Duration
	stall func() // runs once
	watch *time.Timer
}

func newOutput(w io.Writer, limit time.Duration, stall func()) *output {
	return &output{w: w, limit: limit, stall: sync.OnceFunc(stall)}
}

// write writes b in pieces, each within the limit or the stall is told.
func (o *output) write(b []byte) error {
	defer o.stop()
	for len(b) > 0 {
		piece := b[:min(len(b), writeSize)]
		o.start()
		n, err := o.w.Write(piece)
		if err == nil && n < len(piece) {
			err = io.ErrShortWrite
		}
		if err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

// start gives the next piece its time.
func (o *output) start() {
	if o.watch == nil {
		o.watch = time.AfterFunc(o.limit, o.stall)
		return
	}
	o.watch.Reset(o.limit)
}

// stop ends the watch between writes.
func (o *output) stop() {
	if o.watch != nil {
		o.watch.Stop()
	}
}
