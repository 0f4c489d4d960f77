package msel

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Got is what was made of a sheet.
type Got struct {
	Pages   []format.Page // the injects, I1, I2 … in the order of the rows
	Columns []Column
	// Guessed says what was assumed, Unclear what was not understood: sentences.
	Guessed, Unclear []string
}

// errNoHeader: no row of the sheet looks like headings.
var errNoHeader = errors.New("no row has headings that are known; a list of incidents has columns such as Time, From, To, Subject, Message and Expected action")

// Read makes injects of the rows of a sheet, numbered from first; from 1 they
// keep ids such as I4 that they have.
func Read(s Sheet, plan Plan, first int) (Got, error) {
	at, known := s.header()
	if known == nil {
		return Got{}, errNoHeader
	}
	r := &reading{plan: plan, head: s.Rows[at], known: known}
	r.distinguish(s.Rows[at+1:])
	for _, name := range s.Others {
		r.guess("the sheet %q is read; %q is not", s.Name, name)
	}
	for i, cells := range s.Rows[at+1:] {
		r.row(at+2+i, cells)
	}
	if err := r.times(); err != nil {
		return Got{}, err
	}
	ids := r.ids(first)
	for i := range r.rows {
		r.got.Pages = append(r.got.Pages, r.page(&r.rows[i], ids[i]))
	}
	r.columns()
	return r.got, nil
}

// reading is a sheet being read.
type reading struct {
	plan    Plan
	head    []string
	known   map[int]meaning
	offsets bool // the times count from STARTEX, whatever they look like
	rows    []row
	samples map[int]string
	got     Got
}

// row is one incident as it stands in the sheet.
type row struct {
	no    int // in the sheet, from 1
	cells []string
	at    int64  // scenario ms; -1 where there is none
	waits string // what it waits for instead: item 3, off timeline
}

func (r *reading) guess(format string, args ...any) {
	r.got.Guessed = append(r.got.Guessed, fmt.Sprintf(format, args...))
}

func (r *reading) unclear(no int, format string, args ...any) {
	r.got.Unclear = append(r.got.Unclear, fmt.Sprintf("row %d: ", no)+fmt.Sprintf(format, args...))
}

// distinguish settles headings that may mean two things by what is below them:
// "Inject" and "Event" are numbers where they are short.
func (r *reading) distinguish(rows [][]string) {
	_, hasNumber := r.column(number)
	for i, m := range r.known {
		if hasNumber || m != message && m != subject {
			continue
		}
		if h := plainHeading(r.head[i]); (h == "inject" || h == "event") && short(rows, i) {
			r.known[i], hasNumber = number, true
		}
	}
	if i, ok := r.column(clock); ok {
		h := strings.ToLower(r.head[i])
		r.offsets = strings.Contains(h, "+") || strings.Contains(h, "startex") || strings.Contains(h, "elapsed") || strings.Contains(h, "minutes")
	}
}

func short(rows [][]string, i int) bool {
	for _, cells := range rows {
		if i < len(cells) && len(cells[i]) > 8 {
			return false
		}
	}
	return true
}

func (r *reading) column(m meaning) (int, bool) {
	for i, x := range r.known {
		if x == m {
			return i, true
		}
	}
	return 0, false
}

