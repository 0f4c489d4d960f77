package exercise

// This file is what a scenario says of its MSEL beside the injects themselves:
// what they do, who may be asked, and the author's model of the world.

// ReleaseAsk, as an inject's or a prepared answer's Release: once due it waits
// for control.
const ReleaseAsk = "ask"

// Passage is a paragraph of an inject that stands in it only where its
// condition holds as it is delivered.
type Passage struct {
	When string `json:"when"`
	Text Text   `json:"text"`
}

// Shift is what an inject does to a dial as it is delivered, where its
// condition holds (empty: always).
type Shift struct {
	Dial string `json:"dial"`
	By   int    `json:"by"` // -100 to 100
	When string `json:"when,omitempty"`
	Why  Text   `json:"why"` // one sentence
}

// Copycat makes an inject the return of another one, altered. It comes at its
// own time unless every clause named is agreed at scenario time By, or the
// other one never went out. Whom it strikes is drawn by the exercise's seed
// (see Draw), like everything else that is drawn.
type Copycat struct {
	Of     InjectID   `json:"of"`
	Unless []ClauseID `json:"unless"`
	By     int64      `json:"by"` // scenario ms, not after its At
}

// Dial is a figure from 0 to 100 of the author's model: trust, collateral. It
// is no finding, and it stays out of comparisons.
type Dial struct {
	ID    string `json:"id"`   // as typed: "trust"
	Name  string `json:"name"` // "Trust between the tracks"
	Start int    `json:"start"`
	// Means says what a high figure stands for.
	Means Text `json:"means"`
	// Public shows it to everyone; otherwise control, the simulation cell and
	// evaluators see it.
	Public bool `json:"public,omitempty"`
}

// Gap is how far policy lags behind technology, 0 to 100, in the author's
// model. It rises per scenario minute and falls with each agreed clause.
type Gap struct {
	Name  string `json:"name"` // "Policy gap"
	Start int    `json:"start"`
	// Pace is how many points it rises in an hour of scenario time.
	Pace int `json:"pace"`
	// Weights are the points by which it falls as clauses are agreed.
	Weights []Weight `json:"weights"`
	Public  bool     `json:"public,omitempty"` // as of a Dial
}

// Weight is what a clause is worth in the policy gap.
type Weight struct {
	Clause ClauseID `json:"clause"`
	Points int      `json:"points"`
}

// Persona is somebody outside the room: a capital, a board, the press.
type Persona struct {
	Name   string `json:"name"`             // "Harbour CERT", as after `rfi … to` and `reply-as`
	Method string `json:"method,omitempty"` // how they write: mail, call, press …
	// About is for whoever speaks as them: what they know, how they talk.
	About Text `json:"about"`
}

// Prepared is an answer that waits for its question to the world.
type Prepared struct {
	ID   string `json:"id"` // "Q1", as typed after `reply-as`
	From string `json:"from"`
	// About lists words or phrases; a question that has one of them is meant.
	About []string `json:"about"`
	// Teams are those whom it answers; empty: any.
	Teams  []TeamID `json:"teams,omitempty"`
	Answer Text     `json:"answer"`
	// Release is "ask" where it is offered to control rather than given at once.
	Release string `json:"release,omitempty"`
}
