package format

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Level says whether a scenario can be played in spite of a finding.
type Level string

// The levels of a finding.
const (
	Error Level = "error" // the scenario is not loaded
	Warn  Level = "warn"  // it is, but its author should look
)

// Finding is one remark on a scenario's files.
type Finding struct {
	File    string // "copycat/scenario.yaml"
	Line    int    // from 1; 0 where the whole file is meant
	Column  int    // from 1, in characters
	Level   Level
	Code    Code
	Message string // what is wrong
	Hint    string // what to do: "Did you mean …", the valid names; may be empty
	// Excerpt is the line with its neighbours and a caret, ready to print.
	Excerpt string
}

// String is the finding as an author reads it in a terminal.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", f.Line, f.Column)
	}
	fmt.Fprintf(&b, "  %s  %s [%s]\n%s", f.Level, f.Message, f.Code, f.Excerpt)
	if f.Hint != "" {
		fmt.Fprintf(&b, "   %s\n", f.Hint)
	}
	return b.String()
}

// Findings are in order of file, line and column.
type Findings []Finding

// Err is nil where nothing stands in the way of playing; warnings do not.
func (fs Findings) Err() error {
	if fs.count(Error) == 0 {
		return nil
	}
	return errors.New(strings.TrimRight(fs.String(), "\n"))
}

// String lists every finding and counts them.
func (fs Findings) String() string {
	if len(fs) == 0 {
		return ""
	}
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.String())
	}
	fmt.Fprintf(&b, "%s, %s.\n", plural(len(fs), "finding"), plural(fs.count(Error), "error"))
	return b.String()
}

func (fs Findings) count(level Level) (n int) {
	for _, f := range fs {
		if f.Level == level {
			n++
		}
	}
	return n
}

// tidy orders findings and keeps one of those that say the same.
func (fs Findings) tidy() Findings {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(fs)
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
