package exercise

import (
	"errors"
	"slices"
	"testing"
)

func alt(t *testing.T, s string) AltID {
	t.Helper()
	var id AltID
	if err := id.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestClosePoint(t *testing.T) {
	twoPoints := put("shall notify the operators concerned within 48", "shall notify the operators concerned within 24")
	for _, row := range []struct {
		name, given string
		lodged      []Edit
		decided     []string
		then        string
		closed      []string // points that the last decision closed without deciding them
	}{
		{
			"one alternative of two", "within [24 | 72] hours", nil,
			[]string{"3.1a/2"},
			"within 72 hours", nil,
		},
		{
			"an empty alternative", "notify [ | promptly] the CERT", nil,
			[]string{"3.1a/1"},
			"notify the CERT", nil,
		},
		{
			"the new text of an outer point", notify,
			[]Edit{twoPoints},
			[]string{"3.1c/2"},
			"Each Party shall notify the operators concerned within 48 hours of becoming aware of an incident that may disrupt water services.",
			[]string{"3.1a", "3.1b"},
		},
		{
			"an outer point as it stands", "a [b | c] d [e | f] g",
			[]Edit{put("x", "b d e")},
			[]string{"3.1c/1"},
			"a [b | c] d [e | f] g", nil,
		},
		{
			"an inner point first, then as it stands", "a [b | c] d [e | f] g",
			[]Edit{put("x", "b d e")},
			[]string{"3.1a/2", "3.1c/1"},
			"a c d [e | f] g", nil,
		},
		{
			"an inner point first, then the new text", "a [b | c] d [e | f] g",
			[]Edit{put("x", "b d e")},
			[]string{"3.1b/2", "3.1c/2"},
			"a x g",
			[]string{"3.1a"},
		},
		{
			"the new text leaves open what it never touched", "a [b | c] d [e | f] g [h | i]",
			[]Edit{put("x", "b d e"), whole("")},
			[]string{"3.1d/2"},
			"a x g [h | i]",
			[]string{"3.1a", "3.1b"},
		},
		{"a deletion", "Parties agree.", []Edit{whole("")}, []string{"3.1a/2"}, "", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := layPage(t, row.given)
			for _, e := range row.lodged {
				if _, err := p.lodge("arcadia", e); err != nil {
					t.Fatal(err)
				}
			}
			var closed []ClosedPoint
			for _, id := range row.decided {
				var err error
				if p.para, closed, err = closePoint(p.para, alt(t, id)); err != nil {
					t.Fatal(err)
				}
			}
			if got := p.show(); got != row.then {
				t.Errorf("got  %s\nwant %s", got, row.then)
			}
			var also []string
			for _, c := range closed[1:] {
				if c.Decided != 0 || len(c.NotTaken) < 2 {
					t.Errorf("%+v was decided", c)
				}
				also = append(also, string(c.Point))
			}
			if !slices.Equal(also, row.closed) {
				t.Errorf("closed with it: %v, want %v", also, row.closed)
			}
		})
	}
}

