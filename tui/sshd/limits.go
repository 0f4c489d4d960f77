package sshd

import "time"

// Limits bound what any caller may take. A zero field takes its default.
type Limits struct {
	// FirstBytes is how long a caller may take over its first 400 bytes, which
	// is less than any client's key-exchange packet. 20 s.
	FirstBytes time.Duration
	// SignIn is how long a caller may take until it has signed in: a person
	// compares a fingerprint and types a code meanwhile. 180 s.
	SignIn time.Duration
	// Unused is how long a connection may stay signed in without ever opening
	// a session. 30 s.
	Unused time.Duration
	// Waiting is how many callers may be on their way in, strangers included;
	// beyond it the oldest that has sent least goes. 400.
	Waiting int
	// WaitingPerAddress is the same for one address. A whole conference may be
	// one address. 250.
	WaitingPerAddress int
	// Channels is how many sessions one connection may have open at once. 4.
	Channels int
	// Keepalive is the pause between two questions whether the client is still
	// there; three without an answer end the connection. 15 s.
	Keepalive time.Duration
	// Stall is how long a write may make no progress before the connection is
	// closed. 10 s.
	Stall time.Duration
	// Farewell is how long a session that was told to leave may take to put the
	// terminal back. 2 s.
	Farewell time.Duration
	// Kick is the same for a session that control ends. 500 ms.
	Kick time.Duration
	// Strangers is how many strangers may read the page at the door. 50.
	Strangers int
	// StrangerStay is how long each of them may stay. 5 min.
	StrangerStay time.Duration
	// Rehearsals is how many of them may try a rehearsal at once. 10.
	Rehearsals int
	// Copying is how many sessions may copy files at once. 32.
	Copying int
	// CopyingPerSeat is the same for one seat. 4.
	CopyingPerSeat int
	// FreeGuesses is how many wrong codes an address may send before its
	// answers come slowly. 5.
	FreeGuesses int
	// SlowGuess is the first of the pauses after that; each is twice the one
	// before, up to eight times the first. 1 s.
	SlowGuess time.Duration
}

// withDefaults fills what was left at zero.
func (l Limits) withDefaults() Limits {
	durations := map[*time.Duration]time.Duration{
		&l.FirstBytes:   20 * time.Second,
		&l.SignIn:       180 * time.Second,
		&l.Unused:       30 * time.Second,
		&l.Keepalive:    15 * time.Second,
		&l.Stall:        10 * time.Second,
		&l.Farewell:     2 * time.Second,
		&l.Kick:         500 * time.Millisecond,
		&l.StrangerStay: 5 * time.Minute,
		&l.SlowGuess:    time.Second,
	}
	for field, value := range durations {
		if *field == 0 {
			*field = value
		}
	}
	counts := map[*int]int{
		&l.Waiting:           400,
		&l.WaitingPerAddress: 250,
		&l.Channels:          4,
		&l.Strangers:         50,
		&l.Rehearsals:        10,
		&l.Copying:           32,
		&l.CopyingPerSeat:    4,
		&l.FreeGuesses:       5,
	}
	for field, value := range counts {
		if *field == 0 {
			*field = value
		}
	}
	return l
}
