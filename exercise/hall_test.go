package exercise

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// under sets the procedure of a play.
func under(name string) func(*Scenario) {
	return func(sc *Scenario) { sc.Procedure = name }
}

func (p *play) hall() *RoomView { return p.s.Room(HallRoom, nil) }

// heard is the newest line of the hall's feed.
func (p *play) heard() string {
	feed := p.hall().Feed
	return feed[len(feed)-1].Text
}

// read34 puts 48 for 24 in paragraph 3.1.
func forty8() Amend {
	return Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}, Because: T("midway")}
}

func TestTheHallIsARoomOfItsOwn(t *testing.T) {
	p := atTable(t, under(Track1))
	before := len(p.room().Feed)
	p.do("hydra", Say{Words: T("We hear nothing from inside.")})
	p.do("hydra", Say{Words: T("Nobody chairs us.")})
	if got := p.heard(); got != "Nobody chairs us." {
		t.Errorf("the hall heard %q", got)
	}
	if len(p.room().Feed) != before {
		t.Errorf("the table heard the hall: %q", p.last())
	}
	p.do("arcadia", Say{Words: T("Now, about the hours.")})
	if p.last() != "Now, about the hours." || p.heard() != "Nobody chairs us." {
		t.Errorf("the table heard %q, the hall %q", p.last(), p.heard())
	}
	if no := p.hall().Feed[len(p.hall().Feed)-1].No; !strings.HasPrefix(no, "h.") {
		t.Errorf("the hall's entries are numbered %s", no)
	}
	if f := p.hall().Floor; f.Mode != ModeOpen || f.Speaker != "" {
		t.Errorf("the hall's floor is %+v", f)
	}
	p.do("hydra", Correct{Words: T("Nobody chairs us here.")})
	if l := p.hall().Feed[len(p.hall().Feed)-2]; len(l.Corrections) != 1 {
		t.Errorf("the hall's own correction stands nowhere: %+v", l)
	}
	p.done()
}

func TestWhatBothRoomsSee(t *testing.T) {
	p := atTable(t, under(Track1))
	for _, c := range []struct {
		seat SeatID
		c    Command
		text string
	}{
		{"chair", Pause{}, "stands still"},
		{"chair", Resume{}, "goes on"},
		{"chair", SendInject{Inject: "I1", Now: true}, "Outage"},
		{"meridia", AnswerInject{Inject: "I1", Words: T("It would have.")}, "It would have."},
		{"meridia", Leave{}, "has left"},
		{"chair", Summarise{Words: T("No text yet.")}, "No text yet."},
	} {
		table, hall := len(p.room().Feed), len(p.hall().Feed)
		p.do(c.seat, c.c)
		if len(p.room().Feed) == table || len(p.hall().Feed) == hall {
			t.Errorf("%s is not seen in both rooms", CommandName(c.c))
		}
		if !strings.Contains(p.said(p.room().Feed[table:]), c.text) || !strings.Contains(p.said(p.hall().Feed[hall:]), c.text) {
			t.Errorf("%s: the table read %q, the hall %q", CommandName(c.c), p.said(p.room().Feed[table:]), p.said(p.hall().Feed[hall:]))
		}
	}
	p.do("meridia", RealWorld{Words: T("fire")})
	if !p.hall().RealWorld {
		t.Error("the hall plays on in a real-world stop")
	}
	p.do("chair", Resume{})
	own := p.s.Own("recorder")
	for _, l := range own.Lines {
		if strings.Contains(l.Text, "Outage") && l.Room == HallRoom {
			t.Errorf("the recorder reads %q twice", l.Text)
		}
	}
	p.done()
}

func (p *play) said(lines []Line) string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Text)
	}
	return strings.Join(all, "\n")
}

// Whoever serves both rooms reads both, whoever sits in one reads that one.
func TestWhoReadsWhichRoom(t *testing.T) {
	p := atTable(t, under(Track1))
	p.do("hydra", Say{Words: T("token-hall")})
	p.do("arcadia", Say{Words: T("token-table")})
	for _, seat := range p.s.Plan().Seats {
		v := View{Room: p.s.Room(p.s.HomeRoom(seat.ID), nil), Own: p.s.Own(seat.ID)}
		read := p.said(v.Room.Feed) + p.said(v.Own.Lines)
		staff := seat.Has(Chair, Recorder, Evaluator)
		inHall := seat.Team != "" && p.s.track(seat.Team) != Kappa
		if got := strings.Contains(read, "token-hall"); got != (staff || inHall) {
			t.Errorf("%s reads the hall: %v", seat.ID, got)
		}
		if got := strings.Contains(read, "token-table"); got == inHall {
			t.Errorf("%s reads the table: %v", seat.ID, got)
		}
	}
}

