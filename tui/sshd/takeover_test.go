package sshd_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"kefi/tui/sshd"
)

func TestTheNewestTakesTheSeat(t *testing.T) {
	o := serve(t, nil)
	older := o.window(t, o.as(t, "arcadia"))
	older.sees(t, "screen of arcadia")
	newer := o.window(t, o.as(t, "arcadia"))
	newer.sees(t, "screen of arcadia")

	if got := status(older.Wait()); got != 1 {
		t.Errorf("the older window ended with %d", got)
	}
	older.sees(t, sshd.ErrTakenOver.Error())
	if strings.Contains(newer.shown.String(), "taken over") {
		t.Error("the newer window was told, too")
	}
}

func TestOverOneConnectionTheNewestTakesTheSeatToo(t *testing.T) {
	o := serve(t, nil)
	c := o.as(t, "arcadia")
	older := o.window(t, c)
	older.sees(t, "screen of arcadia")
	newer := o.window(t, c)
	newer.sees(t, "screen of arcadia")
	older.sees(t, sshd.ErrTakenOver.Error())
	if got := verb(t, c, "who"); got == "" {
		t.Error("the connection did not stay")
	}
}

// The older session has ended when the newer begins, so that whoever counts
// who is present sees one leave and then one come.
func TestTheOlderEndsFirst(t *testing.T) {
	steps := make(chan string, 4)
	o := serve(t, func(o *sshd.Options) {
		o.Handler = stage{screen: func(ctx context.Context, g sshd.Guest, t sshd.Terminal) {
			steps <- "in"
			stage{}.Screen(ctx, g, t)
			steps <- "out"
		}}
	})
	o.window(t, o.as(t, "arcadia")).sees(t, "screen of")
	o.window(t, o.as(t, "arcadia")).sees(t, "screen of")
	if a, b, c := <-steps, <-steps, <-steps; a+b+c != "inoutin" {
		t.Errorf("%s, %s, %s", a, b, c)
	}
}

// One that does not go is not waited for without end.
func TestAStuckSessionDoesNotKeepTheSeat(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	o := serve(t, func(o *sshd.Options) {
		o.Limits.Farewell = 20 * time.Millisecond
		first := make(chan struct{}, 1)
		first <- struct{}{}
		o.Handler = stage{screen: func(ctx context.Context, g sshd.Guest, t sshd.Terminal) {
			select {
			case <-first:
				_, _ = io.WriteString(t.Out, "stuck")
				<-release
			default:
				stage{}.Screen(ctx, g, t)
			}
		}}
	})
	o.window(t, o.as(t, "arcadia")).sees(t, "stuck")
	o.window(t, o.as(t, "arcadia")).sees(t, "screen of arcadia")
}

func TestWhoDoesNotTakeASeat(t *testing.T) {
	o := serve(t, nil)
	arcadia := o.window(t, o.as(t, "arcadia"))
	arcadia.sees(t, "screen of")
	observer := o.window(t, o.as(t, "observer"))
	observer.sees(t, "screen of")

	verb(t, o.as(t, "arcadia"), "who")                                                         // a verb
	o.window(t, o.client(t, "arcadia", answers(nil, autumnCode))).sees(t, "arcadia in autumn") // another exercise
	o.window(t, o.as(t, "hydra")).sees(t, "hydra")                                             // another seat
	o.window(t, o.as(t, "observer")).sees(t, "observer")                                       // another observer

	for name, w := range map[string]*window{"arcadia": arcadia, "observer": observer} {
		if err := w.WindowChange(9, 9); err != nil || strings.Contains(w.shown.String(), "taken") {
			t.Errorf("%s was taken over", name)
		}
	}
}

func TestKick(t *testing.T) {
	o := serve(t, nil)
	c := o.as(t, "arcadia")
	kicked := o.window(t, c)
	kicked.sees(t, "screen of arcadia")
	idle := o.as(t, "arcadia") // signed in, and has not opened a session yet
	other := o.as(t, "hydra")
	hydra := o.window(t, other)
	hydra.sees(t, "screen of hydra")

	began := time.Now()
	o.Kick("spring", "arcadia")
	_ = c.Wait()
	if took := time.Since(began); took > time.Second {
		t.Errorf("the connection was there for another %v", took)
	}
	kicked.sees(t, sshd.ErrKicked.Error())
	if s, err := idle.NewSession(); err == nil && s.Run("who") == nil {
		t.Error("a connection from before the kick was used after it")
	}
	_ = idle.Wait()
	if err := hydra.WindowChange(9, 9); err != nil {
		t.Error("another seat was kicked, too:", err)
	}
	o.window(t, o.as(t, "arcadia")).sees(t, "screen of arcadia") // it may come back
}

func TestStopping(t *testing.T) {
	verbs := make(chan struct{})
	o := serve(t, func(o *sshd.Options) {
		o.Limits.Farewell = 500 * time.Millisecond // these clients keep their connections
		o.Handler = stage{verb: func(ctx context.Context, _ sshd.Guest, _ string, out, _ io.Writer) int {
			close(verbs)
			<-ctx.Done()
			_, _ = io.WriteString(out, "done all the same")
			return 0
		}}
	})
	var windows []*window
	for range 50 {
		w := o.window(t, o.as(t, "observer"))
		w.sees(t, "screen of")
		windows = append(windows, w)
	}
	script := newSession(t, o.as(t, "arcadia"))
	if err := script.Start("say"); err != nil {
		t.Fatal(err)
	}
	<-verbs

	began := time.Now()
	o.stop()
	if err := <-o.ended; err != nil {
		t.Error("it ended with", err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	for _, w := range windows {
		w.sees(t, sshd.ErrClosing.Error())
	}
	if err := script.Wait(); err != nil || script.shown.String() != "done all the same" {
		t.Errorf("a verb under way: %v, %q", err, script.shown)
	}
	if c, err := o.dial("arcadia"); err == nil {
		c.Close()
		t.Error("it still takes callers")
	}
}
