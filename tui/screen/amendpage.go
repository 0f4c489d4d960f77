package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file draws the amend page and takes its keys.

func (a *amend) Draw(s *Sight) Area {
	a.work(s)
	if s.Wide() {
		return a.sideBySide(s)
	}
	d := s.Draw()
	foot := s.Draw()
	a.drawWhy(foot, s)
	a.drawButtons(foot, s)
	room := max(s.Height-foot.Rows(), 2)
	rows := max(room*4/10, min(3, room-3), 1)
	a.drawText(d, s, rows)
	var view []string
	if left := room - d.Rows(); left > 1 {
		below := s.Draw()
		a.drawRoom(below, s)
		view = a.read.window(s, below.Lines(), left)
		d.Add(sized(view, left)...)
	}
	return stacked(d, foot, a.inText(s))
}

// sideBySide sets the text beside what the room will see.
func (a *amend) sideBySide(s *Sight) Area {
	foot := s.Draw()
	foot.Rule("")
	a.drawWhy(foot, s)
	foot.Gap()
	a.drawButtons(foot, s)
	height := max(s.Height-foot.Rows(), 3)
	width := (s.Width - 3) / 2
	left, right := s.DrawWide(width), s.DrawWide(s.Width-3-width)
	a.drawText(left, s, height-2)
	a.drawRoom(right, s)
	d := s.Draw()
	d.Add(s.columns(left.Lines(), a.read.window(s, right.Lines(), height), width, height)...)
	d.cursor = left.cursor
	return stacked(d, foot, a.inText(s))
}

func (a *amend) inText(s *Sight) bool { return s.Focused && a.field == amendText }

// stacked puts foot under d, with the cursor of the one that has it.
func stacked(d, foot *Drawing, above bool) Area {
	top := d.Rows()
	d.Add(foot.Lines()...)
	area := Area{Lines: d.lines}
	switch {
	case above:
		area.Cursor = d.cursor
	case foot.cursor != nil:
		area.Cursor = &Spot{X: foot.cursor.X, Y: foot.cursor.Y + top}
	}
	return area
}

// drawText is the text being written.
func (a *amend) drawText(d *Drawing, s *Sight, rows int) {
	if !s.Card() {
		d.Spread(s.Theme.Paint(theme.Strong, " "+s.Say("Your text for %s", a.para)), s.Theme.Paint(theme.Muted, a.draftWord(s)))
		if s.Height > 16 {
			d.Gap()
		}
	}
	top := d.Rows()
	lines, cursor := a.text.window(a.textWidth(d.width), rows)
	for _, line := range lines {
		d.Raw(link(amendText.target(), " "+line))
	}
	for d.Rows() < top+min(rows, 3) {
		d.Add("")
	}
	d.cursor = &Spot{X: 1 + cursor.X, Y: top + cursor.Y}
}

// draftWord says of a text that was begun that it is kept, and for whom.
func (a *amend) draftWord(s *Sight) string {
	if a.text.Text() == a.base {
		return ""
	}
	return s.Say("draft saved, only you see it")
}

func (a *amend) textWidth(pane int) int { return max(min(pane-2, maxColumn), 1) }

// drawRoom is what the room will see: the redline, and the paragraph with its
// points as it would then stand, or why it cannot be lodged.
func (a *amend) drawRoom(d *Drawing, s *Sight) {
	if s.Wide() {
		d.Line(theme.Strong, s.Say("What the room will see"))
		d.Gap()
	} else if !s.Card() {
		d.Rule(s.Say("What the room will see"))
	}
	if a.err == nil && len(a.edits) == 0 {
		d.Text(1, s.in(theme.Muted).Say("Change the words of your text; what comes of it shows here as you type."))
		return
	}
	d.Text(1, s.redlineRuns(exercise.Redline(a.base, one(a.text.Text()))))
	d.Gap()
	if a.err != nil {
		d.Hang(" "+s.Theme.Paint(theme.Alert, theme.MarkAlert)+" ", plain(sentence(s.Lang.Error(a.err))))
		return
	}
	d.Line(theme.Muted, " "+a.effect(s))
	read := s.reader("")
	read.plain = true
	d.Hang(" "+s.Theme.Paint(theme.Muted, string(a.para))+" ", read.nodes(a.next.Nodes))
}

// effect says in a line what the amendment does to the points.
func (a *amend) effect(s *Sight) string {
	alts := 0
	for _, p := range pointsIn(a.next.Nodes) {
		for _, alt := range p.Alts {
			for _, id := range alt.Amendments {
				if id == exercise.PreviewID {
					alts++
				}
			}
		}
	}
	if alts == 0 {
		return s.Say("The same words are on the table already; you would join their sponsors.")
	}
	return s.Count(alts, "%d alternative added; nobody's words are lost:", "%d alternatives added; nobody's words are lost:")
}

