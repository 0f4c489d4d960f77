package exercise

// View is all that one seat may know: the room it shares with others and its
// own part. There are no hidden fields, counters or gaps in it. As JSON it is
// the schema kefi.view/v1, printed by `ssh SEAT@HOST view --json`.
type View struct {
	Schema string    `json:"schema"` // "kefi.view/v1"
	Room   *RoomView `json:"room"`
	Own    *OwnView  `json:"own"`
}

// ViewSchema names the JSON form of a View.
const ViewSchema = "kefi.view/v1"

// RoomView is immutable and shared by every seat in the room. Times with
// "table" or "scenario" in their comment are ms of that clock.
type RoomView struct {
	ID        RoomID     `json:"id"`
	Exercise  About      `json:"exercise"`
	Phase     Phase      `json:"phase"`
	Agenda    []ItemView `json:"agenda"`
	Item      int        `json:"item"` // index into Agenda; -1 before the table opens
	Clocks    Clocks     `json:"clocks"`
	RealWorld bool       `json:"realWorld"`
	Floor     FloorView  `json:"floor"`
	Teams     []TeamView `json:"teams"`
	Staff     []SeatView `json:"staff"` // seats without a team
	Situation string     `json:"situation"`
	// Earlier is the session that this one goes on from; nil where there is none.
	Earlier *EarlierView `json:"earlier,omitempty"`
	// Precedents is the library of agreed language to take over.
	Precedents []PrecedentView `json:"precedents,omitempty"`
	Clauses    []ClauseView    `json:"clauses"`
	Amendments []AmendmentView `json:"amendments"`
	Standing   []DecisionView  `json:"standing"`  // open gavels and puts
	Decisions  []DecisionView  `json:"decisions"` // closed, in order
	Incidents  []IncidentView  `json:"incidents"` // delivered to all
	Feed       []Line          `json:"feed"`
	Closing    *ClosingView    `json:"closing,omitempty"`
	// Voided are the signatures that a reopening made void; they stay on record.
	Voided  []SignatureView `json:"voided,omitempty"`
	HotWash *HotWashView    `json:"hotWash,omitempty"`
	// Debrief is what evaluators recorded; nil until the debrief opens.
	Debrief  *DebriefView  `json:"debrief,omitempty"`
	Revision int           `json:"revision"` // of the draft
	Rules    ProcedureView `json:"rules"`
	Packages []PackageView `json:"packages,omitempty"`
	Motions  []MotionView  `json:"motions,omitempty"` // in order of precedence while open
	Polls    []PollView    `json:"polls,omitempty"`
	Groups   []GroupView   `json:"groups,omitempty"` // contact groups that sit
	Quorum   QuorumView    `json:"quorum"`
	// Revisions tells every change of the draft, paragraph by paragraph, in order.
	Revisions []RevisionView `json:"revisions,omitempty"`
	// Focus is what the chair has brought to everybody's screen: 3, 3.1, A16.
	Focus Subject `json:"focus,omitempty"`
	// Published is the revision that the hall sees; 0 where all see the draft.
	Published int `json:"published,omitempty"`
	// PhaseUntil is the scenario ms at which the phase's own time is over; 0
	// where the scenario sets none (the table has its agenda instead).
	PhaseUntil int64 `json:"phaseUntil,omitempty"`
	// Model holds the figures of the author's model that the scenario shows to
	// everyone; nil where it shows none.
	Model *ModelView `json:"model,omitempty"`

	edits int // of lines already in the feed
}

// About says what exercise this is and on what terms.
type About struct {
	Name       string `json:"name"`  // on this server: "demo"
	Title      string `json:"title"` // "The Copycat Accord"
	Marking    string `json:"marking"`
	Instrument string `json:"instrument"`
	Organiser  string `json:"organiser"`
	Zone       string `json:"zone"`
	Procedure  string `json:"procedure"`
	Retention  string `json:"retention"`
	Medium     string `json:"medium"` // how people talk: typed, spoken or mixed
	// Consultations: how the minutes tell of a caucus: named, counted, silent.
	Consultations string `json:"consultations"`
	Naming        Naming `json:"naming"` // how the minutes name those who took part
	// Disclosure is whom the words of private rooms reach in exports; empty
	// where the scenario does not say: members.
	Disclosure Disclosure `json:"disclosure,omitempty"`
}

