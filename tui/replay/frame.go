package replay

import (
	"kefi/tui/paint"
	"kefi/tui/screen"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Sheet is what frames are drawn on.
type Sheet struct {
	Width, Height int
	Look          theme.Look
	Light         bool            // the terminal's background
	Language      *words.Language // nil is English
}

func (s Sheet) theme() *theme.Theme { return theme.For(s.Look, !s.Light) }

// say is what the catalogue says, as this sheet's language is set.
func (s Sheet) say(format string, args ...any) string {
	return s.Language.Typeset(s.Language.Say(format, args...))
}

// shell is the seat's screen at a moment, one line lower than the sheet: that
// line is the replay's own.
func (l *Reel) shell(i int, s Sheet) *screen.Shell {
	sh := screen.NewShell(l.cache, screen.Preferences{Look: s.Look, NoMouse: true, Language: s.Language})
	sh.Background(!s.Light)
	sh.Resize(s.Width, s.Height-1)
	x := l.around(i)
	sh.See(l.redact(x.from), l.moments[x.first].Wall)
	if x.at != x.first {
		sh.See(l.redact(x.now), l.moments[i].Wall)
	}
	return sh
}

// over puts the replay's line under lines of the seat's screen. Nobody types
// there, and nothing counts down outside.
func (s Sheet) over(f paint.Frame, bar string) paint.Frame {
	f.Mouse, f.Progress, f.Status, f.Cursor = false, -1, paint.Status{}, paint.Cursor{}
	f.Title = s.say("REPLAY") + " · " + f.Title
	if s.Width <= 0 || s.Height <= 0 {
		f.Lines = nil
		return f
	}
	f.Lines = append(f.Lines[:min(len(f.Lines), s.Height-1):s.Height-1], bar)
	return f
}
