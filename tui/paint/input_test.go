package paint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"pgregory.net/rapid"
)

// terminal is the sending side of an Input.
type terminal struct {
	*io.PipeWriter
	in *Input

	mu      sync.Mutex // a timer's call does not know what the test did before
	msgs    []tea.Msg
	answers []tea.Msg
	err     error
	done    bool
}

// connect starts an Input in a bubble. What it hands on may be read when
// synctest.Wait has returned.
func connect(t *testing.T) *terminal {
	t.Helper()
	r, w := io.Pipe()
	c := &terminal{PipeWriter: w, in: NewInput(r)}
	go func() {
		c.err = c.in.Run(t.Context(),
			func(m tea.Msg) { c.keep(&c.msgs, m) },
			func(m tea.Msg) { c.keep(&c.answers, m) })
		c.done = true
	}()
	t.Cleanup(func() { w.Close(); synctest.Wait() })
	return c
}

func (c *terminal) keep(where *[]tea.Msg, m tea.Msg) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*where = append(*where, m)
}

// say sends bytes and waits until they are dealt with, but no time passes.
func (c *terminal) say(s string) {
	io.WriteString(c, s)
	synctest.Wait()
}

// heard is what came out since the last call, in one line.
func (c *terminal) heard() string {
	synctest.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	s := describe(c.msgs)
	if len(c.answers) > 0 {
		s = strings.TrimSpace(s + " | " + describe(c.answers))
	}
	c.msgs, c.answers = nil, nil
	return s
}

func describe(msgs []tea.Msg) string {
	var all []string
	for _, m := range msgs {
		switch m := m.(type) {
		case tea.KeyPressMsg:
			all = append(all, m.String())
		case tea.PasteMsg:
			all = append(all, fmt.Sprintf("paste%q", m.Content))
		case tea.MouseMsg:
			mouse := m.Mouse()
			all = append(all, fmt.Sprintf("%s%d,%d", reflect.TypeOf(m).Name(), mouse.X, mouse.Y))
		case tea.BackgroundColorMsg:
			all = append(all, "background"+m.String())
		case tea.CursorPositionMsg:
			all = append(all, fmt.Sprintf("cursor%d,%d", m.X, m.Y))
		default:
			all = append(all, fmt.Sprintf("%T", m))
		}
	}
	return strings.Join(all, " ")
}

