package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"kefi/tui/theme"
	"kefi/tui/words"
)

// keptInLanguages are the screens that are kept in the other languages, whose
// words are longer: what people look at most, in the sizes in which there is
// least room.
var keptInLanguages = []string{"table", "first-reading-list", "decide", "motion", "lobby", "closing", "closing-review"}

func TestLanguagesAtSmallSizes(t *testing.T) {
	for _, c := range shots() {
		if !slices.Contains(keptInLanguages, c.name) {
			continue
		}
		for _, code := range words.Codes()[1:] {
			t.Run(c.name+"/"+code, func(t *testing.T) {
				lang, _ := words.In(code)
				var all strings.Builder
				for _, w := range [][2]int{{80, 24}, {48, 11}} {
					all.WriteString("== " + itoa(w[0]) + "x" + itoa(w[1]) + "\n" + picture(t, c.open(theme.Mono, lang, w[0], w[1])))
				}
				golden.RequireEqual(t, all.String())
			})
		}
	}
}
