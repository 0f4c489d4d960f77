package plain

import (
	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// helpEntry is one action as `help --json` gives it.
type helpEntry struct {
	Verb     string   `json:"verb"`
	Synopsis string   `json:"synopsis"`
	Help     string   `json:"help"`
	Examples []string `json:"examples"`
	NotNow   string   `json:"notNow,omitempty"`
}

func entry(v *exercise.View, a action.Action) helpEntry {
	return helpEntry{a.Name, a.Synopsis, a.Help, append([]string{a.Example}, a.Also...), a.NotNow(v).String()}
}

func (r *reply) help(v *exercise.View, verb string) error {
	if verb != "" {
		return r.helpOn(v, verb)
	}
	var entries []helpEntry
	var waiting []string
	r.text.say("You can do this now")
	for _, a := range action.For(v) {
		e := entry(v, a)
		entries = append(entries, e)
		if e.NotNow != "" {
			waiting = append(waiting, e.Verb)
			continue
		}
		r.text.say("%s: %s", e.Synopsis, words.Phrase(e.Help))
	}
	if len(waiting) > 0 {
		r.text.say("Not now: %s", words.List(waiting))
	}
	r.text.say("Type help and a verb to hear more about it")
	r.data = entries
	return nil
}

func (r *reply) helpOn(v *exercise.View, verb string) error {
	a, ok := action.Find(verb)
	if !ok {
		return exercise.Refuse(exercise.ErrUnknown, "There is no verb %s; help lists them.", safe(verb))
	}
	e := entry(v, a)
	r.data = e
	r.text.say("%s: %s", e.Synopsis, words.Phrase(e.Help))
	if e.NotNow != "" {
		r.text.say("%s", a.NotNow(v))
	}
	for _, example := range e.Examples {
		r.text.say("For example: %s", example)
	}
	return nil
}