// ItemView is one agenda item.
type ItemView struct {
	Name    string     `json:"name"`
	Kind    ItemKind   `json:"kind"`
	Clauses []ClauseID `json:"clauses,omitempty"`
	Minutes int        `json:"minutes"`
	// Until is the table ms at which its time is over; 0 before it opens.
	Until int64 `json:"until,omitempty"`
}

// Clocks as of Wall. A running clock reads its value plus what has passed
// since Wall (times Speed for the scenario clock).
type Clocks struct {
	Wall            int64  `json:"wall"`
	Scenario        int64  `json:"scenario"`
	Table           int64  `json:"table"`
	ScenarioRunning bool   `json:"scenarioRunning"`
	TableRunning    bool   `json:"tableRunning"`
	Speed           int    `json:"speed"`
	ScenarioWhy     string `json:"scenarioWhy,omitempty"` // why it stands still
	TableWhy        string `json:"tableWhy,omitempty"`
	ReadingUntil    int64  `json:"readingUntil,omitempty"` // wall ms
}

// TableAt is the table clock at a wall time.
func (c Clocks) TableAt(wall int64) int64 {
	if !c.TableRunning || wall < c.Wall {
		return c.Table
	}
	return c.Table + wall - c.Wall
}

// ScenarioAt is the scenario clock at a wall time.
func (c Clocks) ScenarioAt(wall int64) int64 {
	if !c.ScenarioRunning || wall < c.Wall {
		return c.Scenario
	}
	return c.Scenario + (wall-c.Wall)*int64(max(c.Speed, 1))
}

// FloorView says who may speak.
type FloorView struct {
	Mode    string   `json:"mode"` // rounds, queue, open, closed
	Speaker TeamID   `json:"speaker,omitempty"`
	Until   int64    `json:"until,omitempty"` // table ms
	Next    []TeamID `json:"next,omitempty"`  // who speaks after, in order
	Hands   []TeamID `json:"hands,omitempty"`
	// OrderBy is set while a point of order stands.
	OrderBy TeamID `json:"orderBy,omitempty"`
	// Order is the rule it states, and OrderUntil the table ms until which it
	// may be stated; 0 once the chair is to rule.
	Order      string `json:"order,omitempty"`
	OrderUntil int64  `json:"orderUntil,omitempty"`
	// AppealUntil is the table ms until which the last ruling can be appealed.
	AppealUntil int64 `json:"appealUntil,omitempty"`
	// Halted is true while the speaker's time stands still; Left is what is
	// left of it, in ms.
	Halted bool  `json:"halted,omitempty"`
	Left   int64 `json:"left,omitempty"`
	// InformalUntil is the table ms until which the sitting is informal; 0 formal.
	InformalUntil int64 `json:"informalUntil,omitempty"`
	// Replying is true while the speaker uses a right of reply.
	Replying bool `json:"replying,omitempty"`
	// Closed is true once debate on the item has been closed by a motion.
	Closed bool `json:"closed,omitempty"`
	// SuspendedUntil is table ms.
	SuspendedUntil int64 `json:"suspendedUntil,omitempty"`
}

// Presence of a team.
type Presence string

// A team is present while a seat of it has an interactive session and for
// 10 min after its last verb.
const (
	Here   Presence = "here"
	Absent Presence = "absent"
)

// TeamView is what the room knows of a delegation.
type TeamView struct {
	ID             TeamID     `json:"id"`
	Name           string     `json:"name"`
	Forms          []string   `json:"forms,omitempty"` // further words for it, as the scenario gives them
	Track          Track      `json:"track"`
	Presence       Presence   `json:"presence"`
	AbsentSince    int64      `json:"absentSince,omitempty"` // wall ms
	DeclaredAbsent bool       `json:"declaredAbsent,omitempty"`
	Acting         SeatID     `json:"acting,omitempty"` // a seat that acts as head
	Seats          []SeatView `json:"seats"`
	LastSpoke      int64      `json:"lastSpoke,omitempty"` // table ms
	Spoken         int        `json:"spoken"`              // interventions so far
	SpokenFor      int64      `json:"spokenFor,omitempty"` // table ms of holding the floor
	// Consulting: a one-seat team is in a caucus, "in consultations".
	Consulting bool `json:"consulting,omitempty"`
	// Scripted: a script has acted for it since STARTEX.
	Scripted Scripted `json:"scripted,omitempty"`
}

