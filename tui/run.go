package tui

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/tui/action"
	"kefi/tui/paint"
	"kefi/tui/screen"
)

// errNobody answers a query where no server stands behind the seat.
var errNobody = errors.New("nobody can answer that here; ask control")

// farewellTime bounds what is still stored when a session has ended.
const farewellTime = 2 * time.Second

// Run plays one seat on one terminal until the person leaves, the terminal's
// input ends, or ctx does. It leaves the terminal as it found it. The error is
// the table's where it ended the session (another window took the seat), or
// that of ctx; leaving is none.
func Run(ctx context.Context, o Options) error {
	if o.Rehearsing {
		o.Store, o.Server = noDesk{o.Store}, noServer{}
	}
	kept, err := o.Store.Preferences(ctx)
	if err != nil {
		return err
	}
	likes := screen.Liked(kept)
	if o.Look != "" {
		likes.Look = o.Look
	}
	likes.Language = o.Language
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	stalled := o.Terminal.Stalled
	if stalled == nil {
		stalled = cancel
	}
	painter := paint.New(o.Terminal.Out, o.Terminal.Width, o.Terminal.Height, o.Terminal.Profile, paint.WithStall(10*time.Second, stalled))
	keys := paint.NewInput(o.Terminal.In)
	model := newModel(inner, o, likes, painter, keys)
	program := tea.NewProgram(model, tea.WithContext(inner), tea.WithInput(nil), tea.WithOutput(io.Discard),
		tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithFPS(1), tea.WithWindowSize(o.Terminal.Width, o.Terminal.Height))

	var feeders sync.WaitGroup
	go readKeys(inner, keys, program) // ends with the terminal's input
	feeders.Go(func() { follow(inner, o.Terminal.Resize, program, resized) })
	feeders.Go(func() { follow(inner, o.Chosen, program, elsewhere) })
	_, err = program.Run()
	cancel()
	feeders.Wait()
	closed := painter.Close()
	farewell, done := context.WithTimeout(context.WithoutCancel(ctx), farewellTime)
	defer done()
	for _, k := range model.real.shell.Closed() {
		model.real.drafts[k.Slot] = k.Text
	}
	saved := model.real.drafts.store(farewell, o.Store)
	return errors.Join(reason(ctx, model, err), closed, saved)
}

// reason is why the session ended; nil where the person left.
func reason(ctx context.Context, m *Model, run error) error {
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case m.err != nil:
		return m.err
	case errors.Is(run, context.Canceled):
		return paint.ErrUnfinished // the terminal stalled
	}
	return run
}

// readKeys is the seat's own reader of its terminal.
func readKeys(ctx context.Context, keys *paint.Input, program *tea.Program) {
	send := func(msg tea.Msg) { program.Send(msg) }
	_ = keys.Run(ctx, send, send)
	program.Send(hungUp{})
}

func resized(s Size) tea.Msg { return tea.WindowSizeMsg{Width: s.Width, Height: s.Height} }

func elsewhere(q action.Query) tea.Msg { return chosen{q} }

// follow tells the program of whatever comes.
func follow[T any](ctx context.Context, news <-chan T, program *tea.Program, msg func(T) tea.Msg) {
	for {
		select {
		case <-ctx.Done():
			return
		case x, ok := <-news:
			if !ok {
				return
			}
			program.Send(msg(x))
		}
	}
}
