package exercise

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The laws of the draft in play: people lodge, join, withdraw, take in and
// decide, and nobody's words are lost.

// drafts draws a command that changes the draft, or says how one stands to it.
func drafts(t *rapid.T, s State) Command {
	id := func() AmendmentID {
		n := rapid.IntRange(1, max(1, len(s.draft.amendments))).Draw(t, "amendment")
		return AmendmentID("A" + itoa(n))
	}
	text := rapid.SampledFrom([]string{"48", "72", "kind", "within a day", "should", "the operators of it"}).Draw(t, "text")
	old := rapid.SampledFrom([]string{"24", "72", "48", "shall", "kind", "nature", "operators concerned within", "should notify the operators concerned within 24", "states the", "a day"}).Draw(t, "anchor")
	edit := func() Edit {
		e := Edit{Para: rapid.SampledFrom([]ParaID{"3.1", "3.1", "3.2"}).Draw(t, "paragraph"), Old: T(old), New: T(text), At: rapid.IntRange(0, 1).Draw(t, "at")}
		e.After = rapid.Bool().Draw(t, "after")
		return e
	}
	alts := standingAlts(s)
	alt := AltID{"3.1a", 1}
	if len(alts) > 0 {
		alt = rapid.SampledFrom(alts).Draw(t, "alternative")
	}
	switch rapid.IntRange(0, 13).Draw(t, "move") {
	case 0:
		return Amend{In: id(), Edits: []Edit{edit()}}
	case 1:
		return Friendly{Amendment: id()}
	case 2:
		return ChairText{Para: edit().Para, Words: T(text)}
	case 3:
		return Cosponsor{Amendment: id()}
	case 4, 5:
		return Withdraw{Amendment: id()}
	case 6:
		return TakeStance{Alt: alt, Stance: Prefer}
	case 7:
		return Gavel{X: Subject(alt.String())}
	case 8:
		return Gavel{X: Subject(id())}
	case 9:
		return Put{X: []Subject{Subject(id())}, Time: 20 * second}
	case 10:
		return Amend{Clause: "3", Edits: []Edit{edit(), edit()}}
	case 11:
		return Amend{Clause: "3", Edits: []Edit{{Para: edit().Para, Whole: true}}}
	}
	return Amend{Clause: "3", Edits: []Edit{edit()}}
}

func standingAlts(s State) []AltID {
	var out []AltID
	for _, c := range s.draft.clauses {
		for _, p := range c.Paras {
			for _, pt := range openPoints(p) {
				for _, a := range standing(pt) {
					out = append(out, AltID{pt.ID, a.N})
				}
			}
		}
	}
	return out
}

// drafting plays random moves on the draft and looks at each act.
func drafting(rt *rapid.T, start *play, look func(before, after State, a Act)) *play {
	p := &play{t: start.t, s: start.s, replay: start.replay, now: start.now}
	for range rapid.IntRange(1, 16).Draw(rt, "length") {
		seat := rapid.SampledFrom([]SeatID{"arcadia", "hydra", "lantern", "arcadia", "chair", "chair"}).Draw(rt, "seat")
		before := p.s
		if rapid.IntRange(0, 3).Draw(rt, "wait") == 0 {
			if due, ok := p.s.Due(); ok && len(p.s.standing()) > 0 {
				act, err := Decide(p.s, "", max(due.At, p.now), Tick{})
				if err != nil {
					rt.Fatal(err)
				}
				p.now = max(due.At, p.now)
				p.take(act)
				look(before, p.s, act)
				continue
			}
		}
		p.now++
		act, err := Decide(p.s, seat, p.now, drafts(rt, p.s))
		if err != nil {
			continue
		}
		p.take(act)
		look(before, p.s, act)
	}
	return p
}

// TestLawNobodysWordsVanish: an alternative that stood stands, or was decided,
// not taken up, or withdrawn, and what an amendment brought fares as it does.
func TestLawNobodysWordsVanish(t *testing.T) {
	start := atTable(t)
	checkLaw(t, func(rt *rapid.T) {
		drafting(rt, start, func(before, after State, a Act) {
			now := standingAlts(after)
			for _, id := range standingAlts(before) {
				if !slices.Contains(now, id) && !onRecord(after, a, id) {
					rt.Fatalf("%s is gone by %s: %+v", id, CommandName(a.Command), a.Events)
				}
			}
			for _, x := range after.draft.amendments {
				if x.State != AmendmentLodged && x.State != AmendmentTakenIn {
					continue
				}
				for _, alt := range x.Alts {
					if !slices.Contains(now, alt) {
						rt.Fatalf("%s is %s, but its %s is not in the draft after %s", x.ID, x.State, alt, CommandName(a.Command))
					}
				}
			}
		})
	})
}

