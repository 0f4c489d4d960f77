package start_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/scenarios/format"
	"kefi/scenarios/start"
)

// What is written can be played, and lint finds in it the places where its
// author has work to do, each of them and nothing else, whatever they answer.
func TestFirstDraftsAreSound(t *testing.T) {
	for i, change := range []func(*start.Answers){
		func(*start.Answers) {},
		func(a *start.Answers) { a.Minutes, a.Clauses = 20, "Only: one" },
		func(a *start.Answers) { a.Minutes, a.Teams = 120, "A κ, B κ, C ε, D E, F φ, G philanthropy" },
		func(a *start.Answers) { a.Teams = "The Most Serene Republic of the Two Bells κ, Portex ε" },
		func(a *start.Answers) {
			a.Minutes, a.Clauses = 480, strings.Repeat("Clause, ", 20)
		},
		func(a *start.Answers) { a.Title, a.Instrument = `The "Yes" Accord: # or not`, "Accord [draft | two]" },
		func(a *start.Answers) { a.Clauses, a.Chair = `He said "no", a|b, [c], d\e`, "auto" },
	} {
		a := start.Usual("harbour")
		change(&a)
		dir := t.TempDir()
		if err := start.Write(dir, a); err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		folder := filepath.Join(dir, "harbour")
		findings := format.LintFolder(folder, nil)
		for _, f := range findings {
			if f.Code != "unwritten" || f.Level != format.Warn {
				t.Errorf("%d: it finds\n%s", i, f)
			}
		}
		if want := leftToWrite(t, folder); len(findings) != want {
			t.Errorf("%d: it finds %d places to write, and there are %d:\n%s", i, len(findings), want, findings)
		}
		s, _ := format.LoadFolder(folder)
		minutes := int(s.Times.Briefing+s.Times.Closing+s.Times.HotWash) / 60_000
		for _, item := range s.Agenda {
			minutes += item.Minutes
		}
		if minutes != a.Minutes || s.Title != a.Title {
			t.Errorf("%d: %q takes %d minutes, want %q and %d", i, s.Title, minutes, a.Title, a.Minutes)
		}
	}
}

// leftToWrite counts where the files of a draft say "write here". Each team has
// lists, points and a page to write, so that there are always some.
func leftToWrite(t *testing.T, folder string) (n int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		n += strings.Count(strings.ToLower(string(b)), "write here")
		return err
	})
	if err != nil || n < 15 {
		t.Fatalf("%d places to write in %s: %v", n, folder, err)
	}
	return n
}

func TestEveryProcedureCanBeChosen(t *testing.T) {
	for _, p := range exercise.ProcedureNames() {
		a := start.Usual("harbour")
		a.Procedure = p
		dir := t.TempDir()
		if err := start.Write(dir, a); err != nil {
			t.Fatal(err)
		}
		if err := format.LintFolder(filepath.Join(dir, "harbour"), nil).Err(); err != nil {
			t.Errorf("%s: %v", p, err)
		}
	}
}

func TestAnswersThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		change func(*start.Answers)
		then   string
	}{
		{func(a *start.Answers) { a.Name = "../harbour" }, "cannot be the name of a scenario"},
		{func(a *start.Answers) { a.Name = "" }, "cannot be the name of a scenario"},
		{func(a *start.Answers) { a.Title = " " }, "need a name"},
		{func(a *start.Answers) { a.Minutes = 5 }, "takes 20 to 480 minutes"},
		{func(a *start.Answers) { a.Teams = "Norland, Portex ε" }, "does not say its track"},
		{func(a *start.Answers) { a.Teams = "Norland κ" }, "two delegations or more"},
		{func(a *start.Answers) { a.Teams = "Chair κ, Portex ε" }, "cannot be the name of a delegation"},
		{func(a *start.Answers) { a.Teams = "Press κ, Portex ε" }, "cannot be the name of a delegation"},
		{func(a *start.Answers) { a.Clauses = " , " }, "1 to 20 clauses"},
		{func(a *start.Answers) { a.Clauses = strings.Repeat("C, ", 9) }, "leave room for"},
		{func(a *start.Answers) { a.Procedure = "dice" }, "no procedure"},
		{func(a *start.Answers) { a.Chair = "nobody" }, "person or auto"},
	} {
		a := start.Usual("harbour")
		c.change(&a)
		dir := t.TempDir()
		err := start.Write(dir, a)
		if err == nil || !strings.Contains(fmt.Sprint(err), c.then) {
			t.Errorf("it says %v, want %q", err, c.then)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("something was written: %v", left)
		}
	}
}

func TestNothingIsReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := start.Write(dir, start.Usual("harbour")); err != nil {
		t.Fatal(err)
	}
	if err := start.Write(dir, start.Usual("harbour")); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("it says %v", err)
	}
}
