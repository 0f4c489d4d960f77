package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/time/rate"
)

// BenchmarkEcho measures from a key to its own echo on the same terminal, over
// loopback: on a bare SSH server that sends back what it is sent, and at a
// table with 100 seats, first while nothing else happens, then while another
// seat says a sentence at every tenth key.
//
//	go test ./cmd/kefi -run '^$' -bench Echo -benchtime 1x
func BenchmarkEcho(b *testing.B) {
	b.Run("bare", func(b *testing.B) {
		at := bareEcho(b)
		b.ResetTimer()
		reportDelays(b, at.echoes(b, func(int) {}))
	})
	b.Run("table", func(b *testing.B) {
		at := seatHundred(b)
		at[0].typed(b, "x") // the first key takes the focus
		at[0].typed(b, "\x7f")
		b.Run("quiet", func(b *testing.B) { reportDelays(b, at[0].echoes(b, func(int) {})) })
		b.Run("while others speak", func(b *testing.B) {
			said := 0
			reportDelays(b, at[0].echoes(b, func(key int) {
				if key%10 == 0 {
					said++
					at[1].typed(b, fmt.Sprintf("sentence %d\r", said))
				}
			}))
		})
	})
}

const (
	keysAtOnce = 24 // typed before the line is emptied again
	keyRate    = 40 // a second: faster than people type, slower than what a door bounds
)

// echoes types letters one by one, each once the one before is seen, and gives
// how long each took.
func (t *terminal) echoes(b *testing.B, before func(key int)) []time.Duration {
	b.Helper()
	var delays []time.Duration
	pace := rate.NewLimiter(keyRate, 1)
	for round := range 20 * b.N {
		text := fmt.Sprintf("%02d", round%100)
		for range keysAtOnce {
			if err := pace.Wait(b.Context()); err != nil {
				b.Fatal(err)
			}
			before(len(delays))
			text += string(rune('a' + len(delays)*7%26))
			key := text[len(text)-1:]
			if len(text) == 3 {
				key = text
			}
			seen := t.await(text)
			start := time.Now()
			t.typed(b, key)
			delays = append(delays, t.hear(b, seen, text).Sub(start))
		}
		t.typed(b, strings.Repeat("\x7f", len(text)))
	}
	return delays
}

func reportDelays(b *testing.B, delays []time.Duration) {
	slices.Sort(delays)
	b.ReportMetric(ms(delays[len(delays)/2]), "p50-ms")
	b.ReportMetric(ms(delays[len(delays)*99/100]), "p99-ms")
	b.ReportMetric(ms(delays[len(delays)-1]), "max-ms")
	b.ReportMetric(0, "ns/op")
}

// seatHundred seats 100 terminals of 100x30 at one table.
func seatHundred(b *testing.B) []*terminal {
	b.Helper()
	const n = 100
	seats := crowd(n)
	keys := newKeyring(b, append(seats, "chair")...)
	s := serve(b, "--scenario", crowdedScenario(b, n), "--name", "crowd", "--seats", keys.seatsFile(b), "--acts-per-minute", "1000000")
	chair, err := s.dial("chair", gossh.PublicKeys(keys.signer(b, "chair")))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { chair.Close() })
	for _, line := range []string{"start", "phase table", "item 3", "floor arcadia 30m"} {
		if a := verb(b, chair, line); a.status != 0 {
			b.Fatal(a)
		}
	}
	at := make([]*terminal, n)
	for i, id := range seats {
		at[i] = sitDown(b, s, keys, id)
		at[i].mustSee(b, "EXERCISE")
	}
	return at
}

// bareEcho is a terminal at a server that does nothing but send back the line
// typed so far.
func bareEcho(b *testing.B) *terminal {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { listener.Close() })
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		b.Fatal(err)
	}
	config := &gossh.ServerConfig{NoClientAuth: true}
	config.AddHostKey(signer)
	go echoOne(listener, config)
	client, err := gossh.Dial("tcp", listener.Addr().String(), &gossh.ClientConfig{
		User: "echo", HostKeyCallback: gossh.FixedHostKey(signer.PublicKey()),
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { client.Close() })
	session, err := client.NewSession()
	if err != nil {
		b.Fatal(err)
	}
	t := &terminal{seat: "echo"}
	if t.in, err = session.StdinPipe(); err != nil {
		b.Fatal(err)
	}
	session.Stdout = t
	if err := session.Shell(); err != nil {
		b.Fatal(err)
	}
	return t
}

// echoOne serves one connection with one channel.
func echoOne(listener net.Listener, config *gossh.ServerConfig) {
	conn, err := listener.Accept()
	if err != nil {
		return
	}
	_, channels, requests, err := gossh.NewServerConn(conn, config)
	if err != nil {
		return
	}
	go gossh.DiscardRequests(requests)
	for asked := range channels {
		channel, requests, err := asked.Accept()
		if err != nil {
			return
		}
		go func() {
			for r := range requests {
				_ = r.Reply(true, nil)
			}
		}()
		echoLine(channel)
	}
}

func echoLine(channel io.ReadWriter) {
	var line []byte
	buf := make([]byte, 256)
	for {
		n, err := channel.Read(buf)
		if err != nil {
			return
		}
		for _, c := range buf[:n] {
			if c == 0x7f {
				line = line[:0]
				continue
			}
			line = append(line, c)
		}
		if _, err := channel.Write(append(slices.Clone(line), '\r')); err != nil {
			return
		}
	}
}
