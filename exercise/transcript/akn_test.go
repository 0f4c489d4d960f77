package transcript_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
)

// aknModel is the part of akomantoso30.xsd (OASIS Standard, 29 August 2018)
// that kefi writes: which children an element may have, in what order, whether
// text stands among them, and which attributes it must and may have. "eId",
// "class", "title" and "refersTo" are optional wherever content is.
type aknModel struct {
	children string // a pattern of names, each followed by a space
	mixed    bool
	must     []string
	may      []string
	meta     bool // no class, title or refersTo
}

const (
	aknInline = `((docTitle|recordedTime|vote|outcome|ins|del|inline|signature) )*`
	aknBlocks = `((p) )*`
	aknCore   = `FRBRthis (FRBRuri )+(FRBRalias )*(FRBRdate )+(FRBRauthor )+`
)

var aknModels = map[string]aknModel{
	"akomaNtoso":        {children: `(debate|doc) `, must: []string{"xmlns"}, meta: true},
	"debate":            {children: `meta (preface )?debateBody (conclusions )?`, must: []string{"name"}, meta: true},
	"doc":               {children: `meta (preface )?mainBody (conclusions )?`, must: []string{"name"}, meta: true},
	"meta":              {children: `identification (references )*`, meta: true},
	"identification":    {children: `FRBRWork FRBRExpression FRBRManifestation `, must: []string{"source"}, meta: true},
	"FRBRWork":          {children: aknCore + `FRBRcountry (FRBRsubtype )?(FRBRnumber )*(FRBRname )*(FRBRprescriptive )?(FRBRauthoritative )?`, meta: true},
	"FRBRExpression":    {children: aknCore + `(FRBRversionNumber )?(FRBRauthoritative )?(FRBRlanguage )+`, meta: true},
	"FRBRManifestation": {children: aknCore + `(FRBRformat )?`, meta: true},
	"FRBRthis":          {must: []string{"value"}, meta: true},
	"FRBRuri":           {must: []string{"value"}, meta: true},
	"FRBRdate":          {must: []string{"date", "name"}, meta: true},
	"FRBRauthor":        {must: []string{"href"}, may: []string{"as"}, meta: true},
	"FRBRcountry":       {must: []string{"value"}, meta: true},
	"FRBRname":          {must: []string{"value"}, meta: true},
	"FRBRprescriptive":  {must: []string{"value"}, meta: true},
	"FRBRauthoritative": {must: []string{"value"}, meta: true},
	"FRBRlanguage":      {must: []string{"language"}, meta: true},
	"FRBRformat":        {must: []string{"value"}, meta: true},
	"references":        {children: `((TLCOrganization|TLCRole|TLCConcept) )+`, must: []string{"source"}, meta: true},
	"TLCOrganization":   {must: []string{"eId", "href", "showAs"}, meta: true},
	"TLCRole":           {must: []string{"eId", "href", "showAs"}, meta: true},
	"preface":           {children: `((p) )+`},
	"conclusions":       {children: `((p) )+`},
	"debateBody":        {children: `(debateSection )+`},
	"debateSection":     {children: `((num|heading) )*((debateSection|speech|narrative|p) )*`, must: []string{"name", "eId"}},
	"speech":            {children: `(from )?((p) )+`, must: []string{"by"}, may: []string{"as", "startTime", "endTime"}},
	"mainBody":          {children: `((clause|hcontainer|p) )+`},
	"hcontainer":        {children: `((num|heading) )*(clause )*(wrapUp )?`, must: []string{"name", "eId"}},
	"clause":            {children: `((num|heading) )*(paragraph )*(wrapUp )?`, must: []string{"eId"}},
	"paragraph":         {children: `((num|heading) )*content `, must: []string{"eId"}},
	"content":           {children: aknBlocks, must: []string{"eId"}},
	"wrapUp":            {children: aknBlocks, must: []string{"eId"}},
	"num":               {children: aknInline, mixed: true},
	"heading":           {children: aknInline, mixed: true},
	"from":              {children: aknInline, mixed: true},
	"narrative":         {children: aknInline, mixed: true},
	"p":                 {children: aknInline, mixed: true},
	"docTitle":          {children: aknInline, mixed: true},
	"outcome":           {children: aknInline, mixed: true},
	"signature":         {children: aknInline, mixed: true},
	"ins":               {children: aknInline, mixed: true},
	"del":               {children: aknInline, mixed: true},
	"inline":            {children: aknInline, mixed: true, must: []string{"name"}},
	"vote":              {children: aknInline, mixed: true, must: []string{"by"}, may: []string{"as", "choice"}},
	"recordedTime":      {children: aknInline, mixed: true, must: []string{"time"}, may: []string{"type"}},
}

