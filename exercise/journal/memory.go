package journal

import (
	"context"
	"fmt"
	"iter"
	"sync"
)

// Memory is a journal that lasts as long as the process: for tests and
// rehearsals. The zero value is an empty journal. Close keeps the acts, so
// the same value can be opened again.
type Memory struct {
	mu   sync.Mutex
	acts []Entry
}

var _ Journal = (*Memory)(nil)

// Append implements Journal.
func (m *Memory) Append(ctx context.Context, after int64, e Entry) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, err := headOf(m.acts).Admit(after, e); err != nil {
		return err
	}
	m.acts = append(m.acts, e)
	return nil
}

// Read implements Journal.
func (m *Memory) Read(ctx context.Context, after int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		m.mu.Lock()
		acts := m.acts
		m.mu.Unlock()
		to := headOf(acts)
		if after < Start().Seq || after > to.Seq {
			yield(Entry{}, fmt.Errorf("there is no act %d to read after; the last act is %d", after, to.Seq))
			return
		}
		Follow(headOf(acts[:after+1]), to, each(ctx, acts[after+1:]))(yield)
	}
}

// Head implements Journal.
func (m *Memory) Head(ctx context.Context) (Head, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return headOf(m.acts), ctx.Err()
}

// Close implements Journal. The acts stay.
func (m *Memory) Close() error { return nil }

func headOf(acts []Entry) Head {
	if len(acts) == 0 {
		return Start()
	}
	last := acts[len(acts)-1]
	return Head{Seq: last.Seq, Hash: last.Hash}
}

func each(ctx context.Context, acts []Entry) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, e := range acts {
			if !yield(e, ctx.Err()) {
				return
			}
		}
	}
}
