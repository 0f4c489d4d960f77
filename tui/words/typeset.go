package words

import "strings"

// bound is a space at which no line is broken.
const bound = "\u00a0"

// signs are what French sets a space before or after.
var signs = strings.NewReplacer(" :", bound+":", " ;", bound+";", " ?", bound+"?", " !", bound+"!", "« ", "«"+bound, " »", bound+"»")

// Typeset binds signs to the words beside them as the language does, for a text
// that is going to be broken into lines.
func (l *Language) Typeset(text string) string {
	if l.Code() != "fr" {
		return text
	}
	return signs.Replace(text)
}
