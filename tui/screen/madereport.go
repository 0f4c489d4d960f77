package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// madeReport is what a seat sees once the exercise is closed: what all made
// together, where agreement came from, who was heard, what one's own
// delegation has of it, and what can be taken along.
type madeReport struct {
	menu menu
	read scroll
	room *exercise.RoomView // of which made is the sum
	made exercise.Made
}

func newMadeReport() *madeReport { return &madeReport{} }

func (p *madeReport) Name(s *Sight) string { return s.Say("Closing report") }

func (p *madeReport) Draw(s *Sight) Area {
	if p.room != s.View.Room { // views never change, so one sum serves all drawings
		p.room, p.made = s.View.Room, s.View.Room.Made()
	}
	m := p.made
	d := s.Draw()
	d.outcome(s)
	d.together(s, m)
	if s.Card() {
		d.ownCard(s)
		d.recordEnd(s)
		return p.menu.under(s, &p.read, d.Lines(), p.items(s))
	}
	d.Gap()
	if s.Width >= sideBySide {
		half := s.Width * 11 / 20
		left, right := s.DrawWide(half-2), s.DrawWide(s.Width-half-1)
		left.cameFrom(s, m)
		right.voices(s, m)
		d.Add(beside(left.Lines(), right.Lines(), half)...)
	} else {
		d.cameFrom(s, m)
		d.Gap()
		d.voices(s, m)
	}
	d.ownDelegation(s)
	d.borrowed(s)
	d.recordEnd(s)
	return p.menu.under(s, &p.read, d.Lines(), p.items(s))
}

// tallReport is the height from which the report need not save lines.
const tallReport = 30

// sideBySide is the width from which two parts stand beside each other.
const sideBySide = 78

// beside sets lines to the right of others, from column on.
func beside(left, right []string, column int) []string {
	var lines []string
	for i := range max(len(left), len(right)) {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines = append(lines, strings.TrimRight(fit(l, column, "")+r, " "))
	}
	return lines
}

func (d *Drawing) outcome(s *Sight) {
	v := s.View.Room.Closing
	if v == nil {
		return
	}
	d.Text(1, runs{{theme.Strong, strings.TrimSuffix(sentence(s.phrase(v.Outcome)), ".") + "."}})
	if s.Height >= tallReport && !v.Effect.IsZero() {
		d.Text(1, plain(s.phrase(v.Effect)))
	}
	if s.Height >= tallReport {
		d.Gap()
	}
}

// together is what was made, in sums.
func (d *Drawing) together(s *Sight, m exercise.Made) {
	title := s.Say("What you made together")
	if s.watches() {
		title = s.Say("What was made together")
	}
	if s.Card() {
		title = ""
	}
	if title != "" {
		right := ""
		if m.Ended > m.Began {
			right = s.Theme.Paint(theme.Muted, s.Clock(m.Began)+" - "+s.Clock(m.Ended))
		}
		d.Spread(s.Theme.Paint(theme.Strong, " "+title), right)
	}
	lines := s.sums(m)
	if short := s.dots(lines[1:]); s.Height < tallReport && cells(short)+2 <= d.width {
		lines = []string{lines[0], short}
	}
	for _, line := range lines {
		d.Text(2, plain(line))
	}
}

// sums says in a line each what became of clauses, amendments and incidents.
func (s *Sight) sums(m exercise.Made) []string {
	var lines []string
	for _, sum := range m.Sums() {
		parts := make([]string, len(sum))
		for i, x := range sum {
			parts[i] = s.phrase(x)
		}
		lines = append(lines, s.dots(parts))
	}
	return lines
}

func (s *Sight) dots(parts []string) string { return strings.Join(parts, " "+s.Theme.Glyphs.Dot+" ") }

// cameFrom draws the life of every clause along the time of play.
func (d *Drawing) cameFrom(s *Sight, m exercise.Made) {
	const lead = 10 // of the column with the clause
	wide := d.width - lead - 3
	if m.Ended <= m.Began || wide < 16 {
		return
	}
	d.Line(theme.Strong, " "+s.Say("Where agreement came from"))
	axis := fit(s.Clock(m.Began), wide/2, "") + fit(s.Clock((m.Began+m.Ended)/2), wide-wide/2-5, "") + s.Clock(m.Ended)
	d.Line(theme.Muted, "  "+fit(s.Say("clause"), lead-2, s.Theme.Glyphs.Waiting)+axis)
	for _, x := range m.Lives {
		d.Line(theme.Body, "  "+fit(string(x.Clause), lead-2, "")+s.life(x, m, wide))
	}
	d.Line(theme.Muted, "  "+s.Say("! incident   * caucus   %s agreed   ( ) reserved", s.Theme.Glyphs.Done))
}

