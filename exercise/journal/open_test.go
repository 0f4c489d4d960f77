package journal_test

import (
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
)

func TestAnOpenedWordVerifiesByItself(t *testing.T) {
	e, keys := sealed(t, "shall", "should", "")
	words, err := e.OpenWords(func(w exercise.WordID) (journal.Key, bool) { return keys[w.N-1], w.N != 2 })
	if err != nil || len(words) != 3 || words[1] != nil {
		t.Fatalf("opened %v, %v; want three words, the second forgotten", words, err)
	}
	for _, i := range []int{0, 2} {
		if journal.PartHash(words[i].Salt, []byte(words[i].Text)) != e.Words[i].Hash {
			t.Errorf("word %d, %q, does not have the hash the chain speaks of", i+1, words[i].Text)
		}
	}
	if words[0].Text != "shall" {
		t.Errorf("the first word is %q", words[0].Text)
	}
}
