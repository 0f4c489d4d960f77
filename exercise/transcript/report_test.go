package transcript_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/transcript"
)

var reports = []string{"quicklook", "quicklook.html", "html", "pdf", "aar", "aar.html", "delegation"}

// plainly is a document as a reader would search it: a DOCX unpacked.
func plainly(t *testing.T, document string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(document), int64(len(document)))
	if err != nil {
		return document
	}
	var all bytes.Buffer
	for _, f := range z.File {
		r, err := f.Open()
		check(t, err)
		_, err = io.Copy(&all, r)
		check(t, err)
	}
	return all.String()
}

func holds(t *testing.T, document string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(document, w) {
			t.Errorf("nothing says %q", w)
		}
	}
}

func TestTheQuickLookSaysWhatHappened(t *testing.T) {
	p := closed(t)
	holds(t, export(t, "quicklook.html", p.source("observer")),
		"Quick-look: Harbour Accord", "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events",
		"Adopted in part", "2 of 3 clauses agreed · 1 of them with reservations · 1 deferred, not agreed",
		"1 amendment lodged", "within 48 hours", "Reservation of Arcadia (κ): 48 hours from discovery", "objects; nothing is decided.",
		"[every year | every two years]")
}

func TestTheAfterActionReportHoldsItsParts(t *testing.T) {
	p := closed(t)
	holds(t, export(t, "html", p.source("recorder")),
		"After-action report: Harbour Accord", "Points open over time", "Where agreement came from", "Voice at the table, by track",
		"Decisions shaped", "into words first and the chair", "Movement", "Procedure check (not a result)", "How the figures are defined",
		"inject I2 of the MSEL to ", ", not shown to the table", "Alternative 3.1b/3, at", "Arcadia (κ)", "Record of demo, complete: act")
}

// The draft holds what evaluators recorded, and a place for what they did not.
func TestTheDraftIsForEvaluatorsToComplete(t *testing.T) {
	p := newPlay(t)
	p.negotiate()
	p.do("recorder", exercise.Mark{No: "20", Kind: "objective 1"})
	p.do("evaluator", exercise.Observe{Objective: "1", Aspect: exercise.Strength, Words: exercise.T("The clock was asked for early."), Entries: []string{"20"}})
	p.do("evaluator", exercise.ProposeAction{Words: exercise.T("Write down who is called at night."), Owner: exercise.T("Harbour desk"), Due: "2027-03-01"})
	unrated := "Rating (P / S / M / U) and why"
	p.finish()
	for _, seat := range []exercise.SeatID{"recorder", "evaluator"} {
		holds(t, export(t, "aar.html", p.source(seat)), "The clock was asked for early. (#20)", "Write down who is called at night.", "Harbour desk", "2027-03-01", unrated, "marked #20", "Improvement plan")
	}
}

// What the brief asked stands in the page of that delegation and in no other.
func TestADelegationsPageIsItsOwn(t *testing.T) {
	p := closed(t)
	page := plainly(t, export(t, "delegation", p.source("arcadia")))
	holds(t, page, "want-arcadia", "Words of yours in the agreed text: 1 of", "What your brief asked", "reserved: “48 hours from discovery”")
	if strings.Contains(page, "want-hydra") || strings.Contains(page, "token-hydra") {
		t.Error("it holds another delegation's brief")
	}
	x, _ := transcript.Find("delegation")
	for _, seat := range []exercise.SeatID{"recorder", "chair", "evaluator", "observer"} {
		if x.May(p.view(seat).Own) {
			t.Errorf("the %s may take a delegation's page", seat)
		}
	}
}

func TestReportsWaitForENDEX(t *testing.T) {
	p := newPlay(t)
	for _, name := range reports {
		x, _ := transcript.Find(name)
		seat := exercise.SeatID("recorder")
		if name == "delegation" {
			seat = "arcadia"
		}
		if err := x.NotNow(p.view(seat)); err == nil || !strings.Contains(err.Error(), "is ready at ENDEX") {
			t.Errorf("%s in play: %v", name, err)
		}
	}
}

func TestReportsNameNobodyByRole(t *testing.T) {
	for _, naming := range []exercise.Naming{exercise.ByRole, exercise.ByTrack} {
		p := newPlay(t)
		p.do("recorder", exercise.SetNaming{Naming: naming})
		p.negotiate()
		p.finish()
		for _, name := range []string{"quicklook", "quicklook.html", "html", "aar", "aar.html"} {
			text := strings.ToLower(plainly(t, export(t, name, p.source("recorder"))))
			for _, team := range p.s.Plan().Teams {
				if strings.Contains(text, strings.ToLower(team.Name)) {
					t.Errorf("%s by %s names %s", name, naming, team.Name)
				}
			}
		}
	}
}

// What was said in private is in no report but what the seat itself knows.
func TestReportsHoldNothingPrivate(t *testing.T) {
	p := closed(t)
	for _, seat := range []exercise.SeatID{"recorder", "evaluator", "observer", "chair"} {
		for _, name := range []string{"quicklook", "quicklook.html", "html", "aar", "aar.html"} {
			text := strings.ReplaceAll(plainly(t, export(t, name, p.source(seat))), "token-objective", "") // the debrief shows objectives to all
			if strings.Contains(text, "token-") {
				t.Errorf("%s for %s holds what was private: %s", name, seat, text[strings.Index(text, "token-"):][:40])
			}
		}
	}
}

func kept(t testing.TB) *transcript.Source {
	t.Helper()
	acts := journaltest.Kept(t, "../testdata/journals/0.1.0-copycat")
	s := exercise.New()
	for _, a := range acts {
		s = exercise.Evolve(s, a)
	}
	return &transcript.Source{Name: "copycat", Acts: acts, State: s, View: &exercise.View{Room: s.Room(exercise.TableRoom, nil), Own: s.Own("recorder")}}
}

func TestReportsOfAKeptJournal(t *testing.T) {
	s := kept(t)
	for _, name := range []string{"quicklook", "quicklook.html", "html", "pdf", "aar"} {
		text := export(t, name, s)
		if again := export(t, name, s); again != text {
			t.Errorf("two copies of %s differ", name)
		}
		keepSample(t, "copycat-"+name, text)
	}
	p := closed(t)
	for _, name := range []string{"quicklook", "quicklook.html", "html", "pdf", "aar"} {
		keepSample(t, "harbour-"+name, export(t, name, p.source("recorder")))
	}
	keepSample(t, "harbour-delegation", export(t, "delegation", p.source("arcadia")))
}

// keepSample leaves a report to be looked at where KEFI_SAMPLES names a folder.
func keepSample(t *testing.T, name, text string) {
	t.Helper()
	if dir := os.Getenv("KEFI_SAMPLES"); dir != "" {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
}
