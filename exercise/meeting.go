package exercise

import "slices"

// Which sealed positions can be met together: assume all, drop those whose
// condition fails, repeat. Since no condition says "not", what remains is the
// one largest set; circles meet. Nothing here is decided: what remains is only
// asked to be confirmed.

// meeting gives that set, parted into the sets that do not hang together.
func (s State) meeting() [][]sealed {
	set := slices.DeleteFunc(slices.Clone(s.sealed), func(p sealed) bool { return !s.packable(p.X) })
	for {
		kept := slices.DeleteFunc(slices.Clone(set), func(p sealed) bool {
			return !p.If.holds(func(x Subject) bool { return s.isSo(x) || s.given(set, x) })
		})
		if len(kept) < len(set) {
			set = kept
			continue
		}
		sets := s.partSets(set)
		if late, clash := s.clashing(sets); clash {
			set = slices.DeleteFunc(slices.Clone(set), func(p sealed) bool { return p.Team == late.Team && p.X == late.X })
			continue
		}
		return sets
	}
}

// packable: a package can hold it. A motion, and a paragraph decided by itself,
// are only answered when they are put.
func (s State) packable(x Subject) bool {
	sub, err := s.subject(x)
	return err == nil && (sub.pack != "" || s.bindableAlone(sub) == nil)
}

// given: some position of the set accepts it.
func (s State) given(set []sealed, x Subject) bool {
	return slices.ContainsFunc(set, func(p sealed) bool { return s.covers(p.X, x) })
}

// covers: whoever accepts a accepts x. An amendment and its only alternative
// are one thing, and a package is its parts.
func (s State) covers(a, x Subject) bool {
	if a == x {
		return true
	}
	b, err := s.subject(x)
	if err != nil {
		return false
	}
	for _, part := range s.partsOf(a) {
		sub, err := s.subject(part)
		if part == x || err == nil && len(b.alts) > 0 && slices.Equal(sub.alts, b.alts) {
			return true
		}
	}
	return false
}

// partsOf are the parts of a package, or the thing itself.
func (s State) partsOf(x Subject) []Subject {
	if p, ok := s.pack(PackageID(x)); ok {
		return p.Parts
	}
	return []Subject{x}
}

// partSets parts a set into those whose conditions or subjects hang together,
// each in order of sealing.
func (s State) partSets(set []sealed) [][]sealed {
	var sets [][]sealed
	for len(set) > 0 {
		inside := s.hanging(set)
		sets = append(sets, slices.DeleteFunc(slices.Clone(set), func(p sealed) bool { return !p.isIn(inside) }))
		set = slices.DeleteFunc(slices.Clone(set), func(p sealed) bool { return p.isIn(inside) })
	}
	return sets
}

// hanging gives the first of a set with all that hang together with it.
func (s State) hanging(set []sealed) []sealed {
	inside := set[:1:1]
	for grown := true; grown; {
		grown = false
		for _, p := range set {
			if !p.isIn(inside) && slices.ContainsFunc(inside, func(q sealed) bool { return s.linked(p, q) }) {
				inside, grown = append(inside, p), true
			}
		}
	}
	return inside
}

func (s State) linked(p, q sealed) bool {
	names := func(a, b sealed) bool {
		return slices.ContainsFunc(a.If.atoms(), func(c Condition) bool { return s.covers(b.X, c.X) })
	}
	return s.covers(p.X, q.X) || s.covers(q.X, p.X) || names(p, q) || names(q, p)
}

// clashing finds a position that cannot stand in one package with an earlier
// one of its set: two alternatives of one point. The earlier one keeps its place.
func (s State) clashing(sets [][]sealed) (sealed, bool) {
	for _, set := range sets {
		for i, p := range set {
			for _, q := range set[:i] {
				if s.excludes(q.X, p.X) {
					return p, true
				}
			}
		}
	}
	return sealed{}, false
}

func (s State) excludes(a, b Subject) bool {
	for _, x := range s.partsOf(a) {
		for _, y := range s.partsOf(b) {
			one, err1 := s.subject(x)
			other, err2 := s.subject(y)
			same := slices.Equal(one.alts, other.alts)
			if x != y && !same && err1 == nil && err2 == nil && s.bindableWith(one, other) != nil {
				return true
			}
		}
	}
	return false
}
