package paper

// Document is one document as it is handed over, in no format yet. What people
// wrote stands in it as plain text: each writer escapes for its own format.
type Document struct {
	Title string
	// Banner stands at head and foot of every page, and is never left out:
	// "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events".
	Banner string
	// Marking stands under the banner; empty: none.
	Marking string
	// Lang is the language as a BCP 47 tag; empty: en.
	Lang string
	// Wall is when the document was made, UTC milliseconds since 1970, so that
	// the same record always gives the same bytes.
	Wall   int64
	Blocks []Block
}

// Block is one of the types of this file: a heading, a paragraph and so on.
type Block interface {
	// mapped is the block with every text in it changed.
	mapped(change func(string) string) Block
}

// Heading opens a part; Level 1 is the document's title, 2 a section.
type Heading struct {
	Level int
	Text  []Run
}

// Para is a paragraph.
type Para struct {
	Style Style
	Text  []Run
}

// Style says what a paragraph is, not how it looks.
type Style string

// What a paragraph can be.
const (
	Body  Style = ""
	Quote Style = "quote" // somebody's words, set apart
	Note  Style = "note"  // what kefi says of the document, smaller
	Field Style = "field" // a line to be filled in by hand
)

// List is a list of entries, each one paragraph. Level 1 stands under the last
// entry of the list before it, 0 by itself.
type List struct {
	Ordered bool
	Level   int
	Items   [][]Run
}

// Table has a head and rows of as many cells. Numeric columns stand right.
type Table struct {
	Caption string
	Head    []string
	Rows    [][][]Run
	// Widths share the page's width among the columns; nil: by their contents.
	Widths []int
	// Numeric names the columns of figures.
	Numeric []int
}

// Break begins a new page.
type Break struct{}

// Rule is a thematic break.
type Rule struct{}

// Run is a stretch of text of one look.
type Run struct {
	Text         string
	Bold, Italic bool
	// Change makes the run a tracked change; nil: it is simply there.
	Change *Change
}

// Change says that words were put in or struck, by whom and when.
type Change struct {
	Struck bool // false: put in
	Author string
	Wall   int64 // UTC milliseconds since 1970
}

// Text is one plain run, as most things are.
func Text(s string) []Run { return []Run{{Text: s}} }
