package sshd

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"kefi/tui/words"
)

// receive shows a stranger the page at the door. It returns a guest where a
// code led to a seat. The page is the same for everyone, costs nothing, and is
// bounded in number and time.
func (d *Door) receive(s *session) (Guest, bool) {
	if int(d.strangers.Add(1)) > d.Limits.Strangers {
		d.strangers.Add(-1)
		s.say("Many people are at the door just now. Please try again in a few minutes.")
		s.status = 1
		return Guest{}, false
	}
	defer d.strangers.Add(-1)
	name := s.Permissions().Extensions[permStranger]
	d.Log.Info("stranger", "name", name, "from", s.visit.from)

	if !s.terminal || s.isVerb() {
		return Guest{}, d.tell(s, name)
	}
	timer := time.AfterFunc(d.Limits.StrangerStay, func() { s.end(ErrTimeUp) })
	defer timer.Stop()

	p := page{door: d, session: s, lang: fromEnvironment(s.env.vars), lines: newCooked(s.wire, s.wire)}
	p.keys = bufio.NewScanner(p.lines)
	var guest Guest
	var entered bool
	stayed := s.readLines(func() { guest, entered = p.show(name) })
	return guest, stayed && entered
}

// tell answers a stranger without a terminal. A verb was not done.
func (d *Door) tell(s *session, name string) (entered bool) {
	out := io.Writer(s.wire)
	if s.isVerb() {
		_, out = s.plainOutput()
		s.status = 1
	}
	fmt.Fprint(out, fromEnvironment(s.env.vars).Say(strangerText, name))
	return false
}

var strangerText = words.Mark(`kefi: policy exercises at a table.

This address is a meeting table, not a shell. Nothing is installed on your
computer, and nothing you do here can harm it.

We do not know the name "%s".

If you were invited, your invitation names a seat: ssh SEAT@ADDRESS asks for
the code that came with it. Unsure whether this is the right place? Compare the
fingerprint that SSH showed with the one in your invitation. They must be equal.
`)

var strangerPage = words.Mark(`
  kefi: policy exercises at a table

  This address is a meeting table, not a shell. Nothing is installed
  on your computer, and nothing you do here can harm it.

  We do not know the name "%s".

    1  I have an invitation code
    5  Leave

  Unsure whether this is the right place? Leave, and compare the
  fingerprint that SSH asked you about with the one in your invitation.
  They must be equal.

`)

// page is what a stranger with a terminal sees.
type page struct {
	door    *Door
	session *session
	lang    *words.Language
	lines   *cooked
	keys    *bufio.Scanner
}

func (p *page) show(name string) (Guest, bool) {
	fmt.Fprint(p.lines, p.lang.Say(strangerPage, name))
	for {
		choice, ok := p.ask(p.lang.Say("Your choice, then Enter:"))
		if !ok {
			return Guest{}, false
		}
		switch strings.ToLower(choice) {
		case "1":
			if guest, ok := p.enter(); ok {
				return guest, true
			}
		case "5", "q", "leave":
			return Guest{}, false
		default:
			p.tell(p.lang.Say("Please type 1 or 5."))
		}
	}
}

// enter asks for a seat and its code.
func (p *page) enter() (Guest, bool) {
	seat, ok := p.ask(p.lang.Say("Seat:"))
	if !ok {
		return Guest{}, false
	}
	code, ok := p.ask(p.lang.Say("Invitation code:"))
	if !ok {
		return Guest{}, false
	}
	visit := p.session.visit
	open, err := p.door.openedBy(p.session.ctx, visit.from, p.door.places(seat), code)
	if err != nil {
		p.tell(p.lang.Error(err))
		return Guest{}, false
	}
	at, ok := p.choose(open)
	if !ok {
		return Guest{}, false
	}
	visit.signIn()
	name, _ := ParseName(seat) // it named a place, so it is whole
	return Guest{Exercise: at.exercise, Seat: at.seat, Looks: name.Looks, Via: ViaCode}, true
}

// choose asks which of several exercises is meant.
func (p *page) choose(open []place) (place, bool) {
	if len(open) == 1 {
		return open[0], true
	}
	names := make([]string, len(open))
	for i, o := range open {
		names[i] = o.exercise
	}
	answer, _ := p.ask(p.lang.Say("You have this seat in several exercises.") + " " + p.lang.Say("Which one, %s?", strings.Join(names, p.lang.Say(" or "))))
	for _, o := range open {
		if o.exercise == strings.ToLower(answer) {
			return o, true
		}
	}
	p.tell(p.lang.Say("There is no such exercise here."))
	return place{}, false
}

func (p *page) ask(prompt string) (answer string, ok bool) {
	fmt.Fprint(p.lines, "  "+prompt+" ")
	if !p.keys.Scan() {
		return "", false
	}
	return strings.TrimSpace(p.keys.Text()), true
}

func (p *page) tell(sentence string) { fmt.Fprint(p.lines, "  "+sentence+"\n\n") }
