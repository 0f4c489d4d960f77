package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
)

// tableSlot is the draft of what is said to the table.
const tableSlot = "line"

// input is the one input line: a text, and what has become of it.
type input struct {
	text Editor
	// held words wait for the floor. Only a person's Enter sends them.
	held bool
	// sending is the text under way to the table. It stays in the line until
	// the record has it.
	sending string
	// aside is a text put aside for a command; it comes back when the line is
	// empty again.
	aside     string
	asideHeld bool
	// opened is a command begun for the person, up to a reason's quotation mark.
	opened string
	// asked is the page whose key began the line; once that is dealt with, the
	// keys go back to it.
	asked Page
	// kept is what the seat keeps of the line; fetched says that it was asked
	// for it.
	kept    keptLine
	fetched bool
}

// line is the input line of the page in sight. Each slot has its own, so that
// words for the table are never sent to a private room by a change of page.
func (sh *Shell) line() *input {
	slot := sh.speech().Slot
	if slot == "" {
		slot = tableSlot
	}
	in := sh.lines[slot]
	if in == nil {
		in = &input{}
		sh.lines[slot] = in
	}
	return in
}

// speech is what Enter does with a plain line here.
func (sh *Shell) speech() Speech {
	if sh.view == nil {
		return Speech{Refusal: sh.lang.Say("The table has not answered yet; your words wait here.")}
	}
	s := sh.sight()
	page := sh.page()
	if _, over := page.(*catchUp); over {
		page = sh.home // a line is for what lies under the card
	}
	if p, ok := page.(Speaker); ok {
		return p.Speech(s)
	}
	return s.tableSpeech()
}

// tableSpeech is speaking to the table.
func (s *Sight) tableSpeech() Speech {
	own, room := s.View.Own, s.View.Room
	speech := Speech{Prompt: s.Say("Speak to the table"), Enter: s.Say("send"), Send: s.speak}
	if s.inHall() {
		speech.Prompt = s.Say("Speak in the hall")
	}
	switch {
	case room.RealWorld:
		return Speech{Refusal: s.Say("Play has stopped. Nothing is sent; your words wait here.")}
	case own.Has(exercise.Chair):
		return speech
	case own.Team == "":
		return Speech{Refusal: s.Say("This seat watches. It may type %s and %s.", "/realworld", "/leave")}
	case room.Phase != exercise.Table || room.Floor.Mode == "open" || room.Floor.Speaker == own.Team:
		return speech
	}
	speech.Enter, speech.Send = s.Say("hold"), nil
	if n := room.Floor.Next; len(n) > 0 && n[0] == own.Team {
		speech.Prompt = s.Say("You are next: Enter holds your words until then")
	}
	return speech
}

// speak speaks to the table.
func (s *Sight) speak(text string) []Act {
	words, err := exercise.Clean(text)
	if err != nil {
		return []Act{Notice{Text: s.Lang.Error(err)}}
	}
	return []Act{Submit{Command: exercise.Say{Words: exercise.T(words)}}}
}

// enter does what Enter does with the line.
func (sh *Shell) enter() []Act {
	in := sh.line()
	text := strings.TrimSpace(in.text.Text())
	switch {
	case in.sending != "":
		return nil // under way; a second Enter is no second message
	case sh.scrubbed(in):
		return nil
	case strings.HasPrefix(text, "/"):
		return sh.run(in.closed(text), in)
	}
	speech := sh.speech()
	if speech.Send == nil {
		return sh.hold(in, speech)
	}
	if sh.now < sh.quiet {
		sh.note = note{text: sh.lang.Say("Not sent: the table changed as you pressed Enter. Press it again: %s.", speech.Enter)}
		return nil
	}
	return sh.send(in, speech.Send(text))
}

// scrubbed takes out what would be refused, such as the soft hyphens of a paste
// from a word processor, and asks once: nothing is sent before the person has
// seen what is left.
func (sh *Shell) scrubbed(in *input) bool {
	text := in.text.Text()
	if _, err := exercise.Clean(text); err == nil {
		return false
	}
	rest, dropped := exercise.Scrub(text)
	if rest == text || len(dropped) == 0 {
		return false // refused in its own words
	}
	in.text.Set(rest)
	sh.note = note{text: sh.lang.Count(len(dropped), "%d character that cannot be shown or sent taken out (%s). Look it over, then press Enter again; Ctrl+Z brings back what you had.", "%d characters that cannot be shown or sent taken out (%s). Look it over, then press Enter again; Ctrl+Z brings back what you had.", dropped[0])}
	return true
}

// hold keeps the words for the floor, and says so.
func (sh *Shell) hold(in *input, speech Speech) []Act {
	if speech.Refusal != "" {
		sh.note = note{text: speech.Refusal, refusal: true}
		return nil
	}
	in.held = true
	sh.note = note{text: sh.lang.Say("Held. Nothing was sent; your words wait for the floor. %s asks for it.", "/hand")}
	return nil
}

// send submits what a line asks for, and empties the line, if it came from
// one, when that is done.
func (sh *Shell) send(in *input, acts []Act) []Act {
	for i, a := range acts {
		switch a := a.(type) {
		case Submit:
			a.Then = sh.emptying(in, a.Then)
			acts[i] = a
		case Ask:
			a.Then = sh.emptying(in, a.Then)
			acts[i] = a
		case Type: // the line meant a command
			in.done(in.text.Text())
		}
	}
	return sh.do(acts)
}