func TestClosePointKeepsTheRecord(t *testing.T) {
	p := layPage(t, "within [24 | 72] hours")
	if _, err := p.lodge("arcadia", put("48", "24")); err != nil {
		t.Fatal(err)
	}
	_, closed, err := closePoint(p.para, alt(t, "3.1a/3"))
	if err != nil {
		t.Fatal(err)
	}
	c := closed[0]
	if c.Decided != 3 || plainPieces(c.Text, p.words) != "48" || len(c.NotTaken) != 2 || c.Text[0].Word.Seq == 0 {
		t.Errorf("the record keeps %+v", c)
	}
	for _, id := range []string{"3.1b/1", "3.1a/4"} {
		if _, _, err := closePoint(p.para, alt(t, id)); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// unless is a team that leaves, with somebody who prefers these alternatives.
func unless(preferred func(AltID) bool) leaving {
	return leaving{others: func(AmendmentID) bool { return false }, preferred: preferred}
}

func TestSponsors(t *testing.T) {
	never := unless(func(AltID) bool { return false })
	p := layPage(t, "within [24 | 72] hours of notice")
	if _, err := p.lodge("arcadia", put("48", "24"), put("receipt", "notice")); err != nil {
		t.Fatal(err)
	}
	p.para = cosponsorNodes(p.para, "A1", "hydra")
	p.para = cosponsorNodes(p.para, "A1", "hydra")
	if _, a := findAlt(p.para, alt(t, "3.1b/2")); !slices.Equal(a.Sponsors, []TeamID{"arcadia", "hydra"}) {
		t.Errorf("sponsors are %v", a.Sponsors)
	}

	p.para, _ = leaveNodes(p.para, "A1", "arcadia", never)
	if got := p.show(); got != "within [24 | 72 | 48] hours of [notice | receipt]" {
		t.Errorf("while one sponsor stands: %s", got)
	}
	next, gone := leaveNodes(p.para, "A1", "hydra", unless(func(id AltID) bool { return id.Point == "3.1b" }))
	if got := altList(gone); got != "3.1a/3" {
		t.Errorf("withdrawn: %s, want 3.1a/3", got)
	}
	if got := display(next, p.words); got != "within [24 | 72] hours of [notice | receipt]" {
		t.Errorf("what somebody prefers stays: %s", got)
	}
	next, _ = leaveNodes(p.para, "A1", "hydra", never)
	if got := display(next, p.words); got != "within [24 | 72] hours of [notice]" {
		t.Errorf("a point with one alternative stays bracketed: %s", got)
	}
	if _, _, err := closePoint(next, alt(t, "3.1a/3")); !errors.Is(err, ErrUnknown) {
		t.Errorf("a withdrawn alternative became the text: %v", err)
	}

	p.para = next
	if _, err := p.lodge("hydra", put("36", "48")); !errors.Is(err, ErrAnchor) {
		t.Errorf("a withdrawn alternative was an anchor: %v", err)
	}
	if alts, err := p.lodge("hydra", put("48", "24")); err != nil || altList(alts) != "3.1a/4" {
		t.Errorf("a withdrawn text lodged again is %v, %v; want 3.1a/4", alts, err)
	}
}

func TestEqualTextHasSeveralSponsors(t *testing.T) {
	p := layPage(t, "within [24 | 72] hours")
	for _, team := range []TeamID{"arcadia", "hydra"} {
		if _, err := p.lodge(team, put("48", "24")); err != nil {
			t.Fatal(err)
		}
	}
	_, a := findAlt(p.para, alt(t, "3.1a/3"))
	if !slices.Equal(a.Sponsors, []TeamID{"arcadia", "hydra"}) || !slices.Equal(a.Amendments, []AmendmentID{"A1", "A2"}) {
		t.Errorf("3.1a/3 is %+v", a)
	}
}

func TestFreshParagraph(t *testing.T) {
	p := &page{para: Paragraph{ID: "3.3"}, texts: map[WordID]string{}}
	alts, err := p.lodge("arcadia", Edit{Para: "3.3", New: T("Parties report yearly."), Fresh: true})
	if err != nil || altList(alts) != "3.3a/2" || p.show() != "[ | Parties report yearly.]" {
		t.Errorf("got %s as %v, %v", p.show(), alts, err)
	}
}

func TestWouldRead(t *testing.T) {
	p := layPage(t, "a [b | c] d [e | f]")
	if _, err := p.lodge("arcadia", put("x", "b d e")); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		chosen []AltID
		then   string
	}{
		{nil, "a [[b | c] d [e | f] | x]"},
		{[]AltID{{"3.1a", 2}}, "a [c d [e | f] | x]"},
		{[]AltID{{"3.1c", 1}, {"3.1b", 1}}, "a [b | c] d e"},
		{[]AltID{{"3.1c", 2}}, "a x"},
	} {
		if got := wouldRead(p.para, row.chosen, p.words); got != row.then {
			t.Errorf("%v: %q, want %q", row.chosen, got, row.then)
		}
	}
}

func TestPreviewMarksWhatIsNew(t *testing.T) {
	p := layPage(t, "within [24 | 72] hours of notice")
	view := paraView(p.para, viewing{words: p.words, stances: func(id AltID) []StanceView {
		return []StanceView{{Team: TeamID("team of " + id.String()), Stance: Prefer}}
	}})
	got, err := Preview(view, []Edit{put("48", "24"), put("receipt", "notice")})
	if err != nil {
		t.Fatal(err)
	}
	a, b := got.Nodes[1].Point, got.Nodes[3].Point
	if a.Alts[2].Text != "48" || !slices.Contains(a.Alts[2].Amendments, PreviewID) || b.ID != "3.1b" || b.Alts[1].Text != "receipt" {
		t.Errorf("got %+v and %+v", a, b)
	}
	if a.Alts[1].Stances[0].Team != "team of 3.1a/2" || got.Nodes[2].Text != " hours of " {
		t.Errorf("the view lost something: %+v", got)
	}
	if _, err := Preview(view, []Edit{put("48", "25")}); !errors.Is(err, ErrAnchor) {
		t.Errorf("an anchor that is not there: %v", err)
	}
}
