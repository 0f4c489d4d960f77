package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// Preferences implements roster.Desk.
func (r *Roster) Preferences(ctx context.Context, p roster.Place) (map[string]string, error) {
	rows, err := all(ctx, r, func(rows *sql.Rows) (one [2]string, err error) {
		return one, rows.Scan(&one[0], &one[1])
	}, "SELECT slot, text FROM desk WHERE exercise = ? AND seat = ? AND kind = 'preference'", p.Exercise, p.Seat)
	kept := make(map[string]string, len(rows))
	for _, row := range rows {
		kept[row[0]] = row[1]
	}
	return kept, err
}

// SetPreference implements roster.Desk.
func (r *Roster) SetPreference(ctx context.Context, p roster.Place, name, value string) error {
	return r.setText(ctx, p, "preference", name, value)
}

// Name implements roster.Desk.
func (r *Roster) Name(ctx context.Context, p roster.Place) (string, error) {
	return r.text(ctx, p, "name", "")
}

// SetName implements roster.Desk.
func (r *Roster) SetName(ctx context.Context, p roster.Place, name string) error {
	return r.setText(ctx, p, "name", "", name)
}

// Draft implements roster.Desk.
func (r *Roster) Draft(ctx context.Context, p roster.Place, slot string) (string, error) {
	return r.text(ctx, p, "draft", slot)
}

// SetDraft implements roster.Desk.
func (r *Roster) SetDraft(ctx context.Context, p roster.Place, slot, text string) error {
	return r.setText(ctx, p, "draft", slot, text)
}

func (r *Roster) text(ctx context.Context, p roster.Place, kind, slot string) (string, error) {
	var text string
	err := r.db.QueryRowContext(ctx, "SELECT text FROM desk WHERE exercise = ? AND seat = ? AND kind = ? AND slot = ?",
		p.Exercise, p.Seat, kind, slot).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return text, err
}

func (r *Roster) setText(ctx context.Context, p roster.Place, kind, slot, text string) error {
	query, args := "INSERT OR REPLACE INTO desk VALUES (?, ?, ?, ?, ?)", []any{p.Exercise, p.Seat, kind, slot, text}
	if text == "" {
		query, args = "DELETE FROM desk WHERE exercise = ? AND seat = ? AND kind = ? AND slot = ?", args[:4]
	}
	_, err := r.db.ExecContext(ctx, query, args...)
	return err
}

// MarkRead implements roster.Desk.
func (r *Roster) MarkRead(ctx context.Context, p roster.Place, inject exercise.InjectID, wall int64) error {
	_, err := r.db.ExecContext(ctx, "INSERT OR IGNORE INTO readings VALUES (?, ?, ?, ?)", p.Exercise, p.Seat, inject, wall)
	return err
}

// Readings implements roster.Desk.
func (r *Roster) Readings(ctx context.Context, exercise string) ([]roster.Reading, error) {
	return all(ctx, r, func(rows *sql.Rows) (one roster.Reading, err error) {
		return one, rows.Scan(&one.Seat, &one.Inject, &one.Wall)
	}, "SELECT seat, inject, wall FROM readings WHERE exercise = ? ORDER BY wall, seat, inject", exercise)
}

// ForgetTraces implements roster.Desk.
func (r *Roster) ForgetTraces(ctx context.Context, exercise string) error {
	return r.forget(ctx, `
		DELETE FROM desk     WHERE exercise = ?1 AND kind = 'draft';
		DELETE FROM readings WHERE exercise = ?1;`, exercise)
}

// AddPending implements roster.Answers.
func (r *Roster) AddPending(ctx context.Context, p roster.Place, text string) error {
	_, err := r.db.ExecContext(ctx, "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", p.Exercise, p.Seat, text)
	return err
}

// Pending implements roster.Answers.
func (r *Roster) Pending(ctx context.Context, exercise string) ([]string, error) {
	return all(ctx, r, func(rows *sql.Rows) (text string, err error) {
		return text, rows.Scan(&text)
	}, "SELECT text FROM answers WHERE exercise = ? ORDER BY text", exercise)
}

// ClearPending implements roster.Answers.
func (r *Roster) ClearPending(ctx context.Context, exercise string) error {
	return r.forget(ctx, "DELETE FROM answers WHERE exercise = ?", exercise)
}