// Scripted says how much of a team's play a script did; empty: nothing.
type Scripted string

// How much a script did.
const (
	ScriptedWhole  Scripted = "whole"
	ScriptedInPart Scripted = "part"
)

// SeatView is one seat.
type SeatView struct {
	ID    SeatID `json:"id"`
	Name  string `json:"name"`
	Roles []Role `json:"roles"`
	// Via: screen, plain, script, or empty when nobody sits there.
	Via   string `json:"via,omitempty"`
	Ready bool   `json:"ready,omitempty"`
	// Robot: it is played by machine, and not only driven by somebody's verbs.
	Robot bool `json:"robot,omitempty"`
	// Empowered by the head of its team to bind it.
	Empowered bool `json:"empowered,omitempty"`
}

// ClauseView is a clause with its text resolved.
type ClauseView struct {
	ID            ClauseID    `json:"id"`
	Title         string      `json:"title"`
	State         ClauseState `json:"state"`
	Open          int         `json:"open"` // points still open
	Bearers       []Track     `json:"bearers,omitempty"`
	NoReservation bool        `json:"noReservation,omitempty"`
	Paras         []ParaView  `json:"paras"`
	// Sequence is the order in which its amendments are to be taken: as
	// proposed (deletion, replacement, addition) or as the chair changed it.
	Sequence []AmendmentID `json:"sequence,omitempty"`
	// Divided lists paragraphs that are decided by themselves, Agreed those
	// that have been.
	Divided []ParaID `json:"divided,omitempty"`
	Agreed  []ParaID `json:"agreed,omitempty"`
}

// ParaView is one paragraph.
type ParaView struct {
	ID    ParaID     `json:"id"`
	Nodes []NodeView `json:"nodes"`
}

// NodeView is agreed words or a point.
type NodeView struct {
	Text string `json:"text,omitempty"`
	// Authors tells whose the words are that are not the scenario's; the
	// adopted text carries none.
	Authors []AuthorView `json:"authors,omitempty"`
	Point   *PointView   `json:"point,omitempty"`
}

// PointView is a point with its alternatives that have not been withdrawn.
type PointView struct {
	ID    PointID   `json:"id"`
	Outer bool      `json:"outer,omitempty"`
	Alts  []AltView `json:"alts"`
}

// AltView is one alternative. Nodes is set instead of Text where it holds points.
type AltView struct {
	ID         AltID         `json:"id"`
	Text       string        `json:"text"`
	Authors    []AuthorView  `json:"authors,omitempty"`
	Nodes      []NodeView    `json:"nodes,omitempty"`
	AsItStands bool          `json:"asItStands,omitempty"`
	Sponsors   []TeamID      `json:"sponsors,omitempty"`
	Chair      bool          `json:"chair,omitempty"` // the chair's text, marked =
	Amendments []AmendmentID `json:"amendments,omitempty"`
	Stances    []StanceView  `json:"stances,omitempty"` // open ones only
	Ready      bool          `json:"ready,omitempty"`   // counts open stances only
}

// StanceView is an open stance.
type StanceView struct {
	Team   TeamID `json:"team"`
	Stance Stance `json:"stance"`
	Why    string `json:"why,omitempty"`
}

