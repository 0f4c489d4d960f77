package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"net"
	"strings"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// invitation is what one guest needs to come in.
type invitation struct {
	seat exercise.Seat
	line string // ssh -p 2222 arcadia@192.0.2.7
	code string
}

// newCode makes a new code for a seat: six words for those who lead or keep
// the record, four for everyone else. The old code stops working.
func newCode(ctx context.Context, r roster.Roster, name string, seat exercise.Seat) (string, error) {
	words := 4
	if seat.Has(exercise.Chair, exercise.Control, exercise.SimCell, exercise.Recorder, exercise.Evaluator) {
		words = 6
	}
	code := roster.NewCode(words, rand.Reader)
	return code, r.SetCode(ctx, place(name, seat.ID), code)
}

// reach is how guests reach the server, as they type it.
type reach struct {
	host, port string
	several    bool // exercises: the seat's name then carries its exercise
}

func newReach(listen string, several bool) reach {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		host, port = listen, "22"
	}
	if ip := net.ParseIP(host); host == "" || (ip != nil && ip.IsUnspecified()) {
		host = outwardAddress()
	}
	return reach{host, port, several}
}

func (r reach) line(name string, seat exercise.SeatID) string {
	user := string(seat)
	if r.several {
		user += "." + name
	}
	if r.port == "22" {
		return fmt.Sprintf("ssh %s@%s", user, r.host)
	}
	return fmt.Sprintf("ssh -p %s %s@%s", r.port, user, r.host)
}

// copyLine copies one of the seat's files to where it is typed.
func (r reach) copyLine(name string, seat exercise.SeatID, file string) string {
	line := strings.Replace(r.line(name, seat), "ssh ", "scp ", 1)
	return strings.Replace(line, " -p ", " -P ", 1) + ":" + file + " ."
}

// outwardAddress is this machine's first address that is not its own loopback.
func outwardAddress() string {
	addrs, _ := net.InterfaceAddrs()
	for _, a := range addrs {
		if ip, ok := a.(*net.IPNet); ok && !ip.IP.IsLoopback() && ip.IP.To4() != nil {
			return ip.IP.String()
		}
	}
	return "127.0.0.1"
}

// printInvitations lists one ready-to-paste line a seat.
func printInvitations(w io.Writer, list []invitation) {
	seats, lines := 0, 0
	for _, i := range list {
		seats, lines = max(seats, len(i.seat.Name)), max(lines, len(i.line))
	}
	for _, i := range list {
		row := fmt.Sprintf("    %-*s  %-*s", seats, i.seat.Name, lines, i.line)
		if i.code != "" {
			row += "  code " + i.code
		}
		fmt.Fprintln(w, strings.TrimRight(row, " "))
	}
}
