package replay

import (
	"slices"

	"kefi/tui/words"
)

// binding is what keys do.
type binding struct {
	keys []string
	show string // how the help writes the keys
	says string
	do   func(*Player, string)
}

// bindings are all keys, in the order in which the help tells them.
func bindings() []binding {
	return []binding{
		{[]string{"space", "p"}, words.Mark("Space"), words.Mark("play or pause"), func(p *Player, _ string) { p.toggle() }},
		{[]string{"right", "l"}, "→", words.Mark("one step on"), func(p *Player, _ string) { p.step(1, anything) }},
		{[]string{"left", "h"}, "←", words.Mark("one step back"), func(p *Player, _ string) { p.step(-1, anything) }},
		{[]string{"]", "down", "n"}, "] ↓", words.Mark("the next decision or incident"), func(p *Player, _ string) { p.step(1, marked) }},
		{[]string{"[", "up", "b"}, "[ ↑", words.Mark("the decision or incident before"), func(p *Player, _ string) { p.step(-1, marked) }},
		{[]string{"}", "pgdown"}, "} PgDn", words.Mark("the next phase"), func(p *Player, _ string) { p.step(1, Moment.Turns) }},
		{[]string{"{", "pgup"}, "{ PgUp", words.Mark("the phase before"), func(p *Player, _ string) { p.step(-1, Moment.Turns) }},
		{[]string{"home"}, "Home", words.Mark("the beginning"), func(p *Player, _ string) { p.goTo(0) }},
		{[]string{"end"}, "End", words.Mark("the end"), func(p *Player, _ string) { p.playing = false; p.goTo(p.reel.Len() - 1) }},
		{[]string{"+", "="}, "+", words.Mark("faster"), func(p *Player, _ string) { p.speed = min(p.speed+1, len(speeds)-1) }},
		{[]string{"-"}, "-", words.Mark("slower"), func(p *Player, _ string) { p.speed = max(p.speed-1, 0) }},
		{digits(), "1-9", words.Mark("1 to 600 times as fast as life"), func(p *Player, key string) { p.speed = int(key[0] - '1') }},
		{[]string{"g"}, "g", words.Mark("go to a time, such as 11:00 or T+45m"), func(p *Player, _ string) { p.asks = &ask{} }},
		{[]string{"s"}, "s", words.Mark("another seat's eyes"), func(p *Player, _ string) { p.choose() }},
		{[]string{"?", "f1"}, "?", words.Mark("these keys"), func(p *Player, _ string) { p.over = &help{} }},
		{[]string{"q", "esc"}, "q Esc", words.Mark("leave"), func(p *Player, _ string) { p.left = true }},
	}
}

func digits() []string { return []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} }

func anything(Moment) bool { return true }

func marked(m Moment) bool { return m.Decides() || m.Incident() }

// press does what a key does; one that does nothing says where the keys are told.
func (p *Player) press(key string) {
	for _, b := range bindings() {
		if slices.Contains(b.keys, key) {
			b.do(p, key)
			return
		}
	}
	p.note = p.sheet.say("%s does nothing here; ? tells the keys", key)
}

// toggle plays or pauses. At the end it begins again.
func (p *Player) toggle() {
	p.playing = !p.playing
	if p.playing && p.at == p.reel.Len()-1 {
		p.goTo(0)
	}
}

// step goes to the next moment of a kind, or the one before. Where there is
// none it stays.
func (p *Player) step(by int, so func(Moment) bool) {
	to := p.reel.next(p.at, by, so)
	if to == p.at {
		p.note = p.sheet.say("There is no further one")
		return
	}
	p.goTo(to)
}
