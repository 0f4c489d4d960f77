package exercise

// Condition is what an acceptance depends on: one thing carried or agreed, or
// all or any of several. There is no "not". Exactly one field is used; X with Is.
type Condition struct {
	X   Subject     `json:"x,omitempty"`
	Is  string      `json:"is,omitempty"` // carried, agreed
	All []Condition `json:"all,omitempty"`
	Any []Condition `json:"any,omitempty"`
}

// ConditionalView is a sealed position of this seat's team.
type ConditionalView struct {
	X  Subject `json:"x"`
	If string  `json:"if"` // "A15 carried and 5 agreed"
	// Asked: it is part of a set that can be met together, and the team is
	// asked to `confirm` it. Confirmed: it has done so.
	Asked     bool `json:"asked,omitempty"`
	Confirmed bool `json:"confirmed,omitempty"`
}
