package transcript

import (
	"io"
	"slices"
	"strings"

	"kefi/exercise"
)

// writeAgreementAKN writes the text as an Akoma Ntoso doc: first what is
// agreed, then what is not, with the alternatives of every open point. There
// the words that stood before an amendment are del, those of an amendment ins,
// and the scenario's own alternatives neither.
func writeAgreementAKN(w io.Writer, s *Source) error {
	x := newAKN(w, s)
	return x.document("doc", "agreement", s.View.Room.Exercise.Instrument, func() {
		x.block("mainBody")
		if open := x.agreed(); len(open) > 0 {
			x.block("hcontainer", "name", "notAgreed", "eId", "not-agreed")
			x.leaf("heading", "Not agreed")
			for _, c := range open {
				x.clause(c)
			}
			x.end()
		}
		if len(s.View.Room.Clauses) == 0 {
			x.leaf("p", "No text is before this room.")
		}
		x.end()
		x.conclusions(x.signatures)
	})
}

// agreed writes the clauses that are and gives the others, but for deleted ones.
func (x *akn) agreed() (others []exercise.ClauseView) {
	for _, c := range x.page.room.Clauses {
		switch {
		case c.State.Agreed():
			x.clause(c)
		case c.State != exercise.ClauseDeleted:
			others = append(others, c)
		}
	}
	return others
}

func (x *akn) clause(c exercise.ClauseView) {
	id := "clause_" + anchor(string(c.ID))
	x.block("clause", "eId", id, "class", anchor(string(c.State)))
	x.leaf("num", string(c.ID))
	x.leaf("heading", c.Title)
	for _, p := range c.Paras {
		para := id + "__para_" + anchor(string(p.ID))
		x.block("paragraph", "eId", para)
		x.leaf("num", string(p.ID))
		x.block("content", "eId", para+"__content")
		x.block("p")
		x.nodes(p.Nodes)
		x.end()
		x.end()
		x.end()
	}
	x.standings(id, c.ID)
	x.end()
}

func (x *akn) nodes(list []exercise.NodeView) {
	for _, n := range list {
		if n.Point == nil {
			x.text(n.Text)
			continue
		}
		x.text("[")
		for i, a := range n.Point.Alts {
			if i > 0 {
				x.text(" | ")
			}
			x.alternative(a)
		}
		x.text("]")
	}
}

// alternative writes one with what it is in its title: 3.1a/2, Arcadia.
func (x *akn) alternative(a exercise.AltView) {
	title := []string{a.ID.String()}
	for _, t := range a.Sponsors {
		title = append(title, x.page.team(t).Name)
	}
	if a.Chair {
		title = append(title, "the chair")
	}
	about := []string{"title", strings.Join(title, ", ")}
	switch {
	case a.AsItStands:
		x.start("del", about...)
	case len(a.Amendments) > 0 || a.Chair:
		x.start("ins", about...)
	default:
		x.start("inline", append(about, "name", "alternative")...)
	}
	if len(a.Nodes) > 0 {
		x.nodes(a.Nodes)
	} else {
		x.text(strings.TrimSpace(a.Text))
	}
	x.end()
}

// standings are the reservations and dissociations to one clause.
func (x *akn) standings(id string, clause exercise.ClauseID) {
	if x.page.room.Closing == nil {
		return
	}
	var lines []string
	for _, s := range x.page.room.Closing.Signatures {
		name := x.page.team(s.Team).Name
		for _, r := range s.Reservations {
			if r.Clause == clause {
				lines = append(lines, "Reservation of "+name+": "+r.Text)
			}
		}
		if slices.Contains(s.Dissociated, clause) {
			lines = append(lines, name+" dissociates itself from this clause.")
		}
	}
	if len(lines) == 0 {
		return
	}
	x.block("wrapUp", "eId", id+"__wrapup")
	for _, l := range lines {
		x.leaf("p", l)
	}
	x.end()
}

func (x *akn) signatures() {
	closing := x.page.room.Closing
	if closing == nil {
		return
	}
	x.leaf("p", closing.Outcome.String(), "class", "outcome")
	if !closing.Effect.IsZero() {
		x.leaf("p", closing.Effect.String(), "class", "effect")
	}
	for _, s := range closing.Signatures {
		if s.How == "" {
			continue
		}
		t := x.page.team(s.Team)
		x.block("p")
		x.start("signature", "refersTo", "#"+x.team(s.Team))
		x.text(t.Name + " (" + t.Track.Word() + "): " + s.How)
		x.end()
		x.end()
	}
}
