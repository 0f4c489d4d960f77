package plain

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// table is a table whose views the test deals out.
type table struct {
	views   chan *exercise.View
	submits []exercise.Command
	receipt exercise.Receipt
	err     error
}

func (t *table) Submit(_ context.Context, c exercise.Command) (exercise.Receipt, error) {
	t.submits = append(t.submits, c)
	return t.receipt, t.err
}

func (t *table) Next(ctx context.Context, after int64) (*exercise.View, int64, error) {
	select {
	case v, ok := <-t.views:
		if !ok {
			return nil, 0, errors.New("the table has closed")
		}
		return v, after + 1, nil
	case <-ctx.Done():
		return nil, 0, ctx.Err()
	}
}

// talk is a running session.
type talk struct {
	*table
	keyboard *io.PipeWriter
	mu       sync.Mutex
	out      bytes.Buffer
	ended    chan error
}

func (k *talk) Write(b []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.out.Write(b)
}

// hear waits until the session rests, and gives what it has said since.
func (k *talk) hear() string {
	synctest.Wait()
	k.mu.Lock()
	defer k.mu.Unlock()
	defer k.out.Reset()
	return k.out.String()
}

func (k *talk) write(line string) string {
	if _, err := io.WriteString(k.keyboard, line+"\n"); err != nil {
		panic(err)
	}
	return k.hear()
}

func begin(t *testing.T, ctx context.Context, first *exercise.View) *talk {
	t.Helper()
	return beginAt(t, ctx, first, func() int64 { return now })
}

func beginAt(t *testing.T, ctx context.Context, first *exercise.View, clock func() int64) *talk {
	t.Helper()
	return beginWith(t, ctx, first, Host{
		Now: clock,
		Serve: func(_ context.Context, q action.Query) (exercise.Phrase, error) {
			return words.Phrase("served %s", q.Name), nil
		},
	})
}

func beginWith(t *testing.T, ctx context.Context, first *exercise.View, host Host) *talk {
	t.Helper()
	in, keyboard := io.Pipe()
	k := &talk{table: &table{views: make(chan *exercise.View, 1)}, keyboard: keyboard, ended: make(chan error, 1)}
	k.views <- first
	go func() {
		k.ended <- Session(ctx, k.table, in, k, host)
		in.Close()
	}()
	return k
}

func TestSessionTalks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), norland())
		greeting := k.hear()
		speakable(t, greeting)
		golden(t, "session-greeting", strings.TrimSuffix(greeting, "\n"))

		next := norland()
		next.Room.Feed = append(next.Room.Feed, exercise.Line{No: "7", Room: "table", Wall: at("10:42"), Team: "telvia", Text: "raises a hand."})
		next.Own.ForYou = append(next.Own.ForYou, exercise.Notice{Text: words.Phrase("The floor is yours."), Verb: "say"})
		k.views <- next
		if got, want := k.hear(), "10:42. Telvia, business, raises a hand.\nFor you: The floor is yours. Type say.\n"; got != want {
			t.Errorf("news: %q, want %q", got, want)
		}
		if got := k.write("text 3.1 clean"); !strings.Contains(got, "point 3.1a begins, 1 shall, or 2 should, point ends,") {
			t.Errorf("text: %q", got)
		}
		if got := k.write("export md"); got != "served export.\n" {
			t.Errorf("export: %q", got)
		}
		if got := k.write("agenda --json"); !strings.HasPrefix(got, "[\n") {
			t.Errorf("agenda --json: %q", got)
		}
		if got := k.write("leave"); got != "Goodbye. Your seat waits for you.\n" {
			t.Errorf("leave: %q", got)
		}
		if err := <-k.ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
}

func TestSessionTellsOnesOwnMoveOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), norland())
		k.hear()
		line := exercise.Line{No: "7", Room: "table", Wall: at("10:42"), Kind: "floor", Team: "norland", Text: "raises a hand."}
		k.receipt = exercise.Receipt{Lines: []exercise.Line{line}}
		if got := k.write("hand"); got != "Norland, government, raises a hand.\n" {
			t.Errorf("hand: %q", got)
		}
		next := norland()
		next.Room.Feed = append(next.Room.Feed, line, exercise.Line{No: "8", Room: "table", Wall: at("10:42"), Text: "The floor is free."})
		k.views <- next
		if got := k.hear(); got != "10:42. The floor is free.\n" {
			t.Errorf("then: %q", got)
		}
		k.keyboard.Close()
		if err := <-k.ended; err != nil {
			t.Errorf("the end of the input is no error, but %v", err)
		}
	})
}

