package transcript_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

func TestLinesFollowTheirSchemas(t *testing.T) {
	p := closed(t)
	q := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByTrack })
	q.negotiate()
	for name, c := range map[string]struct{ schema, lines string }{
		"the recorder's record": {transcript.RecordSchema, export(t, "jsonl", p.source("recorder"))},
		"all of the record":     {transcript.RecordSchema, p.lines(transcript.Everything())},
		"none of the record":    {transcript.RecordSchema, p.lines(transcript.Copy{})},
		"events, named":         {transcript.EventsSchemaJSON, export(t, "events.jsonl", p.source("recorder"))},
		"events, by track":      {transcript.EventsSchemaJSON, export(t, "events.jsonl", q.source("observer"))},
	} {
		schema := compile(t, c.schema)
		lines := strings.Split(strings.TrimSuffix(c.lines, "\n"), "\n")
		if len(lines) < 20 {
			t.Errorf("%s: only %d lines", name, len(lines))
		}
		for i, line := range lines {
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
			check(t, err)
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s, line %d: %v", name, i+1, err)
			}
		}
	}
}

// A schema that lets everything pass says nothing.
func TestSchemasRefuse(t *testing.T) {
	for name, c := range map[string]struct{ schema, line string }{
		"another schema": {transcript.RecordSchema, `{"schema": "kefi.record/v2"}`},
		"no banner":      {transcript.EventsSchemaJSON, `{"schema": "kefi.events/v1", "exercise": "x", "id": "1", "utc": "2026-09-21T14:13:44.000Z", "scenario_ms": 1, "kind": "said", "sentence": "x"}`},
		"half a part": {transcript.RecordSchema, strings.Replace(strings.Split(closed(t).lines(transcript.Everything()), "\n")[3],
			`"salt"`, `"pepper"`, 1)},
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(c.line))
		check(t, err)
		if compile(t, c.schema).Validate(value) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func compile(t *testing.T, schema string) *jsonschema.Schema {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	check(t, err)
	c := jsonschema.NewCompiler()
	check(t, c.AddResource("schema.json", value))
	compiled, err := c.Compile("schema.json")
	check(t, err)
	return compiled
}

func TestSchemasAreHandedOutMarked(t *testing.T) {
	for _, name := range []string{"record.schema.json", "events.schema.json"} {
		var got map[string]any
		check(t, json.Unmarshal([]byte(export(t, name, closed(t).source("observer"))), &got))
		if comment, _ := got["$comment"].(string); !strings.HasPrefix(comment, "EXERCISE EXERCISE EXERCISE · Harbour Accord") {
			t.Errorf("%s says %q", name, comment)
		}
	}
}

func TestTheRecordIsWrittenWithNamesOnly(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByRole })
	p.negotiate()
	p.finish()
	for _, x := range transcript.Exports() {
		if x.Name == "jsonl" {
			if err := x.NotNow(p.source("recorder").View); err == nil || !strings.Contains(err.Error(), "events.jsonl") {
				t.Errorf("the record without names: %v", err)
			}
			return
		}
	}
	t.Error("there is no export jsonl")
}

func TestEvents(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByTrack })
	p.negotiate()
	p.finish()
	golden(t, "events.jsonl", export(t, "events.jsonl", p.source("recorder")))
}

// Under roles or tracks no export of a table's data tells a name, a form, an
// id or where the record stands under the names.
func TestDataWithoutNames(t *testing.T) {
	for _, naming := range []exercise.Naming{exercise.ByRole, exercise.ByTrack} {
		p := newPlay(t, func(sc *exercise.Scenario) {
			sc.Naming = naming
			sc.Teams[0].Forms = []string{"Arcady"}
			sc.Title = "The Hydra Accord"
			for i := range sc.Seats {
				if sc.Seats[i].Team == "" {
					sc.Seats[i].Name = "Person " + string(sc.Seats[i].ID)
				}
			}
		})
		p.do("hydra", exercise.TakeStance{Alt: exercise.AltID{Point: "3.1a", N: 2}, Stance: exercise.Cannot, Why: exercise.T("Arcady and the Meridians, hydra, FORGE")})
		p.negotiate()
		p.finish()
		for _, x := range transcript.Exports() {
			source := p.source("recorder")
			if x.Named || x.Name == "md" || x.Who != nil && !x.Who(source.View.Own) {
				continue
			}
			text := strings.ToLower(plainly(t, export(t, x.Name, source)))
			for _, name := range []string{"arcad", "meridia", "hydra", "forge", "lantern", "plumb", "person "} {
				if at := strings.Index(text, name); at >= 0 {
					t.Errorf("%s, %s: …%s…", naming, x.Name, text[max(at-60, 0):min(at+60, len(text))])
				}
			}
		}
	}
}
