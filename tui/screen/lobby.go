package screen

import (
	"slices"
	"strings"
	"time"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// lobby is where people arrive: what to do before the start, and who is here.
type lobby struct {
	menu  menu
	moved bool // the person has chosen a step; until then it is the first to do
	row   int  // of the step in hand, as last drawn
	page  scroll
	reads bool // the person has scrolled; until then the step in hand is in sight
}

func newLobby() *lobby { return &lobby{} }

func (l *lobby) Name(s *Sight) string { return s.Say("Lobby") }

// todo is one step of the lobby.
type todo struct {
	words string
	time  string // how long it takes
	about string // what it is, for whom has chosen it
	done  bool
	does  []Act
}

// todos are the steps of a seat: a delegation has all of them.
func (s *Sight) todos() []todo {
	own := s.View.Own
	first := todo{
		words: s.Say("Read the situation"), time: s.readingTime(), does: []Act{Open{Page: newSituation(), Focus: true}},
		about: s.Say("What everybody at the table knows. PgDn reads on, Esc comes back."), done: s.steps.has(stepBrief),
	}
	if own.Brief != nil {
		first.words, first.does = s.Say("Read your brief"), []Act{Open{Page: newBriefing(), Focus: true}}
		first.about = s.Say("The situation, and what your team wants. PgDn reads on, Esc comes back.")
	}
	list := []todo{first, {
		words: s.Say("Check your screen"), time: s.Say("20 sec"), does: []Act{Open{Page: &screenCheck{}, Focus: true}},
		about: s.Say("Asks what could not be measured, and shows how to change the look."), done: s.steps.has(stepScreen) || s.measured,
	}}
	if own.Has(exercise.Delegate) {
		list = append(list, todo{
			words: s.Say("Try it once, in private"), time: s.Say("60 sec"), does: []Act{Type{"/rehearse"}}, done: s.steps.has(stepTry),
			about: s.Say("Opens a rehearsal table with two patient robots. Nothing there is recorded."),
		})
	}
	if own.Team == "" && !own.Has(exercise.Chair) {
		return list
	}
	ready := todo{words: s.Say("Say you are ready"), does: []Act{Type{"/ready"}}, about: s.Say("Tells the room that you could begin.")}
	if s.isReady() {
		ready.words, ready.done = s.Say("You are ready"), true
		ready.does = []Act{Notice{s.Say("You are ready; the room has been told.")}}
	}
	return append(list, ready)
}

// readingTime is how long the situation and the brief take, at 200 words a minute.
func (s *Sight) readingTime() string {
	n := len(strings.Fields(s.View.Room.Situation))
	if b := s.View.Own.Brief; b != nil {
		for _, list := range [][]string{{b.Page}, b.Wants, b.Trades, b.RedLines, b.Offers} {
			n += len(strings.Fields(strings.Join(list, " ")))
		}
		for _, p := range b.Points {
			n += len(strings.Fields(p.Why))
		}
	}
	return s.Say("%d min", max((n+199)/200, 1))
}

func (l *lobby) Draw(s *Sight) Area {
	said := s.lastWords(1 + s.Height/16)
	room := s.Height
	if len(said) > 0 && !s.Card() {
		room -= len(said) + 1
	}
	d := s.Draw()
	if s.Wide() {
		half := (s.Width - 3) / 2
		left := l.welcome(s, half, room)
		d.Add(s.columns(left.Lines(), s.arrivals(s.Width-3-half), half, room)...)
		d.cursor = left.cursor
	} else {
		d.Add(l.narrow(s, room)...)
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

// narrow is the lobby in one column. Where it is higher than the window, the
// step in hand stays in sight.
func (l *lobby) narrow(s *Sight, room int) []string {
	left := l.welcome(s, s.Width, room)
	if !l.reads {
		l.page.reveal(l.row, l.row, room)
	}
	left.Gap()
	left.Add(s.arrivals(s.Width)...)
	return l.page.window(s, left.Lines(), room)
}

// welcome greets and says what to do before the start.
func (l *lobby) welcome(s *Sight, width, room int) *Drawing {
	d := s.DrawWide(width)
	if !s.Card() {
		s.greet(d, room)
	}
	l.steps(d, s)
	if s.Wide() || room > 26 {
		d.Gap()
		d.Text(1, s.in(theme.Body).Say("New to this? You need only three keys: type to speak, Enter to send, ? for help."))
	}
	return d
}

// greet says good morning, whom one speaks for and when it begins.
func (s *Sight) greet(d *Drawing, room int) {
	own := s.View.Own
	hello := s.greeting(time.UnixMilli(s.Now).In(s.zone()), own.Name)
	if s.Wide() || room > 20 {
		d.Line(theme.Strong, " "+hello)
		d.Text(1, plain(speaksFor(s)))
		d.Gap()
	} else {
		d.Text(1, append(strong(hello+" "), plain(speaksFor(s))...))
	}
	if room > 14 {
		d.Text(1, s.in(theme.Muted).Say(s.beginsWhen(), s.Clock(s.Now), s.place()))
		d.Gap()
	}
}

// beginsWhen says what the exercise waits for: control's word, or everybody's
// where control is played by a script.
func (s *Sight) beginsWhen() string {
	if s.scriptedControl() {
		return words.Mark("It is %s in %s. We begin once everyone here is ready.")
	}
	return words.Mark("It is %s in %s. We begin when control announces STARTEX.")
}

// scriptedControl says that a script starts the exercise.
func (s *Sight) scriptedControl() bool {
	return slices.ContainsFunc(s.View.Room.Staff, func(x exercise.SeatView) bool {
		return x.Robot && slices.Contains(x.Roles, exercise.Control)
	})
}

// place is where the exercise's clock hangs: "Zurich" of Europe/Zurich.
func (s *Sight) place() string {
	zone := s.zone().String()
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
}

// steps lists what to do, what is done, and says of the one in hand what it is.
func (l *lobby) steps(d *Drawing, s *Sight) {
	list := s.todos()
	done := 0
	for _, t := range list {
		done += plus(t.done)
	}
	column := min(d.width-1, 48)
	d.Raw(spread(s.Theme.Paint(theme.Strong, " "+s.Say("Before we start")), s.Theme.Paint(theme.Muted, s.Say("%d of %d done", done, len(list))), column, ""))
	if s.Wide() || s.Height > 20 {
		d.Gap()
	}
	l.choose(list)
	for i, t := range list {
		chosen := i == l.menu.chosen
		tick := " "
		if t.done {
			tick = s.Theme.Glyphs.Done
		}
		if chosen {
			l.row = d.Rows()
		}
		left := " " + s.Theme.Paint(theme.Chosen, s.marked(chosen)) + tick + " " + s.Theme.Paint(rowStyle(chosen), string(rune('1'+i))+"  "+t.words)
		d.Raw(spread(left, s.Theme.Paint(theme.Muted, t.time), column, s.Theme.Glyphs.Waiting))
	}
	if s.Focused {
		d.cursor = &Spot{Y: l.row}
	}
	if !s.Card() {
		d.Gap()
		d.Text(1, muted(list[l.menu.chosen].about))
	}
}

// choose keeps to the first step to do until the person has moved.
func (l *lobby) choose(list []todo) {
	if !l.moved {
		l.menu.chosen = 0
		for l.menu.chosen < len(list)-1 && list[l.menu.chosen].done {
			l.menu.chosen++
		}
	}
	l.menu.chosen = min(l.menu.chosen, len(list)-1)
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

func (s *Sight) greeting(t time.Time, name string) string {
	switch h := t.Hour(); {
	case h < 12:
		return s.Say("Good morning, %s.", name)
	case h < 18:
		return s.Say("Good afternoon, %s.", name)
	}
	return s.Say("Good evening, %s.", name)
}

func (l *lobby) Key(s *Sight, k key) ([]Act, bool) {
	list := s.todos()
	l.choose(list)
	items := make([]item, len(list))
	for i, t := range list {
		items[i] = item{words: t.words, does: t.does}
	}
	was := l.menu.chosen
	l.reads = false
	acts, taken := l.menu.key(s, k, items)
	l.moved = l.moved || l.menu.chosen != was
	if k.String() == "enter" {
		l.moved = false // once it is done, on to the next
	}
	return acts, taken
}

func (l *lobby) Scroll(_ *Sight, by int) {
	l.reads = true
	l.page.move(by)
}

func (l *lobby) Hints(s *Sight) []Hint {
	return []Hint{{"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("open"), ""}}
}

// Speech greets: the engine may refuse words outside the table phase, and
// its sentence is shown.
func (l *lobby) Speech(s *Sight) Speech {
	if own := s.View.Own; own.Team == "" && !own.Has(exercise.Chair) {
		return s.tableSpeech()
	}
	return Speech{Prompt: s.Say("Say hello, or / for commands"), Enter: s.Say("send"), Send: s.speak}
}
