package action

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"kefi/tui/words"
)

// A duration has its units: 90s, 3m, 1h30m. A bare number has none and is
// refused, because 10 could be meant as either.
var durations = regexp.MustCompile(`^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$`)

// milliseconds reads a duration.
func milliseconds(s string) (int64, bool) {
	m := durations.FindStringSubmatch(strings.ToLower(s))
	if m == nil || s == "" {
		return 0, false
	}
	seconds := 3600*number(m[1]) + 60*number(m[2]) + number(m[3])
	return 1000 * seconds, true
}

func number(digits string) int64 {
	n, _ := strconv.ParseInt(digits, 10, 32) // of at most six digits; none are 0
	return n
}

// duration reads a time span longer than nothing, in ms.
func (l *line) duration(what string) int64 {
	word := l.word(what)
	if l.err != nil {
		return 0
	}
	ms, ok := milliseconds(word)
	if _, err := strconv.ParseFloat(word, 64); err == nil {
		l.fail("%s of what? Write 90s, 3m or 1h30m.", shorten(word))
		return 0
	}
	if !ok || ms == 0 {
		l.fail("%q is not a time such as 90s, 3m or 1h30m.", shorten(word))
		return 0
	}
	return ms
}

// maybeDuration is duration where there may be nothing: 0.
func (l *line) maybeDuration(what string) int64 {
	if l.done() {
		return 0
	}
	return l.duration(what)
}

// scenarioTime reads T+45m, in ms since STARTEX.
func (l *line) scenarioTime() int64 {
	word := l.word("the scenario time")
	if l.err != nil {
		return 0
	}
	after, found := strings.CutPrefix(strings.ToUpper(word), "T+")
	ms, ok := milliseconds(after)
	if !found || !ok {
		l.fail("%q is not a scenario time such as T+45m.", shorten(word))
		return 0
	}
	return ms
}

// count reads a whole number from 1.
func (l *line) count(what string) int {
	word := l.word(what)
	n, err := strconv.ParseInt(word, 10, 64)
	if l.err == nil && (err != nil || n < 1 || n > math.MaxInt16) {
		l.fail("%q is not a number for %s.", shorten(word), words.Phrase(what))
		return 0
	}
	return int(n)
}
