package paper

import (
	"bytes"
	"errors"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	rendered "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Markdown reads kefi's own minutes: headings, paragraphs, lists, quotations,
// tables, and CriticMarkup as changes. What people typed comes out as they
// typed it; links and HTML, of which the minutes have none, as their text. The
// error says that the document is more deeply nested than any of kefi's.
func Markdown(md string) ([]Block, error) {
	source := []byte(md)
	parse := goldmark.New(goldmark.WithExtensions(extension.Table),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(critic{}, 50)))).Parser()
	r := reader{source: source}
	r.blocks(parse.Parse(text.NewReader(source)), Body)
	if r.deep {
		return nil, errors.New("the Markdown is nested too deeply to be put on paper")
	}
	return r.out, nil
}

// reader gathers blocks.
type reader struct {
	source []byte
	out    []Block
	level  int // of lists
	depth  int
	deep   bool
}

const mostDeep = 100

func (r *reader) blocks(parent ast.Node, style Style) {
	if r.depth++; r.depth > mostDeep {
		r.deep = true
	} else {
		for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
			r.block(n, style)
		}
	}
	r.depth--
}

func (r *reader) block(n ast.Node, style Style) {
	switch n := n.(type) {
	case *ast.Heading:
		r.add(Heading{n.Level, r.runs(n)})
	case *ast.Paragraph, *ast.TextBlock:
		if runs := r.runs(n); len(runs) > 0 {
			r.add(proseOf(runs, style))
		}
	case *ast.Blockquote:
		r.blocks(n, Quote)
	case *ast.List:
		r.list(n, style)
	case *ast.ThematicBreak:
		r.add(Rule{})
	case *tables.Table:
		r.add(r.table(n))
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		if s := strings.TrimRight(string(n.Lines().Value(r.source)), "\n"); s != "" && !strings.HasPrefix(s, "<!--") {
			r.add(Para{Style: style, Text: Text(s)})
		}
	default:
		r.blocks(n, style)
	}
}

func (r *reader) add(b Block) { r.out = append(r.out, b) }

// proseOf is a paragraph; one that is in italics altogether is what kefi says
// of the document.
func proseOf(runs []Run, style Style) Para {
	if style != Body {
		return Para{Style: style, Text: runs}
	}
	note := make([]Run, len(runs))
	for i, x := range runs {
		if !x.Italic && strings.TrimSpace(x.Text) != "" {
			return Para{Text: runs}
		}
		x.Italic = false
		note[i] = x
	}
	return Para{Style: Note, Text: note}
}

// list reads entries. A list under an entry, and what comes after it, are
// lists of their own.
func (r *reader) list(n *ast.List, style Style) {
	if r.level > mostDeep {
		r.deep = true
		return
	}
	now := List{Ordered: n.IsOrdered(), Level: r.level}
	flush := func() {
		if len(now.Items) > 0 {
			r.add(now)
		}
		now.Items = nil
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		for part := item.FirstChild(); part != nil; part = part.NextSibling() {
			switch part.(type) {
			case *ast.Paragraph, *ast.TextBlock:
				now.Items = append(now.Items, r.runs(part))
			default:
				flush()
				r.level++
				r.block(part, style)
				r.level--
			}
		}
	}
	flush()
}

func (r *reader) table(n *tables.Table) Table {
	var t Table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]Run
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, r.runs(c))
		}
		if _, head := row.(*tables.TableHeader); !head {
			t.Rows = append(t.Rows, cells)
			continue
		}
		for _, c := range cells {
			t.Head = append(t.Head, plain(c))
		}
	}
	for i, a := range n.Alignments {
		if a == tables.AlignRight {
			t.Numeric = append(t.Numeric, i)
		}
	}
	return t
}

// runs reads the text under a node.
func (r *reader) runs(n ast.Node) []Run {
	var out words
	r.inline(n, Run{}, &out)
	return out
}

// words are runs on their way: equal looks become one run.
type words []Run

func (w *words) add(look Run, text string) {
	if text == "" {
		return
	}
	if last := len(*w) - 1; last >= 0 && (*w)[last].Bold == look.Bold && (*w)[last].Italic == look.Italic && (*w)[last].Change == look.Change {
		(*w)[last].Text += text
		return
	}
	look.Text = text
	*w = append(*w, look)
}

func (r *reader) inline(parent ast.Node, look Run, out *words) {
	if r.depth++; r.depth > mostDeep {
		r.deep = true
		r.depth--
		return
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			out.add(look, r.text(n))
		case *ast.String:
			out.add(look, string(n.Value))
		case *ast.Emphasis:
			inner := look
			inner.Bold, inner.Italic = look.Bold || n.Level == 2, look.Italic || n.Level == 1
			r.inline(n, inner, out)
		case *ast.AutoLink:
			out.add(look, string(n.Label(r.source)))
		case *ast.RawHTML:
			out.add(look, string(n.Segments.Value(r.source)))
		case *change:
			n.put(look, out)
		default:
			r.inline(n, look, out)
		}
	}
	r.depth--
}

func (r *reader) text(n *ast.Text) string {
	segment := n.Segment.Value(r.source)
	s := string(segment)
	if !n.IsRaw() {
		s = unescaped(segment)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		s += " "
	}
	return s
}

// unescaped resolves backslashes and entities as goldmark does.
func unescaped(md []byte) string {
	var out bytes.Buffer
	w := util.BufWriter(&buffered{&out})
	rendered.DefaultWriter.Write(w, md)
	return html.UnescapeString(out.String())
}

type buffered struct{ *bytes.Buffer }

func (b *buffered) Available() int { return b.Buffer.Available() }
func (b *buffered) Buffered() int  { return 0 }
func (b *buffered) Flush() error   { return nil }
