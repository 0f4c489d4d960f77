package exercise

import (
	"slices"
	"strconv"
	"strings"
)

// This file is the evaluators': what they saw of each objective, how well it
// was met in their words, and what is to be done about it. Control sees it
// too; everybody does once the debrief opens, and then without a name. Nothing
// of it is ever computed.

// Aspect says on which side of an objective an observation falls.
type Aspect string

// The aspects of an observation.
const (
	Strength Aspect = "strength"
	Improve  Aspect = "improve" // an area for improvement
)

// Rating is how well an objective was met, in the four steps of HSEEP.
type Rating string

// The ratings, the best first.
const (
	Performed       Rating = "P" // without challenges
	SomeChallenges  Rating = "S"
	MajorChallenges Rating = "M"
	Unable          Rating = "U"
)

// Says gives a rating in words.
func (r Rating) Says() Phrase {
	switch r {
	case Performed:
		return say("performed without challenges")
	case SomeChallenges:
		return say("performed with some challenges")
	case MajorChallenges:
		return say("performed with major challenges")
	case Unable:
		return say("unable to be performed")
	}
	return say("not rated")
}

// Says gives an aspect in words.
func (a Aspect) Says() Phrase {
	if a == Strength {
		return say("strength")
	}
	return say("area for improvement")
}

// What evaluators may do.
type (
	// Observe says what was seen of an objective, with the entries that show it.
	Observe struct {
		Objective string   `json:"objective"`
		Aspect    Aspect   `json:"aspect"`
		Words     Text     `json:"words"`
		Entries   []string `json:"entries,omitempty"` // their numbers
	}
	// Rate says how well an objective was met. The last rating stands.
	Rate struct {
		Objective string `json:"objective"`
		Rating    Rating `json:"rating"`
		Why       Text   `json:"why"`
	}
	// ProposeAction proposes what is to be done after the exercise, by whom and
	// by which day (2027-03-01).
	ProposeAction struct {
		Words Text   `json:"words"`
		Owner Text   `json:"owner"`
		Due   string `json:"due"`
	}
)

// EntryRef names an entry of the record by its room.
type EntryRef struct {
	Room RoomID `json:"room"`
	No   string `json:"no"`
}

// What came of it. Public is true once the debrief is open.
type (
	// Observed by an evaluator.
	Observed struct {
		N         int        `json:"n"` // among all that evaluators recorded, from 1
		Objective string     `json:"objective"`
		Aspect    Aspect     `json:"aspect"`
		Words     WordID     `json:"words"`
		Entries   []EntryRef `json:"entries,omitempty"`
		Public    bool       `json:"public,omitempty"`
	}
	// Rated by an evaluator.
	Rated struct {
		N         int    `json:"n"`
		Objective string `json:"objective"`
		Rating    Rating `json:"rating"`
		Why       WordID `json:"why"`
		Public    bool   `json:"public,omitempty"`
	}
	// ActionProposed by an evaluator.
	ActionProposed struct {
		N      int    `json:"n"`
		Words  WordID `json:"words"`
		Owner  WordID `json:"owner"`
		Due    string `json:"due"`
		Public bool   `json:"public,omitempty"`
	}
	// EvaluationRestored: what was recorded counts no more, or counts again.
	EvaluationRestored struct {
		N      int   `json:"n"`
		Given  bool  `json:"given,omitempty"`
		Of     int64 `json:"of"` // the act taken back
		Public bool  `json:"public,omitempty"`
	}
)

// evaluation is one thing that an evaluator recorded.
type evaluation struct {
	seat      SeatID
	wall      int64
	withdrawn bool
	// One of these is set.
	observed *Observed
	rated    *Rated
	action   *ActionProposed
}

// words are the texts of it.
func (x evaluation) words() []WordID {
	switch {
	case x.observed != nil:
		return []WordID{x.observed.Words}
	case x.rated != nil:
		return []WordID{x.rated.Why}
	}
	return []WordID{x.action.Words, x.action.Owner}
}

// Debriefing says that what evaluators recorded is open to all.
func (p Phase) Debriefing() bool { return p == Debrief || p == Closed }

// evaluates refuses whoever is no evaluator, and before there is anything to
// evaluate.
func (d *decider) evaluates(what string) error {
	if err := d.need(what, Evaluator); err != nil {
		return err
	}
	return d.play(what, Briefing, Table, Closing, HotWash, Debrief)
}

