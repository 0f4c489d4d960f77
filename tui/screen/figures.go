package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file draws the author's model: figures from 0 to 100 that are no
// findings, and that say whose they are wherever they stand.

// barCells is how long the bar of a figure is.
const barCells = 20

// bar shows a figure as a length too: "========------------".
func bar(value int) string {
	full := (value*barCells + 50) / 100
	return strings.Repeat("=", full) + strings.Repeat("-", barCells-full)
}

// figures adds the figures that all may see, each with what moved it last.
func (d *Drawing) figures(m *exercise.ModelView) {
	if m == nil {
		return
	}
	d.Gap()
	d.Line(theme.Strong, d.s.Say("Where things stand (the author's model, no finding)"))
	for _, x := range m.Dials {
		d.figure(x.Name, x.Value, x.Changes)
	}
	if m.Gap != nil {
		d.figure(m.Gap.Name, m.Gap.At(d.s.Scenario()), m.Gap.Changes)
	}
}

func (d *Drawing) figure(name string, value int, changes []exercise.ChangeView) {
	left := runs{{theme.Body, " " + name}}
	right := runs{{theme.Strong, strconv.Itoa(value)}}
	if d.width >= cells(name)+barCells+8 {
		right = append(muted(bar(value)+" "), right...)
	}
	d.Spread(left.line(d.s.Theme), right.line(d.s.Theme))
	if n := len(changes); n > 0 {
		d.Text(3, muted(signed(changes[n-1].By)+"  "+changes[n-1].Why))
	}
}

// signed writes a change with its sign.
func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
