package paint

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// ShowsProgress reports whether an answer to [AskVersion] or [AskModel] is that
// of a terminal which takes OSC 9;4 for progress. Some others post a desktop
// notification for each change, so nobody is sent it on suspicion.
func ShowsProgress(answer tea.Msg) bool {
	switch answer := answer.(type) {
	case tea.TerminalVersionMsg:
		return versionShowsProgress(answer.Name)
	case uv.SecondaryDeviceAttributesEvent:
		// Windows Terminal, which does not tell its name, and the console
		// window before it, which ignores progress.
		return slices.Equal(answer, uv.SecondaryDeviceAttributesEvent{0, 10, 1})
	}
	return false
}

// progressSince lists terminals by the beginning of their name, with the first
// version that shows progress.
var progressSince = []struct {
	name  string
	since []int
}{
	{"ghostty ", []int{1}},
	{"iTerm2 ", []int{3, 6, 6}}, // a notification each before
	{"mintty ", []int{3, 5}},
	{"VTE(", []int{7900}},
	{"WezTerm ", []int{20250101}},
}

func versionShowsProgress(version string) bool {
	for _, t := range progressSince {
		if rest, ok := strings.CutPrefix(version, t.name); ok {
			return slices.Compare(numbers(rest), t.since) >= 0
		}
	}
	return false
}

// numbers are those at the head of a version, such as 3, 6, 6 of "3.6.6beta2".
func numbers(version string) (list []int) {
	for {
		n := 0
		for n < len(version) && n < 9 && version[n] >= '0' && version[n] <= '9' {
			n++
		}
		if n == 0 {
			return list
		}
		value, _ := strconv.Atoi(version[:n])
		list = append(list, value)
		if n == len(version) || version[n] != '.' {
			return list
		}
		version = version[n+1:]
	}
}