func TestInput(t *testing.T) {
	for _, c := range []struct{ name, bytes, want string }{
		{"letters", "aB1 é宽", "a B 1 space é 宽"},
		{"key repeat in one read", "jjjj\x1b[B\x1b[B\x1b[B\x7f\x7f\r", "j j j j down down down backspace backspace enter"},
		{"controls", "\x03\x1a\t\r\x00", "ctrl+c ctrl+z tab enter ctrl+space"},
		{"arrows of both kinds", "\x1b[A\x1bOB\x1b[1;5C\x1b[Z", "up down ctrl+right shift+tab"},
		{"function keys", "\x1bOP\x1b[15~\x1b[24~\x1b[[A\x1b[[E", "f1 f5 f12 f1 f5"},
		{"alt", "\x1bx\x1b\r\x1b\x7f\x1bé\x1b\x1b[A", "alt+x alt+enter alt+backspace alt+é alt+up"},
		{"Esc held down", "\x1b\x1b\x1bq", "esc esc alt+q"},
		{"alt with the letters that begin sequences", "\x1b]\r\x1bO\r\x1bP\x1bP\r", "alt+] enter alt+shift+o enter alt+shift+p alt+shift+p enter"},
		{"kitty keys", "\x1b[97;5u\x1b[27u", "ctrl+a esc"},
		{"emoji", family + "a", family + " a"},
		{"paste", "\x1b[200~one\rtwo\r\nthree\tx\x1b[31m\x1b[201~y", `paste"one\ntwo\nthree\tx\x1b[31m" y`},
		{"empty paste", "\x1b[200~\x1b[201~", `paste""`},
		{"paste that is not UTF-8", "\x1b[200~a\xff\xc3b\x1b[201~", `paste"ab"`},
		{"mouse", "\x1b[<0;3;4M\x1b[<0;3;4m\x1b[<64;1;1M\x1b[<32;500;200M", "MouseClickMsg2,3 MouseReleaseMsg2,3 MouseWheelMsg0,0 MouseMotionMsg499,199"},
		{"mouse of the oldest kind", "\x1b[M !!x", "MouseClickMsg0,0 x"},
		{"mouse beyond any screen", "\x1b[<0;99999;4M\x1b[<0;0;-4Mx\x1b[<0;99999999999999999999;1Mx", "x x"},
		{"focus", "\x1b[I\x1b[O", "tea.FocusMsg tea.BlurMsg"},

		{"background", "a\x1b]11;rgb:1a1a/2020/2a2a\x07b\x1b]11;rgb:ffff/ffff/ffff\x1b\\c", "a b c | background#1a202a background#ffffff"},
		{"cursor report", "a\x1b[12;3Rb\x1b[?7;9Rc", "a b c | cursor2,11 cursor8,6"},
		{"F3, not a cursor report from the first line", "\x1b[1;2R\x1b[1;5R\x1bOR", "shift+f3 ctrl+f3 f3"},
		{"cursor report from any other line", "\x1b[2;2R\x1b[3;3R", "| cursor1,1 cursor2,2"},
		{"device attributes", "\x1b[?62;4c\x1b[>1;10;0c\x1bP!|00\x1b\\", "| uv.PrimaryDeviceAttributesEvent uv.SecondaryDeviceAttributesEvent uv.TertiaryDeviceAttributesEvent"},
		{"mode report", "\x1b[?2026;2$y\x1b[?2027;1$y", "| tea.ModeReportMsg tea.ModeReportMsg"},
		{"version and capability", "\x1bP>|kefi\x1b\\\x1bP1+r524742\x1b\\", "| tea.TerminalVersionMsg tea.CapabilityMsg"},
		{"clipboard answer", "\x1b]52;c;eA==\x07", "| tea.ClipboardMsg"},
		{"colour scheme", "\x1b[?997;1n", "| uv.DarkColorSchemeEvent"},
		{"a terminal that lists its programs", "\x1b]7501;?\x1b\\a\x1b]7501;?\a\x1b]7501;state=idle\a", "a | paint.StatusShownMsg paint.StatusShownMsg"},
		{"answers nobody knows", "a\x1b]99;x\x1b\\\x1b_Gi=1;OK\x1b\\\x1bPzz\x1b\\\x1b^x\x1b\\\x1bXy\x1b\\\x1b[5;5;5zb", "a b"},
		{"sizes are said elsewhere", "\x1b[8;4294967295;4294967295t\x1b[48;9;9;9;9t\x1b[4;1;1tx", "x"},
		{"answer with text in it", "\x1b]0;\xc3\x9cber\x1b\\x", "x"},
		{"answer cut by Enter", "\x1b]11;rgb:1a\rb", "enter b"},
		{"answer cancelled", "\x1b]11;rgb:1a\x18b\x1bPx\x1ac", "b c"},
		{"answer cut by another", "\x1b]11;rgb:\x1b]11;rgb:0000/0000/0000\x07", "| background#000000"},
		{"sequence cut by a key", "\x1b[12;\rx", "enter x"},
		{"half characters", "a\xc3b\x80\x9d52;c\x9bm\xff\xed\xa0\x80c", "a b 5 2 ; c m c"},
		{"C1 as UTF-8", "a\u009b\u009db", "a b"},
		{"control characters spelled out", "\x1b[27;1;7~\x1b[97;;27ux\x1b[7;1u", "x ctrl+g"},
		{"one sequence for 65535 keys", "\x1b[65;30;97;1;0;65535_\x1b\x1b[65;30;97;1;0;65535_x", "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				whole := connect(t)
				whole.say(c.bytes)
				pass(time.Minute)
				if got := whole.heard(); got != c.want {
					t.Errorf("at once: %s, want %s", got, c.want)
				}
				bytewise := connect(t)
				for _, b := range []byte(c.bytes) {
					bytewise.say(string([]byte{b}))
				}
				pass(time.Minute)
				if got := bytewise.heard(); got != c.want && c.name != "emoji" {
					t.Errorf("byte by byte: %s, want %s", got, c.want)
				}
			})
		})
	}
}

