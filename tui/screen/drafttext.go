package screen

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// draftText is the draft to read: all of it, one clause or one paragraph, in
// any view, and as a redline between any two of its revisions.
type draftText struct {
	only     string // a clause or paragraph; empty: the whole draft
	view     textView
	from, to int // the revisions that are compared; 0: the first and the last
	read     scroll
}

// textPaper opens what `text [CLAUSE] [VIEW]` asks for, with the revisions to
// compare after it.
func textPaper(args []string) Page {
	p := &draftText{}
	if len(args) > 0 {
		p.only = args[0]
	}
	if len(args) > 1 && slices.Contains(textViews, textView(args[1])) {
		p.view = textView(args[1])
	}
	if len(args) > 2 {
		p.from, _ = strconv.Atoi(args[2])
	}
	if len(args) > 3 {
		p.to, _ = strconv.Atoi(args[3])
	}
	return p
}

func (p *draftText) Name(s *Sight) string {
	title := s.Say("Text")
	if p.only != "" {
		title = s.Say("Text of %s", p.only)
	}
	if p.view != asDraft {
		title += ", " + s.Say(p.view.word())
	}
	return title
}

func (p *draftText) Draw(s *Sight) Area {
	d := s.Draw()
	if p.view == asChanged {
		p.compared(d, s)
	}
	body := s.Draw()
	for _, c := range p.clauses(s) {
		p.clause(body, s, c)
	}
	d.Add(p.read.window(s, body.Lines(), s.Height-d.Rows())...)
	return d.Area()
}

// clauses are those it is about.
func (p *draftText) clauses(s *Sight) (list []*exercise.ClauseView) {
	for i := range s.View.Room.Clauses {
		c := &s.View.Room.Clauses[i]
		if p.only == "" || strings.HasPrefix(p.only+".", string(c.ID)+".") {
			list = append(list, c)
		}
	}
	return list
}

// onePara says that it is about that paragraph only.
func (p *draftText) onePara() bool { return strings.Contains(p.only, ".") }

// compared says which two revisions the redline is between.
func (p *draftText) compared(d *Drawing, s *Sight) {
	from, to := p.between(s)
	if len(s.revisions()) < 2 {
		d.Text(1, s.in(theme.Muted).Say("Compared with the scenario's text."))
		return
	}
	line := append(s.in(theme.Body).Say("From revision %d to %d", from, to), muted(s.whyOf(to))...)
	d.Runs(append(plain(" "), line...))
}

// whyOf says what a revision came of.
func (s *Sight) whyOf(n int) string {
	for _, r := range s.View.Room.Revisions {
		if r.N == n {
			return "  (" + s.phrase(r.Why) + ", " + s.Clock(r.Wall) + ")"
		}
	}
	return ""
}

// revisions are the numbers of the draft's revisions that are told, in order.
func (s *Sight) revisions() []int {
	var all []int
	for _, r := range s.View.Room.Revisions {
		all = append(all, r.N)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// between are the two revisions that are compared.
func (p *draftText) between(s *Sight) (from, to int) {
	all := s.revisions()
	if len(all) == 0 {
		return 0, 0
	}
	from, to = all[0], all[len(all)-1]
	if p.from > 0 && slices.Contains(all, p.from) {
		from = p.from
	}
	if p.to > 0 && slices.Contains(all, p.to) {
		to = p.to
	}
	return min(from, to), max(from, to)
}

// changes is the redline of a paragraph between the two revisions; up to the
// last it tells who put the words.
func (p *draftText) changes(s *Sight, para *exercise.ParaView) []exercise.Change {
	from, to := p.between(s)
	if all := s.revisions(); to == all[len(all)-1] {
		return s.View.Room.ChangesSince(*para, from)
	}
	return s.View.Room.Changes(para.ID, from, to)
}

// clause writes one clause.
func (p *draftText) clause(d *Drawing, s *Sight, c *exercise.ClauseView) {
	d.Gap()
	d.Spread(s.Theme.Paint(theme.Strong, " "+s.Say("Clause %s", c.ID)+" "+s.Theme.Glyphs.Dot+" "+c.Title), s.stateRuns(*c).line(s.Theme))
	for i := range c.Paras {
		para := &c.Paras[i]
		if p.onePara() && p.only != string(para.ID) {
			continue
		}
		text := p.para(s, para, s.reader(""))
		d.Hang(" "+s.Theme.Paint(theme.Muted, fit(string(para.ID), 4, ""))+" ", append(text, s.besidePara(c, para.ID)...))
		if p.view == asChanged {
			s.authors(d, para.ID)
		}
	}
	s.sequence(d, c)
}

// para is a paragraph as the view reads it, in a redline between the two
// revisions.
func (p *draftText) para(s *Sight, para *exercise.ParaView, read reader) runs {
	if p.view == asChanged && len(s.revisions()) > 1 {
		return s.redlineRuns(p.changes(s, para))
	}
	return s.paraRuns(p.view, para, read)
}

// copied puts what is read into the clipboard, as it is read.
func (p *draftText) copied(s *Sight) []Act {
	read := s.reader("")
	read.plain = true
	var lines []string
	for _, c := range p.clauses(s) {
		if !p.onePara() {
			lines = append(lines, s.clauseTitle(c))
		}
		for i := range c.Paras {
			if para := &c.Paras[i]; !p.onePara() || p.only == string(para.ID) {
				lines = append(lines, string(para.ID)+" "+p.para(s, para, read).words())
			}
		}
	}
	bare := ""
	if p.only != "" && p.view == asDraft {
		bare = "/copy " + p.only
	}
	return s.copied(strings.Join(lines, "\n"), bare)
}

// Key copies, turns to the next view, and in a redline to other revisions.
func (p *draftText) Key(s *Sight, k key) ([]Act, bool) {
	if p.read.key(k) {
		return nil, true
	}
	if !s.Focused {
		return nil, false
	}
	switch name := k.String(); name {
	case "v":
		p.view = p.view.next()
	case "y":
		return p.copied(s), true
	case "left", "right", "[", "]":
		if p.view != asChanged {
			return nil, false
		}
		p.turn(s, name)
	default:
		return nil, false
	}
	return nil, true
}

// turn moves the earlier revision with the arrows, the later with the brackets.
func (p *draftText) turn(s *Sight, name string) {
	all := s.revisions()
	from, to := p.between(s)
	step := func(n, by int) int {
		i := slices.Index(all, n) + by
		return all[min(max(i, 0), len(all)-1)]
	}
	if len(all) == 0 {
		return
	}
	switch name {
	case "left":
		p.from = step(from, -1)
	case "right":
		p.from = min(step(from, 1), to)
	case "[":
		p.to = max(step(to, -1), from)
	case "]":
		p.to = step(to, 1)
	}
}

func (p *draftText) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *draftText) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Tab", s.Say("views"), ""}}
	}
	hints := []Hint{{"y", s.Say("copy"), ""}, {"v", s.Say(p.view.next().word()), "text"}}
	if p.view == asChanged && len(s.revisions()) > 1 {
		hints = append(hints, Hint{"Left/Right", s.Say("from"), ""}, Hint{"[", s.Say("earlier"), ""}, Hint{"]", s.Say("later"), ""})
	}
	return hints
}
