package transcript

import (
	_ "embed"
	"encoding/json"
	"io"
	"strings"

	"kefi/exercise"
)

// RecordSchema and EventsSchemaJSON are the JSON Schemas (2020-12) of a line of
// the two kinds of JSON Lines.
var (
	//go:embed record.schema.json
	RecordSchema string
	//go:embed events.schema.json
	EventsSchemaJSON string
)

// namedOnly: every line of the record names seats, and is hashed as it stands.
const namedOnly = "The record cannot be written without names, and the minutes of this exercise are. " +
	"`export events.jsonl` gives the table's entries without them; `names named`, of which the table is told, opens the record."

// writeRecord gives the seat its copy of the record.
func writeRecord(w io.Writer, s *Source) error {
	if s.View.Room.Exercise.Naming != exercise.Named {
		return exercise.Refuse(exercise.ErrNotNow, namedOnly)
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
