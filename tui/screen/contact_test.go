package screen

import (
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"kefi/tui/theme"
	"kefi/tui/words"
)

// The contact sheets show every screen as its terminal draws it: a sheet for
// each size that people mostly have, one of a few screens in wide windows, one of
// all looks, and one of the other languages. To draw them: go test ./tui/screen -run ContactSheets -update
const sheetsDir = "../../docs/screens"

// sheetSizes are those that have a sheet of all screens, and how many columns
// it has.
var sheetSizes = []struct{ width, height, columns int }{{100, 30, 4}, {80, 24, 5}, {60, 18, 6}, {48, 11, 7}}

// inWide are the screens of the sheet of wide windows.
var inWide = []string{"table", "first-reading-list", "sheet", "amend", "chair", "lobby"}

// inLanguages are the screens of the sheet of languages.
var inLanguages = []string{"table", "first-reading-list", "decide", "caucus", "closing", "help"}

func TestContactSheetsShowEveryScreen(t *testing.T) {
	for _, size := range sheetSizes {
		sheet := contactSheet{columns: size.columns}
		for _, c := range shots() {
			sheet.add(c.name, c, theme.Dark, nil, size.width, size.height)
		}
		sheet.keep(t, fmt.Sprintf("%dx%d.svg", size.width, size.height))
	}
}

func TestContactSheetsShowWideWindowsLooksAndLanguages(t *testing.T) {
	wide, looks, spoken := contactSheet{columns: 2}, contactSheet{columns: 3}, contactSheet{columns: 2}
	for _, c := range shots() {
		if slices.Contains(inWide, c.name) {
			wide.add(c.name+" 200x50", c, theme.Dark, nil, 200, 50)
			wide.add(c.name+" 120x40", c, theme.Dark, nil, 120, 40)
		}
		for _, code := range words.Codes()[1:] {
			if lang, _ := words.In(code); slices.Contains(inLanguages, c.name) {
				spoken.add(c.name+" "+lang.Name(), c, theme.Dark, lang, 100, 30)
			}
		}
		for _, look := range theme.Looks() {
			if c.name == "table" {
				looks.add(string(look), c, look, nil, 100, 30)
			}
		}
	}
	wide.keep(t, "wide.svg")
	looks.keep(t, "looks.svg")
	spoken.keep(t, "languages.svg")
}

// contactSheet sets screens beside each other.
type contactSheet struct {
	columns int
	screens []sheetScreen
	styles  []string // in CSS; a screen names one by its place
}

type sheetScreen struct {
	name, body    string
	width, height int // in pixels
	light         bool
}

// Sizes of the sheets in pixels. A letter is six tenths as wide as its size.
const (
	sheetCell, sheetRow, sheetFont = 9, 19, 15
	sheetBase, sheetGap, caption   = 14, 24, 30
)

// add draws a screen, if the sheet is drawn.
func (c *contactSheet) add(name string, from shot, look theme.Look, lang *words.Language, width, height int) {
	if !updating() {
		c.screens = append(c.screens, sheetScreen{name: name})
		return
	}
	sh := from.open(look, lang, width, height)
	e := vt.NewEmulator(sh.width, sh.height)
	defer e.Close()
	f := sh.Frame(fixtureNow)
	fmt.Fprint(e, strings.Join(f.Lines, "\r\n"))
	var b strings.Builder
	if f.Cursor.Visible {
		fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" class="cursor"/>`+"\n", f.Cursor.X*sheetCell, f.Cursor.Y*sheetRow, sheetCell, sheetRow)
	}
	texts := map[string]string{} // by style, so that it is named once
	for y := range sh.height {
		c.row(texts, e, y)
	}
	for _, style := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(&b, "<g%s>\n%s</g>\n", style, texts[style])
	}
	fmt.Fprintf(&b, `<path d="%s" class="rule"/>`+"\n", sheetRules(e))
	c.screens = append(c.screens, sheetScreen{name, b.String(), sh.width * sheetCell, sh.height * sheetRow, sh.likes.Look == theme.Light})
}

