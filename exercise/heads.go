package exercise

// WishView is an adviser's act that binds the team and waits for its head.
type WishView struct {
	No   string `json:"no"` // W1, as typed after confirm
	Seat SeatID `json:"seat"`
	Line string `json:"line"` // "position A1 accept"
	Wall int64  `json:"wall"`
}