func TestUndecidedBytesWait(t *testing.T) {
	const ms = time.Millisecond
	for _, c := range []struct {
		name  string
		parts []string
		pause time.Duration
		want  string
	}{
		{"Esc alone", []string{"\x1b", "[A"}, 60 * ms, "esc [ A"},
		{"Esc in time", []string{"\x1b", "[A"}, 40 * ms, "up"},
		{"Esc twice", []string{"\x1b\x1b", "x"}, 60 * ms, "esc esc x"},
		{"alt+[", []string{"\x1b[", "A"}, 60 * ms, "alt+[ A"},
		{"alt+]", []string{"\x1b]", "11"}, 60 * ms, "alt+] 1 1"},
		{"rxvt's shift", []string{"\x1b[2$", "x"}, 60 * ms, "shift+insert x"},
		{"an arrow on a slow line", []string{"\x1b[1;", "5A"}, 500 * ms, "ctrl+up"},
		{"an answer on a slow line", []string{"\x1b]11;rgb:0000/", "0000/0000", "\x1b", "\\x"}, time.Second, "x | background#000000"},
		{"an answer that never ends", []string{"\x1b]11;rgb:0000/", "hello"}, 3 * time.Second, "h e l l o"},
		{"a cut character", []string{"\xe5\xae", "\xbd"}, 500 * ms, "宽"},
		{"half a character", []string{"\xe5\xae", "x"}, 3 * time.Second, "x"},
		{"a paste on a slow line", []string{"\x1b[200~a", "b\x1b[20", "1~c"}, 3 * time.Second, `paste"ab" c`},
		{"a paste that never ends", []string{"\x1b[200~ab\x1b[20", "c"}, 6 * time.Second, `paste"ab" c`},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				term := connect(t)
				for _, part := range c.parts {
					term.say(part)
					pass(c.pause)
				}
				if got := term.heard(); got != c.want {
					t.Errorf("got %s, want %s", got, c.want)
				}
			})
		})
	}
}

func TestEscIsDecidedAfter50ms(t *testing.T) {
	bubble(t, func(t *testing.T) {
		term := connect(t)
		term.say("\x1b")
		pass(49 * time.Millisecond)
		if got := term.heard(); got != "" {
			t.Errorf("decided too soon: %s", got)
		}
		pass(2 * time.Millisecond)
		if got := term.heard(); got != "esc" {
			t.Errorf("got %q", got)
		}
	})
}

func TestAnExpectedAnswerInPieces(t *testing.T) {
	bubble(t, func(t *testing.T) {
		term := connect(t)
		term.in.Expect()
		for _, part := range []string{"so\x1b", "]11;rgb:ffff/", "ffff/ffff\x1b", "\\ it\x1b", "[2;", "2R is"} {
			term.say(part)
			pass(200 * time.Millisecond)
		}
		if got, want := term.heard(), "s o space i t space i s | background#ffffff cursor1,1"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		pass(expectFor)
		term.say("\x1b")
		pass(60 * time.Millisecond)
		if got := term.heard(); got != "esc" {
			t.Errorf("Esc is still waited for: %q", got)
		}
	})
}

func TestTheEndOfInput(t *testing.T) {
	bubble(t, func(t *testing.T) {
		term := connect(t)
		term.say("a\x1b")
		term.Close()
		if got := term.heard(); got != "a esc" || !term.done || term.err != nil {
			t.Errorf("got %q, done %v, error %v", got, term.done, term.err)
		}
		term = connect(t)
		term.CloseWithError(errClosed)
		if term.heard(); !errors.Is(term.err, errClosed) {
			t.Errorf("error %v", term.err)
		}
	})
}

func TestCancelEndsTheRun(t *testing.T) {
	bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(errClosed)
		err := NewInput(strings.NewReader("abc")).Run(ctx, func(m tea.Msg) { t.Errorf("got %v", m) }, nil)
		if !errors.Is(err, errClosed) {
			t.Errorf("error %v", err)
		}
	})
}

// flood is input without end: a head, then the same byte for ever.
type flood struct {
	head string
	byte byte
	left int
}

func (f *flood) Read(b []byte) (int, error) {
	if f.left <= 0 {
		return 0, io.EOF
	}
	n := copy(b, f.head)
	f.head = f.head[n:]
	for i := n; i < len(b); i++ {
		b[i] = f.byte
	}
	f.left -= len(b)
	return len(b), nil
}

