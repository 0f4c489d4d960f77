package words_test

import (
	"testing"

	"kefi/tui/words"
)

func TestSignsAreBoundToTheirWords(t *testing.T) {
	french, _ := words.In("fr")
	spanish, _ := words.In("es")
	const text = "Il dit : « 24 ; 48 ? »"
	if got, want := french.Typeset(text), "Il dit\u00a0: «\u00a024\u00a0; 48\u00a0?\u00a0»"; got != want {
		t.Errorf("it is %q, not %q", got, want)
	}
	for _, lang := range []*words.Language{nil, spanish} {
		if got := lang.Typeset(text); got != text {
			t.Errorf("%s: %q", lang.Code(), got)
		}
	}
}
