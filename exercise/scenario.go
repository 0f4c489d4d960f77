package exercise

// Role is what a seat may do beyond its team. Roles change only by control's
// act, never by who is connected.
type Role string

// The roles. "Facilitator" is what people call chair and control together.
const (
	Delegate  Role = "delegate"
	Chair     Role = "chair"
	Control   Role = "control"
	SimCell   Role = "simcell"
	Recorder  Role = "recorder"
	Evaluator Role = "evaluator"
	Observer  Role = "observer"
	Projector Role = "projector"
)

// Scenario is everything planned before STARTEX. It is act 0 of the record
// and never changes afterwards.
type Scenario struct {
	Name       string `json:"name"`  // folder name, "copycat"
	Title      string `json:"title"` // "The Copycat Accord"
	Instrument string `json:"instrument"`
	Organiser  string `json:"organiser"` // who runs this, whom to ask
	Zone       string `json:"zone"`      // IANA name; times are minuted in it
	Marking    string `json:"marking"`
	// Ceiling is the highest marking that anything here may bear; empty: Marking.
	Ceiling   string `json:"ceiling,omitempty"`
	Retention string `json:"retention"` // "90d"
	// Language is that of the texts, as a language tag: "en". Empty: not said.
	Language string `json:"language,omitempty"`
	// Disclosure tells whom the words of private rooms reach in exports after
	// the hot wash: members, all or never. Empty: members.
	Disclosure Disclosure `json:"disclosure,omitempty"`
	Procedure  string     `json:"procedure"` // "lateral", or the name of Rules
	// Rules is the scenario's own procedure, or, in act 0, the one in force as
	// it was then; nil where Procedure names one of those that kefi knows.
	Rules *Procedure `json:"rules,omitempty"`
	// Arm names the control arm that this is, empty for the scenario itself.
	Arm string `json:"arm,omitempty"`
	// Study is what research this play is part of, as whoever serves it says.
	Study Study `json:"study,omitzero"`
	// Medium tells how people talk: typed, spoken or mixed. Empty: typed.
	Medium string `json:"medium,omitempty"`
	// Tabling is "turn" where lodging needs the floor; empty: at any time.
	Tabling string `json:"tabling,omitempty"`
	// Consultations is how the minutes tell of a caucus: named, counted or
	// silent. Empty: named.
	Consultations string `json:"consultations,omitempty"`
	// Naming is how the minutes name delegations until the recorder changes it.
	// Empty: by name.
	Naming Naming `json:"naming,omitempty"`
	// AbsentTrack lets the others decide while a track is wholly absent. The
	// text cannot be adopted without it all the same.
	AbsentTrack bool `json:"absentTrack,omitempty"`
	// Chairing is "auto" where a scripted chair holds the seat; empty: a person.
	Chairing string `json:"chairing,omitempty"`
	// Robots has scripts play the teams that nobody has come to, for as long as
	// somebody is here. Such a play stays out of comparisons.
	Robots bool `json:"robots,omitempty"`

	// Effect says when the adopted text takes effect.
	Effect Effect `json:"effect"`

	Situation Text `json:"situation"`

	Teams      []Team       `json:"teams"`
	Seats      []Seat       `json:"seats"`
	Clauses    []ClauseSpec `json:"clauses"`
	Agenda     []AgendaItem `json:"agenda"` // of the table phase, in order
	Times      Times        `json:"times"`
	Injects    []Inject     `json:"injects"`
	Objectives []Objective  `json:"objectives"`
	Questions  []Text       `json:"questions"` // prepared for the hot wash
	Draws      []Draw       `json:"draws"`

	// Dials are what the author reckons the play does to the world, Gap how far
	// policy lags behind technology; none where the scenario has no such model.
	Dials []Dial `json:"dials,omitempty"`
	Gap   Gap    `json:"gap,omitzero"`
	// Personas are those outside the room who may be asked, or who write.
	Personas []Persona `json:"personas,omitempty"`
	// Prepared are answers to questions to the world.
	Prepared []Prepared `json:"prepared,omitempty"`
	// Facts are what is so in this exercise: for control, the simulation cell
	// and evaluators, to answer and to judge by.
	Facts []Text `json:"facts,omitempty"`

	// Precedents is the library of agreed language.
	Precedents []Precedent `json:"precedents,omitempty"`
	// Stress is held back: incidents that try the final text after the end.
	Stress []StressTest `json:"stress,omitempty"`
	Survey []Survey     `json:"survey,omitempty"`
	// TwinOf names the scenario whose stakes this one has under another
	// surface; TranslationOf the one whose words it says in another language.
	TwinOf        string  `json:"twinOf,omitempty"`
	TranslationOf string  `json:"translationOf,omitempty"`
	Follows       Follows `json:"follows,omitzero"`
}

