package exercise

import (
	"slices"
	"strings"
	"unicode"
)

// This file is what a recorder has to look at before the minutes are handed
// over. Each check is true of the record as it stands and goes by itself once
// it is not; those that only a person can judge are settled.

// Settle says that a check has been looked at; given again, that it has not.
type Settle struct {
	Check string `json:"check"`
}

// Settled by a recorder. Open: it is to be looked at again.
type Settled struct {
	Check string `json:"check"`
	Open  bool   `json:"open,omitempty"`
}

// CheckView is one thing to look at.
type CheckView struct {
	// ID is what it is about, and what `settle` takes: D4, A2, 3.1, #12. Two
	// checks never have the same.
	ID   string `json:"id"`
	Text Phrase `json:"text"`         // a sentence
	No   string `json:"no,omitempty"` // the entry that it is about
	// Verb is what would deal with it, if a verb can: "mark #26 decision".
	Verb    string `json:"verb,omitempty"`
	Settled bool   `json:"settled,omitempty"`
	// Waits: it goes by itself only, and cannot be settled.
	Waits bool `json:"waits,omitempty"`
}

func (c Settle) decide(d *decider) error {
	if err := d.need("settle what is to be checked", Recorder); err != nil {
		return err
	}
	i := slices.IndexFunc(d.s.checks(), func(x CheckView) bool { return sameNo(x.ID, c.Check) })
	if i < 0 {
		return refuse(ErrUnknown, "There is nothing to check about %s; `check` lists what there is.", c.Check)
	}
	x := d.s.checks()[i]
	if x.Waits {
		return refuse(ErrNotNow, "%s That is not settled by hand: it goes from the list by itself.", x.Text)
	}
	d.emit(Settled{Check: x.ID, Open: x.Settled})
	return nil
}

func (e Settled) apply(s *State, a Act) {
	text := say("has looked at %s.", e.Check)
	if e.Open {
		s.desk.settled = without(s.desk.settled, e.Check)
		text = say("will look at %s again.", e.Check)
	} else {
		s.desk.settled = addOnce(s.desk.settled, e.Check)
	}
	s.post(a, e, Line{Kind: "check", Seat: a.Seat, Ref: e.Check, Phrase: text})
}

// checks lists what is to be looked at, the most pressing first.
func (s State) checks() []CheckView {
	list := slices.Concat(s.removalChecks(), s.adRefChecks(), s.postponedChecks(), s.entryChecks(), s.amendmentChecks(), s.unansweredChecks(), s.termChecks(), s.objectiveChecks())
	for i, x := range list {
		list[i].Settled = slices.Contains(s.desk.settled, x.ID)
	}
	return list
}

// removalChecks: control asks for words to be removed.
func (s State) removalChecks() []CheckView {
	var list []CheckView
	for _, x := range s.desk.expunge {
		list = append(list, CheckView{
			ID: "#" + x.No, No: x.No, Waits: true, Verb: "confirm expunge #" + x.No,
			Text: say("Control asks to remove the words of #%s: %s", x.No, ended(s.text(x.Why))),
		})
	}
	return list
}

// adRefChecks: a capital or board has not said its word.
func (s State) adRefChecks() []CheckView {
	var list []CheckView
	for _, x := range s.decided {
		var teams []string
		for _, r := range x.waiting() {
			teams = append(teams, s.teamName(r.Team))
		}
		if len(teams) > 0 {
			list = append(list, CheckView{
				ID: string(x.ID), Waits: true, No: s.lineOf("decided", string(x.ID)),
				Text: say("%s, %s, rests on the word of %s, ad referendum.", x.ID, x.title, listed(teams)),
			})
		}
	}
	return list
}

// postponedChecks: what was postponed and not taken up again.
func (s State) postponedChecks() []CheckView {
	var list []CheckView
	for i, x := range s.decided {
		again := func(y decision) bool { return y.X == x.X && !y.takenBack }
		if x.outcome != Postponed || x.takenBack || slices.ContainsFunc(s.decided[i+1:], again) || s.pastDeciding(x.X) {
			continue
		}
		list = append(list, CheckView{
			ID: string(x.ID), No: s.lineOf("decided", string(x.ID)),
			Text: say("%s, %s, was postponed and has not been taken up again.", x.ID, x.title),
		})
	}
	return list
}

// pastDeciding: nothing can be decided on it any more, and the minutes say why.
func (s State) pastDeciding(x Subject) bool {
	sub, err := s.subject(x)
	if err != nil {
		return true // closed with its point, withdrawn or fallen
	}
	return len(sub.clauses) > 0 && !slices.ContainsFunc(sub.clauses, func(id ClauseID) bool {
		c, _ := s.clause(id)
		return !c.settled()
	})
}

// entryChecks go through the minutes once: decisions and reservations that are
// not marked, quotes of nobody, and what was heard and then corrected.
func (s State) entryChecks() []CheckView {
	marked, told := map[Marked]bool{}, map[string]bool{}
	for _, m := range s.desk.marks {
		marked[m] = true
	}
	for _, x := range s.desk.expunge {
		told["#"+x.No] = true // looked at anyway
	}
	var list []CheckView
	feed := s.in(TableRoom).feed
	for i := range feed.n {
		l := feed.at(i)
		text, mark := s.entryCheck(l, func(kind string) bool { return marked[Marked{No: l.No, Kind: kind}] })
		if text.IsZero() || told["#"+l.No] || l.Kind == "decided" && told[l.Ref] {
			continue
		}
		told[l.Ref] = true
		x := CheckView{ID: "#" + l.No, No: l.No, Text: text}
		if mark != "" {
			x.Verb = "mark #" + l.No + " " + mark
		}
		list = append(list, x)
	}
	return list
}