// row takes a row that holds an incident: something beside its number and time.
func (r *reading) row(no int, cells []string) {
	filled, telling := 0, false
	for i, c := range cells {
		if c == "" {
			continue
		}
		filled++
		if r.samples == nil {
			r.samples = map[int]string{}
		}
		if r.samples[i] == "" {
			r.samples[i] = c
		}
		m, known := r.known[i]
		telling = telling || known && !slices.Contains([]meaning{number, day, clock}, m)
	}
	switch {
	case filled == 0:
	case filled == 1 && len(r.head) > 2 || !telling:
		r.unclear(no, "%q is not taken for an incident", strings.Join(slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" }), " "))
	default:
		r.rows = append(r.rows, row{no: no, cells: cells, at: -1})
	}
}

var ownID = regexp.MustCompile(`^I[1-9][0-9]{0,2}$`)

// ids numbers the rows, by their own ids where each has one.
func (r *reading) ids(first int) []string {
	var own, numbered []string
	for i := range r.rows {
		numbered = append(numbered, fmt.Sprintf("I%d", first+i))
		if id := r.get(&r.rows[i], number); ownID.MatchString(id) && !slices.Contains(own, id) {
			own = append(own, id)
		}
	}
	if first == 1 && len(own) == len(numbered) {
		return own
	}
	return numbered
}

// get is the cell of a row under a meaning.
func (r *reading) get(x *row, m meaning) string {
	if i, ok := r.column(m); ok && i < len(x.cells) {
		return x.cells[i]
	}
	return ""
}

// moment is a row's time, with its day where that stands in a column of its own.
func (r *reading) moment(x *row) (moment, bool) {
	text, date := r.get(x, clock), r.get(x, day)
	read := parseMoment
	if r.offsets {
		read = parseOffset
	}
	switch by := strings.ToLower(text); {
	case by == "by hand" || text == "" && date == "":
		return moment{}, false
	case by == "off timeline" || strings.HasPrefix(by, "item "):
		x.waits = by
		return moment{}, false
	}
	m, ok := read(text)
	if text == "" {
		m, ok = moment{wall: true}, true
	}
	if ok && date != "" {
		d, known := dayOf(date)
		if !known {
			r.unclear(x.no, "the day %q is not understood; its time is taken alone", date)
		}
		m.ms += d
	}
	if !ok {
		r.unclear(x.no, "the time %q is not understood; the inject is sent by hand", text)
	}
	return m, ok
}

// dayOf reads a day alone: 2, D+2, Day 2, 2026-11-28.
func dayOf(text string) (int64, bool) {
	if m, ok := parseMoment(text); ok && m.wall && m.ms%dayLen == 0 {
		return m.ms, true
	}
	if m := counted.FindStringSubmatch(strings.TrimSpace(text)); m != nil && m[2] == "" {
		return atoi(m[1]) * dayLen, true
	}
	if m, ok := parseMoment(text); ok && m.ms%dayLen == 0 {
		return m.ms, true
	}
	return 0, false
}

// page makes the inject of a row.
func (r *reading) page(x *row, id string) format.Page {
	title, text := r.get(x, subject), r.get(x, message)
	if title == "" {
		title = firstWords(text)
		r.guess("row %d: the subject is the beginning of its message", x.no)
	}
	text = cmp.Or(text, title)
	p := format.Page{ID: id, Text: text}
	kept := r.leftOver(x)
	p.Add("title", oneLine(title))
	p.Add("kind", r.kind(x))
	p.Add("from", cmp.Or(oneLine(r.get(x, from)), "Control"))
	p.Add("method", r.method(x))
	p.AddList("to", r.to(x))
	r.trigger(x, &p, &kept)
	p.Add("asks", r.get(x, asks))
	p.Add("answer-in", r.answerIn(x, &kept))
	p.Add("objective", r.objective(x, &kept))
	p.AddList("probes", r.probes(x, &kept))
	r.meeting(x, &p, &kept)
	p.Add("expected", strings.Join(append(nonEmpty(r.get(x, expected)), kept...), "\n"))
	p.Add("marking", r.get(x, marking))
	return p
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// leftOver is what stands in columns that have no meaning: it is kept for control.
func (r *reading) leftOver(x *row) (kept []string) {
	for i, c := range x.cells {
		if _, known := r.known[i]; known || c == "" {
			continue
		}
		heading := "Column " + fmt.Sprint(i+1)
		if i < len(r.head) && r.head[i] != "" {
			heading = oneLine(r.head[i])
		}
		kept = append(kept, heading+": "+c)
	}
	return kept
}

func (r *reading) kind(x *row) string {
	text := r.get(x, kind)
	is, ok := word(text, kinds)
	switch {
	case ok:
		return is
	case text != "":
		r.guess("row %d: the type %q is taken for contextual", x.no, text)
	case r.get(x, expected) != "":
		return string(exercise.ExpectedAction)
	}
	return string(exercise.Contextual)
}

func (r *reading) method(x *row) string {
	text := r.get(x, method)
	is, ok := word(text, methods)
	if !ok && text != "" {
		r.guess("row %d: the method %q is taken for mail", x.no, text)
	}
	return cmp.Or(is, "mail")
}

// to finds the addressees. A name that is nobody's here stays, so that lint
// finds it; what is addressed to nobody at all goes to control.
func (r *reading) to(x *row) (list []string) {
	names := split(r.get(x, to))
	if _, whole := r.plan.addressee(r.get(x, to)); whole {
		names = []string{r.get(x, to)} // Search and Rescue
	}
	for _, name := range names {
		id, ok := r.plan.addressee(name)
		if !ok {
			id = oneLine(name)
			r.unclear(x.no, "%q is nobody in this scenario; the name is left as it is, and lint asks for another", name)
		}
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	if len(list) == 0 {
		list = []string{r.plan.control()}
		r.unclear(x.no, "it is addressed to nobody; it goes to %s", list[0])
	}
	return list
}

func (r *reading) answerIn(x *row, kept *[]string) string {
	text := r.get(x, answerIn)
	ms, ok := length(strings.ToUpper(text), minute)
	if text != "" && !ok {
		r.keep(x, answerIn, kept, "the time to answer, %q, is not understood", text)
	}
	if !ok || ms == 0 {
		return ""
	}
	return format.LengthText(ms)
}

func (r *reading) objective(x *row, kept *[]string) string {
	text := r.get(x, objective)
	id, ok := r.plan.objective(text)
	if text != "" && !ok {
		r.keep(x, objective, kept, "%q is no objective of this scenario", oneLine(text))
	}
	return id
}

func (r *reading) probes(x *row, kept *[]string) (list []string) {
	for _, name := range split(r.get(x, probes)) {
		if id, ok := r.plan.clause(name); ok {
			list = append(list, id)
			continue
		}
		*kept = append(*kept, "Probes: "+name)
		r.unclear(x.no, "there is no clause %q in this scenario", name)
	}
	return list
}

// columns says what each column was taken for.
func (r *reading) columns() {
	for i, h := range r.head {
		if h == "" && r.samples[i] == "" {
			continue
		}
		r.got.Columns = append(r.got.Columns, Column{oneLine(h), string(r.known[i]), oneLine(r.samples[i])})
		if r.known[i] == "" {
			r.guess("the column %q has no meaning here; it is kept among what control expects", oneLine(h))
		}
	}
}

// firstWords is a title made of a text's first sentence, or of its beginning.
func firstWords(text string) string {
	text = oneLine(text)
	if i := strings.IndexAny(text, ".!?"); i > 0 && i < 60 {
		return text[:i]
	}
	words := strings.Fields(text)
	for n := range words {
		if s := strings.Join(words[:n+1], " "); len(s) > 60 {
			return strings.Join(words[:max(n, 1)], " ") + " …"
		}
	}
	return text
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
