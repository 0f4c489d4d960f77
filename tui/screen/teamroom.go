package screen

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// teamRoom is a team among itself: its words, its questions to other teams and
// theirs, whispers with the chair. A plain line stays in the room.
type teamRoom struct {
	read scroll
	at   string // which of what waits for the head is chosen
}

func newTeamRoom() *teamRoom { return &teamRoom{read: scroll{follows: true}} }

func (t *teamRoom) Name(s *Sight) string { return s.Say("PRIVATE team room") }

func (t *teamRoom) Draw(s *Sight) Area {
	own := s.View.Own
	if own.Team == "" {
		d := s.Draw()
		d.Text(1, s.in(theme.Body).Say("Only teams have a room. Whispers to and from your seat stand on your own page."))
		return d.Area()
	}
	return s.private(func(inner *Sight) []string {
		if !inner.Wide() {
			return t.talk(inner, inner.Width, s.Height)
		}
		const left = 28
		return inner.columns(t.aside(inner, left).Lines(), t.talk(inner, inner.Width-left-3, s.Height), left, s.Height)
	})
}

// aside says who is in the room and what goes on outside it.
func (t *teamRoom) aside(s *Sight, width int) *Drawing {
	d := s.DrawWide(width)
	team := s.Team(s.View.Own.Team)
	d.Line(theme.Strong, s.Say("In this room"))
	for _, seat := range team.Seats {
		d.Spread("  "+seat.Name, s.Theme.Paint(theme.Muted, s.seatState(seat)))
	}
	d.Gap()
	d.Line(theme.Strong, s.Say("Not in this room"))
	d.Text(2, s.in(theme.Muted).Say("everyone else"))
	d.Gap()
	d.Line(theme.Strong, s.Say("The table goes on"))
	for _, r := range s.tableGoesOn() {
		d.Text(2, r)
	}
	return d
}

// seatState says how a seat sits: here, by script, away.
func (s *Sight) seatState(seat exercise.SeatView) string {
	state := map[string]string{"screen": words.Mark("here"), "plain": words.Mark("here, plain"), "script": words.Mark("by script")}[seat.Via]
	switch {
	case seat.ID == s.View.Own.Seat:
		return s.Say("you")
	case state == "":
		return s.Say("away")
	}
	return s.Say(state)
}

// tableGoesOn tells of the item, the floor and what waits for the team.
func (s *Sight) tableGoesOn() []runs {
	room := s.View.Room
	lines := []runs{plain(sentence(term(s, room.Phase)))}
	if room.Item >= 0 && room.Item < len(room.Agenda) && room.Phase == exercise.Table {
		lines = []runs{plain(s.itemTitle(room.Agenda[room.Item]))}
	}
	lines = append(lines, s.headline())
	if n := len(s.View.Own.ForYou); n > 0 {
		lines = append(lines, s.in(theme.Alert).Say("for you: %d", n))
	}
	return lines
}

// talk is the honest sentence and what was said.
func (t *teamRoom) talk(s *Sight, width, height int) []string {
	head := s.DrawWide(width)
	if s.Card() {
		head.Line(theme.Strong, s.Say("PRIVATE: your team alone"))
	} else {
		head.Text(0, append(strong(s.Say("PRIVATE")+". "), plain(s.Say("Not shown to the chair, control or other teams.")+" "+s.stored())...))
	}
	if !s.Card() {
		head.Gap()
	}
	body := s.DrawWide(width)
	if s.Card() { // where there is no room for it above the words
		body.Text(0, muted(s.stored()))
	}
	for _, line := range s.View.Own.Lines {
		if !ofCaucus(line.Room) {
			body.entry(line)
		}
	}
	if !slices.ContainsFunc(s.View.Own.Lines, func(l exercise.Line) bool { return !ofCaucus(l.Room) }) {
		body.Text(1, s.in(theme.Muted).Say("Nothing has been said here yet. What you type stays in this room."))
	}
	foot := t.forHead(s, width, max((height-head.Rows())*2/3, 0))
	room := height - head.Rows() - len(foot)
	lines := t.read.pane(s, body.Lines(), width, room)
	if len(foot) > 0 {
		lines = sized(lines, max(room, 0))
	}
	head.Add(lines...)
	head.Add(foot...)
	return head.Lines()
}

