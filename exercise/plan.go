package exercise

// Precedent is agreed language that a drafter may take over.
type Precedent struct {
	ID     string `json:"id"` // "contact-points"
	Text   Text   `json:"text"`
	Source string `json:"source"` // whose theme it is, "after OSCE 2013, no. 8"
}

// StressTest is an incident that nobody has seen in play. After the end it is
// held against the final text.
type StressTest struct {
	ID     string     `json:"id"` // "S1"
	Title  Text       `json:"title"`
	Body   Text       `json:"body"`
	Probes []ClauseID `json:"probes,omitempty"`
	Asks   Text       `json:"asks,omitzero"`  // what the text should answer
	Look   []Text     `json:"look,omitempty"` // what a text that holds would say
}

// Survey is a neutral question put before and after, answered from 1 to 5.
type Survey struct {
	ID   string `json:"id"`
	Ask  Text   `json:"ask"`
	Low  Text   `json:"low"`  // what 1 means
	High Text   `json:"high"` // what 5 means
}

// Follows makes a scenario a later session of another; zero where it is none.
type Follows struct {
	Scenario string `json:"scenario"`
	// Carries tells what of the earlier session stands: text, dials, positions.
	Carries []string `json:"carries"`
	Later   Text     `json:"later,omitzero"` // what has passed meanwhile
	// Earlier is the session that this exercise goes on from; zero where it
	// starts from the scenario's own text.
	Earlier Earlier `json:"earlier,omitzero"`
}

// What a later session may carry over.
const (
	CarryText      = "text"
	CarryDials     = "dials"
	CarryPositions = "positions"
)
