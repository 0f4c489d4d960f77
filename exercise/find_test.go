package exercise

import "testing"

func TestFind(t *testing.T) {
	p := atTable(t)
	p.do("chair", Say{Words: T("Is a “Tier 1” port meant?")})
	p.do("chair", Say{Words: T("Let us go  on.")})
	p.do("chair", Correct{Words: T("The café, I meant.")})
	v := &View{Room: p.room(), Own: p.s.Own("recorder")}
	// A correction stands beside its entry and is an entry itself.
	for words, want := range map[string]int{
		"tier 1": 1, "TIER  1": 1, "go on": 1, "cafe\u0301": 2, "nowhere": 0, "": 0, " ": 0,
	} {
		if got := v.Find(words); len(got) != want {
			t.Errorf("%q finds %d entries, not %d", words, len(got), want)
		}
	}
	if got := v.Find("Chair"); len(got) < 2 {
		t.Errorf("the name of who spoke finds %d entries", len(got))
	}
}
