package journal_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"kefi/exercise/journal"
)

// The bytes of the chain are a promise to verifiers written elsewhere: here
// they are put together by hand.
func TestChainByteForByte(t *testing.T) {
	salt := journal.Salt{0: 's', 15: 't'}
	part := sha256.Sum256(append([]byte("s\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00t"), `{"seq":7}`...))
	if got := journal.PartHash(salt, []byte(`{"seq":7}`)); got != part {
		t.Errorf("a part's hash is %v, want %x", got, part)
	}
	fill := func(b byte) (h journal.Hash) {
		for i := range h {
			h[i] = b
		}
		return h
	}
	h := sha256.New()
	for _, b := range []byte{1, 2, 3, 4, 5} {
		for range 32 {
			h.Write([]byte{b})
		}
	}
	got := journal.Chain(fill(1), fill(2), fill(3), []journal.Hash{fill(4), fill(5)})
	if want := hex.EncodeToString(h.Sum(nil)); got.String() != want {
		t.Errorf("an act's hash is %v, want %s", got, want)
	}
}

func TestHashAndSaltAsText(t *testing.T) {
	const digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
	var hash, again journal.Hash
	if err := hash.UnmarshalText([]byte(digits)); err != nil || hash.String() != digits {
		t.Fatalf("read %v, %v", hash, err)
	}
	if text, _ := hash.MarshalText(); again.UnmarshalText(text) != nil || again != hash {
		t.Errorf("%v came back as %v", hash, again)
	}
	var salt journal.Salt
	if err := salt.UnmarshalText([]byte(digits[:32])); err != nil || salt.String() != digits[:32] {
		t.Errorf("read %v, %v", salt, err)
	}
	for _, bad := range []string{"", digits[:62], digits + "00", "zz" + digits[2:]} {
		if err := hash.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was taken for a hash", bad)
		}
	}
}
