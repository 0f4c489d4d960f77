package paper

import (
	"fmt"
	"strings"
)

// body writes word/document.xml and counts what other parts must know of it.
type body struct {
	strings.Builder
	lists    []bool           // ordered or not, one a list: each counts by itself
	last     [deepest + 1]int // list of each level, counted from 1
	changes  int
	pictures []docxPart
}

func newBody() *body { return &body{} }

func (b *body) blocks(list []Block) {
	for i, x := range list {
		switch x := x.(type) {
		case Heading:
			b.para(headingStyle(x.Level), b.opening(list, i), x.Text)
		case Para:
			b.prose(x, b.opening(list, i))
		case List:
			b.list(x, goesOn(list, i))
		case Table:
			b.table(x)
		case Break:
			if i+1 == len(list) || !isText(list[i+1]) {
				b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
			}
		case Rule:
			b.WriteString(`<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="7F7F7F"/></w:pBdr></w:pPr></w:p>`)
		case Bars, Steps, Spans:
			b.chart(x)
		}
	}
}

// opening is what a paragraph must know of its neighbours: it begins the page
// after a break, and stays with a line that is to be filled in for it.
func (b *body) opening(list []Block, i int) string {
	how := ""
	if i+1 < len(list) {
		if next, ok := list[i+1].(Para); ok && next.Style == Field {
			how = `<w:keepNext/>`
		}
	}
	if i > 0 {
		if _, after := list[i-1].(Break); after {
			how += `<w:pageBreakBefore/>`
		}
	}
	return how
}

func isText(b Block) bool {
	switch b.(type) {
	case Heading, Para:
		return true
	}
	return false
}

func headingStyle(level int) string {
	if level <= 1 {
		return "Title"
	}
	return fmt.Sprintf("Heading%d", min(level-1, 3))
}

func (b *body) prose(p Para, more string) {
	switch p.Style {
	case Quote:
		b.para("Quote", more, p.Text)
	case Note:
		b.para("KefiNote", more, p.Text)
	case Field:
		b.para("KefiField", more, append(p.Text[:len(p.Text):len(p.Text)], Run{Text: "\t"}))
	default:
		b.para("Normal", more, p.Text)
	}
}

// para writes a paragraph. One that consists of a change altogether comes or
// goes with it.
func (b *body) para(style, more string, runs []Run) {
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + more)
	if c := allChanged(runs); c != nil {
		b.WriteString(`<w:rPr>` + b.change(c) + `/></w:rPr>`)
	}
	b.WriteString(`</w:pPr>`)
	b.runs(runs)
	b.WriteString(`</w:p>`)
}

// allChanged is the change that every run is part of.
func allChanged(runs []Run) *Change {
	var all *Change
	for _, r := range runs {
		switch {
		case r.Text == "":
		case r.Change == nil || all != nil && all.Struck != r.Change.Struck:
			return nil
		default:
			all = r.Change
		}
	}
	return all
}

// change opens a tracked change, without the end of its tag.
func (b *body) change(c *Change) string {
	b.changes++
	name := "ins"
	if c.Struck {
		name = "del"
	}
	tag := fmt.Sprintf(`<w:%s w:id="%d" w:author="%s"`, name, b.changes, escaped(c.Author))
	if c.Wall != 0 {
		tag += ` w:date="` + stamp(c.Wall) + `"`
	}
	return tag
}

func (b *body) runs(runs []Run) {
	for _, r := range runs {
		switch {
		case r.Text == "":
		case r.Change == nil:
			b.run(r, "t")
		case r.Change.Struck:
			b.WriteString(b.change(r.Change) + `>`)
			b.run(r, "delText")
			b.WriteString(`</w:del>`)
		default:
			b.WriteString(b.change(r.Change) + `>`)
			b.run(r, "t")
			b.WriteString(`</w:ins>`)
		}
	}
}

