package plain

import (
	"strconv"
	"strings"
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// caucuses lists the private rooms of this seat, and what was said in those
// that are open.
func (r *reply) caucuses(v *exercise.View, now int64) {
	p := &r.text
	r.data = v.Own.Caucuses
	if len(v.Own.Caucuses) == 0 {
		p.say("Your team sits in no caucus. Type caucus and the teams to call one")
		return
	}
	for _, c := range v.Own.Caucuses {
		caucus(p, v, c, now)
	}
}

func caucus(p *page, v *exercise.View, c exercise.CaucusView, now int64) {
	what := words.Phrase("%s", c.ID)
	if c.Clause != "" {
		what = words.Phrase("%s, the contact group on clause %s,", c.ID, c.Clause)
	}
	switch {
	case c.Asked:
		p.say("%s: %s asks you to a caucus", what, teams(v, c.Members))
		p.say("Type caucus accept, or caucus leave")
		return
	case !c.Open && c.Since > 0:
		p.say("%s is over; %s sat in it", what, teams(v, c.Members))
		return
	case !c.Open:
		p.say("%s: nobody has come yet", what)
	case c.Until > 0:
		p.say("%s is open; %s sit in it, %s left", what, teams(v, c.Members), left(v.Room.Clocks, c.Until, now))
	default:
		p.say("%s is open; %s sit in it", what, teams(v, c.Members))
	}
	if len(c.Invited) > 0 {
		p.say("Invited: %s", teams(v, c.Invited))
	}
	joint(p, v, c)
	for _, l := range c.Lines {
		p.say("%s", Line(p.lang, v, l))
	}
	honest(p, v, c, now)
}

func joint(p *page, v *exercise.View, c exercise.CaucusView) {
	switch {
	case c.Draft.IsZero():
	case c.Lodged:
		p.say("The joint draft has been lodged: %s", c.Draft)
	case len(c.Signed) == 0:
		p.say("The joint draft, signed by nobody yet: %s", c.Draft)
	default:
		p.say("The joint draft, signed by %s: %s", teams(v, c.Signed), c.Draft)
	}
}

// honest says who reads a private room, and for how long it is kept.
func honest(p *page, v *exercise.View, c exercise.CaucusView, now int64) {
	until := keptUntil(v, now)
	shown := words.Phrase("Not shown to the chair, control or other teams.")
	if c.Clause != "" {
		shown = words.Phrase("Not shown to control or other teams.")
	}
	if until == "" {
		p.say("%s Stored on the organiser's server", shown)
		return
	}
	p.say("%s Stored on the organiser's server until %s", shown, until)
}

// keptUntil is the day up to which private words of today are kept.
func keptUntil(v *exercise.View, now int64) string {
	days, err := strconv.Atoi(strings.TrimSuffix(v.Room.Exercise.Retention, "d"))
	if err != nil {
		return ""
	}
	zone, err := time.LoadLocation(v.Room.Exercise.Zone)
	if err != nil {
		zone = time.UTC
	}
	return time.UnixMilli(now).In(zone).AddDate(0, 0, days).Format("2006-01-02")
}

// quorum tells who of whom is present, and whether decisions can be taken.
func (r *reply) quorum(v *exercise.View, now int64) {
	q := v.Room.Quorum
	for _, t := range q.Tracks {
		here := words.Phrase("%s: %d of %d here", track(t.Track).Capital(), len(t.Here), len(t.Here)+len(t.Away))
		if len(t.Away) > 0 {
			here = words.Phrase("%s; away: %s", here, teams(v, t.Away))
		}
		r.text.say("%s", here)
	}
	switch {
	case q.Hinders.IsZero() || q.Until > 0 && now >= q.Until:
		r.text.say("Decisions can be taken")
	default:
		r.text.say("%s", q.Hinders)
	}
	r.data = q
}
