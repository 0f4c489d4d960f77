// Package sshd is the door of kefi: it turns SSH connections into people at
// seats, and keeps out what would harm those who already sit.
//
// What it promises:
//
//   - Who someone is, is decided by a pure function of the user name and a
//     proved key or an invitation code, travels in Permissions.Extensions and
//     is read once after the handshake. Nothing that was merely offered counts.
//   - No caller, signed in or not, can make it hold more than a bounded amount
//     of memory, connections, channels or time (see [Limits]).
//   - A client that stops reading, stops answering or vanishes loses its own
//     connection and delays nobody else.
//   - One interactive session sits in a seat: the newest. Verbs never sit.
//     Observers and projectors may be many.
//   - Nothing private is logged: no code, no key, no line that someone typed.
//
// The door knows neither the table nor the screens. It states what it needs of
// them in [Hall], [Store] and [Handler].
package sshd
