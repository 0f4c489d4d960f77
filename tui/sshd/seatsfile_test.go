package sshd_test

import (
	"fmt"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/sshd"
)

const pub = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHbEMYTiEqgpfvIDm7ab+eJlyGbqm8nHx9Id3IPONEl8"

func TestReadSeats(t *testing.T) {
	rows := []struct{ given, file, then string }{
		{"nothing", "", ""},
		{"comments and empty lines", "# seats\n\n  # more\n", ""},
		{"a key", "arcadia " + pub, `1 arcadia "" false`},
		{"a comment", "Arcadia " + pub + " ada at work", `1 arcadia "ada at work" false`},
		{"agreed", "\narcadia.spring " + pub + " ada agreed\r\n", `2 arcadia.spring "ada" true`},
		{"agreed without a comment", "arcadia " + pub + " agreed", `1 arcadia "" true`},
		{"one key for two seats", "arcadia " + pub + "\nhydra " + pub, `1 arcadia "" false; 2 hydra "" false`},
		{"the same line again", "arcadia " + pub + "\n\nARCADIA " + pub, `1 arcadia "" false; line 3: this key and seat stand in line 1 already`},
		{"too little", "arcadia", "line 1: a line holds"},
		{"no seat", "arca/dia " + pub, `line 1: "arca/dia" is no seat`},
		{"a look", "arcadia+plain " + pub, "line 1: \"arcadia+plain\" is no seat"},
		{"an escape sequence", "\x1b[2J " + pub, `line 1: "\x1b[2J" is no seat`},
		{"options", "arcadia command=\"x\" " + pub, "line 1: no SSH public key"},
		{"another type", "arcadia ssh-rsa " + pub[12:], "line 1: no SSH public key"},
		{"a cut key", "arcadia " + pub[:40], "line 1: no SSH public key"},
		{"wrong lines among right ones", "x\narcadia " + pub + "\ny z", `2 arcadia "" false; line 1: a line holds`},
		{"a line without end", strings.Repeat("x", 1<<19), "line 1: this line cannot be read"},
	}
	for _, r := range rows {
		keys, findings := sshd.ReadSeats(strings.NewReader(r.file))
		var got []string
		for _, k := range keys {
			got = append(got, fmt.Sprintf("%d %s %q %v", k.Line, k.Name, k.Comment, k.Agreed))
			if line := string(gossh.MarshalAuthorizedKey(k.Key)); strings.TrimSpace(line) != pub {
				t.Errorf("%s: the key became %s", r.given, line)
			}
		}
		for _, f := range findings {
			got = append(got, f.String())
		}
		if all := strings.Join(got, "; "); !strings.HasPrefix(all, r.then) || r.then == "" && all != "" {
			t.Errorf("%s: %s", r.given, all)
		}
	}
}

// Every line that is not empty or a comment is a key or a finding, and what
// was read, written out, reads the same.
func FuzzReadSeats(f *testing.F) {
	for _, file := range []string{"", "# x\narcadia " + pub + " ada agreed\n", "arcadia.spring " + pub, "x\x00y\nz", "a b c\n\n" + pub} {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file string) {
		if len(file) > 1<<16 {
			return
		}
		keys, findings := sshd.ReadSeats(strings.NewReader(file))
		meant := 0
		for _, line := range strings.Split(file, "\n") {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				meant++
			}
		}
		if len(keys)+len(findings) != meant {
			t.Fatalf("%d lines: %d keys, findings %v", meant, len(keys), findings)
		}
		for _, k := range keys {
			line := k.Name.String() + " " + strings.TrimSpace(string(gossh.MarshalAuthorizedKey(k.Key))) + " " + k.Comment
			if k.Agreed {
				line += " agreed"
			}
			again, wrong := sshd.ReadSeats(strings.NewReader(line))
			if len(again) != 1 || again[0].Agreed != k.Agreed || again[0].Comment != k.Comment {
				t.Fatalf("%q does not read back: %v", line, wrong)
			}
		}
	})
}
