package exercise

// MotionView is a procedural motion or an appeal.
type MotionView struct {
	ID     Subject  `json:"id"`   // M1
	Kind   string   `json:"kind"` // suspend, adjourn, defer, close debate, reopen, divide, appeal
	Team   TeamID   `json:"team"`
	Clause ClauseID `json:"clause,omitempty"`
	Why    string   `json:"why,omitempty"`
	State  string   `json:"state"` // open, put, carried, not carried
}