// AmendmentView is an amendment as lodged.
type AmendmentView struct {
	ID       AmendmentID `json:"id"`
	Clause   ClauseID    `json:"clause"`
	Sponsors []TeamID    `json:"sponsors"`
	Because  string      `json:"because,omitempty"`
	Alts     []AltID     `json:"alts"`
	State    string      `json:"state"`
	In       AmendmentID `json:"in,omitempty"`       // the amendment whose words it edits
	Input    AmendmentID `json:"input,omitempty"`    // the written input that it takes up: N2
	Friendly bool        `json:"friendly,omitempty"` // taken in by that one's sponsors
	Chair    bool        `json:"chair,omitempty"`    // the chair's text
	WaitsFor Subject     `json:"waitsFor,omitempty"` // what must close before it is lodged
	// Line says what it asks for: `3.1: put "48" for "24"`.
	Line Phrase `json:"line"`
}

// DecisionView is a decision, standing or closed.
type DecisionView struct {
	ID    DecisionID `json:"id"`
	Form  string     `json:"form"` // gavel, put, deferral, silence, reopening
	X     Subject    `json:"x"`
	Title Phrase     `json:"title"` // "A16 on 3.1", "clause 3", "the text"
	// AsItWouldRead is the text if it passes, a line a paragraph.
	AsItWouldRead []Phrase       `json:"asItWouldRead,omitempty"`
	Until         int64          `json:"until,omitempty"` // table ms
	Settling      bool           `json:"settling,omitempty"`
	Positions     []PositionView `json:"positions"`
	// IfNothingChanges is the sentence for the positions as they stand.
	IfNothingChanges Phrase `json:"ifNothingChanges,omitzero"`
	// Tallies count a put by its rules: one for each track that has a rule,
	// then the overall one.
	Tallies []TallyView `json:"tallies,omitempty"`
	// Understanding says on what a conditional acceptance rested: "on the
	// understanding that 5 is agreed"; Flagged when that was reopened later.
	Understanding Phrase `json:"understanding,omitzero"`
	Flagged       Phrase `json:"flagged,omitzero"`
	// Sheet names the sheet of several that were put at once, with one deadline.
	Sheet string `json:"sheet,omitempty"`
	// Of a silence: Proposed while it may still be refused; Stopped says why it
	// stands still, Left then how many ms it has.
	Proposed   bool            `json:"proposed,omitempty"`
	Stopped    Phrase          `json:"stopped,omitzero"`
	Left       int64           `json:"left,omitempty"`
	Outcome    Outcome         `json:"outcome,omitempty"`
	Sentence   Phrase          `json:"sentence,omitzero"`
	AdRef      []AdRefView     `json:"adRef,omitempty"`
	Statements []StatementView `json:"statements,omitempty"`
	At         int64           `json:"at"` // wall ms: opened while standing, closed after
	TakenBack  bool            `json:"takenBack,omitempty"`
	// Voided: what it agreed has been reopened; it stays on record.
	Voided bool `json:"voided,omitempty"`
}

// PositionView is a team's position. Position is empty where nothing was said.
type PositionView struct {
	Team     TeamID       `json:"team"`
	Position PositionKind `json:"position"`
	AdRef    bool         `json:"adRef,omitempty"`
	Words    string       `json:"words,omitempty"`
}

// AdRefView is an acceptance subject to a capital or board.
type AdRefView struct {
	Team    TeamID `json:"team"`
	Until   int64  `json:"until"` // table ms
	Cleared bool   `json:"cleared,omitempty"`
	Lapsed  bool   `json:"lapsed,omitempty"`
	Why     string `json:"why,omitempty"` // the words of a refusal
}

// StatementView explains a position.
type StatementView struct {
	Team TeamID `json:"team"`
	Text string `json:"text"`
}

// IncidentView is an inject as its addressees see it.
type IncidentView struct {
	ID       string       `json:"id"` // label within what this audience got: I1, L1 in a team's own series, Y1 in a seat's
	From     string       `json:"from"`
	Method   string       `json:"method"`
	To       Phrase       `json:"to"` // "everyone", "Arcadia"
	Title    string       `json:"title"`
	Body     string       `json:"body"`
	Asks     string       `json:"asks,omitempty"`
	AnswerBy int64        `json:"answerBy,omitempty"` // scenario ms
	Wall     int64        `json:"wall"`
	Scenario int64        `json:"scenario"`
	Marking  string       `json:"marking,omitempty"`
	Answers  []AnswerView `json:"answers,omitempty"`
	// Attachments are the files that came with it.
	Attachments []AttachmentView `json:"attachments,omitempty"`
	// Recalled says why it counts no more; empty for what stands.
	Recalled string `json:"recalled,omitempty"`
}

