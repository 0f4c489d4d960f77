package action

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
)

// Whatever is typed: no panic, an intent or a sentence, and no text in the
// command that Clean would change.
func FuzzParse(f *testing.F) {
	for _, a := range All() {
		for _, line := range append([]string{a.Example}, a.Also...) {
			f.Add(line)
		}
	}
	f.Fuzz(func(tt *testing.T, line string) {
		intent, err := Parse(line)
		if err != nil {
			if !utf8.ValidString(err.Error()) || !strings.ContainsAny(err.Error(), ".?") {
				tt.Errorf("%q: %q is not a sentence", line, err)
			}
			if intent.Command != nil || intent.Query.Name != "" {
				tt.Errorf("%q: an error and an intent", line)
			}
			return
		}
		if (intent.Command == nil) == (intent.Query.Name == "") {
			tt.Fatalf("%q: %#v is neither a command nor a query, or both", line, intent)
		}
		again, err := Parse("/" + strings.TrimPrefix(strings.TrimSpace(line), "/"))
		if err != nil || !reflect.DeepEqual(again, intent) {
			tt.Errorf("%q: with a slash it gives %#v, %v", line, again, err)
		}
		if intent.Command != nil {
			checkTexts(tt, reflect.ValueOf(intent.Command))
		}
	})
}

// checkTexts walks over every text and name of a command.
func checkTexts(tt *testing.T, v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[exercise.Text]():
		text := v.Interface().(exercise.Text).Value
		if cleaned, err := exercise.Clean(text); err != nil || cleaned != text {
			tt.Errorf("the text %q is not clean", text)
		}
	case v.Kind() == reflect.String:
		if strings.ContainsFunc(v.String(), unicode.IsControl) || len(v.String()) > 200 {
			tt.Errorf("the name %q is not one", v.String())
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			checkTexts(tt, v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			checkTexts(tt, v.Index(i))
		}
	}
}
