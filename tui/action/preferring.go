package action

import "kefi/tui/words"

// What a person likes of their own screen, and in which language. It is kept
// with the seat.
var preferring = []Action{
	{
		Name: "look", Synopsis: "look [WORD]", Example: "look mono", Also: []string{"look"},
		Help: "Changes how the screen looks.",
		Kind: Prefer, query: readLook,
		Elsewhere: words.Mark("A look is for a screen, and kept for yours."),
	},
	{
		Name: "bell", Synopsis: "bell on|off", Example: "bell on", Also: []string{"bell off"},
		Help: "Rings when something newly asks for you; it is off until you turn it on.",
		Kind: Prefer, query: readSwitch,
		Elsewhere: words.Mark("Kept for your screen. Here everything is said as it happens, and nothing rings."),
	},
	{
		Name: "mouse", Synopsis: "mouse on|off", Example: "mouse off", Also: []string{"mouse on"},
		Help: "Leaves the mouse to your terminal, to mark and copy as it does; on lets you click and drag here.",
		Kind: Prefer, query: readSwitch,
		Elsewhere: words.Mark("Kept for your screen. These lines leave the mouse to your terminal."),
	},
	{
		Name: "language", Aliases: []string{"lang", "langue", "idioma"},
		Synopsis: "language [en|fr|es]", Example: "language fr", Also: []string{"language", "language español"},
		Help: "Chooses the language in which kefi speaks to you: English, français or español.",
		Kind: Prefer, query: readLanguage,
		Elsewhere: words.Mark("kefi speaks English to you."),
	},
}

// looks are those that a screen can have, and the one that needs none.
var looks = []string{"auto", "dark", "light", "contrast", "mono", "ascii", "large", "plain"}

func readLook(l *line) []string {
	if l.done() {
		return nil
	}
	return []string{l.choice("a look", looks...)}
}

func readSwitch(l *line) []string { return []string{l.choice("on or off", "on", "off")} }

// readLanguage gives the code of a language, whatever it was called.
func readLanguage(l *line) []string {
	if l.done() {
		return nil
	}
	name := l.word("a language")
	lang, ok := words.Named(name)
	if l.err == nil && !ok {
		l.fail("kefi does not speak %q, but English, français and español: en, fr or es.", shorten(name))
	}
	return []string{lang.Code()}
}
