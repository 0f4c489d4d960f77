package screen

import (
	"context"
	"errors"
	"time"

	"kefi/exercise"
)

// This file takes what arrives by itself.

// See takes a view that has arrived.
func (sh *Shell) See(v *exercise.View, now int64) []Act {
	sh.now = now
	old, known := sh.view, len(sh.known)
	if !sh.mark.held {
		sh.mark = marking{} // it may stand over other words now
	}
	before := sh.speech().Enter
	first := old == nil
	sh.view, sh.behind = v, max(now-v.Room.Clocks.Wall, 0)
	sh.setZone(v.Room.Exercise.Zone)
	if v.Room.Item != sh.item {
		sh.item, sh.clause = v.Room.Item, ""
	}
	sh.bring()
	if !sh.note.refusal && now-max(sh.used, sh.note.at) > noteLasts {
		sh.note = note{}
	}
	sh.goHome()
	sh.arrivals(first)
	if first {
		sh.came.satAt = now
	}
	sh.tellTrouble()
	if !first {
		sh.confirm(old)
	}
	if !first && sh.speech().Enter != before {
		sh.quiet = now + deaf
		if !sh.note.refusal {
			sh.note = note{} // what it said of Enter is no longer so
		}
	}
	acts := sh.catchUp()
	if sh.rings(old, known) {
		acts = append(acts, Ring{})
	}
	return sh.settled(acts)
}

// confirm tells the person of a private move of theirs, such as an invitation
// to a caucus, and of who comes to their caucus and goes: the table does not
// show it.
func (sh *Shell) confirm(old *exercise.View) {
	switch sh.page().(type) {
	case *teamRoom, *caucusPage:
		return // they show it themselves
	}
	own, s := sh.view.Own, sh.sight()
	for _, l := range own.Lines[min(len(old.Own.Lines), len(own.Lines)):] {
		team := s.Team(l.Team)
		if l.Seat == own.Seat {
			team = s.Team(own.Team)
		}
		mine := l.Seat == own.Seat || l.Kind == "caucus" && !ofCaucus(l.Room)
		if own.Team == "" || team == nil || !mine {
			continue
		}
		sh.note = note{text: team.Name + " " + s.wording(l), at: sh.now}
		if team.ID != own.Team {
			sh.note.text += "  /caucus"
		}
	}
}

// bring shows the clause that the chair has newly brought to everybody. It
// turns the table to it and touches nothing that is being written or read.
func (sh *Shell) bring() {
	room := sh.view.Room
	if room.Focus == sh.focus {
		return
	}
	sh.focus = room.Focus
	if id := (&Sight{View: sh.view}).clauseOn(room.Focus); id != "" && !sh.focused {
		sh.clause = id
	}
}

func (sh *Shell) setZone(name string) {
	if name == sh.zoneName && sh.zone != nil {
		return
	}
	sh.zoneName, sh.zone = name, time.UTC
	if zone, err := time.LoadLocation(name); err == nil {
		sh.zone = zone
	}
}

// goHome changes the home page with the phase. A page that the person opened
// stays; a focus in the page that goes returns to the line.
func (sh *Shell) goHome() {
	if sh.stopped() {
		sh.focused = false
	}
	name, make := homeOf(sh.view)
	if name == sh.homeName {
		return
	}
	if _, first := sh.home.(*waiting); !first {
		sh.quiet = sh.now + deaf
	}
	sh.home, sh.homeName = make(), name
	if len(sh.stack) == 0 {
		sh.focused = false
	}
	if _, signs := sh.home.(*closing); signs && sh.incident != "" {
		sh.folded, sh.incident = sh.incident, "" // the page to sign on is not to be covered
	}
}

// arrivals shows an incident that is new: in the reading area where nothing
// else was opened, as a line above the input where it was.
func (sh *Shell) arrivals(first bool) {
	if sh.known == nil {
		sh.known = map[string]bool{}
	}
	for _, list := range [][]exercise.IncidentView{sh.view.Room.Incidents, sh.view.Own.Incidents} {
		for _, x := range list {
			if sh.known[x.ID] {
				continue
			}
			sh.known[x.ID] = true
			switch {
			case first, sh.view.Own.Control != nil, projects(sh.view.Own): // who sent it knows it; a projector shows it by itself
			case sh.busy():
				sh.folded = x.ID
			default:
				sh.incident, sh.reading, sh.quiet = x.ID, scroll{}, sh.now+deaf
			}
		}
	}
}

// busy says that the reading area is being worked in, or signed on: an incident
// waits as a line above the input.
func (sh *Shell) busy() bool {
	switch sh.home.(type) {
	case *podium, *desk, *closing:
		return true
	}
	return len(sh.stack) > 0 || sh.focused
}

// Stored takes the outcome of fetching or storing what is the seat's.
func (sh *Shell) Stored(failed error) {
	if failed != nil && !errors.Is(failed, context.Canceled) {
		sh.note = note{text: sh.lang.Say("What you write is not being kept with your seat just now; leave this window open. %s", sentence(sh.lang.Error(failed))), refusal: true}
	}
}

// Changes is how long it takes until the screen changes by itself: a second
// where a countdown is in its last minute, five above, else the minute's end.
func (sh *Shell) Changes(now int64) time.Duration {
	wait := 60_000 - now%60_000
	if sh.view == nil {
		return time.Duration(wait) * time.Millisecond
	}
	sh.now = now
	s := sh.sight()
	if c, ok := sh.page().(Counter); ok && c.Counting(s) {
		wait = 1000
	}
	for _, left := range s.countdowns() {
		step := int64(1000)
		if left > 60_000 {
			step = 5000
		}
		wait = min(wait, (left-1)%step+1)
	}
	return time.Duration(max(wait, 50)) * time.Millisecond
}
