package format

import (
	"fmt"
	"io/fs"
	"slices"

	"kefi/exercise"
)

// Kin finds another scenario by its name: the one that this one translates,
// or whose twin it is. Without an answer nothing is compared.
type Kin func(name string) (exercise.Scenario, bool)

// Lint reads a scenario as Load does and then looks for what an author would
// rather know before the day: what could never happen, what nobody would
// dispute, what would take more time than there is. These are warnings; a
// scenario that has errors gets none of them yet. Kin may be nil.
func Lint(fsys fs.FS, dir string, kin Kin) Findings {
	r := newReader(fsys, dir)
	r.lint = &lint{kin: kin}
	r.read()
	if r.findings.Err() == nil {
		r.lintWhole()
	}
	_, findings := r.result()
	return findings
}

// LintFolder lints a scenario on the disk, named as for LoadFolder.
func LintFolder(name string, kin Kin) (findings Findings) {
	if fault := onDisk(name, func(fsys fs.FS, dir string) { findings = Lint(fsys, dir, kin) }); fault != nil {
		return fault
	}
	return findings
}

// lint is what the reader needs beside the files to look further.
type lint struct {
	kin      Kin
	original map[string]bool // texts of the scenario that this one translates
	avoid    nameBook        // the author's real names
	allow    []string        // real names that may stand
}

func (l *lint) find(name string) (exercise.Scenario, bool) {
	if l == nil || l.kin == nil || name == "" {
		return exercise.Scenario{}, false
	}
	return l.kin(name)
}

// unlinted reads what may hold anything: sources, and lists of real names.
func (r *reader) unlinted(read func()) {
	kept := r.lint
	r.lint = nil
	read()
	r.lint = kept
}

// lintWhole looks at a scenario that can be played.
func (r *reader) lintWhole() {
	r.lintTimes()
	r.lintLoad()
	r.lintAddressees()
	r.lintInjects()
	r.lintConditions()
	r.lintEffects()
	r.lintDraft()
	r.lintStakes()
	r.lintTwin()
}

// lintText looks at one text as it is read.
func (r *reader) lintText(n *node, text string, lead int) {
	r.lintNames(n, text, lead)
	r.lintUnwritten(n, text, lead)
	if r.lint.original[text] {
		line, col := n.place(lead)
		r.add(codeUntranslated, Warn, n.src, line, col, 1, "this text is the same as in "+r.scenario.TranslationOf+": not translated", "Write it in the language of this scenario.")
	}
}

// warn is a warning at a node; the whole scenario is meant where there is none.
func (r *reader) warn(code Code, n *node, hint, format string, args ...any) {
	if n == nil {
		n = r.places["the scenario"]
	}
	r.add(code, Warn, n.src, n.line, n.col, n.width(), fmt.Sprintf(format, args...), hint)
}

// lintDraft finds clauses that nobody would dispute.
func (r *reader) lintDraft() {
	for _, c := range r.scenario.Clauses {
		at := r.places["clause "+string(c.ID)]
		points := r.pointsOf(c.ID)
		if len(points) == 0 {
			r.warn(codeUndisputed, at, "Put the words that matter in brackets, [shall | should], or leave the clause out.", "nothing in clause %s is disputed", c.ID)
			continue
		}
		if !slices.ContainsFunc(points, r.disputed) {
			r.warn(codeUndisputed, at, "Give two teams stakes that want different words.", "every team is best off with the same words in clause %s", c.ID)
		}
	}
}

// disputed: two teams are best off with different words, or nobody has said so.
func (r *reader) disputed(point string) bool {
	var bests [][]int
	for _, t := range r.scenario.Teams {
		if t.Stakes == nil {
			return true
		}
		for _, p := range t.Stakes.Points {
			if string(p.Point) == point {
				bests = append(bests, allBest(p.Worth))
			}
		}
	}
	for _, a := range bests {
		for _, b := range bests {
			if !slices.ContainsFunc(a, func(n int) bool { return slices.Contains(b, n) }) {
				return true
			}
		}
	}
	return false
}

// allBest lists the alternatives of the highest worth.
func allBest(worth []int) (best []int) {
	for i, w := range worth {
		if w == slices.Max(worth) {
			best = append(best, i)
		}
	}
	return best
}

// pointsOf lists the points of a clause, in order.
func (r *reader) pointsOf(c exercise.ClauseID) (points []string) {
	for _, p := range r.names.points {
		if clauseOf(p) == c {
			points = append(points, p)
		}
	}
	return points
}

// clauseOf is the clause of a point: 3 of 3.1a.
func clauseOf(point string) exercise.ClauseID {
	for i, c := range point {
		if c == '.' {
			return exercise.ClauseID(point[:i])
		}
	}
	return ""
}
