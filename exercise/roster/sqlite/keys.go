package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// SetCode implements roster.Codes.
func (r *Roster) SetCode(ctx context.Context, p roster.Place, code string) error {
	hashed, err := r.hasher.Hash(ctx, code)
	if err != nil {
		return err
	}
	_, err = r.db.ExecContext(ctx, "INSERT OR REPLACE INTO codes VALUES (?, ?, ?)", p.Exercise, p.Seat, hashed)
	return err
}

// HasCode implements roster.Codes.
func (r *Roster) HasCode(ctx context.Context, p roster.Place) (bool, error) {
	hashed, err := r.hashed(ctx, p)
	return hashed != nil, err
}

// CheckCode implements roster.Codes.
func (r *Roster) CheckCode(ctx context.Context, p roster.Place, code string) (bool, error) {
	hashed, err := r.hashed(ctx, p)
	if err != nil {
		return false, err
	}
	return r.hasher.Check(ctx, code, hashed)
}

// hashed is nil where there is no code.
func (r *Roster) hashed(ctx context.Context, p roster.Place) ([]byte, error) {
	var hashed []byte
	err := r.db.QueryRowContext(ctx, "SELECT hashed FROM codes WHERE exercise = ? AND seat = ?", p.Exercise, p.Seat).Scan(&hashed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return hashed, err
}

// BindKey implements roster.Keys.
func (r *Roster) BindKey(ctx context.Context, p roster.Place, key roster.PublicKey) error {
	_, err := r.db.ExecContext(ctx, "INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?)", p.Exercise, p.Seat, key.Wire, key.Comment)
	return err
}

// KeyBound implements roster.Keys.
func (r *Roster) KeyBound(ctx context.Context, p roster.Place, wire []byte) (bound bool, err error) {
	err = r.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM keys WHERE exercise = ? AND seat = ? AND wire = ?)",
		p.Exercise, p.Seat, wire).Scan(&bound)
	return bound, err
}

// Keys implements roster.Keys.
func (r *Roster) Keys(ctx context.Context, p roster.Place) ([]roster.PublicKey, error) {
	return all(ctx, r, func(rows *sql.Rows) (key roster.PublicKey, err error) {
		return key, rows.Scan(&key.Wire, &key.Comment)
	}, "SELECT wire, comment FROM keys WHERE exercise = ? AND seat = ? ORDER BY wire", p.Exercise, p.Seat)
}

// SeatsOfKey implements roster.Keys.
func (r *Roster) SeatsOfKey(ctx context.Context, wire []byte) ([]roster.Place, error) {
	return all(ctx, r, func(rows *sql.Rows) (p roster.Place, err error) {
		return p, rows.Scan(&p.Exercise, &p.Seat)
	}, "SELECT exercise, seat FROM keys WHERE wire = ? ORDER BY exercise, seat", wire)
}

// ForgetKeys implements roster.Keys.
func (r *Roster) ForgetKeys(ctx context.Context, p roster.Place) error {
	return r.forget(ctx, "DELETE FROM keys WHERE exercise = ? AND seat = ?", p.Exercise, p.Seat)
}

// PutWordKeys implements roster.Words.
func (r *Roster) PutWordKeys(ctx context.Context, exercise string, keys roster.WordKeys) error {
	return r.inTransaction(ctx, func(tx *sql.Tx) error {
		for w, key := range keys {
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO words VALUES (?, ?, ?, ?)", exercise, w.Seq, w.N, key[:]); err != nil {
				return err
			}
		}
		return nil
	})
}

// WordKeys implements roster.Words.
func (r *Roster) WordKeys(ctx context.Context, name string) (roster.WordKeys, error) {
	type wordKey struct {
		word exercise.WordID
		key  [32]byte
	}
	found, err := all(ctx, r, func(rows *sql.Rows) (k wordKey, err error) {
		var key []byte
		err = rows.Scan(&k.word.Seq, &k.word.N, &key)
		copy(k.key[:], key)
		return k, err
	}, "SELECT seq, n, key FROM words WHERE exercise = ?", name)
	keys := make(roster.WordKeys, len(found))
	for _, k := range found {
		keys[k.word] = k.key
	}
	return keys, err
}

// ForgetWordKeys implements roster.Words.
func (r *Roster) ForgetWordKeys(ctx context.Context, name string, words ...exercise.WordID) error {
	if err := r.inTransaction(ctx, func(tx *sql.Tx) error {
		for _, w := range words {
			if _, err := tx.ExecContext(ctx, "DELETE FROM words WHERE exercise = ? AND seq = ? AND n = ?", name, w.Seq, w.N); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	return r.sweep(ctx)
}
