package exercise

// This file is the part of a view that one seat has for itself.

// OwnView is what only this seat, its team or its roles may know.
type OwnView struct {
	Seat     SeatID `json:"seat"`
	Name     string `json:"name"`
	Team     TeamID `json:"team,omitempty"`
	Track    Track  `json:"track,omitempty"`
	Roles    []Role `json:"roles"`
	Head     bool   `json:"head,omitempty"` // binds its team now
	Agreed   bool   `json:"agreed"`
	Research string `json:"research,omitempty"`
	Ready    bool   `json:"ready,omitempty"`
	// Away is when the seat was empty before it was taken last; nil where it
	// is taken for the first time.
	Away *AwayView `json:"away,omitempty"`

	// Do says what this seat can do now: "3 points want your stance."
	Do Phrase `json:"do"`
	// CanUndo names what `undo` would take back now.
	CanUndo Phrase   `json:"canUndo,omitzero"`
	ForYou  []Notice `json:"forYou,omitempty"`

	Brief     *BriefView     `json:"brief,omitempty"`
	Stakes    *StakesView    `json:"stakes,omitempty"` // nil where the scenario gives none
	Stances   []OwnStance    `json:"stances,omitempty"`
	Incidents []IncidentView `json:"incidents,omitempty"` // addressed to this seat or team, not to all
	Owed      []string       `json:"owed,omitempty"`      // incidents that want this team's answer
	Asks      []AskView      `json:"asks,omitempty"`
	Requests  []RequestView  `json:"requests,omitempty"` // to the world
	Lines     []Line         `json:"lines,omitempty"`    // of all private rooms, in order
	// Survey is what the seat is asked now; nil where it is asked nothing.
	Survey *SurveyView `json:"survey,omitempty"`
	// SurveyCounts are for recorder and evaluators.
	SurveyCounts []SurveyCount `json:"surveyCounts,omitempty"`

	Wishes       []WishView        `json:"wishes,omitempty"`       // advisers' acts that wait for the head
	Conditionals []ConditionalView `json:"conditionals,omitempty"` // sealed
	Caucuses     []CaucusView      `json:"caucuses,omitempty"`     // this team is in, or invited to

	Chair     *ChairView     `json:"chair,omitempty"`
	Control   *ControlView   `json:"control,omitempty"`
	Recorder  *RecorderView  `json:"recorder,omitempty"`
	Evaluator *EvaluatorView `json:"evaluator,omitempty"`
	// Evaluation is what evaluators have recorded so far, for them and control.
	Evaluation *DebriefView `json:"evaluation,omitempty"`

	// Share is how many words of the agreed text are the team's, from the closing on.
	Share *TextShare `json:"share,omitempty"`
	// Record is where the record ended; nil until the exercise is closed.
	Record *RecordEnd `json:"record,omitempty"`

	heard []heardIn // what of its private rooms is in Lines
}

// AwayView is a time during which nobody sat at a seat, in wall ms.
type AwayView struct {
	From  int64 `json:"from"`
	Until int64 `json:"until"`
}

// Missed says that a line was entered meanwhile.
func (a *AwayView) Missed(l Line) bool { return a != nil && l.Wall >= a.From && l.Wall < a.Until }

// Has says whether the seat holds a role.
func (o *OwnView) Has(r Role) bool {
	for _, x := range o.Roles {
		if x == r {
			return true
		}
	}
	return false
}

// Notice asks for attention; Verb is what to type, if anything.
type Notice struct {
	Text Phrase `json:"text"`
	Verb string `json:"verb,omitempty"`
}

// Same says that two notices ask for the same.
func (n Notice) Same(other Notice) bool {
	return n.Verb == other.Verb && n.Text.String() == other.Text.String()
}

// BriefView is the team's brief.
type BriefView struct {
	Page     string           `json:"page"`
	Wants    []string         `json:"wants"`
	Trades   []string         `json:"trades"`
	RedLines []string         `json:"redLines"`
	Offers   []string         `json:"offers"`
	Points   []BriefPointView `json:"points"`
}

// BriefPointView is the team's interest in a point.
type BriefPointView struct {
	Point PointID `json:"point"`
	Why   string  `json:"why"`
}

// OwnStance is a stance of this seat's team, confessionals included.
type OwnStance struct {
	Alt     AltID  `json:"alt"`
	Stance  Stance `json:"stance"`
	Why     string `json:"why,omitempty"`
	ToChair bool   `json:"toChair,omitempty"`
}

// AskView is a written question between two teams.
type AskView struct {
	No     string `json:"no"` // number in this team's room, as typed after answer-ask
	From   TeamID `json:"from"`
	To     TeamID `json:"to"`
	Text   string `json:"text"`
	Answer string `json:"answer,omitempty"`
	Wall   int64  `json:"wall"`
}

// RequestView is a question to the world.
type RequestView struct {
	No     string `json:"no"`
	Team   TeamID `json:"team"`
	To     string `json:"to,omitempty"`
	Text   string `json:"text"`
	Answer string `json:"answer,omitempty"`
	By     string `json:"by,omitempty"` // persona
	Wall   int64  `json:"wall"`
	// Offers are prepared answers that seem to be meant; for control.
	Offers []OfferView `json:"offers,omitempty"`
	// Late: it has waited so long that control has been reminded; for control.
	Late bool `json:"late,omitempty"`
}

// OfferView is a prepared answer to a question to the world.
type OfferView struct {
	ID   string `json:"id"`
	From string `json:"from"`
	Text string `json:"text"`
}

// Receipt is what a seat gets back for a command that was accepted: the lines
// of the record it caused, as far as that seat may see them.
type Receipt struct {
	Lines []Line `json:"lines"`
}
