package msel

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	minute = int64(60_000)
	hour   = 60 * minute
	dayLen = 24 * hour
)

// moment is a time as it stood in a sheet, in ms: since STARTEX, or since some
// midnight where wall is set.
type moment struct {
	ms   int64
	wall bool
}

var (
	startexPlus = regexp.MustCompile(`^(?:T|STARTEX|START|EX)?\s*\+\s*(.+)$`)
	hHour       = regexp.MustCompile(`^H\s*\+\s*([0-9]{1,3}:[0-9]{2})$`)
	counted     = regexp.MustCompile(`^([0-9]{1,4})\s*(H|HRS?|HOURS?|M|MIN|MINS|MINUTES?|S|SECS?|SECONDS?|D|DAYS?)?$`)
	units       = regexp.MustCompile(`([0-9]{1,4})\s*(D|H|M|S)[A-Z]*`)
	colons      = regexp.MustCompile(`^([0-9]{1,3}):([0-9]{2})(?::([0-9]{2}))?$`)
	military    = regexp.MustCompile(`^(?:D|DAY)\s*\+?\s*([0-9]{1,3})\b[ ,/-]*(.*)$`)
	parts       = regexp.MustCompile(`\b([DHM])\s*\+\s*([0-9]{1,4})`)
	ofDay       = regexp.MustCompile(`^([0-9]{1,2})[:.hH]([0-9]{2})(?::[0-9]{2})?\s*(AM|PM|A\.M\.|P\.M\.)?$`)
	fourDigits  = regexp.MustCompile(`^([0-2][0-9])([0-5][0-9])\s*(?:H|HRS|HOURS|L|Z|LOCAL|[A-Z]{2,4})?$`)
	ampmHour    = regexp.MustCompile(`^([0-9]{1,2})\s*(AM|PM)$`)
)

// dates are how sheets write a day; where day and month could be either, only
// how far days lie apart counts.
var dates = []string{"2006-01-02", "02.01.2006", "02.01.06", "1/2/2006", "1/2/06", "01-02-06", "2-Jan-06", "2-Jan-2006", "2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006"}

// parseMoment reads a time: T+45, T+1:30, D+2 H+3 M+45, 09:45, 0945, 2:15 PM,
// 2026-11-28 09:45. A bare number is minutes since STARTEX.
func parseMoment(text string) (moment, bool) {
	t := strings.ToUpper(strings.Join(strings.Fields(text), " "))
	if t == "" {
		return moment{}, false
	}
	if t == "STARTEX" || t == "T" || t == "T0" {
		return moment{}, true
	}
	if m := startexPlus.FindStringSubmatch(t); m != nil {
		ms, ok := length(m[1], minute)
		return moment{ms: ms}, ok
	}
	if m := hHour.FindStringSubmatch(t); m != nil {
		ms, ok := length(m[1], hour)
		return moment{ms: ms}, ok
	}
	if all := parts.FindAllStringSubmatch(t, -1); all != nil && strings.TrimSpace(parts.ReplaceAllString(t, "")) == "" {
		ms := int64(0)
		for _, p := range all {
			ms += atoi(p[2]) * map[string]int64{"D": dayLen, "H": hour, "M": minute}[p[1]]
		}
		return moment{ms: ms}, true
	}
	if m := military.FindStringSubmatch(t); m != nil {
		d := atoi(m[1]) * dayLen
		if m[2] == "" {
			return moment{ms: d, wall: true}, true
		}
		rest, ok := parseMoment(m[2])
		return moment{ms: d + rest.ms, wall: rest.wall}, ok
	}
	if ms, ok := timeOfDay(t); ok {
		return moment{ms: ms, wall: true}, true
	}
	if m, ok := dated(t); ok {
		return m, true
	}
	ms, ok := length(t, minute)
	return moment{ms: ms}, ok
}

// parseOffset reads a time in a column that counts from STARTEX.
func parseOffset(text string) (moment, bool) {
	if ms, ok := length(strings.ToUpper(strings.TrimSpace(text)), minute); ok {
		return moment{ms: ms}, true
	}
	return parseMoment(text)
}

// length reads a length of time: 45, 45 min, 1:30, 1h30m. A bare number counts
// the unit given.
func length(t string, unit int64) (int64, bool) {
	if m := colons.FindStringSubmatch(t); m != nil {
		return atoi(m[1])*hour + atoi(m[2])*minute + atoi(m[3])*1000, true
	}
	if m := counted.FindStringSubmatch(t); m != nil {
		if m[2] != "" {
			unit = unitOf(m[2])
		}
		return atoi(m[1]) * unit, true
	}
	ms := int64(0)
	all := units.FindAllStringSubmatch(t, -1)
	for _, p := range all {
		ms += atoi(p[1]) * unitOf(p[2])
	}
	return ms, all != nil && strings.Trim(units.ReplaceAllString(t, ""), " ,+") == ""
}

func unitOf(word string) int64 {
	return map[byte]int64{'D': dayLen, 'H': hour, 'M': minute, 'S': 1000}[word[0]]
}

func timeOfDay(t string) (int64, bool) {
	m := ofDay.FindStringSubmatch(t)
	if m == nil {
		if m = fourDigits.FindStringSubmatch(t); m != nil {
			m = append(m, "")
		}
	}
	if m == nil {
		if a := ampmHour.FindStringSubmatch(t); a != nil {
			m = []string{a[0], a[1], "0", a[2]}
		}
	}
	if m == nil {
		return 0, false
	}
	h, min := atoi(m[1]), atoi(m[2])
	half := strings.ReplaceAll(m[3], ".", "")
	if half != "" {
		h %= 12
	}
	if half == "PM" {
		h += 12
	}
	return h*hour + min*minute, h < 24 && min < 60
}

// dated reads a date with a time of day, or a date alone.
func dated(t string) (moment, bool) {
	for _, form := range dates {
		for n := range len(t) + 1 {
			// The date ends at the first blank behind it, or with the text.
			if n < len(t) && t[n] != ' ' && t[n] != 'T' {
				continue
			}
			at, err := time.Parse(form, t[:n])
			if err != nil {
				continue
			}
			rest := strings.TrimSpace(strings.TrimPrefix(t[n:], "T"))
			ms := int64(0)
			if rest != "" {
				var ok bool
				if ms, ok = timeOfDay(rest); !ok {
					continue
				}
			}
			return moment{ms: at.UnixMilli() + ms, wall: true}, true
		}
	}
	return moment{}, false
}

// atoi reads digits; nothing is 0.
func atoi(digits string) int64 {
	n, _ := strconv.ParseInt(digits, 10, 64)
	return n
}
