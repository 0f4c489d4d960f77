package tui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"go.uber.org/goleak"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/screen"
	"kefi/tui/words"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// fakeTable is a table with one seat: what is said appears in its feed.
type fakeTable struct {
	mu     sync.Mutex
	feed   []exercise.Line
	after  int64
	news   chan struct{} // closed when something happens
	ended  error
	refuse error
	said   []exercise.Command
	floor  exercise.FloorView
	forYou []exercise.Notice
	room   func(*exercise.RoomView) // changes what is shown; may be nil
}

func newTable() *fakeTable {
	return &fakeTable{after: 1, news: make(chan struct{}), floor: exercise.FloorView{Mode: "open"}}
}

func (t *fakeTable) happen(f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	f()
	t.after++
	close(t.news)
	t.news = make(chan struct{})
}

func (t *fakeTable) Submit(_ context.Context, c exercise.Command) (exercise.Receipt, error) {
	if t.refuse != nil {
		return exercise.Receipt{}, t.refuse
	}
	t.happen(func() {
		t.said = append(t.said, c)
		if say, ok := c.(exercise.Say); ok {
			t.feed = append(t.feed, exercise.Line{No: "1", Kind: "said", Team: "arcadia", Text: say.Words.Value, Spoken: true})
		}
	})
	return exercise.Receipt{}, nil
}

func (t *fakeTable) Next(ctx context.Context, after int64) (*exercise.View, int64, error) {
	for {
		t.mu.Lock()
		now, news, ended := t.after, t.news, t.ended
		view := t.view()
		t.mu.Unlock()
		if ended != nil {
			return nil, 0, ended
		}
		if now > after {
			return view, now, nil
		}
		select {
		case <-ctx.Done():
			return nil, 0, ctx.Err()
		case <-news:
		}
	}
}

func (t *fakeTable) view() *exercise.View {
	v := t.whole()
	if t.room != nil {
		t.room(v.Room)
	}
	return v
}

func (t *fakeTable) whole() *exercise.View {
	return &exercise.View{
		Room: &exercise.RoomView{
			ID: "table", Phase: exercise.Table, Item: -1,
			Exercise: exercise.About{Title: "The Copycat Accord", Zone: "Europe/Zurich"},
			Clocks:   exercise.Clocks{TableRunning: true},
			Floor:    t.floor,
			Teams:    []exercise.TeamView{{ID: "arcadia", Name: "Arcadia", Track: exercise.Kappa, Presence: exercise.Here}},
			Feed:     append([]exercise.Line(nil), t.feed...),
		},
		Own: &exercise.OwnView{Seat: "arcadia", Name: "Arcadia", Team: "arcadia", Track: exercise.Kappa, Roles: []exercise.Role{exercise.Delegate}, Agreed: true, ForYou: t.forYou},
	}
}

// fakeStore keeps a seat's drafts in memory.
type fakeStore struct {
	mu     sync.Mutex
	drafts map[string]string
	likes  map[string]string
}

func (s *fakeStore) Draft(_ context.Context, slot string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.drafts[slot], nil
}

func (s *fakeStore) SaveDraft(_ context.Context, slot, text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drafts[slot] = text
	return nil
}

func (s *fakeStore) Preferences(context.Context) (map[string]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.likes), nil
}

func (s *fakeStore) SavePreference(_ context.Context, name, value string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.likes == nil {
		s.likes = map[string]string{}
	}
	s.likes[name] = value
	return nil
}

func (s *fakeStore) MarkRead(context.Context, string) error { return nil }

// fakeServer answers every query with its name.
type fakeServer struct{}

func (fakeServer) Serve(_ context.Context, q action.Query) (exercise.Phrase, error) {
	return words.Phrase("The server answers %s.", q.Name), nil
}

// terminal is what a person holds: keys go in, and what was written is kept.
type terminal struct {
	t    *testing.T
	keys *io.PipeWriter
	in   *io.PipeReader

	mu      sync.Mutex
	written bytes.Buffer
	more    chan struct{}
}

func newTerminal(t *testing.T) *terminal {
	in, keys := io.Pipe()
	return &terminal{t: t, in: in, keys: keys, more: make(chan struct{}, 1)}
}

func (x *terminal) Write(b []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	select {
	case x.more <- struct{}{}:
	default:
	}
	return x.written.Write(b)
}

func (x *terminal) text() string { return ansi.Strip(x.raw()) }

func (x *terminal) raw() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.written.String()
}

// forget begins anew with what was written.
func (x *terminal) forget() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.written.Reset()
}

func (x *terminal) typed(keys string) {
	if _, err := io.WriteString(x.keys, keys); err != nil {
		x.t.Error(err)
	}
}