func (b *body) run(r Run, element string) {
	b.WriteString(`<w:r>`)
	if r.Bold || r.Italic {
		b.WriteString(`<w:rPr>`)
		if r.Bold {
			b.WriteString(`<w:b/><w:bCs/>`)
		}
		if r.Italic {
			b.WriteString(`<w:i/><w:iCs/>`)
		}
		b.WriteString(`</w:rPr>`)
	}
	text := func(s string) {
		if s != "" {
			b.WriteString(`<w:` + element + ` xml:space="preserve">` + escaped(s) + `</w:` + element + `>`)
		}
	}
	rest := r.Text
	for {
		at := strings.IndexAny(rest, "\n\t")
		if at < 0 {
			break
		}
		text(rest[:at])
		if rest[at] == '\n' {
			b.WriteString(`<w:br/>`)
		} else {
			b.WriteString(`<w:tab/>`)
		}
		rest = rest[at+1:]
	}
	text(rest)
	b.WriteString(`</w:r>`)
}

func (b *body) list(l List, goesOn bool) {
	level := min(l.Level, deepest)
	if !goesOn || b.last[level] == 0 {
		b.lists = append(b.lists, l.Ordered)
		b.last[level] = len(b.lists)
	}
	style := "ListBullet"
	if l.Ordered {
		style = "ListNumber"
	}
	for i, item := range l.Items {
		more := fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, b.last[level])
		if i+1 == len(l.Items) {
			more += `<w:spacing w:after="120"/>`
		}
		b.para(style, more, item)
	}
}

func (b *body) table(t Table) {
	if len(t.Head) == 0 {
		return
	}
	if t.Caption != "" {
		b.para("Caption", "", Text(t.Caption))
	}
	shares := t.shares()
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="KefiTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, s := range shares {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, int(s*textWidth))
	}
	b.WriteString(`</w:tblGrid>`)
	head := make([][]Run, len(t.Head))
	for i, h := range t.Head {
		head[i] = []Run{{Text: h, Bold: true}}
	}
	b.row(t, head, shares, `<w:tblHeader/>`, `<w:keepNext/>`)
	for _, row := range t.Rows {
		b.row(t, row, shares, "", "")
	}
	b.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`)
}

// row writes one row, which stays on one page.
func (b *body) row(t Table, cells [][]Run, shares []float64, more, keep string) {
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/>` + more + `</w:trPr>`)
	for i, s := range shares {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, int(s*textWidth))
		align := keep
		if t.numeric(i) {
			align += `<w:jc w:val="right"/>`
		}
		b.para("TableText", align, cell(cells, i))
		b.WriteString(`</w:tc>`)
	}
	b.WriteString(`</w:tr>`)
}

// document is the part itself.
func (b *body) document() string {
	return xmlHead + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>` +
		b.String() +
		fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="1474" w:right="%d" w:bottom="1474" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`, pageWidth, pageHeight, sideMargin, sideMargin)
}

const relationship = `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`

func (b *body) relationships() string {
	var out strings.Builder
	out.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	fmt.Fprintf(&out, relationship, "rIdStyles", "styles", "styles.xml")
	fmt.Fprintf(&out, relationship, "rIdNumbering", "numbering", "numbering.xml")
	fmt.Fprintf(&out, relationship, "rIdSettings", "settings", "settings.xml")
	fmt.Fprintf(&out, relationship, "rIdHeader", "header", "header1.xml")
	fmt.Fprintf(&out, relationship, "rIdFooter", "footer", "footer1.xml")
	for i, p := range b.pictures {
		fmt.Fprintf(&out, relationship, pictureID(i+1), "image", strings.TrimPrefix(p.name, "word/"))
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}

func pictureID(n int) string { return fmt.Sprintf("rIdPicture%d", n) }

const deepest = 2 // level of a list

// numbering has bullets (0) and numbers (1), and a list of its own for each.
func (b *body) numbering() string {
	var out strings.Builder
	out.WriteString(xmlHead + `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`)
	for kind, format := range []string{"bullet", "decimal"} {
		fmt.Fprintf(&out, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, kind)
		for level := range deepest + 1 {
			text := "•"
			if kind == 1 {
				text = fmt.Sprintf("%%%d.", level+1)
			}
			fmt.Fprintf(&out, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="340"/></w:pPr></w:lvl>`, level, format, text, 340*(level+1))
		}
		out.WriteString(`</w:abstractNum>`)
	}
	for i, ordered := range b.lists {
		kind := 0
		if ordered {
			kind = 1
		}
		fmt.Fprintf(&out, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i+1, kind)
	}
	out.WriteString(`</w:numbering>`)
	return out.String()
}
