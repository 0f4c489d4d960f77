package exercise

import (
	"slices"
	"strings"
)

// desk is what the recorder keeps beside the record, and what waits there.
type desk struct {
	marks    []Marked
	notes    []note
	expunge  []ExpungeAsked
	requests []putRequest
}

type note struct {
	no    string
	words WordID
	wall  int64
}

type putRequest struct {
	team TeamID
	x    Subject
}

// MarkKinds lists the marks a recorder gives; "objective N" beside them.
func MarkKinds() []string {
	return []string{"decision", "quote", "reservation", "ad-ref", "instructions", "silence"}
}

func (c Mark) decide(d *decider) error {
	if err := d.need("mark the minutes", Recorder); err != nil {
		return err
	}
	if !slices.Contains(MarkKinds(), c.Kind) && !strings.HasPrefix(c.Kind, "objective ") {
		return refuse(ErrUnknown, "There is no mark %q. Marks are %s, and objective N.", c.Kind, sentenceList(MarkKinds()))
	}
	r, i, ok := d.s.entry(d.seat, c.No)
	if !ok {
		return refuse(ErrUnknown, "There is no entry %s.", c.No)
	}
	no := d.s.in(r).feed.at(i).No
	if slices.Contains(d.s.desk.marks, Marked{No: no, Kind: c.Kind}) {
		return refuse(ErrNotNow, "Entry %s has that mark already.", no)
	}
	d.emit(Marked{No: no, Kind: c.Kind})
	return nil
}

func (e Marked) apply(s *State, a Act) {
	s.desk.marks = append(slices.Clip(s.desk.marks), e)
	s.post(a, e, Line{Kind: "mark", Seat: a.Seat, Ref: e.No, Text: "marks #" + e.No + ": " + e.Kind + "."})
}

func (c Note) decide(d *decider) error {
	if err := d.need("write a note", Recorder); err != nil {
		return err
	}
	if err := said(c.Words, "A note"); err != nil {
		return err
	}
	if _, _, ok := d.s.entry(d.seat, c.No); c.No != "" && !ok {
		return refuse(ErrUnknown, "There is no entry %s.", c.No)
	}
	d.emit(Noted{No: strings.TrimPrefix(c.No, "#"), Words: c.Words.ID})
	return nil
}

func (e Noted) apply(s *State, a Act) {
	s.desk.notes = append(slices.Clip(s.desk.notes), note{e.No, e.Words, a.Wall})
	s.post(a, e, Line{Kind: "note", Seat: a.Seat, Ref: e.No, Text: "notes: " + s.text(e.Words), words: []WordID{e.Words}})
}

// decide lets the recorder correct any entry and others their own words.
func (c Correct) decide(d *decider) error {
	if err := said(c.Words, "A correction"); err != nil {
		return err
	}
	r, i, ok := d.s.entry(d.seat, c.No)
	if c.No == "" {
		r, i, ok = d.s.lastSaid(d.seat.ID)
	}
	if !ok {
		return refuse(ErrUnknown, "There is no such entry to correct; give its number, such as `correct #12 \"…\"`.")
	}
	line := d.s.in(r).feed.at(i)
	if !d.seat.Has(Recorder) && line.Seat != d.seat.ID {
		return refuse(ErrRole, "You can correct your own words only; entry %s is not yours.", line.No)
	}
	d.emit(Corrected{Room: r, No: line.No, By: d.seat.ID, Words: c.Words.ID})
	return nil
}

func (s State) lastSaid(id SeatID) (RoomID, int, bool) {
	feed := s.in(TableRoom).feed
	for i := feed.n - 1; i >= 0; i-- {
		if l := feed.at(i); l.Seat == id && l.Kind == "said" {
			return TableRoom, i, true
		}
	}
	return "", 0, false
}

// apply puts a speaker's own correction beside the entry itself; the
// recorder's is a line of the staff's rooms.
func (e Corrected) apply(s *State, a Act) {
	by, _ := s.Seat(e.By)
	if !by.Has(Recorder) {
		s.changeLine(e.Room, e.No, func(l *Line) {
			l.Corrections = append(slices.Clone(l.Corrections), s.text(e.Words))
			l.words = append(slices.Clone(l.words), e.Words)
		})
	}
	s.post(a, e, Line{Kind: "correction", Seat: e.By, Ref: e.No, Text: "corrects #" + e.No + ": " + s.text(e.Words), words: []WordID{e.Words}})
}

func (s *State) changeLine(r RoomID, no string, change func(*Line)) {
	s.changeRoom(r, func(x *room) {
		for i := range x.feed.n {
			if l := x.feed.at(i); sameNo(l.No, no) {
				change(&l)
				x.feed = x.feed.set(i, l)
				x.edits++
				return
			}
		}
	})
}

