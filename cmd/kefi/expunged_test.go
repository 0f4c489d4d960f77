package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
)

// purged is a played exercise in which texts are said twice over: some that
// stay, and some that control and the recorder removed.
type purged struct {
	agreeing
	kept, gone []string // their tokens
}

// twice has something done with a text that stays and with one that is removed.
func (p *purged) twice(what string, do func(words exercise.Text)) {
	p.Helper()
	p.kept = append(p.kept, fmt.Sprintf("keptword%02dx", len(p.kept)))
	do(exercise.T("of " + p.kept[len(p.kept)-1]))
	p.once(what, do)
}

// once has something done with a text that is then removed.
func (p *purged) once(what string, do func(words exercise.Text)) {
	p.Helper()
	before := p.entries()
	p.gone = append(p.gone, fmt.Sprintf("goneword%02dx", len(p.gone)))
	do(exercise.T("of " + p.gone[len(p.gone)-1]))
	removed := 0
	for _, no := range p.entries() {
		if !slices.Contains(before, no) && p.expunge(no) {
			removed++
		}
	}
	if removed == 0 {
		p.Errorf("%s brought no entry that can be removed", what)
	}
}

// said is a command given twice, once with a text that is removed.
func (p *purged) said(seat exercise.SeatID, say func(words exercise.Text) exercise.Command) {
	p.Helper()
	p.twice(string(seat)+": "+exercise.CommandName(say(exercise.Text{})), func(w exercise.Text) { p.do(seat, say(w)) })
}

