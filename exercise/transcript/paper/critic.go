package paper

import (
	"bytes"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// critic reads CriticMarkup: {++put in++}, {--struck--} and, right after them,
// {>>by whom, when<<}.
type critic struct{}

func (critic) Trigger() []byte { return []byte{'{'} }

func (critic) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	for _, m := range []struct{ open, shut string }{{"{++", "++}"}, {"{--", "--}"}, {"{>>", "<<}"}} {
		rest, found := bytes.CutPrefix(line, []byte(m.open))
		end := closing(rest, m.shut)
		if !found || end < 0 {
			continue
		}
		block.Advance(len(m.open) + end + len(m.shut))
		said := unescaped(rest[:end])
		if m.open == "{>>" {
			return &change{comment: said, isComment: true}
		}
		return &change{text: said, struck: m.open == "{--"}
	}
	return nil
}

// closing finds where a change ends: what stands after a backslash ends none.
func closing(s []byte, shut string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case bytes.HasPrefix(s[i:], []byte(shut)):
			return i
		}
	}
	return -1
}

// change is a change, or the comment on the changes before it.
type change struct {
	ast.BaseInline
	text, comment string
	struck        bool
	isComment     bool
}

var kindChange = ast.NewNodeKind("KefiChange")

func (*change) Kind() ast.NodeKind { return kindChange }

func (c *change) Dump(source []byte, level int) { ast.DumpHelper(c, source, level, nil, nil) }

// put adds the change to runs, or says of those just added whose they are.
func (c *change) put(look Run, out *words) {
	if !c.isComment {
		look.Change = &Change{Struck: c.struck}
		out.add(look, c.text)
		return
	}
	author, wall := signed(c.comment)
	for i := len(*out) - 1; i >= 0; i-- {
		x := (*out)[i].Change
		if x == nil || x.Author != "" {
			break
		}
		x.Author, x.Wall = author, wall
	}
}

// signed takes a comment apart: "Arcadia, 2026-09-21 13:17:04 UTC".
func signed(comment string) (author string, wall int64) {
	if i := strings.LastIndex(comment, ", "); i > 0 {
		if at, err := time.Parse(changeTime, comment[i+2:]); err == nil {
			return comment[:i], at.UnixMilli()
		}
	}
	return comment, 0
}
