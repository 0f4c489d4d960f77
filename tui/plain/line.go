package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
	"kefi/tui/words"
)

// Line gives one entry of a feed as a sentence with its time of day in the
// exercise's zone: "10:39. Telvia, business, lodged A15 on 3.1." Entries of
// private rooms tell their number there, because answers need it; so do all
// entries for those who mark or remove them.
func Line(lang *words.Language, v *exercise.View, l exercise.Line) string {
	p := page{lang: lang}
	where := place(v, l)
	if where.IsZero() {
		p.say("%s. %s", clock(v, l.Wall), body(lang, v, l))
	} else {
		p.say("%s. %s %s", clock(v, l.Wall), where, body(lang, v, l))
	}
	return p.String()
}

// Say gives what a command caused, one sentence a line.
func Say(lang *words.Language, v *exercise.View, r exercise.Receipt) string {
	p := page{lang: lang}
	if len(r.Lines) == 0 && v.Room.RealWorld {
		p.say(realWorld)
		return p.String()
	}
	if len(r.Lines) == 0 {
		p.say("Done.")
		return p.String()
	}
	told := map[string]bool{} // one event may stand in several rooms
	for _, l := range r.Lines {
		text := body(lang, v, l)
		if rest, lodged := strings.CutPrefix(l.Text, "lodged "+l.Ref+" "); lodged && lang == nil {
			text = ended(l.Ref + " lodged " + rest) // the id first: the next verb needs it
		}
		if !told[text] {
			p.say("%s", text)
		}
		told[text] = true
	}
	return p.String()
}

// isNew says whether the line brings the thing whose id it has: the text
// does not name it then.
func isNew(l exercise.Line) bool {
	return len(l.Ref) > 1 && unicode.IsUpper(rune(l.Ref[0])) && unicode.IsDigit(rune(l.Ref[1])) &&
		!l.Spoken && !strings.Contains(l.Text, l.Ref)
}

func place(v *exercise.View, l exercise.Line) exercise.Phrase {
	private := l.Room != "" && l.Room != v.Room.ID
	switch {
	case private && strings.HasPrefix(string(l.Room), "team/"):
		return words.Phrase("Team room, %s.", l.No)
	case private && strings.HasPrefix(string(l.Room), "caucus/"):
		return words.Phrase("Caucus, %s.", l.No)
	case private && strings.HasPrefix(string(l.Room), "group/"):
		return words.Phrase("Contact group, %s.", l.No)
	case private:
		return words.Phrase("Private, %s.", l.No)
	case v.Own.Has(exercise.Recorder) || v.Own.Has(exercise.Control) || v.Own.Has(exercise.Evaluator):
		return words.Phrase("Entry %s.", l.No)
	}
	return exercise.Phrase{}
}

// body is the entry without time and place: who, and what.
func body(lang *words.Language, v *exercise.View, l exercise.Line) string {
	at := func(wall int64) string { return clock(v, wall) }
	text := l.Wording(lang, at)
	switch {
	case l.Spoken && !l.Removed:
		text = lang.Say("says: %s", text)
	case l.Heard && !l.Removed:
		text = lang.Say("is heard to say: %s", text)
	}
	text = ended(attributed(lang, lang.Phrase(who(v, l)), text))
	if isNew(l) {
		text = lang.Say("%s: %s", l.Ref, text)
	}
	for _, c := range l.Corrected(lang, at) {
		text += " " + ended(lang.Say("Correction: %s", c))
	}
	switch l.Established {
	case exercise.IsEstablished:
		text += " " + lang.Say("Established in this exercise.")
	case exercise.NotEstablished:
		text += " " + lang.Say("Not established.")
	}
	if list := marks(v, l); len(list) > 0 {
		text += " " + ended(lang.Say("Marked: %s", words.List(list)))
	}
	return text
}

// marks gives the recorder's marks on an entry of the table.
func marks(v *exercise.View, l exercise.Line) []string {
	var kinds []string
	if v.Own.Recorder == nil || l.Room != v.Room.ID {
		return nil
	}
	for _, m := range v.Own.Recorder.Marks {
		if m.No == l.No {
			kinds = append(kinds, m.Kind)
		}
	}
	return kinds
}

// attributed puts a name before what its bearer did, or before a whole sentence.
func attributed(lang *words.Language, name, text string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "¿¡«\"“ "))
	switch {
	case name == "":
		return text
	case unicode.IsUpper(first):
		return lang.Say("%s: %s", strings.TrimSuffix(name, ","), text)
	}
	return name + " " + text
}

// who names the team with its track, or the seat.
func who(v *exercise.View, l exercise.Line) exercise.Phrase {
	switch {
	case l.Team != "":
		t := team(v, l.Team)
		if l.Seat != "" && len(t.Seats) > 1 && l.Seat != t.Seats[0].ID {
			return words.Phrase("%s (%s), %s,", t.Name, seatName(v, l.Seat), track(t.Track))
		}
		return words.Phrase("%s, %s,", t.Name, track(t.Track))
	case l.Seat != "":
		return words.Phrase("%s", seatName(v, l.Seat))
	}
	return exercise.Phrase{}
}

// Entry is an entry of a feed without time and place: who, and what.
func Entry(lang *words.Language, v *exercise.View, l exercise.Line) string { return body(lang, v, l) }