// await waits until something has been written, awaitRaw until bytes have.
func (x *terminal) await(words string)    { x.t.Helper(); x.until(x.text, words) }
func (x *terminal) awaitRaw(bytes string) { x.t.Helper(); x.until(x.raw, bytes) }

func (x *terminal) until(written func() string, words string) {
	x.t.Helper()
	limit := time.NewTimer(5 * time.Second)
	defer limit.Stop()
	for !strings.Contains(written(), words) {
		select {
		case <-x.more:
		case <-limit.C:
			x.t.Fatalf("%q was not written; there is:\n%s", words, x.text())
		}
	}
}

// seat runs a seat until it ends, and gives the way to wait for that.
func seat(ctx context.Context, x *terminal, table Table, store Store, resize <-chan Size) (ended func() error) {
	return sits(ctx, x, resize, Options{Table: table, Store: store, Server: fakeServer{}})
}

func sits(ctx context.Context, x *terminal, resize <-chan Size, o Options) (ended func() error) {
	over := make(chan error, 1)
	o.Cache = screen.NewCache()
	o.Terminal = Terminal{In: x.in, Out: x, Profile: colorprofile.ANSI256, Width: 80, Height: 24, Resize: resize}
	go func() {
		over <- Run(ctx, o)
		_ = x.in.Close()
	}()
	return func() error {
		x.t.Helper()
		limit := time.NewTimer(5 * time.Second)
		defer limit.Stop()
		select {
		case err := <-over:
			return err
		case <-limit.C:
			x.t.Fatal("Run does not return")
			return nil
		}
	}
}

func TestASeatSpeaksAndLeaves(t *testing.T) {
	x, table, store := newTerminal(t), newTable(), &fakeStore{drafts: map[string]string{}}
	ended := seat(t.Context(), x, table, store, nil)
	x.await("The Copycat Accord")
	x.typed("Good morning.\r")
	x.await("κ Arcadia")
	x.typed("/leave\r")
	if err := ended(); err != nil {
		t.Errorf("leaving is an error: %v", err)
	}
	if len(table.said) != 1 {
		t.Errorf("the table got %v", table.said)
	}
}

func TestDraftsOutliveTheSession(t *testing.T) {
	store := &fakeStore{drafts: map[string]string{}}
	x := newTerminal(t)
	ended := seat(t.Context(), x, newTable(), store, nil)
	x.await("The Copycat Accord")
	x.typed("If the operator itself does not know")
	x.await("operator itself does not know")
	_ = x.keys.Close() // the line drops
	if err := ended(); err != nil {
		t.Errorf("a dropped line is an error: %v", err)
	}
	if got := store.drafts["line"]; got != "If the operator itself does not know" {
		t.Fatalf("the draft kept is %q", got)
	}
	y := newTerminal(t)
	ended = seat(t.Context(), y, newTable(), store, nil)
	y.await("If the operator itself does not know")
	_ = y.keys.Close()
	_ = ended()
}

func TestTheTableEndsTheSession(t *testing.T) {
	x, table := newTerminal(t), newTable()
	ended := seat(t.Context(), x, table, &fakeStore{drafts: map[string]string{}}, nil)
	x.await("The Copycat Accord")
	taken := errors.New("another window has taken this seat")
	table.happen(func() { table.ended = taken })
	if err := ended(); !errors.Is(err, taken) {
		t.Errorf("the session ends with %v", err)
	}
}

func TestTheContextEndsTheSession(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	x := newTerminal(t)
	ended := seat(ctx, x, newTable(), &fakeStore{drafts: map[string]string{}}, nil)
	x.await("The Copycat Accord")
	cancel()
	if err := ended(); !errors.Is(err, context.Canceled) {
		t.Errorf("the session ends with %v", err)
	}
}

func TestRefusalsAndAnswersAreShown(t *testing.T) {
	x, table := newTerminal(t), newTable()
	table.refuse = errors.New("Hydra has the floor; you are next.")
	ended := seat(t.Context(), x, table, &fakeStore{drafts: map[string]string{}}, nil)
	x.await("The Copycat Accord")
	x.typed("/hand\r")
	x.await("you are next.")
	for range len("/hand") {
		x.typed("\x7f")
	}
	x.typed("/export md\r")
	x.await("The server answers export.")
	_ = x.keys.Close()
	_ = ended()
}

func TestResizeStorm(t *testing.T) {
	x, sizes := newTerminal(t), make(chan Size)
	ended := seat(t.Context(), x, newTable(), &fakeStore{drafts: map[string]string{}}, sizes)
	x.await("The Copycat Accord")
	for _, s := range []Size{{0, 0}, {1, 1}, {500, 200}, {4294967, 4294967}, {0, 50}, {80, 0}, {48, 11}} {
		sizes <- s
	}
	x.await("EX the floor is open")
	_ = x.keys.Close()
	if err := ended(); err != nil {
		t.Errorf("it ends with %v", err)
	}
}