// entries are the numbers of all that anybody can read.
func (p *purged) entries() (numbers []string) {
	p.Helper()
	table := p.h.table(p.name)
	for _, id := range table.State().Plan().Seats {
		seat, err := table.Seat(id.ID)
		if err != nil {
			p.Fatal(err)
		}
		v := seat.View()
		for _, l := range slices.Concat(v.Room.Feed, v.Own.Lines) {
			numbers = append(numbers, l.No)
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// expunge removes an entry, unless it is in nobody's words.
func (p *purged) expunge(no string) bool {
	p.Helper()
	control, err := p.h.table(p.name).Seat("chair")
	if err != nil {
		p.Fatal(err)
	}
	_, err = control.Submit(p.Context(), exercise.Expunge{No: no, Why: exercise.T("It names a real firm.")})
	if errors.Is(err, exercise.ErrText) {
		return false
	}
	if err != nil {
		p.Fatalf("expunge %s: %v", no, err)
	}
	p.do("recorder", exercise.ConfirmExpunge{No: no})
	return true
}

// playPurged has a text removed from wherever one can be said.
func playPurged(t *testing.T) *purged {
	t.Helper()
	d := &played{T: t, data: t.TempDir()}
	d.open()
	sc, err := loadScenario("first-table")
	sc.Times.Reflect = 1000
	if err == nil {
		err = d.h.create(t.Context(), "demo", sc, 1, 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	p := &purged{agreeing: agreeing{d, "demo"}}
	for _, seat := range []exercise.SeatID{"norrow", "pellwater", "lampwell", "chair", "recorder", "evaluator"} {
		p.do(seat, exercise.Sit{Via: "screen"})
		p.do(seat, exercise.Agree{Research: "yes"})
	}
	p.do("chair", exercise.Start{})
	p.do("chair", exercise.OpenItem{Name: "2"})
	p.unsent()
	p.amongThemselves()
	p.aboutTheWorld()
	p.aboutTheText()
	p.adopting()
	p.do("chair", exercise.EnterPhase{Phase: exercise.HotWash})
	p.twice("a question of the hot wash and its answer", p.reflect)
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	return p
}

// unsent leaves a text in somebody's input line.
func (p *purged) unsent() {
	p.Helper()
	p.gone = append(p.gone, "gonewordunsent")
	if err := p.h.roster.SetDraft(p.Context(), place(p.name, "norrow"), "line", p.gone[0]); err != nil {
		p.Fatal(err)
	}
	if found := strewn(p.T, p.data, p.gone[0]); len(found) == 0 {
		p.Error("what is not sent yet is not where this test looks for it")
	}
}

func (p *purged) amongThemselves() {
	p.Helper()
	p.said("chair", func(w exercise.Text) exercise.Command { return exercise.Say{Words: w} })
	p.said("norrow", func(w exercise.Text) exercise.Command { return exercise.SpeakRoom{Words: w} })
	p.said("norrow", func(w exercise.Text) exercise.Command { return exercise.Whisper{To: "chair", Words: w} })
	p.said("norrow", func(w exercise.Text) exercise.Command { return exercise.Ask{Team: "pellwater", Words: w} })
	p.said("recorder", func(w exercise.Text) exercise.Command { return exercise.Note{Words: w} })
	p.said("chair", func(w exercise.Text) exercise.Command { return exercise.Summarise{Words: w} })
	p.said("evaluator", func(w exercise.Text) exercise.Command {
		return exercise.Observe{Objective: "call", Aspect: exercise.Strength, Words: w}
	})
	p.said("evaluator", func(w exercise.Text) exercise.Command {
		return exercise.Rate{Objective: "call", Rating: "S", Why: w}
	})
}

func (p *purged) aboutTheWorld() {
	p.Helper()
	news := func(title, body exercise.Text) exercise.Command {
		return exercise.WriteInject{To: []string{"all"}, Title: title, Body: body}
	}
	p.said("chair", func(w exercise.Text) exercise.Command { return news(exercise.T("News"), w) })
	p.said("chair", func(w exercise.Text) exercise.Command { return news(w, exercise.T("Is it so?")) })
	p.twice("a question and its answer", func(w exercise.Text) {
		p.do("lampwell", exercise.Request{Words: w})
		p.do("chair", exercise.ReplyAs{Name: "Lake Radio", Words: w})
	})
}

// aboutTheText removes what was lodged and not decided, and what was agreed.
func (p *purged) aboutTheText() {
	p.Helper()
	amend := func(seat exercise.SeatID, para exercise.ParaID, old string, w exercise.Text) {
		p.do(seat, exercise.Amend{Clause: "2", Edits: []exercise.Edit{{Para: para, Old: exercise.T(old), New: w}}, Because: w})
	}
	p.twice("an amendment", func(w exercise.Text) { amend("pellwater", "2.1", "cause", w) })
	p.said("norrow", func(w exercise.Text) exercise.Command {
		return exercise.TakeStance{Alt: exercise.AltID{Point: "2.1a", N: 1}, Stance: exercise.CanLive, Why: w}
	})
	p.decide("2.1a/1")
	p.said("norrow", func(w exercise.Text) exercise.Command { return exercise.MakeStatement{X: "2.1a/1", Words: w} })
	old := []string{"seven days", "any question"}
	p.twice("an amendment that was adopted", func(w exercise.Text) {
		amend("lampwell", "2.2", old[0], w)
		old = old[1:]
		p.decide(p.lastAmendment())
	})
}

// adopting removes what was said at the signature.
func (p *purged) adopting() {
	p.Helper()
	for _, a := range []exercise.AmendmentID{"A1", "A2"} {
		p.do("pellwater", exercise.Withdraw{Amendment: a})
	}
	for _, x := range []exercise.Subject{"2.1b/1", "2.2a/1", "2", "1.1a/1", "1"} {
		p.decide(x)
	}
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
	p.decide(exercise.WholeText)
	signers := []exercise.SeatID{"norrow", "lampwell"}
	p.twice("a reservation", func(w exercise.Text) {
		p.do(signers[0], exercise.Sign{Reservations: []exercise.Reservation{{Clause: "1", Words: w}}})
		signers = signers[1:]
	})
	p.once("a reason not to sign", func(w exercise.Text) { p.do("pellwater", exercise.Decline{Words: w}) })
}

// reflect asks a question and answers it, and waits until the answer is shown.
func (p *purged) reflect(words exercise.Text) {
	p.Helper()
	p.do("chair", exercise.Question{Words: words})
	table := p.h.table(p.name)
	seat, err := table.Seat("norrow")
	if err == nil {
		err = seat.Reflect(p.Context(), words.Value)
	}
	if err != nil {
		p.Fatal(err)
	}
	until(p.T, func() bool { _, open := table.State().Collecting(); return !open }, func() string { return "no answer is shown" })
}

func (p *purged) lastAmendment() exercise.Subject {
	p.Helper()
	seat, err := p.h.table(p.name).Seat("chair")
	if err != nil {
		p.Fatal(err)
	}
	amendments := seat.View().Room.Amendments
	return exercise.Subject(amendments[len(amendments)-1].ID)
}

// TestWhatWasExpungedIsNowhere: neither in the data folder, as long as it is
// played and afterwards, nor in anything that anybody may take away.
func TestWhatWasExpungedIsNowhere(t *testing.T) {
	t.Parallel()
	p := playPurged(t)
	if found := strewn(t, p.data, p.gone...); len(found) > 0 {
		t.Errorf("in clear while it is open: %v", found)
	}
	p.close()
	if found := strewn(t, p.data, p.gone...); len(found) > 0 {
		t.Errorf("in clear: %v", found)
	}
	files := p.taken("--format", "jsonl", "--as", everything, "-o", "everything.jsonl")
	for _, seat := range []string{"recorder", "chair", "evaluator", "norrow", "pellwater", "observer"} {
		maps.Copy(files, p.taken("--all", "--as", seat, "-o", seat))
	}
	for file, text := range files {
		for _, token := range p.gone {
			if at := strings.Index(text, token); at >= 0 {
				t.Errorf("%s holds %s: …%s…", file, token, text[max(0, at-200):min(len(text), at+60)])
			}
		}
	}
	for _, token := range p.kept { // what is looked for would be found
		if !strings.Contains(files["everything.jsonl"], token) {
			t.Errorf("%s is nowhere, which was not removed", token)
		}
	}
	for _, file := range []string{"norrow/minutes.md", "norrow/minutes.docx", "norrow/minutes.pdf", "chair/report.html", "chair/aar.docx", "recorder/agreement.docx", "recorder/accord.txt", "recorder/debate.akn.xml"} {
		if !strings.Contains(files[file], "keptword") {
			t.Errorf("%s holds none of the texts that were not removed", file)
		}
	}
}

// taken is all that an export gives, unpacked, by file and its folder.
func (p *purged) taken(args ...string) map[string]string {
	p.Helper()
	folder, last := p.TempDir(), len(args)-1
	args[last] = filepath.Join(folder, args[last])
	if a := kefi(p, append([]string{"export", p.name, "--data", p.data, "--no-signature"}, args...)...); a.status != 0 {
		p.Fatalf("%v: %s", args, a)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, path))
		files[path] = unpacked(p, data)
		return err
	})
	if err != nil {
		p.Fatal(err)
	}
	return files
}

var (
	tag    = regexp.MustCompile(`<[^>]*>`)
	stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)
)

// unpacked is a file with what is packed in it: the parts of a DOCX, and the
// text of a PDF.
func unpacked(t testing.TB, data []byte) string {
	t.Helper()
	var b strings.Builder
	b.Write(data)
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "\n= %s\n%s\n%s", f.Name, part, tag.ReplaceAll(part, nil))
		}
	}
	if bytes.HasPrefix(data, []byte("%PDF")) {
		for _, packed := range stream.FindAllSubmatch(data, -1) {
			if z, err := zlib.NewReader(bytes.NewReader(packed[1])); err == nil {
				part, _ := io.ReadAll(z)
				b.WriteString(strings.ReplaceAll(string(part), "\x00", "")) // UTF-16 of ASCII
			}
		}
	}
	return b.String()
}
