package exercise

// This file is the shape of the draft. How amendments change it stands in
// amend.go, how points close in point.go; both are pure functions from one
// paragraph to the next, and events carry the paragraph that results.

// ClauseState says how far a clause has come.
type ClauseState string

// The states of a clause. Nothing is agreed until everything is agreed: only
// adoption makes a clause final.
const (
	ClauseDraft    ClauseState = "draft"
	ClauseOpen     ClauseState = "open"
	ClauseAgreed   ClauseState = "agreed provisionally"
	ClauseFinal    ClauseState = "final"
	ClauseReopened ClauseState = "reopened"
	ClauseDeferred ClauseState = "deferred"
	ClauseDeleted  ClauseState = "deleted"
)

// Agreed provisionally, or final.
func (s ClauseState) Agreed() bool { return s == ClauseAgreed || s == ClauseFinal }

// Clause is one numbered clause of the draft.
type Clause struct {
	ID            ClauseID    `json:"id"`
	Title         []Piece     `json:"title"`
	State         ClauseState `json:"state"`
	Bearers       []Track     `json:"bearers,omitempty"`
	NoReservation bool        `json:"noReservation,omitempty"`
	Paras         []Paragraph `json:"paras"`
	// Divided are the paragraphs that are decided by themselves, Agreed those
	// of them that have been.
	Divided []ParaID `json:"divided,omitempty"`
	Agreed  []ParaID `json:"agreed,omitempty"`
	// Revision is the number of the draft's revision that last changed this clause.
	Revision int `json:"revision,omitempty"`
}

// Paragraph is an ordered run of nodes: agreed words and points.
type Paragraph struct {
	ID    ParaID `json:"id"`
	Nodes []Node `json:"nodes"`
	// Letters counts the letters given to points so far: 3.1a, 3.1b …
	// A letter is given in order of opening and never again.
	Letters int `json:"letters,omitempty"`
}

// Node is either agreed words (Pieces) or a point, never both.
type Node struct {
	Pieces []Piece `json:"pieces,omitempty"`
	Point  *Point  `json:"point,omitempty"`
}

// Point is disputed text: a span with two or more alternatives.
type Point struct {
	ID PointID `json:"id"`
	// Outer marks a point that spans two or more others. Its first
	// alternative is "as it stands", with the inner points still open.
	Outer bool          `json:"outer,omitempty"`
	Alts  []Alternative `json:"alts"`
}

// Alternative is one reading of a point. Its words may be empty: deletion.
type Alternative struct {
	N     int    `json:"n"` // given in order, never again: 3.1a/1, 3.1a/2 …
	Nodes []Node `json:"nodes,omitempty"`
	// AsItStands marks the words that stood before an amendment opened the point.
	AsItStands bool `json:"asItStands,omitempty"`
	// Given marks the scenario's own, which nobody can withdraw.
	Given bool `json:"given,omitempty"`
	// Sponsors are in order of joining; none for the scenario's own.
	Sponsors []TeamID `json:"sponsors,omitempty"`
	// Amendments that brought or share this text, in order.
	Amendments []AmendmentID `json:"amendments,omitempty"`
	// Chair marks the chair's text, shown as =.
	Chair bool `json:"chair,omitempty"`
	// Withdrawn alternatives have left the draft, not the record.
	Withdrawn bool `json:"withdrawn,omitempty"`
}

// Edit is one change asked for by an amendment. Exactly one of the forms is
// used: put New for Old, strike Old (New empty), add New after Old (After),
// the whole paragraph (Whole: deletion when New is empty), or a new paragraph.
type Edit struct {
	Para  ParaID `json:"para,omitempty"` // "3.1"; for a new paragraph the id it will have
	Old   Text   `json:"old"`
	New   Text   `json:"new"`
	After bool   `json:"after,omitempty"`
	Whole bool   `json:"whole,omitempty"`
	Fresh bool   `json:"fresh,omitempty"` // a paragraph that does not exist yet
	At    int    `json:"at,omitempty"`    // chosen place, from 1, where there is more than one
}

// Amendment is what a sponsor lodged: one or more edits that stand or fall together.
type Amendment struct {
	ID       AmendmentID `json:"id"`
	Clause   ClauseID    `json:"clause"`
	Sponsors []TeamID    `json:"sponsors"`
	By       SeatID      `json:"by"`
	Edits    []Edit      `json:"edits"`
	Because  Text        `json:"because"`
	// Alts are the alternatives the edits became, one an edit.
	Alts []AltID `json:"alts"`
	// In is the amendment whose words it edits: it stands beside that one
	// until its sponsors take it in.
	In AmendmentID `json:"in,omitempty"`
	// Friendly lists the sponsors of In that have said so of it.
	Friendly []TeamID `json:"friendly,omitempty"`
	// TookIn lists the amendments that its sponsors have taken in.
	TookIn []AmendmentID `json:"tookIn,omitempty"`
	// Input is the written input that its sponsor took up: N2.
	Input AmendmentID `json:"input,omitempty"`
	// Chair marks the chair's text, which has no sponsors.
	Chair bool `json:"chair,omitempty"`
	// State: one of those below.
	State string `json:"state"`
}

// States of an amendment.
const (
	AmendmentWaiting    = "waiting" // until what is put closes
	AmendmentLodged     = "lodged"
	AmendmentTakenIn    = "taken in" // by the amendment it was to, whose fate it shares
	AmendmentCarried    = "carried"
	AmendmentNotTakenUp = "not taken up"
	AmendmentWithdrawn  = "withdrawn"
)