// Disclosure tells whom the words of private rooms reach in exports.
type Disclosure string

// The rules of disclosure. ToNobody keeps them out of every copy of the
// minutes, the members' own too.
const (
	ToMembers Disclosure = "members"
	ToAll     Disclosure = "all"
	ToNobody  Disclosure = "never"
)

// Team is a delegation of one track.
type Team struct {
	ID   TeamID `json:"id"`
	Name string `json:"name"`
	// Forms are words for the team which its name does not begin, such as Dutch
	// for the Netherlands: minutes without names replace them too.
	Forms []string `json:"forms,omitempty"`
	Track Track    `json:"track"`
	Seats []SeatID `json:"seats"` // the first is the head
	Brief Brief    `json:"brief"`
	// Stakes are read by the team and the evaluators; nil where none are given.
	Stakes *Stakes `json:"stakes,omitempty"`
}

// Brief is what only a team, control and evaluators read.
type Brief struct {
	Page     Text   `json:"page"` // Markdown
	Wants    []Text `json:"wants"`
	Trades   []Text `json:"trades"`
	RedLines []Text `json:"redLines"`
	Offers   []Text `json:"offers"` // things only this team can give
	// Points names every point of the draft this team cares for, with its reason.
	Points []BriefPoint `json:"points"`
}

// BriefPoint is a team's interest in one point of the scenario's draft.
type BriefPoint struct {
	Point PointID `json:"point"`
	Why   Text    `json:"why"`
}

// Seat is a place someone connects to; it outlives its connections.
type Seat struct {
	ID    SeatID `json:"id"`
	Name  string `json:"name"`
	Team  TeamID `json:"team,omitempty"` // empty for chair, recorder …
	Roles []Role `json:"roles"`
}

// ClauseSpec is a clause as its author wrote it: paragraphs with points as
// [one | other]; literal [ ] | \ are escaped with \.
type ClauseSpec struct {
	ID            ClauseID `json:"id"`
	Title         Text     `json:"title"`
	Bearers       []Track  `json:"bearers,omitempty"`
	NoReservation bool     `json:"noReservation,omitempty"`
	Paras         []Text   `json:"paras"`
	// Agreed: an earlier session agreed it, and it stands until it is reopened.
	Agreed bool `json:"agreed,omitempty"`
}

// ItemKind is the kind of an agenda item.
type ItemKind string

// The kinds of agenda items within the table phase.
const (
	Openings      ItemKind = "openings"
	FirstReading  ItemKind = "first reading"
	SecondReading ItemKind = "second reading"
	Suspension    ItemKind = "suspension"
	Endgame       ItemKind = "endgame"
	// StakeholderSlot is when those who observe are heard.
	StakeholderSlot ItemKind = "stakeholder slot"
)

// AgendaItem is one item of the table phase.
type AgendaItem struct {
	Name    string     `json:"name"` // as typed after `item`: "3", "first-reading", "endgame"
	Kind    ItemKind   `json:"kind"`
	Clauses []ClauseID `json:"clauses,omitempty"`
	Minutes int        `json:"minutes"`
	// Mode is how the floor passes: rounds, queue, open or closed. Empty: as
	// usual for its kind.
	Mode string `json:"mode,omitempty"`
}