// Every refusal in the hall is the same whatever is on the table, and says
// what can be done instead.
func TestRefusalsInTheHallTellNothing(t *testing.T) {
	empty, busy := atTable(t, under(Track1)), atTable(t, under(Track1))
	busy.do("arcadia", forty8())
	busy.do("arcadia", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Cannot, Why: T("no")})
	busy.do("chair", Gavel{X: "3.1a/1"})
	for _, c := range []Command{
		forty8(),
		Cosponsor{Amendment: "A1"},
		Withdraw{Amendment: "A1"},
		TakeStance{Alt: AltID{"3.1b", 3}, Stance: Prefer},
		ClearStance{Point: "3.1b"},
		RequestPut{X: "A1"},
		Object{Why: T("no")},
		Wait{},
		TakePosition{Position: Accept},
		MakeStatement{Words: T("so")},
		Hand{},
		Yield{},
		Order{Words: T("the rule")},
		Sign{},
		Gavel{X: "A1"},
		Publish{},
	} {
		var said [2]string
		for i, p := range []*play{empty, busy} {
			_, err := Decide(p.s, "hydra", p.now, c)
			if err == nil {
				t.Fatalf("%s is not refused in the hall", CommandName(c))
			}
			said[i] = err.Error()
		}
		if said[0] != said[1] {
			t.Errorf("%s tells the table by its refusal: %q, %q", CommandName(c), said[0], said[1])
		}
	}
	empty.refused("hydra", forty8(), ErrRole, "track-1", "`text`", "`whisper`", "`ask TEAM`")
	empty.refused("hydra", Hand{}, ErrFloor, "`say")
	empty.refused("chair", GiveFloor{Team: "hydra"}, ErrRole, "hall", "whisper hydra")
	empty.do("hydra", Ask{Team: "forge", Words: T("Do we wait?")})
	empty.do("hydra", Whisper{Words: T("Tell us when.")})
}

func TestPublish(t *testing.T) {
	p := atTable(t, under(Track1))
	if v := p.hall(); len(v.Clauses) != 3 || v.Revision != 0 || v.Item != -1 {
		t.Fatalf("the hall begins with %d clauses, revision %d, item %d", len(v.Clauses), v.Revision, v.Item)
	}
	p.refused("chair", Publish{}, ErrNotNow, "Revision 0")
	p.refused("arcadia", Publish{}, ErrRole, "chair")
	p.do("arcadia", forty8())
	if v := p.hall(); strings.Contains(p.json(v), "48") || v.Revision != 0 {
		t.Error("the hall knows an amendment before it is published")
	}
	p.do("chair", Publish{})
	v := p.hall()
	if v.Revision != 1 || v.Published != 1 || p.room().Published != 1 {
		t.Errorf("published is revision %d, shown %d and %d", v.Revision, v.Published, p.room().Published)
	}
	body := p.json(v)
	for _, secret := range []string{`"A1"`, "midway", `"sponsors":["arcadia"`, `"stances"`} {
		if strings.Contains(body, secret) {
			t.Errorf("the published revision tells %s", secret)
		}
	}
	if !strings.Contains(body, "48") || len(v.Revisions) != 5 || v.Revisions[4].Why.String() != "published" || v.Revisions[4].Para != "3.1" {
		t.Errorf("the hall reads %+v", v.Revisions)
	}
	if p.heard() != "publishes revision 1 of the draft." || p.last() != p.heard() {
		t.Errorf("the rooms read %q and %q", p.last(), p.heard())
	}
	lateral := atTable(t)
	lateral.refused("chair", Publish{}, ErrNotNow, "lateral")
	p.done()
}

// adopt plays the draft to its adoption by the κ teams.
func (p *play) adopt() {
	for _, x := range []Subject{"3.1a/1", "3.1b/1", "3"} {
		p.do("chair", Gavel{X: x})
		p.pass(31 * second)
	}
	for _, c := range []ClauseID{"1", "2"} {
		p.do("chair", Defer{Clauses: []ClauseID{c}})
		p.pass(31 * second)
	}
	p.do("chair", Gavel{X: WholeText})
	p.pass(31 * second)
}

