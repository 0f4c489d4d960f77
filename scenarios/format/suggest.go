package format

import "strings"

// suggest is the hint under an unknown name: the nearest one, and all of them.
func suggest(name, kind string, known []string) string {
	if len(known) == 0 {
		return ""
	}
	between := " "
	if strings.Contains(strings.Join(known, ""), " ") {
		between = ", "
	}
	list := kind + " here: " + strings.Join(known, between)
	if best := nearest(name, known); best != "" {
		return "Did you mean \"" + best + "\"?  " + list
	}
	return list
}

// nearest is the known name at most a third of its letters away.
func nearest(name string, known []string) string {
	best, least := "", 0
	for _, k := range known {
		d := distance(strings.ToLower(name), strings.ToLower(k))
		if d <= len(k)/3 && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best
}

// distance is Levenshtein's. Names longer than any id are infinitely far.
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 1 << 20
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