// row draws a line's text, a stretch of one style at a time.
func (c *contactSheet) row(texts map[string]string, e *vt.Emulator, y int) {
	text, style, start := "", "", 0
	flush := func(end int) {
		words := strings.Trim(text, " ")
		if words != "" {
			lead := len(text) - len(strings.TrimLeft(text, " "))
			length := ""
			if n := cells(words); n > 3 { // where a font of another width would show
				length = fmt.Sprintf(` textLength="%d"`, n*sheetCell)
			}
			texts[style] += fmt.Sprintf(`<text x="%d" y="%d"%s>%s</text>`+"\n", (start+lead)*sheetCell, y*sheetRow+sheetBase, length, html.EscapeString(words))
		}
		text, start = "", end
	}
	for x := 0; x < e.Width(); {
		cell := e.CellAt(x, y)
		content := cell.Content
		if content == "" || ruled(content) != 0 {
			content = " "
		}
		if class := c.class(attributes(cell.Style)); content != " " && class != style {
			flush(x)
			style = class
		}
		text += content
		x += max(cell.Width, 1)
	}
	flush(e.Width())
}

// class names a style, the same on the whole sheet.
func (c *contactSheet) class(style string) string {
	if style == "" {
		return ""
	}
	i := slices.Index(c.styles, style)
	if i < 0 {
		i, c.styles = len(c.styles), append(c.styles, style)
	}
	return fmt.Sprintf(` class="s%d"`, i)
}

// sheetRules draws the hairlines of a screen, each in one stroke.
func sheetRules(e *vt.Emulator) string {
	is := func(x, y int, rule rune) bool {
		return x < e.Width() && y < e.Height() && ruled(e.CellAt(x, y).Content) == rule
	}
	var b strings.Builder
	for y := range e.Height() {
		for x := 0; x < e.Width(); x++ {
			from := x
			for is(x, y, '─') {
				x++
			}
			if x > from {
				fmt.Fprintf(&b, "M%d %dH%d", from*sheetCell, y*sheetRow+sheetRow/2, x*sheetCell)
			}
		}
	}
	for x := range e.Width() {
		for y := 0; y < e.Height(); y++ {
			from := y
			for is(x, y, '│') {
				y++
			}
			if y > from {
				fmt.Fprintf(&b, "M%d %dV%d", x*sheetCell+sheetCell/2, from*sheetRow, y*sheetRow)
			}
		}
	}
	return b.String()
}

// svg sets the screens in rows.
func (c *contactSheet) svg() string {
	var b strings.Builder
	x, y, tallest, widest := sheetGap, sheetGap, 0, 0
	for i, s := range c.screens {
		if i > 0 && i%c.columns == 0 {
			x, y, tallest = sheetGap, y+tallest+caption+sheetGap, 0
		}
		light := ""
		if s.light {
			light = " light"
		}
		fmt.Fprintf(&b, `<text x="%d" y="%d" class="caption">%s</text>`+"\n", x, y+20, html.EscapeString(s.name))
		fmt.Fprintf(&b, `<g transform="translate(%d %d)" class="screen%s"><rect x="-8" y="-6" width="%d" height="%d" rx="6" class="window"/>`+"\n%s</g>\n",
			x+8, y+caption+6, light, s.width+16, s.height+12, s.body)
		x, tallest = x+s.width+16+sheetGap, max(tallest, s.height+12)
		widest = max(widest, x)
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" width="%[1]d" height="%[2]d" xml:space="preserve"`+
		` font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="%[3]d">`+"\n<style>%[4]s</style>\n"+
		`<rect width="100%%" height="100%%" fill="#2b2d37"/>`+"\n%[5]s</svg>\n", widest, y+tallest+caption+sheetGap, sheetFont, c.css(), b.String())
}

func (c *contactSheet) css() string {
	css := ".screen{fill:#c9ced8}.light{fill:#22252e}.window{fill:#15161d}.light .window{fill:#fbfbf8}.cursor{fill:#c9ced8}.light .cursor{fill:#22252e}" +
		".rule{stroke:#6b7080;fill:none}.caption{fill:#e8e8ea;font-weight:bold;font-size:18px}"
	for i, s := range c.styles {
		css += fmt.Sprintf(".s%d{%s}", i, s)
	}
	return css
}

// keep draws the sheet anew with -update, and else checks that the one that is
// kept has all its screens: how each looks is for the golden files to say.
func (c *contactSheet) keep(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join(sheetsDir, name)
	if updating() {
		if err := os.WriteFile(path, []byte(c.svg()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.screens {
		if !strings.Contains(string(kept), `class="caption">`+s.name+"<") {
			t.Errorf("%s does not show %s; draw it again with -update", path, s.name)
		}
	}
}
