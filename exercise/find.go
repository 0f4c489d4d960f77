package exercise

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Find lists the entries of the room that hold the words, in any case: in what
// was said or done, in a correction, or in the name of who did it. The oldest
// comes first. No words find nothing.
func (v *View) Find(words string) []Line {
	var found []Line
	if sought(words) == "" {
		return nil
	}
	for _, l := range v.Room.Feed {
		if l.holds(words) || strings.Contains(sought(v.doer(l)), sought(words)) {
			found = append(found, l)
		}
	}
	return found
}

func (l Line) holds(words string) bool {
	for _, text := range append([]string{l.Text}, l.Corrections...) {
		if strings.Contains(sought(text), sought(words)) {
			return true
		}
	}
	return false
}

// doer is the name of the team or seat that an entry is of.
func (v *View) doer(l Line) string {
	for _, t := range v.Room.Teams {
		if t.ID == l.Team {
			return t.Name
		}
	}
	for _, s := range v.Room.Staff {
		if s.ID == l.Seat {
			return s.Name
		}
	}
	return ""
}

// sought is a text as it is compared.
func sought(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(s)), " "))
}
