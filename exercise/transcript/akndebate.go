package transcript

import (
	"io"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
)

// writeDebateAKN writes the record of the room as an Akoma Ntoso debate: a
// section for each phase and item, in it what was said, what was decided with
// the position of each delegation, and what happened beside.
func writeDebateAKN(w io.Writer, s *Source) error {
	x := debate{akn: newAKN(w, s)}
	return x.document("debate", "sitting", "Record of "+s.View.Room.Exercise.Title, func() {
		x.block("debateBody")
		x.section("sitting", "Opening of the record")
		for _, l := range s.View.Room.Feed {
			if !l.Informal && l.Kind != "realworld" {
				x.line(l)
			}
		}
		x.end()
		x.end()
		x.conclusions(func() {})
	})
}

// debate is one while it is written; sections counts those opened.
type debate struct {
	*akn
	sections int
}

func (x *debate) section(name, heading string) {
	x.sections++
	x.block("debateSection", "name", name, "eId", "section_"+strconv.Itoa(x.sections))
	x.leaf("heading", heading)
}

func (x *debate) line(l exercise.Line) {
	text := l.Wording(exercise.English{}, x.page.clock)
	switch {
	case l.Kind == "phase" || l.Kind == "item":
		x.end()
		x.section(l.Kind, text)
	case l.Spoken || l.Heard:
		x.speech(l, text)
	case l.Kind == "decided" && x.decision(l, text):
	default:
		x.block("narrative", "eId", "entry_"+l.No)
		x.time(l.Wall)
		x.text(x.sentence(l, text))
		x.end()
	}
}

func (x *debate) speech(l exercise.Line, text string) {
	by, as := "chair", "chair"
	if l.Team != "" {
		by, as = x.team(l.Team), "track-"+x.page.team(l.Team).Track.Word()
	}
	x.block("speech", "by", "#"+by, "as", "#"+as, "startTime", x.moment(l.Wall), "eId", "entry_"+l.No)
	x.leaf("from", x.who(l))
	x.block("p")
	x.time(l.Wall)
	x.text(text)
	x.end()
	for _, c := range l.Corrected(exercise.English{}, x.page.clock) {
		x.leaf("p", "Corrected by the speaker: "+c, "class", "correction")
	}
	x.end()
}

// decision is a section of its own, with everybody's position as a vote; false
// where the line speaks of none that this view has.
func (x *debate) decision(l exercise.Line, text string) bool {
	for _, d := range x.page.room.Decisions {
		if string(d.ID) != l.Ref {
			continue
		}
		x.block("debateSection", "name", "decision", "eId", "entry_"+l.No)
		x.leaf("num", string(d.ID))
		x.leaf("heading", x.page.title(d))
		x.block("p")
		x.time(l.Wall)
		x.start("outcome")
		x.text(text)
		x.end()
		x.end()
		for _, p := range d.Positions {
			if p.Position != "" {
				x.vote(p)
			}
		}
		x.end()
		return true
	}
	return false
}

func (x *debate) vote(p exercise.PositionView) {
	t := x.page.team(p.Team)
	x.block("p")
	x.start("vote", "by", "#"+x.team(p.Team), "as", "#track-"+t.Track.Word())
	x.text(t.Name + ": " + string(p.Position))
	x.end()
	if p.Words != "" {
		x.text(" (“" + p.Words + "”)")
	}
	x.end()
}

// who names whose line it is; nobody's: empty.
func (x *debate) who(l exercise.Line) string {
	if l.Team != "" {
		return x.page.team(l.Team).Name
	}
	seat, _ := x.s.State.Seat(l.Seat)
	return seat.Name
}

// sentence begins with whose it is.
func (x *debate) sentence(l exercise.Line, text string) string {
	who := x.who(l)
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case who == "":
		return text
	case unicode.IsLower(first):
		return who + " " + text
	}
	return who + ": " + text
}

func (x *debate) time(wall int64) {
	x.start("recordedTime", "time", x.moment(wall))
	x.text(x.page.clock(wall))
	x.end()
	x.text(" ")
}

func (x *debate) moment(wall int64) string { return x.page.at(wall).Format(time.RFC3339) }
