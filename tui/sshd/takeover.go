package sshd

import (
	"slices"
	"time"

	"kefi/exercise"
)

// takeSeat seats whoever comes to stay. The newest takes a seat: the older
// session is told, and has gone or lost its channel when this one begins.
// Verbs sit nowhere, nor do those who copy files.
func (d *Door) takeSeat(s *session, next func()) {
	place := s.guest.place()
	seat, known := d.Hall.Seat(place.exercise, place.seat)
	if !known {
		s.say("That exercise is no longer held here.")
		s.status = 1
		return
	}
	older, err := d.seats.sit(s, place, !s.passes() && !isShared(seat))
	if err != nil {
		s.dismiss(err)
		return
	}
	for _, o := range older {
		o.end(ErrTakenOver)
		o.awaitEnd(d.Limits.Farewell)
	}
	if s.ctx.Err() == nil { // or a still newer one has come meanwhile
		next()
	}
}

// isShared says whether a seat takes any number of sessions.
func isShared(seat exercise.Seat) bool {
	return !slices.ContainsFunc(seat.Roles, func(r exercise.Role) bool {
		return r != exercise.Observer && r != exercise.Projector
	})
}

// awaitEnd waits until a session that was told to leave is over. After limit,
// its channel is closed under it.
func (s *session) awaitEnd(limit time.Duration) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-s.over:
	case <-timer.C:
		go func() { _ = s.wire.Close() }() // it may have to wait for the connection
	}
}
