package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// textView is one way of reading a clause. The empty one is the draft itself,
// in brackets with all stances.
type textView string

// The views, in the order in which one key goes through them.
const (
	asDraft    textView = ""
	asChanged  textView = "changes"  // what has changed since the scenario's text, and who asks for what
	asClean    textView = "clean"    // the first alternative of each point
	asMine     textView = "mine"     // as one's own team prefers
	asOriginal textView = "original" // the scenario's text
)

var textViews = []textView{asDraft, asChanged, asClean, asMine, asOriginal}

// next is the view that the key goes on to.
func (v textView) next() textView {
	return textViews[(slices.Index(textViews, v)+1)%len(textViews)]
}

// word names a view in a title or a footer.
func (v textView) word() string {
	if v == asDraft {
		return "draft"
	}
	return string(v)
}

// paraRuns is a paragraph as a view reads it.
func (s *Sight) paraRuns(v textView, p *exercise.ParaView, read reader) runs {
	switch v {
	case asClean:
		return plain(s.reading(p, nil))
	case asMine:
		return plain(s.reading(p, s.View.Own))
	case asOriginal:
		return plain(s.original(p))
	case asChanged:
		return redlineRuns(redline(s.original(p), s.bracketed(p)))
	}
	return read.nodes(p.Nodes)
}

// bracketed is a paragraph's text with its points as [one | other].
func (s *Sight) bracketed(p *exercise.ParaView) string {
	read := s.reader("")
	read.plain = true
	return one(read.nodes(p.Nodes).words())
}

// original is the text of a paragraph before anyone changed it: its first
// revision, else what is in it that no team and no chair has brought.
func (s *Sight) original(p *exercise.ParaView) string {
	for _, r := range s.View.Room.Revisions {
		if r.Para == p.ID {
			return one(r.Text)
		}
	}
	var b strings.Builder
	for _, n := range p.Nodes {
		if n.Point == nil {
			b.WriteString(n.Text)
			continue
		}
		b.WriteString(givenAlts(n.Point))
	}
	return one(b.String())
}

// givenAlts are the alternatives of a point that the scenario wrote.
func givenAlts(p *exercise.PointView) string {
	var given []string
	for _, a := range p.Alts {
		if len(a.Amendments) == 0 && !a.Chair {
			given = append(given, one(a.Text))
		}
	}
	if len(given) == 1 {
		return given[0]
	}
	return "[" + strings.Join(given, " | ") + "]"
}

// authors are the amendments to a paragraph, a line each: who asks for what,
// and how one hangs on another.
func (s *Sight) authors(d *Drawing, para exercise.ParaID) {
	for i := range s.View.Room.Amendments {
		a := &s.View.Room.Amendments[i]
		if a.State == exercise.AmendmentLodged && s.touches(a, para) {
			d.Hang("      "+s.Theme.Paint(theme.Strong, string(a.ID))+" ", append(s.sponsorRuns(a), plain("  "+a.Line)...))
		}
	}
}

// touches says that an amendment asks for something in a paragraph.
func (s *Sight) touches(a *exercise.AmendmentView, para exercise.ParaID) bool {
	return strings.HasPrefix(a.Line, string(para)+":") ||
		slices.ContainsFunc(a.Alts, func(x exercise.AltID) bool { return paraOf(x.Point) == para })
}

// sponsorRuns says whose an amendment is, and within which other one.
func (s *Sight) sponsorRuns(a *exercise.AmendmentView) runs {
	out := runs{}
	if a.Chair {
		out = append(out, run{theme.Strong, theme.MarkChair + " chair's text"})
	}
	for i, team := range a.Sponsors {
		word := ", "
		if i == 0 {
			word = "by "
		}
		out = append(append(out, run{theme.Muted, word}), s.TeamRuns(team)...)
	}
	return append(out, s.hangsOn(a.ID)...)
}

// besidePara are the marks that a paragraph carries as a whole.
func (s *Sight) besidePara(c *exercise.ClauseView, id exercise.ParaID) runs {
	switch {
	case slices.Contains(c.Agreed, id):
		return runs{{theme.Strong, "  " + s.Theme.Glyphs.Done + bound + "agreed"}}
	case slices.Contains(c.Divided, id):
		return muted("  (decided by itself)")
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
	d.Text(6, runs{{theme.Muted, "To be taken in this order: "}, {theme.Body, strings.Join(ids, ", ")}})
}
