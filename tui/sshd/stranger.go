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

	if !s.terminal || s.passes() {
		return Guest{}, d.tell(s, name)
	}
	timer := time.AfterFunc(d.Limits.StrangerStay, func() { s.end(ErrTimeUp) })
	defer timer.Stop()

	lang, _ := fromEnvironment(s.env.vars)
	p := page{door: d, session: s, lang: lang, lines: newCooked(s.wire, s.wire, Size{}, nil)}
	p.keys = bufio.NewScanner(p.lines)
	var next choice
	stayed := s.readLines(func() { next = p.show(name) })
	if stayed && next.rehearse {
		timer.Reset(d.Limits.StrangerStay)
		s.visit.stay(d.Limits.StrangerStay + d.Limits.Farewell)
		p.rehearse()
	}
	return next.guest, stayed && next.enter
}

// tell answers a stranger without a terminal. A verb was not done.
func (d *Door) tell(s *session, name string) (entered bool) {
	out := io.Writer(s.wire)
	if s.passes() {
		out = s.answer().Err
		s.status = 1
	}
	lang, _ := fromEnvironment(s.env.vars)
	fmt.Fprint(out, lang.Say(strangerText, name))
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

  We do not know the name "%s". Which seat were you invited to?

    1  I have an invitation code
    2  I lost my invitation
    3  Try a five-minute rehearsal, alone with two patient robots
    4  Leave

  Easier to read?   p  plain sentences, for screen readers and braille
                    h  high contrast    n  no colour    +  larger

  Unsure whether this is the right place? Leave, and compare the
  fingerprint that SSH asked you about with the one in your
  invitation. They must be equal.

`)

// page is what a stranger with a terminal sees.
type page struct {
	door    *Door
	session *session
	lang    *words.Language
	lines   *cooked
	keys    *bufio.Scanner
	looks   []Look // for what follows
	knocked bool   // the operator has been told of a lost invitation
}

// choice is what a stranger leaves the page for; the zero choice is out.
type choice struct {
	guest    Guest
	enter    bool
	rehearse bool
}

// readable are the looks that can be chosen at the door, and what is said then.
var readable = map[string]struct {
	look Look
	says string
}{
	"p": {Plain, words.Mark("Plain sentences from now on.")},
	"h": {Contrast, words.Mark("High contrast from now on.")},
	"n": {Mono, words.Mark("No colour from now on.")},
	"+": {Large, words.Mark("Larger parts from now on.")},
}

func (p *page) show(name string) choice {
	fmt.Fprint(p.lines, p.lang.Say(strangerPage, name))
	for {
		answer, ok := p.ask(p.lang.Say("Your choice, then Enter:"))
		if !ok {
			return choice{}
		}
		answer = strings.ToLower(answer)
		if look, ok := readable[answer]; ok {
			p.looks = append(p.looks, look.look)
			p.tell(p.lang.Say(look.says))
			continue
		}
		switch answer {
		case "1":
			if guest, ok := p.enter(); ok {
				return choice{guest: guest, enter: true}
			}
		case "2":
			p.lost(name)
		case "3":
			return choice{rehearse: true}
		case "4", "q", "leave":
			return choice{}
		default:
			p.tell(p.lang.Say("Please type 1, 2, 3 or 4."))
		}
	}
}

// rehearse lets a stranger try a table, if not too many do.
func (p *page) rehearse() {
	d, s := p.door, p.session
	defer d.rehearsals.Add(-1)
	if int(d.rehearsals.Add(1)) > d.Limits.Rehearsals {
		s.say(p.lang.Say("Many people rehearse just now. Please try again in a few minutes."))
		s.status = 1
		return
	}
	guest := Guest{Looks: p.looks, Language: p.lang}
	if s.term == "dumb" {
		guest.Looks = append(guest.Looks, Plain)
	}
	d.Handler.Rehearse(s.ctx, guest, s.screen())
	if s.ctx.Err() == nil {
		s.say(p.lang.Say("That was the rehearsal; nothing of it was kept. To take part, use the line in your invitation: ssh SEAT@ADDRESS."))
	}
}

// lost tells the operator, once, that somebody stands here without an
// invitation.
func (p *page) lost(name string) {
	if !p.knocked {
		p.knocked = true
		p.door.Log.Warn("somebody at the door has lost an invitation", "name", name, "from", p.session.visit.from)
	}
	p.tell(p.lang.Say("Whoever runs this server has been told that you knocked. Write to them too: they can send you a new code."))
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
	return Guest{Exercise: at.exercise, Seat: at.seat, Looks: append(name.Looks, p.looks...), Via: ViaCode}, true
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
