package theme

// Glyphs are the marks and rules of a look. Each takes one cell.
type Glyphs struct {
	ASCII bool

	Across  string // hairline between bands
	Down    string // the one vertical rule
	TeeDown string // where the vertical rule leaves a hairline
	TeeUp   string // where it ends in one
	TeeSide string // where a hairline leaves it to the right
	TeeLeft string // where a hairline from the left ends in it

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
	Across: "─", Down: "│", TeeDown: "┬", TeeUp: "┴", TeeSide: "├", TeeLeft: "┤",
	Pointer: "▸", Done: "✓", Waiting: "…", Dot: "·", Private: ":",
}

// typewriter has no glyph whose width terminals dispute.
var typewriter = Glyphs{
	ASCII:  true,
	Across: "-", Down: "|", TeeDown: "+", TeeUp: "+", TeeSide: "+", TeeLeft: "+",
	Pointer: ">", Done: "x", Waiting: "~", Dot: "-", Private: ":",
}
