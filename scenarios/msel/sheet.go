package msel

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

const (
	maxBytes = 10 << 20
	maxRows  = 5000
	maxCells = 200 // in a row
)

// Sheet is a table of texts; its first row is row 1.
type Sheet struct {
	Name string // of a workbook's sheet; empty for CSV
	Rows [][]string
	// Others are the workbook's sheets that were not read.
	Others []string
}

// Open reads a spreadsheet by what it holds, whatever its name: a workbook, or
// CSV with commas, semicolons or tabs. Its errors say what to do.
func Open(in io.Reader) (Sheet, error) {
	b, err := io.ReadAll(io.LimitReader(in, maxBytes+1))
	switch {
	case err != nil:
		return Sheet{}, fmt.Errorf("the file cannot be read: %w", err)
	case len(b) > maxBytes:
		return Sheet{}, errors.New("the file is larger than 10 MB, which is more than a list of incidents needs")
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return openWorkbook(b)
	case bytes.HasPrefix(b, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		return Sheet{}, errors.New("this is a workbook of the old kind (.xls); save it as .xlsx or CSV and import that")
	}
	return openCSV(b)
}

// openWorkbook reads the sheet that looks most like an MSEL.
func openWorkbook(b []byte) (Sheet, error) {
	book, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: 64 << 20, UnzipXMLSizeLimit: 16 << 20})
	if err != nil {
		return Sheet{}, fmt.Errorf("this workbook cannot be read (%w); save it again as .xlsx or CSV", err)
	}
	defer book.Close()
	var best Sheet
	most := -1
	names := book.GetSheetList()
	for _, name := range names {
		s := Sheet{Name: name}
		if s.Rows, err = readRows(book, name); err != nil {
			return Sheet{}, fmt.Errorf("the sheet %q cannot be read: %w", name, err)
		}
		if _, known := s.header(); len(known) > most {
			best, most = s, len(known)
		}
	}
	for _, name := range names {
		if name != best.Name {
			best.Others = append(best.Others, name)
		}
	}
	return best, nil
}

func readRows(book *excelize.File, name string) ([][]string, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out [][]string
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		if out = append(out, tidyRow(cells)); len(out) > maxRows {
			return nil, fmt.Errorf("it has more than %d rows", maxRows)
		}
	}
	return out, rows.Error()
}

var tidy = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ")

func tidyRow(cells []string) []string {
	cells = cells[:min(len(cells), maxCells)]
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = unescape(strings.TrimSpace(tidy.Replace(c)))
	}
	return out
}

func openCSV(b []byte) (Sheet, error) {
	text, err := decode(b)
	if err != nil {
		return Sheet{}, err
	}
	best, most := Sheet{}, -1
	for _, comma := range ",;\t" {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
		s := Sheet{}
		for len(s.Rows) <= maxRows {
			cells, err := r.Read()
			if err != nil {
				break
			}
			s.Rows = append(s.Rows, tidyRow(cells))
		}
		if len(s.Rows) > maxRows {
			return Sheet{}, fmt.Errorf("the file has more than %d rows", maxRows)
		}
		if _, known := s.header(); len(known) > most {
			best, most = s, len(known)
		}
	}
	return best, nil
}

// decode takes the encodings in which spreadsheets write CSV.
func decode(b []byte) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return fromUTF16(b[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b[2:], binary.BigEndian), nil
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", errors.New("this is neither a workbook (.xlsx) nor CSV")
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(out), err
}

func fromUTF16(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
