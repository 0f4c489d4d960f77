package theme

import "strings"

// Glyphs are the marks and rules of a look. Each takes one cell.
type Glyphs struct {
	ASCII bool

	Across string // hairline between bands
	Down   string // the one vertical rule

	Pointer string // ▸ the selected row
	Done    string // ✓
	Waiting string // … also the mark of a cut text
	Dot     string // · between two facts
	Private string // the left edge of a private room
}

// The marks that are ASCII in every look.
const (
	MarkAlert = "!" // incident, attention
	MarkChair = "=" // the chair, a chair's text
	MarkFloor = ">" // has the floor
	MarkNone  = "-" // nothing yet
)

var lines = Glyphs{
	Across: "─", Down: "│",
	Pointer: "▸", Done: "✓", Waiting: "…", Dot: "·", Private: ":",
}

// typewriter has no glyph whose width terminals dispute.
var typewriter = Glyphs{
	ASCII:  true,
	Across: "-", Down: "|",
	Pointer: ">", Done: "x", Waiting: "~", Dot: "-", Private: ":",
}

// typed has, for each sign that people and sentences use and whose width
// terminals dispute, one of ASCII as wide as it.
var typed = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "…", typewriter.Waiting, "—", "-", "–", "-", "·", typewriter.Dot,
	"→", ">", "(κ)", "(K)", "(ε)", "(E)", "(φ)", "(P)")

// Typeset gives a drawn line with the signs of this look, as wide as it was.
func (t *Theme) Typeset(line string) string {
	if !t.Glyphs.ASCII {
		return line
	}
	return typed.Replace(line)
}
