package main

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/transcript/sign"
	"kefi/tui/sshd"
)

// chart is no text.
var chart = []byte("\x89PNG\r\n\x1a\n")

// shared is an exercise of first-table whose files guests may copy. I1 comes
// to everybody with a sheet and a chart, I2 to Norrow with a table; I3 is to
// come.
type shared struct {
	*played
	guests *guests
}

func share(t *testing.T) shared {
	t.Helper()
	p := &played{T: t, data: t.TempDir()}
	key, _, err := sshd.HostKey(p.data)
	if err != nil {
		t.Fatal(err)
	}
	p.open()
	t.Cleanup(p.close)
	sc, err := loadScenario("first-table")
	if err != nil {
		t.Fatal(err)
	}
	text := exercise.T
	inject := func(id exercise.InjectID, to string, files ...exercise.Attachment) exercise.Inject {
		return exercise.Inject{
			ID: id, Kind: exercise.Contextual, From: "River CERT", Method: "mail", To: []string{to}, At: -1,
			Title: text("A call"), Body: text("See the sheet."), Attachments: files,
		}
	}
	sc.Injects = []exercise.Inject{
		inject("I1", "all", exercise.Attachment{Name: "sheet.md", Type: "text/markdown", Text: text("# Pumps\n\nNorrow has three.")},
			exercise.Attachment{Name: "chart.png", Type: "image/png", Data: chart}),
		inject("I2", "norrow", exercise.Attachment{Name: "pumps.csv", Type: "text/csv", Text: text("pump,hours\n1,4")}),
		inject("I3", "all", exercise.Attachment{Name: "later.txt", Type: "text/plain", Text: text("Not yet.")}),
	}
	if err := p.h.create(t.Context(), "demo", sc, 1, 1); err != nil {
		t.Fatal(err)
	}
	for _, seat := range []exercise.SeatID{"norrow", "pellwater", "lampwell", "chair", "recorder"} {
		p.do(seat, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	p.do("chair", exercise.SendInject{Inject: "I1", Now: true})
	p.do("chair", exercise.SendInject{Inject: "I2", Now: true})
	return shared{p, &guests{house: p.h, copies: newCopies(p.h, 1), key: key, reach: newReach("192.0.2.1:2222", false)}}
}

func (p shared) guest(seat exercise.SeatID) sshd.Guest {
	return sshd.Guest{Exercise: "demo", Seat: seat}
}

func (p shared) tree(seat exercise.SeatID) fs.FS {
	p.Helper()
	tree, err := p.guests.Files(p.Context(), p.guest(seat))
	if err != nil {
		p.Fatal(err)
	}
	return tree
}

// files are the paths of all files of a tree.
func files(t *testing.T, tree fs.FS) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// checkSigned holds that the server's key signed the file, and gives the file.
func (p shared) checkSigned(tree fs.FS, name string) []byte {
	p.Helper()
	data, err := fs.ReadFile(tree, name)
	if err != nil {
		p.Fatal(err)
	}
	armored, err := fs.ReadFile(tree, name+sign.Suffix)
	if err != nil {
		p.Fatal(err)
	}
	p.checkBy(name, data, armored)
	return data
}

func (p shared) checkBy(name string, data, armored []byte) {
	p.Helper()
	by, err := sign.Check(sign.Transcript, bytes.NewReader(data), armored)
	if err != nil || gossh.FingerprintSHA256(by) != gossh.FingerprintSHA256(p.guests.key.PublicKey()) {
		p.Errorf("%s: signed by %v: %v", name, by, err)
	}
	if _, err := sign.Check(sign.Transcript, bytes.NewReader(append([]byte("x"), data...)), armored); !errors.Is(err, sign.ErrChanged) {
		p.Errorf("%s: with another byte the signature says %v", name, err)
	}
}

func TestEveryFileOfTheTreeIsSigned(t *testing.T) {
	t.Parallel()
	p := share(t)
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	for _, seat := range []exercise.SeatID{"norrow", "recorder"} {
		tree, signed := p.tree(seat), 0
		for _, name := range files(t, tree) {
			if !strings.HasSuffix(name, sign.Suffix) {
				p.checkSigned(tree, name)
				signed++
			}
		}
		if names := files(t, tree); signed < 15 || len(names) != 2*signed {
			t.Errorf("%s: %d files are signed of %v", seat, signed, names)
		}
	}
	for _, name := range []string{"demo/none.txt.sig", "demo/md.sig", "demo/incidents.sig", "demo/minutes.md.sig.sig.x"} {
		if _, err := fs.Stat(p.tree("norrow"), name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhoseAttachmentsAreInTheTree(t *testing.T) {
	t.Parallel()
	p := share(t)
	for seat, want := range map[exercise.SeatID][]string{
		"norrow":    {"I1/chart.png", "I1/sheet.md", "L1/pumps.csv"},
		"pellwater": {"I1/chart.png", "I1/sheet.md"},
		"recorder":  {"I1/chart.png", "I1/sheet.md", "I2/pumps.csv"},
		"chair":     {"I1/chart.png", "I1/sheet.md", "I2/pumps.csv", "I3/later.txt"},
	} {
		var got []string
		for _, name := range files(t, p.tree(seat)) {
			if name, ok := strings.CutPrefix(name, "demo/incidents/"); ok && !strings.HasSuffix(name, sign.Suffix) {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s may copy %v, want %v", seat, got, want)
		}
	}
	tree := p.tree("norrow")
	banner := "EXERCISE EXERCISE EXERCISE · "
	for name, marked := range map[string]bool{"sheet.md": true, "chart.png": false} {
		got := string(p.checkSigned(tree, "demo/incidents/I1/"+name))
		lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
		if marked != (strings.HasPrefix(lines[0], banner) && strings.HasPrefix(lines[len(lines)-1], banner)) {
			t.Errorf("%s reads %q", name, got)
		}
		if !marked && got != string(chart) {
			t.Errorf("%s is another picture: %q", name, got)
		}
	}
	if got := string(p.checkSigned(tree, "incidents/L1/pumps.csv")); !strings.HasPrefix(got, `"`+banner) || !strings.Contains(got, "\npump,hours\n1,4\n") {
		t.Errorf("the table reads %q", got)
	}
	if _, err := fs.Stat(p.tree("pellwater"), "demo/incidents/L1/pumps.csv"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what came to Norrow alone is Pellwater's too: %v", err)
	}
	p.do("recorder", exercise.SetNaming{Naming: exercise.ByRole})
	for _, seat := range []exercise.SeatID{"norrow", "chair"} {
		if got := string(p.checkSigned(p.tree(seat), "demo/incidents/I1/sheet.md")); strings.Contains(got, "Norrow") {
			t.Errorf("without names the sheet of %s reads %q", seat, got)
		}
	}
	p.do("norrow", exercise.RealWorld{Words: exercise.T("fire alarm")})
	var refusal *exercise.Refusal
	if _, err := fs.ReadFile(p.tree("norrow"), "demo/incidents/I1/sheet.md"); !errors.As(err, &refusal) {
		t.Errorf("while play has stopped: %v", err)
	}
	if names := files(t, p.tree("norrow")); len(names) > 0 {
		t.Errorf("while play has stopped: %v", names)
	}
}

// Where the record ended is told with the server's signature, which can be had
// by itself; of what is another file a moment later it cannot.
func TestTheSignatureByVerb(t *testing.T) {
	t.Parallel()
	p := share(t)
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	verb := func(line string) (string, string, int) {
		var out, errw bytes.Buffer
		status := p.guests.Verb(t.Context(), p.guest("norrow"), line, sshd.Answer{Out: &out, Err: &errw})
		return out.String(), errw.String(), status
	}
	head, how, status := verb("export head")
	if status != 0 || !strings.Contains(how, "export head.txt.sig > head.txt.sig") {
		t.Errorf("export head: %d %q", status, how)
	}
	armored, _, _ := verb("export head.txt.sig")
	p.checkBy("head.txt", []byte(head), []byte(armored))
	if _, how, status := verb("export minutes.md.sig"); status != 1 || !strings.Contains(how, ":'minutes.md*' .") {
		t.Errorf("export minutes.md.sig: %d %q", status, how)
	}
}
