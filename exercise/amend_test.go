package exercise

import (
	"errors"
	"strings"
	"testing"
)

const notify = "Each Party [shall | should] notify the operators concerned within [24 | 72] hours of becoming aware of an incident that may disrupt water services."

func TestAmend(t *testing.T) {
	for _, row := range []struct {
		name, given string
		when        []Edit // one amendment each
		then        string // as [one | other]
	}{
		{
			"inside one alternative", notify,
			[]Edit{put("48", "24")},
			"Each Party [shall | should] notify the operators concerned within [24 | 72 | 48] hours of becoming aware of an incident that may disrupt water services.",
		},
		{
			"over a point and words beside it", "within [24 | 72] hours",
			[]Edit{put("within 48", "within 24")},
			"[within 24 | within 72 | within 48] hours",
		},
		{
			"over a point and words on both sides", "within [24 | 72] hours of it",
			[]Edit{put("within two days", "within 24 hours")},
			"[within 24 hours | within 72 hours | within two days] of it",
		},
		{
			"over two points", notify,
			[]Edit{put("shall notify the operators concerned within 48", "shall notify the operators concerned within 24")},
			"Each Party [[shall | should] notify the operators concerned within [24 | 72] | shall notify the operators concerned within 48] hours of becoming aware of an incident that may disrupt water services.",
		},
		{
			"inside agreed words", "notify the operators",
			[]Edit{put("inform", "notify")},
			"[notify | inform] the operators",
		},
		{
			"strike", "notify promptly the operators.",
			[]Edit{strike("promptly")},
			"notify [promptly | ] the operators.",
		},
		{
			"strike with its comma", "shall, promptly, notify",
			[]Edit{strike(", promptly,")},
			"shall[, promptly, | ] notify",
		},
		{
			"add a word", "the operators concerned within",
			[]Edit{add("and their customers", "operators")},
			"the [operators | operators and their customers] concerned within",
		},
		{
			"add what begins with a comma", "the operators concerned within",
			[]Edit{add(", where known,", "concerned")},
			"the operators [concerned | concerned, where known,] within",
		},
		{
			"add inside an alternative", "within [24 | 72] hours",
			[]Edit{add("working", "24")},
			"within [24 | 72 | 24 working] hours",
		},
		{
			"deletion", "Parties agree.",
			[]Edit{whole("")},
			"[Parties agree. | ]",
		},
		{
			"deletion over one point", "within [24 | 72] hours",
			[]Edit{whole("")},
			"[within 24 hours | within 72 hours | ]",
		},
		{
			"deletion over two points", "a [b | c] d [e | f]",
			[]Edit{whole("")},
			"[a [b | c] d [e | f] | ]",
		},
		{
			"deletion over a point and an outer one", "a [b | c] d [e | f] g [h | i]",
			[]Edit{put("x", "b d e"), whole("")},
			"[a [b | c] d [e | f] g [h | i] | a x g [h | i] | ]",
		},
		{
			"part of an alternative", "within [24 full hours | 72 hours] of",
			[]Edit{put("36", "24")},
			"within [24 full hours | 72 hours | 36 full hours] of",
		},
		{
			"from inside an alternative into the words after", "within [24 full hours | 72 hours] of it",
			[]Edit{at(1, put("days from", "hours of"))},
			"within [24 full hours of | 72 hours of | 24 full days from] it",
		},
		{
			"equal texts", "within [24 | 72] hours",
			[]Edit{put("48", "24"), put("48", "72")},
			"within [24 | 72 | 48] hours",
		},
		{
			"equal to the scenario's own", "within [24 | 72] hours",
			[]Edit{put("72", "24")},
			"within [24 | 72] hours",
		},
		{
			"overlap, left first", "one two three four",
			[]Edit{put("A", "one two"), put("B", "two three")},
			"[one two three | A three | one B] four",
		},
		{
			"overlap, right first", "one two three four",
			[]Edit{put("B", "two three"), put("A", "one two")},
			"[one two three | one B | A three] four",
		},
		{
			"inner first", "one two three",
			[]Edit{put("B", "two"), put("A", "one two three")},
			"[one two three | one B three | A]",
		},
		{
			"outer first", "one two three",
			[]Edit{put("A", "one two three"), put("B", "two")},
			"[one two three | A | one B three]",
		},
		{
			"into an outer point", "a [b | c] d [e | f]",
			[]Edit{put("x", "b d e"), put("y", "x")},
			"a [[b | c] d [e | f] | x | y]",
		},
		{
			"an outer point grows", "a [b | c] d [e | f] g",
			[]Edit{put("x", "b d e"), put("y", "a x")},
			"[a [b | c] d [e | f] | a x | y] g",
		},
		{
			"through an empty alternative", "notify [ | fully] the CERT",
			[]Edit{put("tell", "notify the")},
			"[notify the | notify fully the | tell] CERT",
		},
		{
			"an anchor that was typed decomposed", "le réseau",
			[]Edit{put("le système", "le re\u0301seau")},
			"[le réseau | le système]",
		},
		{
			"a text that stands decomposed", "le re\u0301seau",
			[]Edit{put("système", "réseau")},
			"le [re\u0301seau | système]",
		},
		{
			"curly quotes", "“water services” means",
			[]Edit{put("“services”", "“water services”")},
			"[“water services” | “services”] means",
		},
		{
			"a script without spaces", "应当通知有关运营者",
			[]Edit{put("告知", "通知")},
			"应当[通知 | 告知]有关运营者",
		},
		{
			"added without a space there", "应当通知有关运营者",
			[]Edit{add("并协助", "通知")},
			"应当[通知 | 通知并协助]有关运营者",
		},
		{
			"over runs of white space", "notify  the\noperators",
			[]Edit{put("x", "notify the   operators")},
			"[notify the operators | x]",
		},
		{
			"a part of a hyphened word", "a 24-hour delay",
			[]Edit{put("48", "24")},
			"a [24 | 48]-hour delay",
		},
		{
			"a word that a point divides", "each Part[y | ies] agrees",
			[]Edit{put("State", "Party")},
			"each [Party | Parties | State] agrees",
		},
		{
			"literal brackets", `as \[sic\] said`,
			[]Edit{put("[so]", "[sic]")},
			`as [\[sic\] | \[so\]] said`,
		},
		{
			"the chosen place", "the cat and the dog",
			[]Edit{at(2, put("a", "the"))},
			"the cat and [the | a] dog",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := layPage(t, row.given)
			for _, e := range row.when {
				if _, err := d.lodge("arcadia", e); err != nil {
					t.Fatal(err)
				}
			}
			if got := d.show(); got != row.then {
				t.Errorf("got  %s\nwant %s", got, row.then)
			}
		})
	}
}

