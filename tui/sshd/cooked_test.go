package sshd

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

func TestCookedLines(t *testing.T) {
	rows := []struct{ given, typed, read, shown string }{
		{"a line", "say hi\r", "say hi\n", "say hi\r\n"},
		{"two lines", "a\rb\n", "a\nb\n", "a\r\nb\r\n"},
		{"Backspace", "ab\x7fc\x08d\r", "ad\n", "ab\b \bc\b \bd\r\n"},
		{"Backspace over letters of several bytes and cells", "é漢\x7f\x7fx\r", "x\n", "é漢\b \b\b \b\b \bx\r\n"},
		{"Backspace on nothing", "\x7f\x7fa\r", "a\n", "a\r\n"},
		{"Ctrl+U", "abc\x15d\r", "d\n", "abc\b \b\b \b\b \bd\r\n"},
		{"arrows and other keys", "a\x1b[A\x1b[1;5C\x1bOP\x1bxb\t\x00\r", "ab\n", "ab\r\n"},
		{"Ctrl+C", "abc\x03d\r", "", "abc"},
		{"Ctrl+D on a line does nothing", "ab\x04c\r", "abc\n", "abc\r\n"},
		{"Ctrl+D on an empty line", "a\r\x04b\r", "a\n", "a\r\n"},
		{"an unfinished line", "abc", "", "abc"},
	}
	for _, r := range rows {
		var out bytes.Buffer
		read, err := io.ReadAll(newCooked(strings.NewReader(r.typed), &out, Size{}, nil))
		if err != nil || string(read) != r.read {
			t.Errorf("%s: read %q, %v", r.given, read, err)
		}
		if out.String() != r.shown {
			t.Errorf("%s: showed %q", r.given, out.String())
		}
	}
}

func TestWhatArrivesWhileSomebodyTypes(t *testing.T) {
	var out bytes.Buffer
	c := newCooked(strings.NewReader(""), &out, Size{}, nil)
	for _, b := range []byte("say h") {
		_ = c.press(b)
	}
	n, err := io.WriteString(c, "Hydra has the floor.\n")
	if n != 21 || err != nil {
		t.Error(n, err)
	}
	_ = c.press('i')
	if got := out.String(); got != "say h\r\nHydra has the floor.\r\nsay hi" {
		t.Errorf("it shows %q", got)
	}
}

func TestALineIsBounded(t *testing.T) {
	var out bytes.Buffer
	line, _ := io.ReadAll(newCooked(strings.NewReader(strings.Repeat("x", 100_000)+"\r"), &out, Size{}, nil))
	if len(line) != maxLine+1 {
		t.Errorf("%d bytes were read", len(line))
	}
}

// Whatever is typed comes out as lines without control characters, and what is
// shown moves the cursor by no more than Backspace and line ends.
func FuzzCooked(f *testing.F) {
	for _, typed := range []string{"say hi\r", "a\x1b[1;5Cb\x7f\r\n", "\xe6\xbc\x7f\r", "\x1b\x1b[[A\r"} {
		f.Add([]byte(typed))
	}
	f.Fuzz(func(t *testing.T, typed []byte) {
		var out bytes.Buffer
		read, err := io.ReadAll(newCooked(bytes.NewReader(typed), &out, Size{}, nil))
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range read {
			if b < ' ' && b != '\n' || b == 0x7f {
				t.Fatalf("%q came out of %q", read, typed)
			}
		}
		if bytes.ContainsAny(out.Bytes(), "\x1b\x00\a\t") {
			t.Fatalf("%q was shown for %q", out.Bytes(), typed)
		}
	})
}

func TestNoWordIsCutAtTheEdgeOfTheWindow(t *testing.T) {
	var out bytes.Buffer
	resize := make(chan Size, 1)
	c := newCooked(strings.NewReader(""), &out, Size{Width: 12}, resize)
	for _, text := range []string{"Hydra has the floor.\n", "Read I4.\n"} {
		_, _ = io.WriteString(c, text)
	}
	resize <- Size{Width: 80}
	_, _ = io.WriteString(c, "Hydra has the floor.\n")
	if got := out.String(); got != "Hydra has\r\nthe floor.\r\nRead I4.\r\nHydra has the floor.\r\n" {
		t.Errorf("it shows %q", got)
	}
}
