package transcript_test

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/transcript"
)

func TestTheHeadIsThatOfTheClosing(t *testing.T) {
	p := newPlay(t)
	p.negotiate()
	list := transcript.Exports()
	i := slices.IndexFunc(list, func(x transcript.Export) bool { return x.Name == "head" })
	if err := list[i].Write(io.Discard, p.source("arcadia")); err == nil {
		t.Error("during play it has an end")
	}
	p.finish()
	at, err := p.journal.Head(context.Background())
	check(t, err)
	p.do("recorder", exercise.Note{Words: exercise.T("The end.")})
	text := export(t, "head", p.source("arcadia"))
	got, err := transcript.ParseClosing([]byte("> On Monday kefi wrote:\n> " + strings.ReplaceAll(text, "\n", "\n> ")))
	if want := (transcript.Closing{Name: "demo", Head: at}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if !strings.Contains(text, exercise.RecordEnd{Hash: at.Hash.String()}.Aloud()) || strings.Count(text, "EXERCISE EXERCISE EXERCISE") != 2 {
		t.Errorf("it reads\n%s", text)
	}
	said := p.source("arcadia").Provenance()
	if !strings.Contains(said, "closed with act "+transcript.Thousands(at.Seq)+", "+at.Hash.String()) {
		t.Errorf("an export says %q", said)
	}
}

func TestWhatIsNoHead(t *testing.T) {
	whole := transcript.Closing{Name: "demo", Head: journal.Head{Seq: 3}}.Text("Harbour")
	for given, text := range map[string]string{
		"nothing":     "",
		"minutes":     "# Minutes\n",
		"half a hash": strings.Replace(whole, "hash: 0000", "hash: ", 1),
		"a word":      strings.Replace(whole, "act: 3", "act: three", 1),
		"two acts":    whole + "act: 4\n",
	} {
		if c, err := transcript.ParseClosing([]byte(text)); err == nil {
			t.Errorf("given %s: %+v", given, c)
		}
	}
	if _, err := transcript.ParseClosing([]byte(whole)); err != nil {
		t.Error(err)
	}
}
