package paper

import (
	"archive/zip"
	"embed"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// docxParts are the parts of a Word file that are the same in every document,
// but for {{lang}} and {{width}}.
//
//go:embed docx/*.xml
var docxParts embed.FS

// textWidth is what an A4 page leaves between its margins, in twentieths of a
// point.
const (
	pageWidth, pageHeight = 11906, 16838
	sideMargin            = 1247
	textWidth             = pageWidth - 2*sideMargin
)

// DOCX writes the document for Word: with its styles, the banner and the
// marking on every page, and changes as tracked changes of their authors. The
// error is w's.
func DOCX(w io.Writer, d Document) error {
	b := newBody()
	b.blocks(d.Blocks)
	parts := []docxPart{
		{"[Content_Types].xml", fixedPart("content-types", d)},
		{"_rels/.rels", fixedPart("rels", d)},
		{"docProps/core.xml", coreProperties(d)},
		{"word/document.xml", b.document()},
		{"word/_rels/document.xml.rels", b.relationships()},
		{"word/styles.xml", fixedPart("styles", d)},
		{"word/numbering.xml", b.numbering()},
		{"word/settings.xml", fixedPart("settings", d)},
		{"word/header1.xml", pageEnd("hdr", "Header", d, "")},
		{"word/footer1.xml", pageEnd("ftr", "Footer", d, pageNumber)},
	}
	return zipped(w, append(parts, b.pictures...))
}

type docxPart struct{ name, text string }

// zipped writes parts at the earliest time a zip file knows, so that the same
// document gives the same bytes.
func zipped(w io.Writer, parts []docxPart) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, p.text); err != nil {
			return err
		}
	}
	return z.Close()
}

func fixedPart(name string, d Document) string {
	text, err := docxParts.ReadFile("docx/" + name + ".xml")
	if err != nil {
		panic(err) // it is built in
	}
	return strings.NewReplacer("{{lang}}", escaped(d.lang()), "{{width}}", fmt.Sprint(textWidth)).Replace(string(text))
}

func (d Document) lang() string {
	if d.Lang == "" {
		return "en"
	}
	return d.Lang
}

// escaped makes text of XML of any text.
func escaped(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(visible(s))) // a Builder takes everything
	return out.String()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// coreProperties are what a file clerk reads without opening the document.
// They name neither a person nor a machine.
func coreProperties(d Document) string {
	at := stamp(d.Wall)
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(d.Title) + `</dc:title><dc:subject>` + escaped(d.Banner) + `</dc:subject><dc:language>` + escaped(d.lang()) + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified></cp:coreProperties>`
}

func stamp(wall int64) string { return time.UnixMilli(wall).UTC().Format(time.RFC3339) }

const pageNumber = `<w:p><w:pPr><w:pStyle w:val="Footer"/><w:rPr><w:b w:val="0"/></w:rPr></w:pPr>` +
	`<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>` +
	`<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> / </w:t></w:r>` +
	`<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>`

// pageEnd is the head or the foot of every page.
func pageEnd(element, style string, d Document, more string) string {
	line := func(text string) string {
		if text == "" {
			return ""
		}
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r></w:p>`
	}
	return xmlHead + `<w:` + element + ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		line(d.Banner) + line(d.Marking) + more + `</w:` + element + `>`
}
