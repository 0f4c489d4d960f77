package roster

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"kefi/exercise"
)

// SetCode implements Codes.
func (m *Memory) SetCode(ctx context.Context, p Place, code string) error {
	hashed, err := m.hasher.Hash(ctx, code)
	if err != nil {
		return err
	}
	return m.locked(ctx, func() { m.codes[p] = hashed })
}

// HasCode implements Codes.
func (m *Memory) HasCode(ctx context.Context, p Place) (has bool, err error) {
	err = m.locked(ctx, func() { has = m.codes[p] != nil })
	return has, err
}

// CheckCode implements Codes.
func (m *Memory) CheckCode(ctx context.Context, p Place, code string) (bool, error) {
	var hashed []byte
	if err := m.locked(ctx, func() { hashed = m.codes[p] }); err != nil {
		return false, err
	}
	return m.hasher.Check(ctx, code, hashed)
}

// BindKey implements Keys.
func (m *Memory) BindKey(ctx context.Context, p Place, key PublicKey) error {
	return m.locked(ctx, func() {
		if m.keys[p] == nil {
			m.keys[p] = make(map[string]string)
		}
		m.keys[p][string(key.Wire)] = key.Comment
	})
}

// KeyBound implements Keys.
func (m *Memory) KeyBound(ctx context.Context, p Place, wire []byte) (bound bool, err error) {
	err = m.locked(ctx, func() { _, bound = m.keys[p][string(wire)] })
	return bound, err
}

// Keys implements Keys.
func (m *Memory) Keys(ctx context.Context, p Place) (keys []PublicKey, err error) {
	err = m.locked(ctx, func() {
		for _, wire := range slices.Sorted(maps.Keys(m.keys[p])) {
			keys = append(keys, PublicKey{Wire: []byte(wire), Comment: m.keys[p][wire]})
		}
	})
	return keys, err
}

// SeatsOfKey implements Keys.
func (m *Memory) SeatsOfKey(ctx context.Context, wire []byte) (places []Place, err error) {
	err = m.locked(ctx, func() {
		for p, keys := range m.keys {
			if _, bound := keys[string(wire)]; bound {
				places = append(places, p)
			}
		}
	})
	slices.SortFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Exercise, b.Exercise), cmp.Compare(a.Seat, b.Seat))
	})
	return places, err
}

// ForgetKeys implements Keys.
func (m *Memory) ForgetKeys(ctx context.Context, p Place) error {
	return m.locked(ctx, func() { delete(m.keys, p) })
}

// PutWordKeys implements Words.
func (m *Memory) PutWordKeys(ctx context.Context, exercise string, keys WordKeys) error {
	return m.locked(ctx, func() {
		if m.words[exercise] == nil {
			m.words[exercise] = make(WordKeys)
		}
		maps.Copy(m.words[exercise], keys)
	})
}

// WordKeys implements Words.
func (m *Memory) WordKeys(ctx context.Context, exercise string) (WordKeys, error) {
	keys := make(WordKeys)
	err := m.locked(ctx, func() { maps.Copy(keys, m.words[exercise]) })
	return keys, err
}

// ForgetWordKeys implements Words.
func (m *Memory) ForgetWordKeys(ctx context.Context, name string, words ...exercise.WordID) error {
	return m.locked(ctx, func() {
		for _, w := range words {
			delete(m.words[name], w)
		}
	})
}
