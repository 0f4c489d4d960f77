package exercise

// Command is a wish. Decide turns it into events or refuses it. Every free
// text in a command is a Text; everything else is structure.
type Command interface{ decide(*decider) error }

// Begin is the command of act 0.
type Begin struct {
	Name     string   `json:"name"` // of the exercise on this server: "demo"
	Scenario Scenario `json:"scenario"`
	Seed     uint64   `json:"seed"`
	Version  string   `json:"version"` // of kefi
	// Speed is how many story seconds pass in a second; 0 means 1.
	Speed int `json:"speed,omitempty"`
}

// What the door and the clock report. Only conduct submits these.
type (
	// Sit: an interactive session took the seat. Via is "screen" or "plain".
	Sit struct {
		Via string `json:"via"`
	}
	// Leave: the seat's last session ended, or its line has been dropped for 30 s.
	Leave struct{}
	// Restart: the server came back after Gap milliseconds of wall time.
	Restart struct {
		Gap int64 `json:"gap"`
	}
	// Tick: something fell due. It has no author.
	Tick struct{}
	// Reveal closes a hot-wash question: the answers collected, sorted, without names.
	Reveal struct {
		Answers []Text `json:"answers"`
	}
)

// What everyone may do.
type (
	// Agree accepts the first-contact page. Research is "yes", "no" or "" (not said).
	Agree struct {
		Research string `json:"research,omitempty"`
	}
	// Ready says in the lobby that the seat is ready.
	Ready struct{}
	// RealWorld stops play: "REAL WORLD - NOT EXERCISE".
	RealWorld struct {
		Words Text `json:"words"`
	}
	// Timeout tells control privately "I need a break".
	Timeout struct{}
	// Vote gives up to three votes to answers of the hot wash, by their numbers.
	Vote struct {
		Answers []int `json:"answers"`
	}
	// Undo takes back the chair's last gavel or close within 60 s.
	Undo struct{}
)

// What delegates may do (the chair may Say, Ask and Whisper too).
type (
	// Say speaks to the table; it needs the floor.
	Say struct {
		Words Text `json:"words"`
	}
	// Amend lodges an amendment. New names a clause to be added (Title set) and
	// then Edits holds its one fresh paragraph.
	Amend struct {
		Clause  ClauseID `json:"clause,omitempty"`
		Title   Text     `json:"title"` // only for a new clause
		Delete  bool     `json:"delete,omitempty"`
		Edits   []Edit   `json:"edits,omitempty"`
		Because Text     `json:"because"`
		// In is the amendment whose words the edits change.
		In AmendmentID `json:"in,omitempty"`
	}
	// Cosponsor joins the sponsors of an amendment, or of a package (P1).
	Cosponsor struct {
		Amendment AmendmentID `json:"amendment"`
	}
	// Withdraw leaves the sponsors of an amendment, or of a package (P1).
	Withdraw struct {
		Amendment AmendmentID `json:"amendment"`
	}
	// TakeStance states prefer, can-live or cannot on an alternative.
	TakeStance struct {
		Alt     AltID  `json:"alt"`
		Stance  Stance `json:"stance"`
		Why     Text   `json:"why"`
		ToChair bool   `json:"toChair,omitempty"` // a confessional
	}
	// ClearStance takes back one's stances on a point.
	ClearStance struct {
		Point PointID `json:"point"`
	}
	// RequestPut asks the chair to put something.
	RequestPut struct {
		X Subject `json:"x"`
	}
	// Whisper is seen by both ends only. To is "chair", a seat or a team.
	Whisper struct {
		To    string `json:"to"`
		Words Text   `json:"words"`
	}
	// Object answers a gavel: nothing is decided.
	Object struct {
		X   Subject `json:"x"` // empty where one gavel stands
		Why Text    `json:"why"`
	}
	// Wait answers a gavel: more time, once a team.
	Wait struct {
		X Subject `json:"x"`
	}
	// TakePosition answers a put.
	TakePosition struct {
		X        Subject      `json:"x"`
		Position PositionKind `json:"position"`
		AdRef    int64        `json:"adRef,omitempty"` // ms of table time, for accept
		Words    Text         `json:"words"`
		// If makes an acceptance conditional, and sealed. No position at all
		// takes a sealed one back.
		If Condition `json:"if,omitzero"`
	}
	// Cleared tells that an ad referendum acceptance has been confirmed at home.
	Cleared struct {
		X Subject `json:"x"`
	}
	// MakeStatement explains a position; it is printed under the decision.
	MakeStatement struct {
		X     Subject `json:"x,omitempty"` // empty: what was asked last
		Words Text    `json:"words"`
	}
	// Hand raises a hand for the queue, or takes it down.
	Hand struct {
		Down bool `json:"down,omitempty"`
	}
	// Yield gives the floor back before time.
	Yield struct{}
	// Order raises a point of order: the rule, never substance.
	Order struct {
		Words Text `json:"words"`
	}
	// Ask writes a question to one team, as private as a caucus.
	Ask struct {
		Team  TeamID `json:"team"`
		Words Text   `json:"words"`
	}
	// AnswerAsk answers the ask numbered No in the team room.
	AnswerAsk struct {
		No    string `json:"no"`
		Words Text   `json:"words"`
	}
	// SpeakRoom speaks in one's team room.
	SpeakRoom struct {
		Words Text `json:"words"`
	}
	// AnswerInject answers an inject on the record.
	AnswerInject struct {
		Inject InjectID `json:"inject"`
		Words  Text     `json:"words"`
	}
	// Request asks the world outside the room (rfi). To may be empty.
	Request struct {
		To    string `json:"to,omitempty"`
		Words Text   `json:"words"`
	}
	// Sign signs the adopted text, with reservations to single clauses.
	Sign struct {
		Reservations []Reservation `json:"reservations,omitempty"`
	}
	// Endorse welcomes the text without being bound.
	Endorse struct{}
	// Dissociate stands apart from one clause.
	Dissociate struct {
		Clause ClauseID `json:"clause"`
	}
	// Decline does not sign.
	Decline struct {
		Words Text `json:"words"`
	}
	// Correct adds a correction beside an entry; No empty: one's last spoken line.
	Correct struct {
		No    string `json:"no,omitempty"`
		Words Text   `json:"words"`
	}
)

