package plain

import (
	"context"
	"errors"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// This file keeps what is being written with the seat, so that it is there
// after a lost line, a restart and a takeover.

// Drafts keeps texts that a seat is writing, by slot.
type Drafts interface {
	// Draft gives the text kept in a slot, empty where there is none.
	Draft(ctx context.Context, slot string) (string, error)
	// SaveDraft keeps a text in a slot; an empty one forgets it.
	SaveDraft(ctx context.Context, slot, text string) error
}

// noDrafts keeps nothing.
type noDrafts struct{}

func (noDrafts) Draft(context.Context, string) (string, error)   { return "", nil }
func (noDrafts) SaveDraft(context.Context, string, string) error { return nil }

// changingSlot holds the paragraph that is being changed; what is written on
// each paragraph has a slot of its own.
const changingSlot = "changing"

func (c *change) slot() string { return "change/" + c.para }

// text is the change as it is kept: a line each edit, then the reason.
func (c *change) text() string {
	lines := slices.Clone(c.edits)
	if c.why != "" {
		lines = append(lines, whyBegins+c.why)
	}
	return strings.Join(lines, "\n")
}

const whyBegins = "because "

// recall takes a change up as it was kept.
func (c *change) recall(text string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if why, ok := strings.CutPrefix(line, whyBegins); ok {
			c.why = why
			continue
		}
		c.edits = append(c.edits, line)
	}
}

// begin takes a paragraph in hand, with what has been written on it before.
func (s *session) begin(ctx context.Context, c *change) {
	s.change = c
	text, failed := s.drafts.Draft(ctx, c.slot())
	c.recall(text)
	s.unkept(errors.Join(failed, s.drafts.SaveDraft(ctx, changingSlot, c.para)))
}

// keep stores the change that is being written.
func (s *session) keep(ctx context.Context) {
	s.unkept(s.drafts.SaveDraft(ctx, s.change.slot(), s.change.text()))
}

// done forgets the change: it is lodged, or not wanted.
func (s *session) done(ctx context.Context) {
	s.unkept(errors.Join(s.drafts.SaveDraft(ctx, s.change.slot(), ""), s.drafts.SaveDraft(ctx, changingSlot, "")))
	s.change = nil
}

// unkept says that what is written is not being kept, where that is so.
func (s *session) unkept(failed error) {
	if failed != nil && !errors.Is(failed, context.Canceled) {
		s.say("What you write is not being kept with your seat just now; do not leave before it is lodged")
	}
}

// resume takes up the change that was being written when the seat was left.
func (s *session) resume(ctx context.Context) {
	para, err := s.drafts.Draft(ctx, changingSlot)
	if err != nil || para == "" {
		s.unkept(err)
		return
	}
	s.begin(ctx, &change{para: para})
	p := s.page()
	if _, found := paragraph(s.view, exercise.ParaID(para)); !found {
		p.say("You were changing %s, which is not in the draft any more", para)
	}
	p.say("%s", s.change.waitsFor())
	s.change.soFar(&p)
	s.print(p)
}

// soFar says what has been written, where anything has.
func (c *change) soFar(p *page) {
	if len(c.edits) > 0 {
		p.say("You have written so far: %s", words.List(c.edits))
	}
	if c.why != "" {
		p.say("Because: %s", c.why)
	}
}
