package words_test

import (
	"testing"

	"kefi/tui/words"
)

func TestALanguageHasMoreNames(t *testing.T) {
	for name, want := range map[string]string{
		"fr": "fr", "FR": "fr", "Français": "fr", "francais": "fr", "french": "fr",
		"es": "es", "español": "es", "Espanol": "es", "en": "en", "English": "en",
		"": "", "de": "", "f": "", "fr_CH": "",
	} {
		if lang, ok := words.Named(name); ok != (want != "") || ok && lang.Code() != want {
			t.Errorf("%q is %s, %v", name, lang.Code(), ok)
		}
	}
}

func TestALocaleNamesALanguage(t *testing.T) {
	for name, want := range map[string]string{
		"fr_CH.UTF-8": "fr", "fr": "fr", "FR_fr@euro": "fr", "es-MX": "es", "en_US.UTF-8": "en",
		"C": "", "C.UTF-8": "", "POSIX": "", "": "", "de_DE.UTF-8": "", "_": "",
	} {
		if lang, ok := words.Locale(name); ok != (want != "") || ok && lang.Code() != want {
			t.Errorf("%q is %s, %v", name, lang.Code(), ok)
		}
	}
}

// Each language calls itself what people may type for it.
func TestALanguageAnswersToItsOwnName(t *testing.T) {
	for _, code := range words.Codes() {
		lang, _ := words.In(code)
		if named, ok := words.Named(lang.Name()); !ok || named != lang {
			t.Errorf("%s does not answer to %s", code, lang.Name())
		}
	}
}

func TestAYesIsOneInAnyLanguage(t *testing.T) {
	for answer, want := range map[string]bool{"y": true, "Yes": true, " OUI ": true, "Sí": true, "si": true, "": false, "no": false, "yes please": false} {
		if got := words.Yes(answer); got != want {
			t.Errorf("%q is a yes: %v", answer, got)
		}
	}
}