func TestAmendmentOfSeveralEdits(t *testing.T) {
	for _, row := range []struct {
		name, given string
		when        []Edit // of one amendment
		then        string
		alts        string
	}{
		{
			"in two points", "within [24 | 72] hours of notice",
			[]Edit{put("48", "24"), put("receipt", "notice")},
			"within [24 | 72 | 48] hours of [notice | receipt]", "3.1a/3 3.1b/2",
		},
		{
			"twice in one alternative", "[24 to 36 hours | 72 hours]",
			[]Edit{put("12", "24"), put("18", "36")},
			"[24 to 36 hours | 72 hours | 12 to 18 hours]", "3.1a/3 3.1a/3",
		},
		{
			"on its own words", "notify them",
			[]Edit{put("tell promptly", "notify"), strike("promptly")},
			"[notify | tell] them", "3.1a/2 3.1a/2",
		},
		{
			"into what another says", "within [24 | 72] hours",
			[]Edit{put("72 full", "24"), strike("full")},
			"within [24 | 72] hours", "3.1a/2 3.1a/2",
		},
		{
			"growing its own point", "one two three",
			[]Edit{put("B", "two"), put("C", "B three")},
			"one [two three | C]", "3.1a/2 3.1a/2",
		},
		{
			"a neighbour of its own", "one two three",
			[]Edit{put("A", "one"), put("B", "two")},
			"[one | A] [two | B] three", "3.1a/2 3.1b/2",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := layPage(t, row.given)
			alts, err := d.lodge("arcadia", row.when...)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.show(); got != row.then {
				t.Errorf("got  %s\nwant %s", got, row.then)
			}
			if got := altList(alts); got != row.alts {
				t.Errorf("the edits became %s, want %s", got, row.alts)
			}
		})
	}
}

func altList(alts []AltID) string {
	var out []string
	for _, a := range alts {
		out = append(out, a.String())
	}
	return strings.Join(out, " ")
}