// stored says where private words are kept and for how long.
func (s *Sight) stored() string {
	retention := s.View.Room.Exercise.Retention
	days, ok := strings.CutSuffix(retention, "d")
	if n, err := strconv.Atoi(days); ok && err == nil {
		return s.Count(n, "Stored on the organiser's server for %d day.", "Stored on the organiser's server for %d days.")
	}
	if retention == "" {
		return s.Say("Stored on the organiser's server until the organiser erases it.")
	}
	return s.Say("Stored on the organiser's server for %s.", retention)
}

// ofCaucus says that a room is one of several teams, which has a page of its own.
func ofCaucus(r exercise.RoomID) bool {
	return strings.HasPrefix(string(r), "caucus/") || strings.HasPrefix(string(r), "group/")
}

// waits says that a line is another team's question, still without an answer.
func (s *Sight) waits(line exercise.Line) bool {
	return slices.ContainsFunc(s.View.Own.Asks, func(a exercise.AskView) bool {
		return a.No == line.No && a.To == s.View.Own.Team && a.Answer == ""
	})
}

// entry adds one line of a room's feed: when, who, what, and to whom where it
// is not the whole room.
func (d *Drawing) entry(line exercise.Line) {
	s := d.s
	who := s.speaker(line)
	beside := run{theme.Muted, ""}
	switch {
	case line.Kind == "whisper":
		beside.text = "  " + s.Say("(only you and the chair)")
		if strings.HasPrefix(string(line.Room), "team/") {
			beside.text = "  " + s.Say("(your team and the chair)")
		}
	case s.waits(line):
		beside = run{theme.Alert, "  " + theme.MarkAlert + " /answer-ask #" + line.No}
	}
	lead := s.Theme.Paint(theme.Muted, s.Clock(line.Wall)) + "  " + fit(who.line(s.Theme), feedName, s.Theme.Glyphs.Waiting) + "  "
	if s.Card() {
		lead = fit(who.line(s.Theme), 10, s.Theme.Glyphs.Waiting) + " "
	}
	d.Hang(lead, runs{{theme.Body, s.wording(line)}, beside})
}

// speaker names who is behind a line: a seat of one's own team, a team, a seat
// without one.
func (s *Sight) speaker(line exercise.Line) runs {
	own := s.View.Own
	for _, t := range s.View.Room.Teams {
		for _, seat := range t.Seats {
			if seat.ID == line.Seat && t.ID == own.Team {
				return runs{{s.Theme.Track(string(t.Track)), s.letter(t.Track) + " " + seat.Name}}
			}
			if seat.ID == line.Seat {
				return s.TeamRuns(t.ID)
			}
		}
	}
	switch {
	case line.Team != "":
		return s.TeamRuns(line.Team)
	case line.Seat != "":
		return plain(theme.MarkChair + " " + s.staffName(line.Seat))
	}
	return nil
}

// staffName is the name of a seat without a team.
func (s *Sight) staffName(id exercise.SeatID) string {
	for _, seat := range s.View.Room.Staff {
		if seat.ID == id {
			return seat.Name
		}
	}
	return sentence(string(id))
}

func (t *teamRoom) Scroll(_ *Sight, by int) { t.read.move(by) }

// Speech keeps plain lines in the room.
func (t *teamRoom) Speech(s *Sight) Speech {
	team := s.View.Own.Team
	if team == "" {
		return Speech{Slot: "room", Refusal: s.Say("This seat has no team room.")}
	}
	return Speech{
		Prompt: s.Say("Speak in PRIVATE to %s", s.Team(team).Name), Enter: s.Say("send privately"), Private: true, Slot: "room",
		Send: spoken(func(words exercise.Text) exercise.Command { return exercise.SpeakRoom{Words: words} }),
	}
}

// spoken makes a command of a plain line, once its text is clean.
func spoken(command func(exercise.Text) exercise.Command) func(string) []Act {
	return func(text string) []Act {
		words, err := exercise.Clean(text)
		if err != nil {
			return []Act{Notice{err.Error()}}
		}
		return []Act{Submit{Command: command(exercise.T(words))}}
	}
}
