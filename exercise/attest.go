package exercise

// A delegation may sign the adopted text outside the exercise too, with an SSH
// key of its own. Whoever keeps the keys checks that; here it is only put on
// record, with the key's fingerprint as a word, so that it can be removed.

type (
	// Attest says that the seat's own key has signed the adopted text. Words are
	// the key's fingerprint, "SHA256:…". Only the server does that, once it has
	// checked the signature.
	Attest struct {
		Words Text `json:"words"`
	}
	// Attested: the key of which Words are the fingerprint has signed for the team.
	Attested struct {
		Team  TeamID `json:"team"`
		Seat  SeatID `json:"seat"`
		Words WordID `json:"words"`
	}
)

// VerifiedView is by which key a signature was verified.
type VerifiedView struct {
	Seat SeatID `json:"seat"` // whose key it is
	// Fingerprint of the key, "SHA256:…". A copy that names nobody leaves it out.
	Fingerprint string `json:"fingerprint"`
}

// attestation is the last one of a signature; without a seat there is none.
type attestation struct {
	seat  SeatID
	words WordID
}

func (c Attest) decide(d *decider) error {
	team, err := d.team("prove the delegation's signature")
	if err != nil {
		return err
	}
	if err := d.play("prove the delegation's signature", Table, Closing, HotWash, Debrief); err != nil {
		return err
	}
	how := d.s.signatureOf(team).how
	switch {
	case !d.s.binds(d.seat.ID):
		return d.notHead("prove the delegation's signature")
	case !d.s.closing.adopted:
		return refuse(ErrNotNow, "The text has not been adopted yet; there is nothing to sign.")
	case how != HowSigned && how != HowEndorsed:
		return refuse(ErrNotNow, "Your delegation has neither signed nor endorsed the text: `sign` or `endorse` first, then `attest`.")
	}
	if err := said(c.Words, "A fingerprint"); err != nil {
		return err
	}
	d.emit(Attested{Team: team, Seat: d.seat.ID, Words: c.Words.ID})
	return nil
}

// The line does not show the fingerprint: whoever is named by nothing else
// would be by that.
func (e Attested) apply(s *State, a Act) {
	s.sign(e.Team, func(x *signature) { x.attested = attestation{e.Seat, e.Words} })
	s.post(a, e, Line{Kind: "attested", Team: e.Team, Seat: e.Seat, Phrase: say("proves its signature with its own SSH key."), words: []WordID{e.Words}})
}

func (s State) verifiedView(x attestation) *VerifiedView {
	if x.seat == "" {
		return nil
	}
	return &VerifiedView{Seat: x.seat, Fingerprint: s.text(x.words)}
}
