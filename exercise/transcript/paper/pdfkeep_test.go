package paper

import (
	"strings"
	"testing"
)

// A heading stands on the page on which what it announces begins, and the last
// row of a table never alone.
func TestHeadingsKeepWithWhatFollows(t *testing.T) {
	tall := Steps{Title: "Chart", To: 60_000, Tick: func(int64) string { return "t" }, Series: []Series{{Label: "a", At: []int64{0}, Values: []int{3}}}}
	table := Table{Head: []string{"Head"}, Rows: [][][]Run{{Text("one")}, {Text("two")}, {Text("three")}, {Text("four")}}}
	for name, next := range map[string]Block{"a chart": tall, "a short table": table} {
		for lines := 24; lines < 38; lines++ {
			d := Document{Title: "t"}
			for range lines {
				d.Blocks = append(d.Blocks, Para{Text: Text("line")})
			}
			s := newPDF(d)
			s.blocks(d.Blocks)
			s.heading(Heading{Level: 2, Text: Text("Heading")}, s.least([]Block{next}))
			on := s.f.PageNo()
			if s.blocks([]Block{next}); s.f.PageNo() != on {
				t.Errorf("%s left its heading on page %d after %d lines", name, on, lines)
			}
		}
	}
}

func TestTheLastRowHasCompany(t *testing.T) {
	long := Table{Head: []string{"Head"}}
	for len(long.Rows) < 45 {
		long.Rows = append(long.Rows, [][]Run{Text(strings.Repeat("x", 5))})
		if len(long.Rows) < 30 {
			continue
		}
		s := newPDF(Document{Title: "t"})
		d := s.laid(long)
		s.table(long)
		alone := s.top + d.head.high() + d.rows[0].high() + 3.5
		if s.f.PageNo() > 1 && s.y < alone+0.1 {
			t.Errorf("of %d rows the last stands alone", len(long.Rows))
		}
	}
}
