package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kefi/tui/theme"
)

func TestLettersForAllThatIsSaid(t *testing.T) {
	s := &Sight{Theme: theme.For(theme.Mono, true)}
	for _, text := range []string{
		"The quick brown fox jumps over the lazy dog, 0123456789.", "Où la présidence a-t-elle forcé Noël ? Ça, « jamais » : à l'article 3.",
		"¿Señor, cuándo está la mesa? ¡Así!", "[shall κ2 φ1 | should ε1] “48” — 72…",
	} {
		lines, known := s.enlarged(plain(text), 190)
		if !known {
			t.Errorf("there is no letter for all of %q", text)
		}
		for _, line := range lines {
			if w := ansi.StringWidth(line); w > 190 {
				t.Errorf("%q is drawn %d cells wide", text, w)
			}
		}
	}
}

func TestALetterIsDrawn(t *testing.T) {
	s := &Sight{Theme: theme.For(theme.Mono, true)}
	lines, _ := s.enlarged(plain("H1"), 60)
	want := "█   █  ▄█   \n█▄▄▄█   █   \n█   █   █   \n▀   ▀  ▀▀▀  \n"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("H1 is drawn\n%s", got)
	}
}

func TestOtherScriptsAreShownAsTheyAre(t *testing.T) {
	s := &Sight{Theme: theme.For(theme.Mono, true)}
	if _, known := s.enlarged(plain("Article 3: 通知"), 190); known {
		t.Error("a text is drawn large without letters for all of it")
	}
}
