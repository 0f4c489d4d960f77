package transcript_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// This file holds every export to what all of them promise, those to come too.

// eachExport writes what each seat may take of a play, unpacked.
func (p *play) eachExport(visit func(e transcript.Export, seat exercise.SeatID, unpacked string)) {
	p.t.Helper()
	for _, seat := range p.s.Plan().Seats {
		s := p.source(seat.ID)
		s.Replay = func(w io.Writer, _ *transcript.Source) error { _, err := io.WriteString(w, replayed); return err }
		for _, e := range transcript.Offered(s.View.Own) {
			if e.NotNow(s.View) != nil {
				continue
			}
			var b bytes.Buffer
			err := e.Write(&b, s)
			var refusal *exercise.Refusal
			if errors.As(err, &refusal) {
				continue
			}
			check(p.t, err)
			visit(e, seat.ID, contents(p.t, e, b.Bytes()))
		}
	}
}

// replayed stands for what a screen would draw: screens are held elsewhere.
const replayed = "EXERCISE EXERCISE EXERCISE"

// contents is a file with what is packed in it, such as the parts of a DOCX and
// the text of a PDF.
func contents(t *testing.T, e transcript.Export, data []byte) string {
	t.Helper()
	var b strings.Builder
	b.Write(data)
	switch e.Kind() {
	case "docx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		check(t, err)
		for _, f := range z.File {
			r, err := f.Open()
			check(t, err)
			part, err := io.ReadAll(r)
			check(t, err)
			b.WriteString("\n" + f.Name + "\n" + string(part) + "\n" + regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(part), ""))
		}
	case "pdf":
		for _, stream := range regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`).FindAllSubmatch(data, -1) {
			if z, err := zlib.NewReader(bytes.NewReader(stream[1])); err == nil {
				part, _ := io.ReadAll(z)
				b.Write(part)
				b.WriteString(strings.ReplaceAll(string(part), "\x00", "")) // UTF-16 of ASCII
			}
		}
	}
	return b.String()
}

func TestEveryExportIsMarkedAsAnExercise(t *testing.T) {
	seen := map[string]bool{}
	closed(t).eachExport(func(e transcript.Export, seat exercise.SeatID, text string) {
		seen[e.Name] = true
		if !strings.Contains(text, "EXERCISE EXERCISE EXERCISE") {
			t.Errorf("%s of %s does not say that it is an exercise", e.File, seat)
		}
	})
	if len(seen) < 10 {
		t.Errorf("only these were looked at: %v", seen)
	}
}

// ways are the forms in which a word may leave unseen.
func ways(word string) []string {
	units := utf16.Encode([]rune(word))
	little, big := make([]byte, 0, 2*len(units)), make([]byte, 0, 2*len(units))
	for _, u := range units {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	list := []string{
		word, strings.ReplaceAll(word, "-", `\-`), strings.ReplaceAll(word, "-", "%2D"), strings.ReplaceAll(word, "-", "&#45;"), html.EscapeString(word),
		hex.EncodeToString([]byte(word)), strings.ToUpper(hex.EncodeToString([]byte(word))), string(little), string(big),
	}
	for shift := range 3 { // base64 of it within a longer text
		coded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("\x00", shift) + word))
		list = append(list, coded[(shift*8+5)/6:len(coded)-2])
	}
	return list
}

// alsoIn are the exports that say more to some than the minutes and the record
// do: to those whom the rules let see it all along.
var alsoIn = map[string]map[string]string{
	"msel.csv":        {"token-planned": "chair evaluator", "token-expected": "chair evaluator"}, // who control and the evaluators are
	"delegation.docx": {"token-want": delegates, "token-why": delegates},                         // every team wants the same here
}

const delegates = "arcadia meridia hydra forge lantern plumb"

// Each secret of the play has its token; admits says who may have it at all.
func TestNoExportHoldsWhatItsSeatMayNotKnow(t *testing.T) {
	forms := map[string][]string{}
	for token := range admits {
		forms[token] = ways(token)
	}
	closed(t).eachExport(func(e transcript.Export, seat exercise.SeatID, text string) {
		for token, seats := range admits {
			if slices.Contains(strings.Fields(seats+" "+alsoIn[e.File][token]), string(seat)) {
				continue
			}
			for _, form := range forms[token] {
				if strings.Contains(text, form) {
					t.Errorf("%s of %s holds %s, as %q", e.File, seat, token, form)
					break
				}
			}
		}
	})
}

func TestNoExportNamesAnybodyUnlessItMay(t *testing.T) {
	for _, naming := range []exercise.Naming{exercise.ByRole, exercise.ByTrack} {
		p := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = naming })
		p.negotiate()
		p.finish()
		names := regexp.MustCompile(`(?i)\b(arcadia|meridia|hydra|forge|lantern|plumb)`)
		p.eachExport(func(e transcript.Export, seat exercise.SeatID, text string) {
			if at := names.FindStringIndex(text); at != nil {
				t.Errorf("%s: %s of %s names %q", naming, e.File, seat, text[max(0, at[0]-40):min(len(text), at[1]+20)])
			}
		})
	}
}

// What the search looks for is found where it is.
func TestASecretIsFoundInEveryForm(t *testing.T) {
	for _, text := range []string{"token-x", "a token\\-x b", hex.EncodeToString([]byte("a token-x b")), base64.StdEncoding.EncodeToString([]byte("a token-x b")), base64.StdEncoding.EncodeToString([]byte("ab token-x b")), base64.StdEncoding.EncodeToString([]byte("abc token-x b"))} {
		if !slices.ContainsFunc(ways("token-x"), func(form string) bool { return strings.Contains(text, form) }) {
			t.Errorf("not found in %q", text)
		}
	}
}
