package exercise

// Study says of what research a play is a part. Nothing in play depends on it,
// and nobody at the table is shown it; zero where it is part of none.
type Study struct {
	Name string `json:"name,omitempty"` // as the researchers call it
	// Order is the place of this play among those of its group, from 1, where
	// one group plays several arms; 0: not said.
	Order int `json:"order,omitempty"`
}
