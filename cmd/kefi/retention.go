package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
)

func retentionCommand() *cobra.Command {
	var data string
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "retention",
		Short: "Forget private words and who took part, where the promised time is over",
		Long: "Retention lists each exercise with the day on which the time is over that its first page promised. Where it is, the " +
			"private words are forgotten for good, and with them codes, keys and names; the record stays and still verifies. " +
			"A server does this by itself when it starts and every day.",
		Example:      "kefi retention --dry-run",
		Args:         takes(cobra.NoArgs, "flags only"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			names, err := exercisesIn(data)
			if err != nil {
				return err
			}
			for _, name := range names {
				if err := retain(cmd.Context(), cmd.OutOrStdout(), data, name, dryRun); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "kefi-data", "data folder")
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "only list what is due and when")
	completes(cmd, "data", folder)
	return cmd
}

// retain tells when an exercise is due and, where it is, forgets.
func retain(ctx context.Context, out io.Writer, data, name string, dryRun bool) error {
	a, err := openArchive(ctx, data, name)
	if err != nil {
		return err
	}
	k := exercise.Keeps(a.acts)
	if err := a.close(); err != nil {
		return err
	}
	fmt.Fprintf(out, "%-16s %s\n", name, whenDue(k))
	if dryRun || !overdue(k, time.Now()) {
		return nil
	}
	return forgetPrivate(ctx, out, data, name)
}

// overdue: the promised time is over, and nothing has been forgotten yet.
func overdue(k exercise.Retention, now time.Time) bool {
	due, promised := k.Due()
	return promised && k.Done == 0 && due <= now.UnixMilli()
}

func whenDue(k exercise.Retention) string {
	day := func(wall int64) string { return time.UnixMilli(wall).UTC().Format("2 January 2006") }
	due, promised := k.Due()
	began := "the last act was on"
	if k.Over {
		began = "ended on"
	}
	switch {
	case k.Done != 0:
		return "forgotten on " + day(k.Done)
	case !promised:
		return fmt.Sprintf("%s %s; no time was promised, so %s stay until kefi forget", began, day(k.From), count(len(k.Words), "private text"))
	}
	return fmt.Sprintf("%s %s; %s and who took part are due on %s", began, day(k.From), count(len(k.Words), "private text"), day(due))
}

// forgetPrivate opens one exercise that no server has open, and forgets.
func forgetPrivate(ctx context.Context, out io.Writer, data, name string) error {
	h, err := newHouse(data, "kefi retention", conduct.Options{})
	if err != nil {
		return err
	}
	err = h.open(ctx, name)
	if errors.Is(err, journal.ErrLocked) {
		err = fmt.Errorf("%w; a server forgets by itself what is due", err)
	}
	if err == nil {
		var k exercise.Retention
		if k, err = h.table(name).Forget(ctx); err == nil {
			fmt.Fprintf(out, "%-16s %s forgotten, and who took part. %s\n", name, count(len(k.Words), "private text"), oldBackups)
		}
	}
	return errors.Join(err, h.close())
}

const oldBackups = "Backups made before remember it: delete them."

// keepPromises forgets what is due now and then every day, until ctx ends. The
// function given back waits until that is over.
func (h *house) keepPromises(ctx context.Context) func() {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		daily := time.NewTicker(24 * time.Hour)
		defer daily.Stop()
		for {
			h.forgetDue(ctx, time.Now())
			select {
			case <-daily.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	return func() { stop(); <-done }
}

// forgetDue forgets in every exercise whose time is over.
func (h *house) forgetDue(ctx context.Context, now time.Time) {
	for _, name := range h.Exercises() {
		t := h.table(name)
		if t.State().ForgottenAt() != 0 || ctx.Err() != nil {
			continue
		}
		k, err := t.Keeps(ctx)
		if err == nil && overdue(k, now) {
			_, err = t.Forget(ctx)
			slog.Warn("the time is over for which private words are kept: they are forgotten, and who took part", "exercise", name, "texts", len(k.Words))
		}
		if err != nil && ctx.Err() == nil {
			slog.Error("what is due could not be forgotten", "exercise", name, "error", err)
		}
	}
}
