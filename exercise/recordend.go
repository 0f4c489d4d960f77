package exercise

import "strings"

// RecordEnd is where the record stood when the exercise was closed: the number
// and the hash of the act that closed it. The rules do not know it; whoever
// keeps the record shows it to every seat, so that an end that is cut off later
// is seen.
type RecordEnd struct {
	Act  int64  `json:"act"`
	Hash string `json:"hash"` // 64 hexadecimal digits
}

// Aloud is the beginning of the hash in groups that can be read out.
func (r RecordEnd) Aloud() string { return r.groups(4, 4) }

// Whole is all of the hash, in lines of so many digits.
func (r RecordEnd) Whole(digits int) []string { return strings.Fields(r.groups(digits, len(r.Hash))) }

func (r RecordEnd) groups(digits, most int) string {
	var groups []string
	for rest := r.Hash; rest != "" && len(groups) < most; {
		n := min(digits, len(rest))
		groups, rest = append(groups, rest[:n]), rest[n:]
	}
	return strings.Join(groups, " ")
}

// Ended shows the seat where the record ended.
func (v *OwnView) Ended(r RecordEnd) {
	v.Record = &r
	v.ForYou = append(v.ForYou[:len(v.ForYou):len(v.ForYou)], Notice{
		Text: say("The record ends with act %d, %s. Note it down, or keep it signed", int(r.Act), r.Aloud()), Verb: "export head",
	})
}
