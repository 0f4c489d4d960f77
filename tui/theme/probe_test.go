package theme

import "testing"

func TestTrouble(t *testing.T) {
	for _, c := range []struct {
		given   string
		answers [][2]int // sample, cells
		want    Trouble
	}{
		{"no answer", nil, None},
		{"all as it should be", [][2]int{{0, 1}, {1, 1}, {2, 1}}, None},
		{"ambiguous characters are wide", [][2]int{{0, 1}, {1, 2}, {2, 2}}, TooWide},
		{"only lines are wide", [][2]int{{0, 1}, {1, 1}, {2, 2}}, TooWide},
		{"only Greek is wide", [][2]int{{0, 1}, {1, 2}, {2, 1}}, TooWide},
		{"Latin-1, which shows a line as one letter and two controls", [][2]int{{0, 2}, {1, 2}, {2, 1}}, NotUTF8},
		{"Windows-1252", [][2]int{{0, 2}, {1, 2}, {2, 3}}, NotUTF8},
		{"the first answer alone", [][2]int{{0, 2}}, NotUTF8},
		{"the first answer lost: wide or not UTF-8?", [][2]int{{1, 2}, {2, 2}}, None},
		{"answers in any order", [][2]int{{2, 2}, {1, 2}, {0, 1}}, TooWide},
		{"figures that mean nothing", [][2]int{{0, 0}, {1, 40}, {2, -1}, {7, 2}, {-1, 2}}, None},
		{"a later answer counts, as when asked again", [][2]int{{0, 2}, {0, 1}}, None},
	} {
		var g Gauge
		for _, a := range c.answers {
			g.Answer(a[0], a[1])
		}
		if got := g.Trouble(); got != c.want {
			t.Errorf("%s: %d, want %d", c.given, got, c.want)
		}
	}
}

func TestSamplesAreCounted(t *testing.T) {
	if len(Samples()) != samples {
		t.Errorf("%d samples, %d answers", len(Samples()), samples)
	}
}
