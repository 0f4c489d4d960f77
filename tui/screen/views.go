package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// textView is one way of reading a clause. The empty one is the draft itself,
// in brackets with all stances.
type textView string

// The views, in the order in which one key goes through them.
const (
	asDraft    textView = ""
	asChanged  textView = "changes"  // what has changed since the scenario's text, and who asks for what
	asClean    textView = "clean"    // each point by the alternative that is ready
	asMine     textView = "mine"     // as one's own team prefers
	asOriginal textView = "original" // the scenario's text
)

var textViews = []textView{asDraft, asChanged, asClean, asMine, asOriginal}

// next is the view that the key goes on to.
func (v textView) next() textView {
	return textViews[(slices.Index(textViews, v)+1)%len(textViews)]
}

// word names a view in a title or a footer; it is said by Sight.Say.
func (v textView) word() string {
	switch v {
	case asChanged:
		return words.Mark("changes")
	case asClean:
		return words.Mark("clean")
	case asMine:
		return words.Mark("mine")
	case asOriginal:
		return words.Mark("original")
	}
	return words.Mark("draft")
}

// paraRuns is a paragraph as a view reads it.
func (s *Sight) paraRuns(v textView, p *exercise.ParaView, read reader) runs {
	switch v {
	case asClean:
		return plain(p.Text(exercise.Leading))
	case asMine:
		return plain(p.Text(exercise.Preferred(s.View.Own.Stances)))
	case asOriginal:
		if text, ok := s.View.Room.ParaAt(p.ID, 0); ok {
			return plain(text)
		}
		return s.in(theme.Muted).Say("(not in the scenario's text)")
	case asChanged:
		return s.redlineRuns(s.View.Room.ChangesSince(*p, 0))
	}
	return read.nodes(p.Nodes)
}

// authors are the amendments to a paragraph, a line each: who asks for what,
// and how one hangs on another.
func (s *Sight) authors(d *Drawing, para exercise.ParaID) {
	for i := range s.View.Room.Amendments {
		a := &s.View.Room.Amendments[i]
		if a.State == exercise.AmendmentLodged && s.touches(a, para) {
			d.Hang("      "+s.Theme.Paint(theme.Strong, string(a.ID))+" ", append(s.sponsorRuns(a), plain("  "+s.phrase(a.Line))...))
		}
	}
}

// touches says that an amendment asks for something in a paragraph.
func (s *Sight) touches(a *exercise.AmendmentView, para exercise.ParaID) bool {
	return strings.HasPrefix(a.Line.String(), string(para)+":") ||
		slices.ContainsFunc(a.Alts, func(x exercise.AltID) bool { return paraOf(x.Point) == para })
}

// sponsorRuns says whose an amendment is, and within which other one.
func (s *Sight) sponsorRuns(a *exercise.AmendmentView) runs {
	out := runs{}
	if a.Chair {
		out = append(out, s.chairsText()...)
	}
	if a.Input != "" {
		out = append(out, muted(s.Say("taking up %s", a.Input)+" ")...)
	}
	if len(a.Sponsors) > 0 {
		out = append(out, s.in(theme.Muted).Say("by %s", s.namesOf(a.Sponsors))...)
	}
	out = append(out, s.hangsOn(a.ID)...)
	if a.WaitsFor != "" {
		out = append(out, run{theme.Alert, ", " + s.Say("waits until %s closes", a.WaitsFor)})
	}
	return out
}

// besidePara are the marks that a paragraph carries as a whole.
func (s *Sight) besidePara(c *exercise.ClauseView, id exercise.ParaID) runs {
	switch {
	case slices.Contains(c.Agreed, id):
		return strong("  " + s.Theme.Glyphs.Done + bound + s.Say("agreed"))
	case slices.Contains(c.Divided, id):
		return append(plain("  "), s.in(theme.Muted).Say("(decided by itself)")...)
	}
	return nil
}

// sequence is the order in which a clause's amendments are to be taken.
func (s *Sight) sequence(d *Drawing, c *exercise.ClauseView) {
	if len(c.Sequence) < 2 {
		return
	}
	var ids []string
	for _, id := range c.Sequence {
		ids = append(ids, string(id))
	}
	d.Text(6, s.in(theme.Muted).Say("To be taken in this order: %s", plain(strings.Join(ids, ", "))))
}
