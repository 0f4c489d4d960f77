package exercise

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Over two outer points nothing multiplies: the first grows over the second,
// which stays open inside each of its alternatives.
func TestAnEditOverTwoOuterPoints(t *testing.T) {
	p := layPage(t, "a [b | c] d [e | f] g [h | i] j [k | l] m")
	for _, e := range []Edit{put("x", "b d e"), put("y", "h j k")} {
		if _, err := p.lodge("arcadia", e); err != nil {
			t.Fatal(err)
		}
	}
	if got := p.show(); got != "a [[b | c] d [e | f] | x] g [[h | i] j [k | l] | y] m" {
		t.Fatalf("two outer points: %s", got)
	}
	before := alternatives(p.para)
	alts, err := p.lodge("hydra", put("z", "x g y"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.show(), "a [[b | c] d [e | f] g [[h | i] j [k | l] | y] | x g [[h | i] j [k | l] | y] | z] m"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if alts[0].String() != "3.1e/3" || alternatives(p.para) != before+1 {
		t.Errorf("%v became an alternative, of %d", alts, alternatives(p.para))
	}
	next, closed, err := closePoint(p.para, alt(t, "3.1e/1"))
	if err != nil || display(next, p.words) != "a [b | c] d [e | f] g [[h | i] j [k | l] | y] m" || len(closed) != 1 {
		t.Errorf("as it stands: %s, closing %v, %v", display(next, p.words), closed, err)
	}
	next, closed, err = closePoint(p.para, alt(t, "3.1e/3"))
	if err != nil || display(next, p.words) != "a z m" || len(closed) != 6 {
		t.Errorf("the new text: %s, closing %d points, %v", display(next, p.words), len(closed), err)
	}
}

func TestRemovedWordsCanBeReplaced(t *testing.T) {
	for _, row := range []struct {
		name string
		when Edit
		then string
	}{
		{"alone", put("operators", "[removed]"), "notify the [owners | \\[removed\\] | operators] of water works"},
		{"with words beside them", put("operators", "the [removed] of"), "notify [the owners of | the \\[removed\\] of | operators] water works"},
		{"struck", strike("[removed]"), "notify the [owners | \\[removed\\] | ] of water works"},
	} {
		p := layPage(t, "notify the owners of water works")
		if _, err := p.lodge("arcadia", put("rude words", "owners")); err != nil {
			t.Fatal(err)
		}
		for id := range p.texts {
			if id.Seq > 0 {
				p.texts[id] = removed
			}
		}
		view := paraView(p.para, viewing{words: p.words, stances: func(AltID) []StanceView { return nil }})
		if _, err := p.lodge("hydra", row.when); err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		if got := p.show(); got != row.then {
			t.Errorf("%s: got  %s\nwant %s", row.name, got, row.then)
		}
		shown, err := Preview(view, []Edit{row.when})
		if err != nil || shown.Text(InBrackets) != row.then {
			t.Errorf("%s is shown as %s, %v", row.name, shown.Text(InBrackets), err)
		}
	}
}

func TestRemovedWordsThatMeetAreOne(t *testing.T) {
	p := layPage(t, "notify them")
	if _, err := p.lodge("arcadia", put("rude, very rude, words", "them")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.lodge("hydra", strike(", very rude,")); err != nil {
		t.Fatal(err)
	}
	for id := range p.texts {
		if id.Seq > 0 {
			p.texts[id] = removed
		}
	}
	if _, err := p.lodge("hydra", at(2, put("nobody", "[removed]"))); err != nil || !strings.HasSuffix(p.show(), " | nobody]") {
		t.Errorf("%s, %v", p.show(), err)
	}
	if _, err := p.lodge("hydra", put("x", "rude")); !errors.Is(err, ErrAnchor) {
		t.Errorf("what was removed is found again: %v", err)
	}
}

func TestSequence(t *testing.T) {
	p := atTable(t)
	lodge := func(team SeatID, e Edit) {
		e.Para = "3.2"
		p.do(team, Amend{Clause: "3", Edits: []Edit{e}})
	}
	lodge("arcadia", add("and the time", "nature"))
	lodge("hydra", at(1, put("kind", "nature")))
	lodge("forge", at(1, strike("nature")))
	p.do("meridia", in31("24", "48", ""))
	want := func(ids ...AmendmentID) {
		t.Helper()
		if got := p.room().Clauses[2].Sequence; !slices.Equal(got, ids) {
			t.Errorf("they are taken in the order %v, want %v", got, ids)
		}
	}
	want("A4", "A3", "A2", "A1")
	p.refused("hydra", SetSequence{Para: "3.2", Amendments: []AmendmentID{"A2"}}, ErrRole, "Only the chair")
	p.refused("chair", SetSequence{Para: "3.2", Amendments: []AmendmentID{"A4"}}, ErrUnknown, "A4 is not to 3.2 but to 3.1")
	p.refused("chair", SetSequence{Para: "3.2"}, ErrText, "sequence 3.2")
	p.refused("chair", SetSequence{Para: "3.7", Amendments: []AmendmentID{"A1"}}, ErrUnknown, "3.7")
	p.do("chair", SetSequence{Para: "3.2", Amendments: []AmendmentID{"A1", "a2"}})
	if p.last() != "takes the amendments to 3.2 in this order: A1 and A2." {
		t.Errorf("the record says %s", p.last())
	}
	want("A4", "A1", "A2", "A3")
	p.do("hydra", Withdraw{Amendment: "A2"})
	want("A4", "A1", "A3")
	p.done()
}

func TestEveryChangeOfTheDraftIsARevision(t *testing.T) {
	p := atTable(t)
	list := func() []string {
		var out []string
		for _, r := range p.room().Revisions {
			if r.N > 0 {
				out = append(out, fmt.Sprint(r.N, " ", r.Para, " ", r.Why))
			}
		}
		return out
	}
	if n := len(p.room().Revisions); n != 4 {
		t.Fatalf("the scenario's draft is in %d entries", n)
	}
	p.do("arcadia", in31("24", "48", ""))
	p.do("hydra", Cosponsor{Amendment: "A1"}) // changes no words
	p.do("forge", in31("72", "48", ""))       // nor does a text that stands
	p.do("chair", Gavel{X: "3.1a/1"})
	p.pass(31 * second)
	p.do("lantern", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.do("lantern", Withdraw{Amendment: "A3"})
	want := []string{"1 3.1 A1 lodged", "3 3.1 D1 decided", "4 3.2 A3 lodged", "5 3.2 A3 withdrawn"}
	if got := list(); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	room := p.room()
	if got, want := marked(room.Changes("3.1", 0, 1)), before31+"[24 | 72{+ | 48+}]"+after31; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := marked(room.Changes("3.1", 1, 3)), "Each Party {-[-}shall{- | should]-} notify the operators concerned within [24 | 72 | 48]"+after31; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if _, known := room.ParaAt("3.9", 5); known {
		t.Error("a paragraph that never was is known")
	}
	if incremental := p.s.Room(TableRoom, room).Revisions; !reflect.DeepEqual(incremental, room.Revisions) {
		t.Error("a view built upon the last differs")
	}
	p.done()
}

// A removed text is removed from every revision.
func TestARemovedTextLeavesTheRevisions(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "gibberish", ""))
	prev := p.room()
	p.do("chair", Expunge{No: prev.Feed[len(prev.Feed)-1].No, Why: T("no names")})
	p.do("recorder", ConfirmExpunge{No: prev.Feed[len(prev.Feed)-1].No})
	for _, r := range p.s.Room(TableRoom, prev).Revisions {
		if strings.Contains(r.Text, "gibberish") {
			t.Errorf("revision %d still says it", r.N)
		}
	}
	p.done()
}

func TestFourViewsOfAClause(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48", ""))
	p.do("hydra", TakeStance{Alt: AltID{"3.1b", 3}, Stance: CanLive})
	p.do("lantern", TakeStance{Alt: AltID{"3.1b", 3}, Stance: CanLive})
	p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer})
	p.do("hydra", TakeStance{Alt: AltID{"3.1a", 2}, Stance: CanLive, ToChair: true})
	room := p.room()
	para := room.Clauses[2].Paras[0]
	for _, row := range []struct{ view, got, want string }{
		{"in brackets", para.Text(InBrackets), before31 + "[24 | 72 | 48]" + after31},
		{"clean", para.Text(Leading), before31 + "48" + after31},
		{"mine", para.Text(Preferred(p.s.Own("hydra").Stances)), "Each Party should notify the operators concerned within 72" + after31},
		{"changes", marked(room.ChangesSince(para, 0)), before31 + "[24 | 72{+ | +}{+48+}]" + after31},
	} {
		if row.got != row.want {
			t.Errorf("%s: got  %s\nwant %s", row.view, row.got, row.want)
		}
	}
	if original, ok := room.ParaAt("3.1", 0); !ok || original != before31+"[24 | 72]"+after31 {
		t.Errorf("the original is %s", original)
	}
	p.done()
}

func TestEveryWordHasItsAuthor(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48 full", ""))
	p.do("hydra", in31("full", "working", "A1"))
	p.do("chair", ChairText{Para: "3.2", Words: T("A notice says what happened.")})
	by := func(id ParaID, i, j int) string {
		var out []string
		for _, s := range p.room().Clauses[i].Paras[j].Stretches() {
			if s.By != (Author{}) {
				out = append(out, fmt.Sprintf("%s%v %s", s.By.Team, s.By.Chair, s.Text))
			}
		}
		return strings.Join(out, ", ")
	}
	if got, want := by("3.1", 2, 0), "arcadiafalse 48 full, arcadiafalse 48, hydrafalse working"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := by("3.2", 2, 1), "true A notice says what happened."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var added []string
	for _, c := range p.room().ChangesSince(p.room().Clauses[2].Paras[0], 0) {
		if c.Op == Added {
			added = append(added, string(c.By.Team)+":"+c.Text)
		}
	}
	if got, want := strings.Join(added, ";"), ": | ;arcadia:48 full;: | ;arcadia:48;: ;hydra:working"; got != want {
		t.Errorf("the redline adds %q, want %q", got, want)
	}
	p.done()
}