// objective finds an objective of the scenario by its id or, where no id is
// that number, by its place among them.
func (d *decider) objective(id string) (string, error) {
	var known []string
	for _, o := range d.s.plan.Objectives {
		if strings.EqualFold(o.ID, id) {
			return o.ID, nil
		}
		known = append(known, o.ID)
	}
	if n, err := strconv.Atoi(id); err == nil && n >= 1 && n <= len(known) {
		return known[n-1], nil
	}
	if len(known) == 0 {
		return "", refuse(ErrUnknown, "The scenario names no objectives to evaluate.")
	}
	return "", refuse(ErrUnknown, "There is no objective %s. The objectives are %s.", id, listed(known))
}

func (c Observe) decide(d *decider) error {
	if err := d.evaluates("observe"); err != nil {
		return err
	}
	id, err := d.objective(c.Objective)
	if err != nil {
		return err
	}
	if c.Aspect != Strength && c.Aspect != Improve {
		return refuse(ErrText, "An observation is a strength or something to improve: `observe %s strength \"…\"`.", id)
	}
	if err := said(c.Words, "An observation"); err != nil {
		return err
	}
	e := Observed{N: d.s.nextEvaluation(), Objective: id, Aspect: c.Aspect, Words: c.Words.ID, Public: d.s.phase.Debriefing()}
	for _, no := range c.Entries {
		r, i, ok := d.s.entry(d.seat, no)
		if !ok {
			return refuse(ErrUnknown, "There is no entry %s that you may see; give the numbers of entries of the record, such as #12.", no)
		}
		if x := (EntryRef{Room: r, No: d.s.in(r).feed.at(i).No}); !slices.Contains(e.Entries, x) {
			e.Entries = append(e.Entries, x)
		}
	}
	d.emit(e)
	return nil
}

func (c Rate) decide(d *decider) error {
	if err := d.evaluates("rate an objective"); err != nil {
		return err
	}
	id, err := d.objective(c.Objective)
	if err != nil {
		return err
	}
	if c.Rating.step() < 0 {
		return refuse(ErrText, "A rating is P (performed without challenges), S (with some challenges), M (with major challenges) or U (unable to be performed).")
	}
	if err := said(c.Why, "A rating"); err != nil {
		return err
	}
	d.emit(Rated{N: d.s.nextEvaluation(), Objective: id, Rating: c.Rating, Why: c.Why.ID, Public: d.s.phase.Debriefing()})
	return nil
}

func (c ProposeAction) decide(d *decider) error {
	if err := d.evaluates("propose an action"); err != nil {
		return err
	}
	if err := said(c.Words, "An action"); err != nil {
		return err
	}
	if err := said(c.Owner, "The owner of an action"); err != nil {
		return err
	}
	if !isDay(c.Due) {
		return refuse(ErrText, "%q is not a day; write it as year-month-day, such as 2027-03-01.", c.Due)
	}
	d.emit(ActionProposed{N: d.s.nextEvaluation(), Words: c.Words.ID, Owner: c.Owner.ID, Due: c.Due, Public: d.s.phase.Debriefing()})
	return nil
}

// step is the place of a rating, the best 0; -1 for anything else.
func (r Rating) step() int {
	return slices.Index([]Rating{Performed, SomeChallenges, MajorChallenges, Unable}, r)
}

// isDay says that a text is a day of the calendar, as 2027-03-01.
func isDay(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, y := digits(s[:4])
	month, m := digits(s[5:7])
	day, d := digits(s[8:])
	return y && m && d && year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

func digits(s string) (n int, ok bool) {
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case slices.Contains([]int{4, 6, 9, 11}, month):
		return 30
	}
	return 31
}

func (s State) nextEvaluation() int { return len(s.evaluations) + 1 }

func (e Observed) apply(s *State, a Act) {
	s.evaluated(a, evaluation{observed: &e})
	text := s.text(e.Words)
	said := say("observes a strength, objective %s: %s", e.Objective, text)
	if e.Aspect == Improve {
		said = say("observes an area for improvement, objective %s: %s", e.Objective, text)
	}
	s.postEvaluation(a, e, Line{Kind: "evaluation", Ref: e.Objective, words: []WordID{e.Words}}, said, say("Objective %s, %s: %s", e.Objective, e.Aspect.Says(), text))
}

