package paint

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

func TestShowsProgress(t *testing.T) {
	for _, c := range []struct {
		answer tea.Msg
		want   bool
	}{
		{tea.TerminalVersionMsg{Name: "ghostty 1.2.3"}, true},
		{tea.TerminalVersionMsg{Name: "iTerm2 3.6.6"}, true},
		{tea.TerminalVersionMsg{Name: "iTerm2 3.10.0beta2"}, true},
		{tea.TerminalVersionMsg{Name: "iTerm2 3.6.5"}, false},
		{tea.TerminalVersionMsg{Name: "iTerm2 3.5.14"}, false},
		{tea.TerminalVersionMsg{Name: "mintty 3.7.4"}, true},
		{tea.TerminalVersionMsg{Name: "VTE(8002)"}, true},
		{tea.TerminalVersionMsg{Name: "VTE(6003)"}, false},
		{tea.TerminalVersionMsg{Name: "WezTerm 20240203-110809-5046fb22"}, false},
		{tea.TerminalVersionMsg{Name: "WezTerm 20260117-154428-05343b38"}, true},
		{tea.TerminalVersionMsg{Name: "kitty(0.42.1)"}, false},
		{tea.TerminalVersionMsg{Name: "tmux 3.5a"}, false},
		{tea.TerminalVersionMsg{Name: "ghostty "}, false},
		{tea.TerminalVersionMsg{}, false},
		{uv.SecondaryDeviceAttributesEvent{0, 10, 1}, true},
		{uv.SecondaryDeviceAttributesEvent{65, 6800, 1}, false},
		{uv.SecondaryDeviceAttributesEvent{}, false},
		{tea.FocusMsg{}, false},
	} {
		if got := ShowsProgress(c.answer); got != c.want {
			t.Errorf("%T %v: %v", c.answer, c.answer, got)
		}
	}
}
