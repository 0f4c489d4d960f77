package exercise

// Event is a fact. Events carry results, so that evolving never decides: the
// same acts give the same state in any later version. They name texts by id.
type Event interface{ apply(*State, Act) }

// The beginning, the door and the clocks.
type (
	// Begun lays the draft on the table.
	Begun struct {
		Clauses []Clause `json:"clauses"`
	}
	// Sat: a seat has an interactive session.
	Sat struct {
		Seat SeatID `json:"seat"`
		Via  string `json:"via"`
	}
	// Left: its last session has gone.
	Left struct {
		Seat SeatID `json:"seat"`
	}
	// Restarted: the server was away for Gap ms; both clocks are paused.
	Restarted struct {
		Gap int64 `json:"gap"`
	}
	// ClockStopped and ClockStarted tell of pauses. Why is one of the reasons below.
	ClockStopped struct {
		Clock ClockName `json:"clock"`
		Why   string    `json:"why"`
	}
	// ClockStarted ends the pause with that reason.
	ClockStarted struct {
		Clock ClockName `json:"clock"`
		Why   string    `json:"why"`
	}
	// SpeedSet: story seconds per second.
	SpeedSet struct {
		N int `json:"n"`
	}
	// AgreedTerms: a seat accepted the first-contact page.
	AgreedTerms struct {
		Seat     SeatID `json:"seat"`
		Research string `json:"research,omitempty"`
	}
	// SaidReady: a seat is ready to start.
	SaidReady struct {
		Seat SeatID `json:"seat"`
	}
)

// Reasons for a stopped clock. Several can hold at once; the clock runs when none does.
const (
	PausedByControl = "paused by control"
	PausedReading   = "time to read the incident"
	PausedRealWorld = "real world"
	PausedRestart   = "the server was restarted"
	PausedNoControl = "control is away"
	PausedEmpty     = "nobody is at the table"
)

// Phases, agenda, floor.
type (
	// PhaseEntered: Announce is STARTEX or ENDEX where it applies.
	PhaseEntered struct {
		Phase    Phase  `json:"phase"`
		Announce string `json:"announce,omitempty"`
	}
	// ItemOpened: Order is the order of teams in which turns pass; Clauses
	// opened for negotiation by this item.
	ItemOpened struct {
		Room  RoomID   `json:"room"`
		Item  int      `json:"item"`
		Mode  string   `json:"mode"` // rounds, queue, open, closed
		Order []TeamID `json:"order,omitempty"`
	}
	// FloorGiven: Until is table ms.
	FloorGiven struct {
		Room  RoomID `json:"room"`
		Team  TeamID `json:"team"`
		Until int64  `json:"until"`
		// Turn is true for a turn of the round, false for queue or chair.
		Turn bool `json:"turn,omitempty"`
		// Reply is true for a right of reply.
		Reply bool `json:"reply,omitempty"`
	}
	// FloorRested: nobody has the floor; Mode may change to queue after a round.
	FloorRested struct {
		Room RoomID `json:"room"`
		Mode string `json:"mode"`
	}
	// FloorExtended moves the end of the turn.
	FloorExtended struct {
		Room  RoomID `json:"room"`
		Until int64  `json:"until"`
	}
	// TurnSkipped: the claim is kept to the end of the item.
	TurnSkipped struct {
		Room   RoomID `json:"room"`
		Team   TeamID `json:"team"`
		Why    WordID `json:"why"`
		Absent bool   `json:"absent,omitempty"`
	}
	// HandRaised and HandLowered change the queue.
	HandRaised struct {
		Room RoomID `json:"room"`
		Team TeamID `json:"team"`
	}
	// HandLowered takes a team out of the queue.
	HandLowered struct {
		Room RoomID `json:"room"`
		Team TeamID `json:"team"`
	}
	// Suspended: the floor is closed until table time stands still no more.
	Suspended struct {
		Room  RoomID `json:"room"`
		Until int64  `json:"until"` // table ms
	}
	// SuspensionEnded: the floor is as it was.
	SuspensionEnded struct {
		Room RoomID `json:"room"`
	}
	// AbsenceDeclared: no say until the team is back.
	AbsenceDeclared struct {
		Team TeamID `json:"team"`
	}
)

