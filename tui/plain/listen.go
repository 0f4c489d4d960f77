package plain

import (
	"bufio"
	"context"
	"io"

	"golang.org/x/time/rate"

	"kefi/tui/action"
)

// The pace at which lines are taken, after so many at once. Nobody types as
// fast; a program that does would take the server's time from everyone else.
const (
	linesPerSecond = 20
	linesAtOnce    = 100
)

// listen hands on each line of in, at a bounded pace, and closes typed at its
// end. Of a line that is too long it keeps one byte more than a line may have,
// so that it is refused as such, and forgets the rest.
func listen(ctx context.Context, in io.Reader, typed chan<- string) {
	defer close(typed)
	r := bufio.NewReaderSize(in, 4096)
	pace := rate.NewLimiter(linesPerSecond, linesAtOnce)
	var line []byte
	for {
		part, more, err := r.ReadLine()
		if err != nil {
			return
		}
		room := action.MaxLine + 1 - len(line)
		line = append(line, part[:min(room, len(part))]...)
		if more {
			continue
		}
		if pace.Wait(ctx) != nil {
			return
		}
		select {
		case typed <- string(line):
		case <-ctx.Done():
			return
		}
		line = nil
	}
}
