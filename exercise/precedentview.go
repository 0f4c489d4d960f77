package exercise

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// PrecedentView is agreed language that a drafter may take over. Source says
// whose theme it is; the words are the scenario's.
type PrecedentView struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Source string `json:"source"`
}

// Deviation is how a text departs from a precedent: what is removed stands in
// the precedent alone, what is added in the text alone.
type Deviation struct {
	Of      string   `json:"of"` // "3.1", "3.1a/2", "A16"
	Para    ParaID   `json:"para"`
	Changes []Change `json:"changes"`
}

func (s State) precedentViews() []PrecedentView {
	var views []PrecedentView
	for _, p := range s.plan.Precedents {
		views = append(views, PrecedentView{ID: p.ID, Text: s.text(p.Text.ID), Source: p.Source})
	}
	return views
}

// Precedent finds one by its id, whatever its case.
func (r *RoomView) Precedent(id string) (PrecedentView, bool) {
	for _, p := range r.Precedents {
		if strings.EqualFold(p.ID, id) {
			return p, true
		}
	}
	return PrecedentView{}, false
}

// Deviations compares what an id names with a precedent: a paragraph, an
// alternative, each paragraph of an amendment, or of a clause the paragraph
// that is nearest. There are none where the id names nothing that is open to
// this room.
func (r *RoomView) Deviations(p PrecedentView, x string) []Deviation {
	var nearest []Deviation
	for _, c := range r.Clauses {
		for _, para := range c.Paras {
			if read, ok := choosing(para, x); ok {
				nearest = append(nearest, Deviation{Of: capital(strings.ToLower(x)), Para: para.ID, Changes: Redline(p.Text, para.Text(read))})
				continue
			}
			if !strings.EqualFold(string(c.ID), x) {
				continue
			}
			d := Deviation{Of: string(para.ID), Para: para.ID, Changes: Redline(p.Text, para.Text(InBrackets))}
			if len(nearest) == 0 || d.size() < nearest[0].size() {
				nearest = []Deviation{d}
			}
		}
	}
	return nearest
}

// choosing says how a paragraph is read by an id that names it, or something
// in it.
func choosing(para ParaView, x string) (Choice, bool) {
	if strings.EqualFold(string(para.ID), x) {
		return InBrackets, true
	}
	chosen := map[PointID]int{}
	eachPointView(para.Nodes, func(pt PointView) {
		for _, a := range pt.Alts {
			lodged := func(id AmendmentID) bool { return strings.EqualFold(string(id), x) }
			if strings.EqualFold(a.ID.String(), x) || slices.ContainsFunc(a.Amendments, lodged) {
				chosen[pt.ID] = a.ID.N
			}
		}
	})
	return func(pt PointView) int { return chosen[pt.ID] }, len(chosen) > 0
}

// size is how many characters differ.
func (d Deviation) size() (n int) {
	for _, c := range d.Changes {
		if c.Op != Kept {
			n += utf8.RuneCountInString(c.Text)
		}
	}
	return n
}

// Same says that nothing differs.
func (d Deviation) Same() bool { return d.size() == 0 }
