package format

import (
	"encoding/json"

	"github.com/invopop/jsonschema"
)

// Modeline is the first line of a scenario for editors that read schemas.
const Modeline = "# yaml-language-server: $schema=scenario.schema.json"

// draft7 is what editors' YAML servers read.
const draft7 = "http://json-schema.org/draft-07/schema#"

// Schema is the JSON Schema (draft-07) of scenario.yaml, generated from the
// types that the reader's fields are taken from. It says what an editor can
// know; what names refer to is said by Load.
func Schema() []byte {
	// Nothing is referenced: draft-07 reads no description beside a $ref.
	r := jsonschema.Reflector{Anonymous: true, DoNotReference: true, ExpandedStruct: true}
	s := r.Reflect(scenarioShape{})
	s.Version, s.Title, s.Definitions = draft7, "A kefi scenario", nil
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // a schema is plain data
	}
	return append(b, '\n')
}

// The words of a shape that are neither plain text nor a list of shapes.
type (
	texts    []string // one or several texts
	nameList []string // one or several names or numbers
	track    string
	tracks   []string
	ordinal  string // of a clause: 3
	length   string // of time: 6m
	moment   string // of scenario time: T+25m
	worths   []int  // points of 100
)

func oneOrMore(item func() *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{item(), {Type: "array", Items: item()}}}
}

func aText() *jsonschema.Schema { return &jsonschema.Schema{Type: "string"} }

func aName() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, {Type: "integer"}}}
}

func points() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: "0", Maximum: "100"}
}

func aTrack() *jsonschema.Schema {
	return &jsonschema.Schema{Enum: []any{"κ", "ε", "φ", "K", "E", "P", "government", "business", "philanthropy"}}
}

// JSONSchema implements the generator's interface, here and below.
func (texts) JSONSchema() *jsonschema.Schema { return oneOrMore(aText) }

// JSONSchema is a name or several.
func (nameList) JSONSchema() *jsonschema.Schema { return oneOrMore(aName) }

// JSONSchema is a track's letter or word.
func (track) JSONSchema() *jsonschema.Schema { return aTrack() }

// JSONSchema is a track or several.
func (tracks) JSONSchema() *jsonschema.Schema { return oneOrMore(aTrack) }

// JSONSchema is a number that may be written as a name.
func (ordinal) JSONSchema() *jsonschema.Schema { return aName() }

// JSONSchema is 90s, 6m, 1h30m or 0.
func (length) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Const: 0}, {Type: "string", Pattern: durationForm.String()}}}
}

// JSONSchema is T+25m, an agenda item, by hand, or off timeline.
func (moment) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: `^(T\+\S+|item \S+|by hand|off timeline)$`}
}

// JSONSchema is points, or those of each alternative and of any other wording.
func (worths) JSONSchema() *jsonschema.Schema {
	other := &jsonschema.Schema{Type: "string", Pattern: `^other [0-9]{1,3}$`}
	each := &jsonschema.Schema{AnyOf: []*jsonschema.Schema{points(), other}}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{points(), {Type: "array", Items: each}}}
}
