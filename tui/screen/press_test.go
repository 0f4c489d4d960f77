package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// press types a text; names in <…> are keys. It gives what they led to.
func press(sh *Shell, keys string, now int64) []Act {
	var acts []Act
	for keys != "" {
		k, rest := nextKey(keys)
		acts, keys = append(acts, sh.Key(k, now)...), rest
	}
	return acts
}

var named = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "esc": {Code: tea.KeyEscape},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"f5": {Code: tea.KeyF5},
}

// namedKey finds <enter>, and <ctrl+left> or <alt+d> too.
func namedKey(name string) (tea.Key, bool) {
	if k, ok := named[name]; ok {
		return k, true
	}
	modifier, name, _ := strings.Cut(name, "+")
	mod, ok := map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt}[modifier]
	if !ok || name == "" {
		return tea.Key{}, false
	}
	k, ok := named[name]
	if !ok {
		k = tea.Key{Code: rune(name[0])}
	}
	k.Mod = mod
	return k, true
}

func nextKey(keys string) (tea.KeyPressMsg, string) {
	if name, rest, ok := strings.Cut(keys[1:], ">"); ok && keys[0] == '<' {
		if k, known := namedKey(name); known {
			return tea.KeyPressMsg(k), rest
		}
	}
	n, _ := cluster(keys)
	r := []rune(keys[:n])
	return tea.KeyPressMsg{Code: r[0], Text: keys[:n]}, keys[n:]
}
