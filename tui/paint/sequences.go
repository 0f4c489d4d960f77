package paint

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	// MaxClipboard is the longest text a Clipboard sequence carries, in bytes.
	// Many terminals ignore a longer one in silence.
	MaxClipboard = 64 << 10

	maxSequences     = 16
	maxSequenceBytes = 128 << 10
	maxTitle         = 120
)

// Modes on entering and leaving. Wrapping is off, so that a character which a
// terminal draws wider than expected at the right edge neither spills into the
// next line nor scrolls the screen.
const (
	stringEnd = "\x1b\\"

	enterScreen = ansi.SetModeAltScreenSaveCursor + plainScreen
	plainScreen = "\x1b[r" + "\x1b(B" + ansi.ResetModeAutoWrap + ansi.SetModeBracketedPaste
	conceal     = "\x1b[8m"
	clearScreen = ansi.ResetStyle + ansi.CursorHomePosition + ansi.EraseEntireScreen

	mouseOn  = ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr
	mouseOff = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr

	progressOff  = "\x1b]9;4;0" + stringEnd
	keepTitle    = "\x1b[22;2t"
	restoreTitle = "\x1b]2;" + stringEnd + "\x1b[23;2t"
)

// Sequence is something to write outside frames. Only the functions below make
// one, so that nothing else can reach a terminal.
type Sequence struct {
	bytes string
	// scribbles is the line it writes into, which is then painted again;
	// 0 is none.
	scribbles int
}

// Bell rings, or flashes, or marks the tab: the terminal's choice.
func Bell() Sequence { return Sequence{bytes: "\a"} }

// AskBackground asks for the background colour (OSC 11); the answer is a
// tea.BackgroundColorMsg.
func AskBackground() Sequence { return Sequence{bytes: "\x1b]11;?" + stringEnd} }

// AskDevice asks for the primary device attributes (DA1). Every terminal
// answers, in order, so what was asked before it and has no answer by then will
// have none.
func AskDevice() Sequence { return Sequence{bytes: ansi.RequestPrimaryDeviceAttributes} }

// AskVersion asks for the terminal's name and version (XTVERSION).
func AskVersion() Sequence { return Sequence{bytes: ansi.RequestNameVersion} }

// AskModel asks for the secondary device attributes (DA2), by which some
// terminals are known that do not tell their name.
func AskModel() Sequence { return Sequence{bytes: ansi.RequestSecondaryDeviceAttributes} }

// AskMode asks whether a mode is set (DECRQM), such as [ansi.ModeUnicodeCore].
func AskMode(mode ansi.Mode) Sequence { return Sequence{bytes: ansi.RequestMode(mode)} }

// AskWidth writes a sample, concealed, at the beginning of line y and asks where
// the cursor stands (CPR): the answer's Y is the line and its X the sample's
// width in cells. The line is erased and painted again at once. y is at least 1:
// an answer from the first line reads like a modified F3.
func AskWidth(y int, sample string) Sequence {
	y = min(max(y, 1), MaxHeight-1)
	b := appendMove(append([]byte(ansi.ResetStyle), conceal...), 0, y)
	b = appendPlain(b, sample, 16)
	b = append(b, ansi.RequestCursorPositionReport+ansi.ResetStyle...)
	b = appendMove(b, 0, y)
	return Sequence{bytes: string(append(b, ansi.EraseEntireLine...)), scribbles: y}
}

// Clipboard puts text into the terminal's clipboard (OSC 52), if the terminal
// lets programs do so. It reports false for more than 64 KiB.
func Clipboard(text string) (Sequence, bool) {
	if len(text) > MaxClipboard {
		return Sequence{}, false
	}
	return Sequence{bytes: silent(ansi.SetSystemClipboard(text))}, true
}

// silent ends with ST what x/ansi ends with BEL: ST is as widely known, and
// rings no bell where the sequence is not.
func silent(seq string) string { return strings.TrimSuffix(seq, "\a") + stringEnd }

func appendTitle(out []byte, title string) []byte {
	out = append(out, "\x1b]2;"...)
	out = appendPlain(out, title, maxTitle)
	return append(out, stringEnd...)
}

func appendProgress(out []byte, percent int) []byte {
	if percent < 0 {
		return append(out, progressOff...)
	}
	out = append(out, "\x1b]9;4;1;"...)
	out = strconv.AppendInt(out, int64(percent), 10)
	return append(out, stringEnd...)
}

// appendMove appends a move to column x and row y, counted from 0.
func appendMove(out []byte, x, y int) []byte {
	out = append(out, "\x1b["...)
	out = strconv.AppendInt(out, int64(y+1), 10)
	out = append(out, ';')
	out = strconv.AppendInt(out, int64(x+1), 10)
	return append(out, 'H')
}
