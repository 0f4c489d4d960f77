package theme

// Samples are short texts by whose widths a terminal tells how it draws: a
// letter of two bytes that is one cell wide wherever UTF-8 is read, and a Greek
// letter and a line, which some terminals draw two cells wide.
func Samples() []string { return []string{"ñ", "κ", "─"} }

const (
	twoBytes = iota
	greek
	hairline
	samples
)

// Gauge collects a terminal's answers. The zero Gauge has none.
type Gauge struct {
	cells [samples]int // 0: no answer
}

// Answer takes how many cells one of the Samples, by its index, has moved the
// cursor. A figure that no terminal can mean is as good as no answer.
func (g *Gauge) Answer(sample, cells int) {
	if sample >= 0 && sample < samples && cells >= 1 && cells <= 3 {
		g.cells[sample] = cells
	}
}

// Trouble is what keeps a terminal from drawing letters and lines as they are.
type Trouble int

// The troubles. None also stands where answers are missing: nothing is
// concluded from silence.
const (
	None    Trouble = iota
	NotUTF8         // bytes are read one by one: κ comes out as two characters
	TooWide         // Greek letters or lines take two cells and break columns
)

// Trouble concludes from the answers so far.
func (g Gauge) Trouble() Trouble {
	switch {
	case g.cells[twoBytes] > 1:
		return NotUTF8
	case g.cells[twoBytes] == 1 && (g.cells[greek] > 1 || g.cells[hairline] > 1):
		return TooWide
	}
	return None
}

// Whole says that every answer has come and all is drawn as it should be.
func (g Gauge) Whole() bool { return g.cells == [samples]int{1, 1, 1} }
