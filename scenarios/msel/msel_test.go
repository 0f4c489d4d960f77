package msel_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"kefi/exercise"
	"kefi/scenarios"
	"kefi/scenarios/format"
	"kefi/scenarios/msel"
)

func copycat(t testing.TB) exercise.Scenario {
	t.Helper()
	s, findings := format.Load(scenarios.FS, "copycat")
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

// workbook is an MSEL in the columns of HSEEP, as people keep it: a title, an
// empty row, a line a day, and n events.
func workbook(t *testing.T, n int) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", "MSEL"); err != nil {
		t.Fatal(err)
	}
	if _, err := book.NewSheet("Contacts"); err != nil {
		t.Fatal(err)
	}
	rows := [][]any{
		{"Operation Clear Water: Master Scenario Events List"},
		{},
		{"Event #", "Event Time", "Event Type", "Inject Mode", "Inject From", "Recipient Player(s)", "Event Title", "Event Description", "Expected Outcome of Player Action", "Objective", "Responsible Controller"},
		{"DAY 1"},
	}
	for i := range n {
		rows = append(rows, []any{
			i + 1, fmt.Sprintf("%02d:%02d", 9+i/12, 5*(i%12)),
			[]string{"Inject", "Contingency Inject", "Expected Player Action"}[i%3],
			[]string{"Email", "Phone call", "TV news", "Intel report", "Hand-delivered letter", "Carrier pigeon"}[i%6],
			"Simcell", []string{"All players", "Arcadia, Hydra", "Governments", "Port Authority"}[i%4],
			fmt.Sprintf("Event %d happens", i+1), fmt.Sprintf("What happens in event %d.\nIn two lines.", i+1),
			"They call each other.", "warning", "J. Miller",
		})
	}
	for i, row := range rows {
		if err := book.SetSheetRow("MSEL", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, file []byte, s exercise.Scenario) msel.Got {
	t.Helper()
	sheet, err := msel.Open(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	got, err := msel.Read(sheet, msel.Into(s), 1)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// into loads copycat with these injects in place of its own.
func into(t *testing.T, pages []format.Page) exercise.Scenario {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"scenario.yaml", "situation.md", "briefs/arcadia.md", "briefs/meridia.md", "briefs/hydra.md", "briefs/forge.md", "briefs/lantern.md", "briefs/plumb.md", "stress.yaml", "precedents.yaml"} {
		if b, err := scenarios.FS.ReadFile("copycat/" + name); err == nil {
			files["copycat/"+name] = &fstest.MapFile{Data: b}
		}
	}
	for _, p := range pages {
		files["copycat/injects/"+p.ID+".md"] = &fstest.MapFile{Data: []byte(p.Markdown())}
	}
	s, findings := format.Load(files, "copycat")
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTwentyFiveRowsAreTwentyFiveInjects(t *testing.T) {
	got := read(t, workbook(t, 25), copycat(t))
	for _, p := range got.Pages { // its author mends what lint finds
		if i := slices.IndexFunc(p.Fields, func(f format.PageField) bool { return f.Key == "to" }); p.Get("to") == "Port Authority" {
			p.Fields[i].List = []string{"chair"}
		}
	}
	injects := into(t, got.Pages).Injects
	if len(injects) != 25 {
		t.Fatalf("%d injects, want 25", len(injects))
	}
	for i, in := range injects {
		if want := int64(i) * 5 * 60_000; in.At != want {
			t.Errorf("%s comes at %d, want %d", in.ID, in.At, want)
		}
		if in.Title.Value != fmt.Sprintf("Event %d happens", i+1) || !strings.HasSuffix(in.Body.Value, "In two lines.") || in.From != "Simcell" || in.Objective != "warning" {
			t.Errorf("%s reads %+v", in.ID, in)
		}
		if want := [][]string{{"all"}, {"arcadia", "hydra"}, {"κ"}, {"chair"}}[i%4]; !slices.Equal(in.To, want) {
			t.Errorf("%s is to %v, want %v", in.ID, in.To, want)
		}
		if want := []string{"mail", "call", "press", "intelligence", "letter", "mail"}[i%6]; in.Method != want {
			t.Errorf("%s comes by %s, want %s", in.ID, in.Method, want)
		}
		if want := []exercise.InjectKind{exercise.Contextual, exercise.Contingency, exercise.ExpectedAction}[i%3]; in.Kind != want {
			t.Errorf("%s is %s, want %s", in.ID, in.Kind, want)
		}
		if !strings.Contains(in.Expected.Value, "They call each other.") || !strings.Contains(in.Expected.Value, "Responsible Controller: J. Miller") {
			t.Errorf("%s expects %q", in.ID, in.Expected.Value)
		}
	}
	said := strings.Join(append(got.Guessed, got.Unclear...), "\n")
	for _, want := range []string{
		`the sheet "MSEL" is read; "Contacts" is not`,
		"the earliest time of day is taken for STARTEX",
		`row 8: "Port Authority" is nobody in this scenario; the name is left as it is`,
		"row 6: 09:05 is T+5m",
		`row 10: the method "Carrier pigeon" is taken for mail`,
		`row 4: "DAY 1" is not taken for an incident`,
		`the column "Responsible Controller" has no meaning here`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("nobody says %q:\n%s", want, said)
		}
	}
}

// A condition, an effect or a return that is not understood is kept for control.
func TestColumnsThatMeetTheTextAreUnderstoodOrKept(t *testing.T) {
	sheet := `Time,To,Subject,Message,Condition,Release,Return of,Unless,Agreed by,Effects
T+5,all,A,A.,"agreed(""3"") and minute > 4",ask,,,,"[{""dial"":""trust"",""by"":-3,""why"":""W.""}]"
item 3,all,B,B.,if nobody calls,soon,the first,9,noon,much harm
off timeline,all,C,C.,,,I1,"2, 3",T+9m,
`
	got := read(t, []byte(sheet), copycat(t))
	for _, want := range []string{`at: T+5m`, `when: "agreed(\"3\") and minute > 4"`, "release: ask", `effects: [{"dial":"trust","by":-3,"why":"W."}]`} {
		if page := got.Pages[0].Markdown(); !strings.Contains(page, want) {
			t.Errorf("the first lacks %s:\n%s", want, page)
		}
	}
	kept := got.Pages[1].Markdown()
	for _, want := range []string{"at: item 3", "Condition: if nobody calls", "Release: soon", "Return of: the first", "Effects: much harm"} {
		if !strings.Contains(kept, want) {
			t.Errorf("the second lacks %s:\n%s", want, kept)
		}
	}
	if page := got.Pages[2].Markdown(); !strings.Contains(page, "at: off timeline") || len(got.Unclear) != 4 {
		t.Errorf("the third reads\n%s\nunclear: %q", page, got.Unclear)
	}
}

// What is written as CSV is read again as the same injects.
func TestRoundTrip(t *testing.T) {
	s := copycat(t)
	s.Injects[0].Title.Value = "=1+1 is how spreadsheets are tricked"
	for i := range s.Injects {
		s.Injects[i].Attachments = nil // a MSEL has no column for files
	}
	s.Injects[1].Asks.Value = "'-2, or \"three\"?\nWhich?"
	var b bytes.Buffer
	if err := msel.Write(&b, s.Injects); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "\n=") || strings.Contains(b.String(), ",=") {
		t.Errorf("a cell is a formula:\n%s", b.String())
	}
	got := read(t, b.Bytes(), s)
	if len(got.Guessed)+len(got.Unclear) > 0 {
		t.Errorf("guessed: %q, unclear: %q", got.Guessed, got.Unclear)
	}
	if again := into(t, got.Pages).Injects; !reflect.DeepEqual(again, s.Injects) {
		t.Errorf("read again\n%+v\nwant\n%+v", again, s.Injects)
	}
	var twice bytes.Buffer
	if err := msel.Write(&twice, into(t, got.Pages).Injects); err != nil || twice.String() != b.String() {
		t.Errorf("written again (%v)\n%s\nwant\n%s", err, twice.String(), b.String())
	}
}

func TestTimesOfTheWild(t *testing.T) {
	cases := []struct {
		given string // the heading, and the times in the column
		cells []string
		then  []string
	}{
		{"Time", []string{"T+45", "T+1:30", "T + 90 min", "T+2h", "STARTEX", "+15"}, []string{"T+45m", "T+1h30m", "T+1h30m", "T+2h", "T+0", "T+15m"}},
		{"Time", []string{"D+2 H+3 M+45", "H+3", "H+1:30", "D+0 H+0 M+5"}, []string{"T+51h45m", "T+3h", "T+1h30m", "T+5m"}},
		{"Time", []string{"0900", "09:45", "2:15 PM", "9.30", "10 am"}, []string{"T+0", "T+45m", "T+5h15m", "T+30m", "T+1h"}},
		{"Time", []string{"2026-11-28 09:00", "2026-11-28T09:20", "2026-11-29 09:00"}, []string{"T+0", "T+20m", "T+24h"}},
		{"Time", []string{"28.11.2026 09:00", "28.11.2026 10:00", "29.11.2026 09:00"}, []string{"T+0", "T+1h", "T+24h"}},
		{"Time", []string{"Day 1 09:00", "Day 1, 10:00", "Day 2 09:00"}, []string{"T+0", "T+1h", "T+24h"}},
		{"STARTEX +", []string{"0:30", "1:30", "45"}, []string{"T+30m", "T+1h30m", "T+45m"}},
		{"Time", []string{"10", "25", "by hand", ""}, []string{"T+10m", "T+25m", "by hand", "by hand"}},
		{"Time", []string{"0:18", "0:05", "1:10"}, []string{"T+18m", "T+5m", "T+1h10m"}},
		{"Time", []string{"00:18:00", "00:40:30"}, []string{"T+18m", "T+40m30s"}},
		{"Time", []string{"9:00", "9:20", "0:30 PM"}, []string{"T+0", "T+20m", "T+3h30m"}},
		{"Time", []string{"after lunch", "T+5"}, []string{"by hand", "T+5m"}},
	}
	for _, c := range cases {
		text := "No;" + c.given + ";To;Subject;Message\n"
		for i, cell := range c.cells {
			text += fmt.Sprintf("%d;%s;all;S%d;M%d\n", i+1, cell, i, i)
		}
		got := read(t, []byte(text), copycat(t))
		if len(got.Pages) != len(c.cells) {
			t.Fatalf("%s: %d injects of %v", c.given, len(got.Pages), c.cells)
		}
		for i, p := range got.Pages {
			if at := p.Get("at"); at != c.then[i] {
				t.Errorf("%q under %q is %s, want %s", c.cells[i], c.given, at, c.then[i])
			}
		}
	}
}

// Who knows when STARTEX is says so; what was guessed is told row by row.
func TestTimesOfDayCountFromSTARTEX(t *testing.T) {
	for _, c := range []struct {
		startex, sheet string
		then           string // the times
		says           string
	}{
		{"", "0:18 0:40", "T+18m T+40m", "row 2: 0:18 is T+18m"},
		{"", "1:05 1:20", "T+1h5m T+1h20m", "row 3: 1:20 is T+1h20m"}, // play takes 90 minutes
		{"", "1:05 1:40", "T+0 T+35m", "row 3: 1:40 is T+35m"},
		{"", "14:10 14:40", "T+0 T+30m", "row 3: 14:40 is T+30m"},
		{"14:00", "14:10 14:40 13:50", "T+10m T+40m by hand", "row 4: 13:50 is before STARTEX"},
		{"00:05", "0:18 0:40", "T+13m T+35m", ""},
		{"2 pm", "2026-11-28T14:30 2026-11-29T15:00", "T+30m T+25h", ""},
		{"noonish", "14:10", "", `STARTEX cannot be at "noonish"`},
	} {
		sheet := msel.Sheet{Rows: [][]string{{"Time", "To", "Subject", "Message"}}}
		for _, at := range strings.Fields(c.sheet) {
			sheet.Rows = append(sheet.Rows, []string{at, "all", "S", "M"})
		}
		plan := msel.Into(copycat(t))
		plan.Startex, plan.Length = c.startex, 90*60_000
		got, err := msel.Read(sheet, plan, 1)
		var times []string
		for _, p := range got.Pages {
			times = append(times, p.Get("at"))
		}
		said := strings.Join(slices.Concat(got.Guessed, got.Unclear, []string{fmt.Sprint(err)}), "\n")
		if strings.Join(times, " ") != c.then || !strings.Contains(said, c.says) || c.says == "" && len(got.Guessed) > 0 {
			t.Errorf("%s from %q come at %v, want %s; said: %s", c.sheet, c.startex, times, c.then, said)
		}
	}
}

func TestNamesOfAddressees(t *testing.T) {
	for cell, want := range map[string]string{
		"Everybody": "all", "All": "all", "Arcadia and Hydra": "arcadia, hydra", "Governments": "κ",
		"Arcadai": "Arcadai", "Arcadia, Milrace Works": "arcadia, Milrace Works", "": "chair",
	} {
		got := read(t, []byte("Time;To;Subject;Message\nT+5;"+cell+";S;M\n"), copycat(t))
		if to := got.Pages[0].Get("to"); to != want {
			t.Errorf("%q is to %s, want %s", cell, to, want)
		}
	}
}

// What is there already is left out, and the rest goes on numbering.
func TestASecondImportLeavesOutWhatIsThere(t *testing.T) {
	s := copycat(t)
	sheet := "Time;To;Subject;Message\nT+5;all;S;One.\nT+9;all;S;Two.\n"
	s.Injects = into(t, read(t, []byte(sheet), s).Pages).Injects
	got := read(t, []byte(sheet+"T+5;all;S;Three.\nT+7;all;S;Two.\n"), s)
	if n := got.Without(s.Injects, 3); n != 2 || len(got.Pages) != 2 || got.Pages[0].ID != "I3" || got.Pages[1].ID != "I4" || got.Pages[0].Text != "Three." {
		t.Errorf("%d are left out of %+v", n, got.Pages)
	}
}

func TestADayInAColumnOfItsOwn(t *testing.T) {
	got := read(t, []byte("Day,Time,To,Message\nD1,09:00,all,One\nD2,08:30,all,Two\n"), copycat(t))
	if a, b := got.Pages[0].Get("at"), got.Pages[1].Get("at"); a != "T+0" || b != "T+23h30m" {
		t.Errorf("they come at %s and %s", a, b)
	}
}

func TestCSVAsSpreadsheetsWriteIt(t *testing.T) {
	rows := "Time\tFrom\tTo\tMessage\nT+5\tThe café\tall\tSmörgåsbord\n"
	utf16 := []byte{0xff, 0xfe}
	for _, r := range rows {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	latin := []byte(strings.NewReplacer("é", "\xe9", "ö", "\xf6", "å", "\xe5").Replace(rows))
	for name, file := range map[string][]byte{
		"tabs": []byte(rows), "with a byte order mark": append([]byte("\xef\xbb\xbf"), rows...), "UTF-16": utf16, "Windows-1252": latin,
	} {
		t.Run(name, func(t *testing.T) {
			p := read(t, file, copycat(t)).Pages
			if len(p) != 1 || p[0].Get("from") != "The café" || p[0].Text != "Smörgåsbord" {
				t.Errorf("read %+v", p)
			}
		})
	}
}

func TestWhatIsNoSheet(t *testing.T) {
	for name, c := range map[string]struct {
		file []byte
		then string
	}{
		"an old workbook":    {[]byte("\xd0\xcf\x11\xe0\xa1\xb1"), "save it as .xlsx"},
		"a broken workbook":  {[]byte("PK\x03\x04 and then nothing"), "save it again"},
		"a picture":          {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), "neither a workbook"},
		"a file without end": {bytes.Repeat([]byte("a,b\n"), 3<<20), "larger than 10 MB"},
		"too many rows":      {bytes.Repeat([]byte("a,b\n"), 6000), "more than 5000 rows"},
		"a poem":             {[]byte("Roses are red,\nviolets are blue.\n"), "headings that are known"},
		"nothing":            {nil, "headings that are known"},
	} {
		t.Run(name, func(t *testing.T) {
			sheet, err := msel.Open(bytes.NewReader(c.file))
			if err == nil {
				_, err = msel.Read(sheet, msel.Plan{}, 1)
			}
			if err == nil || !strings.Contains(err.Error(), c.then) {
				t.Errorf("it says %v, want %q", err, c.then)
			}
		})
	}
}

// FuzzOpen: any file is read or refused, and every page that comes out loads.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("Time,To,Subject,Message\nT+5,all,A,B\n"))
	f.Add([]byte("No;Day;Time;From;To;Message;Expected\n1;D+1;09:00;x;y;z;\"w\n\"\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		sheet, err := msel.Open(bytes.NewReader(file))
		if err != nil {
			return
		}
		got, err := msel.Read(sheet, msel.Plan{}, 1)
		if err != nil {
			return
		}
		for _, p := range got.Pages {
			if p.Get("title") == "" && p.Text != "" || p.Get("to") == "" {
				t.Errorf("a page without title or addressee: %+v", p)
			}
		}
	})
}
