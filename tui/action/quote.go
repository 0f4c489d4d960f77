package action

import (
	"strings"
	"unicode/utf8"
)

// Texts stand in "…" or in “…”. Within typographic marks straight ones are
// plain characters, and the other way round; typographic ones nest. \" is a
// straight mark inside straight marks.

func startsQuoted(s string) bool {
	return strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“")
}

// cutQuoted reads a quoted text. It fails where the marks are not closed.
func cutQuoted(s string) (inside, rest string, ok bool) {
	open, size := utf8.DecodeRuneInString(s)
	body := s[size:]
	end := closingStraight(body)
	if open == '“' {
		end = closingTypographic(body)
	}
	if end < 0 {
		return "", "", false
	}
	inside = body[:end]
	_, size = utf8.DecodeRuneInString(body[end:])
	if open == '"' {
		inside = strings.ReplaceAll(inside, `\"`, `"`)
	}
	return inside, strings.TrimSpace(body[end+size:]), true
}

// closingStraight finds the straight mark that closes. Marks inside “…” do not, but
// where that reading leaves the text open the first straight mark does.
func closingStraight(s string) int {
	depth, first := 0, -1
	escaped := false
	for i, r := range s {
		switch {
		case escaped:
			escaped = false
		case r == '\\' && strings.HasPrefix(s[i:], `\"`):
			escaped = true
		case r == '“':
			depth++
		case r == '”' && depth > 0:
			depth--
		case r == '"' && depth == 0:
			return i
		case r == '"' && first < 0:
			first = i
		}
	}
	return first
}

func closingTypographic(s string) int {
	depth := 0
	for i, r := range s {
		switch {
		case r == '“':
			depth++
		case r == '”' && depth == 0:
			return i
		case r == '”':
			depth--
		}
	}
	return -1
}
