package paper

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sample holds every kind of block.
func sample() Document {
	in := &Change{Author: "Arcadia", Wall: 1_790_000_000_000}
	out := &Change{Struck: true, Author: "Hydra", Wall: 1_790_000_060_000}
	var rows [][][]Run
	for i := range 60 {
		rows = append(rows, [][]Run{Text("κ government"), Text("Arcadia"), Text(strings.Repeat("took part, and said so. ", 1+i%4)), Text("1:15")})
	}
	return Document{
		Title: "Minutes: Harbour Accord", Banner: "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events",
		Marking: "EXERCISE - UNCLASSIFIED", Wall: 1_790_000_000_000,
		Blocks: []Block{
			Heading{1, Text("Minutes: Harbour Accord")},
			Para{Style: Note, Text: Text("Made during play: a provisional copy.")},
			Heading{2, Text("Agreed text")},
			Para{Text: []Run{{Text: "3.1 Each Party shall notify the "}, {Text: "operators", Bold: true}, {Text: " concerned within "}, {Text: "24", Change: out}, {Text: "48", Change: in}, {Text: " hours, "}, {Text: "as agreed", Italic: true}, {Text: ". " + strings.Repeat("The Parties κ, ε and φ consult. ", 12)}}},
			Para{Style: Quote, Text: Text("We agree on notice.")},
			Para{Style: Quote, Text: Text("We do not agree on review.")},
			List{Items: [][]Run{Text("one"), Text("two, " + strings.Repeat("which is long ", 20))}},
			List{Level: 1, Items: [][]Run{Text("under two")}},
			List{Items: [][]Run{Text("three")}},
			List{Ordered: true, Items: [][]Run{Text("first"), Text("second")}},
			Heading{3, Text("A table")},
			Table{Caption: "Delegations", Head: []string{"Track", "Delegation", "Presence", "Floor"}, Rows: rows, Numeric: []int{3}},
			Para{Text: Text("中文 and שלום and ✓ and 😀.")},
			Bars{Title: "Floor time by track", Note: "κ held the floor longest.", Rows: []Bar{{"κ government", "41 %", 0.41}, {"ε business, which has a very long name that goes over two lines", "35 %", 0.35}, {"φ philanthropy", "0 %", 0}, {"all", "100 %", 1}}},
			Steps{
				Title: "Open points over time", Note: "Points fell from 12 to 2.", From: 0, To: 90 * 60_000, Tick: minutes,
				Series: []Series{{"clause 3", []int64{0, 600_000, 1_800_000}, []int{12, 9, 2}}, {"clause 5", []int64{0, 900_000, 3_000_000}, []int{4, 6, 3}}, {"all others", []int64{300_000, 2_000_000}, []int{1, 2}}},
				Marks:  []Mark{{600_000, "!", "I1 Outage"}, {640_000, "!", "I2 Board"}, {1_800_000, "✓", "clause 3 agreed"}},
			},
			Spans{
				Title: "The life of a clause", Note: "Clause 3 was open longest.", From: 1_790_000_000_000, To: 1_790_005_400_000, Tick: clock, Legend: "! incident   * caucus   ✓ agreed",
				Rows: []SpanRow{
					{"1. Terms", [][2]int64{{1_790_000_000_000, 1_790_001_000_000}}, []Mark{{1_790_000_900_000, "✓", "agreed"}, {1_790_000_930_000, "!", "incident"}}},
					{"3. Notification of incidents to those concerned", [][2]int64{{1_790_000_500_000, 1_790_002_000_000}, {1_790_003_000_000, 1_790_005_400_000}}, []Mark{{1_790_001_000_000, "*", "caucus"}, {1_790_005_300_000, "✓", "agreed"}}},
				},
			},
			Rule{},
			Para{Style: Field, Text: Text("Signed for Arcadia (κ)")},
			Break{},
			Para{Text: Text("The end.")},
		},
	}
}

func minutes(ms int64) string { return fmt.Sprintf("T+%d min", ms/60_000) }

func clock(ms int64) string { return time.UnixMilli(ms).UTC().Format("15:04") }

var writers = map[string]func(io.Writer, Document) error{"docx": DOCX, "html": HTML, "pdf": PDF}

func TestSameDocumentSameBytes(t *testing.T) {
	for name, write := range writers {
		var a, b bytes.Buffer
		for _, w := range []io.Writer{&a, &b} {
			if err := write(w, sample()); err != nil {
				t.Fatal(name, err)
			}
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two copies of one document differ", name)
		}
		if dir := os.Getenv("KEFI_SAMPLES"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, "sample."+name), a.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
