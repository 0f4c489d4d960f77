package exercise

// RevisionView is one paragraph as one revision of the draft left it.
type RevisionView struct {
	N    int    `json:"n"`
	Wall int64  `json:"wall"`
	Para ParaID `json:"para"`
	Text string `json:"text"` // with points as [one | other]
	Why  string `json:"why"`  // "A1 lodged", "D3 decided"
}
