package screen

import "kefi/tui/theme"

// Preferences are how a seat likes its screen. They are kept with the seat, by
// name, in the words that follow the verb of that name: "look" is "mono". The
// zero Preferences are those of a seat that has chosen nothing.
type Preferences struct {
	Look theme.Look
}

// Liked reads what is kept of a seat. What is not known counts as not chosen.
func Liked(kept map[string]string) Preferences {
	look, _ := theme.Parse(kept["look"])
	return Preferences{Look: look}
}
