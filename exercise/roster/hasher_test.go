package roster_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"kefi/exercise/roster"
)

func TestHasherNeverMakesTheSameBytesTwice(t *testing.T) {
	h := roster.NewHasher()
	a, err1 := h.Hash(t.Context(), "apple-banjo")
	b, err2 := h.Hash(t.Context(), "apple-banjo")
	if err1 != nil || err2 != nil || bytes.Equal(a, b) || bytes.Contains(a, []byte("apple")) {
		t.Errorf("%x (%v) and %x (%v)", a, err1, b, err2)
	}
}

func TestBytesThatNoHashMadeMatchNothing(t *testing.T) {
	h := roster.NewHasher()
	good, err := h.Hash(t.Context(), "apple-banjo")
	if err != nil {
		t.Fatal(err)
	}
	for name, stored := range map[string][]byte{"none": nil, "cut": good[:47], "longer": append(good, 0), "zeros": make([]byte, 48)} {
		for _, code := range []string{"apple-banjo", ""} {
			if ok, err := h.Check(t.Context(), code, stored); ok || err != nil {
				t.Errorf("%s bytes and %q: %v, %v", name, code, ok, err)
			}
		}
	}
}

func TestHasherStopsWaitingWhenTheCallerDoes(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var none roster.Hasher // no slots: everyone waits for ever
	if _, err := none.Check(ctx, "apple", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("checking: %v, want cancelled", err)
	}
}

// What one guess costs, and so what a guest waits.
func BenchmarkCheck(b *testing.B) {
	h := roster.NewHasher()
	stored, err := h.Hash(b.Context(), "apple-banjo-cedar-dolphin")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if ok, err := h.Check(b.Context(), "apple-banjo-cedar-dolphin", stored); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}
