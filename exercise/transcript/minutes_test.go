package transcript_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

var update = flag.Bool("update", false, "write the goldens anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		check(t, os.MkdirAll("testdata", 0o755))
		check(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	check(t, err)
	if got != string(want) {
		t.Errorf("%s is not as it was; see go test -update and the difference.\n%s", path, got)
	}
}

func minutes(t *testing.T, v *exercise.View, o transcript.Options) string {
	t.Helper()
	var b strings.Builder
	check(t, transcript.Minutes(&b, v, o))
	return b.String()
}

func TestMinutes(t *testing.T) {
	p := newPlay(t)
	golden(t, "before.md", minutes(t, p.view("observer"), transcript.Options{}))
	p.negotiate()
	golden(t, "provisional.md", minutes(t, p.view("plumb"), transcript.Options{}))
	p.finish()
	golden(t, "recorder.md", minutes(t, p.view("recorder"), transcript.Options{}))
	golden(t, "hydra.md", minutes(t, p.view("hydra"), transcript.Options{Private: true}))
	golden(t, "agreed.md", transcript.AgreedText(p.view("recorder").Room))
}
