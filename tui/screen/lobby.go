package screen

import (
	"time"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// lobby is where people arrive: who is here, what to do before the start.
type lobby struct {
	menu menu
	read bool // the brief has been opened here
	page scroll
}

func newLobby() *lobby { return &lobby{} }

func (l *lobby) Name(s *Sight) string { return s.Say("Lobby") }

func (l *lobby) Draw(s *Sight) Area {
	said := s.lastWords(1 + s.Height/16)
	room := s.Height
	if len(said) > 0 && !s.Card() {
		room -= len(said) + 1
	}
	d := s.Draw()
	if s.Wide() {
		half := (s.Width - 3) / 2
		left := l.welcome(s, half)
		d.Add(s.columns(left.Lines(), s.arrivals(s.Width-3-half), half, room)...)
		d.cursor = left.cursor
	} else {
		left := l.welcome(s, s.Width)
		left.Gap()
		left.Add(s.arrivals(s.Width)...)
		d.Add(l.page.window(s, left.Lines(), room)...)
	}
	if len(said) > 0 && !s.Card() {
		for d.Rows() < room {
			d.Add("")
		}
		d.Rule("")
		d.Add(said...)
	}
	return d.Area()
}

// welcome greets and says what to do before the start.
func (l *lobby) welcome(s *Sight, width int) *Drawing {
	d := s.DrawWide(width)
	if !s.Card() {
		d.Text(1, plain(s.greeting()+" "+speaksFor(s)))
		if s.Height > 14 {
			d.Text(1, s.in(theme.Muted).Say("We begin when control announces STARTEX."))
			d.Gap()
		}
		d.Line(theme.Strong, " "+s.Say("Before we start"))
	}
	l.menu.draw(d, l.items(s))
	if s.Wide() {
		d.Gap()
		d.Text(1, s.in(theme.Body).Say("You need three keys only: type to speak, Enter to send, ? for help."))
	}
	return d
}

func (l *lobby) items(s *Sight) []item {
	tick := func(done bool, words string) string {
		if done {
			return words + "  " + s.Theme.Glyphs.Done
		}
		return words
	}
	var items []item
	if s.View.Own.Brief != nil {
		items = append(items, item{words: tick(l.read, s.Say("Read your brief")), does: []Act{Open{Page: newBrief(), Focus: true}}})
	}
	items = append(items, item{words: s.Say("Read the situation"), does: []Act{Open{Page: newSituation(), Focus: true}}})
	if s.View.Own.Team == "" && !s.View.Own.Has(exercise.Chair) {
		return items
	}
	ready := item{words: s.Say("Say you are ready"), does: []Act{Type{"/ready"}}}
	if s.isReady() {
		ready = item{words: tick(true, s.Say("You are ready")), does: []Act{Notice{s.Say("You are ready; the room has been told.")}}}
	}
	return append(items, ready)
}

// isReady looks among the seats of the room, where readiness is shown.
func (s *Sight) isReady() bool {
	own := s.View.Own
	for _, seat := range append(s.Team(own.Team).Seats, s.View.Room.Staff...) {
		if seat.ID == own.Seat && seat.Ready {
			return true
		}
	}
	return own.Ready
}

// arrivals lists who is here, and the house rules under them.
func (s *Sight) arrivals(width int) []string {
	room := s.View.Room
	d := s.DrawWide(width)
	here := 0
	for _, t := range room.Teams {
		if t.Presence == exercise.Here {
			here++
		}
	}
	d.Spread(s.Theme.Paint(theme.Strong, " "+s.Say("At the table")), s.Say("%d of %d here", here, len(room.Teams)))
	for _, track := range exercise.Tracks() {
		d.arrivals(s, track)
	}
	d.Text(2, muted(s.staffHere()))
	d.Gap()
	d.Line(theme.Strong, " "+s.Say("House rules"))
	for _, rule := range houseRules {
		d.Text(2, plain(s.Say(rule)))
	}
	return d.Lines()
}

// arrivals adds the teams of a track: one a line where there is a pane for
// them, else all on one.
func (d *Drawing) arrivals(s *Sight, track exercise.Track) {
	line := runs{}
	for _, t := range s.View.Room.Teams {
		if t.Track != track {
			continue
		}
		if s.Wide() {
			d.Spread("  "+s.TeamRuns(t.ID).line(s.Theme), s.arrival(t).line(s.Theme))
			continue
		}
		if len(line) > 0 {
			line = append(line, run{theme.Muted, "  " + s.Theme.Glyphs.Dot + "  "})
		}
		line = append(append(line, run{theme.Body, t.Name + " "}), s.arrival(t)...)
	}
	if len(line) > 0 {
		d.Hang("  "+s.Theme.Paint(s.Theme.Track(string(track)), s.letter(track)+" "+s.Say(track.Short()))+"  ", line)
	}
}

var houseRules = []string{
	words.Mark("What you say at the table is minuted."),
	words.Mark("Your team room is private: nobody else at the table reads it."),
	words.Mark("Leave and come back at any time: your seat and your drafts wait."),
}

// arrival says how far a team has come in the lobby.
func (s *Sight) arrival(t exercise.TeamView) runs {
	ready := false
	for _, seat := range t.Seats {
		ready = ready || seat.Ready
	}
	switch {
	case t.Presence != exercise.Here:
		return muted(s.Say("not here"))
	case ready:
		return s.in(theme.Strong).Say("ready")
	case t.ID == s.View.Own.Team:
		return plain(s.Say("you"))
	}
	return plain(s.Say("here"))
}

// staffHere says which of the other seats are here, in one line.
func (s *Sight) staffHere() string {
	var here []string
	for _, seat := range s.View.Room.Staff {
		if seat.Via != "" {
			here = append(here, seat.Name)
		}
	}
	if len(here) == 0 {
		return s.Say("Nobody else is here yet.")
	}
	return s.Say("Also here: %s", words.List(here))
}

// lastWords are the newest things said at the table, as many as stand whole in
// n rows, for a page that is not the table.
func (s *Sight) lastWords(n int) []string {
	var rows []string
	feed := s.View.Room.Feed
	for i := len(feed) - 1; i >= 0 && len(rows) < n; i-- {
		if !feed[i].Spoken {
			continue
		}
		d := s.Draw()
		d.entry(feed[i])
		if len(rows) > 0 && len(rows)+d.Rows() > n {
			break
		}
		rows = append(d.Lines(), rows...)
	}
	return rows
}

// greeting greets by the time of day, and by name whoever's seat has a name
// besides its team's.
func (s *Sight) greeting() string {
	hour := time.UnixMilli(s.Now).In(s.zone()).Hour()
	hello := words.Mark("Good evening")
	switch {
	case hour < 12:
		hello = words.Mark("Good morning")
	case hour < 18:
		hello = words.Mark("Good afternoon")
	}
	if own := s.View.Own; own.Team != "" && own.Name != s.Team(own.Team).Name {
		return s.Say("%s, %s.", words.Phrase(hello), own.Name)
	}
	return s.Say("%s.", words.Phrase(hello))
}

func (l *lobby) Key(s *Sight, k key) ([]Act, bool) {
	acts, taken := l.menu.key(s, k, l.items(s))
	for _, a := range acts {
		if o, ok := a.(Open); ok {
			doc, ok := o.Page.(*document)
			l.read = l.read || ok && doc.brief
		}
	}
	return acts, taken
}

func (l *lobby) Scroll(_ *Sight, by int) { l.page.move(by) }

func (l *lobby) Hints(s *Sight) []Hint {
	return []Hint{{"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("open it"), ""}}
}

// Speech greets: the engine may refuse words outside the table phase, and
// its sentence is shown.
func (l *lobby) Speech(s *Sight) Speech {
	if own := s.View.Own; own.Team == "" && !own.Has(exercise.Chair) {
		return s.tableSpeech()
	}
	return Speech{Prompt: s.Say("Say hello"), Enter: s.Say("send"), Send: s.speak}
}
