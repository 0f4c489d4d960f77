// Package roster keeps what may be forgotten, apart from the journals that
// may not: hashed invitation codes, bound keys, the keys of words, forms of
// address, looks, unsent drafts, reading traces, answers not yet revealed.
// One roster serves all exercises of a server.
//
// What it promises:
//
//   - What a method stored is still there when the roster is opened again,
//     as far as the back end says so.
//   - A forgotten thing is gone from the roster's files, not only unlisted.
//     Copies of the files made before remember it; keep only the last.
//   - A code is never stored, only a slow salted hash of it, and checking one
//     takes the same time whether or not there is one.
//
// Nothing here decides anything: who may sit down, what is removed and when
// is for the caller.
package roster
