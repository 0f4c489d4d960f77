package paper

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"
)

//go:embed html/style.css
var style string

// HTML writes the document as one file for a browser and for its printer. It
// runs nothing and fetches nothing, and says so in its policy. The error is w's.
func HTML(w io.Writer, d Document) error {
	var main htmlPage
	main.blocks(d.Blocks)
	var p htmlPage
	p.head(d, style+running(d)+main.widths.String())
	p.end("header", d)
	p.WriteString("<main>\n" + main.String() + "</main>\n")
	p.end("footer", d)
	p.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(w, p.String())
	return err
}

type htmlPage struct {
	strings.Builder
	tables int
	charts int
	widths strings.Builder // style of their columns
}

// of writes text as HTML.
func of(s string) string { return html.EscapeString(visible(s)) }

func (p *htmlPage) head(d Document, css string) {
	sum := sha256.Sum256([]byte(css))
	fmt.Fprintf(p, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", of(d.lang()))
	fmt.Fprintf(p, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n", base64.StdEncoding.EncodeToString(sum[:]))
	p.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	fmt.Fprintf(p, "<meta name=\"dcterms.created\" content=\"%s\">\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n", stamp(d.Wall), of(d.Title), css)
}

// end is the head or the foot on screen.
func (p *htmlPage) end(element string, d Document) {
	p.WriteString("<" + element + ">\n")
	for _, text := range []string{d.Banner, d.Marking} {
		if text != "" {
			p.WriteString("<p>" + of(text) + "</p>\n")
		}
	}
	p.WriteString("</" + element + ">\n")
}

// running is the head and the foot of every printed page. The first page has
// the document's own head.
func running(d Document) string {
	text := cssText(d.Banner)
	if d.Marking != "" {
		text += ` "\A " ` + cssText(d.Marking)
	}
	const look = `;font:bold 8pt Arial,"Liberation Sans",sans-serif;white-space:pre-line;text-align:center}`
	return "@page{size:A4;margin:24mm 22mm;@top-center{content:" + text + look +
		"@bottom-center{content:" + text + ` "\A " counter(page) " / " counter(pages)` + look + "}\n@page:first{@top-center{content:none}}\n"
}

// cssText is a string of a style sheet. Everything but letters, digits and
// spaces is written by number, so that nothing ends it.
func cssText(s string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range visible(s) {
		if r == ' ' || r < 0x80 && (r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, `\%x `, r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

func (p *htmlPage) blocks(list []Block) {
	for i := 0; i < len(list); i++ {
		switch x := list[i].(type) {
		case Heading:
			level := min(max(x.Level, 1), 6)
			p.element(fmt.Sprintf("h%d", level), "", x.Text)
		case Para:
			if x.Style == Quote {
				i = p.quote(list, i)
				continue
			}
			p.element("p", proseClass(x.Style), x.Text)
		case List:
			i = p.list(list, i)
		case Table:
			p.table(x)
		case Break:
			p.WriteString("<hr class=\"break\">\n")
		case Rule:
			p.WriteString("<hr>\n")
		case Bars, Steps, Spans:
			p.chart(x)
		}
	}
}

func proseClass(s Style) string {
	if s == Note || s == Field {
		return ` class="` + string(s) + `"`
	}
	return ""
}

func (p *htmlPage) element(name, attributes string, runs []Run) {
	p.WriteString("<" + name + attributes + ">")
	p.runs(runs)
	p.WriteString("</" + name + ">\n")
}

// quote writes the quoted paragraphs from i on as one quotation.
func (p *htmlPage) quote(list []Block, i int) int {
	p.WriteString("<blockquote>\n")
	for ; i < len(list); i++ {
		x, ok := list[i].(Para)
		if !ok || x.Style != Quote {
			break
		}
		p.element("p", "", x.Text)
	}
	p.WriteString("</blockquote>\n")
	return i - 1
}

// list writes the list at i with those that stand under and after it.
func (p *htmlPage) list(list []Block, i int) int {
	first := list[i].(List)
	name := "ul"
	if first.Ordered {
		name = "ol"
	}
	p.WriteString("<" + name + ">\n")
	open := false
	for ; i < len(list); i++ {
		x, ok := list[i].(List)
		if !ok || x.Level < first.Level || x.Level == first.Level && open && !goesOn(list, i) {
			break
		}
		if x.Level > first.Level {
			i = p.list(list, i)
			continue
		}
		for _, item := range x.Items {
			if open {
				p.WriteString("</li>\n")
			}
			p.WriteString("<li>")
			p.runs(item)
			open = true
		}
	}
	if open {
		p.WriteString("</li>\n")
	}
	p.WriteString("</" + name + ">\n")
	return i - 1
}

func (p *htmlPage) table(t Table) {
	if len(t.Head) == 0 {
		return
	}
	p.tables++
	fmt.Fprintf(p, "<div class=\"wide\"><table class=\"t%d\">\n", p.tables)
	for i, share := range t.shares() {
		fmt.Fprintf(&p.widths, ".t%d th:nth-child(%d){width:%.1f%%}\n", p.tables, i+1, 100*share)
	}
	if t.Caption != "" {
		p.element("caption", "", Text(t.Caption))
	}
	p.WriteString("<thead><tr>")
	for i, h := range t.Head {
		p.WriteString(`<th scope="col"` + t.class(i) + ">" + of(h) + "</th>")
	}
	p.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.WriteString("<tr>")
		for i := range t.Head {
			p.WriteString("<td" + t.class(i) + ">")
			p.runs(cell(row, i))
			p.WriteString("</td>")
		}
		p.WriteString("</tr>\n")
	}
	p.WriteString("</tbody>\n</table></div>\n")
}

func (t Table) class(i int) string {
	if t.numeric(i) {
		return ` class="figure"`
	}
	return ""
}

func (p *htmlPage) runs(runs []Run) {
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		open, close := looks(r)
		p.WriteString(open + of(r.Text) + close)
	}
}

// looks is what stands around a run.
func looks(r Run) (open, close string) {
	wrap := func(name, attributes string) {
		open, close = open+"<"+name+attributes+">", "</"+name+">"+close
	}
	if c := r.Change; c != nil {
		name := "ins"
		if c.Struck {
			name = "del"
		}
		about := ""
		if c.Author != "" {
			about += ` title="` + of(c.Author) + `"`
		}
		if c.Wall != 0 {
			about += ` datetime="` + stamp(c.Wall) + `"`
		}
		wrap(name, about)
	}
	if r.Bold {
		wrap("strong", "")
	}
	if r.Italic {
		wrap("em", "")
	}
	return open, close
}
