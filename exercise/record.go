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
	settled  []string // checks that a recorder has looked at
	naming   Naming   // how the minutes name people; empty: as the scenario says
	requests []putRequest
	// reopenings are what teams have asked to be reopened.
	reopenings []putRequest
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
		return refuse(ErrUnknown, "There is no mark %q. Marks are %s, and objective N.", c.Kind, listed(MarkKinds()))
	}
	if of, marksOne := strings.CutPrefix(c.Kind, "objective "); marksOne && len(d.s.plan.Objectives) > 0 {
		id, err := d.objective(of)
		if err != nil {
			return err
		}
		c.Kind = "objective " + id
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
	s.did(a, markStep{mark: e, given: true, place: len(s.desk.marks)})
	s.desk.marks = append(slices.Clip(s.desk.marks), e)
	s.post(a, e, Line{Kind: "mark", Seat: a.Seat, Ref: e.No, Phrase: say("marks #%s: %s.", e.No, e.Kind)})
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
	s.post(a, e, Line{Kind: "note", Seat: a.Seat, Ref: e.No, Phrase: say("notes: %s", s.text(e.Words)), words: []WordID{e.Words}})
}

// decide lets the recorder correct any entry and others their own words.
func (c Correct) decide(d *decider) error {
	if err := said(c.Words, "A correction"); err != nil {
		return err
	}
	r, i, ok := d.s.entry(d.seat, c.No)
	if c.No == "" {
		r, i, ok = d.s.lastSaid(d.seat)
	}
	if !ok {
		return refuse(ErrUnknown, "There is no such entry to correct; give its number, such as `correct #12 \"…\"`.")
	}
	line := d.s.in(r).feed.at(i)
	if !d.seat.Has(Recorder) && !line.of(d.seat) {
		return refuse(ErrRole, "You can correct your own words only; entry %s is not yours.", line.No)
	}
	d.emit(Corrected{Room: r, No: line.No, By: d.seat.ID, Words: c.Words.ID})
	return nil
}

func (s State) lastSaid(seat Seat) (RoomID, int, bool) {
	r := s.HomeRoom(seat.ID)
	feed := s.in(r).feed
	for i := feed.n - 1; i >= 0; i-- {
		if l := feed.at(i); l.of(seat) && l.Kind == "said" {
			return r, i, true
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
			l.fixes = append(slices.Clone(l.fixes), e.Words)
		})
	}
	s.post(a, e, Line{Kind: "correction", Seat: e.By, Ref: e.No, Phrase: say("corrects #%s: %s", e.No, s.text(e.Words)), words: []WordID{e.Words}})
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
	if !ok { // a team may name an entry of its own room to control
		r, i, ok = d.s.entryAnywhere(c.No)
	}
	if !ok {
		return refuse(ErrUnknown, "There is no entry %s.", c.No)
	}
	line := d.s.in(r).feed.at(i)
	words := slices.DeleteFunc(slices.Concat(line.words, line.fixes), func(w WordID) bool { return w == (WordID{}) || d.s.gone(w) })
	if len(words) == 0 {
		return refuse(ErrText, "Entry %s brought nobody's words; there is nothing to remove.", line.No)
	}
	d.emit(ExpungeAsked{No: line.No, Why: c.Why.ID, Words: words})
	return nil
}

func (s State) entryAnywhere(no string) (RoomID, int, bool) {
	for _, r := range s.roomIDs() {
		feed := s.in(r).feed
		for i := range feed.n {
			if sameNo(feed.at(i).No, no) {
				return r, i, true
			}
		}
	}
	return "", 0, false
}

func (c ConfirmExpunge) decide(d *decider) error {
	if err := d.need("confirm that words are removed", Recorder); err != nil {
		return err
	}
	i := slices.IndexFunc(d.s.desk.expunge, func(x ExpungeAsked) bool { return sameNo(x.No, c.No) })
	if i < 0 {
		return refuse(ErrNotNow, "Control has not asked to remove entry %s.", c.No)
	}
	asked := d.s.desk.expunge[i]
	e := Expunged{No: asked.No, Words: asked.Words}
	for _, clause := range d.s.draft.clauses {
		for _, p := range clause.Paras {
			if !p.usesWords(e.Words) {
				continue
			}
			if clause.State == ClauseAgreed {
				e.Clauses = addOnce(e.Clauses, clause.ID)
			}
			if slices.Contains(clause.Agreed, p.ID) && clause.State != ClauseFinal {
				e.Paras = append(e.Paras, p.ID)
			}
		}
	}
	d.emit(e)
	return nil
}

