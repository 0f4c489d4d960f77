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
func (p *place) keep(k screen.Keep) tea.Cmd {
	first := len(p.drafts) == 0
	p.drafts[k.Slot] = k.Text
	if !first {
		return nil
	}
	return func() tea.Msg {
		timer := time.NewTimer(saveAfter)
		defer timer.Stop()
		select {
		case <-timer.C:
			return save{p}
		case <-p.ctx.Done():
			return nil // Run stores them
		}
	}
}

// saveDrafts stores what has changed.
func (p *place) saveDrafts() tea.Cmd {
	unsaved := p.drafts
	p.drafts = drafts{}
	return p.keeping(func(ctx context.Context) error { return unsaved.store(ctx, p.store) })
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
