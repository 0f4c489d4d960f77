package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

// source is one file of a scenario, as lines to quote from.
type source struct {
	name  string // "copycat/briefs/arcadia.md"
	text  string
	lines []string
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// newSource takes line ends and a byte order mark as editors write them.
func newSource(name string, b []byte) *source {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	text := lineEnds.Replace(string(b))
	return &source{name: name, text: text, lines: strings.Split(text, "\n")}
}

// readFile reads at most maxFile bytes of a regular file. The problem is a
// sentence for the author, empty where the file was read.
func readFile(fsys fs.FS, name string) (b []byte, problem string) {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "this file is missing"
	}
	if err != nil {
		return nil, fmt.Sprintf("this file cannot be read: %v", reason(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, "this is not a plain file"
	}
	b, err = io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Sprintf("this file cannot be read: %v", reason(err))
	}
	if len(b) > maxFile {
		return nil, "this file is larger than 1 MB, which is more than a scenario needs"
	}
	return b, ""
}

// reason leaves out the path, which the finding already names.
func reason(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}

// invalidUTF8 finds the first line and column that is not UTF-8.
func invalidUTF8(b []byte) (line, col int, found bool) {
	line, col = 1, 1
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			return line, col, true
		}
		if col++; r == '\n' {
			line, col = line+1, 1
		}
		b = b[size:]
	}
	return 0, 0, false
}

const (
	excerptBefore = 2   // lines shown above the one that is meant
	excerptWidth  = 100 // characters of a line that are shown
)

// excerpt shows a line with two before it and a caret under length characters.
func (s *source) excerpt(line, col, length int) string {
	if line < 1 || line > len(s.lines) {
		return ""
	}
	from := 0 // first character shown, for very long lines
	if col > excerptWidth {
		from = col - excerptWidth/2
	}
	var b strings.Builder
	for n := max(1, line-excerptBefore); n <= line; n++ {
		mark := ' '
		if n == line {
			mark = '>'
		}
		line := fmt.Sprintf(" %c %3d | %s", mark, n, shown(s.lines[n-1], from))
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	room := max(1, utf8.RuneCountInString(s.lines[line-1])-col+1)
	length = max(1, min(length, room, excerptWidth-(col-from)+1))
	fmt.Fprintf(&b, "       | %s%s\n", strings.Repeat(" ", col-1-from), strings.Repeat("^", length))
	return b.String()
}

// shown cuts a line to the excerpt's width and makes it safe for a terminal.
func shown(line string, from int) string {
	var b strings.Builder
	n := 0
	for _, r := range line {
		if n++; n <= from {
			continue
		}
		if n > from+excerptWidth {
			break
		}
		b.WriteRune(visible(r))
	}
	return b.String()
}

// visible is a character, or what stands for one that a terminal would obey.
func visible(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case !unicode.IsPrint(r):
		return utf8.RuneError
	}
	return r
}

func printable(s string) string { return strings.Map(visible, s) }
