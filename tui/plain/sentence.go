package plain

import (
	"fmt"
	"strings"
	"unicode"

	"kefi/exercise"
	"kefi/tui/words"
)

// page collects lines. Everything that is printed goes through it.
type page struct {
	lang  *words.Language
	lines []string
}

// say adds one sentence, a line of its own, and ends it if it is not ended.
func (p *page) say(format string, args ...any) {
	p.lines = append(p.lines, ended(safe(oneLine(p.lang.Say(format, args...)))))
}

// prose adds a longer text with its own lines, as it is.
func (p *page) prose(text string) {
	for line := range strings.Lines(strings.TrimSpace(text)) {
		p.lines = append(p.lines, safe(strings.TrimRightFunc(line, unicode.IsSpace)))
	}
	if n := len(p.lines); n > 0 && strings.TrimSpace(text) != "" {
		p.lines[n-1] = ended(p.lines[n-1])
	}
}

func (p *page) String() string { return strings.Join(p.lines, "\n") }

// safe writes what a terminal or a screen reader would stumble over as its
// number. Text was checked on entry; this is the second check, on the way out.
func safe(s string) string {
	if !strings.ContainsFunc(s, unspeakable) {
		return strings.ToValidUTF8(s, "(U+FFFD)")
	}
	var b strings.Builder
	for _, r := range s {
		if unspeakable(r) {
			fmt.Fprintf(&b, "(U+%04X)", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// unspeakable: control and format characters, selectors, arrows, symbols and
// pictographs, lines, blocks and braille.
func unspeakable(r rune) bool {
	switch {
	case r == '\t':
		return false
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.Variation_Selector):
		return true
	case r >= 0x2190 && r <= 0x21FF, r >= 0x2300 && r <= 0x28FF, r >= 0x2900 && r <= 0x297F, r >= 0x2B00 && r <= 0x2BFF:
		return true
	}
	return r >= 0x1F000 && r <= 0x1FAFF
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// ended puts a full stop where a sentence has no end.
func ended(s string) string {
	s = strings.TrimSpace(s)
	bare := strings.TrimRight(s, `"”’')]`)
	if s == "" || bare != "" && strings.ContainsAny(bare[len(bare)-1:], ".!?") {
		return s
	}
	return s + "."
}

func team(v *exercise.View, id exercise.TeamID) exercise.TeamView {
	for _, t := range v.Room.Teams {
		if t.ID == id {
			return t
		}
	}
	return exercise.TeamView{ID: id, Name: string(id)}
}

func teams(v *exercise.View, ids []exercise.TeamID) exercise.Phrase {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = team(v, id).Name
	}
	return words.List(names)
}

// track is a track in a word: government, business, philanthropy.
func track(t exercise.Track) exercise.Phrase { return words.Phrase(t.Word()) }

func seatName(v *exercise.View, id exercise.SeatID) string {
	for _, s := range v.Room.Staff {
		if s.ID == id {
			return s.Name
		}
	}
	for _, t := range v.Room.Teams {
		for _, s := range t.Seats {
			if s.ID == id {
				return s.Name
			}
		}
	}
	return string(id)
}