// usesWords: any of these stands among the agreed words.
func (p Paragraph) usesWords(words []WordID) bool {
	return slices.ContainsFunc(p.Nodes, func(n Node) bool {
		return slices.ContainsFunc(n.Pieces, func(x Piece) bool { return slices.Contains(words, x.Word) })
	})
}

func (e ExpungeAsked) apply(s *State, a Act) {
	s.desk.expunge = append(slices.Clip(s.desk.expunge), e)
	s.post(a, e, Line{Kind: "expunge", Seat: a.Seat, Ref: e.No, Phrase: say("asks to remove the words of #%s: %s", e.No, ended(s.text(e.Why))), words: []WordID{e.Why}})
}

// apply makes the words unreadable here; their keys are forgotten by whoever
// keeps them. Every line and title that quoted them says so, whole: what is
// left of a sentence could tell what was in it.
func (e Expunged) apply(s *State, a Act) {
	for i := range s.decided {
		if anyOf(s.decided[i].quotes, e.Words) {
			s.decided = withAt(s.decided, i, func(x *decision) { x.title = say("%s", x.X) })
		}
	}
	rooms := s.audience(e)
	s.redact(e.Words, func(l Line) Line { return l.without(e.Words, a.Wall) })
	s.wordStakes()
	for _, id := range e.Clauses {
		s.changeClause(id, func(c *Clause) { c.State = ClauseReopened })
	}
	for _, id := range e.Paras {
		s.changeClause(clauseOf(id), func(c *Clause) { c.Agreed = without(c.Agreed, id) })
	}
	s.desk.expunge = slices.DeleteFunc(slices.Clone(s.desk.expunge), func(x ExpungeAsked) bool { return sameNo(x.No, e.No) })
	for _, r := range rooms {
		if r == controlRoom || r == recorderRoom {
			s.postIn(r, a, Line{Kind: "expunge", Seat: a.Seat, Ref: e.No, Phrase: say("confirms: the words of #%s are removed.", e.No)})
		}
	}
}

// redact makes words unreadable, and changes every line that quoted them.
func (s *State) redact(words []WordID, change func(Line) Line) {
	s.removals++
	for _, r := range s.roomsOfWords(words) {
		feed := s.in(r).feed
		for i := range feed.n {
			if l := feed.at(i); l.quotes(words) {
				s.changeRoom(r, func(x *room) { x.feed = x.feed.set(i, change(l)); x.edits++ })
			}
		}
	}
	for _, w := range words {
		old := s.words.at(int(w.Seq))
		s.words = s.words.set(int(w.Seq), withAt(old, w.N-1, func(v **string) { *v = nil }))
	}
}

// RemovedMark stands where words were removed.
const RemovedMark = "[removed by control]"

// Wording is the line in a language, with the time beside what was removed;
// clock writes a wall time as the reader's clock shows it.
func (l Line) Wording(lang Speaker, clock func(wall int64) string) string {
	text := l.Text
	if !l.Phrase.IsZero() {
		text = l.Phrase.In(lang)
	}
	return l.removals(text, lang, clock)
}

// Corrected are the corrections of the line, said the same way.
func (l Line) Corrected(lang Speaker, clock func(wall int64) string) []string {
	var out []string
	for _, c := range l.Corrections {
		out = append(out, l.removals(c, lang, clock))
	}
	return out
}

// removals says in the reader's language what stands for words that are gone.
func (l Line) removals(text string, lang Speaker, clock func(wall int64) string) string {
	text = strings.ReplaceAll(text, ForgottenMark, say("[forgotten]").In(lang))
	if !strings.Contains(text, RemovedMark) {
		return text
	}
	mark := say(RemovedMark)
	if l.RemovedAt != 0 {
		mark = say("[removed by control, %s]", clock(l.RemovedAt))
	}
	return strings.ReplaceAll(text, RemovedMark, mark.In(lang))
}

// without is the line once words have been removed.
func (l Line) without(words []WordID, wall int64) Line {
	l.RemovedAt = wall
	return l.replaced(words, RemovedMark, Phrase{})
}

// replaced has a mark in the place of words, whole: what is left of a sentence
// could tell what was in it.
func (l Line) replaced(words []WordID, mark string, said Phrase) Line {
	if anyOf(l.words, words) || anyOf(l.cites, words) {
		l.Text, l.Phrase, l.Removed = mark, said, true
	}
	l.Corrections = slices.Clone(l.Corrections)
	for i, w := range l.fixes {
		if slices.Contains(words, w) {
			l.Corrections[i] = mark
		}
	}
	return l
}
