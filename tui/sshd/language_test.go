package sshd_test

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/sshd"
)

// What is asked for after the name comes before the seat's choice, that before
// what the client's environment says, and that before the exercise's texts.
func TestInWhichLanguageAGuestIsSpokenTo(t *testing.T) {
	spoken := make(chan string, 1)
	o := serve(t, func(o *sshd.Options) {
		o.Handler = stage{verb: func(_ context.Context, g sshd.Guest, _ string, _, _ io.Writer) int {
			spoken <- g.Language.Code()
			return 0
		}}
	})
	for _, row := range []struct {
		user, kept string
		env        []string
		want       string
	}{
		{"arcadia.spring", "", nil, "en"},
		{"arcadia.spring", "", []string{"LANG=fr_CH.UTF-8"}, "fr"},
		{"arcadia.spring", "", []string{"LANG=fr_CH.UTF-8", "LC_MESSAGES=es_MX.UTF-8"}, "es"},
		{"arcadia.spring", "", []string{"LC_ALL=es_ES.UTF-8", "LANG=fr_CH.UTF-8"}, "es"},
		{"arcadia.spring", "", []string{"LC_ALL=C", "LANG=fr_CH.UTF-8"}, "en"},
		{"arcadia.spring", "", []string{"LC_ALL=", "LANG=fr_CH.UTF-8"}, "fr"},
		{"arcadia.spring", "", []string{"LANG=de_DE.UTF-8"}, "en"},
		{"arcadia.spring", "fr", []string{"LANG=es_ES.UTF-8"}, "fr"},
		{"arcadia.spring", "en", []string{"LANG=es_ES.UTF-8"}, "en"},
		{"arcadia.spring", "xx", []string{"LANG=es_ES.UTF-8"}, "es"},
		{"arcadia.spring+es", "fr", []string{"LANG=en_GB.UTF-8"}, "es"},
		{"arcadia.spring+EN+plain", "fr", nil, "en"},
		{"arcadia.spring+es+fr", "", nil, "fr"},
		{"arcadia.autumn", "", nil, "es"},
		{"arcadia.autumn", "", []string{"LANG=C.UTF-8"}, "es"},
		{"arcadia.autumn", "", []string{"LANG=en_GB.UTF-8"}, "en"},
	} {
		o.house.mu.Lock()
		o.house.languages["spring/arcadia"] = row.kept
		o.house.mu.Unlock()
		key := newKey(t)
		o.house.bind("spring", "arcadia", key)
		o.house.bind("autumn", "arcadia", key)
		s := newSession(t, o.client(t, row.user, gossh.PublicKeys(key)), row.env...)
		if err := s.Run("who"); err != nil {
			t.Fatal(err)
		}
		if got := <-spoken; got != row.want {
			t.Errorf("%s with %q kept and %q: %s, not %s", row.user, row.kept, row.env, got, row.want)
		}
	}
}

// The door asks in the language that the name asks for: it knows no more of a
// caller who has not proved anything.
func TestTheDoorAsksInTheLanguageOfTheName(t *testing.T) {
	o := serve(t, nil)
	var asked []string
	o.client(t, "arcadia.spring+fr", gossh.RetryableAuthMethod(answers(&asked, "faux", springCode), 3))
	key := newKey(t)
	o.client(t, "arcadia.spring+fr", gossh.PublicKeys(key), answers(&asked, springCode, "oui"))
	if want := []string{
		"Code d'invitation : ", "Ce code n'ouvre pas ce siège. Il a quatre mots, comme dans votre invitation.", "Code d'invitation : ",
		"Code d'invitation : ", "Se souvenir de cet ordinateur ? oui/non ",
	}; !slices.Equal(plainSpaces(asked), want) {
		t.Errorf("it asked %q", asked)
	}
	if !o.house.bound("spring", "arcadia", key) {
		t.Error("oui did not bind the key")
	}
}

func plainSpaces(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ReplaceAll(s, "\u00a0", " ")
	}
	return out
}

// Whoever chose a language while the session ran is told in it why it ended.
func TestAnEndIsToldInTheSeatsLanguage(t *testing.T) {
	o := serve(t, nil)
	older := o.window(t, o.as(t, "arcadia"))
	older.sees(t, "screen of arcadia")
	o.house.mu.Lock()
	o.house.languages["spring/arcadia"] = "es"
	o.house.mu.Unlock()
	o.window(t, o.as(t, "arcadia")).sees(t, "screen of arcadia")
	older.sees(t, "Una ventana más reciente ha tomado este asiento.")
}

func TestAStrangerIsReceivedInTheirLanguage(t *testing.T) {
	o := serve(t, nil)
	w := newSession(t, o.client(t, "personne"), "LANG=fr_FR.UTF-8")
	_ = w.Run("who")
	w.sees(t, "Nous ne connaissons pas le nom \"personne\".")
}
