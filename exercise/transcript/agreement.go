package transcript

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// agreement is the clean text with its reservations, and a page to sign.
type agreement struct {
	*page
	out []paper.Block
}

func (s *Source) agreement() paper.Document {
	a := agreement{page: newPage(s.View)}
	a.head()
	a.text()
	a.beside()
	a.signatures()
	return s.handedOver(s.document("Agreement", a.out...))
}

func (a *agreement) add(b ...paper.Block) { a.out = append(a.out, b...) }

func (a *agreement) heading(level int, text string) {
	a.add(paper.Heading{Level: level, Text: paper.Text(text)})
}

func (a *agreement) prose(text string) { a.add(paper.Para{Text: paper.Text(text)}) }

func (a *agreement) labelled(label, text string) {
	a.add(paper.Para{Text: []paper.Run{{Text: label + " ", Bold: true}, {Text: text}}})
}

func (a *agreement) adopted() bool { return a.room.Closing != nil && a.room.Closing.Adopted }

// head says what this text is: adopted, or not yet.
func (a *agreement) head() {
	about := a.room.Exercise
	a.heading(1, about.Title)
	if about.Instrument != "" {
		a.labelled("Instrument.", about.Instrument)
	}
	if a.adopted() {
		a.labelled("Status.", a.room.Closing.Outcome.String()+".")
		a.labelled("Effect.", a.room.Closing.Effect.String())
		return
	}
	a.labelled("Status.", "Provisional. The text has not been adopted: nothing is agreed until everything is agreed.")
}

// text is each clause that is agreed, without brackets and without authors.
func (a *agreement) text() {
	none := true
	for _, c := range a.room.Clauses {
		if c.State != exercise.ClauseFinal && (a.adopted() || c.State != exercise.ClauseAgreed) {
			continue
		}
		none = false
		a.heading(2, string(c.ID)+". "+c.Title)
		for _, p := range c.Paras {
			if text := strings.TrimSpace(plainNodes(p.Nodes)); text != "" {
				a.prose(string(p.ID) + " " + text)
			}
		}
	}
	if none {
		a.prose("No clause has been agreed.")
	}
}

// beside is what belongs to the text without being part of it: reservations,
// dissociations, and the clauses that it leaves out.
func (a *agreement) beside() {
	if a.room.Closing != nil {
		var said [][]paper.Run
		for _, s := range a.room.Closing.Signatures {
			for _, r := range s.Reservations {
				said = append(said, []paper.Run{{Text: a.name(s.Team), Bold: true}, {Text: ", reservation on clause " + string(r.Clause) + ": “" + r.Text + "”"}})
			}
			for _, c := range s.Dissociated {
				said = append(said, []paper.Run{{Text: a.name(s.Team), Bold: true}, {Text: " stands apart from clause " + string(c) + "."}})
			}
		}
		a.listed("Reservations and dissociations", said)
	}
	var out [][]paper.Run
	for _, c := range a.room.Clauses {
		what := map[exercise.ClauseState]string{exercise.ClauseDeferred: "not agreed, deferred", exercise.ClauseDeleted: "deleted"}[c.State]
		if what == "" && !c.State.Agreed() {
			what = "not decided"
		}
		if what != "" {
			out = append(out, paper.Text("Clause "+string(c.ID)+", "+c.Title+": "+what+"."))
		}
	}
	a.listed("Not part of this text", out)
}

func (a *agreement) listed(heading string, items [][]paper.Run) {
	if len(items) > 0 {
		a.heading(2, heading)
		a.add(paper.List{Items: items})
	}
}

func (a *agreement) name(id exercise.TeamID) string {
	t := a.team(id)
	return t.Name + " (" + string(t.Track) + ")"
}

// signatures is the page on which each delegation stands with its line, track
// by track.
func (a *agreement) signatures() {
	a.add(paper.Break{})
	a.heading(2, "Signatures")
	if !a.adopted() {
		a.prose("The text has not been adopted; nobody has signed.")
	}
	for _, track := range exercise.Tracks() {
		for _, t := range a.room.Teams {
			if t.Track == track {
				a.line(t)
			}
		}
	}
}

// line is how one delegation stands to the text, and where it signs by hand.
func (a *agreement) line(t exercise.TeamView) {
	s := exercise.SignatureView{Team: t.ID}
	if a.room.Closing != nil {
		if i := slices.IndexFunc(a.room.Closing.Signatures, func(x exercise.SignatureView) bool { return x.Team == t.ID }); i >= 0 {
			s = a.room.Closing.Signatures[i]
		}
	}
	a.heading(3, t.Name+" ("+string(t.Track)+" "+t.Track.Word()+")")
	a.prose(a.standing(s))
	if v := attested(a.room, s); v != "" {
		a.add(paper.Para{Style: paper.Note, Text: paper.Text(ended(capital(v)))})
	}
	if s.How != exercise.HowDeclined {
		a.add(paper.Para{Style: paper.Field, Text: paper.Text("Name, signature, date")})
	}
}

// standing says how, and when.
func (a *agreement) standing(s exercise.SignatureView) string {
	text := "has not signed"
	if s.How != "" {
		text = s.How
	}
	text = capital(text)
	for _, l := range a.room.Feed {
		if l.Kind == "signed" && l.Team == s.Team {
			text += ", " + a.day(l.Wall) + ", " + a.clock(l.Wall)
			break
		}
	}
	for _, r := range s.Reservations {
		text += "; with a reservation on clause " + string(r.Clause)
	}
	for _, c := range s.Dissociated {
		text += "; dissociated from clause " + string(c)
	}
	if s.Words != "" {
		text += ": “" + s.Words + "”"
	}
	return ended(text)
}
