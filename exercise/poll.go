package exercise

// PollView is a straw poll: counted per team, without effect.
type PollView struct {
	N        int          `json:"n"`
	Question string       `json:"question"`
	Options  []OptionView `json:"options"`
	Silent   []TeamID     `json:"silent,omitempty"`
	Open     bool         `json:"open,omitempty"`
}

// OptionView is one answer of a poll and who gave it.
type OptionView struct {
	N     int      `json:"n"`
	Text  string   `json:"text"`
	Teams []TeamID `json:"teams,omitempty"`
}
