package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"kefi/exercise/journal"
)

// Append implements journal.Journal. Cancelling ctx has no effect once the
// write has begun, so that it never leaves the outcome open.
func (j *Journal) Append(ctx context.Context, after int64, e journal.Entry) error {
	if j.writer == nil {
		return errors.New("the journal was opened to be read only")
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.doubt != nil {
		return j.doubt
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	refusal, failure := j.write(context.WithoutCancel(ctx), after, e)
	if failure != nil {
		j.doubt = fmt.Errorf("act %d: %w (%w)", e.Seq, journal.ErrUnknownOutcome, failure)
		return j.doubt
	}
	return refusal
}

// write stores act and head in one transaction. A refusal means that nothing
// was written; after a failure that is anyone's guess: a failed sync can
// leave an act that is there when the file is opened again.
func (j *Journal) write(ctx context.Context, after int64, e journal.Entry) (refusal, failure error) {
	tx, err := j.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	at, err := readHead(ctx, tx)
	if err != nil {
		return nil, err
	}
	to, refusal := at.Admit(after, e)
	if refusal != nil {
		return refusal, tx.Rollback()
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?)",
		e.Seq, e.Hash[:], e.EnvelopeSalt[:], blob(e.Envelope), e.StructureSalt[:], blob(e.Structure), appendWords([]byte{}, e.Words)); err != nil {
		return nil, err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE head SET seq = ?, hash = ?", to.Seq, to.Hash[:]); err != nil {
		return nil, err
	}
	return nil, tx.Commit()
}

// Head implements journal.Journal.
func (j *Journal) Head(ctx context.Context) (journal.Head, error) {
	return readHead(ctx, j.readers)
}

// rower is a database or a transaction.
type rower interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func readHead(ctx context.Context, db rower) (journal.Head, error) {
	var head journal.Head
	var hash []byte
	err := db.QueryRowContext(ctx, "SELECT seq, hash FROM head").Scan(&head.Seq, &hash)
	if errors.Is(err, sql.ErrNoRows) {
		return head, &journal.DamageError{Seq: -1, Problem: "its head is missing"}
	}
	if err != nil {
		return head, damaged(-1, err)
	}
	return head, fill(head.Hash[:], hash)
}

// blob is b, but never NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
