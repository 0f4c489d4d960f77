package transcript_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/transcript"
)

// wordText reads a document as Word would after every change was accepted, or
// rejected: its paragraphs before the heading of the first list.
func wordText(t testing.TB, document string, accept bool) []string {
	t.Helper()
	gone := "del"
	if !accept {
		gone = "ins"
	}
	var paras []string
	text, depth, dead, mark, inProps := "", 0, 0, false, false
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return paras
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			depth++
			switch x.Name.Local {
			case "p":
				text, mark = "", false
			case "pPr":
				inProps = true
			case gone:
				if inProps {
					mark = true
				} else {
					dead++
				}
			}
		case xml.EndElement:
			switch x.Name.Local {
			case "p":
				if mark && strings.TrimSpace(text) == "" {
					continue
				}
				if text == "Open points" || text == "Amendments" {
					return paras
				}
				paras = append(paras, text)
			case "pPr":
				inProps = false
			case gone:
				if !inProps {
					dead--
				}
			}
		case xml.CharData:
			if dead == 0 {
				text += string(x)
			}
		}
	}
}

// draftText is the draft in plain text: as the scenario gave it, or as it
// stands.
func draftText(v *exercise.RoomView, now bool) []string {
	var out []string
	for _, c := range v.Clauses {
		var paras []string
		for _, p := range c.Paras {
			text, _ := v.ParaAt(p.ID, 0)
			if now {
				text = p.Text(exercise.InBrackets)
			}
			if strings.TrimSpace(text) != "" {
				paras = append(paras, string(p.ID)+" "+text)
			}
		}
		if len(paras) > 0 {
			out = append(append(out, string(c.ID)+". "+c.Title), paras...)
		}
	}
	return out
}

// move draws something that changes the draft.
func (p *play) move(rt *rapid.T) {
	seat := rapid.SampledFrom([]exercise.SeatID{"arcadia", "hydra", "lantern"}).Draw(rt, "seat")
	word := rapid.SampledFrom([]string{"24", "72", "48", "shall", "nature", "operators concerned", "The Parties meet", "every year"}).Draw(rt, "old")
	text := exercise.T(rapid.SampledFrom([]string{"48", "within a day", "should", "all operators", "24 or 48"}).Draw(rt, "new"))
	para := rapid.SampledFrom([]exercise.ParaID{"2.1", "3.1", "3.2"}).Draw(rt, "paragraph")
	n := max(len(p.s.Room(exercise.TableRoom, nil).Amendments), 1)
	amendment := exercise.AmendmentID(fmt.Sprintf("A%d", rapid.IntRange(1, n).Draw(rt, "amendment")))
	edit := exercise.Edit{Para: para, Old: exercise.T(word), New: text, At: 1}
	var c exercise.Command = exercise.Amend{Clause: exercise.ClauseID(para[:1]), Edits: []exercise.Edit{edit}}
	switch rapid.IntRange(0, 12).Draw(rt, "move") {
	case 0:
		c = exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Fresh: true, New: text}}}
	case 1:
		c = exercise.Amend{Title: exercise.T("Money"), Edits: []exercise.Edit{{Fresh: true, New: text}}}
	case 2:
		c = exercise.Amend{Clause: exercise.ClauseID(para[:1]), Delete: true}
	case 3:
		c = exercise.Withdraw{Amendment: amendment}
	case 4:
		seat, c = "chair", exercise.ChairText{Para: para, Words: text}
	case 5, 6, 7:
		seat, c = "chair", exercise.Gavel{X: exercise.Subject(amendment)}
	case 8:
		seat, c = "chair", exercise.Gavel{X: exercise.Subject(fmt.Sprintf("%sa/%d", para, rapid.IntRange(1, 3).Draw(rt, "alternative")))}
	case 9:
		seat, c = "chair", exercise.Undo{}
	}
	p.now += second
	if act, err := exercise.Decide(p.s, seat, p.now, c); err == nil {
		p.s = exercise.Evolve(p.s, act)
		p.acts = append(p.acts, act)
	}
	if rapid.Bool().Draw(rt, "time passes") {
		for end := p.now + 40*second; ; {
			due, ok := p.s.Due()
			if !ok || due.At > end {
				p.now = end
				break
			}
			act, err := exercise.Decide(p.s, "", due.At, exercise.Tick{})
			check(p.t, err)
			p.now, p.s, p.acts = due.At, exercise.Evolve(p.s, act), append(p.acts, act)
		}
	}
}

