package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"kefi/tui/action"
)

func TestManual(t *testing.T) {
	dir := t.TempDir()
	if a := kefi(t, "man", "--dir", dir); a.status != 0 {
		t.Fatalf("kefi man --dir: %s", a)
	}
	read := func(path string) string {
		page, err := os.ReadFile(filepath.Join(dir, path))
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range page {
			if b >= 0x80 || b < 0x20 && b != '\n' && b != '\t' {
				t.Fatalf("%s: byte %d is %#x", path, i, b)
			}
		}
		return strings.NewReplacer(`\-`, "-", `\fB`, "", `\fP`, "", `\fR`, "", `\&`, "").Replace(string(page))
	}
	program, verbs := read("man1/kefi.1"), read("man7/kefi-verbs.7")
	for _, name := range []string{"kefi", "kefi-verbs"} {
		if a := kefi(t, "man", name); a.status != 0 || !strings.HasPrefix(a.out, ".nh\n.TH") {
			t.Errorf("kefi man %s: %s", name, a)
		}
	}
	for _, c := range shownCommands(root()) {
		if !strings.Contains(program, c.CommandPath()) {
			t.Errorf("kefi(1) does not name %s", c.CommandPath())
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !strings.Contains(program, "--"+f.Name) {
				t.Errorf("kefi(1) does not name --%s of %s", f.Name, c.CommandPath())
			}
		})
	}
	for _, status := range []string{"EXIT STATUS", "3"} {
		if !strings.Contains(program, status) {
			t.Errorf("kefi(1) does not say %q", status)
		}
	}
	plain := func(s string) string { return string(inASCII([]byte(s))) }
	for _, a := range action.All() {
		if !strings.Contains(verbs, plain(a.Synopsis)) {
			t.Errorf("kefi-verbs(7) does not have %q", a.Synopsis)
		}
	}
}

func TestManualOfWhatIsNotThere(t *testing.T) {
	if a := kefi(t, "man", "kefi-tables"); a.status != 2 || !strings.Contains(a.errw, "there are kefi and kefi-verbs") {
		t.Errorf("%s", a)
	}
}

// Every example is a command line that is understood.
func TestExamplesAreUnderstood(t *testing.T) {
	for _, c := range append(shownCommands(root()), root()) {
		for example := range strings.Lines(c.Example) {
			line, _, _ := strings.Cut(strings.TrimSpace(example), "|")
			line, _, _ = strings.Cut(line, ">")
			line = strings.TrimSuffix(strings.TrimPrefix(line, "source <("), ")")
			words := strings.Fields(line)
			if len(words) < 2 || words[0] != "kefi" {
				if !strings.HasPrefix(example, "source <(") {
					t.Errorf("%s: %q", c.CommandPath(), example)
				}
				continue
			}
			cmd, rest, err := root().Find(words[1:])
			if err == nil {
				err = cmd.ParseFlags(rest)
			}
			if err == nil {
				err = cmd.ValidateArgs(cmd.Flags().Args())
			}
			if err != nil || cmd.HasSubCommands() {
				t.Errorf("%s: %q: %v", c.CommandPath(), example, err)
			}
		}
	}
}

func TestUnknownCommandsAreUsage(t *testing.T) {
	for _, args := range [][]string{{"severe"}, {"completion", "csh"}, {"scenario", "lynt"}, {"seats", "arcadia"}, {"invite"}, {"export", "a", "b"}} {
		if a := kefi(t, args...); a.status != 2 || a.errw == "" {
			t.Errorf("kefi %s: %s", strings.Join(args, " "), a)
		}
	}
}

func TestCompletion(t *testing.T) {
	data := dataFolder(t, "spring", "autumn")
	for _, x := range []struct {
		args string
		has  []string
	}{
		{"export ", []string{"spring", "autumn"}},
		{"export spring --as ", []string{"everything\tthe operator's own record", "recorder\tRecorder, recorder", "hydra\t"}},
		{"export spring --format ", []string{"md", "jsonl"}},
		{"invite --name spring ", []string{"hydra\tHydra, delegate", "chair\t"}},
		{"invite --name ", []string{"autumn"}},
		{"rerun ", []string{"spring"}},
		{"replay spring --as ", []string{"hydra\tHydra, delegate"}},
		{"seats --name ", []string{"spring"}},
		{"serve --scenario ", []string{"copycat", "first-table"}},
		{"serve --procedure ", []string{"lateral", "track-1"}},
		{"serve --arm ", []string{"six-governments"}},
		{"scenario lint ", []string{"copycat"}},
		{"scenario show ", []string{"copycat"}},
		{"man ", []string{"kefi-verbs"}},
		{"completion ", []string{"bash", "zsh", "fish", "powershell"}},
	} {
		words := strings.Split(x.args, " ")
		if cmd := words[0]; cmd == "export" || cmd == "invite" || cmd == "rerun" || cmd == "replay" || cmd == "seats" {
			words = append([]string{cmd, "--data", data}, words[1:]...)
		}
		a := kefi(t, append([]string{"__complete"}, words...)...)
		for _, want := range x.has {
			if !strings.Contains("\n"+a.out, "\n"+want) {
				t.Errorf("%s: no %q in %s", x.args, want, a)
			}
		}
	}
	if a := kefi(t, "__complete", "invite", "--data", data, "--name", "spring", "hydra", ""); strings.Contains(a.out, "hydra") {
		t.Errorf("a seat is offered twice: %s", a)
	}
	if a := kefi(t, "__complete", "export", "--data", filepath.Join(data, "none"), ""); a.status != 0 || strings.Contains(a.out, "spring") {
		t.Errorf("no folder: %s", a)
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if a := kefi(t, "completion", shell); a.status != 0 || !strings.Contains(a.out, "kefi") {
			t.Errorf("completion %s: %s", shell, a)
		}
	}
}

// dataFolder has exercises of copycat, made and not served any more.
func dataFolder(t *testing.T, names ...string) string {
	t.Helper()
	s := serve(t, "--scenario", "copycat", "--name", names[0])
	for _, name := range names[1:] {
		s.stop()
		s.start("--scenario", "copycat", "--name", name)
	}
	s.stop()
	return s.data
}
