package sshd

import (
	"errors"
	"strconv"
	"strings"

	"kefi/exercise"
)

// ErrName is what a user name is that cannot name any seat.
var ErrName = errors.New("a seat is named like arcadia, arcadia.spring, arcadia+plain or arcadia+fr")

// maxName bounds a user name, in bytes.
const maxName = 64

// Name is what a user name asks for: `arcadia`, `arcadia.spring`,
// `arcadia.spring+plain+mono`, `arcadia+fr`.
type Name struct {
	Seat     exercise.SeatID
	Exercise string // empty: whichever has such a seat
	Looks    []Look
}

// ParseName reads a user name. Case does not matter. A name that is longer
// than 64 bytes or holds anything but ASCII letters, digits, `-` and `_` in
// its parts is ErrName, as is a look or a language that does not exist.
func ParseName(user string) (Name, error) {
	if len(user) > maxName {
		return Name{}, ErrName
	}
	who, looks, some := strings.Cut(user, "+")
	seat, exer, dotted := strings.Cut(who, ".")
	if !isWord(seat) || dotted && !isWord(exer) {
		return Name{}, ErrName
	}
	n := Name{Seat: exercise.SeatID(strings.ToLower(seat)), Exercise: strings.ToLower(exer)}
	if !some {
		return n, nil
	}
	for part := range strings.SplitSeq(looks, "+") {
		look := Look(strings.ToLower(part))
		if !look.known() {
			return Name{}, ErrName
		}
		n.Looks = append(n.Looks, look)
	}
	return n, nil
}

// String writes the name as it would be typed.
func (n Name) String() string {
	var b strings.Builder
	b.WriteString(string(n.Seat))
	if n.Exercise != "" {
		b.WriteString("." + n.Exercise)
	}
	for _, l := range n.Looks {
		b.WriteString("+" + string(l))
	}
	return b.String()
}

// isWord looks at bytes, so that no letter from elsewhere folds into ASCII.
func isWord(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return s != ""
}

// shown makes a name that anybody may have typed fit for a screen or a log: at
// most 64 bytes of it, nothing but printable ASCII.
func shown(name string) string {
	if len(name) > maxName {
		name = name[:maxName] + "..."
	}
	quoted := strconv.QuoteToASCII(name)
	return quoted[1 : len(quoted)-1]
}
