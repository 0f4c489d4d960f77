package exercise

import "slices"

// log is an append-only list that versions of the state share: adding to one
// copies at most one chunk and leaves every older copy as it was. It makes the
// cost of an act flat in the length of the record.
type log[T any] struct {
	chunks [][]T
	n      int
}

const chunkSize = 128

func (l log[T]) add(item T) log[T] {
	if l.n%chunkSize == 0 {
		chunks := slices.Clone(l.chunks)
		return log[T]{append(chunks, []T{item}), l.n + 1}
	}
	last := len(l.chunks) - 1
	chunks := slices.Clone(l.chunks)
	chunks[last] = append(slices.Clip(chunks[last]), item)
	return log[T]{chunks, l.n + 1}
}

// set replaces item i in a copy.
func (l log[T]) set(i int, item T) log[T] {
	chunks := slices.Clone(l.chunks)
	chunks[i/chunkSize] = slices.Clone(chunks[i/chunkSize])
	chunks[i/chunkSize][i%chunkSize] = item
	return log[T]{chunks, l.n}
}

func (l log[T]) at(i int) T { return l.chunks[i/chunkSize][i%chunkSize] }

// list copies everything into one slice.
func (l log[T]) list() []T {
	all := make([]T, 0, l.n)
	for _, c := range l.chunks {
		all = append(all, c...)
	}
	return all
}
