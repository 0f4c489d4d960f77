package exercise

import (
	"fmt"
	"strconv"
	"strings"
)

// Track is one of the three equal kinds of party. It is an attribute of a
// team, never a rank. Source: the seed paper's Tracks κ, ε and φ.
type Track string

// The three tracks.
const (
	Kappa   Track = "κ" // government
	Epsilon Track = "ε" // business
	Phi     Track = "φ" // philanthropy
)

// Tracks lists the tracks in the order in which the floor passes.
func Tracks() []Track { return []Track{Kappa, Epsilon, Phi} }

// ASCII is the letter for terminals without Greek: K, E or P.
func (t Track) ASCII() string {
	return map[Track]string{Kappa: "K", Epsilon: "E", Phi: "P"}[t]
}

// Word names the track in full: government, business or philanthropy.
func (t Track) Word() string {
	return map[Track]string{Kappa: "government", Epsilon: "business", Phi: "philanthropy"}[t]
}

// Short is the three-letter word shown beside the letter: GOV, BUS or PHI.
func (t Track) Short() string {
	return map[Track]string{Kappa: "GOV", Epsilon: "BUS", Phi: "PHI"}[t]
}

// Ids as people type them. They are stored in lower case, apart from the
// letter of an amendment, decision or inject (A16, D5, I4).
type (
	SeatID      string // "arcadia", "arcadia-2", "chair"
	TeamID      string // "arcadia"; seats and teams share one namespace
	RoomID      string // "table", "team/arcadia", "role/chair", "seat/arcadia"
	ClauseID    string // "3"
	ParaID      string // "3.1"
	PointID     string // "3.1a"
	AmendmentID string // "A16"
	DecisionID  string // "D5"
	InjectID    string // "I4"
)

// AltID names one alternative of a point, as in "3.1a/2".
type AltID struct {
	Point PointID
	N     int
}

func (a AltID) String() string { return fmt.Sprintf("%s/%d", a.Point, a.N) }

// MarshalText writes the id as people type it.
func (a AltID) MarshalText() ([]byte, error) {
	if a == (AltID{}) {
		return nil, nil
	}
	return []byte(a.String()), nil
}

// UnmarshalText reads "3.1a/2".
func (a *AltID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*a = AltID{}
		return nil
	}
	point, n, ok := strings.Cut(string(b), "/")
	number, err := strconv.Atoi(n)
	if !ok || err != nil || number < 1 || point == "" {
		return fmt.Errorf("%q is not an alternative such as 3.1a/2", b)
	}
	*a = AltID{Point: PointID(point), N: number}
	return nil
}

// WordID names one free text: the act that brought it and its place there,
// as in "147.1". The zero WordID names no text.
type WordID struct {
	Seq int64
	N   int
}

func (w WordID) String() string {
	if w == (WordID{}) {
		return ""
	}
	return fmt.Sprintf("%d.%d", w.Seq, w.N)
}

// MarshalText writes "147.1", or nothing for the zero id.
func (w WordID) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads "147.1", or nothing.
func (w *WordID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*w = WordID{}
		return nil
	}
	seq, n, ok := strings.Cut(string(b), ".")
	s, err1 := strconv.ParseInt(seq, 10, 64)
	k, err2 := strconv.Atoi(n)
	if !ok || err1 != nil || err2 != nil || s < 0 || k < 1 {
		return fmt.Errorf("%q is not a word id such as 147.1", b)
	}
	*w = WordID{Seq: s, N: k}
	return nil
}

// Text is a free text that a person wrote. In the structure of an act it is
// written as its id only; the value travels among the act's words, so that
// it can be withheld or forgotten by itself (rules: the record).
type Text struct {
	ID    WordID
	Value string
}

// T makes a text that has no id yet; Bind gives it one.
func T(value string) Text { return Text{Value: value} }

// MarshalText writes the id only.
func (t Text) MarshalText() ([]byte, error) { return t.ID.MarshalText() }

// UnmarshalText reads the id; the value stays among the act's words.
func (t *Text) UnmarshalText(b []byte) error {
	t.Value = ""
	return t.ID.UnmarshalText(b)
}

// Piece is a stretch of one text, in bytes: drafts are made of pieces, so
// that no text is copied and every word keeps its provenance.
type Piece struct {
	Word     WordID
	From, To int
}

// MarshalText writes "147.1:0-12".
func (p Piece) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%s:%d-%d", p.Word, p.From, p.To), nil
}

// UnmarshalText reads "147.1:0-12".
func (p *Piece) UnmarshalText(b []byte) error {
	word, span, ok := strings.Cut(string(b), ":")
	from, to, ok2 := strings.Cut(span, "-")
	f, err1 := strconv.Atoi(from)
	t, err2 := strconv.Atoi(to)
	if !ok || !ok2 || err1 != nil || err2 != nil || f < 0 || t < f {
		return fmt.Errorf("%q is not a piece such as 147.1:0-12", b)
	}
	p.From, p.To = f, t
	return p.Word.UnmarshalText([]byte(word))
}