func TestAdoptionPublishesByItself(t *testing.T) {
	p := atTable(t, under(Track1))
	p.adopt()
	v := p.hall()
	if v.Closing == nil || !v.Closing.Adopted || len(v.Closing.Annex) != 2 {
		t.Fatalf("the hall knows of the outcome: %+v", v.Closing)
	}
	if !p.hallHas("The text is adopted.") || !p.feedHas("The text is adopted.") {
		t.Errorf("the adoption is not told in both rooms: %q", p.heard())
	}
	p.do("hydra", Sign{Reservations: []Reservation{{Clause: "3", Words: T("within our means")}}})
	p.do("lantern", Endorse{})
	p.do("plumb", Dissociate{Clause: "3"})
	if !p.feedHas("within our means") || !p.hallHas("within our means") {
		t.Error("a signature is not told in both rooms")
	}
	p.done()
}

func TestAnAdoptionTakenBackIsTold(t *testing.T) {
	p := atTable(t, under(Track1))
	p.adopt()
	p.do("chair", Undo{})
	if v := p.hall(); v.Closing != nil && v.Closing.Adopted || !p.hallHas("no longer adopted") {
		t.Errorf("the hall still holds the text for adopted: %q", p.heard())
	}
	p.done()
}

func (p *play) hallHas(words string) bool {
	for _, l := range p.hall().Feed {
		if strings.Contains(l.Text, words) {
			return true
		}
	}
	return false
}

// Removing words reaches the hall where it has them, and is not noticed there
// where it has not.
func TestRemovedWordsInTheHall(t *testing.T) {
	p := atTable(t, under(Track1))
	p.do("arcadia", forty8())
	no := p.s.lastNo(TableRoom)
	p.do("chair", Publish{})
	before := p.json(p.hall())
	p.do("chair", Expunge{No: no, Why: T("a name")})
	act := p.do("recorder", ConfirmExpunge{No: no})
	hydra, _ := p.s.Seat("hydra")
	if !p.s.Sees(hydra, act) || p.json(p.hall()) == before || !strings.Contains(p.json(p.hall()), removed) {
		t.Error("the hall still reads the removed words")
	}
	q := atTable(t, under(Track1))
	q.do("arcadia", forty8())
	no = q.s.lastNo(TableRoom)
	q.do("chair", Expunge{No: no, Why: T("a name")})
	if act := q.do("recorder", ConfirmExpunge{No: no}); q.s.Sees(hydra, act) {
		t.Error("the hall is told of words it never had")
	}
}

func TestBring(t *testing.T) {
	p := atTable(t, under(Track1))
	p.do("arcadia", forty8())
	for _, x := range []Subject{"3", "3.1", "A1", "3.1b/2"} {
		p.do("chair", Bring{X: x})
		if p.room().Focus != x || p.hall().Focus != "" {
			t.Errorf("brought %s: the table sees %q, the hall %q", x, p.room().Focus, p.hall().Focus)
		}
	}
	p.refused("chair", Bring{X: "9.9"}, ErrUnknown, "9.9")
	p.refused("arcadia", Bring{X: "3"}, ErrRole, "chair")
	p.do("chair", OpenItem{Name: "1"})
	if p.room().Focus != "" {
		t.Error("what was brought stays in another item")
	}
	p.done()
}

// TestThoseAsideDecideNothing: under the procedures in which κ decides, nothing
// that ε or φ do changes the draft or what was decided on it.
func TestThoseAsideDecideNothing(t *testing.T) {
	for _, procedure := range []string{Track1, Track2, Consultative} {
		t.Run(procedure, func(t *testing.T) {
			start := atTable(t, under(procedure), func(sc *Scenario) {
				sc.Agenda = append(slices.Clone(sc.Agenda), AgendaItem{Name: "voices", Kind: StakeholderSlot, Minutes: 5})
			})
			rapid.Check(t, func(rt *rapid.T) {
				p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
				for range rapid.IntRange(1, 30).Draw(rt, "length") {
					p.pass(rapid.Int64Range(0, 40).Draw(rt, "seconds") * second)
					seat, c, before := anyone(rt), anything(rt, p.s), p.s
					act, err := Decide(p.s, seat, p.now, c)
					if err != nil {
						continue
					}
					p.take(act)
					if team := p.s.teamOf(seat); before.aside(team) && !reflect.DeepEqual(before.draft.clauses, p.s.draft.clauses) {
						rt.Fatalf("%s changed the draft by %s", seat, CommandName(c))
					}
					for _, x := range p.s.decided {
						if strings.HasPrefix(string(x.X), "M") {
							continue // on an appeal every team at the table has a vote
						}
						for _, pos := range x.positions {
							if p.s.aside(pos.team) {
								rt.Fatalf("%s of %s is counted on %s", pos.kind, pos.team, x.X)
							}
						}
					}
				}
				p.done()
			})
		})
	}
}
