package main

import (
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// listen has a seat follow the exercise in plain lines, as a screen reader
// does: a session without a terminal and without a verb.
func (c *cast) listen(seat exercise.SeatID) {
	c.Helper()
	client, err := c.server.dial(seat, gossh.PublicKeys(c.keys.signer(c.T, seat)))
	if err != nil {
		c.Fatalf("%s cannot come in: %v", seat, err)
	}
	c.Cleanup(func() { _ = client.Close() })
	session, err := client.NewSession()
	if err != nil {
		c.Fatal(err)
	}
	if _, err := session.StdinPipe(); err != nil { // stays open: nothing is typed
		c.Fatal(err)
	}
	heard := &printed{}
	session.Stdout, session.Stderr = heard, heard
	if err := session.Shell(); err != nil {
		c.Fatal(err)
	}
	c.heard[seat] = append(c.heard[seat], heard)
}

// collect searches all that terminals and listeners were sent, byte by byte.
func (c *cast) collect() {
	c.Helper()
	for seat, s := range c.stages {
		c.heard[seat] = append(c.heard[seat], &s.printed)
	}
	for seat, all := range c.heard {
		for _, heard := range all {
			c.secrets.search(c.T, seat, "the session", heard.String())
			c.given[seat] += heard.String()
		}
	}
}