func TestFloodsAreSlowedNotKept(t *testing.T) {
	for _, c := range []struct {
		name, head string
		msgs       int
	}{
		{"bracketed", "\x1b[200~", 2},
		{"unterminated OSC", "\x1b]52;c;", 0},
		{"unterminated DCS", "\x1bP+r", 0},
		{"marks", "a\u0301", 2},
		{"plain", "", 4096 + 60*eventRate},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				fill := byte('x')
				if c.name == "marks" {
					fill = 0xcc // the beginning of a mark, over and over
				}
				src := &flood{head: c.head, byte: fill, left: 100 << 20}
				in := NewInput(src)
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				msgs, most := 0, 0
				in.Run(ctx, func(m tea.Msg) {
					msgs++
					if p, ok := m.(tea.PasteMsg); ok && len(p.Content) != MaxPaste {
						t.Errorf("a paste of %d bytes", len(p.Content))
					}
					most = max(most, cap(in.pending)+cap(in.paste.text))
				}, nil)
				if read := 100<<20 - src.left; read > inputBurst+61*inputRate {
					t.Errorf("read %d bytes in a minute", read)
				}
				if kept := cap(in.pending) + cap(in.paste.text); kept > 16<<10 || most > 3*MaxPaste {
					t.Errorf("kept %d bytes, once %d", kept, most)
				}
				if msgs > c.msgs+1 || msgs < c.msgs-1 {
					t.Errorf("%d messages, want %d", msgs, c.msgs)
				}
			})
		})
	}
}

func TestALongPasteIsToldAtOnce(t *testing.T) {
	bubble(t, func(t *testing.T) {
		term := connect(t)
		go io.WriteString(term, "\x1b[200~"+strings.Repeat("é", 50_000)+"\x1b[201~x")
		pass(time.Minute)
		if len(term.msgs) != 3 {
			t.Fatalf("got %d messages", len(term.msgs))
		}
		if p := term.msgs[0].(tea.PasteMsg); len(p.Content) > MaxPaste || !utf8.ValidString(p.Content) {
			t.Errorf("a paste of %d bytes", len(p.Content))
		}
		if m := term.msgs[1].(PasteTruncatedMsg); m.Kept != MaxPaste {
			t.Errorf("told %+v", m)
		}
		if k := term.msgs[2].(tea.KeyPressMsg); k.Text != "x" {
			t.Errorf("then %v", k)
		}
	})
}

func TestALongAnswerIsForgottenToItsEnd(t *testing.T) {
	for _, head := range []string{"\x1b]52;c;", "\x1bP", "\x1b_G", "\x1b[?"} {
		end := "\x1b\\"
		if head == "\x1b[?" {
			end = "c"
		}
		bubble(t, func(t *testing.T) {
			term := connect(t)
			term.say("a")
			for _, part := range []string{head, strings.Repeat("1", 10_000), end, "b"} {
				for _, b := range []byte(part) {
					term.Write([]byte{b})
				}
			}
			if got := term.heard(); got != "a b" {
				t.Errorf("%q: got %q", head, got)
			}
		})
	}
}

// decodeAll is what an input hands on when it arrives in the given chunks.
func decodeAll(data []byte, chunk func() int) (msgs, answers []tea.Msg) {
	in := NewInput(nil)
	in.ctx = context.Background()
	in.events.SetLimit(1e9)
	in.emit = func(m tea.Msg) { msgs = append(msgs, m) }
	in.answer = func(m tea.Msg) { answers = append(answers, m) }
	for len(data) > 0 {
		n := min(max(chunk(), 1), len(data))
		in.feed(bytes.Clone(data[:n]))
		in.disarm()
		data = data[n:]
	}
	in.expire()
	return msgs, answers
}

// checkInput holds for any bytes: text is text, and places are on a screen.
func checkInput(t failer, data []byte, chunk func() int) {
	msgs, answers := decodeAll(data, chunk)
	size := 0
	for _, m := range msgs {
		switch m := m.(type) {
		case tea.KeyPressMsg:
			checkText(t, m.Text)
			size += len(m.Text)
		case tea.KeyReleaseMsg:
			checkText(t, m.Text)
		case tea.PasteMsg:
			size += len(m.Content)
			if !utf8.ValidString(m.Content) || len(m.Content) > MaxPaste {
				t.Fatalf("paste %q", m.Content)
			}
		case tea.MouseMsg:
			if p := m.Mouse(); p.X < 0 || p.Y < 0 || p.X >= MaxWidth || p.Y >= MaxHeight {
				t.Fatalf("mouse at %d,%d", p.X, p.Y)
			}
		case tea.FocusMsg, tea.BlurMsg, PasteTruncatedMsg:
		default:
			t.Fatalf("%T is no input", m)
		}
	}
	if size > len(data) || len(msgs)+len(answers) > len(data) {
		t.Fatalf("%d bytes became %d of text in %d messages", len(data), size, len(msgs)+len(answers))
	}
}