// aknNode is an element as it is read.
type aknNode struct {
	name     string
	attrs    map[string]string
	children string
	text     string
}

func TestAkomaNtosoHoldsTheStandard(t *testing.T) {
	early, late := newPlay(t), closed(t)
	tracks := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByTrack })
	tracks.negotiate()
	hostile := newPlay(t)
	hostile.do("arcadia", exercise.Say{Words: exercise.T("</p><speech>&lt; ]]> <!-- \"q\" -->")})
	for name, p := range map[string]*play{"early": early, "closed": late, "by track": tracks, "hostile": hostile} {
		for _, format := range []string{"debate.akn", "akn"} {
			for _, wrong := range checkAKN(t, export(t, format, p.source("recorder"))) {
				t.Errorf("%s, %s: %s", name, format, wrong)
			}
		}
	}
}

// The check must find what is wrong.
func TestTheCheckOfAkomaNtosoFinds(t *testing.T) {
	good := export(t, "akn", closed(t).source("recorder"))
	for what, bad := range map[string]string{
		"an order":     strings.Replace(good, "<FRBRcountry value=\"zz\"></FRBRcountry>", "", 1),
		"an element":   strings.Replace(strings.Replace(good, "<docTitle>", "<docName>", 1), "</docTitle>", "</docName>", 1),
		"an attribute": strings.Replace(good, ` language="eng"`, "", 1),
		"an id":        strings.ReplaceAll(good, `eId="clause_3"`, `eId="clause_1"`),
		"a reference":  strings.Replace(good, `eId="arcadia"`, `eId="somebody"`, 1),
		"a text":       strings.Replace(good, "<references ", "words<references ", 1),
	} {
		if bad == good {
			t.Fatalf("%s: nothing was changed", what)
		}
		if len(checkAKN(t, bad)) == 0 {
			t.Errorf("%s that is wrong is not found", what)
		}
	}
}

// checkAKN tells what is not as the standard has it.
func checkAKN(t *testing.T, text string) (wrong []string) {
	t.Helper()
	ids, refs := map[string]bool{}, []string{}
	eachAKN(t, text, func(n aknNode) {
		m, known := aknModels[n.name]
		if !known {
			wrong = append(wrong, n.name+" is not written")
			return
		}
		if ok, err := regexp.MatchString(`^(`+m.children+`)$`, n.children); err != nil || !ok {
			wrong = append(wrong, n.name+" has the children "+n.children)
		}
		if !m.mixed && strings.TrimSpace(n.text) != "" {
			wrong = append(wrong, n.name+" has the text "+n.text)
		}
		for _, a := range m.must {
			if _, ok := n.attrs[a]; !ok {
				wrong = append(wrong, n.name+" has no "+a)
			}
		}
		for a, value := range n.attrs {
			always := a == "eId" || !m.meta && slices.Contains([]string{"class", "title", "refersTo"}, a)
			if !always && !slices.Contains(m.must, a) && !slices.Contains(m.may, a) {
				wrong = append(wrong, n.name+" has the attribute "+a)
			}
			if strings.HasPrefix(value, "#") && value != "#kefi" {
				refs = append(refs, value[1:])
			}
		}
		if id, ok := n.attrs["eId"]; ok {
			if ids[id] || id == "" || strings.ContainsAny(id, " \t\n") {
				wrong = append(wrong, "the eId "+id+" is not one")
			}
			ids[id] = true
		}
	})
	for _, r := range refs {
		if !ids[r] {
			wrong = append(wrong, "nothing has the eId "+r)
		}
	}
	return wrong
}

func eachAKN(t *testing.T, text string, visit func(aknNode)) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(text))
	var open []aknNode
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		check(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			n := aknNode{name: x.Name.Local, attrs: map[string]string{}}
			if x.Name.Space != "http://docs.oasis-open.org/legaldocml/ns/akn/3.0" {
				t.Fatalf("%s is of the namespace %q", n.name, x.Name.Space)
			}
			for _, a := range x.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			if len(open) > 0 {
				open[len(open)-1].children += n.name + " "
			}
			open = append(open, n)
		case xml.EndElement:
			visit(open[len(open)-1])
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(x)
			}
		}
	}
}

func TestAkomaNtoso(t *testing.T) {
	p := closed(t)
	golden(t, "debate.akn.xml", export(t, "debate.akn", p.source("recorder")))
	golden(t, "agreement.akn.xml", export(t, "akn", p.source("recorder")))
	q := newPlay(t)
	q.do("arcadia", exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.2", Old: exercise.T("the nature"), New: exercise.T("the nature and the extent")}}})
	golden(t, "draft.akn.xml", export(t, "akn", q.source("recorder")))
}
