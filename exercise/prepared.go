package exercise

import (
	"slices"
	"strings"
	"unicode"
)

// reminderAfter is how long a question to the world waits until control is
// reminded of it, in ms of wall time.
const reminderAfter = 4 * minute

// persona is somebody outside the room, as the scenario names them where it does.
func (s State) persona(name string) Persona {
	i := slices.IndexFunc(s.plan.Personas, func(p Persona) bool { return strings.EqualFold(p.Name, name) })
	if i < 0 {
		return Persona{Name: name}
	}
	return s.plan.Personas[i]
}

func (s State) preparedAs(id string) (Prepared, bool) {
	i := slices.IndexFunc(s.plan.Prepared, func(p Prepared) bool { return strings.EqualFold(p.ID, id) })
	if i < 0 {
		return Prepared{}, false
	}
	return s.plan.Prepared[i], true
}

// offers are the prepared answers that a question seems to want, in the order
// of the scenario; none once it is answered.
func (s State) offers(x request) []Prepared {
	if x.answer != (WordID{}) {
		return nil
	}
	asked := spacedWords(s.text(x.words))
	var list []Prepared
	for _, p := range s.plan.Prepared {
		meant := slices.ContainsFunc(p.About, func(phrase string) bool { return strings.Contains(asked, spacedWords(phrase)) })
		forTeam := len(p.Teams) == 0 || slices.Contains(p.Teams, x.team)
		if meant && forTeam && (x.to == "" || s.sameName(x.to, p.From)) {
			list = append(list, p)
		}
	}
	return list
}

// sameName: as typed after `rfi … to`, a name or a word of it: cert for Harbour CERT.
func (s State) sameName(typed, name string) bool {
	return strings.Contains(spacedWords(name), spacedWords(typed))
}

// spacedWords is a text's words in small letters, each between spaces.
func spacedWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

// RequestWaits: nobody has answered it for a while; control is reminded, once.
type RequestWaits struct {
	N int `json:"n"`
}

func (s State) dueReminders(yield func(dueItem)) {
	if !s.phase.running() {
		return
	}
	for _, x := range s.rfis {
		if !x.late && x.answer == (WordID{}) {
			yield(dueItem{at: x.wall + reminderAfter, decide: func(d *decider) { d.emit(RequestWaits{N: x.n}) }})
		}
	}
}

func (e RequestWaits) apply(s *State, a Act) {
	s.rfis = withAt(s.rfis, e.N-1, func(x *request) { x.late = true })
	x := s.rfis[e.N-1]
	s.post(a, e, Line{Kind: "rfi", Ref: requestNo(x.n), Phrase: say("%s of %s has waited for %s.", requestNo(x.n), s.teamName(x.team), spell(reminderAfter))})
}

// PersonaView is somebody as whom control and the simulation cell speak.
type PersonaView struct {
	Name  string `json:"name"`
	About string `json:"about,omitempty"`
}

func (s State) personaViews() []PersonaView {
	var views []PersonaView
	for _, p := range s.plan.Personas {
		views = append(views, PersonaView{p.Name, s.text(p.About.ID)})
	}
	return views
}
