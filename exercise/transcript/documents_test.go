package transcript_test

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

const harbourBanner = "EXERCISE EXERCISE EXERCISE · Harbour Accord · not real events"

// unpacked gives the parts of a Word file, each of which must be sound XML.
func unpacked(t *testing.T, docx string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(docx), int64(len(docx)))
	check(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		check(t, err)
		text, err := io.ReadAll(r)
		check(t, err)
		parts[f.Name] = string(text)
		for d := xml.NewDecoder(strings.NewReader(string(text))); !strings.HasSuffix(f.Name, ".png"); {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	return parts
}

// Each document, unpacked, has the banner and the marking at head and foot of
// its pages; and the same record gives the same bytes.
func TestDocumentsCarryTheBanner(t *testing.T) {
	p := closed(t)
	for _, x := range transcript.Exports() {
		switch ext := filepath.Ext(x.File); ext {
		case ".docx":
			text := export(t, x.Name, p.source("recorder"))
			parts := unpacked(t, text)
			for _, part := range []string{"word/header1.xml", "word/footer1.xml"} {
				if !strings.Contains(parts[part], harbourBanner) || !strings.Contains(parts[part], "EXERCISE - UNCLASSIFIED") {
					t.Errorf("%s: %s lacks banner or marking:\n%s", x.File, part, parts[part])
				}
			}
			if text != export(t, x.Name, p.source("recorder")) {
				t.Errorf("%s: two copies of one record differ", x.File)
			}
			keep(t, x.File, text)
		case ".pdf", ".html":
			keep(t, x.File, export(t, x.Name, p.source("recorder")))
		}
	}
}

// keep puts a file where it can be opened and looked at.
func keep(t *testing.T, name, text string) {
	t.Helper()
	if dir := os.Getenv("KEFI_SAMPLES"); dir != "" {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
}

// A copy by roles has no name of a delegation, in no part of any document: not
// as the author of a change either.
func TestDocumentsByRoleNameNobody(t *testing.T) {
	p := newPlay(t)
	p.do("arcadia", exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.2", Old: exercise.T("nature"), New: exercise.T("kind, as Open Forge says")}}})
	p.do("hydra", exercise.Cosponsor{Amendment: "A1"})
	p.do("chair", exercise.Gavel{X: "A1"})
	p.pass(31 * second)
	p.do("recorder", exercise.SetNaming{Naming: exercise.ByRole})
	for _, name := range []string{"docx", "redline", "agreement"} {
		for part, text := range unpacked(t, export(t, name, p.source("recorder"))) {
			for _, who := range []string{"arcadia", "hydra", "forge", "lantern"} {
				if strings.Contains(strings.ToLower(text), who) {
					t.Errorf("%s: %s has %s", name, part, who)
				}
			}
		}
	}
	if document := unpacked(t, export(t, "redline", p.source("recorder")))["word/document.xml"]; !strings.Contains(document, `w:author="Government 1 and Business 1"`) {
		t.Errorf("the change has no author by role:\n%s", document)
	}
}
