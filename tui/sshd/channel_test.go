package sshd_test

import (
	"context"
	"fmt"
	"io"
	"math"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/tui/sshd"
)

// sized plays a screen that tells its sizes and environment.
var sized = stage{screen: func(ctx context.Context, _ sshd.Guest, t sshd.Terminal) {
	fmt.Fprintf(t.Out, "open %v %s %q\r\n", t.Size, t.Term, t.Env)
	go io.Copy(io.Discard, t.In)
	for {
		select {
		case s := <-t.Resize:
			fmt.Fprintf(t.Out, "resize %v\r\n", s)
		case <-ctx.Done():
			return
		}
	}
}}

func TestSizesAreBounded(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Handler = sized })
	rows := []struct {
		w, h uint32
		want string
	}{
		{80, 24, "{80 24}"},
		{0, 0, "{0 0}"},
		{1, 1, "{1 1}"},
		{65535, 65535, "{500 200}"},
		{math.MaxUint32, 1, "{500 1}"},
		{1, math.MaxUint32, "{1 200}"},
	}
	for _, r := range rows {
		w := newSession(t, o.as(t, "arcadia"))
		if err := w.RequestPty("xterm", int(r.h), int(r.w), nil); err != nil {
			t.Fatal(err)
		}
		if err := w.Shell(); err != nil {
			t.Fatal(err)
		}
		w.sees(t, "open "+r.want)
		if err := w.WindowChange(7, 7); err != nil {
			t.Fatal(err)
		}
		w.sees(t, "resize {7 7}")
		if err := w.WindowChange(int(r.h), int(r.w)); err != nil {
			t.Fatal(err)
		}
		w.sees(t, "resize "+r.want)
	}
}

