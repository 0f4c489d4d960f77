package exercise

import "slices"

// RevisionView is one paragraph as one revision of the draft left it.
type RevisionView struct {
	N    int    `json:"n"` // 0: the scenario's draft
	Wall int64  `json:"wall"`
	Para ParaID `json:"para"`
	Text string `json:"text"` // with points as [one | other]
	Why  Phrase `json:"why"`  // "A1 lodged", "D3 decided"
}

// revision is a paragraph as a change of the draft left it. Its words stay
// where they are, so that removing one reaches every revision.
type revision struct {
	n    int
	wall int64
	para Paragraph
	why  Phrase
}

// happen applies an event and notes every paragraph whose words it changed.
func (s *State) happen(e Event, a Act) {
	before := s.draft
	e.apply(s, a)
	if s.draft.revision == before.revision && len(s.draft.clauses) == len(before.clauses) {
		return
	}
	for i, c := range s.draft.clauses {
		var old []Paragraph
		if i < len(before.clauses) {
			if before.clauses[i].Revision == c.Revision {
				continue
			}
			old = before.clauses[i].Paras
		}
		for j, p := range c.Paras {
			if j < len(old) && sameWords(old[j].Nodes, p.Nodes) {
				continue
			}
			s.draft.revisions = s.draft.revisions.add(revision{s.draft.revision, a.Wall, p, whyRevised(e)})
		}
	}
}

// sameWords says whether nodes read alike: the same pieces, in the same
// alternatives, whoever stands behind them. It does not look at the words
// themselves, which may be removed before an act is read again.
func sameWords(a, b []Node) bool {
	return slices.EqualFunc(a, b, func(x, y Node) bool {
		if x.Point == nil || y.Point == nil {
			return x.Point == y.Point && slices.Equal(x.Pieces, y.Pieces)
		}
		return x.Point.ID == y.Point.ID && slices.EqualFunc(standing(x.Point), standing(y.Point), func(p, q Alternative) bool {
			return p.N == q.N && sameWords(p.Nodes, q.Nodes)
		})
	})
}

// whyRevised names what changed the draft.
func whyRevised(e Event) Phrase {
	switch e := e.(type) {
	case Begun:
		return say("the scenario's draft")
	case Lodged:
		return say("%s lodged", e.Amendment.ID)
	case TakenIn:
		return say("%s taken in by %s", e.Amendment.ID, e.Into.ID)
	case SponsorLeft:
		return say("%s withdrawn", e.Amendment)
	case Decided:
		return say("%s decided", e.ID)
	case AdRefSettled:
		return say("%s postponed", e.ID)
	case TakenBack:
		return say("%s taken back", e.ID)
	}
	return say("the draft changed")
}

// revisionViews tells the changes of the draft; those in prev are kept unless
// words have been removed since.
func (s State) revisionViews(prev *RoomView, edits int) []RevisionView {
	var views []RevisionView
	if prev != nil && prev.edits == edits && len(prev.Revisions) <= s.draft.revisions.n {
		views = prev.Revisions
	}
	for i := len(views); i < s.draft.revisions.n; i++ {
		r := s.draft.revisions.at(i)
		views = append(views, RevisionView{N: r.n, Wall: r.wall, Para: r.para.ID, Text: display(r.para, s.texting()), Why: r.why})
	}
	return views
}
