package transcript

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
)

// This file writes minutes without names. It works on the finished document,
// so that no part of it, and nothing that somebody said in it, can be forgotten.

// renamed gives the document with names as the recorder or the scenario wants
// them: as they are, or every name of a delegation or seat replaced by its
// role or track. Words that only begin with a name are replaced too where they
// are written with a capital, such as Arcadian; forms that do not begin with it,
// where the scenario gives them.
func renamed(document string, v *exercise.RoomView) string { return renames(v).in(document) }

// renaming is how a copy names people. The zero renaming leaves names as they are.
type renaming []alias

// renames reads a room's names once, for whoever has many texts.
func renames(v *exercise.RoomView) renaming {
	if v.Exercise.Naming != exercise.ByRole && v.Exercise.Naming != exercise.ByTrack {
		return nil
	}
	return aliases(v)
}

func (r renaming) in(text string) string {
	for _, a := range r {
		text = a.replace(text)
	}
	return text
}

// alias is what stands in the place of a name.
type alias struct {
	name    string
	instead string
	looks   *regexp.Regexp // what to look for
	short   bool           // too short for words that only begin with it
}

// aliases lists every name and id of a delegation and a seat, the longest
// first, so that a name within another does not cut it.
func aliases(v *exercise.RoomView) renaming {
	var list renaming
	add := func(instead string, names ...string) {
		for _, name := range names {
			if name != "" && !strings.EqualFold(name, instead) {
				list = append(list, newAlias(name, instead))
			}
		}
	}
	of, nth := map[exercise.Track]int{}, map[exercise.Track]int{}
	for _, t := range v.Teams {
		of[t.Track]++
	}
	for _, t := range v.Teams {
		nth[t.Track]++
		instead := capital(t.Track.Word())
		if v.Exercise.Naming == exercise.ByRole && of[t.Track] > 1 {
			instead = fmt.Sprintf("%s %d", instead, nth[t.Track])
		}
		add(instead, t.Name, string(t.ID))
		add(instead, t.Forms...)
		for i, s := range t.Seats {
			delegate := "delegate of " + instead
			switch {
			case len(t.Seats) == 1:
				delegate = instead
			case v.Exercise.Naming == exercise.ByRole:
				delegate = fmt.Sprintf("delegate %d of %s", i+1, instead)
			}
			add(delegate, s.Name, string(s.ID))
		}
	}
	for _, s := range v.Staff {
		var roles []string
		for _, r := range s.Roles {
			if strings.EqualFold(s.Name, string(r)) {
				roles = nil // it is called what it is
				break
			}
			roles = append(roles, string(r))
		}
		if roles != nil {
			add(capital(strings.Join(roles, " and ")), s.Name)
		}
	}
	slices.SortStableFunc(list, func(a, b alias) int { return cmp.Compare(len(b.name), len(a.name)) })
	return list
}

func newAlias(name, instead string) alias {
	var pattern strings.Builder
	pattern.WriteString(`(?i)`)
	words := strings.FieldsFunc(name, separates)
	for i, word := range words {
		if i > 0 {
			pattern.WriteString(`[\s_\\-]*`)
		}
		for _, r := range word {
			pattern.WriteString(`\\?` + regexp.QuoteMeta(string(r)))
		}
	}
	// Boat is no word of a delegation that is called Bo.
	return alias{name, instead, regexp.MustCompile(pattern.String()), utf8.RuneCountInString(strings.Join(words, "")) < 4}
}

// replace puts the alias for the name wherever it stands as a word of its own,
// in any case, escaped or not, and with any separators between its words.
func (a alias) replace(document string) string {
	var out strings.Builder
	last := 0
	for _, at := range a.looks.FindAllStringIndex(document, -1) {
		from, to := at[0], at[1]
		before, _ := utf8.DecodeLastRuneInString(document[:from])
		first, _ := utf8.DecodeRuneInString(document[from:])
		end := to + wordEnd(document[to:])
		if from < last || letterOrDigit(before) || end > to && (a.short || !unicode.IsUpper(first)) {
			continue
		}
		out.WriteString(document[last:from] + a.instead)
		last = end
	}
	return out.String() + document[last:]
}

// wordEnd is how far a word goes on.
func wordEnd(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !letterOrDigit(r) }); i >= 0 {
		return i
	}
	return len(s)
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func separates(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '_' }

// naming says at the head of the minutes how they name people.
func (p *page) naming() {
	switch p.room.Exercise.Naming {
	case exercise.ByRole:
		p.item("**Names:** roles only; every name of a delegation or seat is replaced, also in what was said")
	case exercise.ByTrack:
		p.item("**Names:** tracks only; every name of a delegation or seat is replaced, also in what was said")
	}
}

// Renaming is how copies of a room name people, for whoever writes beside the
// exports. It leaves a text as it is where the room names them.
func Renaming(v *exercise.RoomView) func(text string) string { return renames(v).in }