// entryCheck says what is to be looked at in an entry, and which mark would
// deal with it.
func (s State) entryCheck(l Line, marked func(kind string) bool) (text Phrase, mark string) {
	switch {
	case l.Kind == "decided" && s.tookEffect(l) && !marked("decision"):
		return say("%s was decided in #%s, which is not marked as a decision.", l.Ref, l.No), "decision"
	case l.Kind == "signed" && s.reserves(l) && !marked("reservation"):
		return say("#%s holds a reservation of %s and is not marked as one.", l.No, s.teamName(l.Team)), "reservation"
	case l.Removed && marked("quote"):
		return say("#%s is marked as a quote, and its words have been removed.", l.No), ""
	case marked("quote") && !l.Spoken && !l.Heard:
		return say("#%s is marked as a quote and holds nobody's spoken words.", l.No), ""
	case l.Heard && len(l.Corrections) > 0:
		return say("%s has corrected what was heard in #%s.", s.teamName(l.Team), l.No), ""
	case l.Heard && !l.Removed:
		return s.misheard(l), ""
	}
	return Phrase{}, ""
}

// tookEffect: the line tells of a decision that was carried and stands.
func (s State) tookEffect(l Line) bool {
	return l.Team == "" && slices.ContainsFunc(s.decided, func(x decision) bool {
		return string(x.ID) == l.Ref && x.outcome == Carried && !x.takenBack && !x.voided
	})
}

// reserves: the line is a signature that stands, with reservations.
func (s State) reserves(l Line) bool {
	reserved := s.signatureOf(l.Team).reservations
	return len(reserved) > 0 && slices.Contains(l.words, reserved[0].Words)
}

// amendmentChecks: lodged, and neither decided nor withdrawn once nobody can.
func (s State) amendmentChecks() []CheckView {
	if !s.playedOut() {
		return nil
	}
	var list []CheckView
	for _, a := range s.draft.amendments {
		if a.State == AmendmentLodged || a.State == AmendmentWaiting {
			list = append(list, CheckView{ID: string(a.ID), Text: say("%s was neither decided nor withdrawn: %s", a.ID, s.amendmentLine(a.Amendment)).Ended()})
		}
	}
	return list
}

// termChecks: a paragraph of the draft sets a term in quotation marks, and no
// paragraph says what it means.
func (s State) termChecks() []CheckView {
	var paras []Paragraph
	for _, c := range s.draft.clauses {
		if c.State != ClauseDeleted && c.State != ClauseDeferred {
			paras = append(paras, c.Paras...)
		}
	}
	defined := map[string]bool{}
	for _, p := range paras {
		text := display(p, s.texting())
		for _, t := range quotedTerms(text) {
			if defines(text[t.end:]) {
				defined[strings.ToLower(t.text)] = true
			}
		}
	}
	var list []CheckView
	for _, p := range paras {
		var open []string
		for _, t := range quotedTerms(display(p, s.texting())) {
			if !defined[strings.ToLower(t.text)] {
				open = addOnce(open, "“"+t.text+"”")
			}
		}
		if len(open) > 0 {
			list = append(list, CheckView{ID: string(p.ID), Text: say("%s sets %s in quotation marks; no paragraph says what that means.", p.ID, listed(open))})
		}
	}
	return list
}

// term is a text in quotation marks, and where the marks end.
type term struct {
	text string
	end  int
}

// quotedTerms finds what stands in “…”, "…" or «…», up to six words: longer
// is a quotation and no term.
func quotedTerms(s string) []term {
	var terms []term
	for i := 0; i < len(s); {
		open, closing, n := quoteAt(s[i:])
		if open == "" {
			i += n
			continue
		}
		inside, _, ok := strings.Cut(s[i+len(open):], closing)
		if !ok {
			break
		}
		i += len(open) + len(inside) + len(closing)
		if text := strings.TrimFunc(inside, unicode.IsSpace); text != "" && len(strings.Fields(text)) <= 6 {
			terms = append(terms, term{text, i})
		}
	}
	return terms
}

// quoteAt says which quotation mark s begins with, and how long its first
// character is.
func quoteAt(s string) (open, closing string, n int) {
	for _, q := range [][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, q[0]) {
			return q[0], q[1], len(q[0])
		}
	}
	for i := range s {
		if i > 0 {
			return "", "", i
		}
	}
	return "", "", len(s)
}

// defines says that what follows a term says what it means, in the languages
// in which kefi speaks.
func defines(after string) bool {
	after = strings.ToLower(strings.TrimLeftFunc(after, unicode.IsSpace))
	return slices.ContainsFunc([]string{
		"means", "mean ", "refers to", "includes", "is ", "are ", "has the meaning",
		"désigne", "s'entend", "s’entend", "comprend", "est ", "sont ",
		"significa", "se entiende", "designa", "se refiere", "incluye", "es ", "son ",
	}, func(verb string) bool { return strings.HasPrefix(after, verb) })
}
