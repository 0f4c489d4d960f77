package paint

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// decode decodes one unit and hands it on. It returns how many bytes it took:
// of several characters only the first.
func (in *Input) decode(b []byte) int {
	if key, ok := consoleKey(b); ok {
		in.send(key)
		return len(b)
	}
	if len(b) > 3 && b[len(b)-1] == '_' && (b[1] == '[' || b[1] == ansi.ESC) {
		return len(b) // win32 input, never asked for: one can stand for 65535 keys
	}
	n, ev := in.decoder.Decode(b)
	in.route(ev)
	if b[0] < utf8.RuneSelf {
		return len(b) // what the decoder left of a sequence is no text
	}
	return max(n, 1)
}

// consoleKey knows F1 to F5 of the Linux console, which the decoder does not.
func consoleKey(b []byte) (tea.Msg, bool) {
	if len(b) == 4 && b[1] == '[' && b[2] == '[' && b[3] >= 'A' && b[3] <= 'E' {
		return tea.KeyPressMsg{Code: tea.KeyF1 + rune(b[3]-'A')}, true
	}
	return nil, false
}

// route sends an event where it belongs. What is not named here is dropped:
// sequences nobody knows, and the sizes a terminal claims to have, which are
// the client's to say elsewhere, within limits.
func (in *Input) route(ev uv.Event) {
	switch ev := ev.(type) {
	case uv.KeyPressEvent:
		if cleanKey(ev.Text) {
			in.send(tea.KeyPressMsg(ev))
		}
	case uv.KeyReleaseEvent:
		if cleanKey(ev.Text) {
			in.send(tea.KeyReleaseMsg(ev))
		}
	case uv.MouseEvent:
		in.mouse(ev)
	case uv.FocusEvent:
		in.send(tea.FocusMsg(ev))
	case uv.BlurEvent:
		in.send(tea.BlurMsg(ev))
	case uv.PasteStartEvent:
		in.paste.on = true
	case uv.MultiEvent:
		in.ambiguous(ev)
	default:
		in.reply(ev)
	}
}

// ambiguous decides a sequence of two meanings. A modified F3 reads like a
// cursor report from the first line, about which nobody asks (see AskWidth).
func (in *Input) ambiguous(events uv.MultiEvent) {
	for _, ev := range events {
		if key, ok := ev.(uv.KeyPressEvent); ok {
			in.send(tea.KeyPressMsg(key))
			return
		}
	}
}

// reply hands on what the terminal says about itself.
func (in *Input) reply(ev uv.Event) {
	switch ev := ev.(type) {
	case uv.BackgroundColorEvent:
		in.tell(tea.BackgroundColorMsg(ev))
	case uv.ForegroundColorEvent:
		in.tell(tea.ForegroundColorMsg(ev))
	case uv.CursorColorEvent:
		in.tell(tea.CursorColorMsg(ev))
	case uv.CursorPositionEvent:
		in.tell(tea.CursorPositionMsg(ev))
	case uv.ModeReportEvent:
		in.tell(tea.ModeReportMsg(ev))
	case uv.CapabilityEvent:
		in.tell(tea.CapabilityMsg(ev))
	case uv.TerminalVersionEvent:
		in.tell(tea.TerminalVersionMsg(ev))
	case uv.KeyboardEnhancementsEvent:
		in.tell(tea.KeyboardEnhancementsMsg(ev))
	case uv.ClipboardEvent:
		in.tell(tea.ClipboardMsg(ev))
	case uv.UnknownOscEvent:
		if showsStatus(ev) {
			in.tell(StatusShownMsg{})
		}
	case uv.PrimaryDeviceAttributesEvent, uv.SecondaryDeviceAttributesEvent,
		uv.TertiaryDeviceAttributesEvent, uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent:
		in.tell(ev)
	}
}

// mouse hands on mouse events of places that can be on a screen.
func (in *Input) mouse(ev uv.MouseEvent) {
	m := ev.Mouse()
	if m.X < 0 || m.Y < 0 || m.X >= MaxWidth || m.Y >= MaxHeight {
		return
	}
	switch ev := ev.(type) {
	case uv.MouseClickEvent:
		in.send(tea.MouseClickMsg(ev))
	case uv.MouseReleaseEvent:
		in.send(tea.MouseReleaseMsg(ev))
	case uv.MouseWheelEvent:
		in.send(tea.MouseWheelMsg(ev))
	case uv.MouseMotionEvent:
		in.send(tea.MouseMotionMsg(ev))
	}
}

// cleanKey reports whether a key's text is text. Keyboard protocols can spell
// any code point; a control character is none that a person typed.
func cleanKey(text string) bool {
	for _, r := range text {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// send hands on a message, within the rate.
func (in *Input) send(msg tea.Msg) {
	if in.events.Wait(in.ctx) == nil {
		in.emit(msg)
	}
}

// tell hands on an answer, within the rate.
func (in *Input) tell(msg tea.Msg) {
	if in.events.Wait(in.ctx) == nil {
		in.answer(msg)
	}
}
