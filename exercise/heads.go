package exercise

import (
	"slices"
	"strconv"
	"strings"
)

// A delegation of several seats has a head. Any seat speaks, drafts, lodges
// and marks stances; what binds the team comes from the head or a seat it has
// empowered. The others' binding acts wait in the team room for the head.

type (
	// Empower lets another seat of the team bind it like the head, or, given
	// again, no longer.
	Empower struct {
		Seat SeatID `json:"seat"`
	}
	// DropWish: the head will not carry out an adviser's act. Wish is W1.
	DropWish struct {
		Wish string `json:"wish"`
	}

	// Empowered: the seat binds its team now, or no longer.
	Empowered struct {
		Team   TeamID `json:"team"`
		Seat   SeatID `json:"seat"`
		Ceased bool   `json:"ceased,omitempty"`
	}
	// Wished: the command of this act binds the team and waits for its head.
	// N counts within the team; On is the decision or caucus it is about, where
	// the command may leave that open.
	Wished struct {
		N     int      `json:"n"`
		Team  TeamID   `json:"team"`
		Seat  SeatID   `json:"seat"`
		On    string   `json:"on,omitempty"`
		Words []WordID `json:"words,omitempty"`
	}
	// WishSettled: the head carried it out, or dropped it.
	WishSettled struct {
		N       int    `json:"n"`
		Team    TeamID `json:"team"`
		Dropped bool   `json:"dropped,omitempty"`
	}
)

// WishView is an adviser's act that binds the team and waits for its head.
type WishView struct {
	No   string `json:"no"` // W1, as typed after confirm
	Seat SeatID `json:"seat"`
	Line string `json:"line"` // "position A1 accept"
	Wall int64  `json:"wall"`
}

// wish is one that was made, waiting or settled.
type wish struct {
	Wished
	command Command // its texts by id only
	wall    int64
	settled bool
}

// called names a seat of a delegation: by its id where it has no name of its own.
func (s State) called(id SeatID) string {
	seat, _ := s.Seat(id)
	if t, _ := s.Team(seat.Team); t.Name == seat.Name && len(t.Seats) > 1 {
		return string(id)
	}
	return seat.Name
}

func wishNo(n int) string { return "W" + itoa(n) }

// binds says whether what a seat does binds its team now.
func (s State) binds(id SeatID) bool {
	team := s.teamOf(id)
	return team != "" && (s.actingHead(team) == id || slices.Contains(s.teams[team].empowered, id))
}

// head gives the team of a seat that binds it. What another seat asks for is
// judged as if it did, and then kept as a wish (see keepWish).
func (d *decider) head(what string) (TeamID, error) {
	team, err := d.team(what)
	if err != nil {
		return "", err
	}
	d.wish = d.wish || !d.s.binds(d.seat.ID)
	return team, nil
}

// keepWish replaces what an adviser's binding act would have done by the fact
// that it waits for the head. Before is the state before the act.
func (d *decider) keepWish(before State) {
	on := d.answered()
	d.act.Events = nil
	d.s = before
	d.s.begin(d.act)
	d.wished(on)
}

// wished records that the command in hand waits for the head.
func (d *decider) wished(on string) {
	e := Wished{N: 1, Team: d.seat.Team, Seat: d.seat.ID, On: on, Words: wordsOf(d.act.Command)}
	for _, w := range d.s.wishes {
		if w.Team == e.Team {
			e.N = w.N + 1
		}
	}
	d.emit(e)
}

// answered is the decision or the caucus that the command turned out to be about.
func (d *decider) answered() string {
	for _, e := range d.act.Events {
		switch e := e.(type) {
		case Positioned:
			return string(e.ID)
		case JointSigned:
			_, i := d.s.caucus(e.Caucus)
			return d.s.label(i, e.Team)
		}
	}
	return ""
}

func wordsOf(c Command) []WordID {
	var words []WordID
	mapTexts(c, func(t *Text) {
		if t.ID != (WordID{}) {
			words = append(words, t.ID)
		}
	})
	return words
}

func (e Wished) apply(s *State, a Act) {
	kept := mapTexts(a.Command, func(t *Text) { t.Value = "" })
	s.wishes = append(slices.Clip(s.wishes), wish{Wished: e, command: kept, wall: a.Wall})
	s.post(a, e, Line{
		Kind: "wish", Team: e.Team, Seat: e.Seat, Ref: wishNo(e.N),
		Phrase: say("wishes, for the head (`confirm %s`): %s", wishNo(e.N), s.asTyped(kept)), words: e.Words,
	})
}

// openWish finds a wish of this seat's team by its number; false where x is
// not the number of a wish at all.
func (d *decider) openWish(x string) (wish, bool, error) {
	digits, ok := strings.CutPrefix(strings.ToUpper(x), "W")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil {
		return wish{}, false, nil
	}
	team, err := d.team("confirm an adviser's act")
	if err != nil {
		return wish{}, true, err
	}
	for _, w := range d.s.wishes {
		if w.Team != team || w.N != n {
			continue
		}
		switch {
		case w.settled:
			return w, true, refuse(ErrNotNow, "%s has been settled already.", wishNo(n))
		case !d.s.binds(d.seat.ID):
			return w, true, refuse(ErrRole, "%s waits for the head of your delegation, %s.", wishNo(n), d.s.called(d.s.actingHead(team)))
		}
		return w, true, nil
	}
	return wish{}, true, refuse(ErrUnknown, "Nothing called %s waits for the head of your delegation.", wishNo(n))
}

