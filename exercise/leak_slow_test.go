//go:build slow

package exercise

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestALeakIsNoticed builds the package with one deliberate leak at a time:
// the tests of non-interference must fail then, and by telling of it.
func TestALeakIsNoticed(t *testing.T) {
	for _, leak := range []struct{ what, file, was, is string }{
		{
			"a team room is heard at the table", "sees.go",
			"case RoomSpoken:\n\t\treturn []RoomID{teamRoom(e.Team)}", "case RoomSpoken:\n\t\treturn []RoomID{teamRoom(e.Team), TableRoom}",
		},
		{
			"a written question moves the table's numbering", "sees.go",
			"return []RoomID{teamRoom(e.From), teamRoom(e.To)}", "return []RoomID{teamRoom(e.From), teamRoom(e.To), TableRoom}",
		},
		{
			"the table is heard in the hall", "sees.go",
			"case Spoken:\n\t\treturn []RoomID{e.Room}", "case Spoken:\n\t\treturn s.Tables()",
		},
		{
			"the hall counts the table's revisions", "hall.go",
			"v.Revision, v.Published = last.revision, last.revision", "v.Revision, v.Published = s.draft.revision, last.revision",
		},
		{
			"the hall sees who has spoken at the table", "roomview.go",
			"s.tableOf(t.ID) == room {", "s.tableOf(t.ID) == room || room == HallRoom {",
		},
		{
			"the hall is told what the table wants of it", "staffview.go",
			"if s.aside(seat.Team) {", "if s.observes(seat.Team) {",
		},
		{
			"a figure of the author's model is for all", "sees.go",
			"if public {\n\t\treturn append(s.Tables(), controlRoom, evaluatorRoom)", "if public || !public {\n\t\treturn append(s.Tables(), controlRoom, evaluatorRoom)",
		},
		{
			"the table reads the non-paper before it is delivered", "input.go",
			"return x.Room == r || r == TableRoom && x.delivered()", "return x.Room == r || r == TableRoom",
		},
	} {
		t.Run(leak.what, func(t *testing.T) {
			out, err := testLeaky(t, leak.file, leak.was, leak.is)
			if err == nil || !strings.Contains(out, "can tell the histories apart") {
				t.Errorf("the tests do not notice it: %v\n%s", err, out)
			}
		})
	}
}

// testLeaky runs the tests of non-interference with one file changed.
func testLeaky(t *testing.T, file, was, is string) (string, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(source), was) != 1 {
		t.Fatalf("%s does not hold %q once; let the leak follow the code", file, was)
	}
	dir := t.TempDir()
	leaky := filepath.Join(dir, file)
	here, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {here: leaky}})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{leaky: strings.Replace(string(source), was, is, 1), filepath.Join(dir, "overlay.json"): string(overlay)} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("go", "test", "-count=1", "-vet=off", "-overlay", filepath.Join(dir, "overlay.json"), "-run", "^TestNonInterference", ".", "-rapid.nofailfile", "-rapid.shrinktime=1ms").CombinedOutput()
	return string(out), err
}
