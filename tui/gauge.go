package tui

import (
	"kefi/tui/paint"
	"kefi/tui/theme"
)

// firstSample is the line, from 0, in which the first of theme.Samples is
// measured; the others have the lines below, so that each answer tells which
// sample it is about.
const firstSample = 1

// gauge asks the terminal for its background and for how wide it draws. Nobody
// waits for the answers. A window too low for a line each is not measured.
func (m *Model) gauge() {
	m.keys.Expect()
	m.painter.Do(paint.AskBackground())
	samples := theme.Samples()
	if m.here().shell.Height() <= firstSample+len(samples) {
		return
	}
	for i, sample := range samples {
		m.painter.Do(paint.AskWidth(firstSample+i, sample))
	}
}
