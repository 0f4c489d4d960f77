package format_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"kefi/scenarios/format"
)

// large is a scenario with as many injects and clauses, in the files that an
// author would write; each clause has a point and each team stakes in all.
func large(t testing.TB, injects, clauses int) fstest.MapFS {
	t.Helper()
	files := small(t)
	var draft, agenda, points, stakes strings.Builder
	for c := 1; c <= clauses; c++ {
		fmt.Fprintf(&draft, "  - {id: %d, title: Clause %d, paragraphs: [\"The Parties [shall | should] ring the bell of tower %d.\"]}\n", c, c, c)
		fmt.Fprintf(&agenda, "  - {name: %d, kind: second reading, clauses: [%d], minutes: 7}\n", c, c)
		fmt.Fprintf(&points, "  %d.1a: A tower that nobody rings is a wall.\n", c)
		fmt.Fprintf(&stakes, "  %d.1a: [%d, 0]\n", c, c%2)
	}
	main := string(files["small/scenario.yaml"].Data)
	from, to := strings.Index(main, "clauses:\n"), strings.Index(main, "times:\n")
	main = main[:from] + "clauses:\n" + draft.String() + "agenda:\n" + agenda.String() + main[to:]
	files["small/scenario.yaml"] = &fstest.MapFile{Data: []byte(main)}
	for _, team := range []string{"norland", "telvia"} {
		files["small/briefs/"+team+".md"] = &fstest.MapFile{Data: []byte("---\nwants: [Noon]\ntrades: [The hour]\nred-lines: [Silence]\noffers: [A rope, A bell]\npoints:\n" +
			points.String() + "stakes:\n  no-agreement: 25\n" + stakes.String() + "---\nYou like bells.\n")}
	}
	for i := 1; i <= injects; i++ {
		files[fmt.Sprintf("small/injects/I%d.md", i)] = &fstest.MapFile{Data: []byte(fmt.Sprintf(
			"---\ntitle: Bell %d cracks\nkind: contextual\nfrom: The sexton\nmethod: letter\nto: [telvia]\nat: T+%dm\nprobes: [%d]\n---\n%s\n", i, i, i%clauses+1, strings.Repeat("It cracked in the night. ", 20)))}
	}
	return files
}

func TestALargeScenarioLoads(t *testing.T) {
	s, findings := format.Load(large(t, 500, 200), "small")
	if findings.Err() != nil || len(s.Injects) != 500 || len(s.Clauses) != 200 {
		t.Fatalf("%d injects and %d clauses with findings:\n%s", len(s.Injects), len(s.Clauses), findings)
	}
}

func BenchmarkLoadLarge(b *testing.B) {
	files := large(b, 500, 200)
	b.ReportAllocs()
	for b.Loop() {
		format.Load(files, "small")
	}
}

func BenchmarkLintLarge(b *testing.B) {
	files := large(b, 500, 200)
	b.ReportAllocs()
	for b.Loop() {
		format.Lint(files, "small", nil)
	}
}
