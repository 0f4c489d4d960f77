package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/tui/action"
	"kefi/tui/words"
)

// speakers are the functions whose argument is a key of the catalogue, with
// the place of that argument.
var speakers = map[string]int{
	"Say": 0, "say": 0, "Mark": 0, "Phrase": 0,
	"Refuse": 1, "refuse": 1,
	"Count": 2, "Counted": 2, "tally": 2,
}

// deeds are the functions of package exercise whose argument is one: what a
// seat may not do, and what wants words.
var deeds = map[string]int{
	"need": 0, "team": 0, "play": 0, "mayConduct": 0, "head": 0, "direct": 0, "voice": 0, "maySign": 0, "notHead": 0, "mine": 0, "evaluates": 0,
	"sat": 1, "satAsTeam": 1, "said": 1,
}

// grammar are the functions of package action whose argument is one: what a
// verb wants to read, and why it cannot be done now.
var grammar = map[string]int{
	"fail": 0, "unless": 0, "stands": 1, "silence": 1,
	"word": 0, "choice": 0, "id": 1, "participant": 0, "name": 0, "tailName": 0,
	"text": 0, "tail": 0, "optional": 0, "titled": 0, "count": 0, "duration": 0, "maybeDuration": 0, "referring": 0, "upTo": 1,
}

// keys finds every wording that the program says, with where it says it.
func keys(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, a := range action.All() {
		found[a.Help] = "help " + a.Name
	}
	for _, e := range transcript.Exports() {
		found[e.Help] = "export " + e.Name
	}
	for _, dir := range []string{"../../exercise", "../../exercise/conduct", "../../exercise/transcript", "../action", "../screen", "../plain", "../rehearsal", "../replay", "../sshd", "..", "../../cmd/kefi"} {
		inspect(t, dir, func(n ast.Node, files *token.FileSet) {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return
			}
			for _, at := range saying(dir) {
				if key, ok := keyOf(call, at); ok && (hasLetters(key) || strings.ContainsAny(key, ":;“\"")) {
					found[key] = files.Position(call.Pos()).String()
				}
			}
		})
	}
	for key, where := range states(t) {
		found[key] = where
	}
	return found
}

// inspect visits what stands in a package, tests aside.
func inspect(t *testing.T, dir string, visit func(ast.Node, *token.FileSet)) {
	t.Helper()
	paths, err := filepath.Glob(dir + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			visit(n, files)
			return true
		})
	}
}

// stateTypes are the types of the rules whose values people are told.
var stateTypes = []string{"Phase", "ItemKind", "Outcome", "PositionKind", "Role", "ClauseState", "InjectKind", "MotionKind", "RuleKind", "Base"}

// statePrefixes begin the names of constants without such a type.
var statePrefixes = []string{"Amendment", "Package", "Paused", "Form", "Inject", "How", "Mode", "Motion", "stopped", "IsEstablished", "NotEstablished"}

// states finds the constants of the rules that are said as they are.
func states(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	inspect(t, "../../exercise", func(n ast.Node, files *token.FileSet) {
		c, ok := n.(*ast.ValueSpec)
		if !ok || len(c.Values) != 1 || !isState(c) {
			return
		}
		if key, ok := literal(c.Values[0]); ok && hasLetters(key) {
			found[key] = files.Position(c.Pos()).String()
		}
	})
	return found
}

func isState(c *ast.ValueSpec) bool {
	kind, typed := c.Type.(*ast.Ident)
	return typed && slices.Contains(stateTypes, kind.Name) ||
		c.Type == nil && slices.ContainsFunc(statePrefixes, func(p string) bool { return strings.HasPrefix(c.Names[0].Name, p) })
}

// saying lists what speaks in a package.
func saying(dir string) []map[string]int {
	switch dir {
	case "../action":
		return []map[string]int{speakers, grammar}
	case "../../exercise":
		return []map[string]int{speakers, deeds}
	}
	return []map[string]int{speakers}
}

func keyOf(call *ast.CallExpr, speakers map[string]int) (string, bool) {
	name := ""
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		name = fun.Name
	case *ast.SelectorExpr:
		name = fun.Sel.Name
	}
	at, speaks := speakers[name]
	if !speaks || at >= len(call.Args) {
		return "", false
	}
	return literal(call.Args[at])
}

// literal gives a string literal, also one that is put together from several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok1 := literal(e.X)
		b, ok2 := literal(e.Y)
		return a + b, ok1 && ok2
	}
	return "", false
}

var verb = regexp.MustCompile(`%(?:\[\d+\])?[-+ 0]*\d*[sdvqc]`)

func hasLetters(key string) bool {
	return regexp.MustCompile(`\pL{2}`).MatchString(verb.ReplaceAllString(key, ""))
}

