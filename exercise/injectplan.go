package exercise

import (
	"cmp"
	"slices"

	"kefi/exercise/when"
)

// What control does with injects that are still to come.

// farthest is how far ahead story time can be planned or jumped, in ms.
const farthest = 30 * 24 * 60 * minute

// Plan is how an inject is to go out; see Inject for its triggers.
type Plan struct {
	Inject  InjectID `json:"inject"`
	State   string   `json:"state"`
	At      int64    `json:"at"`
	Item    string   `json:"item,omitempty"`
	When    string   `json:"when,omitempty"`
	Reserve bool     `json:"reserve,omitempty"`
	Held    bool     `json:"held,omitempty"`
}

func (x injectState) plan() Plan {
	return Plan{x.ID, x.state, x.At, x.Item, x.When, x.Reserve, x.held}
}

// replan puts another plan in its place.
func (x *injectState) replan(p Plan) {
	x.state, x.At, x.Item, x.When, x.Reserve, x.held = p.State, p.At, p.Item, p.When, p.Reserve, p.Held
	x.when, x.queueAt = when.Expr{}, 0
	if p.When != "" {
		x.when, _ = when.Parse(p.When)
	}
}

// byHand takes every trigger from it.
func (x *injectState) byHand() { x.replan(Plan{State: InjectPlanned, At: -1}) }

type (
	// FellDue: its moment has come and it waits for control.
	FellDue struct {
		Inject InjectID `json:"inject"`
	}
	// InjectHeld: it does not go by itself until it is released. One that was
	// in its take-back window is out of it; nobody has seen it.
	InjectHeld struct {
		Inject InjectID `json:"inject"`
	}
	// InjectReleased: it goes by itself again.
	InjectReleased struct {
		Inject InjectID `json:"inject"`
	}
	// Slipped: these timed injects come later, by By scenario ms.
	Slipped struct {
		By      int64      `json:"by"`
		Injects []InjectID `json:"injects"`
	}
	// Replanned: these are to go out as before; Of is the act taken back.
	Replanned struct {
		Plans []Plan `json:"plans"`
		Of    int64  `json:"of"`
	}
)

func (c Retime) decide(d *decider) error {
	if err := d.direct("retime an inject"); err != nil {
		return err
	}
	x, err := d.planned(c.Inject, InjectPlanned, InjectDue)
	if err != nil {
		return err
	}
	at, err := d.moment(c.At, c.In, x.ID)
	if err != nil {
		return err
	}
	d.emit(Retimed{Inject: x.ID, At: at})
	return nil
}

// moment is a scenario time to come for an inject: at, or in ms from now.
func (d *decider) moment(at, in int64, id InjectID) (int64, error) {
	if in > 0 {
		at = d.s.now.scenario + in
	}
	switch {
	case at > d.s.now.scenario+farthest:
		return 0, refuse(ErrText, "That is more than 30 days of story time away.")
	case at < d.s.now.scenario && id == "":
		return 0, refuse(ErrNotNow, "That moment has passed; story time is T+%s. Leave the time out to send it now.", spell(d.s.now.scenario))
	case at < d.s.now.scenario:
		return 0, refuse(ErrNotNow, "That moment has passed; story time is T+%s. `inject %s` sends it.", spell(d.s.now.scenario), id)
	}
	return at, nil
}

func (c Drop) decide(d *decider) error {
	if err := d.direct("drop an inject"); err != nil {
		return err
	}
	x, err := d.planned(c.Inject, InjectPlanned, InjectDue)
	if err != nil {
		return err
	}
	d.emit(Dropped{Inject: x.ID, Why: c.Why.ID})
	return nil
}

func (c TakeBack) decide(d *decider) error {
	if err := d.direct("take an inject back"); err != nil {
		return err
	}
	x, err := d.planned(c.Inject, InjectQueued)
	if err != nil {
		return err
	}
	d.emit(Recovered{Inject: x.ID})
	return nil
}

func (c HoldInject) decide(d *decider) error {
	if err := d.direct("hold an inject"); err != nil {
		return err
	}
	x, err := d.planned(c.Inject, InjectPlanned, InjectDue, InjectQueued)
	switch {
	case err != nil:
		return err
	case x.held:
		return refuse(ErrNotNow, "%s is held already; `release %s` lets it go.", x.ID, x.ID)
	case x.state == InjectDue:
		return refuse(ErrNotNow, "%s waits for you already; `release %s` lets it go.", x.ID, x.ID)
	case x.state == InjectPlanned && !x.goesByItself():
		return refuse(ErrNotNow, "%s does not go by itself; `inject %s` sends it.", x.ID, x.ID)
	}
	d.emit(InjectHeld{Inject: x.ID})
	return nil
}

func (x injectState) goesByItself() bool {
	return !x.Reserve && (x.At >= 0 || x.Item != "" || !x.when.IsZero())
}

func (c ReleaseInject) decide(d *decider) error {
	if err := d.direct("release an inject"); err != nil {
		return err
	}
	x, err := d.planned(c.Inject, InjectPlanned, InjectDue)
	if err != nil {
		return err
	}
	if !x.held && x.state != InjectDue {
		return refuse(ErrNotNow, "%s is not held; `inject %s` sends it at once.", x.ID, x.ID)
	}
	if x.held {
		d.emit(InjectReleased{Inject: x.ID})
	}
	// Who releases one that is to ask has been asked.
	if at, ripe := d.s.ripe(x); x.state == InjectDue || ripe && at <= d.s.now.scenario {
		d.queue(x.ID, d.s.now.wall+takeBackTime, false)
	}
	return nil
}

