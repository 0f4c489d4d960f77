package transcript

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"kefi/exercise"
)

// table writes one CSV file as RFC 4180 has it: a header row, commas, CRLF,
// UTF-8. Times are ISO 8601, in UTC and in the scenario's zone; spans are
// seconds. The last two columns of every row are the banner and where the
// record stood, so that a row by itself says what it is; a table of nothing
// has one row that says this and no more.
type table struct {
	*csv.Writer
	stamp []string // the last cells of every row
	names renaming
	page  *page
	wide  int
	rows  int
}

func newTable(w io.Writer, s *Source, columns ...string) *table {
	t := blankTable(w, s, columns, "exercise", "record")
	t.stamp = append(t.stamp, s.Provenance())
	return t
}

// blindTable is one that does not say of which record it is.
func blindTable(w io.Writer, s *Source, columns ...string) *table {
	return blankTable(w, s, columns, "exercise")
}

func blankTable(w io.Writer, s *Source, columns []string, stamps ...string) *table {
	t := &table{Writer: csv.NewWriter(w), names: renames(s.View.Room), page: newPage(s.View), wide: len(columns)}
	t.UseCRLF = true
	t.stamp = []string{banner(t.names.in(s.View.Room.Exercise.Title))}
	t.keep(append(columns, stamps...))
	return t
}

// row writes a row; cells that are left out are empty.
func (t *table) row(cells ...string) {
	all := make([]string, t.wide)
	for i, c := range cells {
		all[i] = guarded(t.names.in(c))
	}
	t.rows++
	t.keep(append(all, t.stamp...))
}

// keep leaves errors to close.
func (t *table) keep(cells []string) { _ = t.Write(cells) }

// close ends the table; its error is that of any row.
func (t *table) close() error {
	if t.rows == 0 {
		t.row()
	}
	t.Flush()
	return t.Error()
}

// utc and local are the two ways to write a moment; nothing for none.
func (t *table) utc(wall int64) string { return isoTime(wall, time.UTC) }

func (t *table) local(wall int64) string { return isoTime(wall, t.page.zone) }

func isoTime(wall int64, zone *time.Location) string {
	if wall <= 0 {
		return ""
	}
	return time.UnixMilli(wall).In(zone).Format("2006-01-02T15:04:05.000Z07:00")
}

// seconds writes a span of ms.
func seconds(ms int64) string { return strconv.FormatFloat(float64(ms)/1000, 'f', -1, 64) }

// track is that of a team, as a word that any program can read.
func (t *table) track(id exercise.TeamID) string { return t.page.team(id).Track.Word() }

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

// guarded puts an apostrophe before what a spreadsheet would run rather than
// show. White space before it does not help it, nor does full width.
func guarded(cell string) string {
	if cell == "" || plainNumber.MatchString(cell) {
		return cell
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, " \u00a0\ufeff\n"))
	if strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