// Whatever happened to the draft, its changes accepted altogether give the text
// as it stands, and rejected altogether the first one.
func TestRedlineGivesBothTexts(t *testing.T) {
	changes := 0
	rapid.Check(t, func(rt *rapid.T) {
		p := newPlay(t)
		for range rapid.IntRange(1, 14).Draw(rt, "moves") {
			p.move(rt)
		}
		s := &transcript.Source{Name: "demo", View: p.view("recorder"), Acts: p.acts, State: p.s}
		document := unpacked(t, export(t, "redline", s))["word/document.xml"]
		changes += strings.Count(document, "<w:ins ") + strings.Count(document, "<w:del ")
		for _, now := range []bool{false, true} {
			got, want := wordText(t, document, now), draftText(s.View.Room, now)
			if len(got) < 2 || !slices.Equal(got[2:], want) {
				rt.Fatalf("accepted %v:\n%q, want\n%q", now, got, want)
			}
		}
	})
	if changes == 0 {
		t.Error("nothing was ever changed")
	}
}

// Three changes by two sponsors stand in Word as tracked changes by them.
func TestRedlineNamesTheSponsors(t *testing.T) {
	p := newPlay(t)
	p.do("arcadia", exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.1", Old: exercise.T("24"), New: exercise.T("48")}}})
	p.do("hydra", exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.2", Old: exercise.T("nature"), New: exercise.T("kind")}}})
	p.do("hydra", exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Fresh: true, New: exercise.T("A notice is in writing.")}}})
	for _, x := range []exercise.Subject{"A1", "A2", "A3"} {
		p.do("chair", exercise.Gavel{X: x})
		p.pass(31 * second)
	}
	text := export(t, "redline", p.source("recorder"))
	document := unpacked(t, text)["word/document.xml"]
	for _, want := range []string{
		`w:author="Arcadia" w:date="2026-09-21T14:13:45Z"><w:r><w:t xml:space="preserve">48<`,
		`w:author="Hydra" w:date="2026-09-21T14:13:46Z"><w:r><w:t xml:space="preserve">kind<`,
		`w:author="Hydra" w:date="2026-09-21T14:13:47Z"><w:r><w:t xml:space="preserve">A notice is in writing.<`,
		`<w:delText xml:space="preserve">nature<`,
	} {
		if !strings.Contains(document, want) {
			t.Errorf("lacks %s:\n%s", want, document)
		}
	}
	keep(t, "three.docx", text)
}

// So it is in an exercise that people played.
func TestRedlineOfARecordedExercise(t *testing.T) {
	acts := journaltest.Kept(t, "../testdata/journals/0.1.0-copycat")
	state := exercise.New()
	for _, a := range acts {
		state = exercise.Evolve(state, a)
	}
	view := &exercise.View{Schema: exercise.ViewSchema, Room: state.Room(state.HomeRoom("recorder"), nil), Own: state.Own("recorder")}
	s := &transcript.Source{Name: "copycat", View: view, Acts: acts, State: state}
	text := export(t, "redline", s)
	document := unpacked(t, text)["word/document.xml"]
	for _, now := range []bool{false, true} {
		if got, want := wordText(t, document, now), draftText(view.Room, now); len(got) < 2 || !slices.Equal(got[2:], want) {
			t.Errorf("accepted %v:\n%q, want\n%q", now, got, want)
		}
	}
	if !strings.Contains(document, "<w:ins ") || !strings.Contains(document, "<w:del ") {
		t.Error("it has no changes")
	}
	keep(t, "copycat-redline.docx", text)
	keep(t, "copycat-agreement.docx", export(t, "agreement", s))
	keep(t, "copycat-minutes.docx", export(t, "docx", s))
	keep(t, "copycat-minutes.pdf", export(t, "minutes.pdf", s))
}