func TestAmendRefuses(t *testing.T) {
	for _, row := range []struct {
		name, given string
		when        []Edit
		kind        error
		then        string
	}{
		{
			"words that are not there", notify,
			[]Edit{put("x", "within 36 hours")},
			ErrAnchor,
			"“within 36 hours” is not in 3.1; the nearest words there are “within 24 hours”.",
		},
		{
			"half a word", notify,
			[]Edit{put("x", "Part")},
			ErrAnchor,
			"“Part” is not in 3.1; the nearest words there are “Party”.",
		},
		{
			"half a word at a point", "each Part[y | ies]",
			[]Edit{put("x", "Part")},
			ErrAnchor,
			"“Part” is not in 3.1; the nearest words there are “Party”.",
		},
		{
			"half a number", "see 3.1 below",
			[]Edit{put("x", "3")},
			ErrAnchor,
			"“3” is not in 3.1, which reads “see 3.1 below”.",
		},
		{
			"straight for curly", "“water”",
			[]Edit{put("x", `"water"`)},
			ErrAnchor,
			"“\"water\"” is not in 3.1; the nearest words there are ““water””.",
		},
		{
			"several places", "notify the operators and the CERT within a day",
			[]Edit{put("x", "the")},
			ErrAnchor,
			"“the” stands in 2 places in 3.1: 1. notify the operators and the … 2. … the operators and the CERT within a …; add `at 2` to choose the second, or quote more words.",
		},
		{
			"several alternatives", "within [24 hours | 24 days] of notice",
			[]Edit{put("x", "24")},
			ErrAnchor,
			"“24” stands in 2 places in 3.1: 1. within 24 hours of notice (3.1a/1) 2. within 24 days of notice (3.1a/2); add `at 2` to choose the second, or quote more words.",
		},
		{
			"a place that is not", "a b a",
			[]Edit{at(3, put("x", "a"))},
			ErrAnchor,
			"“a” stands in 2 places in 3.1: 1. a b a 2. a b a; add `at 2` to choose the second, or quote more words.",
		},
		{
			"no change", "within hours",
			[]Edit{put("within", "within")},
			ErrText,
			"3.1 reads so already; the edit would change nothing.",
		},
		{
			"edits that undo each other", "within hours",
			[]Edit{put("x", "within"), put("within", "x")},
			ErrText,
			"These edits undo each other; 3.1 would read as it does.",
		},
		{
			"nothing to look for", "within hours",
			[]Edit{put("x", "  ")},
			ErrAnchor,
			"Say which words of 3.1 to change, as in `put \"X\" for \"Y\"`.",
		},
		{
			"nothing to add", "within hours",
			[]Edit{add(" ", "hours")},
			ErrText,
			"Say what to add after “hours”.",
		},
		{
			"an empty paragraph", "",
			[]Edit{put("x", "y")},
			ErrAnchor,
			"“y” is not in 3.1, which has no words.",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := layPage(t, row.given)
			before := d.show()
			_, err := d.lodge("arcadia", row.when...)
			if !errors.Is(err, row.kind) || err.Error() != row.then {
				t.Errorf("got  %v\nwant %s", err, row.then)
			}
			if d.show() != before {
				t.Errorf("a refusal left %q", d.show())
			}
		})
	}
}

// Places that read alike are shown with more of the words around them.
func TestPlacesAreToldApart(t *testing.T) {
	p := layPage(t, "each Party [shall | should] tell all of them within [24 | 72] hours")
	if _, err := p.lodge("arcadia", put("x", "shall tell all of them within 24")); err != nil {
		t.Fatal(err)
	}
	_, err := p.lodge("arcadia", put("y", "72"))
	want := "“72” stands in 2 places in 3.1: 1. each Party shall tell all of them within 72 hours (3.1c/1)" +
		" 2. each Party should tell all of them within 72 hours (3.1c/1); add `at 2` to choose the second, or quote more words."
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// TestAmendIsCheap: an anchor that could be read in a million ways, and long
// ones that almost fit, are answered at once.
func TestAmendIsCheap(t *testing.T) {
	for _, row := range []struct{ name, given, anchor, then string }{
		{"many ways", strings.Repeat("[ | a | a a] ", 40), strings.Repeat("a ", 30), "too many ways"},
		{"many ways, none to the end", strings.Repeat("[ | a | a a] ", 40), strings.Repeat("a ", 30) + "b", "too many ways"},
		{"a long text that almost fits", strings.Repeat("a ", 8000), strings.Repeat("a ", 4000) + "b", "too many ways"},
		{"nothing near in a long text", strings.Repeat("notify the operators ", 700), strings.Repeat("notified an operator ", 700), "the nearest words there"},
	} {
		p := layPage(t, row.given)
		_, err := p.lodge("arcadia", put("x", row.anchor))
		if !errors.Is(err, ErrAnchor) || !strings.Contains(err.Error(), row.then) {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

// FuzzAmend: whatever is asked for, the paragraph gains a reading and loses
// none, or the refusal is a sentence.
func FuzzAmend(f *testing.F) {
	f.Add(notify, "within 24", "within 48", 0, byte(0))
	f.Add("a [b | c] d [e | f].", "b d e", "x", 0, byte(0))
	f.Add("[a | ], b", "a", "", 0, byte(0))
	f.Add("应当[通知 | 告]有关", "通知", "并", 0, byte(1))
	f.Add("Part[y | ies] “x”", "Part", "[q|\\r]", 2, byte(2))
	f.Fuzz(func(t *testing.T, source, old, with string, at int, form byte) {
		source, _ = Scrub(source)
		old, _ = Scrub(old)
		with, _ = Scrub(with)
		if _, err := ParseBrackets(source); err != nil || len(source) > 300 {
			return
		}
		p := layPage(t, source)
		before := readings(p.para, p.words, enough)
		_, err := p.lodge("arcadia", Edit{Old: T(old), New: T(with), After: form%3 == 1, Whole: form%3 == 2, At: at})
		if err != nil {
			if !errors.Is(err, ErrAnchor) && !errors.Is(err, ErrText) {
				t.Fatal(err)
			}
			return
		}
		after := textSet(readings(p.para, p.words, enough))
		for _, text := range before {
			if !after[text] {
				t.Fatalf("%q lost the reading %q: %s", source, text, p.show())
			}
		}
	})
}
