package journal

// Entry is one act as it is stored. It must not be changed once made: back
// ends and readers share its bytes.
type Entry struct {
	Seq int64
	// Hash is the act's place in the chain.
	Hash Hash
	// EnvelopeSalt and StructureSalt are hashed before their parts.
	EnvelopeSalt, StructureSalt Salt
	// Envelope and Structure are JSON, as exercise.Encode wrote them.
	Envelope, Structure []byte
	// Words are the act's free texts, in order.
	Words []SealedWord
}

// SealedWord is one free text under a key of its own.
type SealedWord struct {
	// Hash is H(salt ‖ word); the salt is inside Sealed.
	Hash Hash
	// Sealed is the ciphertext of salt and word, with its authentication tag.
	Sealed []byte
}

// EnvelopeHash is the hash to give where the envelope is withheld.
func (e Entry) EnvelopeHash() Hash { return PartHash(e.EnvelopeSalt, e.Envelope) }

// StructureHash is the hash to give where the structure is withheld.
func (e Entry) StructureHash() Hash { return PartHash(e.StructureSalt, e.Structure) }

// WordHashes are the hashes to give where the words are withheld.
func (e Entry) WordHashes() []Hash {
	hashes := make([]Hash, len(e.Words))
	for i, w := range e.Words {
		hashes[i] = w.Hash
	}
	return hashes
}

// Sum is the hash the entry must have when it follows prev.
func (e Entry) Sum(prev Hash) Hash {
	return Chain(prev, e.EnvelopeHash(), e.StructureHash(), e.WordHashes())
}
