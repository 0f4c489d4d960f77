package journal

import (
	"fmt"

	"kefi/exercise"
)

// OpenedWord is one free text with the salt under which it was hashed: what a
// copy of the record needs so that whoever gets it can verify the word.
type OpenedWord struct {
	Salt Salt
	Text string
}

// OpenWords gives the act's words with their salts. keys finds the key of a
// word; a word whose key is gone is nil. A word that its key does not open, or
// that is not the one the chain speaks of, is a DamageError.
func (e Entry) OpenWords(keys func(exercise.WordID) (Key, bool)) ([]*OpenedWord, error) {
	words := make([]*OpenedWord, len(e.Words))
	for i, sealed := range e.Words {
		key, ok := keys(exercise.WordID{Seq: e.Seq, N: i + 1})
		if !ok {
			continue
		}
		if words[i], ok = openWord(key, sealed); !ok {
			return nil, &DamageError{Seq: e.Seq, Problem: fmt.Sprintf("its word %d does not open with its key", i+1)}
		}
	}
	return words, nil
}

func openWord(key Key, w SealedWord) (*OpenedWord, bool) {
	aead := cipherOf(key)
	plain, err := aead.Open(nil, make([]byte, aead.NonceSize()), w.Sealed, nil)
	if err != nil || len(plain) < len(Salt{}) {
		return nil, false
	}
	salt, word := Salt(plain[:len(Salt{})]), plain[len(Salt{}):]
	return &OpenedWord{Salt: salt, Text: string(word)}, PartHash(salt, word) == w.Hash
}
