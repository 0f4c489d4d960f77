package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// reader writes paragraphs as runs: [shall κ2 φ1 | should ε2].
type reader struct {
	s     *Sight
	track map[exercise.TeamID]exercise.Track
	// chosen is the point that is marked, if any.
	chosen exercise.PointID
	// plain leaves the counts out.
	plain bool
}

// reader makes one for this room.
func (s *Sight) reader(chosen exercise.PointID) reader {
	tracks := make(map[exercise.TeamID]exercise.Track, len(s.View.Room.Teams))
	for _, t := range s.View.Room.Teams {
		tracks[t.ID] = t.Track
	}
	return reader{s: s, track: tracks, chosen: chosen}
}

// nodes writes agreed words and points.
func (r reader) nodes(nodes []exercise.NodeView) runs {
	var out runs
	for _, n := range nodes {
		if n.Point == nil {
			out = append(out, run{theme.Body, n.Text})
			continue
		}
		out = append(out, r.point(n.Point)...)
	}
	return out
}

// point writes a point with its alternatives.
func (r reader) point(p *exercise.PointView) runs {
	bracket, words := theme.Strong, theme.Body
	if p.ID == r.chosen {
		bracket, words = theme.Chosen, theme.Chosen|theme.Underline
	}
	open, between, shut := "[", " | ", "]"
	if p.Outer { // so that its alternatives are not taken for those of a point inside it
		open, between, shut = "[ ", " || ", " ]"
	}
	out := runs{{bracket, open}}
	for i, a := range p.Alts {
		if i > 0 {
			out = append(out, run{bracket, between})
		}
		out = append(out, r.alternative(a, words)...)
	}
	return append(out, run{bracket, shut})
}

// alternative writes the words of one reading and who could live with it.
func (r reader) alternative(a exercise.AltView, style theme.Style) runs {
	var out runs
	switch {
	case len(a.Nodes) > 0:
		out = r.nodes(a.Nodes)
	case one(a.Text) == "":
		out = r.s.in(theme.Muted).Say("(nothing)")
	default:
		out = runs{{style, one(a.Text)}}
	}
	for _, id := range a.Amendments {
		if id == exercise.PreviewID {
			out = append(append(runs{{theme.Added, "{+"}}, restyled(out, theme.Added)...), run{theme.Added, "+}"})
		}
	}
	if r.plain {
		return out
	}
	if a.Chair {
		out = append(runs{{theme.Strong, theme.MarkChair + bound}}, out...)
	}
	return append(out, r.counts(a)...)
}

func restyled(r runs, style theme.Style) runs {
	out := make(runs, len(r))
	for i, x := range r {
		out[i] = run{style, x.text}
	}
	return out
}

// counts writes how many teams of each track prefer a reading or can live with it.
func (r reader) counts(a exercise.AltView) runs {
	n := map[exercise.Track]int{}
	for _, st := range a.Stances {
		if st.Stance == exercise.Prefer || st.Stance == exercise.CanLive {
			n[r.track[st.Team]]++
		}
	}
	var out runs
	for _, t := range exercise.Tracks() {
		if n[t] > 0 {
			out = append(out, run{theme.Body, bound}, run{r.s.Theme.Track(string(t)), r.s.letter(t) + strconv.Itoa(n[t])})
		}
	}
	return out
}

// pointsOf lists the points of a clause in order, inner ones after their outer.
func pointsOf(c *exercise.ClauseView) []*exercise.PointView {
	if c == nil {
		return nil
	}
	var out []*exercise.PointView
	for i := range c.Paras {
		out = append(out, pointsIn(c.Paras[i].Nodes)...)
	}
	return out
}

func pointsIn(nodes []exercise.NodeView) []*exercise.PointView {
	var out []*exercise.PointView
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		out = append(out, n.Point)
		for _, a := range n.Point.Alts {
			out = append(out, pointsIn(a.Nodes)...)
		}
	}
	return out
}

// clauseShot says how a clause is drawn: the point that is marked, the one that
// is spelled out, the view, and whether there is air between paragraphs.
type clauseShot struct {
	chosen, open exercise.PointID
	view         textView
	air          bool
}

