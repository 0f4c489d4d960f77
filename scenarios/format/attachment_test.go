package format_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"kefi/scenarios/format"
)

func TestAttachments(t *testing.T) {
	const mail = "---\ntitle: News\nkind: contextual\nfrom: The sexton\nmethod: letter\nto: [all]\nat: T+1m\nattachments: [LIST]\n---\nNews.\n"
	big := strings.Repeat("0123456789abcde\n", 16<<10+1)
	for _, row := range []struct {
		name, list string
		files      map[string]string
		want       string // part of what is found; empty: nothing
	}{
		{"a map and a note", "map.txt, note.md", map[string]string{"map.txt": "  +--+\n  |  |\n", "note.md": "# Note\n"}, ""},
		{"a picture", "map.png", map[string]string{"map.png": "\x89PNG\x00"}, ""},
		{"one that is missing", "map.txt", nil, "I1.md:8:15  error  injects/map.txt, which inject I1 attaches: this file is missing"},
		{"one outside the folder", "../scenario.yaml", nil, `"../scenario.yaml" cannot be the name of an attachment`},
		{"another inject", "I2.md", nil, `"I2.md" cannot be the name of an attachment`},
		{"one named twice", "map.txt, map.txt", map[string]string{"map.txt": "x"}, "named twice"},
		{"one that nobody names", "", map[string]string{"map.txt": "x"}, "no inject attaches it"},
		{"a large one", "map.txt", map[string]string{"map.txt": big}, "larger than 256 KiB"},
		{"too many", "a.txt, b.txt, c.txt, d.txt, e.txt, f.txt", map[string]string{
			"a.txt": big[:200<<10], "b.txt": big[:200<<10], "c.txt": big[:200<<10], "d.txt": big[:200<<10], "e.txt": big[:200<<10], "f.txt": big[:200<<10],
		}, "larger than 1 MiB together"},
		{"an empty one", "map.txt", map[string]string{"map.txt": " \n"}, "there is no text in injects/map.txt"},
		{"one that moves the cursor", "map.txt", map[string]string{"map.txt": "a\n\x1b[2J"}, "map.txt:2:1"},
	} {
		t.Run(row.name, func(t *testing.T) {
			files := small(t)
			files["small/injects/I1.md"].Data = []byte(strings.Replace(mail, "LIST", row.list, 1))
			for name, text := range row.files {
				files["small/injects/"+name] = &fstest.MapFile{Data: []byte(text)}
			}
			s, findings := format.Load(files, "small")
			switch err := findings.Err(); {
			case row.want == "" && err != nil:
				t.Fatal(err)
			case row.want != "" && (err == nil || !strings.Contains(err.Error(), row.want)):
				t.Fatalf("found %v, want %q", err, row.want)
			case row.name == "a map and a note":
				list := s.Injects[0].Attachments
				if len(list) != 2 || list[0].Text.Value != "  +--+\n  |  |" || list[0].Type != "text/plain" || list[1].Type != "text/markdown" {
					t.Errorf("attached: %+v", list)
				}
			case row.name == "a picture":
				if a := s.Injects[0].Attachments[0]; a.Type != "image/png" || string(a.Data) != "\x89PNG\x00" {
					t.Errorf("attached: %+v", a)
				}
			}
		})
	}
}
