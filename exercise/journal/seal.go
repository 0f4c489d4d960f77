package journal

import (
	"crypto/aes"
	"crypto/cipher"
	"fmt"
	"io"

	"kefi/exercise"
)

// Key opens one sealed word. Whoever keeps the keys decides what can be
// forgotten.
type Key [32]byte

// Seal makes the entry that follows prev, with a new key for each word, in
// the order of the words. Salts and keys come from random, which must be a
// cryptographic source. An act is sealed with all its words: a removed one is
// an error, and so is a source that fails.
func Seal(prev Hash, p exercise.Parts, random io.Reader) (Entry, []Key, error) {
	e := Entry{Seq: p.Seq, Envelope: p.Envelope, Structure: p.Structure}
	if err := draw(random, e.EnvelopeSalt[:], e.StructureSalt[:]); err != nil {
		return Entry{}, nil, err
	}
	keys := make([]Key, len(p.Words))
	e.Words = make([]SealedWord, len(p.Words))
	for i, word := range p.Words {
		if word == nil {
			return Entry{}, nil, fmt.Errorf("act %d cannot be sealed without its word %d", p.Seq, i+1)
		}
		var salt Salt
		if err := draw(random, keys[i][:], salt[:]); err != nil {
			return Entry{}, nil, err
		}
		e.Words[i] = sealWord(keys[i], salt, *word)
	}
	e.Hash = e.Sum(prev)
	return e, keys, nil
}

// Unseal gives the act's parts back. keys finds the key of a word; a word
// whose key is gone is nil. A word that its key does not open, or that is not
// the one the chain speaks of, is a DamageError.
func (e Entry) Unseal(keys func(exercise.WordID) (Key, bool)) (exercise.Parts, error) {
	p := exercise.Parts{Seq: e.Seq, Envelope: e.Envelope, Structure: e.Structure}
	opened, err := e.OpenWords(keys)
	if err != nil {
		return exercise.Parts{}, err
	}
	p.Words = make([]*string, len(opened))
	for i, w := range opened {
		if w != nil {
			p.Words[i] = &w.Text
		}
	}
	return p, nil
}

func sealWord(key Key, salt Salt, word string) SealedWord {
	aead := cipherOf(key)
	plain := append(salt[:], word...)
	return SealedWord{
		Hash:   PartHash(salt, []byte(word)),
		Sealed: aead.Seal(nil, make([]byte, aead.NonceSize()), plain, nil),
	}
}

// cipherOf cannot fail: a Key has the length AES-256 wants.
func cipherOf(key Key) cipher.AEAD {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		panic(err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	return aead
}

func draw(random io.Reader, into ...[]byte) error {
	for _, b := range into {
		if _, err := io.ReadFull(random, b); err != nil {
			return fmt.Errorf("drawing salts and keys: %w", err)
		}
	}
	return nil
}
