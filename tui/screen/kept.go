package screen

import "strings"

// This file keeps what is written with the seat, and brings it back: after a
// closed window, in another one, after the server was restarted. Every line has
// a slot of its own; beside it stand a command with words in it, and whether
// the words wait for the floor.

// keptLine is what is kept of an input line.
type keptLine struct{ text, command, held string }

const (
	commandSlot = "/command"
	heldSlot    = "/held"
	isHeld      = "held"
)

// toKeep is what should be kept of a line as it stands. A command without words
// of its own is nobody's draft.
func (in *input) toKeep() keptLine {
	text, held, command := in.text.Text(), in.held, ""
	if isCommand(text) {
		if strings.ContainsAny(text, `"“”`) {
			command = text
		}
		text, held = in.aside, in.asideHeld
	}
	k := keptLine{text: text, command: command}
	if held && text != "" {
		k.held = isHeld
	}
	return k
}

func isCommand(text string) bool {
	return strings.HasPrefix(text, "/") || strings.HasPrefix(text, "?")
}

// settled adds to what an event led to that the line in sight is brought back
// once, and that what has changed of any line is kept.
func (sh *Shell) settled(acts []Act) []Act {
	acts = append(acts, sh.fetch()...)
	for slot, in := range sh.lines {
		acts = append(acts, in.keep(slot)...)
	}
	return acts
}

// keep tells what of a line is kept otherwise than it stands.
func (in *input) keep(slot string) []Act {
	was, is := in.kept, in.toKeep()
	in.kept = is
	var acts []Act
	for _, x := range [][3]string{{"", was.text, is.text}, {commandSlot, was.command, is.command}, {heldSlot, was.held, is.held}} {
		if x[1] != x[2] {
			acts = append(acts, Keep{Slot: slot + x[0], Text: x[2]})
		}
	}
	return acts
}

// fetch brings the line in sight back, the first time that it is seen. What has
// been typed meanwhile is newer and stays.
func (sh *Shell) fetch() []Act {
	in := sh.line()
	if in.fetched {
		return nil
	}
	in.fetched = true
	slot := sh.slotOf(in)
	return []Act{
		Recall{Slot: slot, Then: func(text string) []Act {
			if in.text.Empty() {
				in.kept.text = text
				in.text.Reset(text)
			}
			return nil
		}},
		Recall{Slot: slot + heldSlot, Then: func(held string) []Act {
			if held == isHeld && in.kept.text != "" && in.text.Text() == in.kept.text {
				in.kept.held, in.held = held, true
			}
			return nil
		}},
		Recall{Slot: slot + commandSlot, Then: func(command string) []Act {
			if command == "" || in.text.Text() != in.kept.text {
				return nil
			}
			in.putAside()
			in.text.Reset(command)
			in.kept.command = command
			if end := strings.IndexAny(command, `"“`); end >= 0 {
				in.opened = command[:end+1]
			}
			if in == sh.line() {
				sh.choice = chooser{hidden: true}
			}
			return nil
		}},
	}
}