// Times are durations in milliseconds. Those of the table run on the table clock.
type Times struct {
	Briefing int64 `json:"briefing"` // 0: STARTEX opens the table at once
	Closing  int64 `json:"closing"`
	HotWash  int64 `json:"hotWash"`
	Turn     int64 `json:"turn"`    // a team's turn in rounds, 60-90 s
	Gavel    int64 `json:"gavel"`   // default of `gavel X`, 30 s
	Wait     int64 `json:"wait"`    // what `wait` adds, once a team, 60 s
	Put      int64 `json:"put"`     // default of `put X`, 2 min
	Settle   int64 `json:"settle"`  // "closing in 15 s" once all have answered
	Reading  int64 `json:"reading"` // 0: words/200 min, at least 45 s
	Order    int64 `json:"order"`   // a point of order, 60 s
	Reflect  int64 `json:"reflect"` // hot wash answers, 90 s
	// Slot is the time that is booked for everything; 0: not said.
	Slot int64 `json:"slot,omitempty"`
}

// InjectKind follows the MSEL practice of HSEEP.
type InjectKind string

// Kinds of injects.
const (
	Contextual     InjectKind = "contextual"
	ExpectedAction InjectKind = "expected-action"
	Contingency    InjectKind = "contingency"
)

// Inject is one entry of the MSEL.
type Inject struct {
	ID        InjectID   `json:"id"`
	Kind      InjectKind `json:"kind"`
	From      string     `json:"from"`   // persona: "Harbour CERT"
	Method    string     `json:"method"` // mail, call, press, intelligence, letter
	To        []string   `json:"to"`     // "all", a track letter, team ids, seat ids
	At        int64      `json:"at"`     // scenario ms; -1: at no time. With When: not before
	Title     Text       `json:"title"`
	Body      Text       `json:"body"`
	Asks      Text       `json:"asks"` // what is asked, empty if nothing
	AnswerIn  int64      `json:"answerIn,omitempty"`
	Objective string     `json:"objective,omitempty"`
	Probes    []ClauseID `json:"probes,omitempty"`
	Expected  Text       `json:"expected"` // control and evaluators only
	Marking   string     `json:"marking,omitempty"`

	// Item is the agenda item whose opening sends it: "3". Empty: none does.
	Item string `json:"item,omitempty"`
	// When is the condition on which it goes out, in the language of package
	// when: agreed("5") and minute > 40. Empty: none.
	When string `json:"when,omitempty"`
	// Reserve keeps it off the timeline: it is sent by hand if it is needed, and
	// nobody waits for it. At, Item and When are then empty (-1, "" and "").
	Reserve bool `json:"reserve,omitempty"`
	// Release is "ask" where it waits for control once it is due; empty: auto.
	Release string `json:"release,omitempty"`
	// Passages are parts of its text that depend on the state of the table.
	Passages []Passage `json:"passages,omitempty"`
	// Shifts are what it does to the dials as it is delivered.
	Shifts []Shift `json:"shifts,omitempty"`
	// Attachments are the files that come with it.
	Attachments []Attachment `json:"attachments,omitempty"`
	// Copycat makes it the return of another one; zero where it is not.
	Copycat Copycat `json:"copycat,omitzero"`
}

// Objective is what the exercise is to show.
type Objective struct {
	ID   string `json:"id"`
	Text Text   `json:"text"`
	Look []Text `json:"look,omitempty"` // what evaluators look for
}

// Draw is a variable whose value depends on the exercise's seed only. In
// texts {name} stands for the value drawn, {name.field} for a field of it.
type Draw struct {
	Name    string              `json:"name"`
	Options []map[string]string `json:"options"` // each has "value"; other keys are fields
	// Unlike names an earlier draw whose value this one never takes: another
	// victim than the first. Empty: any option may be drawn.
	Unlike string `json:"unlike,omitempty"`
}
