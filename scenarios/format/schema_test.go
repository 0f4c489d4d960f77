package format_test

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"kefi/scenarios"
	"kefi/scenarios/format"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(format.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.(map[string]any)["$schema"]; got != "http://json-schema.org/draft-07/schema#" {
		t.Fatalf("the schema is of %v", got)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft7)
	if err := c.AddResource("scenario.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("scenario.schema.json") // checks it against draft-07's own
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	b, err := yaml.YAMLToJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

// Every scenario that loads is one to the schema too.
func TestTheSchemaKnowsWhatTheLoaderKnows(t *testing.T) {
	s := schema(t)
	texts := map[string][]byte{}
	for _, name := range []string{"testdata/bells.yaml", "testdata/small/scenario.yaml"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = b
	}
	built, _ := fs.Glob(scenarios.FS, "*/scenario.yaml")
	for _, name := range built {
		texts[name], _ = fs.ReadFile(scenarios.FS, name)
	}
	for name, text := range texts {
		if err := validate(t, s, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSchemaFindsWhatAnEditorCan(t *testing.T) {
	s := schema(t)
	bells, err := os.ReadFile("testdata/bells.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct{ then, old, new string }{
		{"a misspelt field", "organiser:", "organizer:"},
		{"an unknown track", "track: κ", "track: kappa"},
		{"an unknown method", "method: call", "method: telegram"},
		{"a time that is none", "slot: 60m", "slot: an hour"},
		{"points above 100", "no-agreement: 25", "no-agreement: 250"},
		{"a field that is missing", "zone: UTC\n", ""},
		{"an unknown field of a team", "name: Telvia,", "name: Telvia, head: x,"},
	}
	for _, c := range cases {
		text := strings.Replace(string(bells), c.old, c.new, 1)
		if text == string(bells) {
			t.Fatalf("%s: %q is not there", c.then, c.old)
		}
		if validate(t, s, []byte(text)) == nil {
			t.Errorf("%s is not found", c.then)
		}
	}
}
