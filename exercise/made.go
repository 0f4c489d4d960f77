package exercise

import (
	"slices"
	"strings"
	"unicode"
)

// Made is what a room made together, summed up from what it saw and from
// nothing else: a view is all that it takes.
type Made struct {
	Began, Ended int64 // wall ms of STARTEX and ENDEX; the last act's before that
	// Of the clauses, how many are agreed, how many of those are reserved on,
	// deferred, deleted and open.
	Agreed, Reserved, Deferred, Deleted, Open int
	Lodged, Carried                           int // amendments
	Incidents                                 int // delivered to all
	// Median is the scenario ms of the middle first answer to one; -1: none.
	Median  int64
	Lives   []Life
	Voice   []TrackVoice
	Bridges []Bridge
}

// Life is a clause from its opening until it was settled, in wall ms; To is
// the end of play where it is open, and both are 0 where it never opened.
type Life struct {
	Clause   ClauseID
	State    ClauseState
	Reserved bool
	From, To int64
	Signs    []LifeSign
}

// LifeSign is an incident (!) or a caucus (*) while its agenda item was open.
type LifeSign struct {
	Wall int64
	Sign string
}

// TrackVoice is what a track said in the room: words as they are counted by
// white space, and their share of what all delegations said, 0 to 1.
type TrackVoice struct {
	Track Track
	Words int
	Share float64
}

// Bridge is a set of teams that stand together behind amendments.
type Bridge struct {
	Teams []TeamID
	Count int
}

// Made sums a room's play up.
func (r *RoomView) Made() Made {
	m := Made{Began: r.Clocks.Wall, Ended: r.Clocks.Wall, Median: r.median(), Incidents: len(r.Incidents)}
	for _, l := range slices.Backward(r.Feed) {
		if l.Kind == "phase" {
			m.Began = l.Wall // the first of them is STARTEX
		}
		if l.Kind == "phase" && strings.HasPrefix(l.Text, "ENDEX") {
			m.Ended = l.Wall
		}
	}
	for _, c := range r.Clauses {
		m.count(c.State, r.reservedOn(c.ID))
	}
	for _, a := range r.Amendments {
		if a.State != AmendmentWaiting && strings.HasPrefix(string(a.ID), "A") {
			m.Lodged++
			m.Carried += bit(a.State == AmendmentCarried)
		}
		m.bridge(r, a)
	}
	m.Lives, m.Voice = r.lives(m.Ended), r.voice()
	return m
}

// Sums says what became of clauses, of amendments and of incidents, in parts.
func (m Made) Sums() [3][]Phrase {
	clauses := []Phrase{say("%d of %d clauses agreed", m.Agreed, m.Agreed+m.Deferred+m.Deleted+m.Open)}
	for _, x := range []struct {
		n    int
		says Phrase
	}{
		{m.Reserved, say("%d with reservations", m.Reserved)},
		{m.Deferred, say("%d deferred", m.Deferred)},
		{m.Deleted, say("%d deleted", m.Deleted)},
		{m.Open, say("%d left open", m.Open)},
	} {
		if x.n > 0 {
			clauses = append(clauses, x.says)
		}
	}
	lodged := []Phrase{tally(m.Lodged, "%d amendment lodged", "%d amendments lodged"), say("%d carried", m.Carried)}
	incidents := []Phrase{tally(m.Incidents, "%d incident", "%d incidents")}
	if m.Median >= 0 {
		incidents = append(incidents, say("the median first answer after %s", roughly(m.Median)))
	}
	return [3][]Phrase{clauses, lodged, incidents}
}

// AsToPoint says of a point whether it ended as the seat's team had said it
// wished.
func (v *View) AsToPoint(point PointID) Phrase {
	for _, c := range v.Room.Clauses {
		if c.ID == point.Clause() && !c.State.Agreed() {
			return word(c.State)
		}
	}
	for _, alt := range v.Room.Settled() {
		if alt.Point != point {
			continue
		}
		for _, x := range v.Own.Stances {
			if x.Alt == alt {
				return x.Stance.ended()
			}
		}
		return say("decided; you took no stance on it")
	}
	return say("decided with other words")
}

// ended is how a wording that became the text stands to what a team had said.
func (s Stance) ended() Phrase {
	switch s {
	case Prefer:
		return say("as you preferred")
	case CanLive:
		return say("as you can live with")
	}
	return say("as you could not accept")
}

// OwnStanding says which reservations the seat's team holds, and how many
// words of the text are its own.
func (v *View) OwnStanding() []Phrase {
	var held []ClauseID
	if v.Room.Closing != nil {
		for _, x := range v.Room.Closing.Signatures {
			for _, r := range x.Reservations {
				if x.Team == v.Own.Team {
					held = append(held, r.Clause)
				}
			}
		}
	}
	parts := []Phrase{say("Reservations you hold: none")}
	if len(held) > 0 {
		parts[0] = say("Reservations you hold: clause %s", listed(held))
	}
	if x := v.Own.Share; x != nil {
		parts = append(parts, say("words of yours in the text: %d of %d", x.Mine, x.All))
	}
	return parts
}

func (m *Made) count(state ClauseState, reserved bool) {
	switch state {
	case ClauseAgreed, ClauseFinal:
		m.Agreed++
		m.Reserved += bit(reserved)
	case ClauseDeferred:
		m.Deferred++
	case ClauseDeleted:
		m.Deleted++
	default:
		m.Open++
	}
}

