package exercise

import "slices"

// Earlier is the session that an exercise goes on from, as it ended. It stands
// in act 0, with the head of that session's record, so that the two records
// can be held together.
type Earlier struct {
	Exercise string `json:"exercise"` // its name on its server: "spring"
	Title    string `json:"title"`
	Acts     int64  `json:"acts"` // how many its record had
	Head     string `json:"head"` // the hash of the last one, in hex

	Adopted  bool `json:"adopted,omitempty"`
	InEffect bool `json:"inEffect,omitempty"`
	Summary  Text `json:"summary,omitzero"` // the chair's own
	// The clauses as they stood at the end.
	Agreed  []ClauseID `json:"agreed,omitempty"`
	Open    []ClauseID `json:"open,omitempty"`
	Annex   []ClauseID `json:"annex,omitempty"`
	Deleted []ClauseID `json:"deleted,omitempty"`

	Signatures []EarlierSignature `json:"signatures,omitempty"`
	Stances    []EarlierStance    `json:"stances,omitempty"`
}

// EarlierSignature is how a delegation stood to the adopted text.
type EarlierSignature struct {
	Team         string               `json:"team"` // its name
	How          string               `json:"how"`  // signed, endorsed, declined
	Words        Text                 `json:"words,omitzero"`
	Reservations []EarlierReservation `json:"reservations,omitempty"`
	Dissociated  []ClauseID           `json:"dissociated,omitempty"`
}

// EarlierReservation is a reservation with its words.
type EarlierReservation struct {
	Clause ClauseID `json:"clause"`
	Words  Text     `json:"words"`
}

// EarlierStance is an open stance that still stands.
type EarlierStance struct {
	Alt    AltID  `json:"alt"` // as it is numbered in the later session
	Team   TeamID `json:"team"`
	Stance Stance `json:"stance"`
}

// EarlierView tells everyone of the session before.
type EarlierView struct {
	Exercise string `json:"exercise"`
	Title    string `json:"title"`
	Acts     int64  `json:"acts"`
	Head     string `json:"head"`
	Later    string `json:"later,omitempty"`   // what has passed meanwhile
	Outcome  Phrase `json:"outcome"`           // first line of its minutes
	Summary  string `json:"summary,omitempty"` // its chair's own
	// Facts say, each in a sentence, what of it stands: clauses, signatures.
	Facts []Phrase `json:"facts"`
}

// Short is the beginning of Head, enough to tell records apart by eye.
func (x EarlierView) Short() string { return shortHash(x.Head) }

func shortHash(head string) string { return head[:min(len(head), 16)] }

// Texts are all that is told of the session before.
func (f Follows) Texts() []Text {
	texts := []Text{f.Later, f.Earlier.Summary}
	for _, sig := range f.Earlier.Signatures {
		texts = append(texts, sig.Words)
		for _, r := range sig.Reservations {
			texts = append(texts, r.Words)
		}
	}
	return texts
}

// goOn takes up what was carried over.
func (s *State) goOn(a Act, e Event) {
	earlier := s.plan.Follows.Earlier
	if earlier.Exercise == "" {
		return
	}
	for _, c := range s.plan.Clauses {
		if c.Agreed { // what the gap fell by then is in its level already
			s.model.gap.counted = append(s.model.gap.counted, c.ID)
		}
	}
	for _, x := range earlier.Stances {
		s.draft.stances = with(s.draft.stances, x.Alt, func(all *[]stance) {
			*all = append(*all, stance{team: x.Team, stance: x.Stance})
		})
	}
	s.post(a, e, Line{Kind: "earlier", Ref: earlier.Exercise, Phrase: earlier.line()})
}

// line names the record that the session goes on from.
func (x Earlier) line() Phrase {
	return say("This session goes on from %s, %q. Its record ends with act %d, %s…", x.Exercise, x.Title, x.Acts-1, shortHash(x.Head))
}

func (s State) earlierView() *EarlierView {
	f := s.plan.Follows
	x := f.Earlier
	if x.Exercise == "" {
		return nil
	}
	return &EarlierView{
		Exercise: x.Exercise, Title: x.Title, Acts: x.Acts, Head: x.Head, Later: s.text(f.Later.ID),
		Outcome: outcomeOf(x.Adopted, x.InEffect, x.Annex, x.Summary.ID != (WordID{})), Summary: s.text(x.Summary.ID),
		Facts: append(x.clauseFacts(slices.Contains(f.Carries, CarryText)), s.signatureFacts(x)...),
	}
}

// clauseFacts say how its clauses stand here.
func (x Earlier) clauseFacts(carried bool) []Phrase {
	if !carried {
		return []Phrase{say("This session starts from a text of its own.")}
	}
	var facts []Phrase
	add := func(clauses []ClauseID, fact Phrase) {
		if len(clauses) > 0 {
			facts = append(facts, fact)
		}
	}
	add(x.Agreed, say("Agreed, and standing until reopened: %s.", clausesLine(x.Agreed)))
	add(x.Open, say("Still open: %s.", clausesLine(x.Open)))
	add(x.Annex, say("Put off then, and open again: %s.", clausesLine(x.Annex)))
	add(x.Deleted, say("Deleted then, and proposed anew: %s.", clausesLine(x.Deleted)))
	return facts
}

func (s State) signatureFacts(x Earlier) []Phrase {
	var facts []Phrase
	for _, sig := range x.Signatures {
		switch sig.How {
		case HowSigned:
			facts = append(facts, say("%s has signed.", sig.Team))
		case HowEndorsed:
			facts = append(facts, say("%s has endorsed the text.", sig.Team))
		case HowDeclined:
			facts = append(facts, say("%s has declined to sign.", sig.Team))
		default:
			facts = append(facts, say("%s has not signed.", sig.Team))
		}
		for _, r := range sig.Reservations {
			facts = append(facts, say("%s has a reservation to clause %s: %s", sig.Team, r.Clause, s.text(r.Words.ID)).Ended())
		}
		if len(sig.Dissociated) > 0 {
			facts = append(facts, say("%s has dissociated from %s.", sig.Team, clausesLine(sig.Dissociated)))
		}
		if why := s.text(sig.Words.ID); why != "" {
			facts = append(facts, say("%s said: %s", sig.Team, why).Ended())
		}
	}
	return facts
}
