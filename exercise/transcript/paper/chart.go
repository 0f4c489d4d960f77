package paper

// Charts are drawn to be read in print, without colour: by shape and words.
// Each has a Title, and a Note that tells in a sentence what it shows, which is
// what stands where pictures cannot be seen.

// Bars are horizontal bars, one a row.
type Bars struct {
	Title, Note string
	Rows        []Bar
}

// Bar is one of them. Share is its length, 0 to 1; Figure what stands at its
// end, such as "41 %".
type Bar struct {
	Label, Figure string
	Share         float64
}

// Steps are figures that change at moments, such as open points over time.
type Steps struct {
	Title, Note string
	// From and To are the ends of the axis; Tick writes a moment under it.
	From, To int64
	Tick     func(at int64) string
	Series   []Series
	Marks    []Mark
}

// Series is one line of Steps: a value from each moment on.
type Series struct {
	Label  string
	At     []int64
	Values []int
}

// Spans are stretches of time, a row each, such as the life of a clause.
type Spans struct {
	Title, Note string
	From, To    int64
	Tick        func(at int64) string
	Rows        []SpanRow
	Legend      string // what the signs mean: "! incident   * caucus   ✓ agreed"
}

// SpanRow has its stretches and the signs on it.
type SpanRow struct {
	Label string
	Spans [][2]int64
	Marks []Mark
}

// Mark is a sign at a moment.
type Mark struct {
	At   int64
	Sign string // one character
	Text string // in words, for who cannot see the picture
}
