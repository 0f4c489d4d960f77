package words

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"kefi/exercise"
)

//go:embed fr/*.yaml es/*.yaml
var files embed.FS

// Language is one that kefi speaks. nil is English. It is never changed, and
// safe for concurrent use.
type Language struct {
	code, name string
	and        string // between the last two of a list
	tag        language.Tag
	entries    map[string]Entry
	contracts  []contraction
	alter      func(string) string // of a language for tests
}

// Entry is one wording of the catalogue. Text is set where nothing is counted,
// else One and Other, and Many where the language has it.
type Entry struct {
	Text  string `yaml:"-"`
	One   string `yaml:"one"`
	Many  string `yaml:"many"`
	Other string `yaml:"other"`
}

// UnmarshalYAML takes a plain text, or the forms of one that counts.
func (e *Entry) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&e.Text); err == nil {
		return nil
	}
	type forms Entry
	return unmarshal((*forms)(e))
}

// Codes are the languages' names as they are typed: en, fr, es.
func Codes() []string { return []string{"en", "fr", "es"} }

// In gives a language by its code. An unknown code gives English and false.
func In(code string) (*Language, bool) {
	switch code {
	case "en":
		return nil, true
	case "fr":
		return french(), true
	case "es":
		return spanish(), true
	}
	return nil, false
}

var (
	french  = sync.OnceValue(func() *Language { return load("fr", "français", " et ", language.French, frenchContractions) })
	spanish = sync.OnceValue(func() *Language { return load("es", "español", " y ", language.Spanish, spanishContractions) })
)

// Accented is a language for tests: English whose every letter wears an
// accent, so that what has not gone through the catalogue stands out.
func Accented() *Language {
	return &Language{code: "xx", name: "accented", and: accent(" and "), alter: accent}
}

// load reads the files of a language. They are part of the program, and a test
// reads them: what is wrong with them is a programmer's mistake.
func load(code, name, and string, tag language.Tag, contracts []contraction) *Language {
	l := &Language{code: code, name: name, and: and, tag: tag, entries: map[string]Entry{}, contracts: contracts}
	list, err := files.ReadDir(code)
	if err != nil {
		panic(err)
	}
	for _, f := range list {
		part, err := read(code + "/" + f.Name())
		if err != nil {
			panic(err)
		}
		for key, entry := range part {
			l.entries[key] = entry
		}
	}
	return l
}

func read(path string) (map[string]Entry, error) {
	text, err := files.ReadFile(path)
	if err != nil {
		return nil, err
	}
	part := map[string]Entry{}
	if err := yaml.Unmarshal(text, &part); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return part, nil
}

// Code is how the language is typed.
func (l *Language) Code() string {
	if l == nil {
		return "en"
	}
	return l.code
}

// Name is what the language calls itself.
func (l *Language) Name() string {
	if l == nil {
		return "English"
	}
	return l.name
}

// Say is fmt.Sprintf in the language. Arguments that are phrases are said in
// it too; strings are names or somebody's own words.
func (l *Language) Say(format string, args ...any) string {
	return l.Phrase(exercise.Phrase{Format: format, Args: args})
}

// Count is Say of what is counted: Count(3, "%d point", "%d points"). More
// arguments follow n.
func (l *Language) Count(n int, one, many string, more ...any) string {
	return l.Phrase(exercise.Phrase{Format: many, One: one, Args: append([]any{n}, more...)})
}

// Phrase says a phrase of the rules.
func (l *Language) Phrase(p exercise.Phrase) string { return p.In(l) }

// Error says an error: one that has a phrase, such as a refusal, in the
// language, others as they are.
func (l *Language) Error(err error) string {
	var said interface{ Phrase() exercise.Phrase }
	if errors.As(err, &said) {
		return l.Phrase(said.Phrase())
	}
	return err.Error()
}

// Mark marks a text that is said later, so that the catalogue's test finds it:
// Say(name) of a name that stands in a table.
func Mark(text string) string { return text }

// Fill implements exercise.Speaker.
func (l *Language) Fill(p exercise.Phrase, args []any) string {
	if l == nil || len(l.contracts) == 0 {
		return fmt.Sprintf(l.wording(p), args...)
	}
	return contracted(l.wording(p), args, l.contracts)
}

// wording gives the format to use for p.
func (l *Language) wording(p exercise.Phrase) string {
	english := exercise.English{}.Wording(p)
	switch {
	case l == nil:
		return english
	case l.alter != nil:
		return l.alter(english)
	}
	e, ok := l.entries[p.Format]
	switch {
	case !ok:
		return english
	case p.One == "":
		return e.Text
	}
	return l.form(e, p)
}

// form picks the form of the number that is counted, by the rules of Unicode's
// CLDR.
func (l *Language) form(e Entry, p exercise.Phrase) string {
	n, _ := p.Args[0].(int)
	switch plural.Cardinal.MatchPlural(l.tag, n, 0, 0, 0, 0) {
	case plural.One:
		return e.One
	case plural.Many:
		if e.Many != "" {
			return e.Many
		}
	}
	return e.Other
}

// List implements exercise.Speaker.
func (l *Language) List(members []string) string {
	if l == nil {
		return exercise.English{}.List(members)
	}
	if len(members) < 2 {
		return strings.Join(members, "")
	}
	last := len(members) - 1
	return joined(strings.Join(members[:last], ", ")+l.and, members[last], l.contracts)
}

// Keys are what the language has a wording for, sorted.
func (l *Language) Keys() []string {
	keys := make([]string, 0, len(l.entries))
	for k := range l.entries {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Forms are the wordings of a key, one for each of its forms; none where the
// language has no wording for it.
func (l *Language) Forms(key string) []string {
	e, ok := l.entries[key]
	switch {
	case !ok:
		return nil
	case e.Text != "":
		return []string{e.Text}
	case e.Many != "":
		return []string{e.One, e.Many, e.Other}
	}
	return []string{e.One, e.Other}
}
