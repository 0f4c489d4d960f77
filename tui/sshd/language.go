package sshd

import (
	"context"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// language finds what a guest is spoken to in: as asked for after the name,
// else as chosen at the seat, else as the client's environment has it, else as
// the exercise's texts are written.
func (d *Door) language(ctx context.Context, g Guest, env []string) *words.Language {
	if lang, ok := asked(g.Looks); ok {
		return lang
	}
	code, err := d.Store.Language(ctx, g.Exercise, g.Seat)
	if err != nil {
		d.Log.Error("cannot look a language up", "exercise", g.Exercise, "seat", g.Seat, "error", err)
	}
	if lang, ok := words.In(code); ok {
		return lang
	}
	if lang, said := fromEnvironment(env); said {
		return lang
	}
	lang, _ := words.Locale(d.Hall.Written(g.Exercise))
	return lang
}

// languageNow is the guest's language at the end of a session, which may have
// chosen another.
func (s *session) languageNow() *words.Language {
	if s.guest.Seat == "" {
		return nil // a stranger
	}
	d := s.visit.door
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), d.Limits.Farewell)
	defer cancel()
	return d.language(ctx, s.guest, s.env.vars)
}

// named is the language that a user name asks for.
func named(user string) *words.Language {
	name, _ := ParseName(user)
	lang, _ := asked(name.Looks)
	return lang
}

// asked is the last language among some looks.
func asked(looks []Look) (lang *words.Language, ok bool) {
	for _, l := range looks {
		if one, is := words.In(string(l)); is {
			lang, ok = one, true
		}
	}
	return lang, ok
}

// fromEnvironment reads "KEY=value" as POSIX has it: LC_ALL before LC_MESSAGES
// before LANG, and the first that is set decides. It is false where none names
// a language: C and POSIX name none.
func fromEnvironment(env []string) (lang *words.Language, said bool) {
	for _, key := range []string{"LC_ALL=", "LC_MESSAGES=", "LANG="} {
		for _, v := range env {
			if value, ok := strings.CutPrefix(v, key); ok && value != "" {
				return words.Locale(value)
			}
		}
	}
	return nil, false
}

// farewell is why a session ended, as a sentence for the person whose session
// it was.
type farewell struct{ sentence string }

func (f *farewell) Error() string { return f.sentence }

// Phrase is the sentence, to be said in a language.
func (f *farewell) Phrase() exercise.Phrase { return words.Phrase(f.sentence) }

// because makes one.
func because(sentence string) error { return &farewell{sentence} }
