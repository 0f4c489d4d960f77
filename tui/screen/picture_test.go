package screen

import (
	"flag"
	"fmt"
	"html"
	"image/color"
	"os"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"kefi/tui/theme"
)

// picturePath is the picture of the table that the README opens with. To draw
// it again: go test ./tui/screen -run TestPicture -update
const picturePath = "../testdata/table.svg"

// TestPicture draws a seat's screen as its terminal shows it.
func TestPicture(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Dark, 100, 30)
	sh.Frame(fixtureNow)
	press(sh, "Forty-eight hours, if the first notice may be a call.", fixtureNow+later)
	f := sh.Frame(fixtureNow + later)
	e := vt.NewEmulator(100, 30)
	defer e.Close()
	fmt.Fprint(e, strings.Join(f.Lines, "\r\n"))
	got := drawing{e, f.Cursor.X, f.Cursor.Y}.svg()
	want, err := os.ReadFile(picturePath)
	switch {
	case updating() && string(want) != got:
		err = os.WriteFile(picturePath, []byte(got), 0o644)
	case err == nil && string(want) != got:
		t.Error("the picture is not what the screen shows; draw it again with -update")
	}
	if err != nil {
		t.Error(err)
	}
}

// updating says that -update was given, as for the golden files.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// drawing is a terminal's screen with its cursor, to be drawn as SVG.
type drawing struct {
	*vt.Emulator
	x, y int
}

// Sizes in pixels.
const (
	cellWidth, cellHeight = 8.4, 18.0
	baseline, margin      = 13.5, 16.0
)

func (d drawing) svg() string {
	var b strings.Builder
	w, h := float64(d.Width())*cellWidth+2*margin, float64(d.Height())*cellHeight+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f"`+
		` font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" fill="#c9ced8">`+"\n", w, h, w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="#15161d"/>`+"\n")
	fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.0f" fill="#c9ced8"/>`+"\n", left(d.x), top(d.y), cellWidth, cellHeight)
	for y := range d.Height() {
		for x := 0; x < d.Width(); {
			x = d.stretch(&b, x, y)
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// stretch draws the cells from x on that look alike, and gives the next one.
func (d drawing) stretch(b *strings.Builder, x, y int) int {
	first := *d.CellAt(x, y)
	text, end := "", x
	for end < d.Width() {
		c := d.CellAt(end, y)
		if c == nil || c.Style != first.Style || ruled(c.Content) != ruled(first.Content) || ruled(c.Content) == '│' && end > x {
			break
		}
		text += c.Content
		end += max(c.Width, 1)
	}
	switch fg := hex(first.Style.Fg); {
	case ruled(first.Content) == '─':
		fmt.Fprintf(b, `<path d="M%.1f %.1fH%.1f" stroke="%s"/>`+"\n", left(x), top(y)+cellHeight/2, left(end), fg)
	case ruled(first.Content) == '│':
		fmt.Fprintf(b, `<path d="M%.1f %.1fv%.0f" stroke="%s"/>`+"\n", left(x)+cellWidth/2, top(y), cellHeight, fg)
	case strings.TrimSpace(text) != "":
		words := strings.TrimLeft(text, " ")
		x += len(text) - len(words)
		words = strings.TrimRight(words, " ")
		cellsWide := float64(len([]rune(words))) * cellWidth
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" textLength="%.1f" xml:space="preserve" style="%s">%s</text>`+"\n",
			left(x), top(y)+baseline, cellsWide, attributes(first.Style), html.EscapeString(words))
	}
	return end
}

// ruled is the rule that a cell holds, if it does.
func ruled(content string) rune {
	switch content {
	case "─":
		return '─'
	case "│":
		return '│'
	}
	return 0
}

func left(x int) float64 { return margin + float64(x)*cellWidth }
func top(y int) float64  { return margin + float64(y)*cellHeight }

func hex(c color.Color) string {
	if c == nil {
		return "#c9ced8"
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// attributes are a style as CSS has it.
func attributes(style uv.Style) string {
	out := ""
	if style.Fg != nil {
		out = "fill:" + hex(style.Fg) + ";"
	}
	if style.Attrs&uv.AttrBold != 0 {
		out += "font-weight:bold;"
	}
	lines := ""
	if style.Underline != 0 {
		lines += " underline"
	}
	if style.Attrs&uv.AttrStrikethrough != 0 {
		lines += " line-through"
	}
	if lines != "" {
		out += "text-decoration:" + lines[1:] + ";"
	}
	return out
}
