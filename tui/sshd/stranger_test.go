package sshd_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"kefi/tui/sshd"
)

func TestAStrangerMeetsThePage(t *testing.T) {
	o := serve(t, nil)
	rows := []struct{ user, shows string }{
		{"guest", `the name "guest"`},
		{"arcadia.winter", `the name "arcadia.winter"`},
		{"arcadia+huge", `the name "arcadia+huge"`},
		{"\x1b]52;c;eA==\a", `the name "\x1b]52;c;eA==\a"`},
		{"a\nb", `the name "a\nb"`},
		{"", `the name ""`},
		{strings.Repeat("x", 100_000), strings.Repeat("x", 64) + `..."`},
		{"\u0430rcadia", `the name "\u0430rcadia"`}, // a Cyrillic letter
	}
	for _, r := range rows {
		w := o.window(t, o.client(t, r.user))
		w.sees(t, r.shows)
		if strings.Contains(w.shown.String(), "]52;c;eA==\a") {
			t.Error("a name was written as it came")
		}
	}
	for _, line := range strings.Split(o.log.String(), "\n") {
		if strings.ContainsAny(line, "\x1b\a") || len(line) > 300 {
			t.Errorf("the log holds %.400q", line)
		}
	}
}

// What is offered is numbered without gaps in every language, and whatever has
// a number is taken.
func TestTheStrangersChoicesAreNumberedWithoutGaps(t *testing.T) {
	o := serve(t, nil)
	for _, lang := range []string{"en_GB.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8"} {
		s := o.window(t, o.client(t, "guest"), "LANG="+lang)
		s.sees(t, "Enter") // the prompt, below the page
		var numbers []string
		for line := range strings.Lines(s.shown.String()) {
			if fields := strings.Fields(line); len(fields) > 1 && len(fields[0]) == 1 && fields[0] >= "0" && fields[0] <= "9" {
				numbers = append(numbers, fields[0])
			}
		}
		if got := strings.Join(numbers, ""); got != "1234" {
			t.Errorf("in %s they are numbered %q:\n%s", lang, got, s.shown)
		}
	}
}

func TestAStrangerMayLeave(t *testing.T) {
	o := serve(t, nil)
	for _, key := range []string{"4\r", "Q\r", "\x03", "\x04"} {
		w := o.window(t, o.client(t, "guest"))
		w.sees(t, "Your choice")
		_, _ = io.WriteString(w.in, key)
		if got := status(w.Wait()); got != 0 {
			t.Errorf("%q ended with %d", key, got)
		}
	}
}

func TestAStrangerMayEnterWithACode(t *testing.T) {
	o := serve(t, nil)
	w := o.window(t, o.client(t, "guest"))
	type_ := func(line, then string) {
		t.Helper()
		_, _ = io.WriteString(w.in, line+"\r")
		w.sees(t, then)
	}
	w.sees(t, "Your choice")
	type_("5", "Please type 1, 2, 3 or 4.")
	type_("2", "Whoever runs this server has been told that you knocked.")
	type_("2", "Write to them too")
	if got := strings.Count(o.log.String(), "lost an invitation"); got != 1 {
		t.Errorf("the log tells it %d times", got)
	}
	type_("h", "High contrast from now on.")
	type_("1", "Seat: ")
	type_("arcadia", "Invitation code: ")
	type_("amber boat calm dusk", "does not open this seat")
	type_("1", "Seat: ")
	type_("ARCADIA+mono", "Invitation code: ")
	type_(springCode, "screen of arcadia in spring by code [mono contrast]")

	// It sits there as anyone does.
	o.window(t, o.as(t, "arcadia")).sees(t, "screen of arcadia")
	w.sees(t, sshd.ErrTakenOver.Error())
}

func TestAStrangerWithoutATerminal(t *testing.T) {
	o := serve(t, nil)
	c := o.client(t, "guest")
	shell := newSession(t, c)
	if err := shell.Shell(); err != nil {
		t.Fatal(err)
	}
	if got := status(shell.Wait()); got != 0 {
		t.Errorf("a shell ended with %d", got)
	}
	if got := strings.Count(shell.shown.String(), "\n"); got != 10 {
		t.Errorf("the text has %d lines, not ten:\n%s", got, shell.shown)
	}
	if got := status(newSession(t, c).Run("view")); got != 1 {
		t.Errorf("a verb, which was not done, ended with %d", got)
	}
}

func TestStrangersAreBoundedInNumber(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.Strangers = 2 })
	first, second := o.window(t, o.client(t, "guest")), o.window(t, o.client(t, "guest"))
	first.sees(t, "Your choice")
	second.sees(t, "Your choice")
	third := o.window(t, o.client(t, "guest"))
	third.sees(t, "Many people are at the door")
}

func TestStrangersAreBoundedInTime(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.StrangerStay = 300 * time.Millisecond })
	w := o.window(t, o.client(t, "guest"))
	w.sees(t, "Your choice")
	w.sees(t, sshd.ErrTimeUp.Error())
	if got := status(w.Wait()); got != 1 {
		t.Errorf("it ended with %d", got)
	}
}

func TestNoStrangers(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Strangers = false })
	for _, user := range []string{"guest", "", "\x1b[2J", strings.Repeat("x", 1000)} {
		if c, err := o.dial(user, answers(nil, springCode)); err == nil {
			c.Close()
			t.Errorf("%.20q was let in", user)
		}
	}
}

func TestAStrangerMayRehearse(t *testing.T) {
	o := serve(t, func(o *sshd.Options) {
		o.Limits.Rehearsals = 1
		o.Limits.StrangerStay = time.Second
	})
	type_ := func(w *window, line, then string) {
		t.Helper()
		_, _ = io.WriteString(w.in, line+"\r")
		w.sees(t, then)
	}
	first, second := o.window(t, o.client(t, "guest")), o.window(t, o.client(t, "guest"))
	first.sees(t, "Your choice")
	second.sees(t, "Your choice")
	type_(first, "n", "No colour from now on.")
	type_(first, "3", "a rehearsal [mono]")
	type_(second, "3", "Many people rehearse just now.")
	if got := status(second.Wait()); got != 1 {
		t.Errorf("one too many ended with %d", got)
	}
	first.sees(t, sshd.ErrTimeUp.Error()) // a rehearsal does not last for ever
	_ = first.Wait()
}
