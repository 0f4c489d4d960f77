package action

import "strings"

// nearest gives the name of the action most like what was typed, or nothing
// where none is like it.
func nearest(first, second string) string {
	best, least := "", 3
	for _, a := range registry {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if d := unlike(name, first, second); d < least {
				best, least = name, d
			}
		}
	}
	return best
}

// likest gives the word of a list that is most like what was typed, or nothing
// where none is like it.
func likest(typed string, list []string) string {
	best, least := "", 3
	for _, name := range list {
		if d := unlike(name, typed, ""); d < least {
			best, least = name, d
		}
	}
	return best
}

// unlike measures how far the typed words are from a name: up to 2 is close.
func unlike(name, first, second string) int {
	if len(first) > 2*len(name) {
		return 3
	}
	if len(first) >= 2 && strings.HasPrefix(name, first) {
		return 1
	}
	if strings.Contains(name, " ") && len(second) <= 2*len(name) {
		return distance(name, strings.TrimSpace(first+" "+second))
	}
	d := distance(name, first)
	if len(first) <= 2 || len(first) <= 5 && d > 1 {
		return 3 // everything is near a word so short
	}
	return d
}

// distance counts the letters to add, drop, replace or swap with a neighbour
// to come from a to b.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	d := make([][]int, len(s)+1)
	for i := range d {
		d[i] = make([]int, len(t)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(s)][len(t)]
}
