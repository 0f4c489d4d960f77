package exercise

// Under some procedures not every track sits at the table. Those that do not
// have a room of their own, the hall: its floor is open and nobody chairs it.

// hallView fills in what is seen in the hall only.
func (s State) hallView(v *RoomView) {
	v.Item = -1
}
