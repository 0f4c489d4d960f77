package paper

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// MD writes the document as Markdown. Changes are CriticMarkup with their
// author and time beside them; charts stand in words and as tables. The error
// is w's.
func MD(w io.Writer, d Document) error {
	var out strings.Builder
	end := func() {
		for _, text := range []string{d.Banner, d.Marking} {
			if text != "" {
				out.WriteString("**" + Inline(visible(text)) + "**\n\n")
			}
		}
	}
	end()
	out.WriteString(Written(d.Blocks) + "---\n\n")
	end()
	_, err := io.WriteString(w, strings.TrimRight(out.String(), "\n")+"\n")
	return err
}

// Written is blocks as Markdown, each with an empty line after it.
func Written(blocks []Block) string {
	var m markdown
	for i, x := range blocks {
		if _, list := x.(List); m.open && !list {
			m.end()
		}
		m.block(x, goesOn(blocks, i))
	}
	m.end()
	return m.String()
}

type markdown struct {
	strings.Builder
	open bool // a list, without the empty line after it
}

func (m *markdown) end() {
	if m.open {
		m.WriteString("\n")
	}
	m.open = false
}

func (m *markdown) block(x Block, goesOn bool) {
	switch x := x.(type) {
	case Heading:
		m.para(strings.Repeat("#", min(max(x.Level, 1), 6))+" ", inLine(x.Text, false))
	case Para:
		m.prose(x)
	case List:
		m.list(x, goesOn)
	case Table:
		m.table(x)
	case Break, Rule:
		m.para("", "---")
	case Bars, Steps, Spans:
		m.chart(x)
	}
}

func (m *markdown) para(lead, text string) { m.WriteString(lead + text + "\n\n") }

func (m *markdown) prose(p Para) {
	switch p.Style {
	case Quote:
		m.para("> ", written(p.Text))
	case Note:
		if text := written(p.Text); text != "" {
			m.para("", "_"+text+"_")
		}
	case Field:
		m.para("", written(p.Text)+" "+strings.Repeat(`\_`, 30))
	default:
		m.para("", written(p.Text))
	}
}

func (m *markdown) list(l List, goesOn bool) {
	if m.open && l.Level == 0 && !goesOn {
		m.end()
		m.WriteString("<!-- -->\n\n") // or two lists become one
	}
	for i, item := range l.Items {
		sign := "- "
		if l.Ordered {
			sign = fmt.Sprintf("%d. ", i+1)
		}
		m.WriteString(strings.Repeat("   ", l.Level) + sign + written(item) + "\n")
	}
	m.open = true
}

func (m *markdown) table(t Table) {
	if len(t.Head) == 0 {
		return
	}
	if t.Caption != "" {
		m.para("", "**"+Inline(visible(t.Caption))+"**")
	}
	row := func(cells []string) { m.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	heads, rules := make([]string, len(t.Head)), make([]string, len(t.Head))
	for i, h := range t.Head {
		heads[i], rules[i] = Inline(visible(h)), "---"
		if t.numeric(i) {
			rules[i] = "---:"
		}
	}
	row(heads)
	row(rules)
	for _, cells := range t.Rows {
		texts := make([]string, len(t.Head))
		for i := range texts {
			texts[i] = written(cell(cells, i))
		}
		row(texts)
	}
	m.WriteString("\n")
}

// chart stands as its title, its figures and what it shows.
func (m *markdown) chart(x Block) {
	t := figures(x)
	m.table(t)
	for _, c := range pictures(x) {
		m.prose(Para{Style: Note, Text: Text(alternative(c))})
	}
}

// written is runs in one line of Markdown.
func written(runs []Run) string { return inLine(runs, true) }

// inLine keeps the beginning of a line from opening a block, where it could.
func inLine(runs []Run, first bool) string {
	var out strings.Builder
	for i, r := range runs {
		text := Escape(strings.Join(strings.FieldsFunc(visible(r.Text), breaks), " "))
		if first && i == 0 {
			text = lead(text)
		}
		out.WriteString(marked(r, text))
		if last := i+1 == len(runs) || !r.Change.alike(runs[i+1].Change); r.Change != nil && last {
			out.WriteString(r.Change.comment())
		}
	}
	return strings.TrimSpace(out.String())
}

func breaks(r rune) bool { return r == '\n' || r == '\t' }

// marked puts a run's look around its text. White space stays outside, where
// it does not keep the marks from being read.
func marked(r Run, text string) string {
	around := ""
	switch faceOf(r) {
	case bold:
		around = "**"
	case italic:
		around = "*"
	case boldItalic:
		around = "***"
	}
	if inner := strings.TrimSpace(text); around != "" && inner != "" {
		at := strings.Index(text, inner)
		text = text[:at] + around + inner + around + text[at+len(inner):]
	}
	switch {
	case r.Change == nil || text == "":
		return text
	case r.Change.Struck:
		return "{--" + text + "--}"
	}
	return "{++" + text + "++}"
}

// alike: by the same author, at the same time.
func (c *Change) alike(other *Change) bool {
	return c != nil && other != nil && c.Author == other.Author && c.Wall == other.Wall
}

// changeTime is how a comment says when.
const changeTime = "2006-01-02 15:04:05 UTC"

func (c *Change) comment() string {
	if c.Author == "" {
		return ""
	}
	text := Escape(visible(c.Author))
	if c.Wall != 0 {
		text += ", " + time.UnixMilli(c.Wall).UTC().Format(changeTime)
	}
	return "{>>" + text + "<<}"
}