func (a *amend) drawWhy(d *Drawing, s *Sight) {
	label := s.Say("Why, in one line:")
	if s.Card() {
		label = s.Say("Why:")
	}
	lead := s.marked(a.field == amendWhy && s.Focused) + label + " "
	lines, cursor := a.why.window(max(d.width-cells(lead)-1, 1), 1)
	d.Raw(link(amendWhy.target(), runs{{theme.Muted, lead}, {theme.Body, at(lines, 0)}}.line(s.Theme)))
	if s.Focused && a.field == amendWhy {
		d.Cursor(cells(lead) + cursor.X)
	}
}

func (a *amend) drawButtons(d *Drawing, s *Sight) {
	line, x := "", 2
	for _, b := range []struct {
		field amendField
		label string
	}{{amendKeep, s.Say("Keep as draft")}, {amendLodge, s.Say("Lodge it") + " " + s.Theme.Glyphs.Waiting}} {
		here := s.Focused && a.field == b.field
		style := theme.Body
		if here {
			style, x = theme.Chosen|theme.Reverse, 2+cells(line)
		}
		line += link(b.field.target(), s.Theme.Paint(style, "[ "+b.label+" ]")) + "   "
	}
	d.Raw("  " + line)
	if s.Focused && a.field >= amendKeep {
		d.Cursor(x)
	}
}

// Key edits the text and the reason, and does what the buttons say.
func (a *amend) Key(s *Sight, k key) ([]Act, bool) {
	if !s.Focused {
		if k.String() == "enter" {
			return []Act{Take{}}, true
		}
		return nil, false
	}
	switch k.String() {
	case "tab":
		if a.field == amendLodge {
			a.field = amendText
			return nil, false // on to the input line
		}
		a.field++
		return nil, true
	case "shift+tab":
		if a.field == amendText {
			return nil, false
		}
		a.field--
		return nil, true
	case "esc":
		return append(a.kept(), Back{}, Notice{Text: s.Say("Kept as a draft: %s opens it again.", "/amend "+string(a.para))}), true
	case "enter":
		return a.enter(s), true
	}
	return a.write(s, k)
}

// enter goes on to the next field, or presses the button.
func (a *amend) enter(s *Sight) []Act {
	switch a.field {
	case amendKeep:
		return append(a.kept(), Back{}, Notice{Text: s.Say("Kept as a draft: %s opens it again.", "/amend "+string(a.para))})
	case amendLodge:
		return a.lodge(s)
	}
	a.field++
	return nil
}

// write gives a key to the field in hand.
func (a *amend) write(s *Sight, k key) ([]Act, bool) {
	switch a.field {
	case amendText:
		width := s.Width
		if s.Wide() {
			width = (s.Width - 3) / 2
		}
		if !a.text.Key(k, a.textWidth(width)) {
			return nil, k.Text != ""
		}
	case amendWhy:
		if !a.why.Key(k, s.Width) {
			return nil, k.Text != ""
		}
	default:
		switch k.String() {
		case "left":
			a.field = amendKeep
		case "right":
			a.field = amendLodge
		default:
			return nil, false
		}
		return nil, true
	}
	return a.kept(), true
}

// target is what a click on a field does.
func (f amendField) target() string { return targetRow + strconv.Itoa(int(f)) }

// Click presses a button, or goes to a field.
func (a *amend) Click(s *Sight, target string) []Act {
	n, err := strconv.Atoi(strings.TrimPrefix(target, targetRow))
	if err != nil || n < int(amendText) || n > int(amendLodge) {
		return nil
	}
	a.field = amendField(n)
	if a.field < amendKeep {
		return []Act{Take{}}
	}
	return append([]Act{Take{}}, a.enter(s)...)
}

// Paste puts text into the field in hand.
func (a *amend) Paste(_ *Sight, text string) []Act {
	if a.field == amendWhy {
		a.why.Insert(text)
	} else {
		a.field = amendText
		a.text.Insert(text)
	}
	return a.kept()
}

func (a *amend) Scroll(_ *Sight, by int) { a.read.move(by) }

func (a *amend) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Enter", s.Say("to the text"), ""}}
	}
	if a.field >= amendKeep {
		return []Hint{{"Left/Right", s.Say("choose"), ""}, {"Enter", s.Say("press it"), ""}, {"Tab", s.Say("next field"), ""}, {"Esc", s.Say("keeps the draft"), ""}}
	}
	return []Hint{{"Tab", s.Say("next field"), ""}, {"Ctrl+Z", s.Say("undo"), ""}, {"Esc", s.Say("keeps the draft"), ""}}
}