// Words.
type (
	// Spoken: at the table, by a delegate or the chair.
	Spoken struct {
		Room  RoomID `json:"room"`
		Seat  SeatID `json:"seat"`
		Words WordID `json:"words"`
	}
	// RoomSpoken: in a team room.
	RoomSpoken struct {
		Team  TeamID `json:"team"`
		Seat  SeatID `json:"seat"`
		Words WordID `json:"words"`
	}
	// Asked: one team writes to another.
	Asked struct {
		N     int    `json:"n"`
		From  TeamID `json:"from"`
		To    TeamID `json:"to"`
		Words WordID `json:"words"`
	}
	// AskAnswered answers Asked N.
	AskAnswered struct {
		N     int    `json:"n"`
		Words WordID `json:"words"`
	}
	// Whispered: ToChair, or to a seat, or to a team.
	Whispered struct {
		From    SeatID `json:"from"`
		ToChair bool   `json:"toChair,omitempty"`
		Seat    SeatID `json:"seat,omitempty"`
		Team    TeamID `json:"team,omitempty"`
		Words   WordID `json:"words"`
	}
	// Corrected stands beside the original, which is never changed.
	Corrected struct {
		Room  RoomID `json:"room"`
		No    string `json:"no"`
		By    SeatID `json:"by"`
		Words WordID `json:"words"`
	}
)

// The draft.
type (
	// Lodged: an amendment is in the draft. Paras are its paragraphs as they
	// now are; Clause is set when a clause was added.
	Lodged struct {
		Amendment Amendment   `json:"amendment"`
		Paras     []Paragraph `json:"paras,omitempty"`
		Clause    *Clause     `json:"clause,omitempty"`
		Revision  int         `json:"revision"`
	}
	// Held: an amendment waits, under its number, until the decision ID closes.
	Held struct {
		ID        DecisionID `json:"id"`
		Amendment Amendment  `json:"amendment"`
		Amend     Amend      `json:"amend"`
	}
	// HeldOver ends the waiting, by being lodged in the same act or not at all.
	HeldOver struct {
		Amendment AmendmentID `json:"amendment"`
		Lodged    bool        `json:"lodged,omitempty"`
		Removed   bool        `json:"removed,omitempty"` // its words, meanwhile
	}
	// Cosponsored and SponsorLeft change who stands behind an amendment.
	Cosponsored struct {
		Amendment AmendmentID `json:"amendment"`
		Team      TeamID      `json:"team"`
		Paras     []Paragraph `json:"paras"`
	}
	// SponsorLeft: Withdrawn when the last sponsor went and nobody prefers it.
	// Without a team it is the chair's text, which the chair withdrew. Changed
	// are the amendments that it had taken in, as they now are.
	SponsorLeft struct {
		Amendment AmendmentID `json:"amendment"`
		Team      TeamID      `json:"team"`
		Withdrawn bool        `json:"withdrawn,omitempty"`
		Paras     []Paragraph `json:"paras"`
		Changed   []Amendment `json:"changed,omitempty"`
		Revision  int         `json:"revision"`
	}
	// StanceTaken replaces the team's stance on the alternative.
	StanceTaken struct {
		Alt     AltID  `json:"alt"`
		Team    TeamID `json:"team"`
		Stance  Stance `json:"stance"`
		Why     WordID `json:"why"`
		ToChair bool   `json:"toChair,omitempty"`
		Lodging bool   `json:"lodging,omitempty"` // the sponsor's prefer
	}
	// StanceCleared: the team's open stances on the point are gone, or its
	// confessionals, never both in one event: the room sees only the first.
	StanceCleared struct {
		Point   PointID `json:"point"`
		Team    TeamID  `json:"team"`
		ToChair bool    `json:"toChair,omitempty"`
	}
)

