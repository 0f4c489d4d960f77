package plain

import (
	"fmt"
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// clock gives the time of day in the exercise's zone.
func clock(v *exercise.View, wall int64) string {
	zone, err := time.LoadLocation(v.Room.Exercise.Zone)
	if err != nil {
		zone = time.UTC
	}
	return time.UnixMilli(wall).In(zone).Format("15:04")
}

// spell gives a duration in words: "2 minutes 41 seconds".
func spell(ms int64) exercise.Phrase {
	seconds := int(max(ms, 0)+500) / 1000
	hours, minutes, seconds := seconds/3600, seconds/60%60, seconds%60
	h, m, s := words.Counted(hours, "%d hour", "%d hours"), words.Counted(minutes, "%d minute", "%d minutes"),
		words.Counted(seconds, "%d second", "%d seconds")
	switch {
	case hours > 0 && minutes == 0:
		return h
	case hours > 0:
		return words.Phrase("%s %s", h, m)
	case minutes > 0 && seconds == 0:
		return m
	case minutes > 0:
		return words.Phrase("%s %s", m, s)
	}
	return s
}

// story gives a scenario time as it is typed: T+42m.
func story(ms int64) string {
	minutes := ms / 60_000
	if minutes < 60 {
		return fmt.Sprintf("T+%dm", minutes)
	}
	return fmt.Sprintf("T+%dh%02dm", minutes/60, minutes%60)
}

// timing tells both clocks and all that runs out.
func timing(p *page, v *exercise.View, now int64) {
	c := v.Room.Clocks
	zone := v.Room.Exercise.Zone
	if zone == "" {
		zone = "UTC"
	}
	p.say("It is %s, %s", clock(v, now), zone)
	p.say("Story time is %s, %s", story(c.ScenarioAt(now)), running(c.ScenarioRunning, c.ScenarioWhy))
	if c.Speed > 1 {
		p.say("The story runs at %d times real time", c.Speed)
	}
	p.say("The table has sat for %s; its clock is %s", spell(c.TableAt(now)), running(c.TableRunning, c.TableWhy))
	if item, ok := openItem(v); ok && item.Until > 0 {
		p.say("%s: %s left", itemTitle(item).Capital(), left(c, item.Until, now))
	}
	switch f := v.Room.Floor; {
	case f.Halted:
		p.say("%s has the floor; its time stands still, with %s left", team(v, f.Speaker).Name, spell(f.Left))
	case f.Speaker != "":
		p.say("%s has the floor for another %s", team(v, f.Speaker).Name, left(c, f.Until, now))
	}
	if f := v.Room.Floor; f.InformalUntil > 0 {
		p.say("The sitting is informal for another %s", left(c, f.InformalUntil, now))
	}
	if f := v.Room.Floor; f.SuspendedUntil > 0 {
		p.say("The sitting is suspended for another %s", left(c, f.SuspendedUntil, now))
	}
	for _, d := range v.Room.Standing {
		p.say("%s on %s closes in %s", string(d.ID), d.Title, left(c, d.Until, now))
	}
}

// left is what remains until a table time.
func left(c exercise.Clocks, until, now int64) exercise.Phrase { return spell(until - c.TableAt(now)) }

func running(on bool, why string) exercise.Phrase {
	switch {
	case on:
		return words.Phrase("running")
	case why == "":
		return words.Phrase("standing still")
	}
	return words.Phrase("standing still: %s", words.Phrase(why))
}

func openItem(v *exercise.View) (exercise.ItemView, bool) {
	i := v.Room.Item
	if v.Room.Phase != exercise.Table || i < 0 || i >= len(v.Room.Agenda) {
		return exercise.ItemView{}, false
	}
	return v.Room.Agenda[i], true
}
