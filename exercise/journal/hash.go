package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Hash is a SHA-256 sum. As text it is 64 hexadecimal digits.
type Hash [sha256.Size]byte

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText writes 64 hexadecimal digits.
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads 64 hexadecimal digits.
func (h *Hash) UnmarshalText(b []byte) error { return fromHex(h[:], b) }

// Salt is drawn at random for each part of each act. As text it is 32
// hexadecimal digits.
type Salt [16]byte

func (s Salt) String() string { return hex.EncodeToString(s[:]) }

// MarshalText writes 32 hexadecimal digits.
func (s Salt) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads 32 hexadecimal digits.
func (s *Salt) UnmarshalText(b []byte) error { return fromHex(s[:], b) }

func fromHex(into, digits []byte) error {
	if len(digits) != hex.EncodedLen(len(into)) {
		return fmt.Errorf("%d hexadecimal digits are wanted here, not %d", hex.EncodedLen(len(into)), len(digits))
	}
	_, err := hex.Decode(into, digits)
	return err
}

// PartHash is the hash of one part of an act: H(salt ‖ part).
func PartHash(salt Salt, part []byte) Hash {
	h := sha256.New()
	h.Write(salt[:])
	h.Write(part)
	return Hash(h.Sum(nil))
}

// Chain is the hash of an act, from the hash of the act before it (zero for
// act 0) and the hashes of its parts. It needs no part itself, so an act with
// parts withheld still verifies.
func Chain(prev, envelope, structure Hash, words []Hash) Hash {
	h := sha256.New()
	h.Write(prev[:])
	h.Write(envelope[:])
	h.Write(structure[:])
	for _, w := range words {
		h.Write(w[:])
	}
	return Hash(h.Sum(nil))
}
