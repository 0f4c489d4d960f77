package exercise

// Events beside the draft and its decisions: incidents, the closing, safety
// and the record.

// Incidents and questions to the world.
type (
	// Queued: an inject is in its take-back window; At is wall ms of delivery.
	Queued struct {
		Inject InjectID `json:"inject"`
		At     int64    `json:"at"`
	}
	// Written: control wrote a new inject.
	Written struct {
		Inject Inject `json:"inject"`
	}
	// Delivered: it is out. Teams and Seats are who got it; Reading is wall ms
	// until which the table clock waits (0: it does not).
	Delivered struct {
		Inject  InjectID `json:"inject"`
		All     bool     `json:"all,omitempty"`
		Teams   []TeamID `json:"teams,omitempty"`
		Seats   []SeatID `json:"seats,omitempty"`
		Reading int64    `json:"reading,omitempty"`
		// Passages are those of its parts that stand in it, from 1.
		Passages []int `json:"passages,omitempty"`
	}
	// Recovered: a queued inject was taken back; nobody has seen it.
	Recovered struct {
		Inject InjectID `json:"inject"`
	}
	// Retimed: planned for another scenario time.
	Retimed struct {
		Inject InjectID `json:"inject"`
		At     int64    `json:"at"`
	}
	// Dropped: it will not come.
	Dropped struct {
		Inject InjectID `json:"inject"`
		Why    WordID   `json:"why"`
	}
	// Answered: a team answered an inject; After is scenario ms since delivery.
	Answered struct {
		Inject InjectID `json:"inject"`
		Team   TeamID   `json:"team"`
		Seat   SeatID   `json:"seat"`
		Words  WordID   `json:"words"`
		After  int64    `json:"after"`
	}
	// Requested: a question to the world.
	Requested struct {
		N     int    `json:"n"`
		Team  TeamID `json:"team"`
		To    string `json:"to,omitempty"`
		Words WordID `json:"words"`
	}
	// Replied: a persona answers it.
	Replied struct {
		N     int    `json:"n"`
		Name  string `json:"name"`
		Words WordID `json:"words"`
	}
)

// Closing and hot wash.
type (
	// Summarised: the chair's summary.
	Summarised struct {
		Words WordID `json:"words"`
	}
	// Signed, with reservations.
	Signed struct {
		Team         TeamID       `json:"team"`
		Reservations []ReservedOn `json:"reservations,omitempty"`
	}
	// Endorsed: welcomed without being bound.
	Endorsed struct {
		Team TeamID `json:"team"`
	}
	// Dissociated from one clause.
	Dissociated struct {
		Team   TeamID   `json:"team"`
		Clause ClauseID `json:"clause"`
	}
	// Declined to sign.
	Declined struct {
		Team  TeamID `json:"team"`
		Words WordID `json:"words"`
	}
	// QuestionOpened: of the hot wash; Until is wall ms.
	QuestionOpened struct {
		N     int    `json:"n"`
		Words WordID `json:"words"`
		Until int64  `json:"until"`
	}
	// Revealed: the answers together, without names, sorted.
	Revealed struct {
		N     int      `json:"n"`
		Words []WordID `json:"words"`
	}
	// Voted: a seat's three votes, replacing its last.
	Voted struct {
		Seat    SeatID `json:"seat"`
		Answers []int  `json:"answers"`
	}
)

// ReservedOn is a reservation as signed.
type ReservedOn struct {
	Clause ClauseID `json:"clause"`
	Words  WordID   `json:"words"`
}

// Safety and the record.
type (
	// RealWorldCalled stops everything.
	RealWorldCalled struct {
		Seat  SeatID `json:"seat"`
		Words WordID `json:"words"`
	}
	// RealWorldOver: by control. Cancelled when it was raised in error.
	RealWorldOver struct {
		Cancelled bool `json:"cancelled,omitempty"`
	}
	// TimeoutAsked: "I need a break", to control only.
	TimeoutAsked struct {
		Seat SeatID `json:"seat"`
	}
	// Marked by the recorder.
	Marked struct {
		No   string `json:"no"`
		Kind string `json:"kind"`
	}
	// Noted by the recorder, privately.
	Noted struct {
		No    string `json:"no,omitempty"`
		Words WordID `json:"words"`
	}
	// ExpungeAsked waits for the recorder.
	ExpungeAsked struct {
		No    string   `json:"no"`
		Why   WordID   `json:"why"`
		Words []WordID `json:"words"` // what is to be removed
	}
	// Expunged: these words are gone for good. Clauses lists agreed clauses
	// that opened because their text lost words.
	Expunged struct {
		No      string     `json:"no"`
		Words   []WordID   `json:"words"`
		Clauses []ClauseID `json:"clauses,omitempty"` // agreed, and open again
		Paras   []ParaID   `json:"paras,omitempty"`   // agreed by themselves, and so no longer
	}
)
