package transcript

import (
	"io"
	"slices"
	"strings"

	"kefi/exercise"
)

// Options choose what stands in a copy of the minutes.
type Options struct {
	// Private adds a part with the seat's own private rooms: for the copy that
	// a delegation keeps, not for one that is handed on.
	Private bool
}

// Minutes writes the minutes as Markdown, made from the view alone: a seat's
// copy holds what that seat may know and nothing else, and names people as the
// recorder chose. The error is w's.
func Minutes(w io.Writer, v *exercise.View, o Options) error {
	p := newPage(v)
	p.banner()
	p.head()
	p.earlier()
	p.attendance()
	p.published()
	p.WriteString(AgreedText(v.Room))
	p.summary()
	p.notAgreed()
	p.changes()
	p.input()
	p.decisions()
	p.void()
	p.notTakenUp()
	p.packages()
	p.proceedings()
	p.consultations()
	p.incidents()
	p.model()
	p.requests()
	p.record()
	p.hall()
	p.hotWash()
	p.debrief()
	p.survey()
	p.stayedOpen()
	if o.Private {
		p.private()
	}
	p.para("---")
	p.marking()
	p.banner()
	_, err := io.WriteString(w, renamed(strings.TrimRight(p.String(), "\n")+"\n", v.Room))
	return err
}

// head is what a file clerk looks for.
func (p *page) head() {
	about := p.room.Exercise
	p.marking()
	if p.provisional() {
		p.para("_Provisional: the exercise is still going on._")
	}
	if outcome := p.outcome(); outcome == "No outcome" {
		p.para("**No outcome.**")
	} else {
		p.para("**Outcome: %s.**", inline(outcome))
	}
	p.para("# Minutes: %s", inline(about.Title))
	p.item("**Date:** %s", p.dates())
	p.field("Instrument", about.Instrument)
	p.procedure()
	p.field("Exercise", about.Name)
	p.field("Organiser", about.Organiser)
	p.field("Copy of", p.v.Own.Name)
	p.naming()
	p.item("**Times:** local in %s; T+ is time in the story, from its start", inline(p.zone.String()))
	p.end()
}

// marking is the highest mark of what stands on the page.
func (p *page) marking() {
	if m := Marking(p.v); m != "" {
		p.para("Marking: %s", inline(m))
	}
}

func (p *page) field(name, value string) {
	if value != "" {
		p.item("**%s:** %s", name, inline(value))
	}
}

// provisional: before ENDEX everything can still change.
func (p *page) provisional() bool {
	return p.room.Phase != exercise.Debrief && p.room.Phase != exercise.Closed
}

func (p *page) outcome() string {
	if c := p.room.Closing; c != nil {
		return c.Outcome.String()
	}
	return "None yet"
}

// dates is the time from STARTEX to the last entry before the exercise closed.
func (p *page) dates() string {
	feed := p.room.Feed
	from := slices.IndexFunc(feed, func(l exercise.Line) bool { return l.Kind == "phase" })
	if from < 0 {
		return p.day(p.room.Clocks.Wall) + "; play has not begun"
	}
	first, last := feed[from].Wall, feed[from].Wall
	for _, l := range feed {
		if l.Kind != "presence" {
			last = l.Wall
		}
	}
	if p.day(first) != p.day(last) {
		return p.day(first) + ", " + p.clock(first) + ", to " + p.day(last) + ", " + p.clock(last)
	}
	return p.day(first) + ", " + p.clock(first) + " to " + p.clock(last)
}

// summary is the chair's own text: it binds nobody.
func (p *page) summary() {
	if c := p.room.Closing; c != nil && c.Summary != "" {
		p.para("## Chair's summary")
		p.para("The chair's own; it binds nobody.")
		p.para("%s", quoted(c.Summary))
	}
}
