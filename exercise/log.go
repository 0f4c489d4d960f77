package exercise

import "slices"

// log is an append-only list that versions of the state share: adding to one
// copies at most its short tail and leaves every older copy as it was. It
// makes the cost of an act flat in the length of the record.
// Items are kept by pointer: what is copied is short however long an item is.
type log[T any] struct {
	full [][]*T // chunks of chunkSize, never changed once here
	tail []*T   // fewer than chunkSize
	n    int
}

const chunkSize = 32

func (l log[T]) add(item T) log[T] {
	tail := append(slices.Clip(l.tail), &item)
	if len(tail) < chunkSize {
		return log[T]{l.full, tail, l.n + 1}
	}
	return log[T]{append(slices.Clip(l.full), tail), nil, l.n + 1}
}

// set replaces item i in a copy.
func (l log[T]) set(i int, item T) log[T] {
	if i >= len(l.full)*chunkSize {
		l.tail = slices.Clone(l.tail)
		l.tail[i%chunkSize] = &item
		return l
	}
	l.full = slices.Clone(l.full)
	l.full[i/chunkSize] = slices.Clone(l.full[i/chunkSize])
	l.full[i/chunkSize][i%chunkSize] = &item
	return l
}

func (l log[T]) at(i int) T {
	if i >= len(l.full)*chunkSize {
		return *l.tail[i%chunkSize]
	}
	return *l.full[i/chunkSize][i%chunkSize]
}

// list copies everything into one slice.
func (l log[T]) list() []T {
	list := make([]T, l.n)
	for i := range list {
		list[i] = l.at(i)
	}
	return list
}
