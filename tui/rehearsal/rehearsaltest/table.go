package rehearsaltest

import (
	"context"
	"sync"

	"kefi/exercise"
	"kefi/tui/rehearsal"
)

// Table is a play as the newcomer's seat: the robots answer at once.
type Table struct {
	play *Play

	mu   sync.Mutex
	at   int64
	news chan struct{} // closed when something has happened
}

// NewTable seats the newcomer at a play.
func NewTable(p *Play) *Table { return &Table{play: p, at: 1, news: make(chan struct{})} }

// Submit does what the newcomer asks for, and has the robots answer.
func (t *Table) Submit(_ context.Context, c exercise.Command) (exercise.Receipt, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.play.Do(rehearsal.You, c); err != nil {
		return exercise.Receipt{}, err
	}
	seat, _ := t.play.state.Seat(rehearsal.You)
	receipt := exercise.Receipt{Lines: t.play.state.LinesOf(seat, t.play.state.Seq())}
	t.play.Settle()
	t.at++
	close(t.news)
	t.news = make(chan struct{})
	return receipt, nil
}

// Next waits for what comes after the cursor.
func (t *Table) Next(ctx context.Context, after int64) (*exercise.View, int64, error) {
	for {
		t.mu.Lock()
		at, news, view := t.at, t.news, t.play.View()
		t.mu.Unlock()
		if at > after {
			return view, at, nil
		}
		select {
		case <-news:
		case <-ctx.Done():
			return nil, 0, ctx.Err()
		}
	}
}
