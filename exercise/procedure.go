package exercise

import "slices"

// Procedure says who sits where, who decides, and by what rule. It is data:
// those that kefi knows and a scenario's own are judged by the same code.
type Procedure struct {
	Name string `json:"name"`
	// Rules name the rule of each track. A track without one has rule none,
	// unless there is an Overall rule, which counts it.
	Rules []TrackRule `json:"rules,omitempty"`
	// Overall is one rule over all teams with a say, beside the tracks' own.
	Overall *DecisionRule `json:"overall,omitempty"`
	// Quorum is the share of the entitled teams that must have answered
	// anything but not-yet; the zero Ratio asks for none.
	Quorum Ratio `json:"quorum,omitzero"`
	// ByBearer: a clause with bearers is decided by the bearers' tracks; the
	// terms and adoption by all.
	ByBearer bool `json:"byBearer,omitempty"`
	// Hall lists the tracks that are not at the table and have a room of their own.
	Hall []Track `json:"hall,omitempty"`
	// Input: what tracks without a say lodge is written input; it becomes text
	// once a team with a say sponsors it.
	Input bool `json:"input,omitempty"`
	// NonPaper lists the agenda items at whose opening the hall's proposals
	// are delivered to the table; empty: never.
	NonPaper []string `json:"nonPaper,omitempty"`
}

// TrackRule is one track's rule.
type TrackRule struct {
	Track Track        `json:"track"`
	Rule  DecisionRule `json:"rule"`
}

// DecisionRule is how one body of teams decides.
type DecisionRule struct {
	Kind RuleKind `json:"kind"`
	// Of a majority: at least, or more than, Share of Base.
	MoreThan bool  `json:"moreThan,omitempty"`
	Share    Ratio `json:"share,omitzero"`
	Base     Base  `json:"base,omitempty"`
}

// Ratio is an exact fraction.
type Ratio struct {
	P int `json:"p"`
	Q int `json:"q"`
}

// RuleKind names a rule.
type RuleKind string

// The rules (rules: deciding, per-track rules).
const (
	NoObjection RuleKind = "no-objection" // nobody objects or awaits instructions
	Concurrence RuleKind = "concurrence"  // the same, and at least one accept
	Unanimity   RuleKind = "unanimity"    // every present team accepts
	Majority    RuleKind = "majority"
	Voice       RuleKind = "voice" // heard, not counted
	NoRule      RuleKind = "none"
)

// Base is what a majority is counted of.
type Base string

// The bases. Cast: accepts and objections. Present: teams present, those who
// stand aside included. Entitled: every team with a say.
const (
	OfCast     Base = "cast"
	OfPresent  Base = "present"
	OfEntitled Base = "entitled"
)

// HallRoom is the room of tracks that are not at the table.
const HallRoom RoomID = "hall"

// procedure is the one in force.
func (s State) procedure() Procedure { return s.rules }

// Tables lists the rooms in which a table stands: one, or two where some
// tracks are in the hall.
func (s State) Tables() []RoomID {
	if len(s.procedure().Hall) > 0 {
		return []RoomID{TableRoom, HallRoom}
	}
	return []RoomID{TableRoom}
}

// HomeRoom is the room whose view a seat shares.
func (s State) HomeRoom(id SeatID) RoomID {
	seat, _ := s.Seat(id)
	return s.tableOf(seat.Team)
}

// tableOf is the room in which a team sits; the table for whoever has no team.
func (s State) tableOf(team TeamID) RoomID {
	if team != "" && slices.Contains(s.procedure().Hall, s.track(team)) {
		return HallRoom
	}
	return TableRoom
}

// tablesOf lists the tables that a seat sees, its own first: those who serve
// both rooms see both.
func (s State) tablesOf(seat Seat) []RoomID {
	home := s.tableOf(seat.Team)
	if seat.Team == "" && seat.Has(Chair, Control, SimCell, Recorder, Evaluator) {
		return slices.Clone(s.Tables())
	}
	return []RoomID{home}
}

// ProcedureView is the procedure as the room reads it.
type ProcedureView struct {
	Name string `json:"name"`
	// Arm is the control arm that is played, if it is one.
	Arm string `json:"arm,omitempty"`
	// Lines say how things are decided, a sentence each: "κ: concurrence."
	Lines []Phrase `json:"lines,omitempty"`
	Hall  []Track  `json:"hall,omitempty"`
	// Observe lists the tracks that sit at the table without a place in the
	// deciding; the stakeholder slot is theirs.
	Observe []Track `json:"observe,omitempty"`
}

// TallyView is the count of one body of teams.
type TallyView struct {
	Track   Track    `json:"track,omitempty"` // empty: all teams
	Rule    string   `json:"rule"`            // "concurrence", "at least 2/3 of cast"
	Accept  []TeamID `json:"accept,omitempty"`
	Aside   []TeamID `json:"aside,omitempty"`
	Object  []TeamID `json:"object,omitempty"`
	NotYet  []TeamID `json:"notYet,omitempty"`
	Silent  []TeamID `json:"silent,omitempty"`
	Needed  int      `json:"needed,omitempty"` // of a majority: accepts needed
	Base    int      `json:"base,omitempty"`   // and of how many
	Carries bool     `json:"carries,omitempty"`
}
