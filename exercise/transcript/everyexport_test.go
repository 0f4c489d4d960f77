package transcript_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
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
func contents(t testing.TB, e transcript.Export, data []byte) string {
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
				if bytes.Contains(part, []byte("\nBT /F")) {
					part = slices.Concat([]byte(pageBegins), part, []byte(pageEnds))
				}
				b.Write(part)
				b.WriteString(strings.NewReplacer("\x00", "", pageBegins, "").Replace(string(part))) // UTF-16 of ASCII
			}
		}
	}
	return b.String()
}

func TestEveryExportIsMarkedAsAnExercise(t *testing.T) {
	seen := map[string]bool{}
	closed(t).eachExport(func(e transcript.Export, seat exercise.SeatID, text string) {
		seen[e.Name] = true
		if n := len(ends(e, text)); n == 0 {
			t.Errorf("%s of %s has neither head nor foot", e.File, seat)
		}
		for where, part := range ends(e, text) {
			if !strings.Contains(part, "EXERCISE EXERCISE EXERCISE") {
				t.Errorf("%s of %s does not say that it is an exercise at its %s, %q", e.File, seat, where, part[:min(len(part), 300)])
			}
		}
	})
	if len(seen) < 10 {
		t.Errorf("only these were looked at: %v", seen)
	}
}

// ends are head and foot of a file that people read, wherever its kind has
// them; data say it in a field, anywhere.
func ends(e transcript.Export, text string) map[string]string {
	between := func(from, to string) string {
		_, rest, _ := strings.Cut(text, from)
		part, _, _ := strings.Cut(rest, to)
		return part
	}
	switch e.Kind() {
	case "md", "txt":
		lines := strings.Split(strings.TrimSpace(text), "\n")
		return map[string]string{"head": lines[0], "foot": strings.Join(lines[max(len(lines)-3, 1):], "\n")} // a marking may be below
	case "html":
		return map[string]string{"head": between("<header>", "</header>"), "foot": between("<footer>", "</footer>")}
	case "docx":
		return map[string]string{"head": between("\nword/header1.xml\n", "\nword/"), "foot": between("\nword/footer1.xml\n", "\nword/")}
	case "pdf":
		both := map[string]string{}
		for i, page := range strings.Split(text, pageBegins)[1:] {
			page, _, _ = strings.Cut(page, pageEnds)
			page = strings.ReplaceAll(page, "\x00", "")
			at := len(page) / 2
			if words := "EXERCISE EXERCISE EXERCISE"; strings.Count(page, words) == 1 {
				at = strings.Index(page, words) + len(words) // an empty half
			}
			both[fmt.Sprintf("head on page %d", i+1)], both[fmt.Sprintf("foot on page %d", i+1)] = page[:at], page[at:]
		}
		return both
	}
	return map[string]string{"own place": text}
}

// What stands around each page of a PDF in its contents.
const pageBegins, pageEnds = "\n-- page --\n", "\n-- end --\n"

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

// asides are the secrets of meetAside, and who may have them.
var asides = map[string]string{"token-caucus": "arcadia hydra", "token-sealed": "lantern"}

// meetAside has two teams talk in a caucus, and a third accept on a condition,
// which stays sealed.
func (p *play) meetAside() {
	t := exercise.T
	p.do("arcadia", exercise.CallCaucus{Teams: []exercise.TeamID{"hydra"}})
	p.do("hydra", exercise.JoinCaucus{})
	p.do("hydra", exercise.SpeakCaucus{Words: t("token-caucus between us two")})
	p.do("hydra", exercise.LeaveCaucus{Close: true})
	p.do("lantern", exercise.TakePosition{
		X: "2.1a/1", Position: exercise.Accept, If: exercise.Condition{X: "1.1a/1", Is: "carried"}, Words: t("token-sealed unless they move"),
	})
}

// Each secret of the play has its token; admits says who may have it at all.
func TestNoExportHoldsWhatItsSeatMayNotKnow(t *testing.T) {
	forms, admits := map[string][]string{}, maps.Clone(admits)
	maps.Copy(admits, asides)
	for token := range admits {
		forms[token] = ways(token)
	}
	p := newPlay(t)
	p.negotiate()
	p.meetAside()
	p.do("chair", exercise.Say{Words: exercise.T("Orla Quay again.")}) // to be removed
	p.finish()
	if everything := p.lines(transcript.Everything()); !strings.Contains(everything, "token-caucus") || !strings.Contains(everything, "token-sealed") {
		t.Error("what was planted is not in the record at all")
	}
	p.eachExport(func(e transcript.Export, seat exercise.SeatID, text string) {
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
		for _, form := range []string{"ARCADIA", "arcadia's", "*Arcadia*", "“Meridia”", "Hydra-Forge", "lantern_plumb", "<b>Plumb</b>", "mailto:hydra@example.org"} {
			p.do("chair", exercise.Say{Words: exercise.T("They call it " + form + ".")})
		}
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
