package sqlite

import (
	"encoding/binary"
	"errors"

	"kefi/exercise/journal"
)

// An act's words are one value in its row: for each word its hash (32 bytes),
// the length of its ciphertext (4 bytes, big-endian) and the ciphertext.

func appendWords(b []byte, words []journal.SealedWord) []byte {
	for _, w := range words {
		b = append(b, w.Hash[:]...)
		b = binary.BigEndian.AppendUint32(b, uint32(len(w.Sealed)))
		b = append(b, w.Sealed...)
	}
	return b
}

var errWords = errors.New("its words are cut or misshapen")

func parseWords(b []byte) ([]journal.SealedWord, error) {
	const header = len(journal.Hash{}) + 4
	var words []journal.SealedWord
	for len(b) > 0 {
		if len(b) < header {
			return nil, errWords
		}
		hash, length := journal.Hash(b), binary.BigEndian.Uint32(b[len(journal.Hash{}):])
		b = b[header:]
		if uint64(length) > uint64(len(b)) {
			return nil, errWords
		}
		words = append(words, journal.SealedWord{Hash: hash, Sealed: b[:length:length]})
		b = b[length:]
	}
	return words, nil
}
