package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows is the architecture: which packages of kefi each may import. Test
// support packages may import what they test.
var arrows = map[string][]string{
	"kefi/exercise":                     {"kefi/exercise/when"},
	"kefi/exercise/when":                {},
	"kefi/scenarios":                    {},
	"kefi/tui/theme":                    {},
	"kefi/tui/paint":                    {},
	"kefi/exercise/sqlitefile":          {},
	"kefi/exercise/journal":             {"kefi/exercise"},
	"kefi/exercise/journal/journaltest": {"kefi/exercise", "kefi/exercise/journal"},
	"kefi/exercise/journal/sqlite":      {"kefi/exercise", "kefi/exercise/journal", "kefi/exercise/sqlitefile"},
	"kefi/exercise/roster":              {"kefi/exercise"},
	"kefi/exercise/roster/rostertest":   {"kefi/exercise", "kefi/exercise/roster"},
	"kefi/exercise/roster/sqlite":       {"kefi/exercise", "kefi/exercise/roster", "kefi/exercise/sqlitefile"},
	"kefi/exercise/bot":                 {"kefi/exercise"},
	"kefi/exercise/rehearse":            {"kefi/exercise", "kefi/exercise/bot"},
	"kefi/exercise/bot/bottest":         {"kefi/exercise", "kefi/exercise/bot"},
	"kefi/exercise/transcript/sign":     {},
	"kefi/exercise/transcript":          {"kefi/exercise", "kefi/exercise/figures", "kefi/exercise/journal", "kefi/exercise/transcript/paper"},
	"kefi/exercise/transcript/paper":    {"kefi/exercise"},
	"kefi/exercise/recount":             {"kefi/exercise"},
	"kefi/exercise/figures":             {"kefi/exercise"},
	"kefi/exercise/followup":            {},
	"kefi/exercise/compare":             {"kefi/exercise", "kefi/exercise/figures", "kefi/exercise/transcript", "kefi/exercise/transcript/paper"},
	"kefi/exercise/conduct":             {"kefi/exercise", "kefi/exercise/journal", "kefi/exercise/roster"},
	"kefi/scenarios/format":             {"kefi/exercise", "kefi/exercise/when"},
	"kefi/scenarios/start":              {"kefi/exercise", "kefi/scenarios/format"},
	"kefi/scenarios/msel":               {"kefi/exercise", "kefi/exercise/when", "kefi/scenarios/format"},
	"kefi/tui/words":                    {"kefi/exercise"},
	"kefi/tui/rehearsal":                {"kefi/exercise", "kefi/exercise/bot", "kefi/tui/words"},
	"kefi/tui/rehearsal/rehearsaltest":  {"kefi/exercise", "kefi/tui/rehearsal"},
	"kefi/tui/action":                   {"kefi/exercise", "kefi/exercise/transcript", "kefi/tui/words"},
	"kefi/tui/plain":                    {"kefi/exercise", "kefi/exercise/transcript", "kefi/tui/action", "kefi/tui/rehearsal", "kefi/tui/words"},
	"kefi/tui/screen":                   {"kefi/exercise", "kefi/exercise/transcript", "kefi/tui/action", "kefi/tui/rehearsal", "kefi/tui/theme", "kefi/tui/paint", "kefi/tui/words"},
	"kefi/tui/replay":                   {"kefi/exercise", "kefi/tui/action", "kefi/tui/plain", "kefi/tui/theme", "kefi/tui/paint", "kefi/tui/screen", "kefi/tui/words"},
	"kefi/tui":                          {"kefi/exercise", "kefi/tui/action", "kefi/tui/theme", "kefi/tui/paint", "kefi/tui/replay", "kefi/tui/screen", "kefi/tui/plain", "kefi/tui/words"},
	"kefi/tui/sshd":                     {"kefi/exercise", "kefi/tui/words"},
}

func TestImportsRunOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "kefi/...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		may, listed := arrows[fields[0]]
		if !listed && !strings.HasPrefix(fields[0], "kefi/cmd/") {
			t.Errorf("%s is not in the picture of the architecture", fields[0])
		}
		for _, imported := range fields[1:] {
			if listed && strings.HasPrefix(imported, "kefi/") && !slices.Contains(may, imported) {
				t.Errorf("%s must not import %s", fields[0], imported)
			}
			if fields[0] == "kefi/exercise" && !pure(imported) {
				t.Errorf("the rules must not import %s", imported)
			}
		}
	}
}

// pure: the rules know no network, files, time or chance.
func pure(path string) bool {
	if strings.Contains(path, ".") {
		return path == "golang.org/x/text/unicode/norm"
	}
	return !slices.Contains([]string{"net", "os", "time", "math/rand", "math/rand/v2", "crypto/rand", "sync"}, path) &&
		!strings.HasPrefix(path, "net/") && !strings.HasPrefix(path, "os/")
}

// eachFile parses every Go file of the project.
func eachFile(t *testing.T, visit func(path string, fset *token.FileSet, f *ast.File)) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err == nil {
			visit(path, fset, f)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Tests wait for things, not for time to pass: Sleep, After and Tick stand
// only where the clock is a testing/synctest bubble's, and in poll_test.go,
// which polls with a deadline. A benchmark may look at intervals: it measures.
func TestNoTestSleeps(t *testing.T) {
	eachFile(t, func(path string, fset *token.FileSet, f *ast.File) {
		if !strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "poll_test.go") || strings.HasSuffix(path, "_bench_test.go") || bubbles(f) {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && named(call, "time", "Sleep", "After", "Tick", "NewTicker") {
				t.Errorf("%s waits for time to pass", fset.Position(call.Pos()))
			}
			return true
		})
	})
}

// bubbles: does the file run its tests on a bubble's clock?
func bubbles(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"testing/synctest"` })
}

func named(call *ast.CallExpr, pkg string, names ...string) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := sel.X.(*ast.Ident)
	return ok && x.Name == pkg && slices.Contains(names, sel.Sel.Name)
}

// Every package says what it promises.
func TestEveryPackageHasADoc(t *testing.T) {
	documented := map[string]bool{}
	eachFile(t, func(path string, _ *token.FileSet, f *ast.File) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		folder := filepath.Dir(path)
		documented[folder] = documented[folder] || f.Doc != nil
	})
	for folder, ok := range documented {
		if !ok {
			t.Errorf("%s has no package comment", folder)
		}
	}
}