// emptying has the line emptied once its text has been taken, before whatever
// else follows. Words typed meanwhile stay.
func (sh *Shell) emptying(in *input, then func(error) []Act) func(error) []Act {
	if in == nil {
		return then
	}
	sent := in.text.Text()
	in.sending = sent
	return func(refusal error) []Act {
		in.sending = ""
		if refusal == nil {
			in.done(sent)
			sh.handBack(in)
		}
		if then == nil {
			return nil
		}
		return then(refusal)
	}
}

// done takes a text that has been dealt with out of the line.
func (in *input) done(sent string) {
	if rest, ok := strings.CutPrefix(in.text.Text(), sent); ok {
		in.text.Reset(rest)
		in.held = false
	}
	in.unaside()
}

// handBack gives the keys back to the page that began a line which has been
// dealt with, unless the person has gone on writing or turned elsewhere.
func (sh *Shell) handBack(in *input) {
	if in.asked != nil && in.asked == sh.page() && in == sh.line() && in.text.Empty() {
		sh.focused, sh.handed = true, sh.now+deaf
	}
	in.asked = nil
}

// unaside brings back what was put aside, if the line is free.
func (in *input) unaside() {
	if in.text.Empty() && in.aside != "" {
		in.text.Reset(in.aside)
		in.held, in.aside = in.asideHeld, ""
	}
}

// putAway takes a command out of the line: it is no sentence of the person's.
// Ctrl+Z brings it back.
func (in *input) putAway() {
	in.text.Set(in.aside)
	in.held, in.aside = in.asideHeld && in.aside != "", ""
}

// putAside frees the line for a command.
func (in *input) putAside() {
	if in.text.Empty() || in.aside != "" {
		return
	}
	in.aside, in.asideHeld = in.text.Text(), in.held
	in.text.Reset("")
	in.held = false
}

// closed sets the quotation mark at the end of a reason that the person did not
// begin with one.
func (in *input) closed(text string) string {
	reason, ok := strings.CutPrefix(text, in.opened)
	if in.opened == "" || !ok || reason == "" || strings.ContainsAny(reason, `"”`) {
		return text
	}
	in.text.Set(text + `"`)
	return text + `"`
}

// prefill puts a line into the input for the person to finish.
func (sh *Shell) prefill(line string) []Act {
	in := sh.line()
	if !sh.choice.open(in) {
		in.putAside()
	}
	in.text.Set(line)
	in.opened, in.asked = "", nil
	if sh.focused {
		in.asked = sh.page()
	}
	if strings.HasSuffix(line, ` "`) {
		in.opened = line
	}
	sh.focused, sh.choice = false, chooser{hidden: true}
	return nil
}

// slotOf finds under which slot a line is kept.
func (sh *Shell) slotOf(in *input) string {
	for slot, x := range sh.lines {
		if x == in {
			return slot
		}
	}
	return tableSlot
}

// run does what a line with a verb asks for. in is the line it was typed in,
// nil where a page or a click asks.
func (sh *Shell) run(text string, in *input) []Act {
	finished := func() {
		if in != nil {
			in.done(in.text.Text())
		}
	}
	if acts := sh.opens(text); acts != nil {
		finished()
		return sh.do(acts)
	}
	intent, err := action.Parse(text)
	if err != nil {
		sh.note = note{text: sh.lang.Error(err), refusal: true}
		return nil
	}
	a, _ := action.Of(text)
	switch {
	case intent.Command != nil && a.Binds && in != nil:
		return sh.review(a, text, in)
	case intent.Command != nil:
		return sh.send(in, []Act{Submit{Command: intent.Command, Then: sh.leadsTo(intent.Command)}})
	}
	finished()
	return sh.query(intent.Query)
}

// leadsTo is what follows a command that was done: who joins a caucus wants to
// speak there, and who sends an inject may still take it back.
func (sh *Shell) leadsTo(c exercise.Command) func(error) []Act {
	var next Act
	switch c := c.(type) {
	case exercise.JoinCaucus:
		next = Open{Page: newCaucus()}
	case exercise.SendInject:
		if c.Now {
			return nil
		}
		next = Notice{Text: asTyped(sh.lang.Say("%s is not out yet; `takeback %s` stops it unseen.", c.Inject, c.Inject))}
	default:
		return nil
	}
	return func(refusal error) []Act {
		if refusal != nil {
			return nil
		}
		return []Act{next}
	}
}

// review asks once more before a typed line that cannot be taken back. The
// line stays as it is until it has been done.
func (sh *Shell) review(a action.Action, text string, in *input) []Act {
	intent, err := action.Parse(text)
	if err != nil {
		return nil // it was parsed before
	}
	why := a.NotNow(sh.view)
	if !why.IsZero() {
		sh.note = note{text: sh.lang.Phrase(why), refusal: true}
		return nil
	}
	done := func(refusal error) []Act {
		if refusal == nil {
			in.done(text)
		}
		return []Act{Keep{Slot: sh.slotOf(in), Text: in.text.Text()}}
	}
	page := &review{
		title: sh.lang.Say("Before you go on"), yes: sh.lang.Say("Go ahead: %s", "/"+strings.TrimPrefix(text, "/")),
		says: []string{sh.lang.Say(a.Help), sh.lang.Say("This cannot be taken back.")},
		does: []Act{Submit{Command: intent.Command, Then: done}},
	}
	if _, starts := intent.Command.(exercise.Start); starts {
		page.tells = (*Sight).attendance
	}
	return sh.do([]Act{Open{Focus: true, Page: page}})
}
