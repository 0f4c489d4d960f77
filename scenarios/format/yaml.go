package format

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// fault is why some YAML was not taken, and where.
type fault struct {
	line, col int
	message   string
	hint      string // what to do; may be empty
}

func (f *fault) Error() string { return f.message }

// parse reads one YAML document. Lines in front of it (front matter starts on
// the second line) are counted by skip. It refuses what a scenario never needs
// and what makes a YAML parser slow.
func parse(src *source, text string, skip int) (root *node, err error) {
	defer func() {
		if r := recover(); r != nil { // the YAML library's, on input made to break it
			root, err = nil, &fault{line: 1, col: 1, message: "this is not YAML that can be read"}
		}
	}()
	tokens := lexer.Tokenize(text)
	if f := tooMuch(tokens); f != nil {
		f.line += skip
		return nil, f
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntax(err, skip)
	}
	if len(file.Docs) > 1 && file.Docs[1].Body != nil {
		return nil, second(file.Docs[1], skip)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return &node{src: src, kind: empty, line: 1 + skip, col: 1}, nil
	}
	return convert(src, file.Docs[0].Body, skip)
}

// tooMuch is the guard before the parser: size, depth and what expands.
func tooMuch(tokens token.Tokens) *fault {
	if len(tokens) > maxTokens {
		return &fault{line: 1, col: 1, message: fmt.Sprintf("this file has more than %d pieces of YAML, which is more than a scenario needs", maxTokens)}
	}
	depth, dashes, line := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, dashes = t.Position.Line, 0
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType:
			dashes++
		case token.AnchorType, token.AliasType, token.MergeKeyType, token.TagType, token.MappingKeyType, token.DirectiveType:
			return &fault{
				line: t.Position.Line, col: t.Position.Column, message: fmt.Sprintf("%q is YAML that scenarios do not use", t.Value),
				hint: "Write the text out, in quotation marks if it starts with a sign.",
			}
		}
		if depth > maxDepth || dashes > maxDepth || t.Type == token.SequenceEntryType && t.Position.Column > 10*maxDepth {
			return &fault{line: t.Position.Line, col: t.Position.Column, message: "lists and maps are nested too deep here"}
		}
	}
	return nil
}

func syntax(err error, skip int) *fault {
	var e yaml.Error
	if !errors.As(err, &e) || e.GetToken() == nil || e.GetToken().Position == nil {
		return &fault{line: 1 + skip, col: 1, message: "this is not YAML that can be read"}
	}
	pos := e.GetToken().Position
	message := strings.TrimSpace(e.GetMessage())
	f := &fault{line: pos.Line + skip, col: pos.Column, message: "this is not YAML: " + message}
	for _, x := range advice {
		if strings.Contains(message, x.of) {
			f.message, f.hint = x.said, x.hint
			break
		}
	}
	return f
}

// advice is what the YAML library says, in plain words, and what an author can
// do about it. The first that fits is taken.
var advice = []struct{ of, said, hint string }{
	{"map key-value is pre-defined", outOfLine, inLine},
	{"unexpected key name", outOfLine, inLine},
	{"mapping value is not allowed", "a second colon stands here, or this line or the next stands further in than its neighbours", "A text with a colon and a blank in it needs quotation marks. " + inLine},
	{"character '\t'", "a tab stands here, and YAML takes blanks only", "Put two blanks for each tab; most editors can do that by themselves."},
	{"that cannot start any token", "no text starts with this sign", "Put the text in quotation marks. If it is a tab in front of a line, put two blanks in its place."},
	{"could not find end character", "the quotation mark that opens here is not closed", "Close it, or write the text below >- without quotation marks."},
	{"must be specified", "a bracket that opened above is not closed", "Close it with ] or }. A text that starts with a bracket needs quotation marks."},
	{"end token", "the bracket that opens here is not closed", "Close it with ] or }. A text that starts with a bracket needs quotation marks."},
	{"character corresponding to", "a bracket closes here that has not been opened", "Take it out, or put the text in quotation marks."},
	{"non-map value is specified", "here a field was expected: a name, a colon and a blank", "A line above has no colon, or this one stands further left or right than its neighbours."},
	{"block sequence entries", "a list with dashes starts in the line of its field", "Begin it a line below, a dash each; or write it between [ and ]."},
	{"value is not allowed in this context", outOfLine, inLine},
}

const (
	outOfLine = "this line stands further left or right than its neighbours"
	inLine    = "Fields that belong together start at the same column."
)

// second is the finding at a second document.
func second(d *ast.DocumentNode, skip int) *fault {
	f := faultAt(d.Body, skip, "a file holds one document; a second one starts here")
	f.hint = "Take out the line --- and what is below it, or put it into a file of its own."
	if d.Start != nil {
		f.line, f.col = d.Start.Position.Line+skip, d.Start.Position.Column
	}
	return f
}

func faultAt(n ast.Node, skip int, message string) *fault {
	pos := n.GetToken().Position
	return &fault{line: pos.Line + skip, col: pos.Column, message: message}
}

// convert turns the library's tree into ours, which holds three kinds only.
func convert(src *source, n ast.Node, skip int) (*node, error) {
	pos := n.GetToken().Position
	out := &node{src: src, kind: scalar, value: n.GetToken().Value, line: pos.Line + skip, col: pos.Column}
	switch n := n.(type) {
	case *ast.MappingNode:
		return out, out.addFields(n.Values, skip)
	case *ast.MappingValueNode:
		return out, out.addFields([]*ast.MappingValueNode{n}, skip)
	case *ast.SequenceNode:
		out.flow = n.IsFlowStyle
		return out, out.addItems(n.Values, skip)
	case *ast.LiteralNode:
		out.value, out.block = n.Value.Value, true
	case *ast.NullNode:
		out.kind, out.value = empty, ""
	case *ast.StringNode:
		out.quoted = n.Token.Type == token.DoubleQuoteType || n.Token.Type == token.SingleQuoteType
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
	default:
		return nil, faultAt(n, skip, "this kind of YAML is not used in scenarios")
	}
	return out, nil
}

func (n *node) addFields(values []*ast.MappingValueNode, skip int) error {
	n.kind, n.value = mapping, ""
	for i, v := range values {
		key, err := convert(n.src, v.Key, skip)
		if err != nil {
			return err
		}
		value, err := convert(n.src, v.Value, skip)
		if err != nil {
			return err
		}
		if i == 0 && !v.IsFlowStyle { // the map starts where its first key does, not at its colon
			n.line, n.col = key.line, key.col
		}
		n.fields = append(n.fields, field{key, value})
	}
	return nil
}

func (n *node) addItems(values []ast.Node, skip int) error {
	n.kind, n.value = sequence, ""
	for _, v := range values {
		item, err := convert(n.src, v, skip)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	return nil
}