func checkText(t failer, s string) {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
		t.Fatalf("key text %q", s)
	}
}

var inputPieces = rapid.OneOf(
	rapid.SampledFrom([]string{
		"a", "é", "宽", family, "\u0301", "\r", "\x03", "\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b_", "\x1b\\", "\x1bO", "\x1b[A", "\x1b[1;5R",
		"\x1b[200~", "\x1b[201~", "\x1b[<0;1;1M", "\x1b[M", "\x1b]11;rgb:0/0/0\x07", "\x1b]52;c;eA==\x1b\\", "\x1bP1+r5463\x1b\\", "\x1b[?1;2c", "\x1b[?2026;1$y",
		"\x1b[97;5:3;98:99u", "\x1b[27;5;9~", "\x1b[1;2;3;4;5_", "\x9b", "\x9d", "\x90", "\xc3", "\xe5\xae", "\x18", "\x07", ";", ":", "$", "9999999999",
	}),
	rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOfN(rapid.Byte(), 0, 8).Draw(t, "bytes")) }),
)

func TestAnyBytesAreInput(t *testing.T) { rapid.Check(t, anyBytes) }

func anyBytes(t *rapid.T) {
	data := strings.Join(rapid.SliceOfN(inputPieces, 0, 30).Draw(t, "input"), "")
	checkInput(t, []byte(data), func() int { return rapid.IntRange(1, 40).Draw(t, "chunk") })
}

// Answers wherever they are put leave the text around them as it was.
func TestAnswersNeverBecomeText(t *testing.T) { rapid.Check(t, answersApart) }

func answersApart(t *rapid.T) {
	var all, typed string
	for range rapid.IntRange(1, 12).Draw(t, "parts") {
		key := rapid.StringMatching(`[a-z ]{0,5}`).Draw(t, "typed")
		answer := rapid.SampledFrom([]string{
			"\x1b]11;rgb:1a1a/2020/2a2a\x07", "\x1b]11;rgb:1a1a/2020/2a2a\x1b\\", "\x1b[?62;22c", "\x1b[24;80R", "\x1b[1;80R",
			"\x1b[?2027;0$y", "\x1bP>|term 1.0\x1b\\", "\x1b]10;rgb:ff/ff/ff\x07", "\x1b[?1u", "\x1bP1+r544e=78\x1b\\", "\x1b]l title\x1b\\", "\x1b[8;24;80t",
		}).Draw(t, "answer")
		all, typed = all+key+answer, typed+key
	}
	msgs, _ := decodeAll([]byte(all), func() int { return rapid.IntRange(1, 40).Draw(t, "chunk") })
	got := ""
	for _, m := range msgs {
		got += m.(tea.KeyPressMsg).Text
	}
	if got != typed {
		t.Fatalf("%q became %q, typed was %q", all, got, typed)
	}
}

func FuzzInput(f *testing.F) {
	for _, s := range []string{"abc", "\x1b[A", "\x1b]11;rgb:0/0/0\x07", "\x1b[200~x\x1b[201~", "\x1b[M !!", "\x1bP1+r5463=\x1b\\", "\x1b[97;5:3;98u", "\x1b[<0;1;1M", "\xff\x9b\xc3"} {
		f.Add([]byte(s), byte(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, chunk byte) { checkInput(t, data, func() int { return int(chunk) }) })
}

// The messages are Bubble Tea's, with its idea of what they hold.
func TestMessagesAreBubbleTeas(t *testing.T) {
	msgs, answers := decodeAll([]byte("A\x1b]11;rgb:ffff/0000/0000\x07\x1b[?1;2c"), func() int { return 1000 })
	if k := msgs[0].(tea.KeyPressMsg); k.Text != "A" || k.Code != 'a' || k.Mod != tea.ModShift {
		t.Errorf("key %+v", k)
	}
	if r, _, _, _ := answers[0].(tea.BackgroundColorMsg).Color.RGBA(); r != 0xffff {
		t.Errorf("background %v", answers[0])
	}
	if d := answers[1].(uv.PrimaryDeviceAttributesEvent); len(d) != 2 {
		t.Errorf("device %v", d)
	}
}
