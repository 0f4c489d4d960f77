package words

import "strings"

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

// Locale gives the language of a locale as programs name it: fr_CH.UTF-8. One
// that names none of ours, such as C, gives English and false.
func Locale(name string) (*Language, bool) {
	if end := strings.IndexAny(name, "_.@-"); end >= 0 {
		name = name[:end]
	}
	return In(strings.ToLower(name))
}