// life is one clause's: "---!--*---✓".
func (s *Sight) life(x exercise.Life, m exercise.Made, wide int) string {
	if x.To == 0 {
		return s.Say("not opened")
	}
	at := func(wall int64) int {
		return int(min(max(wall-m.Began, 0), m.Ended-m.Began) * int64(wide-1) / (m.Ended - m.Began))
	}
	bar := []rune(strings.Repeat(" ", at(x.From)) + strings.Repeat("-", at(x.To)-at(x.From)))
	for _, sign := range x.Signs {
		if i := at(sign.Wall); i < len(bar) && i >= at(x.From) {
			bar[i] = []rune(sign.Sign)[0]
		}
	}
	return string(bar) + s.lifeEnd(x)
}

func (s *Sight) lifeEnd(x exercise.Life) string {
	switch {
	case x.State == exercise.ClauseDeferred || x.State == exercise.ClauseDeleted:
		return " " + term(s, x.State)
	case !x.State.Agreed():
		return ""
	case x.Reserved:
		return "(" + s.Theme.Glyphs.Done + ")"
	}
	return s.Theme.Glyphs.Done
}

// voices draws each track's share of the words, and who built bridges.
func (d *Drawing) voices(s *Sight, m exercise.Made) {
	title := s.Say("Voice: share of words at the table")
	if s.inHall() {
		title = s.Say("Voice: share of words in the hall")
	}
	d.Line(theme.Strong, " "+title)
	size := min(max(d.width-20, 6), barCells)
	for _, v := range m.Voice {
		full := int(v.Share*float64(size) + 0.5)
		name := fit(s.letter(v.Track)+" "+term(s, v.Track.Short()), 6, "")
		d.Runs(runs{
			{s.Theme.Track(string(v.Track)), "  " + name},
			{theme.Body, "  " + strings.Repeat("#", full)},
			{theme.Muted, strings.Repeat("-", size-full)},
			{theme.Body, fmt.Sprintf(" %3.0f %%", v.Share*100)},
		})
	}
	if len(m.Bridges) == 0 {
		return
	}
	d.Gap()
	d.Line(theme.Strong, " "+s.Say("Bridges"))
	for _, b := range m.Bridges {
		d.Text(2, plain(s.Count(b.Count, "%[2]s: %[1]d amendment together", "%[2]s: %[1]d amendments together", s.names(b.Teams))))
	}
}

// ownDelegation sets what the brief cared for beside what came of it.
func (d *Drawing) ownDelegation(s *Sight) {
	own := s.View.Own
	if own.Team == "" {
		return
	}
	d.Gap()
	d.Line(theme.Strong, " "+s.Say("Your delegation"))
	if own.Brief != nil {
		for _, p := range own.Brief.Points {
			d.Spread("  "+cut(fmt.Sprintf("%-6s %s", p.Point, p.Why), max(d.width-30, 20), d.tail()), s.Theme.Paint(theme.Strong, s.phrase(s.View.AsToPoint(p.Point))))
		}
	}
	d.Text(2, plain(s.ownStanding()))
}

// ownCard is the same in one line.
func (d *Drawing) ownCard(s *Sight) {
	if s.View.Own.Team != "" {
		d.Text(2, plain(s.ownStanding()))
	}
}

// ownStanding says which reservations one's team holds, and how many words of
// the text are its own.
func (s *Sight) ownStanding() string {
	var parts []string
	for _, x := range s.View.OwnStanding() {
		parts = append(parts, s.phrase(x))
	}
	return s.dots(parts)
}

// borrowed is the answer of the hot wash that most stand behind.
func (d *Drawing) borrowed(s *Sight) {
	v := s.View.Room.HotWash
	if v == nil || len(v.Boards) == 0 {
		return
	}
	best, question := exercise.BoardAnswer{}, ""
	for _, b := range v.Boards {
		for _, a := range b.Answers {
			if a.Votes > best.Votes {
				best, question = a, b.Question
			}
		}
	}
	if best.Votes == 0 {
		return
	}
	d.Gap()
	d.Text(1, runs{{theme.Strong, question}})
	d.Text(2, plain(s.Count(best.Votes, "“%[2]s” (%[1]d vote)", "“%[2]s” (%[1]d votes)", best.Text)))
}

func (p *madeReport) items(s *Sight) []item {
	return []item{
		{key: "t", words: s.Say("Read the accord"), verb: "text", does: []Act{Type{"/text clean"}}},
		s.copyItem(),
		{key: "c", words: s.Say("Signatures and clauses"), does: []Act{Open{Page: newClosing()}}},
	}
}

func (p *madeReport) Key(s *Sight, k key) ([]Act, bool) { return p.menu.key(s, k, p.items(s)) }

func (p *madeReport) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *madeReport) Hints(s *Sight) []Hint {
	if s.Focused {
		var hints []Hint
		for _, it := range p.items(s) {
			hints = append(hints, Hint{it.key, lower(it.words), it.verb})
		}
		return hints
	}
	return []Hint{{"PgDn", s.Say("read on"), ""}, {"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("open it"), ""}}
}
