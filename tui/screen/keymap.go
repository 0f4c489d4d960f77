package screen

import (
	binding "charm.land/bubbles/v2/key"

	"kefi/tui/words"
)

// shellKeys are the shell's own keys, the same on every page. Each carries the
// words that the footer has for it, so that a key and its hint cannot part.
var shellKeys = struct{ leave, redraw, commands, back, on, undo binding.Binding }{
	leave:    binding.NewBinding(binding.WithKeys("ctrl+c"), binding.WithHelp("Ctrl+C", words.Mark("leave"))),
	redraw:   binding.NewBinding(binding.WithKeys("ctrl+l"), binding.WithHelp("Ctrl+L", words.Mark("redraw"))),
	commands: binding.NewBinding(binding.WithKeys("ctrl+k"), binding.WithHelp("Ctrl+K", words.Mark("commands"))),
	back:     binding.NewBinding(binding.WithKeys("pgup"), binding.WithHelp("PgUp", words.Mark("read back"))),
	on:       binding.NewBinding(binding.WithKeys("pgdown"), binding.WithHelp("PgDn", words.Mark("read on"))),
	undo:     binding.NewBinding(binding.WithKeys("ctrl+z"), binding.WithHelp("Ctrl+Z", words.Mark("undo"))),
}

// hintOf is a key's entry in the footer; verb is the action it stands for, if any.
func (s *Sight) hintOf(b binding.Binding, verb string) Hint {
	return Hint{Key: b.Help().Key, Word: s.Say(b.Help().Desc), Verb: verb}
}
