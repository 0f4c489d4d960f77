package exercise

import "slices"

// Every word of the draft keeps who put it there: its piece names a text, the
// text's id the act that brought it, the act its seat. The draft and redlines
// show it; the adopted text carries none.

// Author is who put words into the draft; nobody for the scenario's own.
type Author struct {
	Team  TeamID `json:"team,omitempty"`
	Chair bool   `json:"chair,omitempty"`
}

// AuthorView: the bytes of a text from From up to To are that author's.
type AuthorView struct {
	From int `json:"from"`
	To   int `json:"to"`
	Author
}

// author looks up who wrote a text.
func (s State) author(w WordID) Author {
	if w.Seq <= 0 || w.Seq >= int64(s.actors.n) {
		return Author{}
	}
	seat, _ := s.Seat(s.actors.at(int(w.Seq)))
	return Author{Team: seat.Team, Chair: seat.Team == "" && seat.Has(Chair)}
}

// authorsFunc tells who wrote a text; nil where nobody asks.
type authorsFunc func(WordID) Author

// note keeps whose the text is that has been written since from.
func (f *flow) note(w WordID, from int) {
	if f.authors == nil {
		return
	}
	if from < f.out.Len() && f.out.String()[from] == ' ' {
		from++ // the space between two texts is nobody's
	}
	by := f.authors(w)
	if by == (Author{}) || from >= f.out.Len() {
		return
	}
	if last := len(f.by) - 1; last >= 0 && f.by[last].Author == by && f.by[last].To >= from-1 {
		f.by[last].To = f.out.Len()
		return
	}
	f.by = append(f.by, AuthorView{From: from, To: f.out.Len(), Author: by})
}

// edgedBy is whose the words of the edged text are.
func (f *flow) edgedBy() []AuthorView {
	if f.lead {
		for i := range f.by {
			f.by[i].From++
			f.by[i].To++
		}
	}
	return f.by
}

// Stretch is a run of words by one author.
type Stretch struct {
	Text string `json:"text"`
	By   Author `json:"by,omitzero"`
}

// stretches cuts a text at its authors.
func stretches(text string, by []AuthorView) []Stretch {
	var out []Stretch
	at := 0
	for _, a := range by {
		if at < a.From {
			out = append(out, Stretch{Text: text[at:a.From]})
		}
		out = append(out, Stretch{Text: text[a.From:a.To], By: a.Author})
		at = a.To
	}
	if at < len(text) {
		out = append(out, Stretch{Text: text[at:]})
	}
	return out
}

// attribute says of every added stretch of a redline who put it, cutting those
// by several authors. The stretches are the new text.
func attribute(changes []Change, by []Stretch) []Change {
	var out []Change
	for _, c := range changes {
		if c.Op == Removed {
			out = append(out, c)
			continue
		}
		for c.Text != "" {
			part := Change{Op: c.Op, Text: c.Text}
			n := min(len(c.Text), len(by[0].Text))
			part.Text, c.Text = c.Text[:n], c.Text[n:]
			if part.Op == Added {
				part.By = by[0].By
			}
			by = slices.Clone(by)
			if by[0].Text = by[0].Text[n:]; by[0].Text == "" {
				by = by[1:]
			}
			if last := len(out) - 1; part.Op == Kept && last >= 0 && out[last].Op == Kept {
				out[last].Text += part.Text
				continue
			}
			out = append(out, part)
		}
	}
	return out
}
