package format

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
)

// Page is an inject as it stands in a file of its own: fields, and the text
// below them. It is what Load reads, the other way round.
type Page struct {
	ID     string // "I4"
	Fields []PageField
	Text   string
}

// PageField is one field of a page. Of List and Value one is set.
type PageField struct {
	Key   string
	Value string   // a text
	List  []string // names
}

// InjectPage writes an inject as its author would.
func InjectPage(in exercise.Inject) Page {
	p := Page{ID: string(in.ID), Text: in.Body.Value}
	p.add("title", in.Title.Value)
	p.add("kind", string(in.Kind))
	p.add("from", in.From)
	p.add("method", in.Method)
	p.Fields = append(p.Fields, PageField{Key: "to", List: in.To})
	p.add("at", AtText(in.At))
	p.add("asks", in.Asks.Value)
	if in.AnswerIn > 0 {
		p.add("answer-in", LengthText(in.AnswerIn))
	}
	p.add("objective", in.Objective)
	if len(in.Probes) > 0 {
		probes := make([]string, len(in.Probes))
		for i, c := range in.Probes {
			probes[i] = string(c)
		}
		p.Fields = append(p.Fields, PageField{Key: "probes", List: probes})
	}
	p.add("expected", in.Expected.Value)
	p.add("marking", in.Marking)
	return p
}

func (p *Page) add(key, value string) {
	if value != "" {
		p.Fields = append(p.Fields, PageField{Key: key, Value: value})
	}
}

// Get is a field's text; a list's names with commas between them.
func (p Page) Get(key string) string {
	i := slices.IndexFunc(p.Fields, func(f PageField) bool { return f.Key == key })
	if i < 0 {
		return ""
	}
	if f := p.Fields[i]; f.List == nil {
		return f.Value
	}
	return strings.Join(p.Fields[i].List, ", ")
}

// Markdown is the file of the page.
func (p Page) Markdown() string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range p.Fields {
		b.WriteString(f.Key + ": " + f.yaml() + "\n")
	}
	b.WriteString("---\n" + strings.TrimSpace(p.Text) + "\n")
	return b.String()
}

func (f PageField) yaml() string {
	if f.List == nil {
		return Scalar(f.Value)
	}
	items := make([]string, len(f.List))
	for i, x := range f.List {
		items[i] = Scalar(x)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

var (
	bareScalar = regexp.MustCompile(`^[\pL][\pL\pN ,.;!?()'’+/-]*$`)
	yamlWord   = regexp.MustCompile(`^(?i:true|false|yes|no|on|off|null|y|n)$`)
)

// Scalar writes a text as YAML: bare where it can only mean itself, and else
// in quotation marks. In a list, a comma needs them too.
func Scalar(text string) string {
	if bareScalar.MatchString(text) && !yamlWord.MatchString(text) && strings.TrimSpace(text) == text && !strings.Contains(text, ",") {
		return text
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string always encodes, and JSON's strings are YAML's
	return strings.TrimSuffix(b.String(), "\n")
}
