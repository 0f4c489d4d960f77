package words

import (
	"slices"
	"strings"
)

// called is what people call each language: its code, its own name and the
// others' names for it, with and without accents.
var called = map[string]string{
	"en": "en", "english": "en", "anglais": "en", "inglés": "en", "ingles": "en",
	"fr": "fr", "french": "fr", "français": "fr", "francais": "fr", "francés": "fr", "frances": "fr",
	"es": "es", "spanish": "es", "espagnol": "es", "español": "es", "espanol": "es",
}

// Named gives a language by what people call it, in any case. An unknown name
// gives English and false.
func Named(name string) (*Language, bool) {
	return In(called[strings.ToLower(name)])
}

// yes is how people say it, in any of the languages.
var yes = []string{"yes", "y", "oui", "o", "sí", "si", "s"}

// Yes says that an answer is a plain yes, in any of the languages and in any
// case.
func Yes(answer string) bool {
	return slices.Contains(yes, strings.ToLower(strings.TrimSpace(answer)))
}

// Locale gives the language of a locale as programs name it: fr_CH.UTF-8. One
// that names none of ours, such as C, gives English and false.
func Locale(name string) (*Language, bool) {
	if end := strings.IndexAny(name, "_.@-"); end >= 0 {
		name = name[:end]
	}
	return In(strings.ToLower(name))
}
