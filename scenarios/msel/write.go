package msel

import (
	"encoding/csv"
	"io"
	"regexp"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// columnOf is the field of a page that a column holds.
var columnOf = []struct {
	heading string
	field   string
}{
	{"Type", "kind"},
	{"From", "from"},
	{"Method", "method"},
	{"To", "to"},
	{"Subject", "title"},
	{"Message", ""},
	{"Asks", "asks"},
	{"Answer in", "answer-in"},
	{"Expected action", "expected"},
	{"Objective", "objective"},
	{"Probes", "probes"},
	{"Marking", "marking"},
	{"Condition", "when"},
	{"Release", "release"},
	{"Return of", "returns"},
	{"Unless", "unless"},
	{"Agreed by", "agreed-by"},
	{"Effects", "effects"},
	{"Passages", "passages"},
}

// Write writes injects as CSV, one a line, for spreadsheets and for Read.
func Write(out io.Writer, injects []exercise.Inject) error {
	w := csv.NewWriter(out)
	head := []string{"Sequence", "Time"}
	for _, c := range columnOf {
		head = append(head, c.heading)
	}
	if err := w.Write(head); err != nil {
		return err
	}
	for _, in := range injects {
		p := format.InjectPage(in)
		cells := []string{p.ID, p.Get("at")}
		for _, c := range columnOf {
			text := p.Get(c.field)
			if c.field == "" {
				text = p.Text
			}
			cells = append(cells, escape(text))
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// A cell that begins like a formula is one to a spreadsheet. An apostrophe in
// front says that it is text; Read takes it away again.
var (
	formula = regexp.MustCompile(`^'*[=+\-@]`)
	escaped = regexp.MustCompile(`^'+[=+\-@]`)
)

func escape(cell string) string {
	if formula.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

func unescape(cell string) string {
	if escaped.MatchString(cell) {
		return cell[1:]
	}
	return cell
}
