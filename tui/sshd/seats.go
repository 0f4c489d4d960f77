package sshd

import "sync"

// seats knows every session that is open, so that a seat can be taken over,
// emptied or, with the server, closed.
type seats struct {
	mu     sync.Mutex
	here   map[*session]bool
	closed error         // why no more sessions begin
	empty  chan struct{} // closed when it is closed and nobody is here
	kicks  int           // so far
	kicked map[place]int // the number of a seat's latest kick
	copies map[place]int // sessions that copy files
}

func newSeats() *seats {
	return &seats{here: map[*session]bool{}, kicked: map[place]int{}, copies: map[place]int{}, empty: make(chan struct{})}
}

// enter counts a session in, from its start and before it sits anywhere.
func (s *seats) enter(n *session) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed != nil {
		return s.closed
	}
	s.here[n] = true
	return nil
}

func (s *seats) leave(n *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.here, n)
	if s.closed != nil && len(s.here) == 0 {
		close(s.empty)
	}
}

// sit gives a session its place. Where it takes the seat alone, it returns
// those who have to leave it.
func (s *seats) sit(n *session, p place, alone bool) (older []*session, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n.visit.signedInBefore(s.kicked[p]) {
		return nil, ErrKicked
	}
	for o := range s.here {
		if alone && o.alone && o.at == p {
			older = append(older, o)
			o.alone = false // it has been told; nobody waits for it twice
		}
	}
	n.at, n.alone = p, alone
	return older, nil
}

// kick ends the sessions at a place and their connections.
func (s *seats) kick(p place, cause error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kicks++
	s.kicked[p] = s.kicks
	for n := range s.here {
		if n.at == p {
			n.dismiss(cause)
		}
	}
}

// close tells all sessions to go and lets no more in.
func (s *seats) close(cause error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed == nil && len(s.here) == 0 {
		close(s.empty)
	}
	s.closed = cause
	for n := range s.here {
		n.end(cause)
	}
}

func (s *seats) kicksSoFar() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kicks
}

// copying counts in a session that copies files; false where there are too
// many, in all or at the seat.
func (s *seats) copying(p place, l Limits) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := 0
	for _, n := range s.copies {
		all += n
	}
	if all >= l.Copying || s.copies[p] >= l.CopyingPerSeat {
		return false
	}
	s.copies[p]++
	return true
}

func (s *seats) copied(p place) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.copies[p]--; s.copies[p] == 0 {
		delete(s.copies, p)
	}
}