// doors.md 3.20: the ssh library would wait for somebody to take the sizes.
func TestWindowChangesBeforeTheShellOnlyCorrectTheSize(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Handler = sized })
	w := newSession(t, o.as(t, "arcadia"))
	if err := w.RequestPty("xterm", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	for i := range 10 {
		if err := w.WindowChange(30+i, 100); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Shell(); err != nil {
		t.Fatal(err)
	}
	w.sees(t, "open {100 39}")
	if strings.Contains(w.shown.String(), "resize") {
		t.Error("sizes from before the start came after it")
	}
}

func TestManyWindowChangesAreFew(t *testing.T) {
	var taken int
	held, done := make(chan struct{}), make(chan struct{})
	o := serve(t, func(o *sshd.Options) {
		o.Handler = stage{screen: func(ctx context.Context, _ sshd.Guest, t sshd.Terminal) {
			defer close(done)
			<-held
			for s := range t.Resize {
				if taken++; s.Width == 321 {
					return
				}
			}
		}}
	})
	w := o.window(t, o.as(t, "arcadia"))
	for range 10_000 {
		if err := w.WindowChange(50, 100); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.WindowChange(50, 321); err != nil {
		t.Fatal(err)
	}
	// The answer to this request comes after all of them were read.
	_, _ = w.SendRequest("nothing", true, nil)
	close(held)
	<-done
	if taken > 1 {
		t.Errorf("a screen that was busy meanwhile was told of %d sizes", taken)
	}
}

func TestEnvironmentIsAShortList(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Handler = sized })
	w := newSession(t, o.as(t, "arcadia"))
	rows := []struct {
		key, value string
		taken      bool
	}{
		{"LANG", "el_GR.UTF-8", true},
		{"LC_TIME", "C", true},
		{"COLORTERM", "truecolor", true},
		{"NO_COLOR", "1", true},
		{"TERM_PROGRAM", "x", true},
		{"PATH", "/bin", false},
		{"LC_", "x", false},
		{"LC_\x1b", "x", false},
		{"LANG", "a\nb", false},
		{"LANG", "\x1b]52;c;\a", false},
		{"LANG", strings.Repeat("x", 200_000), false},
		{"LC_BIG", strings.Repeat("x", 3000), true},
		{"LC_BIGGER", strings.Repeat("x", 3000), false},
	}
	for _, r := range rows {
		if err := w.Setenv(r.key, r.value); (err == nil) != r.taken {
			t.Errorf("%.20q = %.20q: taken %v, want %v", r.key, r.value, err == nil, r.taken)
		}
	}
	n := 0
	for range 100 {
		if w.Setenv("LC_N", "x") == nil {
			n++
		}
	}
	if n != 32-6 {
		t.Errorf("%d more variables were taken", n)
	}
	if err := w.RequestPty("xterm", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Shell(); err != nil {
		t.Fatal(err)
	}
	w.sees(t, `["LANG=el_GR.UTF-8" "LC_TIME=C" "COLORTERM=truecolor" "NO_COLOR=1" "TERM_PROGRAM=x" "LC_BIG=`)
}

func TestOddTerminalsAreRefused(t *testing.T) {
	o := serve(t, nil)
	for _, term := range []string{"xterm\x1b[2J", "a\nb", "a b", "ξterm", strings.Repeat("x", 65), strings.Repeat("x", 200_000)} {
		if err := newSession(t, o.as(t, "arcadia")).RequestPty(term, 24, 80, nil); err == nil {
			t.Errorf("TERM %.20q was taken", term)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	o := serve(t, nil)
	c := o.as(t, "arcadia")
	w := newSession(t, c)
	for _, request := range []string{"auth-agent-req@openssh.com", "x11-req", "subsystem", "signal", "break", "xon-xoff", "window-change", "\x1b"} {
		if ok, err := w.SendRequest(request, true, gossh.Marshal(struct{ S string }{"netconf"})); ok || err != nil {
			t.Errorf("%q was answered %v, %v", request, ok, err)
		}
	}
	for _, kind := range []string{"direct-tcpip", "direct-streamlocal@openssh.com", "tun@openssh.com", "junk"} {
		if _, _, err := c.OpenChannel(kind, nil); err == nil {
			t.Errorf("a channel %q was opened", kind)
		}
	}
	for _, global := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "junk"} {
		if ok, _, err := c.SendRequest(global, true, nil); ok || err != nil {
			t.Errorf("%q was answered %v, %v", global, ok, err)
		}
	}
	if err := w.Shell(); err != nil {
		t.Error("after all that the session does not start:", err)
	}
}

func TestFourSessionsAConnection(t *testing.T) {
	o := serve(t, nil)
	c := o.as(t, "arcadia")
	for range 4 {
		newSession(t, c)
	}
	before := runtime.NumGoroutine()
	for range 1000 {
		if _, err := c.NewSession(); err == nil {
			t.Fatal("a fifth session was opened")
		}
	}
	eventually(t, "the goroutines of refused sessions to end", func() bool { return runtime.NumGoroutine() < before+5 })
}

func TestLinesOfVerbs(t *testing.T) {
	o := serve(t, nil)
	rows := []struct {
		given  string
		line   string
		status int
		shows  string
	}{
		{"a line", `say "Forty-eight would do."`, 0, "did 27 bytes"},
		{"a line of 16 KiB", strings.Repeat("x", 16<<10), 0, "did 16384 bytes"},
		{"a line of 16 KiB and a byte", strings.Repeat("x", 16<<10+1), 2, "too long"},
		{"a line of 200 kB", strings.Repeat("x", 200_000), 2, "too long"},
	}
	for _, r := range rows {
		w := newSession(t, o.as(t, "arcadia"))
		if got := status(w.Run(r.line)); got != r.status {
			t.Errorf("%s: exit status %d, not %d", r.given, got, r.status)
		}
		w.sees(t, r.shows)
	}
	if strings.Contains(o.log.String(), "Forty") {
		t.Error("the log holds a line")
	}
}

func TestKindsOfSession(t *testing.T) {
	o := serve(t, nil)
	rows := []struct{ given, user, term, shows string }{
		{"a terminal", "arcadia.spring", "xterm", "screen of arcadia"},
		{"a dumb terminal", "arcadia.spring", "dumb", "lines of arcadia"},
		{"a terminal without a name", "arcadia.spring", "", "lines of arcadia"},
		{"plain wanted", "arcadia.spring+plain", "xterm", "lines of arcadia"},
	}
	for _, r := range rows {
		w := newSession(t, o.client(t, r.user, answers(nil, springCode)))
		if err := w.RequestPty(r.term, 24, 80, nil); err != nil {
			t.Fatal(err)
		}
		if err := w.Shell(); err != nil {
			t.Fatal(err)
		}
		w.sees(t, r.shows)
	}
	s, err := o.as(t, "arcadia").NewSession() // no terminal, and its input ends
	if err != nil {
		t.Fatal(err)
	}
	s.Stdin = strings.NewReader("hello\n")
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	if err := s.Wait(); err != nil {
		t.Error("plain lines did not end with status 0:", err)
	}
}

func TestAScreenEnds(t *testing.T) {
	reads := func(in io.Reader) { _, _ = io.Copy(io.Discard, in) }
	ignores := func(io.Reader) {}
	rows := []struct {
		when   string
		screen func(io.Reader)
		do     func(w *window, c *gossh.Client)
	}{
		{"the input ends", reads, func(w *window, _ *gossh.Client) { w.in.Close() }},
		{"the channel is closed and the connection kept", ignores, func(w *window, _ *gossh.Client) { w.Close() }},
		{"the connection is lost", ignores, func(_ *window, c *gossh.Client) { c.Close() }},
	}
	for _, r := range rows {
		t.Run(r.when, func(t *testing.T) {
			causes := make(chan error, 1)
			o := serve(t, func(o *sshd.Options) {
				o.Handler = stage{screen: func(ctx context.Context, _ sshd.Guest, t sshd.Terminal) {
					_, _ = io.WriteString(t.Out, "screen")
					go r.screen(t.In)
					<-ctx.Done()
					causes <- context.Cause(ctx)
				}}
			})
			c := o.as(t, "arcadia")
			w := o.window(t, c)
			w.sees(t, "screen")
			r.do(w, c)
			if cause := <-causes; cause != sshd.ErrHungUp {
				t.Errorf("it ended because of %v", cause)
			}
		})
	}
}

// The screen writes to the channel itself: nothing may rewrite it.
func TestTheScreenIsTheRawChannel(t *testing.T) {
	const frame = "\x1b[?2026ha\nb\r\nc\rd\x00\xff\x1b[?2026l"
	o := serve(t, func(o *sshd.Options) {
		o.Handler = stage{screen: func(_ context.Context, _ sshd.Guest, t sshd.Terminal) {
			_, _ = io.WriteString(t.Out, frame)
		}}
	})
	w := o.window(t, o.as(t, "arcadia"))
	_ = w.Wait()
	if got := w.shown.String(); got != frame {
		t.Errorf("%q arrived as %q", frame, got)
	}
}

// A client that answers but never reads loses its connection, not the room.
func TestAClientThatStopsReadingIsCutOff(t *testing.T) {
	o := serve(t, func(o *sshd.Options) {
		o.Limits.Stall = 50 * time.Millisecond
		o.Handler = stage{screen: func(ctx context.Context, _ sshd.Guest, t sshd.Terminal) {
			for {
				if _, err := t.Out.Write(make([]byte, 64<<10)); err != nil {
					return
				}
			}
		}}
	})
	c := o.as(t, "arcadia")
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.StdoutPipe(); err != nil { // never read: the window fills
		t.Fatal(err)
	}
	if err := s.RequestPty("xterm", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil {
		t.Error("the connection ended in peace")
	}
}

func TestAPanicEndsOneSession(t *testing.T) {
	o := serve(t, func(o *sshd.Options) {
		o.Handler = stage{verb: func(context.Context, sshd.Guest, string, io.Writer, io.Writer) int {
			panic("the brief of arcadia")
		}}
	})
	c := o.as(t, "arcadia")
	w := newSession(t, c)
	if got := status(w.Run("say")); got != 1 {
		t.Errorf("exit status %d", got)
	}
	w.sees(t, "Something went wrong in this window.")
	if strings.Contains(o.log.String(), "brief") {
		t.Error("the log holds what panicked")
	}
	o.window(t, c).sees(t, "screen of arcadia")
}

// doors.md 3.17: clients that vanish with a TCP reset.
func TestGoroutinesEndWithTheirClients(t *testing.T) {
	o := serve(t, nil)
	o.window(t, o.as(t, "hydra")).sees(t, "screen of")
	before := runtime.NumGoroutine()
	seats := []exercise.SeatID{"arcadia", "observer"}
	for i := range 100 {
		tcp, err := net.Dial("tcp", o.addr)
		if err != nil {
			t.Fatal(err)
		}
		key := newKey(t)
		o.house.bind("spring", seats[i%2], key)
		conn, channels, requests, err := gossh.NewClientConn(tcp, o.addr, &gossh.ClientConfig{
			User: string(seats[i%2]) + ".spring", Auth: keys(key), HostKeyCallback: gossh.FixedHostKey(o.key.PublicKey()),
		})
		if err != nil {
			t.Fatal(err)
		}
		o.window(t, gossh.NewClient(conn, channels, requests)).sees(t, "screen of")
		_ = tcp.(*net.TCPConn).SetLinger(0)
		_ = tcp.Close()
	}
	eventually(t, "the goroutines to end", func() bool { return runtime.NumGoroutine() <= before })
}
