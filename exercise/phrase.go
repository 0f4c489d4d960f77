package exercise

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrase is a sentence, or a part of one, with its parts kept apart, so that
// it can be said in another language than the record's, which is English. The
// zero Phrase says nothing. Phrases are never changed once made.
type Phrase struct {
	// Format is the English wording, for fmt.Sprintf. Translations are found
	// by it. Empty where the phrase is a list.
	Format string
	// One is the English wording where the first of Args, an int, is 1; empty
	// for phrases that count nothing.
	One string
	// Args fill the format: strings, which are names or somebody's own words
	// and are in no language of ours, ints, and phrases. Of a list they are
	// the members.
	Args []any

	capital, ended, lower bool
}

// say makes a phrase.
func say(format string, args ...any) Phrase { return Phrase{Format: format, Args: args} }

// tally makes a phrase that counts: tally(3, "%d point", "%d points"). More
// arguments follow n.
func tally(n int, one, many string, more ...any) Phrase {
	return Phrase{Format: many, One: one, Args: append([]any{n}, more...)}
}

// listed makes a list of names or phrases: "a, b and c".
func listed[T ~string | Phrase](members []T) Phrase {
	p := Phrase{Args: make([]any, len(members))}
	for i, m := range members {
		p.Args[i] = m
	}
	return p
}

// word is a name of the rules that people are told as it is: the state of a
// clause, a phase, a kind of motion.
func word[T ~string](name T) Phrase { return say(string(name)) }

// because is what an error says: a refusal with its parts kept apart.
func because(err error) Phrase {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.Sentence
	}
	return say("%s", err.Error())
}

// String is the phrase in English, as it stands in the record.
func (p Phrase) String() string { return p.In(English{}) }

// IsZero says that there is nothing to say.
func (p Phrase) IsZero() bool { return p.Format == "" && len(p.Args) == 0 }

// MarshalJSON writes the phrase in English.
func (p Phrase) MarshalJSON() ([]byte, error) { return json.Marshal(p.String()) }

// UnmarshalJSON reads a phrase that MarshalJSON wrote: it says the same, in
// English whatever the language.
func (p *Phrase) UnmarshalJSON(text []byte) error {
	var s string
	if err := json.Unmarshal(text, &s); err != nil {
		return err
	}
	*p = Phrase{}
	if s != "" {
		*p = say("%s", s)
	}
	return nil
}

// Capital begins the phrase with a capital letter.
func (p Phrase) Capital() Phrase { p.capital, p.lower = true, false; return p }

// Lower begins the phrase with a small letter.
func (p Phrase) Lower() Phrase { p.lower, p.capital = true, false; return p }

// Ended ends the phrase with a full stop where it has no end.
func (p Phrase) Ended() Phrase { p.ended = true; return p }

// Speaker knows a language: how a phrase is worded there, and how a list is joined.
type Speaker interface {
	// Fill words p with arguments that are in the language already.
	Fill(p Phrase, args []any) string
	// List joins members that are in the language already.
	List(members []string) string
}

// In is the phrase in a language.
func (p Phrase) In(l Speaker) string {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		if inner, ok := a.(Phrase); ok {
			a = inner.In(l)
		}
		args[i] = a
	}
	return p.shaped(p.joined(l, args))
}

func (p Phrase) joined(l Speaker, args []any) string {
	if p.Format != "" {
		return l.Fill(p, args)
	}
	members := make([]string, len(args))
	for i, a := range args {
		members[i] = fmt.Sprint(a)
	}
	return l.List(members)
}

func (p Phrase) shaped(s string) string {
	if p.capital || p.lower {
		first, n := utf8.DecodeRuneInString(s)
		if p.capital {
			first = unicode.ToUpper(first)
		} else {
			first = unicode.ToLower(first)
		}
		if n > 0 {
			s = string(first) + s[n:]
		}
	}
	if p.ended {
		s = ended(s)
	}
	return s
}

// English is the language of the record.
type English struct{}

// Wording is the phrase's own.
func (English) Wording(p Phrase) string {
	if n, counts := counted(p); counts && n == 1 {
		return p.One
	}
	return p.Format
}

// Fill implements Speaker.
func (e English) Fill(p Phrase, args []any) string { return fmt.Sprintf(e.Wording(p), args...) }

// List joins members as "a, b and c".
func (English) List(members []string) string {
	if len(members) < 2 {
		return strings.Join(members, "")
	}
	last := len(members) - 1
	return strings.Join(members[:last], ", ") + " and " + members[last]
}

// counted gives what a phrase counts.
func counted(p Phrase) (n int, counts bool) {
	if p.One == "" || len(p.Args) == 0 {
		return 0, false
	}
	n, counts = p.Args[0].(int)
	return n, counts
}
