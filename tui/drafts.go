package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/tui/screen"
)

// saveAfter is how long a draft may be unsaved.
const saveAfter = time.Second

// drafts are the texts that changed and are not stored yet, by slot.
type drafts map[string]string

// keep notes a changed draft. The first one gives out the message that has all
// of them stored.
func (d drafts) keep(ctx context.Context, k screen.Keep) tea.Cmd {
	first := len(d) == 0
	d[k.Slot] = k.Text
	if !first {
		return nil
	}
	return func() tea.Msg {
		timer := time.NewTimer(saveAfter)
		defer timer.Stop()
		select {
		case <-timer.C:
			return save{}
		case <-ctx.Done():
			return nil // Run stores them
		}
	}
}

// saveDrafts stores what has changed.
func (m *Model) saveDrafts() tea.Cmd {
	unsaved := m.drafts
	m.drafts = drafts{}
	return m.store(func(ctx context.Context) error { return unsaved.store(ctx, m.Store) })
}

// store writes every draft, and gives the first error.
func (d drafts) store(ctx context.Context, to Store) (failed error) {
	for slot, text := range d {
		if err := to.SaveDraft(ctx, slot, text); err != nil && failed == nil {
			failed = err
		}
	}
	return failed
}