func (m *Made) bridge(r *RoomView, a AmendmentView) {
	var teams []TeamID
	for _, t := range r.Teams {
		if slices.Contains(a.Sponsors, t.ID) {
			teams = append(teams, t.ID)
		}
	}
	if len(teams) < 2 {
		return
	}
	i := slices.IndexFunc(m.Bridges, func(b Bridge) bool { return slices.Equal(b.Teams, teams) })
	if i < 0 {
		i, m.Bridges = len(m.Bridges), append(m.Bridges, Bridge{Teams: teams})
	}
	m.Bridges[i].Count++
}

func (r *RoomView) reservedOn(id ClauseID) bool {
	return r.Closing != nil && slices.ContainsFunc(r.Closing.Signatures, func(s SignatureView) bool {
		return slices.ContainsFunc(s.Reservations, func(x ReservationView) bool { return x.Clause == id })
	})
}

// median is the middle of the times to the first answer.
func (r *RoomView) median() int64 {
	var times []int64
	for _, x := range r.Incidents {
		if len(x.Answers) > 0 {
			times = append(times, x.Answers[0].After)
		}
	}
	if len(times) == 0 {
		return -1
	}
	slices.Sort(times)
	return times[(len(times)-1)/2]
}

// lives follows the clauses along the feed.
func (r *RoomView) lives(ended int64) []Life {
	lives := make([]Life, len(r.Clauses))
	for i, c := range r.Clauses {
		lives[i] = Life{Clause: c.ID, State: c.State, Reserved: r.reservedOn(c.ID)}
	}
	var item []ClauseID
	for _, l := range r.Feed {
		switch {
		case l.Kind == "item":
			item = r.clausesOf(l.Ref)
		case l.Kind != "incident" && (l.Kind != "caucus" || l.Team != ""):
			continue
		}
		for i := range lives {
			if slices.Contains(item, lives[i].Clause) {
				lives[i].see(l)
			}
		}
	}
	for i := range lives {
		lives[i].end(r, ended)
	}
	return lives
}

func (r *RoomView) clausesOf(item string) []ClauseID {
	for _, x := range r.Agenda {
		if x.Name == item {
			return x.Clauses
		}
	}
	return nil
}

func (x *Life) see(l Line) {
	switch {
	case l.Kind == "incident":
		x.Signs = append(x.Signs, LifeSign{l.Wall, "!"})
	case l.Kind == "caucus":
		x.Signs = append(x.Signs, LifeSign{l.Wall, "*"})
	case x.From == 0:
		x.From = l.Wall
	}
}

// end is the last decision that settled the clause.
func (x *Life) end(r *RoomView, ended int64) {
	if x.State == ClauseDraft || x.State == ClauseOpen || x.State == ClauseReopened {
		if x.From > 0 {
			x.To = ended
		}
		return
	}
	for _, d := range r.Decisions {
		if d.Outcome == Carried && !d.TakenBack && !d.Voided && r.on(d.X, x.Clause) {
			x.To = d.At
		}
	}
	if x.From == 0 || x.From > x.To {
		x.From = x.To // settled before its item opened
	}
}

// on says whether a decision was on a clause, a part of it or a package with it.
func (r *RoomView) on(x Subject, clause ClauseID) bool {
	for _, p := range r.Packages {
		if Subject(p.ID) == x {
			return slices.ContainsFunc(p.Parts, func(part PartView) bool { return r.on(part.X, clause) })
		}
	}
	return x == Subject(clause) || strings.HasPrefix(string(x), string(clause)+".")
}

// voice counts what was said, by track.
func (r *RoomView) voice() []TrackVoice {
	words, all := map[Track]int{}, 0
	track := map[TeamID]Track{}
	for _, t := range r.Teams {
		track[t.ID] = t.Track
	}
	for _, l := range r.Feed {
		if l.Kind == "said" && l.Team != "" && !l.Removed {
			n := len(strings.Fields(l.Text))
			words[track[l.Team]] += n
			all += n
		}
	}
	var voices []TrackVoice
	for _, t := range Tracks() {
		if !slices.ContainsFunc(r.Teams, func(x TeamView) bool { return x.Track == t }) {
			continue
		}
		v := TrackVoice{Track: t, Words: words[t]}
		if all > 0 {
			v.Share = float64(v.Words) / float64(all)
		}
		voices = append(voices, v)
	}
	return voices
}

// TextShare is how many words of the agreed text a team put there.
type TextShare struct {
	Mine int `json:"mine"`
	All  int `json:"all"`
}

// TextShare counts a team's words in what is agreed, by the pieces that the
// draft keeps. The adopted text shows nobody's names: each team is told its own.
func (s State) TextShare(team TeamID) TextShare {
	var x TextShare
	for _, c := range s.draft.clauses {
		if !c.State.Agreed() {
			continue
		}
		for _, p := range c.Paras {
			for _, piece := range agreedPieces(p.Nodes) {
				n := s.wordsIn(piece)
				x.All += n
				if s.author(piece.Word).Team == team {
					x.Mine += n
				}
			}
		}
	}
	return x
}

// wordsIn counts the words of a piece; of a removed text there are none.
func (s State) wordsIn(p Piece) (n int) {
	if s.gone(p.Word) {
		return 0
	}
	for _, w := range strings.Fields(s.text(p.Word)[p.From:p.To]) {
		n += bit(strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }))
	}
	return n
}
