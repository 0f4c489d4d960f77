package exercise

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spell writes a duration as people say it: "90 s", "2 min", "1 h 30 min".
func spell(ms int64) string {
	s := (ms + 500) / 1000
	switch {
	case s < 120:
		return fmt.Sprintf("%d s", s)
	case s < 3600 && s%60 == 0:
		return fmt.Sprintf("%d min", s/60)
	case s < 3600:
		return fmt.Sprintf("%d min %d s", s/60, s%60)
	case s%3600/60 == 0:
		return fmt.Sprintf("%d h", s/3600)
	}
	return fmt.Sprintf("%d h %d min", s/3600, s%3600/60)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower begins a sentence in mid-sentence, unless it begins with a name.
func lower(s string) string {
	for _, word := range []string{"Carried", "Not carried", "Postponed", "No objection", "There is", "Nobody"} {
		if strings.HasPrefix(s, word) {
			r, n := utf8.DecodeRuneInString(s)
			return string(unicode.ToLower(r)) + s[n:]
		}
	}
	return s
}

// ended gives a line its full stop.
func ended(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

func equalFold(a, b string) bool { return strings.EqualFold(a, b) }

// altTitle names an alternative with its words: `3.1b/2 "72"`.
func (s State) altTitle(id AltID) string {
	p, _ := s.para(paraOf(id.Point))
	_, alt := findAlt(p, id)
	if alt == nil {
		return id.String()
	}
	if hasPoints(alt.Nodes) {
		return id.String() + " (as it stands)"
	}
	return id.String() + ` "` + shorten(plainNodes(alt.Nodes, nil, s.text)) + `"`
}

// altWords are the texts that an alternative's title quotes.
func (s State) altWords(id AltID) []WordID {
	p, _ := s.para(paraOf(id.Point))
	_, alt := findAlt(p, id)
	if alt == nil {
		return nil
	}
	var words []WordID
	for _, piece := range flatten(alt.Nodes, nil) {
		words = append(words, piece.Word)
	}
	return words
}

// shorten keeps a quotation to one line.
func shorten(s string) string {
	const most = 60
	if s == "" {
		return "(nothing)"
	}
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	words := strings.Fields(s)
	out := ""
	for _, w := range words {
		if utf8.RuneCountInString(out)+utf8.RuneCountInString(w) > most {
			break
		}
		out += w + " "
	}
	return strings.TrimSpace(out) + " …"
}

// amendmentLine says what an amendment asks for: `3.1: put "48" for "24"`.
func (s State) amendmentLine(a Amendment) string {
	if len(a.Edits) > 1 && a.Edits[0].Whole {
		return "clause " + string(a.Clause) + ": delete it"
	}
	parts := make([]string, len(a.Edits))
	for i, e := range a.Edits {
		parts[i] = string(e.Para) + ": " + s.editLine(e)
	}
	line := strings.Join(parts, "; ")
	if len(a.TookIn) > 0 {
		line += "; with " + sentenceList(strs(a.TookIn)) + " taken in"
	}
	return line
}

func strs[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

func (s State) editLine(e Edit) string {
	fresh, old := `"`+s.text(e.New.ID)+`"`, `"`+s.text(e.Old.ID)+`"`
	switch {
	case e.Fresh:
		return "new, " + fresh
	case e.Whole && e.New.ID == (WordID{}):
		return "delete it"
	case e.Whole:
		return "put " + fresh + " for the whole"
	case e.After:
		return "add " + fresh + " after " + old
	case e.New.ID == (WordID{}):
		return "strike " + old
	}
	return "put " + fresh + " for " + old
}
