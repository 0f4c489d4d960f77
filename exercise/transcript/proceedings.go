package transcript

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// proceedings lists what was moved and how it ended, and points of order with
// the rulings on them.
func (p *page) proceedings() {
	var rulings []exercise.Line
	for _, l := range p.room.Feed {
		if l.Kind == "order" && l.Team != "" || l.Kind == "ruling" {
			rulings = append(rulings, l)
		}
	}
	if len(rulings) == 0 && len(p.room.Motions) == 0 {
		return
	}
	p.para("## Motions and points of order")
	for _, m := range p.room.Motions {
		p.item("**%s** %s", inline(string(m.ID)), p.motion(m))
	}
	for _, l := range rulings {
		p.item("**%s** %s", inline(l.No), p.attributed(l))
	}
	p.end()
}

func (p *page) motion(m exercise.MotionView) string {
	text := p.delegation(m.Team) + " moved " + inline(m.Line.String()) + ": " + inline(m.State) + "."
	if m.Kind == string(exercise.MotionAppeal) {
		text = p.delegation(m.Team) + " appealed against the ruling: " + appealed(m.State) + "."
	}
	if m.Why != "" {
		text += " " + words(m.Why)
	}
	return text
}

// appealed says what became of the ruling: it stands unless it is overruled.
func appealed(state string) string {
	switch state {
	case string(exercise.Carried):
		return "the ruling is overruled"
	case string(exercise.NotCarried):
		return "the ruling stands"
	}
	return inline(state)
}

// floorTime says how long each track held the floor, and each delegation of it.
func (p *page) floorTime() {
	var tracks []string
	held := int64(0)
	for _, track := range exercise.Tracks() {
		total, present := int64(0), false
		for _, t := range p.room.Teams {
			if t.Track == track {
				total, present = total+t.SpokenFor, true
			}
		}
		held += total
		if present {
			tracks = append(tracks, string(track)+" "+length(total))
		}
	}
	if held > 0 {
		p.para("Floor time by track, in minutes: %s.", strings.Join(tracks, ", "))
	}
}

// length is a time in minutes and seconds: "4:05".
func length(ms int64) string {
	if ms == 0 {
		return "–"
	}
	s := (ms + 500) / 1000
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
