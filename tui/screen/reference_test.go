package screen

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"kefi/tui/action"
	"kefi/tui/theme"
)

const referencePath = "../../docs/reference.md"

// TestReference holds that the page of verbs and keys is what the registry and
// the pages say. To write it again: go test ./tui/screen -run Reference -update
func TestReference(t *testing.T) {
	want := reference()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(referencePath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(referencePath)
	if err != nil || string(got) != want {
		t.Fatalf("docs/reference.md is not what the program says (%v); write it again with -update", err)
	}
	for _, a := range action.All() {
		if !strings.Contains(want, "`"+a.Synopsis+"`") {
			t.Errorf("%s is missing", a.Name)
		}
	}
}

// reference is the page of all verbs and keys.
func reference() string {
	var b strings.Builder
	b.WriteString("# Verbs and keys\n\nMade from the registry of actions and from the pages; do not edit. " +
		"`go test ./tui/screen -run Reference -update` writes it again.\n\n")
	b.WriteString(action.Reference())
	b.WriteString("## Keys everywhere\n\n")
	for _, k := range everywhere {
		fmt.Fprintf(&b, "* **%s** %s\n", k.keys, k.what)
	}
	b.WriteString("\n## Keys of the pages\n\nLetters count while the page has the keys: `Tab` gives them to it and back to your line. " +
		"What a key does depends on the row that is chosen; the last line of the screen always says it.\n\n")
	for _, p := range pageKeys() {
		fmt.Fprintf(&b, "* **%s**: %s\n", p.name, strings.Join(p.keys, " · "))
	}
	return b.String()
}

// everywhere are the keys of the input line and of the shell.
var everywhere = append([]helpKey{
	{"/, Ctrl+K", "the list of commands: type to narrow it, Enter runs one or begins its line, and what is not possible now says why"},
	{"?", "the same with the keys of this screen"},
	{"Ctrl+C", "leaves; asks first"},
}, helpKeys...)

type pageHelp struct {
	name string
	keys []string
}

// ofOnePlay is what a page's name or a hint says of the play in the picture.
var ofOnePlay = regexp.MustCompile(`(,| for| on| of)?( clause)? (#?[A-Z]?\d+[\d.a-z/]*|Arcadia|Hydra|votes?)\b( on clause \d)?`)

// pageKeys gathers the keys of every page that is kept as a golden screen, in
// the order of the pictures, as their footers name them.
func pageKeys() []pageHelp {
	var names []string
	keys, told := map[string][]string{}, map[string]bool{}
	for _, c := range shots() {
		sh := c.open(theme.Mono, nil, 100, 30)
		name := ofOnePlay.ReplaceAllString(sh.page().Name(sh.sight()), "")
		if name == "" {
			name = "The table"
		}
		for _, h := range everyHint(sh) {
			entry := "`" + h.Key + "` " + ofOnePlay.ReplaceAllString(h.Word, "")
			if told[name+entry] || strings.HasPrefix(h.Key, "/") {
				continue
			}
			told[name+entry] = true
			if keys[name] == nil {
				names = append(names, name)
			}
			keys[name] = append(keys[name], entry)
		}
	}
	pages := make([]pageHelp, len(names))
	for i, name := range names {
		pages[i] = pageHelp{name, keys[name]}
	}
	return pages
}

// everyHint is what a page's footer says without the keys, with them, and on
// each of its rows.
func everyHint(sh *Shell) []Hint {
	s := sh.sight()
	hints := sh.page().Hints(s)
	s.Focused = true
	down, _ := nextKey("<down>")
	for range 40 {
		hints = append(hints, sh.page().Hints(s)...)
		if _, taken := sh.page().Key(s, down); !taken {
			break
		}
	}
	return hints
}
