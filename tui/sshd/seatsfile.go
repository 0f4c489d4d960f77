package sshd

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// KnownKey is a line of a seats file: a key that opens a seat from the start.
type KnownKey struct {
	Name    Name // seat, and exercise where the line names one; no looks
	Key     gossh.PublicKey
	Comment string
	// Agreed says that the person has accepted the terms of the first page
	// beforehand.
	Agreed bool
	Line   int // from 1
}

// Finding is something wrong in a seats file.
type Finding struct {
	Line    int // from 1
	Problem string
}

func (f Finding) String() string { return fmt.Sprintf("line %d: %s", f.Line, f.Problem) }

// maxSeatsFile bounds a seats file, in bytes; a line may have a quarter of it.
const maxSeatsFile = 1 << 20

// ReadSeats reads a seats file: a line for each key,
//
//	SEAT ssh-ed25519 AAAA… comment [agreed]
//
// where SEAT is `arcadia` or `arcadia.spring`, the comment may be missing, and
// `agreed` at the end says that the terms have been accepted beforehand. Empty
// lines and those that begin with # are skipped. A seat may have several keys
// and a key several seats. It returns the lines that are right, and what is
// wrong with the others.
func ReadSeats(r io.Reader) (keys []KnownKey, findings []Finding) {
	lines := bufio.NewScanner(io.LimitReader(r, maxSeatsFile))
	lines.Buffer(nil, maxSeatsFile/4)
	first := map[string]int{} // line of a seat and its key
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, problem := readSeat(line)
		id := ""
		if problem == "" {
			id = k.Name.String() + " " + string(k.Key.Marshal())
			if first[id] != 0 {
				problem = fmt.Sprintf("this key and seat stand in line %d already", first[id])
			}
		}
		if problem != "" {
			findings = append(findings, Finding{number, problem})
			continue
		}
		k.Line, first[id] = number, number
		keys = append(keys, k)
	}
	if err := lines.Err(); err != nil {
		findings = append(findings, Finding{number + 1, "this line cannot be read: " + err.Error()})
	}
	return keys, findings
}

// readSeat reads one line. The problem is empty where there is none.
func readSeat(line string) (k KnownKey, problem string) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return k, "a line holds a seat, a key type and a key: arcadia ssh-ed25519 AAAA… comment"
	}
	name, err := ParseName(fields[0])
	if err != nil || len(name.Looks) > 0 {
		return k, fmt.Sprintf("\"%s\" is no seat; a seat is named like arcadia or arcadia.spring", shown(fields[0]))
	}
	// Only the two fields of the key are read: options such as command="…"
	// would promise what the door does not do.
	key, _, _, _, err := gossh.ParseAuthorizedKey([]byte(fields[1] + " " + fields[2]))
	if err != nil || key.Type() != fields[1] {
		return k, "no SSH public key follows the seat; copy the line of a .pub file"
	}
	if _, isCert := key.(*gossh.Certificate); isCert {
		return k, "this is a certificate; copy the .pub file of the key itself"
	}
	k = KnownKey{Name: name, Key: key}
	rest := fields[3:]
	if n := len(rest); n > 0 && rest[n-1] == "agreed" {
		k.Agreed, rest = true, rest[:n-1]
	}
	k.Comment = strings.Join(rest, " ")
	return k, ""
}
