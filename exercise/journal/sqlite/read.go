package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"kefi/exercise/journal"
	"kefi/exercise/sqlitefile"
)

// Read implements journal.Journal. What it yields is the journal as it was
// when reading began; appends meanwhile are neither seen nor held up.
func (j *Journal) Read(ctx context.Context, after int64) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		// One transaction, so that acts and head are of the same moment.
		tx, err := j.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			yield(journal.Entry{}, err)
			return
		}
		defer tx.Rollback()
		from, to, err := ends(ctx, tx, after)
		if err != nil {
			yield(journal.Entry{}, err)
			return
		}
		journal.Follow(from, to, rowsAfter(ctx, tx, after))(yield)
	}
}

// ends are the head as it was after one act, and as it is now.
func ends(ctx context.Context, tx *sql.Tx, after int64) (from, to journal.Head, err error) {
	from = journal.Start()
	if to, err = readHead(ctx, tx); err != nil || after == from.Seq {
		return from, to, err
	}
	if after < from.Seq || after > to.Seq {
		return from, to, fmt.Errorf("there is no act %d to read after; the last act is %d", after, to.Seq)
	}
	from.Seq = after
	var hash []byte
	if err := tx.QueryRowContext(ctx, "SELECT hash FROM acts WHERE seq = ?", after).Scan(&hash); err != nil {
		return from, to, damaged(after, err)
	}
	return from, to, fill(from.Hash[:], hash)
}

func rowsAfter(ctx context.Context, tx *sql.Tx, after int64) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		rows, err := tx.QueryContext(ctx, `SELECT seq, hash, envelope_salt, envelope, structure_salt, structure, words
			FROM acts WHERE seq > ? ORDER BY seq`, after)
		if err != nil {
			yield(journal.Entry{}, damaged(after+1, err))
			return
		}
		defer rows.Close()
		next := after + 1
		for rows.Next() {
			e, err := scan(rows)
			if err != nil {
				err = damaged(next, err)
			}
			if !yield(e, err) || err != nil {
				return
			}
			next = e.Seq + 1
		}
		// A page that cannot be read ends the rows early and is told only here.
		if err := rows.Err(); err != nil {
			yield(journal.Entry{}, damaged(next, err))
		}
	}
}

func scan(rows *sql.Rows) (journal.Entry, error) {
	var e journal.Entry
	var hash, envelopeSalt, structureSalt, words []byte
	err := rows.Scan(&e.Seq, &hash, &envelopeSalt, &e.Envelope, &structureSalt, &e.Structure, &words)
	if err != nil {
		return e, err
	}
	e.Words, err = parseWords(words)
	return e, errors.Join(err, fill(e.Hash[:], hash), fill(e.EnvelopeSalt[:], envelopeSalt), fill(e.StructureSalt[:], structureSalt))
}

var errLength = errors.New("a hash or salt has the wrong length")

func fill(into, stored []byte) error {
	if len(into) != len(stored) {
		return errLength
	}
	copy(into, stored)
	return nil
}

// damaged makes a DamageError of what is wrong with the stored bytes, and
// leaves other errors, such as a cancelled context, as they are.
func damaged(seq int64, err error) error {
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return &journal.DamageError{Seq: seq, Problem: "it is missing"}
	case errors.Is(err, errWords), errors.Is(err, errLength), sqlitefile.Malformed(err):
		return &journal.DamageError{Seq: seq, Problem: err.Error()}
	}
	return err
}
