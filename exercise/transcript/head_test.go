package transcript_test

import (
	"context"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/transcript"
)

// source is what a seat's exports are made from now.
func (p *play) source(seat exercise.SeatID) *transcript.Source {
	p.t.Helper()
	head, err := p.journal.Head(context.Background())
	check(p.t, err)
	return &transcript.Source{
		Name: "demo", Acts: p.acts, State: p.s, Head: head, Keys: p.key,
		Entries: p.journal.Read(context.Background(), -1),
		View:    &exercise.View{Room: p.s.Room(p.s.HomeRoom(seat), nil), Own: p.s.Own(seat)},
	}
}

// export writes one of the exports by name.
func (p *play) export(name string, s *transcript.Source) (string, error) {
	p.t.Helper()
	for _, x := range transcript.Exports() {
		if x.Name == name {
			var b strings.Builder
			err := x.Write(&b, s)
			return b.String(), err
		}
	}
	p.t.Fatalf("there is no export %q", name)
	return "", nil
}

func TestTheHeadIsThatOfTheClosing(t *testing.T) {
	p := newPlay(t)
	p.negotiate()
	if text, err := p.export("head", p.source("arcadia")); err == nil {
		t.Errorf("during play: %s", text)
	}
	p.finish()
	at, err := p.journal.Head(context.Background())
	check(t, err)
	p.do("recorder", exercise.Note{Words: exercise.T("The end.")})
	text, err := p.export("head", p.source("arcadia"))
	check(t, err)
	got, err := transcript.ParseClosing([]byte("> On Monday kefi wrote:\n> " + strings.ReplaceAll(text, "\n", "\n> ")))
	if want := (transcript.Closing{Name: "demo", Head: at}); err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if !strings.Contains(text, transcript.Aloud(at.Hash)) || strings.Count(text, "EXERCISE EXERCISE EXERCISE") != 2 {
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