// Reservation excludes a clause from a signature, with the reason.
type Reservation struct {
	Clause ClauseID `json:"clause"`
	Words  Text     `json:"words"`
}

// What the chair may do.
type (
	// OpenItem opens an agenda item by name; Next opens the following one
	// or passes the floor on.
	OpenItem struct {
		Name string `json:"name"`
	}
	// Next gives the floor to whoever is next.
	Next struct{}
	// GiveFloor gives the floor to a team for Time ms of table time (0: a turn).
	GiveFloor struct {
		Team TeamID `json:"team"`
		Time int64  `json:"time,omitempty"`
	}
	// Extend lengthens the turn or the standing decision's deadline.
	Extend struct {
		Time int64 `json:"time"`
	}
	// Skip passes over a team; the claim is kept.
	Skip struct {
		Team TeamID `json:"team"`
		Why  Text   `json:"why"`
	}
	// Gavel asks "Is there any objection to X?"
	Gavel struct {
		X    Subject `json:"x"`
		Time int64   `json:"time,omitempty"`
	}
	// Put asks for positions on one thing or several.
	Put struct {
		X    []Subject `json:"x"`
		Time int64     `json:"time,omitempty"`
	}
	// Close closes a put now; a gavel too once its time is over.
	Close struct {
		X Subject `json:"x"`
	}
	// Rule answers the point of order.
	Rule struct {
		Words Text `json:"words"`
	}
	// Suspend closes the floor for Time ms; rooms stay open.
	Suspend struct {
		Time int64 `json:"time"`
	}
	// DeclareAbsent takes the say from a team that has been absent for 3 min.
	DeclareAbsent struct {
		Team TeamID `json:"team"`
	}
	// Summarise writes the chair's summary: the chair's own, it binds nobody.
	Summarise struct {
		Words Text `json:"words"`
	}
)

