package exercise

import (
	"slices"
	"strings"
	"unicode"
)

// More checks: what was asked and not answered, what the exercise was to show
// and nobody marked, and names that were misheard. A decision without a time
// is not among them: kefi times every act.

// unansweredChecks: an incident asked everybody for an answer, its time is
// over, and it has not come from all. The minutes would say nothing of that.
func (s State) unansweredChecks() []CheckView {
	var list []CheckView
	for _, x := range s.injects {
		if x.state != InjectDelivered || !x.out.All || x.Asks.ID == (WordID{}) || !s.answerOver(x) {
			continue
		}
		var silent []TeamID
		for _, t := range s.plan.Teams {
			if !slices.ContainsFunc(x.answers, func(a answer) bool { return a.team == t.ID }) {
				silent = append(silent, t.ID)
			}
		}
		if len(silent) > 0 {
			list = append(list, CheckView{ID: x.label, No: s.lineOf("incident", x.label), Text: say("%s asked everyone for an answer, and none has come from %s.", x.label, s.teamNames(silent))})
		}
	}
	return list
}

// answerOver: the time to answer is over, or there is no play any more.
func (s State) answerOver(x injectState) bool {
	return x.AnswerIn > 0 && s.now.scenario > x.story+x.AnswerIn || s.playedOut()
}

// playedOut: the table has closed.
func (s State) playedOut() bool {
	return s.phase != Lobby && s.phase != Briefing && s.phase != Table
}

// lineOf is the number of the first entry of a kind that tells of something.
func (s State) lineOf(kind, ref string) string {
	feed := s.in(TableRoom).feed
	for i := range feed.n {
		if l := feed.at(i); l.Kind == kind && l.Ref == ref {
			return l.No
		}
	}
	return ""
}

// objectiveChecks: nothing on record shows an objective. Of what evaluators
// observed the recorder knows in the debrief only, so that before it marks
// alone are asked for.
func (s State) objectiveChecks() []CheckView {
	if !s.playedOut() {
		return nil
	}
	var list []CheckView
	for _, o := range s.plan.Objectives {
		marked := slices.ContainsFunc(s.desk.marks, func(m Marked) bool { return m.Kind == "objective "+o.ID })
		if marked || s.phase.Debriefing() && s.wasObserved(o.ID) {
			continue
		}
		text := say("No entry is marked as showing objective %s: `mark #N objective %s`.", o.ID, o.ID)
		if s.phase.Debriefing() {
			text = say("Objective %s has neither a mark nor an observation.", o.ID)
		}
		list = append(list, CheckView{ID: "O" + o.ID, Text: text})
	}
	return list
}

func (s State) wasObserved(objective string) bool {
	return slices.ContainsFunc(s.evaluations, func(x evaluation) bool {
		return !x.withdrawn && x.observed != nil && x.observed.Objective == objective
	})
}

// misheard: what a recorder heard has a word that is nearly a delegation's
// name, and is none, and no recorder has set a correction beside it.
func (s State) misheard(l Line) Phrase {
	feed := s.in(recorderRoom).feed
	for i := range feed.n {
		if x := feed.at(i); x.Kind == "correction" && x.Ref == l.No {
			return Phrase{}
		}
	}
	for word := range strings.FieldsFuncSeq(l.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, t := range s.plan.Teams {
			for _, name := range append([]string{t.Name}, t.Forms...) {
				if nearly(word, name) {
					return say("#%s says %s; is %s meant? `correct #%s` sets a correction beside it.", l.No, word, name, l.No)
				}
			}
		}
	}
	return Phrase{}
}

// nearly: a word of five letters or more, written as a name, that is one
// letter away from another.
func nearly(word, name string) bool {
	a, b := []rune(strings.ToLower(word)), []rune(strings.ToLower(name))
	if len(a) < 5 || !unicode.IsUpper([]rune(word)[0]) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0: // another letter, or two that have changed places
		return i < len(a) && (slices.Equal(a[i+1:], b[i+1:]) || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:]))
	case 1: // one more, but at the end it makes another word of the name
		return i < len(a) && slices.Equal(a[i:], b[i+1:])
	}
	return false
}
