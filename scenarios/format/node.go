package format

import "strings"

// node is a piece of YAML that knows where it stands: a scalar, a map or a
// list. Values are kept as written; what they mean is the reader's affair.
type node struct {
	src    *source
	kind   kind
	value  string // of a scalar
	line   int    // from 1
	col    int    // from 1, in characters
	block  bool   // a scalar written as | or >: its text starts a line below
	quoted bool   // a scalar in quotation marks
	flow   bool   // a list between [ and ]
	fields []field
	items  []*node
}

type kind string

const (
	scalar   kind = "a text"
	mapping  kind = "a map of fields"
	sequence kind = "a list"
	empty    kind = "empty"
)

type field struct{ key, value *node }

func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	for _, f := range n.fields {
		if f.key.value == key {
			return f.value
		}
	}
	return nil
}

// place finds where in the file the byte at offset of the scalar's value
// stands. Blanks are folded in YAML and everything else is written as it is,
// so both are walked in step by what is not blank.
func (n *node) place(offset int) (line, col int) {
	want := solid(n.value[:min(offset, len(n.value))])
	line, col = n.line, n.col
	if n.block {
		line, col = n.line+1, 1
	}
	for i := line; i <= len(n.src.lines); i++ {
		at := 0
		for _, r := range n.src.lines[i-1] {
			if at++; i == line && at < col || blank(r) || at == col && i == n.line && quote(r) {
				continue
			}
			if want == 0 {
				return i, at
			}
			want--
		}
	}
	return n.line, n.col
}

func solid(s string) (n int) {
	for _, r := range s {
		if !blank(r) {
			n++
		}
	}
	return n
}

func blank(r rune) bool { return strings.ContainsRune(" \t\n", r) }
func quote(r rune) bool { return r == '"' || r == '\'' }