func (c Slip) decide(d *decider) error {
	if err := d.direct("slip the timeline"); err != nil {
		return err
	}
	if c.By <= 0 || c.By > farthest {
		return refuse(ErrText, "The timeline slips by up to 30 days: `slip 5m`.")
	}
	e := Slipped{By: c.By}
	for _, x := range d.s.injects {
		if x.state == InjectPlanned && x.timed() && x.At >= d.s.now.scenario {
			e.Injects = append(e.Injects, x.ID)
		}
	}
	if len(e.Injects) == 0 {
		return refuse(ErrNotNow, "Nothing that is still to come has a time.")
	}
	d.emit(e)
	return nil
}

// decide queues what is written, or plans it for its time.
func (c WriteInject) decide(d *decider) error {
	if err := d.direct("write an inject"); err != nil {
		return err
	}
	if err := said(c.Body, "An inject"); err != nil {
		return err
	}
	for _, to := range c.To {
		if !d.s.addressable(to) {
			return refuse(ErrUnknown, "There is no addressee %q: all, κ, ε, φ, a team or a seat.", to)
		}
	}
	if _, err := Clean(c.From); err != nil {
		return err
	}
	x := Inject{ID: InjectID("N" + itoa(d.s.written()+1)), Kind: Contingency, From: "Control", Method: "message", To: c.To, At: -1, Title: c.Title, Body: c.Body}
	if c.From != "" {
		who := d.s.persona(c.From)
		x.From, x.Method = who.Name, cmp.Or(who.Method, "message")
	}
	if c.At == 0 && c.In == 0 {
		d.emit(Written{Inject: x})
		d.queue(x.ID, d.s.now.wall+takeBackTime, false)
		return nil
	}
	at, err := d.moment(c.At, c.In, "")
	if err != nil {
		return err
	}
	x.At = at
	d.emit(Written{Inject: x})
	return nil
}

func (s State) written() int { return len(s.injects) - len(s.plan.Injects) }

// queueLine is a line of the timeline's own feed.
func (s *State) queueLine(a Act, e Event, id InjectID, p Phrase, words ...WordID) {
	s.post(a, e, Line{Kind: "queue", Ref: string(id), Phrase: p, words: words})
}

func (e Written) apply(s *State, a Act) {
	x := e.Inject
	s.injects = append(slices.Clip(s.injects), toCome(x))
	p := say("New inject %s: %s", x.ID, ended(s.text(x.Title.ID)))
	if x.At >= 0 {
		p = say("New inject %s, for T+%s: %s", x.ID, spell(x.At), ended(s.text(x.Title.ID)))
	}
	s.queueLine(a, e, x.ID, p, x.Title.ID, x.Body.ID)
}

func (e Recovered) apply(s *State, a Act) {
	s.changeInject(e.Inject, (*injectState).byHand)
	s.queueLine(a, e, e.Inject, say("%s is taken back; nobody has seen it.", e.Inject))
}

func (e FellDue) apply(s *State, a Act) {
	s.changeInject(e.Inject, func(x *injectState) { x.state = InjectDue })
	s.queueLine(a, e, e.Inject, say("%s is due and waits: `release %s` sends it.", e.Inject, e.Inject))
}

func (e InjectHeld) apply(s *State, a Act) {
	p := say("%s is held until it is released.", e.Inject)
	if s.injects[s.injectIndex(e.Inject)].state == InjectQueued {
		p = say("%s is held; nobody has seen it.", e.Inject)
	}
	s.replanned(a, []InjectID{e.Inject}, func(x *injectState) { x.state, x.queueAt, x.held = InjectPlanned, 0, true })
	s.queueLine(a, e, e.Inject, p)
}

func (e InjectReleased) apply(s *State, a Act) {
	s.replanned(a, []InjectID{e.Inject}, func(x *injectState) { x.held = false })
	s.queueLine(a, e, e.Inject, say("%s is released: it goes out by itself again.", e.Inject))
}

func (e Retimed) apply(s *State, a Act) {
	s.replanned(a, []InjectID{e.Inject}, func(x *injectState) {
		x.replan(Plan{State: InjectPlanned, At: e.At, Held: x.held})
	})
	s.queueLine(a, e, e.Inject, say("%s is planned for T+%s.", e.Inject, spell(e.At)))
}

func (e Dropped) apply(s *State, a Act) {
	s.replanned(a, []InjectID{e.Inject}, func(x *injectState) { x.state, x.why = InjectDropped, e.Why })
	if s.text(e.Why) == "" {
		s.queueLine(a, e, e.Inject, say("%s is dropped.", e.Inject))
		return
	}
	s.queueLine(a, e, e.Inject, say("%s is dropped: %s", e.Inject, ended(s.text(e.Why))), e.Why)
}

func (e Slipped) apply(s *State, a Act) {
	s.replanned(a, e.Injects, func(x *injectState) { x.At += e.By })
	s.post(a, e, Line{Kind: "queue", Phrase: say("The timeline slips by %s: %s.", spell(e.By), listed(injectNames(e.Injects)))})
}

func (e Replanned) apply(s *State, a Act) {
	ids := make([]InjectID, len(e.Plans))
	for i, p := range e.Plans {
		ids[i] = p.Inject
		s.changeInject(p.Inject, func(x *injectState) { x.replan(p) })
	}
	s.postBack(a, e, e.Of, Line{Kind: "queue", Phrase: say("the plan is as before for %s.", listed(injectNames(ids)))})
}

func injectNames(ids []InjectID) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return names
}
