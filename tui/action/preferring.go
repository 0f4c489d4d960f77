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
		Name: "reorder", Aliases: []string{"rtl"}, Synopsis: "reorder on|off", Example: "reorder on", Also: []string{"reorder off"},
		Help: "Puts Arabic, Hebrew or Persian text in order for a terminal that shows it the wrong way round.",
		Kind: Prefer, query: readSwitch,
		Elsewhere: words.Mark("Kept for your screen. These lines keep the order in which they are written; your terminal turns them."),
	},
	{
		Name: "copy", Synopsis: "copy [ID]", Example: "copy 3", Also: []string{"copy", "copy 3.1", "copy A16", "copy #148"},
		Help: "Shows a text bare, to be marked and copied with the terminal's own mouse: the clause in hand, or what an id names.",
		Kind: Serve, query: readCopy,
		Elsewhere: words.Mark("These lines can be copied as they are: text 3 says a clause, read A1 an amendment."),
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

func readCopy(l *line) []string {
	if l.done() {
		return nil
	}
	return readRead(l)
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
