package screen

import (
	"slices"
	"strings"

	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Preferences are how a seat likes its screen. They are kept with the seat, by
// name, in the words that follow the verb of that name: "look" is "mono". The
// zero Preferences are those of a seat that has chosen nothing.
type Preferences struct {
	Look    theme.Look
	Bell    bool // rings when something newly asks for the seat
	NoMouse bool // leaves the mouse to the terminal
	Reorder bool // the terminal does not draw right-to-left text as it is read
	// Language is what the seat is spoken to in; nil is English. Liked leaves
	// it: what is kept is one thing of several that decide it.
	Language *words.Language
}

// Liked reads what is kept of a seat. What is not known counts as not chosen.
func Liked(kept map[string]string) Preferences {
	look, _ := theme.Parse(kept["look"])
	p := Preferences{Look: look}
	for name, word := range kept {
		if s, ok := switches[name]; ok && (word == "on" || word == "off") {
			s.turn(&p, word == "on")
		}
	}
	return p
}

// switches are what a seat turns on and off, by the verb that does it, with
// what it is then told.
var switches = map[string]struct {
	turn    func(*Preferences, bool)
	on, off string
}{
	"bell": {
		func(p *Preferences, on bool) { p.Bell = on },
		words.Mark("The bell is on: it rings when something newly asks for you."), words.Mark("The bell is off."),
	},
	"reorder": {
		func(p *Preferences, on bool) { p.Reorder = on },
		words.Mark("Right-to-left text is put in order for your terminal."), words.Mark("Right-to-left text is left to your terminal."),
	},
	"mouse": {
		func(p *Preferences, on bool) { p.NoMouse = !on },
		words.Mark("The mouse is on: click what you see, drag to copy."), words.Mark("The mouse is your terminal's now: mark and copy as it does."),
	},
}

// Chosen does what a verb of the seat's has chosen elsewhere, and kept there.
// It leaves page, text and cursor alone.
func (sh *Shell) Chosen(q action.Query) []Act {
	return slices.DeleteFunc(sh.query(q), func(a Act) bool {
		_, kept := a.(Remember)
		return kept
	})
}

// turn turns one of the switches.
func (sh *Shell) turn(name, word string) []Act {
	s, on := switches[name], word == "on"
	s.turn(&sh.likes, on)
	says := s.off
	if on {
		says = s.on
	}
	sh.note = note{text: sh.lang.Say(says)}
	acts := []Act{Remember{Name: name, Value: word}}
	if name == "bell" && on {
		acts = append(acts, Ring{}) // so that one hears it, or not
	}
	return acts
}

// setLook changes the look, or says which there are.
func (sh *Shell) setLook(args []string) []Act {
	if len(args) == 0 {
		sh.note = note{text: sh.lang.Say("The looks are %s. For example: /look mono", strings.Join(lookNames(), ", "))}
		return nil
	}
	acts := []Act{Remember{Name: "look", Value: args[0]}}
	look, drawn := theme.Parse(args[0])
	if !drawn { // plain
		sh.note = note{text: sh.lang.Say("This seat is read out in plain lines from your next sign-in on; look auto there brings the screen back.")}
		return acts
	}
	sh.likes.Look = look
	sh.note = note{text: sh.lang.Say("This seat is drawn %s from now on.", look)}
	if look == theme.Auto {
		acts = append(acts, sh.gaugeAgain()...)
	}
	return append(acts, Redraw{})
}

func lookNames() []string {
	var names []string
	for _, l := range theme.Looks() {
		names = append(names, string(l))
	}
	return append(names, "plain")
}

// setLanguage changes the language, or says which there are.
func (sh *Shell) setLanguage(args []string) []Act {
	if len(args) == 0 {
		sh.note = note{text: sh.lang.Say("kefi speaks English to you.") + " " + sh.lang.Say("The languages are %s. For example: %s", strings.Join(words.Codes(), ", "), "/language fr")}
		return nil
	}
	sh.lang, _ = words.In(args[0])
	sh.note = note{text: sh.lang.Say("kefi speaks English to you.")}
	return []Act{Remember{Name: "language", Value: args[0]}, Redraw{}}
}
