package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// readPackage shows a package. An incident to few may have the same label, P1,
// and is shown after it.
func (r *reply) readPackage(v *exercise.View, id string) bool {
	for _, x := range v.Room.Packages {
		if strings.EqualFold(string(x.ID), id) {
			r.pack(v, x)
			data := r.data
			r.readIncident(v, id)
			r.data = data
			return true
		}
	}
	return false
}

func (r *reply) pack(v *exercise.View, x exercise.PackageView) {
	p := &r.text
	by := words.Phrase("nobody any more")
	if len(x.Sponsors) > 0 {
		by = teams(v, x.Sponsors)
	}
	p.say("%s, a package by %s, %s: all or nothing", x.ID, by, words.Phrase(x.State))
	for _, part := range x.Parts {
		switch {
		case part.Met:
			p.say("%s: met", part.Title)
		case !part.Lost.IsZero():
			p.say("%s: lost, %s", part.Title, part.Lost)
		default:
			p.say("%s: open", part.Title)
		}
	}
	if x.RenewBy > 0 {
		p.say("It falls, because %s, unless all its sponsors say cosponsor %s again", x.Why, x.ID)
	}
	r.data = x
}

// bargained says on what a decision rested, and how a silence stands.
func (r *reply) bargained(d exercise.DecisionView) {
	p := &r.text
	if d.Sheet != "" {
		p.say("It is on sheet %s, with one deadline", d.Sheet)
	}
	if d.Proposed {
		p.say("The silence is proposed; no-silence %s refuses it", d.X)
	}
	if !d.Stopped.IsZero() {
		p.say("The silence stands still with %s left: %s", spell(d.Left), d.Stopped)
	}
	if !d.Understanding.IsZero() {
		p.say("It was taken %s", d.Understanding)
	}
	if !d.Flagged.IsZero() {
		p.say("%s", d.Flagged)
	}
}