// clauseLines draws a clause with its paragraphs.
func (s *Sight) clauseLines(c *exercise.ClauseView, shot clauseShot, width int) []string {
	d := s.DrawWide(width)
	if c == nil {
		d.Text(1, s.in(theme.Muted).Say("The draft has no clauses yet."))
		return d.Lines()
	}
	dot := " " + s.Theme.Glyphs.Dot + " "
	title := strong(s.Say("Clause %s", c.ID) + dot + c.Title)
	if shot.view != asDraft {
		title = append(title, run{theme.Muted, dot + s.Say(shot.view.word())})
	}
	d.Spread(title.line(s.Theme), append(s.broughtRuns(c.ID), s.stateRuns(*c)...).line(s.Theme))
	read := s.reader(shot.chosen)
	for i := range c.Paras {
		p := &c.Paras[i]
		if shot.air {
			d.Gap()
		}
		text := append(s.paraRuns(shot.view, p, read), s.besidePara(c, p.ID)...)
		d.Hang(" "+s.Theme.Paint(theme.Muted, fit(string(p.ID), 4, ""))+" ", text)
		if shot.view == asChanged {
			s.authors(d, p.ID)
		}
		for _, pt := range pointsIn(p.Nodes) {
			if pt.ID == shot.open {
				s.spellOut(d, pt)
			}
		}
	}
	s.sequence(d, c)
	return d.Lines()
}

// broughtRuns says that the chair has brought this clause to everybody.
func (s *Sight) broughtRuns(id exercise.ClauseID) runs {
	if f := s.View.Room.Focus; f != "" && s.clauseOn(f) == id {
		return runs{{theme.Strong, theme.MarkChair + " " + s.Say("brought: %s", f)}, {theme.Muted, " " + s.Theme.Glyphs.Dot + " "}}
	}
	return nil
}

// clauseOn is the clause that a subject stands in; empty where it is in none.
func (s *Sight) clauseOn(x exercise.Subject) exercise.ClauseID {
	for _, a := range s.View.Room.Amendments {
		if string(a.ID) == string(x) {
			return a.Clause
		}
	}
	clause, _, _ := strings.Cut(string(x), ".")
	if c := clauseOf(s.View.Room, exercise.ClauseID(clause)); c != nil {
		return c.ID
	}
	return ""
}

// spellOut lists a point's alternatives with their ids and who says what.
func (s *Sight) spellOut(d *Drawing, p *exercise.PointView) {
	for _, a := range p.Alts {
		d.Hang("      "+s.Theme.Paint(theme.Strong, a.ID.String())+"  ", s.altRuns(a))
	}
}

// altRuns is an alternative in a sentence: its words, its sponsors, its stances.
func (s *Sight) altRuns(a exercise.AltView) runs {
	read := s.reader("")
	read.plain = true
	out := append(runs{{theme.Body, "“"}}, read.alternative(a, theme.Body)...)
	out = append(out, run{theme.Body, "”"})
	if s.Theme.Glyphs.ASCII {
		out[0].text, out[len(out)-1].text = `"`, `"`
	}
	for _, id := range a.Amendments {
		out = append(out, run{theme.Muted, " " + string(id)})
		out = append(out, s.hangsOn(id)...)
	}
	if a.Chair {
		out = append(append(out, run{theme.Body, " "}), s.chairsText()...)
	}
	if len(a.Sponsors) > 0 {
		out = append(append(out, run{theme.Body, " "}), s.in(theme.Muted).Say("by %s", s.namesOf(a.Sponsors))...)
	}
	for _, kind := range []exercise.Stance{exercise.Prefer, exercise.CanLive, exercise.Cannot} {
		out = append(out, s.stanceRuns(a.Stances, kind)...)
	}
	if a.Ready {
		out = append(out, run{theme.Strong, s.Say("; ") + s.Say("ready for the gavel")})
	}
	return out
}

// hangsOn says of an amendment that it edits the words of another one.
func (s *Sight) hangsOn(id exercise.AmendmentID) runs {
	for _, a := range s.View.Room.Amendments {
		if a.ID == id && a.In != "" {
			word := s.Say("in %s", a.In)
			if a.Friendly {
				word = s.Say("in %s, friendly", a.In)
			}
			return muted(" " + word)
		}
	}
	return nil
}

// chairsText says that words are the chair's own.
func (s *Sight) chairsText() runs { return strong(theme.MarkChair + " " + s.Say("chair's text")) }

// stanceRuns lists who takes a stance, with the reason of those who cannot.
func (s *Sight) stanceRuns(all []exercise.StanceView, kind exercise.Stance) runs {
	var who []runs
	for _, st := range all {
		if st.Stance != kind {
			continue
		}
		team := s.TeamRuns(st.Team)
		if st.Why != "" {
			team = append(team, run{theme.Muted, " (" + st.Why + ")"})
		}
		who = append(who, team)
	}
	if who == nil {
		return nil
	}
	return append(muted(s.Say("; ")), s.in(theme.Muted).Say("%s: %s", s.stanceWord(kind), s.in(theme.Muted).list(who))...)
}

// stanceWord names a stance in the seat's language.
func (s *Sight) stanceWord(st exercise.Stance) string {
	switch st {
	case exercise.Prefer:
		return s.Say("prefer")
	case exercise.CanLive:
		return s.Say("can live")
	case exercise.Cannot:
		return s.Say("cannot")
	}
	return ""
}
