package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
)

// secret is a token planted in words that only some may read: rules.md,
// section 6, "Who sees what".
type secret struct {
	what, token string
	readers     []exercise.SeatID
}

// secrets are all tokens of a play.
type secrets []secret

// plant makes a token for words that these seats may read and no others.
func (s *secrets) plant(what string, readers ...exercise.SeatID) string {
	token := fmt.Sprintf("token%04dx", len(*s))
	*s = append(*s, secret{what, token, readers})
	return token
}

// search looks for every token in what a seat was given.
func (s secrets) search(t *testing.T, seat exercise.SeatID, where, text string) {
	t.Helper()
	for _, x := range s {
		if strings.Contains(text, x.token) && !slices.Contains(x.readers, seat) {
			t.Errorf("%s of %s holds a token of %s, which only %v may read", where, seat, x.what, x.readers)
		}
	}
}

// reach checks that every token has come to the first of its readers, so that
// a search that finds nothing has looked for something.
func (s secrets) reach(t *testing.T, given map[exercise.SeatID]string) {
	t.Helper()
	for _, x := range s {
		if len(x.readers) > 0 && !strings.Contains(given[x.readers[0]], x.token) {
			t.Errorf("%s never comes to %s", x.what, x.readers[0])
		}
	}
}
