package roster

import (
	"context"
	"maps"
	"sync"

	"kefi/exercise"
)

// Memory is a roster that lasts as long as the process: for tests and
// rehearsals. Make one with NewMemory. Close keeps what is in it, so the same
// value can be opened again.
type Memory struct {
	hasher Hasher

	mu      sync.Mutex
	codes   map[Place][]byte
	keys    map[Place]map[string]string // wire format to comment
	words   map[string]WordKeys         // by exercise
	desk    map[deskItem]string
	read    map[readItem]int64
	answers map[Place]string
}

// deskItem names one text on a seat's desk: its "name", a "preference" or a
// "draft"; the last two have a slot each.
type deskItem struct {
	Place
	kind, slot string
}

type readItem struct {
	Place
	inject exercise.InjectID
}

var _ Roster = (*Memory)(nil)

// NewMemory makes an empty roster.
func NewMemory() *Memory {
	return &Memory{
		hasher:  NewHasher(),
		codes:   make(map[Place][]byte),
		keys:    make(map[Place]map[string]string),
		words:   make(map[string]WordKeys),
		desk:    make(map[deskItem]string),
		read:    make(map[readItem]int64),
		answers: make(map[Place]string),
	}
}

// Forget implements Roster.
func (m *Memory) Forget(ctx context.Context, exercise string) error {
	return m.locked(ctx, func() {
		m.forgetPeople(exercise)
		delete(m.words, exercise)
	})
}

// ForgetPeople implements Roster.
func (m *Memory) ForgetPeople(ctx context.Context, exercise string) error {
	return m.locked(ctx, func() { m.forgetPeople(exercise) })
}

func (m *Memory) forgetPeople(exercise string) {
	maps.DeleteFunc(m.codes, func(p Place, _ []byte) bool { return p.Exercise == exercise })
	maps.DeleteFunc(m.keys, func(p Place, _ map[string]string) bool { return p.Exercise == exercise })
	maps.DeleteFunc(m.desk, func(d deskItem, _ string) bool { return d.Exercise == exercise })
	maps.DeleteFunc(m.read, func(r readItem, _ int64) bool { return r.Exercise == exercise })
	maps.DeleteFunc(m.answers, func(p Place, _ string) bool { return p.Exercise == exercise })
}

// Close implements Roster. What is in the roster stays.
func (m *Memory) Close() error { return nil }

// locked does something while nobody else does, unless ctx is done.
func (m *Memory) locked(ctx context.Context, do func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	do()
	return nil
}