func TestEveryWordingIsInEveryLanguage(t *testing.T) {
	said := keys(t)
	for _, code := range words.Codes()[1:] {
		lang, _ := words.In(code)
		has := lang.Keys()
		missing := 0
		for key, where := range said {
			if _, found := slices.BinarySearch(has, key); !found {
				missing++
				t.Errorf("%s: no wording for %q (%s)", code, key, where)
			}
		}
		if missing > 0 {
			t.Errorf("%s: %d of %d wordings are missing", code, missing, len(said))
		}
	}
}

// A wording in another language has to take the same arguments.
func TestWordingsTakeTheSameArguments(t *testing.T) {
	for _, code := range words.Codes()[1:] {
		lang, _ := words.In(code)
		for _, key := range lang.Keys() {
			for _, text := range lang.Forms(key) {
				if text == "" {
					t.Errorf("%s: %q has an empty wording", code, key)
				}
				if got, want := arguments(text), arguments(key); !slices.Equal(got, want) {
					t.Errorf("%s: %q takes %q as %q", code, key, want, text)
				}
			}
		}
	}
}

// arguments gives what a format takes, in the order of the arguments.
func arguments(format string) []string {
	next, list := 1, []string{}
	for _, v := range verb.FindAllString(strings.ReplaceAll(format, "%%", ""), -1) {
		if open := strings.IndexByte(v, '['); open >= 0 {
			end := strings.IndexByte(v, ']')
			next, _ = strconv.Atoi(v[open+1 : end])
			v = v[:open] + v[end+1:]
		}
		list = append(list, strconv.Itoa(next)+v)
		next++
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func TestALanguageCounts(t *testing.T) {
	french, _ := words.In("fr")
	spanish, _ := words.In("es")
	for _, row := range []struct {
		lang *words.Language
		n    int
		want string
	}{
		{nil, 0, "0 teams"},
		{nil, 1, "1 team"},
		{french, 0, "0 équipe"},
		{french, 1, "1 équipe"},
		{french, 2, "2 équipes"},
		{spanish, 0, "0 equipos"},
		{spanish, 1, "1 equipo"},
	} {
		if got := row.lang.Count(row.n, "%d team", "%d teams"); got != row.want {
			t.Errorf("%s: %d is %q, not %q", row.lang.Code(), row.n, got, row.want)
		}
	}
}

func TestARefusalIsSaidInTheLanguage(t *testing.T) {
	french, _ := words.In("fr")
	err := exercise.Refuse(exercise.ErrNotNow, "%s, %s.", "Arcadia", exercise.Phrase{Format: "government"})
	if got := french.Error(err); got != "Arcadia, gouvernement." {
		t.Errorf("it says %q", got)
	}
	if got := err.Error(); got != "Arcadia, government." {
		t.Errorf("in the record it says %q", got)
	}
}

// madeUp are wordings whose keys the program puts together or keeps in a table.
var madeUp = []string{
	"government", "business", "philanthropy", // names of tracks
	"the lobby", "the briefing", "the hot wash", "the debrief", // phases, behind "the "
	"open it", // on the pages of the chair and of control
}

// A wording that nothing says any more is one more to keep right.
func TestEveryWordingIsSaid(t *testing.T) {
	said := keys(t)
	for _, code := range words.Codes()[1:] {
		lang, _ := words.In(code)
		for _, key := range lang.Keys() {
			if _, found := said[key]; !found && hasLetters(key) && !slices.Contains(madeUp, key) {
				t.Errorf("%s: nothing says %q", code, key)
			}
		}
	}
}

// Two files with a wording for one key would leave it to their names which is
// said.
func TestAKeyHasOneWording(t *testing.T) {
	for _, code := range words.Codes()[1:] {
		paths, err := filepath.Glob(code + "/*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		first := map[string]string{}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var part map[string]any
			if err := yaml.Unmarshal(text, &part); err != nil {
				t.Fatal(err)
			}
			for key := range part {
				if other, twice := first[key]; twice {
					t.Errorf("%q is in %s and in %s", key, other, path)
				}
				first[key] = path
			}
		}
	}
}

// onceOnly are words that were used beside the one that stands for the same
// thing everywhere else. Terms are those of the United Nations and the Union:
// a clause is un article, un artículo; an item un point, un tema; the chair
// rules by une décision, una decisión; the brief is un mandat, un mandato, since
// instructions come from a capital; a stance is un avis, un parecer, beside
// une position, una posición.
var onceOnly = map[string][]string{
	"fr": {"clause", "débriefing", "compte rendu", "non-papier", "parrain", "projet commun", "tranche", "Entrée,"},
	"es": {"cláusula", "postura", "dictamen", "non-paper", "autores", "proyecto conjunto", "ordenador", "órdenes", "Intro,"},
}

func TestOneThingIsCalledByOneWord(t *testing.T) {
	for code, list := range onceOnly {
		lang, _ := words.In(code)
		for _, key := range lang.Keys() {
			for _, text := range lang.Forms(key) {
				for _, word := range list {
					if strings.Contains(text, word) {
						t.Errorf("%s: %q is said with the word %q: %q", code, key, word, text)
					}
				}
			}
		}
	}
}