func (c Expunge) decide(d *decider) error {
	if err := d.need("ask for words to be removed", Control); err != nil {
		return err
	}
	if err := said(c.Why, "Removing words"); err != nil {
		return err
	}
	r, i, ok := d.s.entry(d.seat, c.No)
	if !ok {
		return refuse(ErrUnknown, "There is no entry %s that you can see.", c.No)
	}
	line := d.s.in(r).feed.at(i)
	if len(d.s.wordsLeft(line)) == 0 {
		return refuse(ErrText, "Entry %s quotes nobody's words; there is nothing to remove.", line.No)
	}
	d.emit(ExpungeAsked{No: line.No, Why: c.Why.ID})
	return nil
}

func (s State) wordsLeft(l Line) []WordID {
	return slices.DeleteFunc(slices.Clone(l.words), func(w WordID) bool { return w == (WordID{}) || s.gone(w) })
}

func (c ConfirmExpunge) decide(d *decider) error {
	if err := d.need("confirm that words are removed", Recorder); err != nil {
		return err
	}
	asked := slices.ContainsFunc(d.s.desk.expunge, func(x ExpungeAsked) bool { return sameNo(x.No, c.No) })
	if !asked {
		return refuse(ErrNotNow, "Control has not asked to remove entry %s.", c.No)
	}
	words := d.s.wordsOf(c.No)
	e := Expunged{No: strings.TrimPrefix(c.No, "#"), Words: words}
	for _, clause := range d.s.draft.clauses {
		if (clause.State == ClauseAgreed || clause.State == ClauseFinal) && usesWords(clause, words) {
			e.Clauses = append(e.Clauses, clause.ID)
		}
	}
	d.emit(e)
	return nil
}

// wordsOf finds the words of an entry of any room by its number, which is
// unique but for seat rooms.
func (s State) wordsOf(no string) []WordID {
	for _, r := range s.roomIDs() {
		feed := s.in(r).feed
		for i := range feed.n {
			if l := feed.at(i); sameNo(l.No, no) {
				return s.wordsLeft(l)
			}
		}
	}
	return nil
}

func usesWords(c Clause, words []WordID) bool {
	return slices.ContainsFunc(c.Paras, func(p Paragraph) bool {
		return slices.ContainsFunc(p.Nodes, func(n Node) bool {
			return slices.ContainsFunc(n.Pieces, func(x Piece) bool { return slices.Contains(words, x.Word) })
		})
	})
}

func (e ExpungeAsked) apply(s *State, a Act) {
	s.desk.expunge = append(slices.Clip(s.desk.expunge), e)
	s.post(a, e, Line{Kind: "expunge", Seat: a.Seat, Ref: e.No, Text: "asks to remove the words of #" + e.No + ": " + ended(s.text(e.Why)), words: []WordID{e.Why}})
}

// apply makes the words unreadable here; their keys are forgotten by whoever
// keeps them. Every line that quoted them says so.
func (e Expunged) apply(s *State, a Act) {
	for i := range s.decided {
		for _, w := range e.Words {
			if text := s.text(w); text != "" && strings.Contains(s.decided[i].title, text) {
				s.decided = withAt(s.decided, i, func(x *decision) { x.title = strings.ReplaceAll(x.title, text, RemovedMark) })
			}
		}
	}
	for _, r := range s.roomsOfWords(e.Words) {
		feed := s.in(r).feed
		for i := range feed.n {
			l := feed.at(i)
			if !l.quotes(e.Words) {
				continue
			}
			for _, w := range e.Words {
				if text := s.text(w); text != "" {
					l.Text = strings.ReplaceAll(l.Text, text, RemovedMark)
					l.Corrections = replaceAll(l.Corrections, text, RemovedMark)
				}
			}
			l.Removed, l.RemovedAt = true, a.Wall
			s.changeRoom(r, func(x *room) { x.feed = x.feed.set(i, l); x.edits++ })
		}
	}
	rooms := s.audience(e)
	for _, w := range e.Words {
		old := s.words.at(int(w.Seq))
		s.words = s.words.set(int(w.Seq), withAt(old, w.N-1, func(v **string) { *v = nil }))
	}
	for _, id := range e.Clauses {
		s.changeClause(id, func(c *Clause) { c.State = ClauseReopened })
	}
	s.desk.expunge = slices.DeleteFunc(slices.Clone(s.desk.expunge), func(x ExpungeAsked) bool { return sameNo(x.No, e.No) })
	for _, r := range rooms {
		if r == controlRoom || r == recorderRoom {
			s.postIn(r, a, Line{Kind: "expunge", Seat: a.Seat, Ref: e.No, Text: "confirms: the words of #" + e.No + " are removed."})
		}
	}
}

// RemovedMark stands where words were removed.
const RemovedMark = "[removed by control]"

// Wording is the line's text with the time beside what was removed; clock
// writes a wall time as the reader's clock shows it.
func (l Line) Wording(clock func(wall int64) string) string {
	if l.RemovedAt == 0 {
		return l.Text
	}
	return strings.ReplaceAll(l.Text, RemovedMark, "[removed by control, "+clock(l.RemovedAt)+"]")
}

func replaceAll(list []string, old, fresh string) []string {
	c := slices.Clone(list)
	for i := range c {
		c[i] = strings.ReplaceAll(c[i], old, fresh)
	}
	return c
}