// AnswerView is a team's answer to an inject.
type AnswerView struct {
	Team  TeamID `json:"team"`
	Text  string `json:"text"`
	After int64  `json:"after"` // scenario ms since delivery
}

// Line is one entry of a feed. No is its number within its room: "148" at
// the table, "k2.7" in a team room.
type Line struct {
	No       string `json:"no"`
	Room     RoomID `json:"room"`
	Wall     int64  `json:"wall"`
	Scenario int64  `json:"scenario"`
	// Kind is the event in a word: said, lodged, stance, gavel, decided,
	// incident, answer, floor, chair, clock, phase, ask, whisper, room …
	Kind string `json:"kind"`
	Team TeamID `json:"team,omitempty"`
	Seat SeatID `json:"seat,omitempty"`
	// Ref is the id spoken of, if any: A16, 3.1a/2, I4, D5.
	Ref string `json:"ref,omitempty"`
	// Text is the line after the speaker's name, in English.
	Text string `json:"text"`
	// Phrase is Text with its parts kept apart, for other languages; zero
	// where Text is what somebody said.
	Phrase Phrase `json:"-"`
	// Spoken is true where Text is what the person said, word for word.
	Spoken  bool `json:"spoken,omitempty"`
	Removed bool `json:"removed,omitempty"`
	// Heard is true where a recorder put on record what was said aloud.
	Heard bool `json:"heard,omitempty"`
	// Informal is true for what was said in an informal sitting: it stays out
	// of the minutes.
	Informal bool `json:"informal,omitempty"`
	// RemovedAt is the wall time at which words of it were removed.
	RemovedAt   int64    `json:"removedAt,omitempty"`
	Corrections []string `json:"corrections,omitempty"`
	// Established is control's word on what was said: established, not
	// established, or empty where it has said none.
	Established string `json:"established,omitempty"`

	seq   int64    // of the act, to order the lines of several rooms
	words []WordID // the texts it brought: what `expunge` of this entry removes
	cites []WordID // other texts it quotes, so that removing one reaches it
	fixes []WordID // of Corrections
}

// ClosingView is the page of signatures.
type ClosingView struct {
	Adopted    bool            `json:"adopted"`
	Outcome    Phrase          `json:"outcome"` // first line of the minutes
	Signatures []SignatureView `json:"signatures"`
	Annex      []ClauseID      `json:"annex,omitempty"` // deferred: not agreed
	InEffect   bool            `json:"inEffect"`
	Effect     Phrase          `json:"effect"` // sentence on when it takes effect
	Summary    string          `json:"summary,omitempty"`
}

// SignatureView is how a team stands to the adopted text.
type SignatureView struct {
	Team         TeamID            `json:"team"`
	How          string            `json:"how"` // signed, endorsed, declined or empty
	Words        string            `json:"words,omitempty"`
	Reservations []ReservationView `json:"reservations,omitempty"`
	Dissociated  []ClauseID        `json:"dissociated,omitempty"`
	// Verified: it was made with the delegation's own key too; nil where not.
	Verified *VerifiedView `json:"verified,omitempty"`
}

// ReservationView is a reservation with its words.
type ReservationView struct {
	Clause ClauseID `json:"clause"`
	Text   string   `json:"text"`
}

// HotWashView is the protected slot after play.
type HotWashView struct {
	Question string  `json:"question,omitempty"`
	Until    int64   `json:"until,omitempty"` // wall ms while answers are collected
	Number   int     `json:"number"`
	Boards   []Board `json:"boards,omitempty"`
}

// Board is one question with its answers, without names.
type Board struct {
	Question string        `json:"question"`
	Answers  []BoardAnswer `json:"answers"`
}

// BoardAnswer is one answer. N is the number to vote for.
type BoardAnswer struct {
	N     int    `json:"n"`
	Text  string `json:"text"`
	Votes int    `json:"votes"`
}
