package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence gives an error a full stop and, for people, no Go in front of it.
func sentence(err error) string {
	s := strings.TrimPrefix(err.Error(), "usage: ")
	s = strings.TrimRight(s, "\n")
	if !strings.ContainsAny(s[len(s)-1:], ".!?") && !strings.Contains(s, "\n") {
		s += "."
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
