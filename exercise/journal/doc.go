// Package journal keeps the acts of one exercise: appended one at a time,
// chained by hashes, never changed.
//
// What it promises:
//
//   - An append that returned nil is durable, as far as the back end says so.
//   - Acts are numbered from 0 without gaps. An append names the act it comes
//     after; if the journal has moved on meanwhile, it is refused whole.
//   - Whoever reads, verifies: reading stops with a DamageError that names the
//     act that is missing, altered or cut off. A cut tail shows because the
//     head (number and hash of the last act) is kept in the same transaction.
//     Someone who rewrites the tail and the head together is caught only by a
//     head written down elsewhere.
//   - Every word a person wrote is encrypted under a key of its own, and the
//     keys live elsewhere (package roster). Forgetting a key forgets the word
//     in every copy of the journal, and the chain still verifies. What stays
//     visible of a forgotten word is its length.
//
// # The hash chain, byte for byte
//
// H is SHA-256, ‖ is concatenation, a salt is 16 random bytes of one part.
//
//	part(envelope)  = H(envelope salt ‖ envelope)
//	part(structure) = H(structure salt ‖ structure)
//	part(word)      = H(word salt ‖ word in UTF-8)
//	hash(n)         = H(hash(n-1) ‖ part(envelope) ‖ part(structure) ‖ part(word 1) ‖ part(word 2) …)
//	hash(-1)        = 32 zero bytes
//
// An export may withhold any part and give its hash instead, and Chain still
// yields hash(n). The salts keep a short part from being guessed by its hash.
//
// A sealed word is AES-256-GCM(key, nonce of 12 zero bytes, word salt ‖ word).
// The nonce may be constant because each key seals one word only; the salt is
// inside, so that it is forgotten with the key.
package journal
