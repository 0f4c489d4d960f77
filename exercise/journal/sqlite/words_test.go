package sqlite

import (
	"bytes"
	"testing"

	"kefi/exercise/journal"
)

func FuzzParseWords(f *testing.F) {
	f.Add([]byte{})
	f.Add(appendWords(nil, []journal.SealedWord{{Hash: journal.Hash{1}, Sealed: []byte("sealed")}, {}}))
	f.Add(bytes.Repeat([]byte{0xff}, 40))
	f.Fuzz(func(t *testing.T, stored []byte) {
		words, err := parseWords(stored)
		if err != nil {
			return
		}
		if again := appendWords(nil, words); !bytes.Equal(again, stored) {
			t.Errorf("%x was read as %x", stored, again)
		}
	})
}
