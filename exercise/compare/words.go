package compare

import (
	"fmt"
	"strings"
)

var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// counted writes a number and what it counts: two tables, 12 stories.
func counted(n int, what string) string {
	number := fmt.Sprint(n)
	if n < len(small) {
		number = small[n]
	}
	switch {
	case n == 1:
		return number + " " + what
	case strings.HasSuffix(what, "y"):
		return number + " " + strings.TrimSuffix(what, "y") + "ies"
	}
	return number + " " + what + "s"
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// minutes writes ms as minutes and seconds.
func minutes(ms int64) string {
	s := (ms + 500) / 1000
	if s < 60 {
		return fmt.Sprintf("%d s", s)
	}
	return fmt.Sprintf("%d min %02d s", s/60, s%60)
}
