package rehearsal

import (
	"slices"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/tui/words"
)

// Part is a seat with who plays it.
type Part struct {
	Seat   exercise.SeatID
	Player bot.Player
}

// Cast is everybody but the newcomer: the two robots and the host, who speak
// the newcomer's language.
func Cast(n Newcomer) []Part {
	say := n.Lang.Say
	return []Part{
		{Ada, &bot.Patient{
			Replies: []string{
				say("Good day, %s. I am a robot, and very patient: take all the time you want.", n.Name),
				say("I hear you, %s.", n.Name),
				say("I am only a robot, but I like the sound of that."),
				say("Go on; I have all day."),
			},
			Holds:  say("I have the floor now, and talk about ten o'clock. I stop as soon as you ask for the floor."),
			Yields: say("I see your hand, %s. The floor is yours.", n.Name),
			Answer: say("You asked only me, and nobody else saw it. Eleven suits me."),
		}},
		{Bo, &bot.Patient{
			Replies: []string{say("Welcome, %s. I am the other robot.", n.Name)},
			Answer:  say("You asked only me, and nobody else saw it. I like ten and eleven."),
		}},
		{Host, &host{lang: n.Lang, name: n.Name}},
	}
}

// host chairs the rehearsal: it leads from one step to the next and waits for
// the newcomer at each.
type host struct {
	lang *words.Language
	name string
	said map[string]bool
}

// Act leads on.
func (h *host) Act(v *exercise.View, _ int64) exercise.Command {
	room, you := v.Room, exercise.TeamID(You)
	switch item := itemOf(room); {
	case room.Phase != exercise.Table:
		return nil
	case item == hello && spoken(room, you) > 0 && spoken(room, exercise.TeamID(Ada)) > 0 && spoken(room, exercise.TeamID(Bo)) > 0:
		return exercise.OpenItem{Name: where}
	case item == where && room.Floor.Speaker == "" && !raised(room, you):
		return exercise.GiveFloor{Team: exercise.TeamID(Ada)}
	case item == where && room.Floor.Speaker != exercise.TeamID(Ada) && len(room.Decisions)+len(room.Standing) == 0:
		return h.once("put", h.lang.Say("Thank you, %s. You may speak now. Before you do, I ask everybody: do you accept eleven o'clock?", h.name), exercise.Put{X: []exercise.Subject{put}})
	case item == where && len(room.Decisions) > 0 && len(room.Standing) == 0:
		return h.once("ready", h.lang.Say("Thank you. That is all there is to it: you are ready, %s. Stay as long as you like; the floor is open.", h.name), exercise.OpenItem{Name: more})
	}
	return nil
}

// once says a sentence before it does something.
func (h *host) once(what, sentence string, then exercise.Command) exercise.Command {
	if h.said[what] {
		return then
	}
	if h.said == nil {
		h.said = map[string]bool{}
	}
	h.said[what] = true
	return exercise.Say{Words: exercise.T(sentence)}
}

// Told remembers nothing: what was refused is tried again.
func (h *host) Told(exercise.Command, error) {}

func itemOf(room *exercise.RoomView) string {
	if room.Item < 0 || room.Item >= len(room.Agenda) {
		return ""
	}
	return room.Agenda[room.Item].Name
}

// Setting is what is done before the newcomer sits down: everybody accepts the
// first page, and the host begins.
func Setting() []Opening {
	var list []Opening
	for _, seat := range []exercise.SeatID{Host, Ada, Bo, You} {
		list = append(list, Opening{seat, exercise.Agree{}})
	}
	return append(list, Opening{Host, exercise.Start{}}) // which opens the first item
}

// Opening is one thing that a seat does.
type Opening struct {
	Seat    exercise.SeatID
	Command exercise.Command
}

// Robots are the seats that the newcomer does not hold.
func Robots() []exercise.SeatID { return slices.Clone([]exercise.SeatID{Host, Ada, Bo}) }