// onRecord says whether an act tells what became of an alternative.
func onRecord(after State, a Act, id AltID) bool {
	p, _ := after.para(paraOf(id.Point))
	if _, alt := findAlt(p, id); alt != nil && alt.Withdrawn {
		return true
	}
	return slices.ContainsFunc(a.Events, func(e Event) bool {
		d, ok := e.(Decided)
		return ok && slices.ContainsFunc(d.Closed, func(c ClosedPoint) bool {
			taken := func(x Alternative) bool { return x.N == id.N }
			return c.Point == id.Point && (c.Decided == id.N || slices.ContainsFunc(c.NotTaken, taken))
		})
	})
}

// TestLawViewsAndRevisionsReadAsTheDraftDoes: a view reads as the engine, and
// so does the last revision of every paragraph.
func TestLawViewsAndRevisionsReadAsTheDraftDoes(t *testing.T) {
	start := atTable(t)
	checkLaw(t, func(rt *rapid.T) {
		var room *RoomView
		p := drafting(rt, start, func(_, after State, _ Act) {
			room = after.Room(TableRoom, room)
			for i, c := range after.draft.clauses {
				for j, para := range c.Paras {
					want := display(para, after.text)
					if got := room.Clauses[i].Paras[j].Text(InBrackets); got != want {
						rt.Fatalf("%s is shown as %s, is %s", para.ID, got, want)
					}
					if got, _ := room.ParaAt(para.ID, room.Revision); got != want {
						rt.Fatalf("the last revision of %s reads %s, the draft %s", para.ID, got, want)
					}
				}
			}
		})
		if full := p.room().Revisions; room != nil && !reflect.DeepEqual(full, room.Revisions) {
			rt.Fatalf("the revisions differ: %v and %v", room.Revisions, full)
		}
		if live, replayed := figures(p.s), figures(p.replay); live != replayed {
			rt.Fatalf("replay differs from live play at %s", firstDifference(live, replayed))
		}
	})
}

// TestLawExpungingLeavesEveryOtherFigure: the ids, spans, stances, tallies and
// outcomes are what they were; an agreed clause opens.
func TestLawExpungingLeavesEveryOtherFigure(t *testing.T) {
	start := atTable(t)
	checkLaw(t, func(rt *rapid.T) {
		p := drafting(rt, start, func(State, State, Act) {})
		before := figures(p.s)
		for _, a := range p.s.draft.amendments {
			if rapid.Bool().Draw(rt, "expunge") {
				continue
			}
			no := ""
			for _, l := range p.room().Feed {
				if l.Ref == string(a.ID) && l.Kind == "lodged" {
					no = l.No
					break
				}
			}
			for _, x := range []struct {
				seat SeatID
				c    Command
			}{{"chair", Expunge{No: no, Why: T("a name")}}, {"recorder", ConfirmExpunge{No: no}}} {
				act, err := Decide(p.s, x.seat, p.now, x.c)
				if err != nil {
					break
				}
				p.s = Evolve(p.s, act)
			}
		}
		if after := figures(p.s); after != before {
			rt.Fatalf("a figure has changed at %s", firstDifference(before, after))
		}
	})
}

// figures is all of the draft and its decisions that is not words.
func figures(s State) string {
	text := ""
	for _, c := range s.draft.clauses {
		text += fmt.Sprintf("%s %v\n", c.ID, shapeOf(c))
	}
	for _, a := range s.draft.amendments {
		text += fmt.Sprintln(a.ID, a.State, a.Sponsors, a.Alts, a.In, a.TookIn)
	}
	for _, r := range s.draft.revisions.list() {
		text += fmt.Sprintln(r.n, r.para.ID, r.why)
	}
	for _, x := range s.decided {
		text += fmt.Sprintln(x.ID, x.X, x.outcome, x.sentence, x.positions)
	}
	for _, id := range standingAlts(s) {
		text += fmt.Sprintln(id, s.openStances(id), s.ready(id, true))
	}
	return text
}

// shapeOf is a clause's points with the pieces of their alternatives.
func shapeOf(c Clause) []string {
	var out []string
	for _, p := range c.Paras {
		for _, pt := range openPoints(p) {
			for _, a := range pt.Alts {
				out = append(out, fmt.Sprint(pt.ID, a.N, a.Sponsors, a.Withdrawn, reflect.ValueOf(flatten(a.Nodes, nil))))
			}
		}
	}
	return out
}
