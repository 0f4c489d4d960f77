package exercise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// marked writes a redline as {-out-}{+in+}.
func marked(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		switch c.Op {
		case Removed:
			b.WriteString("{-" + c.Text + "-}")
		case Added:
			b.WriteString("{+" + c.Text + "+}")
		default:
			b.WriteString(c.Text)
		}
	}
	return b.String()
}

func TestRedline(t *testing.T) {
	for _, row := range []struct{ old, new, then string }{
		{"within 24 hours", "within 48 hours", "within {-24-}{+48+} hours"},
		{"notify promptly.", "notify.", "notify{- promptly-}."},
		{"", "Parties agree.", "{+Parties agree.+}"},
		{"Parties agree.", "", "{-Parties agree.-}"},
		{"same", "same", "same"},
		{"shall notify them", "should tell them", "{-shall notify-}{+should tell+} them"},
		{"[24 | 72]", "[24 | 72 | 48]", "[24 | 72{+ | 48+}]"},
		{"应当通知", "应当告知", "应当{-通-}{+告+}知"},
		{"each Party", "each party", "each {-Party-}{+party+}"},
	} {
		if got := marked(Redline(row.old, row.new)); got != row.then {
			t.Errorf("%q to %q: %s, want %s", row.old, row.new, got, row.then)
		}
	}
}

// TestLawRedlineGivesBothTextsBack: what is kept and removed is the old text,
// what is kept and added the new one, and nothing stands twice in a row.
func TestLawRedlineGivesBothTextsBack(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"a", "b", "shall", "24", " ", "  ", "\n", ".", "[", "é", "通", "e\u0301", "\xff"})
		text := rapid.Map(rapid.SliceOfN(word, 0, 60), func(words []string) string { return strings.Join(words, "") })
		old, new := text.Draw(t, "old"), text.Draw(t, "new")
		var before, after strings.Builder
		var last Op
		for _, c := range Redline(old, new) {
			if c.Text == "" || c.Op == last || c.Op == Removed && last == Added {
				t.Fatalf("%q to %q: %v follows %s", old, new, c, last)
			}
			last = c.Op
			if c.Op != Added {
				before.WriteString(c.Text)
			}
			if c.Op != Removed {
				after.WriteString(c.Text)
			}
		}
		if before.String() != old || after.String() != new {
			t.Fatalf("%q to %q gives %q and %q", old, new, before.String(), after.String())
		}
	})
}

// TestRedlineIsBounded: a change of one word in a long text is one
// change, and two long texts with nothing in common cost little.
func TestRedlineIsBounded(t *testing.T) {
	long := strings.Repeat("the operators notify ", 700)
	if got := Redline(long, strings.Replace(long, "notify", "tell", 1)); len(got) != 4 {
		t.Errorf("one word changed gives %d stretches", len(got))
	}
	other := strings.Repeat("nobody ever said this ", 700)
	if got := Redline(long, other); len(got) > 3 {
		t.Errorf("two texts gave %d stretches", len(got))
	}
}
