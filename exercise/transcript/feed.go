package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
)

// record is the feed of the room, entry by entry. What was said in an informal
// sitting stays out of it.
func (p *page) record() {
	var lines []exercise.Line
	for _, l := range p.room.Feed {
		if !l.Informal {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return
	}
	p.para("## Record")
	p.lines(lines)
}

// private is what was said where only this seat and its own were. A real-world
// stop goes to control's log, never to minutes.
func (p *page) private() {
	var lines []exercise.Line
	for _, l := range p.v.Own.Lines {
		if l.Room != exercise.HallRoom && l.Kind != "terms" && l.Kind != "realworld" && l.Kind != "timeout" {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return
	}
	p.para("## Private to %s", inline(p.v.Own.Name))
	p.para("_Not part of the minutes of the table. It was not shown to those it was not meant for: do not hand it on._")
	p.lines(lines)
}

// lines writes entries as a list, with the date where a new day begins.
func (p *page) lines(lines []exercise.Line) {
	day := p.day(lines[0].Wall)
	p.para("%s.", day)
	for _, l := range lines {
		if d := p.day(l.Wall); d != day {
			day = d
			p.para("\n%s.", day)
		}
		p.line(l)
	}
	p.end()
}

func (p *page) line(l exercise.Line) {
	text := p.attributed(l)
	if l.Kind == "phase" || l.Kind == "item" {
		text = "**" + text + "**"
	}
	if kinds := p.marks(l); len(kinds) > 0 {
		text += " _(marked: " + strings.Join(kinds, ", ") + ")_"
	}
	p.item("**%s** %s %s", inline(l.No), p.at(l.Wall).Format("15:04:05"), text)
	for _, c := range p.corrections(l) {
		p.WriteString("  ")
		p.item("%s", c)
	}
}

// attributed says who, and what.
func (p *page) attributed(l exercise.Line) string {
	who, text := p.who(l), exercise.Line{Text: inline(l.Text), RemovedAt: l.RemovedAt}.Wording(exercise.English{}, p.clock)
	first, _ := utf8.DecodeRuneInString(l.Text)
	switch {
	case l.Spoken:
		return who + ": “" + text + "”"
	case l.Heard:
		return who + " (as heard by the recorder): " + text
	case who == "":
		return text
	case unicode.IsLower(first):
		return who + " " + text
	}
	return who + ": " + text
}

func (p *page) who(l exercise.Line) string {
	if l.Team == "" {
		if l.Seat == "" {
			return ""
		}
		return p.seat(l.Seat)
	}
	t := p.team(l.Team)
	name := string(t.Track) + " " + inline(t.Name)
	if l.Seat != "" && len(t.Seats) > 0 && l.Seat != t.Seats[0].ID {
		name += " (" + p.seat(l.Seat) + ")"
	}
	return name
}

// marks are the recorder's marks on the entry, where the view has them.
func (p *page) marks(l exercise.Line) []string {
	var kinds []string
	if p.v.Own.Recorder == nil {
		return nil
	}
	for _, m := range p.v.Own.Recorder.Marks {
		if m.No == l.No {
			kinds = append(kinds, inline(m.Kind))
		}
	}
	return kinds
}

// corrections stand beside the original, which is never changed: the
// speaker's own and, where this seat may know them, the recorder's.
func (p *page) corrections(l exercise.Line) []string {
	var out []string
	for _, c := range l.Corrections {
		out = append(out, "Corrected by the speaker: "+words(c))
	}
	switch l.Established {
	case exercise.IsEstablished:
		out = append(out, "Established by control: it is so in this exercise")
	case exercise.NotEstablished:
		out = append(out, "Not established, by control's word")
	}
	for _, c := range p.v.Own.Lines {
		if c.Kind == "correction" && c.Ref == l.No && (l.Room == p.room.ID || l.Room == exercise.HallRoom) && c.Room != l.Room {
			out = append(out, "Corrected by "+p.seat(c.Seat)+": "+words(strings.TrimPrefix(c.Text, "corrects #"+c.Ref+": ")))
		}
	}
	return out
}