// Deciding.
type (
	// PutRequested: a delegate asks the chair to put X.
	PutRequested struct {
		Team TeamID  `json:"team"`
		X    Subject `json:"x"`
	}
	// DecisionOpened: a gavel or a put stands. Until is table ms.
	DecisionOpened struct {
		ID     DecisionID `json:"id"`
		Form   string     `json:"form"` // gavel, put, deferral, silence, reopening
		X      Subject    `json:"x"`
		Until  int64      `json:"until"`
		Opened int64      `json:"opened"`
		// Sheet names the sheet of several that were put at once: S1, S2 …
		Sheet string `json:"sheet,omitempty"`
		// Right is the team, back from an absence, whose right a reopening is.
		Right TeamID `json:"right,omitempty"`
		// Silence is how long X will be under silence, in ms; Until is then the
		// end of the time in which the procedure may be refused.
		Silence int64 `json:"silence,omitempty"`
	}
	// Positioned: a team's answer, replacing its last. For gavels Position is
	// object or wait.
	Positioned struct {
		ID       DecisionID   `json:"id"`
		Team     TeamID       `json:"team"`
		Position PositionKind `json:"position"`
		AdRef    int64        `json:"adRef,omitempty"` // ms allowed
		Words    WordID       `json:"words"`
		By       SeatID       `json:"by"`
	}
	// DeadlineMoved: by wait, extend, or because all have answered (Settling).
	// It is the deadline of all that stands on the decision's sheet.
	DeadlineMoved struct {
		ID       DecisionID `json:"id"`
		Until    int64      `json:"until"`
		Settling bool       `json:"settling,omitempty"`
		// Unsettled: a position was taken back, so that not all have answered.
		Unsettled bool `json:"unsettled,omitempty"`
	}
	// Decided closes a decision. Clauses are those it changed, as they now
	// are; Sentence names the binding track.
	Decided struct {
		ID         DecisionID    `json:"id"`
		Outcome    Outcome       `json:"outcome"`
		Sentence   string        `json:"sentence"`
		Wording    Wording       `json:"wording,omitzero"` // Sentence, with its parts kept apart
		Binding    Track         `json:"binding,omitempty"`
		Clauses    []Clause      `json:"clauses,omitempty"`
		Amendments []Amendment   `json:"amendments,omitempty"` // whose state changed
		Closed     []ClosedPoint `json:"closed,omitempty"`
		AdRef      []AdRef       `json:"adRef,omitempty"`
		Revision   int           `json:"revision,omitempty"`
		Silent     []TeamID      `json:"silent,omitempty"`
		// Rests is what a package that carried depended on outside it.
		Rests   []Condition `json:"rests,omitempty"`
		Tallies []TallyView `json:"tallies,omitempty"` // of a put
		Fallen  []AltID     `json:"fallen,omitempty"`  // not carried by count: not taken up
	}
	// Stated: a statement printed under the decision.
	Stated struct {
		ID    DecisionID `json:"id,omitempty"`
		Team  TeamID     `json:"team"`
		Words WordID     `json:"words"`
	}
)

// Outcome of a decision.
type Outcome string

// The outcomes of a decision.
const (
	Carried    Outcome = "carried"
	NotCarried Outcome = "not carried"
	Postponed  Outcome = "postponed"
	ObjectedTo Outcome = "objected to" // a gavel: nothing is decided
)

// ClosedPoint tells which alternative became the text. The others were not
// taken up; they stay on record with their sponsors.
type ClosedPoint struct {
	Point    PointID       `json:"point"`
	Decided  int           `json:"decided"` // alternative number, 0 when closed by an outer point
	NotTaken []Alternative `json:"notTaken,omitempty"`
	Text     []Piece       `json:"text,omitempty"`
}

// AdRef stands beside a decision until cleared or lapsed.
type AdRef struct {
	Team    TeamID `json:"team"`
	Until   int64  `json:"until"` // table ms
	Cleared bool   `json:"cleared,omitempty"`
}
