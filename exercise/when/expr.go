package when

import (
	"fmt"
	"strconv"
	"strings"
)

// Expr is a condition that has been read. The zero Expr always holds.
type Expr struct {
	text string
	root node
}

// Facts tell how things stand. They change nothing.
type Facts interface {
	// Truth is a fact that is so or not; arg is what stands in its parentheses.
	Truth(fact, arg string) bool
	// Number is a fact that is a whole number.
	Number(fact, arg string) int
	// Word is a fact that is a word.
	Word(fact string) string
}

// Name is a name that stands in a condition, for whoever knows which exist.
type Name struct {
	Kind  Kind
	Name  string
	At    int // byte offset of the name, behind its quotation mark
	Width int // in bytes
}

// IsZero says that there is no condition.
func (e Expr) IsZero() bool { return e.root == nil }

// String is the condition as written.
func (e Expr) String() string { return e.text }

// Holds tells whether it is so.
func (e Expr) Holds(f Facts) bool { return e.root == nil || e.root.holds(f) }

// Sentence is the condition as people say it, without a stop: "clause 5 is
// agreed and the scenario minute is above 40".
func (e Expr) Sentence() string {
	if e.root == nil {
		return ""
	}
	return e.root.say(false)
}

// Names lists every name in the condition, in order.
func (e Expr) Names() []Name {
	var names []Name
	e.each(func(x atom) {
		for _, n := range []struct {
			kind Kind
			t    token
		}{{x.fact.Takes, x.arg}, {x.fact.Of, x.word}} {
			if n.kind != None {
				names = append(names, Name{n.kind, n.t.text, n.t.at + 1, len(n.t.text)})
			}
		}
	})
	return names
}

// Against lists the numbers that a fact is compared with: where it reaches one
// of them, or passes it, the condition may change.
func (e Expr) Against(fact string) []int {
	var list []int
	e.each(func(x atom) {
		if x.fact.Name == fact && x.sign != "" {
			list = append(list, x.n)
		}
	})
	return list
}

func (e Expr) each(visit func(atom)) {
	if e.root != nil {
		e.root.each(visit)
	}
}

// node is a condition or a part of one.
type node interface {
	holds(Facts) bool
	say(inside bool) string
	each(func(atom))
}

type (
	every   []node
	some    []node
	negated struct{ node }
	// atom is one fact, by itself or compared.
	atom struct {
		fact Fact
		at   token
		arg  token
		sign string // empty: it is so or not
		n    int
		word token
	}
)

func (x every) holds(f Facts) bool {
	for _, part := range x {
		if !part.holds(f) {
			return false
		}
	}
	return true
}

func (x some) holds(f Facts) bool {
	for _, part := range x {
		if part.holds(f) {
			return true
		}
	}
	return false
}

func (x negated) holds(f Facts) bool { return !x.node.holds(f) }

func (x atom) holds(f Facts) bool {
	switch x.fact.Gives {
	case Number:
		return compare(f.Number(x.fact.Name, x.arg.text), x.sign, x.n)
	case Word:
		return (f.Word(x.fact.Name) == x.word.text) == (x.sign == "=")
	}
	return f.Truth(x.fact.Name, x.arg.text)
}

func compare(a int, sign string, b int) bool {
	switch sign {
	case ">":
		return a > b
	case ">=":
		return a >= b
	case "<":
		return a < b
	case "<=":
		return a <= b
	case "!=":
		return a != b
	}
	return a == b
}

func (x every) each(visit func(atom)) { eachOf(x, visit) }
func (x some) each(visit func(atom))  { eachOf(x, visit) }
func (x atom) each(visit func(atom))  { visit(x) }

func eachOf(parts []node, visit func(atom)) {
	for _, part := range parts {
		part.each(visit)
	}
}

func (x every) say(inside bool) string { return sayJoined(x, " and ", inside) }
func (x some) say(inside bool) string  { return sayJoined(x, " or ", inside) }

func sayJoined(parts []node, word string, inside bool) string {
	said := make([]string, len(parts))
	for i, part := range parts {
		said[i] = part.say(true)
	}
	if inside {
		return "(" + strings.Join(said, word) + ")"
	}
	return strings.Join(said, word)
}

// say of a contrary: a single fact has its own words for it.
func (x negated) say(bool) string {
	if a, ok := x.node.(atom); ok && a.fact.Gives == Truth {
		return a.name(a.fact.no)
	}
	if inner, ok := x.node.(negated); ok {
		return inner.node.say(true)
	}
	return "it is not so that " + x.node.say(true)
}

func (x atom) say(bool) string {
	switch x.fact.Gives {
	case Number:
		return x.name(x.fact.yes) + " is " + spoken[x.sign] + strconv.Itoa(x.n)
	case Word:
		return x.name(x.fact.yes) + " is " + map[string]string{"=": "", "!=": "not "}[x.sign] + x.word.text
	}
	return x.name(x.fact.yes)
}

func (x atom) name(form string) string {
	if x.fact.Takes == None {
		return form
	}
	return fmt.Sprintf(form, x.arg.text)
}

var spoken = map[string]string{">": "above ", ">=": "at least ", "<": "below ", "<=": "at most ", "=": "", "!=": "not "}
