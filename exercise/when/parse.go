package when

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Bounds of a condition: what people can still follow.
const (
	MostBytes  = 400
	MostFacts  = 16
	MostNested = 8
)

// Parse reads a condition. An error is a *Mistake. Whether the names in it
// exist is for the caller to say: see [Expr.Names].
func Parse(text string) (Expr, error) {
	if len(text) > MostBytes {
		return Expr{}, &Mistake{MostBytes, 1, fmt.Sprintf("a condition is at most %d characters long", MostBytes), ""}
	}
	tokens, err := scan(text)
	if err != nil {
		return Expr{}, err
	}
	p := &parser{tokens: tokens}
	root := p.some()
	if p.peek().kind != end {
		p.fail(p.peek(), `Join facts with and or or.`, "nothing more was expected at %s", p.peek())
	}
	if p.err != nil {
		return Expr{}, p.err
	}
	return Expr{text: text, root: root}, nil
}

// parser reads tokens, by descent; after the first mistake it reads nothing.
type parser struct {
	tokens []token
	i      int
	facts  int
	nested int
	err    error
}

func (p *parser) peek() token { return p.tokens[p.i] }

func (p *parser) take() token {
	t := p.tokens[p.i]
	if t.kind != end {
		p.i++
	}
	return t
}

func (p *parser) accept(text string) bool {
	if p.err != nil || !p.peek().is(text) {
		return false
	}
	p.i++
	return true
}

func (p *parser) fail(t token, hint, format string, args ...any) {
	if p.err == nil {
		p.err = &Mistake{t.at, t.width, fmt.Sprintf(format, args...), hint}
	}
}

// some reads parts joined by or; every reads parts joined by and.
func (p *parser) some() node {
	return joined(p, "or", p.every, func(parts []node) node { return some(parts) })
}

func (p *parser) every() node {
	return joined(p, "and", p.part, func(parts []node) node { return every(parts) })
}

func joined(p *parser, word string, read func() node, join func([]node) node) node {
	parts := []node{read()}
	for p.accept(word) {
		parts = append(parts, read())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return join(parts)
}

// part reads a fact, its contrary, or a condition in parentheses.
func (p *parser) part() node {
	if p.nested++; p.nested > MostNested {
		p.fail(p.peek(), "", "this nests more than %d deep", MostNested)
		return nil
	}
	defer func() { p.nested-- }()
	switch t := p.peek(); {
	case p.err != nil:
		return nil
	case p.accept("not"):
		return negated{p.part()}
	case p.accept("("):
		inner := p.some()
		if p.err == nil && !p.accept(")") {
			p.fail(t, "", "this parenthesis is not closed")
		}
		return inner
	}
	return p.fact()
}

func (p *parser) fact() node {
	t := p.take()
	f, known := factNamed(t.text)
	switch {
	case t.kind != word || !known && slices.Contains([]string{"and", "or"}, t.text):
		p.fail(t, "Facts: "+factNames()+".", "a fact was expected, not %s", t)
		return nil
	case !known:
		p.fail(t, "Facts: "+factNames()+".", "there is no fact %q", t.text)
		return nil
	}
	if p.facts++; p.facts > MostFacts {
		p.fail(t, "", "a condition names at most %d facts", MostFacts)
	}
	x := atom{fact: f, at: t}
	if f.Takes != None {
		x.arg = p.argument(f)
	} else if p.peek().is("(") {
		p.fail(p.peek(), "Write "+f.form()+".", "nothing stands in parentheses after %s", f.Name)
	}
	return p.compared(x)
}

// argument reads the name in a fact's parentheses.
func (p *parser) argument(f Fact) token {
	t := p.peek()
	if !p.accept("(") {
		p.fail(t, "Write "+f.form()+".", "after %s stands a %s in parentheses", f.Name, f.Takes)
		return t
	}
	t = p.take()
	if t.kind != name && t.kind != end {
		p.fail(t, "Write "+f.form()+".", "the %s stands in quotation marks", f.Takes)
	}
	if !p.accept(")") {
		p.fail(p.peek(), "Write "+f.form()+".", "here a ) is missing")
	}
	return t
}

var signs = []string{">", ">=", "<", "<=", "=", "!="}

// compared reads what a number or a word is compared with.
func (p *parser) compared(x atom) node {
	if p.err != nil {
		return x
	}
	t := p.peek()
	compares := t.kind == sign && slices.Contains(signs, t.text)
	if x.fact.Gives == Truth {
		if compares {
			p.fail(t, "Write "+x.fact.form()+" alone, or with not before it.", "%s is so or not; it is not compared", x.fact.Name)
		}
		return x
	}
	if !compares || x.fact.Gives == Word && t.text != "=" && t.text != "!=" {
		p.fail(t, "Write "+x.fact.form()+".", "%s is compared with %s", x.fact.Name, strings.Join(x.fact.signs(), " "))
		return x
	}
	x.sign = p.take().text
	return p.against(x)
}

func (p *parser) against(x atom) node {
	t := p.take()
	if x.fact.Gives == Word {
		if x.word = t; t.kind != name {
			p.fail(t, "Write "+x.fact.form()+".", "the %s stands in quotation marks", x.fact.Of)
		}
		return x
	}
	n, err := strconv.Atoi(t.text)
	if t.kind != number || err != nil || n > most {
		p.fail(t, "Write "+x.fact.form()+".", "a whole number up to %d was expected, not %s", most, t)
	}
	x.n = n
	return x
}

const most = 100_000 // that a fact is compared with

func (f Fact) signs() []string {
	if f.Gives == Word {
		return []string{"=", "!="}
	}
	return signs
}

// form is how a fact is written.
func (f Fact) form() string {
	example := map[Kind]string{Clause: `("5")`, Place: `("3.1")`, Inject: `("I3")`, Team: `("arcadia")`, Dial: `("trust")`}[f.Takes]
	return f.Name + example + [...]string{Truth: "", Number: " > 40", Word: ` = "table"`}[f.Gives]
}

func factNames() string {
	names := make([]string, len(facts))
	for i, f := range facts {
		names[i] = f.Name
	}
	return strings.Join(names, " ")
}
