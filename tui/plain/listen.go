package plain

import (
	"bufio"
	"context"
	"io"

	"kefi/tui/action"
)

// listen hands on each line of in and closes typed at its end. Of a line that
// is too long it keeps one byte more than a line may have, so that it is
// refused as such, and forgets the rest.
func listen(ctx context.Context, in io.Reader, typed chan<- string) {
	defer close(typed)
	r := bufio.NewReaderSize(in, 4096)
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
		select {
		case typed <- string(line):
		case <-ctx.Done():
			return
		}
		line = nil
	}
}
