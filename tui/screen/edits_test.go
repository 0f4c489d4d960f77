package screen

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
)

// readings lists every reading of a paragraph.
func readings(nodes []exercise.NodeView) []string {
	all := []string{""}
	for _, n := range nodes {
		ends := []string{n.Text}
		if n.Point != nil {
			ends = nil
			for _, a := range n.Point.Alts {
				if len(a.Nodes) > 0 {
					ends = append(ends, readings(a.Nodes)...)
					continue
				}
				ends = append(ends, a.Text)
			}
		}
		var next []string
		for _, head := range all {
			for _, end := range ends {
				next = append(next, head+end)
			}
		}
		all = next
	}
	for i := range all {
		all[i] = one(all[i])
	}
	return all
}

func paragraph31() exercise.ParaView { return clauseThree().Paras[0] }

func TestEditsAreAsNarrowAsTheyCanBe(t *testing.T) {
	s := seated(turnView("arcadia"), theme.Dark, 80, 24).sight()
	p := paragraph31()
	base := s.reading(&p, nil)
	for _, c := range []struct{ name, from, to, old, put string }{
		{"within a point", "24", "36", "24", "36"},
		{"in agreed words", "operators", "owners", "operators", "owners"},
		{"an insertion is added after", "operators", "operators and owners", "operators", "and owners"},
		{"a deletion", "concerned ", "", "concerned", ""},
		{"a new beginning", "Each Party", "Today, Each Party", "Each", "Today, Each"},
	} {
		t.Run(c.name, func(t *testing.T) {
			edits, _, err := editsOf(p, base, strings.Replace(base, c.from, c.to, 1))
			if err != nil || len(edits) != 1 {
				t.Fatalf("edits %+v, error %v", edits, err)
			}
			if e := edits[0]; e.Old.Value != c.old || e.New.Value != c.put {
				t.Errorf("it puts %q for %q", e.New.Value, e.Old.Value)
			}
		})
	}
}

func TestNothingTypedIsNoEdit(t *testing.T) {
	p := paragraph31()
	if edits, _, err := editsOf(p, "Each Party shall", "Each  Party shall "); err != nil || len(edits) != 0 {
		t.Errorf("edits %+v, error %v", edits, err)
	}
}

// TestWhatIsTypedBecomesAReading: whatever words are changed, the paragraph as
// it would be holds what was typed as one of its readings, and loses none.
func TestWhatIsTypedBecomesAReading(t *testing.T) {
	s := seated(turnView("arcadia"), theme.Dark, 80, 24).sight()
	p := paragraph31()
	base := s.reading(&p, s.View.Own)
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Fields(base)
		for range rapid.IntRange(1, 3).Draw(t, "changes") {
			i := rapid.IntRange(0, len(words)-1).Draw(t, "at")
			switch rapid.IntRange(0, 2).Draw(t, "how") {
			case 0:
				words[i] = rapid.SampledFrom([]string{"promptly", "48", "may", "x,"}).Draw(t, "word")
			case 1:
				words = append(words[:i:i], append([]string{"plainly"}, words[i:]...)...)
			case 2:
				if len(words) > 3 {
					words = append(words[:i:i], words[i+1:]...)
				}
			}
		}
		typed := strings.Join(words, " ")
		edits, next, err := editsOf(p, base, typed)
		if err != nil || len(edits) == 0 {
			return // refused in a sentence, or no change
		}
		all := readings(next.Nodes)
		found := false
		for _, r := range all {
			found = found || r == typed
		}
		if !found {
			t.Fatalf("%q is no reading of the paragraph:\n%s", typed, strings.Join(all, "\n"))
		}
		for _, old := range readings(p.Nodes) {
			kept := false
			for _, r := range all {
				kept = kept || r == old
			}
			if !kept {
				t.Fatalf("the reading %q is lost", old)
			}
		}
	})
}

func TestWordDiffGivesBothTextsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := texts().Draw(t, "from"), texts().Draw(t, "to")
		var a, b []string
		for _, c := range wordDiff(strings.Fields(from), strings.Fields(to)) {
			if c.kind <= 0 {
				a = append(a, c.words...)
			}
			if c.kind >= 0 {
				b = append(b, c.words...)
			}
		}
		if !slices.Equal(a, strings.Fields(from)) || !slices.Equal(b, strings.Fields(to)) {
			t.Fatalf("it gives %q and %q back", a, b)
		}
	})
}