func (e Rated) apply(s *State, a Act) {
	s.evaluated(a, evaluation{rated: &e})
	how, why := e.Rating.Says(), s.text(e.Why)
	s.postEvaluation(a, e, Line{Kind: "evaluation", Ref: e.Objective, words: []WordID{e.Why}},
		say("rates objective %s %s, %s: %s", e.Objective, string(e.Rating), how, why), say("Objective %s is rated %s, %s: %s", e.Objective, string(e.Rating), how, why))
}

func (e ActionProposed) apply(s *State, a Act) {
	s.evaluated(a, evaluation{action: &e})
	text, owner := ended(s.text(e.Words)), s.text(e.Owner)
	s.postEvaluation(a, e, Line{Kind: "evaluation", words: []WordID{e.Words, e.Owner}},
		say("proposes an action: %s Owner: %s, by %s.", text, owner, e.Due), say("Proposed action: %s Owner: %s, by %s.", text, owner, e.Due))
}

// evaluated keeps what was recorded, to be taken back by its author.
func (s *State) evaluated(a Act, x evaluation) {
	x.seat, x.wall = a.Seat, a.Wall
	s.evaluations = append(slices.Clip(s.evaluations), x)
	s.did(a, evaluationStep{n: len(s.evaluations), given: true})
}

// postEvaluation tells who recorded it, in the words of said, to those who
// evaluate; to all others only what: an evaluation is nobody's in particular.
func (s *State) postEvaluation(a Act, e Event, l Line, said, what Phrase) {
	for _, r := range s.audience(e) {
		l.Seat, l.Phrase = "", what
		if r == evaluatorRoom || r == controlRoom {
			l.Seat, l.Phrase = a.Seat, said
		}
		s.postIn(r, a, l)
	}
}

// evaluationRooms: evaluators and control, and all once the debrief is open,
// who then read it in one place.
func (s State) evaluationRooms(public bool) []RoomID {
	if public {
		return s.Tables()
	}
	return []RoomID{controlRoom, evaluatorRoom}
}

type evaluationStep struct {
	n     int
	given bool
}

func (x evaluationStep) what(s State) Phrase {
	switch e := s.evaluations[x.n-1]; {
	case e.observed != nil:
		return say("your observation on objective %s", e.observed.Objective)
	case e.rated != nil:
		return say("your rating of objective %s", e.rated.Objective)
	}
	return say("the action that you proposed")
}

func (x evaluationStep) back(d *decider, of int64) ([]Event, error) {
	return []Event{EvaluationRestored{N: x.n, Given: !x.given, Of: of, Public: d.s.phase.Debriefing()}}, nil
}

func (e EvaluationRestored) apply(s *State, a Act) {
	s.did(a, evaluationStep{n: e.N, given: e.Given})
	s.evaluations = withAt(s.evaluations, e.N-1, func(x *evaluation) { x.withdrawn = !e.Given })
	s.postEvaluation(a, e, Line{Kind: "undo"}, say("takes back: %s", e.says(s)), e.says(s).Capital())
}

// says names what counts no more, or counts again.
func (e EvaluationRestored) says(s *State) Phrase {
	switch x := s.evaluations[e.N-1]; {
	case x.observed != nil && e.Given:
		return say("the observation on objective %s counts again.", x.observed.Objective)
	case x.observed != nil:
		return say("the observation on objective %s counts no more.", x.observed.Objective)
	case x.rated != nil && e.Given:
		return say("the rating of objective %s counts again.", x.rated.Objective)
	case x.rated != nil:
		return say("the rating of objective %s counts no more.", x.rated.Objective)
	case e.Given:
		return say("the proposed action counts again.")
	}
	return say("the proposed action counts no more.")
}

// evaluatedWords are the texts that the debrief opens to all: the objectives,
// and what evaluators recorded of them.
func (s State) evaluatedWords() []WordID {
	var words []WordID
	for _, o := range s.plan.Objectives {
		words = append(words, o.Text.ID)
	}
	for _, x := range s.evaluations {
		if !x.withdrawn {
			words = append(words, x.words()...)
		}
	}
	return words
}

// evaluationsQuote says that what all see in the debrief holds any of the words.
func (s State) evaluationsQuote(words []WordID) bool {
	return s.phase.Debriefing() && slices.ContainsFunc(s.evaluations, func(x evaluation) bool { return anyOf(x.words(), words) })
}
