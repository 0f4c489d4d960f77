package transcript

import (
	_ "embed"
	"encoding/json"
	"io"
	"strings"
)

// RecordSchema and EventsSchemaJSON are the JSON Schemas (2020-12) of a line of
// the two kinds of JSON Lines.
var (
	//go:embed record.schema.json
	RecordSchema string
	//go:embed events.schema.json
	EventsSchemaJSON string
)

// writeRecord gives the seat its copy of the record, or the operator all of it.
func writeRecord(w io.Writer, s *Source) error {
	if s.Whole {
		return JSONLines(w, s.Entries, s.Keys, Everything())
	}
	c, err := CopyFor(s.View.Own.Seat, s.Acts)
	if err != nil {
		return err
	}
	return JSONLines(w, s.Entries, s.Keys, c)
}

// schemaOf hands out a schema with the banner and provenance as its comment.
func schemaOf(schema string) func(io.Writer, *Source) error {
	return func(w io.Writer, s *Source) error {
		title := renames(s.View.Room).in(s.View.Room.Exercise.Title)
		comment, err := json.Marshal(banner(title) + " " + s.Provenance())
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, strings.Replace(schema, "{\n", "{\n  \"$comment\": "+visible(string(comment))+",\n", 1))
		return err
	}
}
