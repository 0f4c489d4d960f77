package transcript

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kefi/exercise"
)

// writeTimetable writes the timetable as iCalendar (RFC 5545): the briefing,
// each item of the agenda, the closing and the hot wash, one after the other
// from STARTEX and as long as the scenario plans. Before STARTEX nobody knows
// when that is: the events stand as if it were announced now, and are tentative.
func writeTimetable(w io.Writer, s *Source) error {
	c := calendar{bufio.NewWriter(w)}
	room, names := s.View.Room, renames(s.View.Room)
	mark := names.in(banner(room.Exercise.Title))
	start, announced := s.startex()
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//kefi//timetable//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.text("X-EXERCISE", mark)
	c.text("X-WR-CALNAME", mark)
	c.text("X-KEFI-RECORD", s.Provenance())
	at := start
	for i, x := range s.timetable() {
		c.line("BEGIN", "VEVENT")
		c.line("UID", s.uid(i))
		c.line("DTSTAMP", icsTime(room.Clocks.Wall))
		c.line("DTSTART", icsTime(at))
		at += x.ms
		c.line("DTEND", icsTime(at))
		c.text("SUMMARY", "EXERCISE: "+names.in(x.what))
		c.text("DESCRIPTION", mark+"\n"+names.in(room.Exercise.Organiser)+"\n"+planned(announced))
		c.text("COMMENT", mark)
		c.line("STATUS", status(announced))
		c.line("END", "VEVENT")
	}
	c.line("END", "VCALENDAR")
	return c.Flush()
}

// startex is when it was announced, or else the last moment of the record.
func (s *Source) startex() (wall int64, announced bool) {
	for a, e := range s.told() {
		if x, ok := e.(exercise.PhaseEntered); ok && x.Announce == "STARTEX" {
			return a.Wall, true
		}
	}
	return s.View.Room.Clocks.Wall, false
}

func planned(announced bool) string {
	if announced {
		return "Planned times, from STARTEX."
	}
	return "Planned times, as if STARTEX were announced when this copy was made."
}

func status(announced bool) string {
	if announced {
		return "CONFIRMED"
	}
	return "TENTATIVE"
}

// slot is a stretch of the timetable.
type slot struct {
	what string
	ms   int64
}

// timetable leaves out what takes no time.
func (s *Source) timetable() []slot {
	times := s.State.Plan().Times
	slots := []slot{{"Briefing", times.Briefing}}
	for _, x := range s.View.Room.Agenda {
		slots = append(slots, slot{s.itemTitle(x), int64(x.Minutes) * time.Minute.Milliseconds()})
	}
	slots = append(slots, slot{"Closing", times.Closing}, slot{"Hot wash", times.HotWash})
	return slices.DeleteFunc(slots, func(x slot) bool { return x.ms <= 0 })
}

// itemTitle names an item by its kind and its clauses.
func (s *Source) itemTitle(x exercise.ItemView) string {
	title := capital(cmp.Or(string(x.Kind), x.Name))
	var clauses []string
	for _, c := range s.View.Room.Clauses {
		if slices.Contains(x.Clauses, c.ID) {
			clauses = append(clauses, string(c.ID)+". "+c.Title)
		}
	}
	if len(clauses) == 0 {
		return title
	}
	return title + ": " + strings.Join(clauses, "; ")
}

// uid is the same in every copy, and in no other exercise.
func (s *Source) uid(i int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d", s.Name, s.Acts[0].Wall, i))
	return fmt.Sprintf("%x@kefi", sum[:12])
}

func icsTime(wall int64) string { return time.UnixMilli(wall).UTC().Format("20060102T150405Z") }

// calendar writes content lines.
type calendar struct{ *bufio.Writer }

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// text writes what people wrote; line what is of the format.
func (c calendar) text(name, value string) {
	c.line(name, strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, icsEscapes.Replace(value)))
}

// line folds after 75 octets, and never within a character. Errors are left to
// Flush.
func (c calendar) line(name, value string) {
	const most = 75
	rest, room := name+":"+value, most
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		_, _ = c.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], most-1
	}
	_, _ = c.WriteString(rest + "\r\n")
}
