package exercise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestHighest(t *testing.T) {
	for _, c := range []struct{ marks, want string }{
		{"", ""},
		{"|", ""},
		{"TLP:CLEAR", "TLP:CLEAR"},
		{"TLP:GREEN|TLP:CLEAR", "TLP:GREEN"},
		{"tlp:amber|TLP:AMBER + STRICT", "TLP:AMBER+STRICT"},
		{"TLP:AMBER+STRICT|TLP:RED|TLP:CLEAR", "TLP:RED"},
		{"Internal|TLP:GREEN|Internal", "Internal, TLP:GREEN"},
		{"Internal|Board only", "Internal, Board only"},
	} {
		if got := Highest(strings.Split(c.marks, "|")...); got != c.want {
			t.Errorf("the highest of %q is %q, want %q", c.marks, got, c.want)
		}
	}
}

// TestHighestIsAbove: whatever the order, the highest is the same and no mark
// in the list is above it; marks in free text all stand.
func TestHighestIsAbove(t *testing.T) {
	mark := rapid.SampledFrom(append(tlp[:], "", "Internal", "tlp:red", "TLP: AMBER"))
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOf(mark).Draw(rt, "marks")
		got := Highest(list...)
		most := ""
		for _, m := range list {
			if rank(m) >= 0 && (most == "" || Above(m, most)) {
				most = m
			}
			if rank(m) < 0 && !strings.Contains(got, m) {
				rt.Fatalf("%q is not in %q", m, got)
			}
		}
		if most != "" && !strings.HasSuffix(got, tlp[rank(most)]) {
			rt.Fatalf("%q of %q does not show %q", got, list, most)
		}
	})
}