// What control may do.
type (
	// Start is STARTEX.
	Start struct{}
	// EnterPhase moves to a phase by name.
	EnterPhase struct {
		Phase Phase `json:"phase"`
	}
	// Pause stops a clock; Clock empty: both (PAUSEX).
	Pause struct {
		Clock ClockName `json:"clock,omitempty"`
	}
	// Resume starts it again; also ends a real-world stop.
	Resume struct {
		Clock ClockName `json:"clock,omitempty"`
	}
	// Speed sets how many story seconds pass in a second.
	Speed struct {
		N int `json:"n"`
	}
	// SendInject queues a planned inject; Now skips the take-back window.
	SendInject struct {
		Inject InjectID `json:"inject"`
		Now    bool     `json:"now,omitempty"`
	}
	// WriteInject writes a new one, in a persona's name where From is set, and
	// queues it; or plans it for At (scenario ms), or for In ms from now.
	WriteInject struct {
		To    []string `json:"to"`
		From  string   `json:"from,omitempty"`
		At    int64    `json:"at,omitempty"`
		In    int64    `json:"in,omitempty"`
		Title Text     `json:"title"`
		Body  Text     `json:"body"`
	}
	// Retime moves a planned inject to another scenario time, or to In ms of it
	// from now. It then comes by nothing else.
	Retime struct {
		Inject InjectID `json:"inject"`
		At     int64    `json:"at"`
		In     int64    `json:"in,omitempty"`
	}
	// HoldInject keeps an inject from going out by itself.
	HoldInject struct {
		Inject InjectID `json:"inject"`
	}
	// ReleaseInject lets one go that is held, or that is due and waits.
	ReleaseInject struct {
		Inject InjectID `json:"inject"`
	}
	// RecallInject takes one back that is out: its readers are told.
	RecallInject struct {
		Inject InjectID `json:"inject"`
		Why    Text     `json:"why"`
	}
	// Slip moves all timed injects that are to come by By scenario ms.
	Slip struct {
		By int64 `json:"by"`
	}
	// Jump moves story time on by By ms. What falls in the gap is to be fired
	// (it goes out after the jump), dropped or moved on by as much; Rest is
	// fire, drop or move for those that none of the lists names.
	Jump struct {
		By   int64      `json:"by"`
		Why  Text       `json:"why"`
		Fire []InjectID `json:"fire,omitempty"`
		Drop []InjectID `json:"drop,omitempty"`
		Move []InjectID `json:"move,omitempty"`
		Rest string     `json:"rest,omitempty"`
	}
	// SetDial moves a dial of the author's model, with the reason.
	SetDial struct {
		Dial string `json:"dial"`
		By   int    `json:"by"`
		Why  Text   `json:"why"`
	}
	// Establish marks what was said at the table as so in this exercise, or as not so.
	Establish struct {
		No  string `json:"no"`
		Not bool   `json:"not,omitempty"`
	}
	// Drop gives a planned inject up.
	Drop struct {
		Inject InjectID `json:"inject"`
		Why    Text     `json:"why"`
	}
	// TakeBack takes a queued inject back: nobody has seen it.
	TakeBack struct {
		Inject InjectID `json:"inject"`
	}
	// ReplyAs answers a request to the world in a persona's name. No may be
	// empty where one request waits. Without words Name is a prepared answer's
	// id, and that is given.
	ReplyAs struct {
		Name  string `json:"name"`
		No    string `json:"no,omitempty"`
		Words Text   `json:"words"`
	}
	// Expunge asks to remove the words of an entry; the recorder confirms.
	Expunge struct {
		No  string `json:"no"`
		Why Text   `json:"why"`
	}
	// Question opens a question of the hot wash.
	Question struct {
		Words Text `json:"words"`
	}
	// CancelRealWorld ends a stop raised in error.
	CancelRealWorld struct{}
	// End is ENDEX.
	End struct{}
)

// What the recorder may do.
type (
	// Mark marks an entry: decision, quote, reservation, ad-ref, instructions,
	// silence or objective N.
	Mark struct {
		No   string `json:"no"`
		Kind string `json:"kind"`
	}
	// Note is private to recorders; No may be empty.
	Note struct {
		No    string `json:"no,omitempty"`
		Words Text   `json:"words"`
	}
	// ConfirmExpunge confirms control's wish to remove words.
	ConfirmExpunge struct {
		No string `json:"no"`
	}
)

// Subject is anything a decision can be about, as typed: A16, 3.1a/2, 3, text.
type Subject string

// Text, the subject of adoption.
const WholeText Subject = "text"

// Stance is a team's open attitude to one alternative. Nothing said is no
// stance and never consent.
type Stance string

// The stances.
const (
	Prefer  Stance = "prefer"
	CanLive Stance = "can-live"
	Cannot  Stance = "cannot"
)

// PositionKind is a team's answer when something is put.
type PositionKind string

// The positions.
const (
	Accept       PositionKind = "accept"
	NotYet       PositionKind = "not-yet"
	Objects      PositionKind = "object"
	StandAside   PositionKind = "aside"
	NoPosition   PositionKind = ""
	AcceptAdRef  PositionKind = "accept ad-ref" // shown, never stored: Accept with AdRef set
	PositionWait PositionKind = "wait"          // shown: an answer to a gavel
)

// Phase of an exercise.
type Phase string

// The phases in order.
const (
	Lobby    Phase = "lobby"
	Briefing Phase = "briefing"
	Table    Phase = "table"
	Closing  Phase = "closing"
	HotWash  Phase = "hot wash"
	Debrief  Phase = "debrief"
	Closed   Phase = "closed"
)

// ClockName names one of the two clocks.
type ClockName string

// The clocks. Both: the empty name.
const (
	ScenarioClock ClockName = "scenario"
	TableClock    ClockName = "table"
)
