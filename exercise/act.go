package exercise

// Act is the journal's unit: a command as accepted, or a tick, with the
// events it caused. It is durable before anyone sees its effect and never
// changed. Wall, Scenario and Table are milliseconds: UTC since 1970, story
// time since STARTEX, table time since the table opened.
type Act struct {
	Seq      int64
	Wall     int64
	Scenario int64
	Table    int64
	Seat     SeatID // empty for what the clock did
	Command  Command
	Events   []Event
	// Words are the free texts of the command in the order of their ids
	// (Seq.1, Seq.2 …). A nil entry is a text that was removed.
	Words []*string
}
