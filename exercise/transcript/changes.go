package transcript

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// This file follows each paragraph from its first words to those that stand,
// revision by revision, so that every word put in or struck has its author.

// tracked is a stretch of a paragraph: what was there from the beginning, or
// put in, and perhaps struck since. What was put in and struck again is gone.
type tracked struct {
	text        string
	put, struck *paper.Change
}

// changes tells the changes of a room's draft, in the names of the copy.
type changes struct {
	*page
	named renaming
}

func newChanges(v *exercise.View) changes { return changes{newPage(v), renames(v.Room)} }

// para is a paragraph with all its changes. Names are replaced before texts are
// compared, so that no part of one is left over.
func (c changes) para(id exercise.ParaID) []tracked {
	var now []tracked
	before := map[string][]tracked{} // what was, is again what it was
	if _, first := c.room.ParaAt(id, 0); !first {
		before[""] = nil
	}
	for _, r := range c.room.Revisions {
		if r.Para != id {
			continue
		}
		text := c.named.in(r.Text)
		known, again := before[text]
		switch {
		case again:
			now = known
		case r.N == 0:
			now = []tracked{{text: text}}
		default:
			now = follow(now, text, c.change(r))
		}
		before[text] = now
	}
	return now
}

// follow goes on to the next text of a paragraph.
func follow(old []tracked, text string, by paper.Change) []tracked {
	put, struck := by, by
	struck.Struck = true
	f := following{rest: slices.Clone(old)}
	for _, x := range exercise.Redline(live(old), text) {
		switch x.Op {
		case exercise.Added:
			f.passStruck()
			f.out = append(f.out, tracked{text: x.Text, put: &put})
		default:
			f.take(len(x.Text), x.Op == exercise.Removed, &struck)
		}
	}
	f.passStruck()
	return f.out
}

// following walks through what stood before.
type following struct{ rest, out []tracked }

func (f *following) passStruck() {
	for len(f.rest) > 0 && f.rest[0].struck != nil {
		f.out = append(f.out, f.rest[0])
		f.rest = f.rest[1:]
	}
}

// take passes n bytes of what stood, striking them or not.
func (f *following) take(n int, strike bool, struck *paper.Change) {
	for n > 0 {
		f.passStruck()
		piece := f.rest[0]
		if len(piece.text) > n {
			f.rest[0].text, piece.text = piece.text[n:], piece.text[:n]
		} else {
			f.rest = f.rest[1:]
		}
		n -= len(piece.text)
		switch {
		case !strike:
			f.out = append(f.out, piece)
		case piece.put == nil:
			piece.struck = struck
			f.out = append(f.out, piece)
		}
	}
}

// live is the text that stands.
func live(list []tracked) string {
	var out strings.Builder
	for _, x := range list {
		if x.struck == nil {
			out.WriteString(x.text)
		}
	}
	return out.String()
}

// change is by whom and when a revision was made.
func (c changes) change(r exercise.RevisionView) paper.Change {
	return paper.Change{Author: c.named.in(c.author(r)), Wall: r.Wall}
}

// author is whose words a revision put in or struck: those of the sponsors of
// the amendment that was lodged, or decided.
func (c changes) author(r exercise.RevisionView) string {
	if len(r.Why.Args) == 0 {
		return theTable
	}
	id := fmt.Sprint(r.Why.Args[0])
	for _, d := range c.room.Decisions {
		if string(d.ID) == id {
			return c.sponsorsOf(d.X, r.Para)
		}
	}
	return c.sponsorsOf(exercise.Subject(id), r.Para)
}

// theTable chose among the scenario's own words.
const theTable = "The table"

// sponsorsOf are those behind an amendment, an alternative or, of a package,
// the parts that are on a paragraph.
func (c changes) sponsorsOf(x exercise.Subject, para exercise.ParaID) string {
	for _, p := range c.room.Packages {
		if string(p.ID) != string(x) {
			continue
		}
		var names []string
		for _, part := range p.Parts {
			if by := c.sponsorsOf(exercise.Subject(part.X), para); c.on(exercise.Subject(part.X), para) && !slices.Contains(names, by) {
				names = append(names, by)
			}
		}
		if len(names) > 0 {
			return and(names)
		}
	}
	for _, a := range c.room.Amendments {
		if is(a, x) {
			return c.amenders(a)
		}
	}
	return theTable
}

// is says whether a subject is an amendment or one of its alternatives.
func is(a exercise.AmendmentView, x exercise.Subject) bool {
	return string(a.ID) == string(x) || slices.ContainsFunc(a.Alts, func(alt exercise.AltID) bool { return alt.String() == string(x) })
}

// on says whether a subject changes a paragraph: 3.1a/2 and what A1 brought.
func (c changes) on(x exercise.Subject, para exercise.ParaID) bool {
	of := func(s string) bool {
		rest, found := strings.CutPrefix(s, string(para))
		return found && (rest == "" || rest[0] < '0' || rest[0] > '9')
	}
	return of(string(x)) || slices.ContainsFunc(c.room.Amendments, func(a exercise.AmendmentView) bool {
		return is(a, x) && slices.ContainsFunc(a.Alts, func(alt exercise.AltID) bool { return of(alt.String()) })
	})
}

// amenders names the sponsors of an amendment; where all have left it, who
// lodged it.
func (c changes) amenders(a exercise.AmendmentView) string {
	if a.Chair {
		return "The chair"
	}
	var names []string
	for _, team := range a.Sponsors {
		names = append(names, c.team(team).Name)
	}
	for _, l := range c.room.Feed {
		if len(names) == 0 && l.Kind == "lodged" && l.Ref == string(a.ID) && l.Team != "" {
			names = append(names, c.team(l.Team).Name)
		}
	}
	if len(names) == 0 {
		return theTable
	}
	return and(names)
}
