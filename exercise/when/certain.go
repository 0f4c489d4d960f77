package when

import "slices"

// mostWorlds bounds how many ways the world could be are tried.
const mostWorlds = 10_000

// Certain says that a condition is always so, or never, whatever happens. It
// does not know what follows from what: that an inject answered is out. A
// condition with more ways to be than it can try is not certain.
func (e Expr) Certain() (always, never bool) {
	free := e.free()
	worlds := 1
	for _, v := range free {
		if worlds *= len(v.values); worlds > mostWorlds {
			return false, false
		}
	}
	always, never = true, true
	for n := range worlds {
		w := possible{}
		for _, v := range free {
			w[v.key] = v.values[n%len(v.values)]
			n /= len(v.values)
		}
		if e.Holds(w) {
			never = false
		} else {
			always = false
		}
	}
	return always, never
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

func (p possible) Number(fact, arg string) int { return p[[2]string{fact, arg}].(int) }

func (p possible) Word(fact string) string { return p[[2]string{fact, ""}].(string) }
