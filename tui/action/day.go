package action

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// months by their first letters, as people of the three languages write them.
var months = [12][]string{
	{"jan", "ene"},
	{"feb", "fév", "fev"},
	{"mar"},
	{"apr", "avr", "abr"},
	{"may", "mai"},
	{"jun", "juin"},
	{"jul", "juil"},
	{"aug", "aoû", "aou", "ago"},
	{"sep"},
	{"oct"},
	{"nov"},
	{"dec", "déc", "dic"},
}

var (
	isoDay   = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	dayFirst = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|er|º|\.)? (?:de )?(\pL+)\.?,? (?:de |del )?(\d{4})$`)
	monthDay = regexp.MustCompile(`^(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`)
	inDots   = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)
	slashes  = regexp.MustCompile(`^\d{1,4}/\d{1,2}/\d{1,4}$`)
)

// day reads a day at the end of the line, 2027-03-01 or 1 March 2027, and
// gives it as 2027-03-01.
func (l *line) day() string {
	if l.err != nil {
		return ""
	}
	typed := strings.Join(strings.Fields(l.tail("the day").Value), " ")
	switch iso, ok := dayOf(strings.ToLower(typed)); {
	case l.err != nil:
	case ok:
		return iso
	case slashes.MatchString(typed):
		l.fail("%q can be read in two ways; write the day as 2027-03-01 or 1 March 2027.", shorten(typed))
	default:
		l.fail("%q is not understood as a day; write it as 2027-03-01 or 1 March 2027.", shorten(typed))
	}
	return ""
}

func dayOf(s string) (iso string, ok bool) {
	var year, month, day string
	if m := isoDay.FindStringSubmatch(s); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := dayFirst.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], monthNo(m[2]), m[1]
	} else if m := monthDay.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], monthNo(m[1]), m[2]
	} else if m := inDots.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], m[2], m[1]
	}
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	iso = fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	_, err := time.Parse(time.DateOnly, iso)
	return iso, err == nil && y > 0
}

// monthNo is the number of a month by its name, or by three letters and more
// of it; "" for no month.
func monthNo(name string) string {
	for i, known := range months {
		if slices.ContainsFunc(known, func(m string) bool { return strings.HasPrefix(name, m) }) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}
