package when

import (
	"slices"
	"strings"
)

// mostWorlds bounds how many ways the world could be are tried.
const mostWorlds = 2000

// Certain says that a condition is always so, or never, whatever happens. Of
// what follows from what it knows that in a clause which is agreed nothing is
// open, and that it is not deferred. A condition with more ways to be than it
// can try is not certain.
func (e Expr) Certain() (always, never bool) {
	always, never = true, true
	tried := e.worlds(Limits{}, func(w possible) bool {
		if e.Holds(w) {
			never = false
		} else {
			always = false
		}
		return true
	})
	return tried && always, tried && never
}

// Limits narrow what may come to be so.
type Limits struct {
	// Never says that a fact is never so; nil: any may be.
	Never func(fact, arg string) bool
	// Minutes is how long play lasts, in scenario minutes; 0: without end.
	Minutes int
}

// Possible says that a condition may come to be so within limits. It says so
// too of one with more ways to be than it can try.
func (e Expr) Possible(l Limits) bool {
	found := false
	tried := e.worlds(l, func(w possible) bool {
		found = e.Holds(w)
		return !found
	})
	return found || !tried
}

// worlds visits every way the world could be that makes a difference, until
// visit has seen enough. It reports false where there are too many.
func (e Expr) worlds(l Limits, visit func(possible) bool) bool {
	free := e.free()
	worlds := 1
	for i := range free {
		free[i].values = slices.DeleteFunc(free[i].values, func(value any) bool { return l.forbid(free[i].key, value) })
		if worlds *= len(free[i].values); worlds > mostWorlds {
			return false
		}
	}
	for n := range worlds {
		w := possible{}
		for _, v := range free {
			w[v.key] = v.values[n%len(v.values)]
			n /= len(v.values)
		}
		if w.contradicts() {
			continue
		}
		if !visit(w) {
			break
		}
	}
	return true
}

func (l Limits) forbid(key [2]string, value any) bool {
	if n, is := value.(int); is && key[0] == "minute" {
		return l.Minutes > 0 && n > l.Minutes
	}
	return value == true && l.Never != nil && l.Never(key[0], key[1])
}

// variable is a fact with all the values between which a condition can tell.
type variable struct {
	key    [2]string // fact and argument
	values []any
}

func (e Expr) free() []variable {
	var list []variable
	e.each(func(x atom) {
		key := [2]string{x.fact.Name, x.arg.text}
		i := slices.IndexFunc(list, func(v variable) bool { return v.key == key })
		if i < 0 {
			list = append(list, variable{key: key})
			i = len(list) - 1
		}
		for _, value := range x.between() {
			if !slices.Contains(list[i].values, value) {
				list[i].values = append(list[i].values, value)
			}
		}
	})
	return list
}

// between are values on every side of what the fact is compared with. No
// number is below 0.
func (x atom) between() []any {
	switch x.fact.Gives {
	case Number:
		return []any{max(x.n-1, 0), x.n, x.n + 1}
	case Word:
		return []any{"", x.word.text}
	}
	return []any{false, true}
}

// possible is one way the world could be.
type possible map[[2]string]any

func (p possible) Truth(fact, arg string) bool { return p[[2]string{fact, arg}] == true }

// contradicts: the world cannot be so, since a clause is agreed in it and
// something in that clause is still open, or the clause is put off.
func (p possible) contradicts() bool {
	for key, so := range p {
		if key[0] != "open" && key[0] != "deferred" || so != true {
			continue
		}
		clause, _, _ := strings.Cut(key[1], ".")
		if p.Truth("agreed", clause) {
			return true
		}
	}
	return false
}

func (p possible) Number(fact, arg string) int { return p[[2]string{fact, arg}].(int) }

func (p possible) Word(fact string) string { return p[[2]string{fact, ""}].(string) }