func TestSessionRefusesInSentences(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), norland())
		k.hear()
		for _, row := range []struct{ line, want string }{
			{"Would 48 hours do?", `"Would" is not a verb here; help lists them. To speak to the table, write say and then your words.`},
			{"rate 1 P", "Here the reason is missing. Write: rate OBJ P|S|M|U \"why\". For example: rate 2 S \"The notice came late\"."},
			{"gavel", "Here what it is about is missing. Write: gavel X [30s]. For example: gavel 3.1a/2."},
			{"read A99", "There is no a99 that you may read; new tells what happened lately."},
			{strings.Repeat("x", 3*action.MaxLine), "A line holds at most 16 KiB of text."},
			{"", ""},
		} {
			if got := strings.TrimSuffix(k.write(row.line), "\n"); got != row.want {
				t.Errorf("%.40s: %q, want %q", row.line, got, row.want)
			}
		}
		k.err = exercise.Refuse(exercise.ErrFloor, "Telvia has the floor; you are next.")
		if got := k.write("say hello"); got != "Telvia has the floor; you are next.\n" {
			t.Errorf("say: %q", got)
		}
		if len(k.submits) != 1 {
			t.Errorf("submitted %v, want only what was said", k.submits)
		}
		k.keyboard.Close()
		<-k.ended
	})
}

// A language chosen in a session is spoken from then on, and the server hears
// of it.
func TestSessionTurnsToAnotherLanguage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), norland())
		k.hear()
		if got := k.write("language"); got != "Language. Choose one.\n1. English.\n2. français.\n3. español.\n0. Cancel.\n" {
			t.Errorf("language: %q", got)
		}
		if got := k.write("2"); got != "kefi vous parle français.\n" {
			t.Errorf("chosen: %q", got)
		}
		if got := k.write("sing"); !strings.HasPrefix(got, `"sing" n'est pas une commande`) {
			t.Errorf("a line that is not understood: %q", got)
		}
		k.err = exercise.Refuse(exercise.ErrFloor, "You do not have the floor.")
		if got := k.write("yield"); got != "Vous n'avez pas la parole.\n" {
			t.Errorf("a refusal: %q", got)
		}
		next := norland()
		next.Own.ForYou = append(next.Own.ForYou, exercise.Notice{Text: words.Phrase("The floor is yours."), Verb: "say"})
		k.views <- next
		if got := k.hear(); !strings.HasPrefix(got, "Pour vous : ") {
			t.Errorf("what happens: %q", got)
		}
		if got := k.write("language klingon"); !strings.HasPrefix(got, `kefi ne parle pas "klingon"`) {
			t.Errorf("an unknown one: %q", got)
		}
		if got := k.write("langue English"); got != "kefi speaks English to you.\n" {
			t.Errorf("back: %q", got)
		}
		if got := k.write("leave"); got != "Goodbye. Your seat waits for you.\n" {
			t.Errorf("leave: %q", got)
		}
		<-k.ended
	})
}

func TestSessionBeforeTheTerms(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		v := norland()
		v.Own.Agreed = false
		k := begin(t, t.Context(), v)
		greeting := k.hear()
		speakable(t, greeting)
		golden(t, "session-terms", strings.TrimSuffix(greeting, "\n"))
		k.write("yes")
		if want := (exercise.Agree{Research: "no"}); len(k.submits) != 1 || k.submits[0] != want {
			t.Errorf("yes submits %v, want %v", k.submits, want)
		}
		k.keyboard.Close()
		<-k.ended
	})
}

func TestSessionSaysRealWorldAndEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		k := begin(t, ctx, norland())
		k.hear()
		v := norland()
		v.Room.RealWorld = true
		k.views <- v
		if got := k.hear(); got != realWorld+"\n" {
			t.Errorf("stop: %q", got)
		}
		cancel()
		if err := <-k.ended; !errors.Is(err, context.Canceled) {
			t.Errorf("ended with %v", err)
		}
	})
}

func TestSessionEndsWithTheTable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := begin(t, t.Context(), norland())
		k.hear()
		close(k.views)
		if err := <-k.ended; err == nil || err.Error() != "the table has closed" {
			t.Errorf("ended with %v", err)
		}
	})
}

// A program that sends lines without end is heard no faster than people type.
func TestSessionTakesLinesAtAPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		typed := make(chan string)
		ctx, cancel := context.WithCancel(t.Context())
		go listen(ctx, strings.NewReader(strings.Repeat("text\n", linesAtOnce+10*linesPerSecond)), typed)
		began := time.Now()
		for range linesAtOnce {
			<-typed
		}
		if took := time.Since(began); took != 0 {
			t.Errorf("the first %d lines took %v", linesAtOnce, took)
		}
		for range 10 * linesPerSecond {
			<-typed
		}
		if took := time.Since(began); took < 9*time.Second || took > 11*time.Second {
			t.Errorf("%d more took %v, want 10 s", 10*linesPerSecond, took)
		}
		cancel()
	})
}
