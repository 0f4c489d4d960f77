package transcript

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
)

// page collects one document about one view.
type page struct {
	strings.Builder
	v    *exercise.View
	room *exercise.RoomView
	zone *time.Location
}

func newPage(v *exercise.View) *page {
	zone, err := time.LoadLocation(v.Room.Exercise.Zone)
	if err != nil {
		zone = time.UTC
	}
	return &page{v: v, room: v.Room, zone: zone}
}

// para writes a paragraph, or any block, and the empty line after it.
func (p *page) para(format string, args ...any) { fmt.Fprintf(p, format+"\n\n", args...) }

// item writes one entry of a list; end closes the list.
func (p *page) item(format string, args ...any) { fmt.Fprintf(p, "- "+format+"\n", args...) }

func (p *page) end() { p.WriteByte('\n') }

// list writes a heading and its entries, or nothing where there are none.
func (p *page) list(heading string, items []string) {
	if len(items) == 0 {
		return
	}
	p.para("%s", heading)
	for _, text := range items {
		p.item("%s", text)
	}
	p.end()
}

// banner is the line that stands at head and foot of everything.
func banner(name string) string {
	return "EXERCISE EXERCISE EXERCISE · " + name + " · not real events"
}

// Banner is that line, for whoever writes beside the exports.
func Banner(title string) string { return banner(title) }

func (p *page) banner() { p.para("**%s**", inline(banner(p.room.Exercise.Title))) }

func (p *page) at(wall int64) time.Time { return time.UnixMilli(wall).In(p.zone) }

func (p *page) clock(wall int64) string { return p.at(wall).Format("15:04") }

func (p *page) day(wall int64) string { return p.at(wall).Format("Monday 2 January 2006") }

// story is a moment of story time: T+20 min.
func story(ms int64) string { return "T+" + span(ms) }

// span is a length of time as people say it.
func span(ms int64) string {
	s := (ms + 500) / 1000
	switch {
	case s < 60:
		return fmt.Sprintf("%d s", s)
	case s < 3600 && s%60 == 0:
		return fmt.Sprintf("%d min", s/60)
	case s < 3600:
		return fmt.Sprintf("%d min %d s", s/60, s%60)
	}
	return fmt.Sprintf("%d h %d min", s/3600, s%3600/60)
}

func (p *page) team(id exercise.TeamID) exercise.TeamView {
	for _, t := range p.room.Teams {
		if t.ID == id {
			return t
		}
	}
	return exercise.TeamView{ID: id, Name: string(id)}
}

// delegation names a team with its track: Hydra (ε).
func (p *page) delegation(id exercise.TeamID) string {
	t := p.team(id)
	return inline(t.Name) + " (" + string(t.Track) + ")"
}

func (p *page) delegations(ids []exercise.TeamID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = p.delegation(id)
	}
	return and(names)
}

func (p *page) seat(id exercise.SeatID) string {
	for _, t := range p.room.Teams {
		for _, s := range t.Seats {
			if s.ID == id {
				return inline(s.Name)
			}
		}
	}
	for _, s := range p.room.Staff {
		if s.ID == id {
			return inline(s.Name)
		}
	}
	return inline(string(id))
}

func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func ended(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!:") {
		return s
	}
	return s + "."
}

// words quotes what a person said.
func words(s string) string { return "“" + inline(s) + "”" }
