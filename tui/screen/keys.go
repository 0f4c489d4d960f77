package screen

import (
	"strings"

	binding "charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Key takes a key press and gives what it led to.
func (sh *Shell) Key(k tea.KeyPressMsg, now int64) []Act { return sh.settled(sh.key(k, now)) }

func (sh *Shell) key(k tea.KeyPressMsg, now int64) []Act {
	sh.now, sh.used, sh.mark = now, now, marking{}
	if sh.leaving {
		return sh.answerLeaving(k)
	}
	if sh.coach.corrects(sh, k) {
		return nil
	}
	if acts, taken := sh.anywhere(k); taken {
		return acts
	}
	if sh.unmanned() && k.String() != "/" {
		return nil
	}
	if sh.focused && sh.now < sh.handed && k.Text != "" {
		sh.focused = false
	}
	if sh.focused {
		return sh.keyOfPage(k)
	}
	return sh.keyOfLine(k)
}

// unmanned says that nobody works at this screen: it is a projector's, and has
// a line only once a command is begun with / or it is to be left.
func (sh *Shell) unmanned() bool {
	return sh.view != nil && projects(sh.view.Own) && !sh.leaving && sh.line().text.Empty() && sh.note == (note{})
}

// anywhere are the keys that mean the same wherever one is.
func (sh *Shell) anywhere(k tea.KeyPressMsg) ([]Act, bool) {
	switch {
	case binding.Matches(k, shellKeys.leave):
		sh.leaving, sh.quiet = true, sh.now+deaf
	case binding.Matches(k, shellKeys.redraw):
		return []Act{Redraw{}}, true
	case binding.Matches(k, shellKeys.commands):
		sh.command("/")
	case binding.Matches(k, shellKeys.back):
		sh.scroll(-max(sh.bodyHeight()-3, 1))
	case binding.Matches(k, shellKeys.on):
		sh.scroll(max(sh.bodyHeight()-3, 1))
	default:
		return nil, false
	}
	return nil, true
}

// command begins a command in the line. Words that wait there are put aside: a
// command typed behind them would be spoken to the table. One that was left
// behind there gives way.
func (sh *Shell) command(sign string) {
	in := sh.line()
	switch begun := strings.HasPrefix(in.text.Text(), "/"); {
	case begun && sh.focused:
		in.text.Set(sign)
	case !sh.choice.open(in):
		in.putAside()
		in.text.Set(sign)
	}
	sh.focused, sh.choice = false, chooser{}
}

// answerLeaving takes the answer to "Leave the table?". Any key but y and Esc
// withdraws the question and does what it always does.
func (sh *Shell) answerLeaving(k tea.KeyPressMsg) []Act {
	early := sh.now < sh.quiet
	switch {
	case k.String() == "y" && !early:
		return []Act{Quit{}}
	case k.String() == "ctrl+c":
		return nil // the question stands
	case k.String() == "esc":
		sh.leaving = false
		return nil
	case early && k.Text != "" && !sh.focused:
		return sh.typed(k) // typed before the question could be read
	case early:
		return nil
	}
	sh.leaving = false
	return sh.key(k, sh.now)
}

// keyOfPage gives a key to the page, and takes what the page leaves.
func (sh *Shell) keyOfPage(k tea.KeyPressMsg) []Act {
	if _, binds := sh.page().(*review); binds && sh.now < sh.quiet {
		return nil // pressed before the page could be read
	}
	acts, taken := sh.page().Key(sh.sight(), k)
	if taken {
		sh.note = note{}
		return sh.do(acts)
	}
	switch k.String() {
	case "tab", "shift+tab":
		sh.focused = false
	case "esc":
		sh.focused = false
		if len(sh.stack) > 0 {
			sh.back()
		}
	case "/", "?":
		sh.command(k.String())
	default:
		if k.Text != "" {
			sh.note = note{text: sh.lang.Say("The keys are with the page now. Tab goes back to your line.")}
		}
	}
	return nil
}

// keyOfLine is a key while the input line has the focus.
func (sh *Shell) keyOfLine(k tea.KeyPressMsg) []Act {
	in := sh.line()
	if sh.choice.open(in) {
		if acts, taken := sh.keyOfChoice(in, k); taken {
			return acts
		}
	}
	switch k.String() {
	case "enter":
		return sh.enterLine(in, k)
	case "tab", "shift+tab":
		sh.focused = sh.takesKeys()
		return nil
	case "esc":
		return sh.stepBack(in)
	case "up", "down":
		if in.text.Empty() {
			acts, _ := sh.page().Key(sh.sight(), k)
			return sh.do(acts)
		}
	}
	return sh.typed(k)
}

// enterLine speaks, runs, or on an empty line opens what the page has chosen.
func (sh *Shell) enterLine(in *input, k tea.KeyPressMsg) []Act {
	if !in.text.Empty() {
		return sh.enter()
	}
	if sh.now < sh.quiet {
		return nil
	}
	if sh.incident != "" {
		return sh.answerIncident()
	}
	acts, _ := sh.page().Key(sh.sight(), k)
	return sh.do(acts)
}

// typed changes the text of the line.
func (sh *Shell) typed(k tea.KeyPressMsg) []Act {
	in := sh.line()
	if in.held && k.Text == "/" {
		sh.command("/") // held words are finished; what follows is not a part of them
		return nil
	}
	before := in.text.Text()
	if in.text.Key(k, sh.inputWidth()) {
		sh.changed(in, before)
	}
	return nil
}

// Paste puts pasted text where the focus is.
func (sh *Shell) Paste(text string, now int64) []Act { return sh.settled(sh.paste(text, now)) }

func (sh *Shell) paste(text string, now int64) []Act {
	sh.now = now
	if sh.unmanned() {
		return nil
	}
	if w, ok := sh.page().(Writer); ok && sh.focused {
		return sh.do(w.Paste(sh.sight(), text))
	}
	in := sh.line()
	before := in.text.Text()
	if !in.text.Insert(strings.TrimSpace(text)) {
		sh.note = note{text: sh.lang.Say("The paste was longer than a line holds (16 KiB); its end is missing."), refusal: true}
	}
	sh.changed(in, before)
	return nil
}

// changed follows a change of the line's text.
func (sh *Shell) changed(in *input, before string) {
	text := in.text.Text()
	if text == before {
		return
	}
	sh.note, in.held = note{}, false
	sh.choice.follow(text)
	if text == "" {
		in.unaside()
	}
}

// stepBack is Esc: one step, and never a loss of text.
func (sh *Shell) stepBack(in *input) []Act {
	switch {
	case sh.incident != "":
		if sh.now < sh.quiet {
			return nil
		}
		seen := sh.incident
		sh.incident = ""
		return []Act{Seen{Incident: seen}}
	case sh.folded != "":
		sh.folded = ""
	case sh.note != (note{}) && sh.coach == nil:
		sh.note = note{}
	case strings.HasPrefix(in.text.Text(), "/"):
		in.putAway()
		sh.handBack(in)
	case len(sh.stack) > 0:
		sh.back()
	case sh.coach != nil:
		return []Act{Quit{}}
	}
	return nil
}

// takesKeys says whether the page in sight has anything to do with keys.
func (sh *Shell) takesKeys() bool {
	if _, still := sh.page().(*waiting); still || sh.stopped() {
		return false
	}
	return true
}

// scroll moves the reading area by lines.
func (sh *Shell) scroll(by int) {
	if sh.incident != "" && !sh.stopped() {
		sh.reading.move(by)
		return
	}
	if p, ok := sh.page().(Scroller); ok {
		p.Scroll(sh.sight(), by)
	}
}
