package exercise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spell says a duration as people do: "90 s", "2 min", "1 h 30 min".
func spell(ms int64) Phrase {
	s := int(ms+500) / 1000
	switch {
	case s < 120:
		return say("%d s", s)
	case s < 3600 && s%60 == 0:
		return say("%d min", s/60)
	case s < 3600:
		return say("%d min %d s", s/60, s%60)
	case s%3600/60 == 0:
		return say("%d h", s/3600)
	}
	return say("%d h %d min", s/3600, s%3600/60)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower begins a sentence in mid-sentence, unless it begins with a name.
func lower(p Phrase) Phrase {
	english := p.String()
	for _, word := range []string{"Carried", "Not carried", "Postponed", "No objection", "There is", "Nobody"} {
		if strings.HasPrefix(english, word) {
			return p.Lower()
		}
	}
	return p
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
func (s State) altTitle(id AltID) Phrase {
	p, _ := s.para(paraOf(id.Point))
	_, alt := findAlt(p, id)
	switch {
	case alt == nil:
		return say("%s", id.String())
	case hasPoints(alt.Nodes):
		return say("%s (as it stands)", id.String())
	}
	return say(`%s "%s"`, id.String(), shorten(plainNodes(alt.Nodes, nil, s.texting())))
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
func shorten(s string) Phrase {
	const most = 60
	if s == "" {
		return say("(nothing)")
	}
	if utf8.RuneCountInString(s) <= most {
		return say("%s", s)
	}
	words := strings.Fields(s)
	out := ""
	for _, w := range words {
		if utf8.RuneCountInString(out)+utf8.RuneCountInString(w) > most {
			break
		}
		out += w + " "
	}
	return say("%s", strings.TrimSpace(out)+" …")
}

// amendmentLine says what an amendment asks for: `3.1: put "48" for "24"`.
func (s State) amendmentLine(a Amendment) Phrase {
	if len(a.Edits) > 1 && a.Edits[0].Whole {
		return deletion(a.Clause)
	}
	var line Phrase
	for _, e := range a.Edits {
		edit := say("%s: %s", e.Para, s.editLine(e))
		if line.IsZero() {
			line = edit
		} else {
			line = say("%s; %s", line, edit)
		}
	}
	if len(a.TookIn) > 0 {
		return say("%s; with %s taken in", line, listed(a.TookIn))
	}
	return line
}

func deletion(id ClauseID) Phrase { return say("clause %s: delete it", id) }

func (s State) editLine(e Edit) Phrase {
	fresh, old := s.text(e.New.ID), s.text(e.Old.ID)
	switch {
	case e.Fresh:
		return say(`new, "%s"`, fresh)
	case e.Whole && e.New.ID == (WordID{}):
		return say("delete it")
	case e.Whole:
		return say(`put "%s" for the whole`, fresh)
	case e.After:
		return say(`add "%s" after "%s"`, fresh, old)
	case e.New.ID == (WordID{}):
		return say(`strike "%s"`, old)
	}
	return say(`put "%s" for "%s"`, fresh, old)
}
