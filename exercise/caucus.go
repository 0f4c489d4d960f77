package exercise

// CaucusView is a private room of several teams, for its members only.
type CaucusView struct {
	ID      string   `json:"id"`               // C1
	Clause  ClauseID `json:"clause,omitempty"` // of a contact group
	Members []TeamID `json:"members"`          // who has accepted
	Invited []TeamID `json:"invited,omitempty"`
	Open    bool     `json:"open"`
	// Since is the table ms at which it opened, Until when its time is over (0: none).
	Since int64 `json:"since,omitempty"`
	Until int64 `json:"until,omitempty"`
	// Draft is the joint draft; Line says what it asks for, Signed who has signed it.
	Draft  string   `json:"draft,omitempty"`
	Signed []TeamID `json:"signed,omitempty"`
	Lodged bool     `json:"lodged,omitempty"`
	Lines  []Line   `json:"lines,omitempty"`
}

// caucusRooms lists the private rooms of caucuses in which a team sits.
func (s State) caucusRooms(TeamID) []RoomID { return nil }
