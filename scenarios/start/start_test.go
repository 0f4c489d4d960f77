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

// What is written can be played, and lint has nothing to say of it, whatever
// an author answers.
func TestFirstDraftsAreSound(t *testing.T) {
	for i, change := range []func(*start.Answers){
		func(*start.Answers) {},
		func(a *start.Answers) { a.Minutes, a.Clauses = 20, "Only: one" },
		func(a *start.Answers) { a.Minutes, a.Teams = 120, "A κ, B κ, C ε, D E, F φ, G philanthropy" },
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
		if findings := format.LintFolder(folder, nil); len(findings) > 0 {
			t.Errorf("%d: findings:\n%s", i, findings)
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
