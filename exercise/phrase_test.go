package exercise

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestLinesAreSaidInPhrases: what a line says is a Phrase, so that it can be
// said in every language. Text is for somebody's own words, and for those
// alone: s.text(…).
func TestLinesAreSaidInPhrases(t *testing.T) {
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, text := range lineTexts(n) {
				if !isWordsAlone(text) {
					t.Errorf("%s: a Line's Text is made in code; set its Phrase, with say or tally", fset.Position(text.Pos()))
				}
			}
			return true
		})
	}
}

// lineTexts are the texts given to lines in a node: Line{Text: …}, l.Text = ….
// Two functions may write any: the one that words a phrase, and the one that
// takes words out of the record.
func lineTexts(n ast.Node) (texts []ast.Expr) {
	switch n := n.(type) {
	case *ast.CompositeLit:
		if name, ok := n.Type.(*ast.Ident); !ok || name.Name != "Line" {
			return nil
		}
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && fmt.Sprint(kv.Key) == "Text" {
				texts = append(texts, kv.Value)
			}
		}
	case *ast.FuncDecl:
		if n.Name.Name == "worded" || n.Name.Name == "replaced" {
			return nil
		}
		ast.Inspect(n, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Lhs) != len(assign.Rhs) {
				return true
			}
			for i, to := range assign.Lhs {
				field, ok := to.(*ast.SelectorExpr)
				if line := fmt.Sprint(selected(field)); ok && field.Sel.Name == "Text" && (line == "l" || line == "line") {
					texts = append(texts, assign.Rhs[i])
				}
			}
			return true
		})
	}
	return texts
}

func selected(field *ast.SelectorExpr) ast.Expr {
	if field == nil {
		return nil
	}
	return field.X
}

// isWordsAlone: it is s.text(…).
func isWordsAlone(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	return ok && fun.Sel.Name == "text" && fmt.Sprint(fun.X) == "s"
}

// loud is a language for tests: English in capitals, with & in its lists.
type loud struct{}

func (loud) Fill(p Phrase, args []any) string {
	return strings.ToUpper(fmt.Sprintf(English{}.Wording(p), args...))
}
func (loud) List(members []string) string { return strings.Join(members, " & ") }

// TestWordingsComeBack: what an event keeps of its sentence says the same in
// every language, when the record is read again.
func TestWordingsComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := anyPhrase(rt, 3)
		text, err := json.Marshal(Wording{p})
		if err != nil {
			rt.Fatal(err)
		}
		var back Wording
		if err := json.Unmarshal(text, &back); err != nil {
			rt.Fatalf("%s: %v", text, err)
		}
		if got, want := back.In(loud{}), p.In(loud{}); got != want {
			rt.Fatalf("%s comes back as %q, not %q", text, got, want)
		}
		if got, want := back.String(), p.String(); got != want {
			rt.Fatalf("%s comes back as %q, not %q", text, got, want)
		}
	})
}

// anyPhrase draws one with the kinds of parts that phrases have.
func anyPhrase(t *rapid.T, depth int) Phrase {
	name := rapid.StringMatching(`[a-zé"\\<]{0,4}`).Draw(t, "name")
	n := rapid.IntRange(0, 3).Draw(t, "n")
	inner := say("%s", AltID{"3.1a", n})
	if depth > 0 {
		inner = anyPhrase(t, depth-1)
	}
	p := rapid.SampledFrom([]Phrase{
		say("the text"),
		say("%s has the floor for %s", name, inner),
		say("clause %s is %s, %d times", ClauseID(name), word(ClauseAgreed), n),
		tally(n, "%[2]s objects", "%[2]s object", inner),
		listed([]string{name, "Hydra", name}),
		listed([]Phrase{inner, inner}),
	}).Draw(t, "phrase")
	return rapid.SampledFrom([]Phrase{p, p.Capital(), p.Lower(), p.Ended()}).Draw(t, "shaped")
}

// TestDecidedSentencesKeepTheirParts: the record's sentence and its wording
// are one, and a record without wordings is still said.
func TestDecidedSentencesKeepTheirParts(t *testing.T) {
	p := atTable(t)
	p.do("chair", Put{X: []Subject{"3.1a/1"}})
	if got, want := p.room().Standing[0].IfNothingChanges.String(), "If nothing changes: not carried: nobody in κ (government) accepted; Arcadia and Meridia said nothing."; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	p.answers("arcadia accept, meridia accept, hydra accept, forge accept, lantern accept")
	p.do("chair", Close{X: "3.1a/1"})
	x := p.room().Decisions[0]
	if got, want := x.Sentence.In(loud{}), "CARRIED; PLUMB SAID NOTHING."; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got, want := (Wording{}).or("Carried.").In(English{}), "Carried."; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
