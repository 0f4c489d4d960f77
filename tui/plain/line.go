package plain

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
)

// Line gives one entry of a feed as a sentence with its time of day in the
// exercise's zone: "10:39. Telvia, business, lodged A15 on 3.1." Entries of
// private rooms tell their number there, because answers need it; so do all
// entries for those who mark or remove them.
func Line(v *exercise.View, l exercise.Line) string {
	var p page
	p.say("%s. %s%s", clock(v, l.Wall), place(v, l), body(v, l))
	return p.String()
}

// Say gives what a command caused, one sentence a line.
func Say(v *exercise.View, r exercise.Receipt) string {
	if len(r.Lines) == 0 && v.Room.RealWorld {
		return realWorld
	}
	if len(r.Lines) == 0 {
		return "Done."
	}
	var p page
	told := map[string]bool{} // one event may stand in several rooms
	for _, l := range r.Lines {
		text := body(v, l)
		if rest, lodged := strings.CutPrefix(l.Text, "lodged "+l.Ref+" "); lodged {
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

func place(v *exercise.View, l exercise.Line) string {
	private := l.Room != "" && l.Room != v.Room.ID
	switch {
	case private && strings.HasPrefix(string(l.Room), "team/"):
		return "Team room, " + l.No + ". "
	case private && strings.HasPrefix(string(l.Room), "caucus/"):
		return "Caucus, " + l.No + ". "
	case private && strings.HasPrefix(string(l.Room), "group/"):
		return "Contact group, " + l.No + ". "
	case private:
		return "Private, " + l.No + ". "
	case v.Own.Has(exercise.Recorder) || v.Own.Has(exercise.Control):
		return "Entry " + l.No + ". "
	}
	return ""
}

// body is the entry without time and place: who, and what.
func body(v *exercise.View, l exercise.Line) string {
	text := l.Wording(func(wall int64) string { return clock(v, wall) })
	switch {
	case l.Spoken && !l.Removed:
		text = "says: " + text
	case l.Heard && !l.Removed:
		text = "is heard to say: " + text
	}
	text = ended(attributed(who(v, l), text))
	if isNew(l) {
		text = l.Ref + ": " + text
	}
	for _, c := range l.Corrections {
		text += " " + ended("Correction: "+c)
	}
	if list := marks(v, l); len(list) > 0 {
		text += " " + ended("Marked: "+and(list))
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
func attributed(name, text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case name == "":
		return text
	case unicode.IsUpper(first):
		return strings.TrimSuffix(name, ",") + ": " + text
	}
	return name + " " + text
}

// who names the team with its track, or the seat.
func who(v *exercise.View, l exercise.Line) string {
	switch {
	case l.Team != "":
		t := team(v, l.Team)
		name := t.Name
		if l.Seat != "" && len(t.Seats) > 1 && l.Seat != t.Seats[0].ID {
			name = fmt.Sprintf("%s (%s)", name, seatName(v, l.Seat))
		}
		return fmt.Sprintf("%s, %s,", name, t.Track.Word())
	case l.Seat != "":
		return seatName(v, l.Seat)
	}
	return ""
}
