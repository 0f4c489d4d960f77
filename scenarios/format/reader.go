package format

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"kefi/exercise"
)

// reader goes through a scenario's files once and collects what it finds.
type reader struct {
	fsys     fs.FS
	dir      string
	main     string // the file that is read first
	name     string // of the scenario
	single   bool   // main holds everything: nothing lies beside it
	findings Findings
	scenario exercise.Scenario
	names    names
	// places are where parts stand: "inject I3", "clause 3", "team arcadia".
	places map[string]*node
	// conditions and returns name injects that may be read later.
	conditions []condition
	returns    []*node
	lint       *lint // nil where the scenario is only loaded
}

// newReader begins to read the folder or the file dir of fsys.
func newReader(fsys fs.FS, dir string) *reader {
	r := &reader{fsys: fsys, dir: dir, main: mainFile, name: path.Base(dir), names: newNames(), places: map[string]*node{}}
	if name, is := singleFile(path.Base(dir)); is {
		r.dir, r.main, r.name, r.single = path.Dir(dir), path.Base(dir), name, true
	}
	return r
}

// result is the scenario, empty where it cannot be played, and what was found.
func (r *reader) result() (exercise.Scenario, Findings) {
	r.findings = r.findings.tidy()
	if r.findings.Err() != nil {
		return exercise.Scenario{}, r.findings
	}
	return r.scenario, r.findings
}

// stand keeps where a part of the scenario stands.
func (r *reader) stand(what string, n *node) { r.places[what] = n }

// names are what later parts of a scenario may refer to.
type names struct {
	teams, seats, clauses, points, objectives []string
	// draws holds "maker" and "maker.rival": what may stand in braces.
	draws []string
	// paragraphs are where the points stand, alternatives how many each has.
	paragraphs   map[string]*node
	alternatives map[string]int
	// attached are the files that injects name, attachedBytes what they hold.
	attached      []string
	attachedBytes int
	// People or points that could not be read may be what a later name means.
	peopleUnsure, pointsUnsure, briefsUnsure bool
}

func newNames() names {
	return names{paragraphs: map[string]*node{}, alternatives: map[string]int{}}
}

// there says whether a file lies beside scenario.yaml.
func (r *reader) there(name string) bool {
	if r.single {
		return false
	}
	_, err := fs.Stat(r.fsys, path.Join(r.dir, name))
	return err == nil
}

// source reads a file beside scenario.yaml; nil where that failed.
func (r *reader) source(name string) *source {
	full := path.Join(r.dir, name)
	b, problem := readFile(r.fsys, full)
	if problem != "" {
		r.put(Finding{File: full, Level: Error, Code: codeFile, Message: problem})
		return nil
	}
	src := newSource(full, b)
	if line, col, bad := invalidUTF8(b); bad {
		r.add(codeValue, Error, src, line, col, 1, "this file is not UTF-8 text here", "Save it as UTF-8.")
		return nil
	}
	return src
}

// add keeps a finding at a place. The YAML library counts past the end of some
// broken files; then the last line is meant, as the first is where none is.
func (r *reader) add(code Code, level Level, src *source, line, col, length int, message, hint string) {
	line, col = min(max(line, 1), len(src.lines)), max(col, 1)
	r.put(Finding{
		File: src.name, Line: line, Column: col, Level: level, Code: code, Message: message, Hint: hint,
		Excerpt: src.excerpt(line, col, length),
	})
}

// put keeps a finding while there is room for it. What it quotes may hold
// anything; what it prints may not.
func (r *reader) put(f Finding) {
	f.File, f.Message, f.Hint = printable(f.File), printable(f.Message), printable(f.Hint)
	switch {
	case len(r.findings) < maxFindings:
		r.findings = append(r.findings, f)
	case !r.full():
		r.findings = append(r.findings, Finding{File: r.dir, Level: Error, Code: codeMore, Message: fmt.Sprintf("there are more findings; these are the first %d", maxFindings)})
	}
}

func (r *reader) full() bool { return len(r.findings) > maxFindings }

// fail is a finding at a node.
func (r *reader) fail(code Code, n *node, hint, format string, args ...any) {
	r.add(code, Error, n.src, n.line, n.col, n.width(), fmt.Sprintf(format, args...), hint)
}

// width is how many carets stand under a node: its first line, or one.
func (n *node) width() int {
	if n.kind != scalar || n.block || strings.Contains(n.value, "\n") {
		return 1
	}
	return max(1, utf8.RuneCountInString(n.value))
}

// unknown is a finding at a node that names what does not exist.
func (r *reader) unknown(n *node, word, where, plural string, known []string) {
	r.fail(codeUnknown, n, suggest(n.value, plural, known), "unknown %s %q in %s", word, n.value, where)
}
