package conduct

import (
	"context"

	"kefi/exercise"
)

// Keeps reads from the record what the exercise keeps that was promised to be
// forgotten, and when that is due.
func (t *Table) Keeps(ctx context.Context) (exercise.Retention, error) {
	acts, _, err := Acts(ctx, t.Journal(), t.roster, t.State().Name())
	if err != nil {
		return exercise.Retention{}, err
	}
	return exercise.Keeps(acts), nil
}

// Forget has private words forgotten, which an act says, and erases who took
// part. It gives what it forgot. Who took part goes first: if the server stops
// between the two, it is done again.
func (t *Table) Forget(ctx context.Context) (exercise.Retention, error) {
	k, err := t.Keeps(ctx)
	if err != nil {
		return k, err
	}
	name := t.State().Name()
	if err := t.roster.ForgetPeople(ctx, name); err != nil {
		return k, err
	}
	t.turn.Lock()
	defer t.turn.Unlock()
	now := t.now()
	if err := t.settle(ctx, now); err != nil {
		return k, err
	}
	if _, err := t.commit(ctx, "", now, exercise.Forget{Words: k.Words}, name); err != nil {
		return k, err
	}
	return k, t.roster.ForgetWordKeys(ctx, name, k.Words...) // again, for its error
}
