package exercise

// InjectRow is one entry of the MSEL as control and evaluators see it.
type InjectRow struct {
	ID       InjectID   `json:"id"`
	Kind     InjectKind `json:"kind"`
	State    string     `json:"state"`        // planned, due, queued, delivered, recalled, dropped
	At       int64      `json:"at"`           // scenario ms; -1 at no time
	In       int64      `json:"in,omitempty"` // wall ms of delivery while queued
	From     string     `json:"from"`
	To       Phrase     `json:"to"`
	Title    string     `json:"title"`
	Body     string     `json:"body"`
	Asks     string     `json:"asks,omitempty"`
	Expected string     `json:"expected,omitempty"`
	Marking  string     `json:"marking,omitempty"`
	// Attachments are the files that come with it.
	Attachments []AttachmentView `json:"attachments,omitempty"`
	// Objective is the id of the objective that it serves; Probes the clauses
	// that it puts to the test.
	Objective string       `json:"objective,omitempty"`
	Probes    []ClauseID   `json:"probes,omitempty"`
	Answers   []AnswerView `json:"answers,omitempty"`
	// Shown is the label its addressees see once it is out: I1, L1 in a team's own series, Y1 in a seat's.
	Shown string `json:"shown,omitempty"`

	// Waits says on what it waits beside its time, without a stop: "clause 5 is
	// agreed and the scenario minute is above 40"; TrueNow whether that is so.
	Waits   string `json:"waits,omitempty"`
	TrueNow bool   `json:"trueNow,omitempty"`
	Held    bool   `json:"held,omitempty"`    // until it is released
	Ask     bool   `json:"ask,omitempty"`     // once due it waits for control
	Reserve bool   `json:"reserve,omitempty"` // off the timeline
	// Why it was recalled or dropped, or is averted.
	Why Phrase `json:"why,omitzero"`
	// Does tells what its delivery does: passages that stand in it and dials
	// that move, each with whether that would be so now.
	Does []DoesRow `json:"does,omitempty"`
	// Returns is the inject whose altered return it is, Averts what keeps it
	// away, as a sentence without a stop.
	Returns InjectID `json:"returns,omitempty"`
	Averts  Phrase   `json:"averts,omitzero"`
	// Opened are the seats that have opened it, in the order in which they did.
	// It is no part of the record: whoever runs the exercise fills it in, for
	// control alone.
	Opened []SeatID `json:"opened,omitempty"`
}

// Pending says that the inject is still to come and has not been given up.
func (r InjectRow) Pending() bool {
	return r.State == InjectPlanned || r.State == InjectDue || r.State == InjectQueued
}

// Timed says that it comes at its time and waits for nothing else.
func (r InjectRow) Timed() bool {
	return r.State == InjectPlanned && r.At >= 0 && r.Waits == "" && !r.Held
}

// DoesRow is one thing that an inject's delivery does on a condition.
type DoesRow struct {
	What    Phrase `json:"what"`            // "Trust falls by 10", "one more paragraph"
	Waits   string `json:"waits,omitempty"` // empty: always
	TrueNow bool   `json:"trueNow,omitempty"`
	Text    string `json:"text"` // the paragraph, or the reason
}

// InGap lists what a jump by ms of story time from now would pass over: what
// has a time there and goes out by itself.
func (v *ControlView) InGap(now, by int64) []InjectRow {
	var rows []InjectRow
	for _, r := range v.Timeline {
		if r.Timed() && r.At <= now+by {
			rows = append(rows, r)
		}
	}
	return rows
}

func (s *State) injectRow(x injectState) InjectRow {
	row := InjectRow{
		ID: x.ID, Kind: x.Kind, State: x.state, At: x.At, From: x.From, To: s.toLine(x),
		Title: s.text(x.Title.ID), Body: s.body(x), Asks: s.text(x.Asks.ID), Expected: s.text(x.Expected.ID),
		Answers: s.answerViews(x), Shown: x.label, Objective: x.Objective, Probes: x.Probes, Marking: x.Marking, Attachments: s.attachmentViews(x),
		Held: x.held, Ask: x.Release == ReleaseAsk, Reserve: x.Reserve, Why: x.averted,
	}
	if x.state == InjectQueued {
		row.In = x.queueAt
	}
	if x.out != nil {
		row.At = x.story
	}
	if why := s.text(x.why); why != "" {
		row.Why = say("%s", why)
	}
	s.rowTrigger(&row, x)
	s.rowDoes(&row, x)
	return row
}

// rowTrigger says on what it waits, while it does.
func (s *State) rowTrigger(row *InjectRow, x injectState) {
	if x.state != InjectPlanned {
		return
	}
	row.Waits = x.when.Sentence()
	row.TrueNow = row.Waits != "" && x.when.Holds(facts{s, s.now.scenario})
	if x.Item != "" {
		row.Waits, row.TrueNow = "item "+x.Item+" is opened", s.wasOpened(x.Item)
	}
	if c := x.Copycat; c.Of != "" {
		row.Returns = c.Of
		row.Averts = say("%s agreed by T+%s", clausesLine(c.Unless), spell(c.By))
		if open := s.lackingAgainst(c); len(open) > 0 && !x.judged {
			row.Averts = say("%s; %s not yet", row.Averts, clausesLine(open))
		}
	}
}

func (s *State) rowDoes(row *InjectRow, x injectState) {
	if x.out != nil {
		return
	}
	for _, shift := range x.Shifts {
		what := say("%s rises by %d", s.model.dial(shift.Dial).Name, shift.By)
		if shift.By < 0 {
			what = say("%s falls by %d", s.model.dial(shift.Dial).Name, -shift.By)
		}
		row.Does = append(row.Does, s.doesRow(what, shift.When, shift.Why))
	}
	for _, p := range x.Passages {
		row.Does = append(row.Does, s.doesRow(say("one more paragraph"), p.When, p.Text))
	}
}

func (s *State) doesRow(what Phrase, condition string, text Text) DoesRow {
	return DoesRow{What: what, Waits: s.sentenceOf(condition), TrueNow: s.isTrue(condition), Text: s.text(text.ID)}
}
