package plain

import (
	"testing"

	"kefi/exercise"
)

func TestLine(t *testing.T) {
	recorder := norland()
	recorder.Own.Roles = []exercise.Role{exercise.Recorder}
	recorder.Own.Recorder = &exercise.RecorderView{Marks: []exercise.MarkView{{No: "2", Kind: "quote"}}}
	lines := feed()
	for _, row := range []struct {
		view *exercise.View
		line exercise.Line
		want string
	}{
		{norland(), lines[0], "10:38. Norland, government, says: We can live with 72 hours for small operators. Correction: I meant 48."},
		{norland(), lines[1], `10:39. Telvia, business, lodged A15 on 3.1: put "48" for "24".`},
		{norland(), lines[2], "10:40. I3: Harbour CERT reports an outage."},
		{norland(), lines[3], "10:41. Chair rules: Telvia has the floor for three minutes."},
		{norland(), lines[4], "10:41. Telvia, business, has the floor for 1 minute."},
		{norland(), lines[5], "10:41. Telvia, business, [removed by control, 10:41]."},
		{norland(), norland().Own.Lines[0], "10:33. Team room, k1.1. Norland (Norland's adviser), government, says: Shall we take 48?"},
		{norland(), norland().Own.Lines[1], "10:38. Team room, k1.2. CivNet, philanthropy, asks Norland: Would 24 hours for Tier 1 do?"},
		{
			norland(),
			exercise.Line{No: "c.1", Room: "seat/norland", Wall: at("10:41"), Seat: "chair", Text: "whispers to Norland: Is 48 your last word?"},
			"10:41. Private, c.1. Chair whispers to Norland: Is 48 your last word?",
		},
		{
			norland(),
			exercise.Line{Room: "table", Wall: at("10:41"), Kind: "gavel", Seat: "chair", Ref: "A15", Text: "Is there any objection to A15?"},
			"10:41. Chair: Is there any objection to A15?",
		},
		{recorder, lines[1], `10:39. Entry 2. Telvia, business, lodged A15 on 3.1: put "48" for "24". Marked: quote.`},
		{
			norland(),
			exercise.Line{Room: "table", Wall: at("10:41"), Team: "telvia", Seat: "telvia", Spoken: true, Text: "go → \x1b[31m⠿ ─ 😀 he\U000e0100re"},
			"10:41. Telvia, business, says: go (U+2192) (U+001B)[31m(U+283F) (U+2500) (U+1F600) he(U+E0100)re.",
		},
	} {
		if got := Line(nil, row.view, row.line); got != row.want {
			t.Errorf("\n got %s\nwant %s", got, row.want)
		}
	}
}

func TestSay(t *testing.T) {
	for _, row := range []struct {
		lines []exercise.Line
		want  string
	}{
		{nil, "Done."},
		{[]exercise.Line{{Ref: "A1", Team: "norland", Text: `lodged A1 on 3.1: put "48" for "24".`}}, `A1 lodged on 3.1: put "48" for "24".`},
		{[]exercise.Line{{Ref: "D5", Text: "On clause 2. Carried."}, {Room: "role/chair", Ref: "D5", Text: "On clause 2. Carried."}}, "D5: On clause 2. Carried."},
		{[]exercise.Line{{Team: "norland", Seat: "norland", Text: "Forty-eight would do.", Spoken: true}}, "Norland, government, says: Forty-eight would do."},
		{
			[]exercise.Line{{Ref: "3.1a/2", Team: "norland", Text: `prefers "48" (3.1a/2).`}, {Text: "The floor is free."}},
			"Norland, government, prefers \"48\" (3.1a/2).\nThe floor is free.",
		},
	} {
		if got := Say(nil, norland(), exercise.Receipt{Lines: row.lines}); got != row.want {
			t.Errorf("\n got %s\nwant %s", got, row.want)
		}
	}
}

func TestSayDuringARealWorldStop(t *testing.T) {
	v := norland()
	v.Room.RealWorld = true
	if got := Say(nil, v, exercise.Receipt{}); got != realWorld {
		t.Errorf("got %q", got)
	}
}

func TestSpell(t *testing.T) {
	for ms, want := range map[int64]string{
		-5: "0 seconds", 499: "0 seconds", 1000: "1 second", 61_000: "1 minute 1 second", 120_000: "2 minutes",
		3_600_000: "1 hour", 5_460_000: "1 hour 31 minutes",
	} {
		if got := spell(ms); got.String() != want {
			t.Errorf("%d: %q, want %q", ms, got, want)
		}
	}
}

func TestSpokenForm(t *testing.T) {
	var p page
	clauseText(&p, norland(), clauses()[0], exercise.InBrackets, spoken(nil), false)
	want := "Clause 3, Notification, open, 2 points open.\n" +
		"3.1 Each Party, point 3.1a begins, 1 shall, or 2 should, point ends, notify the operators concerned within, point 3.1b begins, 1 24, or 2 72, or 3 48, point ends, hours.\n" +
		"3.2 A notice states the nature of the incident."
	if p.String() != want {
		t.Errorf("\n got %s\nwant %s", p.String(), want)
	}
	duty := clauses()[0].Paras[0].Nodes[1]
	atTheEnds := flow([]exercise.NodeView{duty, duty, {Text: "."}}, exercise.InBrackets, spoken(nil))
	if want := "point 3.1a begins, 1 shall, or 2 should, point ends, point 3.1a begins, 1 shall, or 2 should, point ends."; atTheEnds != want {
		t.Errorf("\n got %s\nwant %s", atTheEnds, want)
	}
}

// Whatever people typed, it cannot reach a terminal as a command.
func FuzzSafe(f *testing.F) {
	for _, s := range []string{"", "plain", "\x1b[31m", "→⠿─", "\u202e", "é\u0301", "\xff", "😀\ufe0f", "a.", `"a"`, "…"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var p page
		p.say("%s", s)
		p.prose(s)
		speakable(t, p.lines[0])
		for _, line := range p.lines {
			if got := safe(line); got != line {
				t.Errorf("%q is written as %q", s, line)
			}
		}
	})
}