// confirmWish carries out an adviser's act as the head's own, where X is the
// number of a wish; false where it is not.
func (d *decider) confirmWish(x Subject) (bool, error) {
	w, found, err := d.openWish(string(x))
	if !found || err != nil {
		return found, err
	}
	if slices.ContainsFunc(w.Words, d.s.gone) {
		return true, refuse(ErrNotNow, "Words of %s have been removed; `confirm %s no` drops it.", wishNo(w.N), wishNo(w.N))
	}
	d.emit(WishSettled{N: w.N, Team: w.Team})
	d.on = w.On
	return true, mapTexts(w.command, func(t *Text) { t.Value = d.s.text(t.ID) }).decide(d)
}

func (c DropWish) decide(d *decider) error {
	w, found, err := d.openWish(c.Wish)
	if err != nil {
		return err
	}
	if !found {
		return refuse(ErrUnknown, "%q is not the number of an adviser's act, such as W1.", c.Wish)
	}
	d.emit(WishSettled{N: w.N, Team: w.Team, Dropped: true})
	return nil
}

func (e WishSettled) apply(s *State, a Act) {
	i := slices.IndexFunc(s.wishes, func(w wish) bool { return w.Team == e.Team && w.N == e.N })
	s.wishes = withAt(s.wishes, i, func(w *wish) { w.settled = true })
	text := say("confirms %s.", wishNo(e.N))
	if e.Dropped {
		text = say("drops %s.", wishNo(e.N))
	}
	s.post(a, e, Line{Kind: "wish", Team: e.Team, Seat: a.Seat, Ref: wishNo(e.N), Phrase: text})
}

func (c Empower) decide(d *decider) error {
	team, err := d.team("empower a seat")
	if err != nil {
		return err
	}
	other, known := d.s.Seat(c.Seat)
	switch {
	case d.s.actingHead(team) != d.seat.ID:
		return refuse(ErrRole, "Only the head of your delegation, %s, can empower a seat.", d.s.called(d.s.actingHead(team)))
	case !known || other.Team != team:
		return refuse(ErrUnknown, "%q is not a seat of your delegation.", c.Seat)
	case other.ID == d.seat.ID:
		return refuse(ErrText, "You are the head; you bind your delegation already.")
	}
	d.emit(Empowered{Team: team, Seat: c.Seat, Ceased: slices.Contains(d.s.teams[team].empowered, c.Seat)})
	return nil
}

func (e Empowered) apply(s *State, a Act) {
	s.teams = with(s.teams, e.Team, func(t *teamState) {
		t.empowered = without(t.empowered, e.Seat)
		if !e.Ceased {
			t.empowered = append(t.empowered, e.Seat)
		}
	})
	text := say("empowers %s to bind its delegation.", s.called(e.Seat))
	if e.Ceased {
		text = say("takes back the powers of %s.", s.called(e.Seat))
	}
	s.post(a, e, Line{Kind: "presence", Team: e.Team, Seat: a.Seat, Phrase: text})
}

// wishViews lists what waits for the head of a team.
func (s State) wishViews(team TeamID) []WishView {
	var views []WishView
	for _, w := range s.wishes {
		if w.Team == team && !w.settled {
			views = append(views, WishView{No: wishNo(w.N), Seat: w.Seat, Line: s.asTyped(w.command), Wall: w.wall})
		}
	}
	return views
}

// asTyped is a binding command in the words of its verb.
func (s State) asTyped(c Command) string {
	switch c := c.(type) {
	case TakePosition:
		words := []string{"position", string(c.X), string(c.Position)}
		if c.AdRef > 0 {
			words = append(words, "ad-ref", spell(c.AdRef).String())
		}
		if !c.If.none() {
			words = append(words, "if", c.If.String())
		}
		return s.typed(c.Words, words...)
	case TakeStance:
		text := s.typed(c.Why, string(c.Stance), c.Alt.String())
		if c.ToChair {
			text += " to chair"
		}
		return text
	case Object:
		return s.typed(c.Why, "object", string(c.X))
	case Withdraw:
		return s.typed(Text{}, "withdraw", string(c.Amendment))
	case Dissociate:
		return s.typed(Text{}, "dissociate", string(c.Clause))
	case Decline:
		return s.typed(c.Words, "decline")
	case Sign:
		text := "sign"
		for _, r := range c.Reservations {
			text += s.typed(r.Words, " reserve", string(r.Clause))
		}
		return text
	}
	return strings.ReplaceAll(CommandName(c), "-", " ")
}

// typed joins words, the empty ones left out, and a text in quotation marks.
func (s State) typed(t Text, words ...string) string {
	line := strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
	if text := s.text(t.ID); text != "" {
		line += " “" + text + "”"
	}
	return line
}
