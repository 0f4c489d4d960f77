package roster

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"

	"golang.org/x/crypto/argon2"
)

// The cost of one guess: Argon2id, 8 MiB, 8 passes, about 40 ms on one core.
const (
	hashMemory = 8 * 1024 // KiB
	hashPasses = 8
	saltSize   = 16
	sumSize    = 32
)

// Hasher hashes codes slowly, few at a time, so that a crowd at the door
// costs time but not memory. Back ends share it; make one with NewHasher.
type Hasher struct{ slots chan struct{} }

// NewHasher allows two codes to be hashed at once.
func NewHasher() Hasher { return Hasher{slots: make(chan struct{}, 2)} }

// Hash gives the bytes to store for a code: a new salt and the sum.
func (h Hasher) Hash(ctx context.Context, code string) ([]byte, error) {
	code = NormalizeCode(code)
	if code == "" {
		return nil, errors.New("a code needs at least one word")
	}
	stored := make([]byte, saltSize, saltSize+sumSize)
	rand.Read(stored)
	sum, err := h.sum(ctx, code, stored)
	return append(stored, sum...), err
}

// Check says whether stored came from code, in a time that does not depend on
// the answer. Bytes that no Hash made, such as none, match no code.
func (h Hasher) Check(ctx context.Context, code string, stored []byte) (bool, error) {
	known := len(stored) == saltSize+sumSize
	if !known {
		stored = make([]byte, saltSize+sumSize)
	}
	sum, err := h.sum(ctx, NormalizeCode(code), stored[:saltSize])
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(sum, stored[saltSize:]) == 1 && known, nil
}

func (h Hasher) sum(ctx context.Context, code string, salt []byte) ([]byte, error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-h.slots }()
	return argon2.IDKey([]byte(code), salt, hashPasses, hashMemory, 1, sumSize), nil
}
