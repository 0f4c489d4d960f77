package journal_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/exercise/journal"
)

func TestUnsealGivesBackWhatWasSealed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.String()).Draw(t, "words")
		p := exercise.Parts{
			Seq:       rapid.Int64Min(0).Draw(t, "seq"),
			Envelope:  rapid.SliceOf(rapid.Byte()).Draw(t, "envelope"),
			Structure: rapid.SliceOf(rapid.Byte()).Draw(t, "structure"),
			Words:     make([]*string, len(words)),
		}
		for i := range words {
			p.Words[i] = &words[i]
		}
		e, keys, err := journal.Seal(journal.Hash{9}, p, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if e.Hash != e.Sum(journal.Hash{9}) || e.Hash == e.Sum(journal.Hash{8}) {
			t.Error("the hash does not say what the act follows")
		}
		forgotten := rapid.SliceOfN(rapid.Bool(), len(words), len(words)).Draw(t, "forgotten")
		got, err := e.Unseal(func(w exercise.WordID) (journal.Key, bool) {
			return keys[w.N-1], w.Seq == p.Seq && !forgotten[w.N-1]
		})
		if err != nil {
			t.Fatal(err)
		}
		for i := range words {
			if forgotten[i] {
				p.Words[i] = nil
			}
		}
		if !reflect.DeepEqual(got, p) {
			t.Errorf("unsealed %v, want %v", got, p)
		}
	})
}

func TestAWithheldPartStillVerifies(t *testing.T) {
	e, _ := sealed(t, "forty-eight would do")
	hash := journal.Chain(journal.Hash{}, e.EnvelopeHash(), e.StructureHash(), e.WordHashes())
	if hash != e.Hash {
		t.Errorf("by the hashes of its parts alone the act is %v, want %v", hash, e.Hash)
	}
}

func TestTheSameWordNeverLooksTheSame(t *testing.T) {
	e, keys := sealed(t, "yes", "yes")
	a, b := e.Words[0], e.Words[1]
	if a.Hash == b.Hash || bytes.Equal(a.Sealed, b.Sealed) || keys[0] == keys[1] {
		t.Error("two equal words can be told by their stored form")
	}
	if bytes.Contains(a.Sealed, []byte("yes")) {
		t.Error("a word can be read without its key")
	}
}

func TestWhatDoesNotUnseal(t *testing.T) {
	for name, spoil := range map[string]func(*journal.Entry, []journal.Key){
		"a flipped bit":         func(e *journal.Entry, _ []journal.Key) { e.Words[0].Sealed[20] ^= 1 },
		"a cut word":            func(e *journal.Entry, _ []journal.Key) { e.Words[0].Sealed = e.Words[0].Sealed[:9] },
		"no ciphertext":         func(e *journal.Entry, _ []journal.Key) { e.Words[0].Sealed = nil },
		"the key of another":    func(_ *journal.Entry, k []journal.Key) { k[0] = k[1] },
		"words changed round":   func(e *journal.Entry, _ []journal.Key) { e.Words[0], e.Words[1] = e.Words[1], e.Words[0] },
		"another word's cipher": func(e *journal.Entry, k []journal.Key) { e.Words[0].Sealed, k[0] = e.Words[1].Sealed, k[1] },
	} {
		t.Run(name, func(t *testing.T) {
			e, keys := sealed(t, "one", "two")
			spoil(&e, keys)
			_, err := e.Unseal(func(w exercise.WordID) (journal.Key, bool) { return keys[w.N-1], true })
			var damage *journal.DamageError
			if !errors.As(err, &damage) || damage.Seq != 0 {
				t.Errorf("unsealing: %v, want damage at act 0", err)
			}
		})
	}
}

func TestSealRefuses(t *testing.T) {
	word := "a word"
	whole := exercise.Parts{Words: []*string{&word}}
	for n := range 16 + 16 + 32 + 16 {
		short := io.LimitReader(rand.Reader, int64(n))
		if _, _, err := journal.Seal(journal.Hash{}, whole, short); err == nil {
			t.Fatalf("sealed with only %d random bytes", n)
		}
	}
	removed := exercise.Parts{Seq: 5, Words: []*string{&word, nil}}
	_, _, err := journal.Seal(journal.Hash{}, removed, rand.Reader)
	if err == nil || !strings.Contains(err.Error(), "act 5") {
		t.Errorf("sealing an act with a removed word: %v", err)
	}
}

func sealed(t *testing.T, words ...string) (journal.Entry, []journal.Key) {
	t.Helper()
	p := exercise.Parts{Envelope: []byte("{}"), Structure: []byte("{}")}
	for i := range words {
		p.Words = append(p.Words, &words[i])
	}
	e, keys, err := journal.Seal(journal.Hash{}, p, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return e, keys
}
