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

// PageField is one field of a page. Of List, Value and Maps one is set.
type PageField struct {
	Key   string
	Value string   // a text
	List  []string // names
	Maps  string   // a list of maps, as JSON in one line, which is YAML too
}

// InjectPage writes an inject as its author would.
func InjectPage(in exercise.Inject) Page {
	p := Page{ID: string(in.ID), Text: in.Body.Value}
	p.Add("title", in.Title.Value)
	p.Add("kind", string(in.Kind))
	p.Add("from", in.From)
	p.Add("method", in.Method)
	p.AddList("to", in.To)
	p.Add("at", TriggerText(in))
	p.Add("when", in.When)
	p.Add("release", in.Release)
	p.Add("asks", in.Asks.Value)
	if in.AnswerIn > 0 {
		p.Add("answer-in", LengthText(in.AnswerIn))
	}
	p.Add("objective", in.Objective)
	p.AddList("probes", clauseTexts(in.Probes))
	p.addReturn(in.Copycat)
	p.addMaps("effects", len(in.Shifts), effectsOf(in))
	p.addMaps("passages", len(in.Passages), passagesOf(in))
	p.Add("expected", in.Expected.Value)
	p.Add("marking", in.Marking)
	p.AddList("attachments", attachmentNames(in))
	return p
}

// addReturn writes the rule of an altered return.
func (p *Page) addReturn(c exercise.Copycat) {
	if c.Of == "" {
		return
	}
	p.Add("returns", string(c.Of))
	p.AddList("unless", clauseTexts(c.Unless))
	p.Add("agreed-by", AtText(c.By))
}

func clauseTexts(ids []exercise.ClauseID) []string {
	texts := make([]string, len(ids))
	for i, c := range ids {
		texts[i] = string(c)
	}
	return texts
}

// effectText and passageText are effects and passages as their author writes them.
type (
	effectText struct {
		Dial string `json:"dial"`
		By   int    `json:"by"`
		When string `json:"when,omitempty"`
		Why  string `json:"why"`
	}
	passageText struct {
		When string `json:"when"`
		Text string `json:"text"`
	}
)

func effectsOf(in exercise.Inject) (list []effectText) {
	for _, s := range in.Shifts {
		list = append(list, effectText{s.Dial, s.By, s.When, s.Why.Value})
	}
	return list
}

func passagesOf(in exercise.Inject) (list []passageText) {
	for _, x := range in.Passages {
		list = append(list, passageText{x.When, x.Text.Value})
	}
	return list
}

func (p *Page) addMaps(key string, n int, list any) {
	if n > 0 {
		p.Fields = append(p.Fields, PageField{Key: key, Maps: jsonText(list)})
	}
}

// Add adds a field; an empty one is left out.
func (p *Page) Add(key, value string) {
	if value != "" {
		p.Fields = append(p.Fields, PageField{Key: key, Value: value})
	}
}

// AddList adds a field that holds names; an empty one is left out.
func (p *Page) AddList(key string, names []string) {
	if len(names) > 0 {
		p.Fields = append(p.Fields, PageField{Key: key, List: names})
	}
}

// Get is a field's text; a list's names with commas between them.
func (p Page) Get(key string) string {
	i := slices.IndexFunc(p.Fields, func(f PageField) bool { return f.Key == key })
	if i < 0 {
		return ""
	}
	if f := p.Fields[i]; f.List == nil {
		return f.Value + f.Maps
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
	switch {
	case f.Maps != "":
		return f.Maps
	case f.List == nil:
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
	return jsonText(text) // JSON's strings are YAML's
}

// jsonText writes plain data, which always encodes, in one line.
func jsonText(data any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(data)
	return strings.TrimSuffix(b.String(), "\n")
}
