package replay

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/theme"
)

// maxAsked is how many characters of a time can be typed.
const maxAsked = 20

// Seek goes to a time: of day in the exercise's zone, 11:00 or 11:00:30, or of
// the story, T+45m. The error is a sentence that says what there is.
func (p *Player) Seek(text string) error {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(strings.ToUpper(text), "T+"); ok {
		return p.seekStory(text, strings.ToLower(rest))
	}
	for _, layout := range []string{"15:04:05", "15:04", "15h04", "15.04"} {
		if t, err := time.Parse(layout, text); err == nil {
			return p.seekWall(text, t)
		}
	}
	return exercise.Refuse(exercise.ErrText, "“%s” is no time here; write one of the day, such as 11:00, or of the story, such as T+45m.", text)
}

// seekStory goes to the last moment at or before a time of the story.
func (p *Player) seekStory(text, rest string) error {
	d, err := time.ParseDuration(strings.ReplaceAll(strings.TrimSuffix(rest, "min"), " ", ""))
	if minutes, plain := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(rest, "min"))); plain == nil {
		d, err = time.Duration(minutes)*time.Minute, nil
	}
	if err != nil || d < 0 {
		return exercise.Refuse(exercise.ErrText, "“%s” is no time of the story; write T+45m or T+1h30m.", text)
	}
	end := p.reel.moments[p.reel.Len()-1].Scenario
	if d.Milliseconds() > end {
		return exercise.Refuse(exercise.ErrNotNow, "The story ends at %s here.", story(end))
	}
	p.playing = false
	p.goTo(p.reel.last(func(m Moment) bool { return m.Scenario <= d.Milliseconds() }))
	return nil
}

// seekWall goes to the first such time of day that the record has.
func (p *Player) seekWall(text string, t time.Time) error {
	first, last := p.reel.moments[0].Wall, p.reel.moments[p.reel.Len()-1].Wall
	day := time.UnixMilli(first).In(p.reel.zone)
	for range 2 {
		at := time.Date(day.Year(), day.Month(), day.Day(), t.Hour(), t.Minute(), t.Second(), 0, p.reel.zone).UnixMilli()
		if at >= first-first%60_000 && at <= last {
			p.playing = false
			p.goTo(p.reel.last(func(m Moment) bool { return m.Wall <= at }))
			p.now = max(p.now, at)
			return nil
		}
		day = day.AddDate(0, 0, 1)
	}
	return exercise.Refuse(exercise.ErrNotNow, "The record goes from %s to %s; %s is not in it.", clock(p.reel, first), clock(p.reel, last), text)
}

// ask is the time that is being typed.
type ask struct{ text string }

func (a *ask) key(p *Player, k tea.KeyPressMsg) {
	switch name := k.String(); {
	case name == "esc":
		p.asks = nil
	case name == "enter":
		p.asks = nil
		if a.text == "" {
			return
		}
		if err := p.Seek(a.text); err != nil {
			p.note = p.sheet.Language.Error(err)
		}
	case name == "backspace":
		if r := []rune(a.text); len(r) > 0 {
			a.text = string(r[:len(r)-1])
		}
	case k.Text != "" && len(a.text)+len(k.Text) <= maxAsked:
		a.text += k.Text
	}
}

// lead is what stands before what is typed: short where the window is.
func (a *ask) lead(s Sheet) string {
	lead := " " + s.say("REPLAY") + " " + s.say("EXERCISE") + "  "
	if ask := s.say("Go to (11:00 or T+45m): "); ansi.StringWidth(lead+ask)+8 <= s.Width {
		return lead + ask
	}
	return s.say("Go to: ")
}

func (a *ask) line(p *Player) string {
	lead := a.lead(p.sheet)
	return p.sheet.theme().Typeset(ansi.Truncate(p.sheet.theme().Paint(theme.Strong, lead)+a.text, p.sheet.Width, ""))
}

func (a *ask) cursor(p *Player) paint.Cursor {
	x := ansi.StringWidth(a.lead(p.sheet) + a.text)
	return paint.Cursor{X: min(x, max(p.sheet.Width-1, 0)), Y: p.sheet.Height - 1, Visible: true}
}
