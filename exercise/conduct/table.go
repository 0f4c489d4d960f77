package conduct

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// Options are how a table is run. The zero value of each field is usable.
type Options struct {
	// Reopen opens the journal again after an append whose outcome is unknown.
	// Without it the table stops writing then.
	Reopen func() (journal.Journal, error)
	// ActsPerMinute is what one seat may do, with as many at once; 0 means 30.
	ActsPerMinute int
	// DropGrace is how long a dropped line waits before its seat counts as
	// left; 0 means 30 s.
	DropGrace time.Duration
	// Trouble is told each time an act could not be stored, for whoever runs
	// the server: participants see ErrStorage only. Nil: nobody is told.
	Trouble func(error)
	// Random is the source of keys and salts; nil means crypto/rand.
	Random io.Reader
}

// Table is one exercise, live. Its methods may be called from any goroutine.
type Table struct {
	roster roster.Roster
	opts   Options

	// turn is held while a command is decided and stored; readers never wait for it.
	turn    sync.Mutex
	journal journal.Journal
	head    journal.Head
	acted   time.Time // when the last act was stored, for a clock that was set back
	broken  error     // why nothing can be written any more

	// seating is held while a seat is taken or left to another; before turn.
	seating  sync.Mutex
	standIns map[exercise.SeatID]*standIn // scripts, until persons come

	mu      sync.Mutex // guards what readers see
	state   exercise.State
	views   map[exercise.RoomID]*exercise.RoomView // of the tables
	changed map[exercise.RoomID]int64              // room -> last act seen in it
	waiting map[*waiter]struct{}
	sitting map[exercise.SeatID]int
	budgets map[spending]*rate.Limiter
	opened  []roster.Reading // of injects, in order; see MarkRead
	closed  journal.Head     // of the act that closed the exercise; journal.Start before

	stir  chan struct{}   // tells the clock that something changed
	open  context.Context // ends when the table closes
	close context.CancelFunc
	done  chan struct{} // closed when the clock has stopped
}

// ErrStorage: the act could not be stored. Its text is for participants.
var ErrStorage = errors.New("This could not be stored, so nothing has changed. Reading goes on; tell the organiser.")

// Create begins a new exercise in an empty journal: begin becomes act 0.
func Create(ctx context.Context, j journal.Journal, r roster.Roster, begin exercise.Begin, opts Options) (*Table, error) {
	head, err := j.Head(ctx)
	if err != nil {
		return nil, err
	}
	if head.Seq >= 0 {
		return nil, fmt.Errorf("the journal already holds an exercise, up to act %d", head.Seq)
	}
	t := newTable(j, r, opts)
	t.head = head
	t.state = exercise.New()
	if _, err := t.commit(ctx, "", time.Now().UnixMilli(), begin, begin.Name); err != nil {
		return nil, err
	}
	t.run()
	return t, nil
}

// Open goes on with an exercise from its journal. If it had not been closed
// an act says how long the gap was, and both clocks wait for control.
func Open(ctx context.Context, j journal.Journal, r roster.Roster, name string, opts Options) (*Table, error) {
	t := newTable(j, r, opts)
	if err := t.load(ctx, name); err != nil {
		return nil, err
	}
	if t.state.Phase() != exercise.Closed {
		now := time.Now().UnixMilli()
		gap := exercise.Restart{Gap: max(now-t.state.Wall(), 0)}
		if _, err := t.commit(ctx, "", now, gap, name); err != nil {
			return nil, err
		}
	}
	t.run()
	return t, nil
}

func newTable(j journal.Journal, r roster.Roster, opts Options) *Table {
	if opts.ActsPerMinute == 0 {
		opts.ActsPerMinute = 30
	}
	if opts.DropGrace == 0 {
		opts.DropGrace = 30 * time.Second
	}
	if opts.Trouble == nil {
		opts.Trouble = func(error) {}
	}
	if opts.Random == nil {
		opts.Random = rand.Reader
	}
	open, closeTable := context.WithCancel(context.Background())
	return &Table{
		acted: time.Now(), closed: journal.Start(),
		roster: r, opts: opts, journal: j, state: exercise.New(),
		standIns: map[exercise.SeatID]*standIn{},
		changed:  map[exercise.RoomID]int64{}, waiting: map[*waiter]struct{}{}, sitting: map[exercise.SeatID]int{},
		budgets: map[spending]*rate.Limiter{},
		stir:    make(chan struct{}, 1), open: open, close: closeTable, done: make(chan struct{}),
	}
}

// load replays the journal.
func (t *Table) load(ctx context.Context, name string) error {
	acts, found, err := readActs(ctx, t.journal, t.roster, name)
	if err != nil {
		return err
	}
	if len(acts) == 0 {
		return errors.New("its journal holds no act, because the file was emptied or its making was cut short; put it back from a copy, or delete it to begin anew")
	}
	var forget []exercise.WordID
	for _, a := range acts {
		t.state = exercise.Evolve(t.state, a)
		forget = append(forget, expunged(a)...)
	}
	t.head, t.closed = found.Head, found.Closed
	t.views = roomViews(t.state, nil, t.state.Tables())
	for _, seat := range t.state.Seats() {
		for _, r := range t.state.Rooms(seat) {
			t.changed[r] = t.head.Seq
		}
	}
	if t.opened, err = t.roster.Readings(ctx, name); err != nil {
		return err
	}
	return t.finish(ctx, name, forget)
}

// finish does what an act asks of the roster once more, in case the server
// stopped between the two: removed words lose their keys, and answers that
// have been shown are not shown again.
func (t *Table) finish(ctx context.Context, name string, removed []exercise.WordID) error {
	if _, open := t.state.Collecting(); !open {
		if err := t.roster.ClearPending(ctx, name); err != nil {
			return err
		}
	}
	if len(removed) == 0 {
		return nil
	}
	return t.roster.ForgetWordKeys(ctx, name, removed...)
}

// State is the exercise as it is now; a value that stays as it is.
func (t *Table) State() exercise.State {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.state
}

// Head is the number and hash of the last act.
func (t *Table) Head() journal.Head {
	t.turn.Lock()
	defer t.turn.Unlock()
	return t.head
}

// Journal gives read access to the record, for exports.
func (t *Table) Journal() journal.Journal {
	t.turn.Lock()
	defer t.turn.Unlock()
	return t.journal
}

// Close stops the clock and closes the journal. Seats that wait are let go.
func (t *Table) Close() error {
	t.close()
	<-t.done
	t.turn.Lock()
	defer t.turn.Unlock()
	t.broken = errors.New("The server is closing. Your seat waits; nothing is lost.")
	return t.journal.Close()
}
