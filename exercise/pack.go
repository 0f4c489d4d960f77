package exercise

// PackageID names a package: P2.
type PackageID string

// PackageView is a package as the room sees it: all or nothing.
type PackageView struct {
	ID       PackageID  `json:"id"`
	Sponsors []TeamID   `json:"sponsors"`
	Parts    []PartView `json:"parts"`
	State    string     `json:"state"` // open, carried, fallen, withdrawn
	// RenewBy is the table ms until which its sponsors may cosponsor it again
	// after a part changed; 0 where it does not wait for that.
	RenewBy int64 `json:"renewBy,omitempty"`
}

// PartView is one part of a package.
type PartView struct {
	X     Subject `json:"x"`
	Title string  `json:"title"`
	Met   bool    `json:"met,omitempty"` // carried or agreed by itself
}
