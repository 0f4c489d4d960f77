package sshd

import (
	"io"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// maxWrite is how much is written at a time, so that a slow terminal that does
// read is seen to make progress.
const maxWrite = 16 << 10

// wire is a session's raw channel: nothing rewrites what goes through it. A
// write that makes no progress for too long closes the connection, which frees
// whoever waits in it. SSH has no write deadline of a channel, and one of the
// connection cannot see a client that answers keepalives and reads nothing.
type wire struct {
	gossh.Channel
	stall time.Duration
	close func() // the connection
}

func (w *wire) Write(p []byte) (int, error) { return w.write(w.Channel, p) }

// Stderr is bounded as Write is.
func (w *wire) Stderr() io.ReadWriter { return stderr{w, w.Channel.Stderr()} }

func (w *wire) write(to io.Writer, p []byte) (written int, err error) {
	for {
		part := p[written:min(len(p), written+maxWrite)]
		timer := time.AfterFunc(w.stall, w.close)
		n, err := to.Write(part)
		timer.Stop()
		if written += n; err != nil || written >= len(p) {
			return written, err
		}
	}
}

type stderr struct {
	wire *wire
	io.ReadWriter
}

func (s stderr) Write(p []byte) (int, error) { return s.wire.write(s.ReadWriter, p) }
