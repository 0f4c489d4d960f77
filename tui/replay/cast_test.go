package replay

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"kefi/exercise"
)

// event is one line of a cast.
type event struct {
	wait       float64
	code, data string
}

// castOf writes a cast and reads it again, holding it to the format.
func castOf(t testing.TB, acts []exercise.Act, seat exercise.SeatID) (title string, events []event) {
	t.Helper()
	var b bytes.Buffer
	if err := Cast(&b, acts, seat, "Record of play, complete."); err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
		if i == 0 {
			title = headerOf(t, line)
			continue
		}
		events = append(events, eventOf(t, line))
	}
	return title, events
}

func headerOf(t testing.TB, line string) string {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(line))
	dec.DisallowUnknownFields()
	var h header
	if err := dec.Decode(&h); err != nil {
		t.Fatal(err)
	}
	if h.Version != 3 || h.Term.Cols != 100 || h.Term.Rows != 30 || h.Timestamp <= 0 {
		t.Fatalf("the header is %+v", h)
	}
	return h.Title
}

func eventOf(t testing.TB, line string) event {
	t.Helper()
	var parts []any
	if err := json.Unmarshal([]byte(line), &parts); err != nil || len(parts) != 3 {
		t.Fatalf("%v: %.80q is no event", err, line)
	}
	wait, number := parts[0].(float64)
	code, coded := parts[1].(string)
	data, told := parts[2].(string)
	if !number || !coded || !told || wait < 0 || code != "o" && code != "m" || data == "" {
		t.Fatalf("%.80q is no event", line)
	}
	return event{wait, code, data}
}

func TestACastIsAnAsciicast(t *testing.T) {
	acts := keptActs(t)
	for _, seat := range []exercise.SeatID{"hydra", "chair", "recorder", "projector"} {
		t.Run(string(seat), func(t *testing.T) {
			title, events := castOf(t, acts, seat)
			if !strings.Contains(title, "EXERCISE EXERCISE EXERCISE") || !strings.Contains(title, "not real events") {
				t.Errorf("the title is %q", title)
			}
			first, last := events[0], events[len(events)-1]
			for _, e := range []event{first, last} {
				if e.code != "m" || e.data != "EXERCISE EXERCISE EXERCISE · The Copycat Accord · not real events" {
					t.Errorf("at head or foot stands %q", e.data)
				}
			}
			var markers []string
			sum := 0.0
			for _, e := range events {
				if sum += e.wait; e.wait > mostIdle+lastStand {
					t.Errorf("it stands still for %.1f s", e.wait)
				}
				if e.code == "m" {
					markers = append(markers, e.data)
				}
			}
			if sum > mostCast+2*lastStand {
				t.Errorf("it takes %.0f s", sum)
			}
			all := strings.Join(markers, "\n")
			for _, want := range []string{"so decided", "The table is open", "ENDEX", "Record of play, complete."} {
				if !strings.Contains(all, want) {
					t.Errorf("no marker says %q:\n%s", want, all)
				}
			}
		})
	}
}

// What the bytes leave on a terminal is the last frame.
func TestACastShowsTheFrames(t *testing.T) {
	acts := keptActs(t)
	_, events := castOf(t, acts, "hydra")
	em := vt.NewEmulator(CastWidth, CastHeight)
	go func() { _, _ = io.Copy(io.Discard, em) }()
	defer func() { _ = em.InputPipe().(io.Closer).Close() }()
	for _, e := range events {
		if e.code == "o" {
			if _, err := io.WriteString(em, e.data); err != nil {
				t.Fatal(err)
			}
		}
	}
	p := player(t, acts, "hydra", CastWidth, CastHeight)
	press(p, "end")
	live := p.Frame().Lines
	for y := range CastHeight - 1 {
		if got, want := row(em, y), strings.TrimRight(ansi.Strip(live[y]), " "); got != want {
			t.Errorf("line %d is\n%q, live it is\n%q", y, got, want)
		}
	}
	if bar := row(em, CastHeight-1); !strings.HasPrefix(bar, " REPLAY EXERCISE   Hydra") {
		t.Errorf("the last line is %q", bar)
	}
}

func row(em *vt.Emulator, y int) string {
	var b strings.Builder
	for x := range em.Width() {
		switch c := em.CellAt(x, y); {
		case c == nil || c.IsZero() || c.Content == "":
			b.WriteByte(' ')
		default:
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// canaries gives each team's brief a word of its own.
func canaries(sc *exercise.Scenario) {
	for i := range sc.Teams {
		word := "canarybrief" + string(sc.Teams[i].ID)
		sc.Teams[i].Brief.Page.Value = word + ". " + sc.Teams[i].Brief.Page.Value
	}
}

// A cast of one seat holds nothing of another's brief, team room or incidents;
// its own incidents only where the scenario lets private words out.
func TestACastHoldsNothingOfOthers(t *testing.T) {
	for _, row := range []struct {
		given  string
		change func(*exercise.Scenario)
		own    bool
	}{
		{"to its members", func(*exercise.Scenario) {}, true},
		{"to nobody", func(sc *exercise.Scenario) { sc.Disclosure = exercise.ToNobody }, false},
	} {
		t.Run(row.given, func(t *testing.T) {
			acts := playedActs(t, func(sc *exercise.Scenario) { canaries(sc); row.change(sc) })[:500]
			for seat, own := range map[exercise.SeatID]bool{"hydra": row.own, "arcadia": false, "projector": false} {
				_, events := castOf(t, acts, seat)
				var all strings.Builder
				for _, e := range events {
					all.WriteString(ansi.Strip(e.data) + "\n")
				}
				for _, team := range []string{"arcadia", "hydra", "forge"} {
					for _, word := range []string{"canarybrief" + team, "canaryroom" + team} {
						if team != string(seat) && strings.Contains(all.String(), word) {
							t.Errorf("the cast of %s holds %s", seat, word)
						}
					}
				}
				if has := strings.Contains(all.String(), "Pressure is falling at Upford"); has != own {
					t.Errorf("the cast of %s holds the call to Hydra: %v", seat, has)
				}
			}
		})
	}
}

func TestACastIsTheSameTwice(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(Cast(&a, keptActs(t), "hydra", "x"), Cast(&b, keptActs(t), "hydra", "x")); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same record gives other bytes")
	}
}

func TestACastIsRefused(t *testing.T) {
	byRole := playedActs(t, func(sc *exercise.Scenario) { sc.Naming = exercise.ByRole })[:30]
	if err := Cast(io.Discard, byRole, "hydra", ""); !errors.Is(err, ErrNamed) {
		t.Errorf("without names: %v", err)
	}
	if err := Cast(io.Discard, keptActs(t), "nobody", ""); err == nil || !strings.Contains(err.Error(), "arcadia") {
		t.Errorf("of a seat that is not there: %v", err)
	}
	if err := Cast(fullDisk{}, keptActs(t), "hydra", ""); !errors.Is(err, errFull) {
		t.Errorf("on a full disk: %v", err)
	}
}

var errFull = errors.New("no space left")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

// longActs is a play whose chair goes on speaking until there are so many acts.
func longActs(t testing.TB, n int) []exercise.Act {
	t.Helper()
	acts := playedActs(t, func(*exercise.Scenario) {})[:600]
	s := exercise.New()
	for _, a := range acts {
		s = exercise.Evolve(s, a)
	}
	for i := 0; len(acts) < n; i++ {
		a, err := exercise.Decide(s, "chair", s.Wall()+700, exercise.Say{Words: exercise.T(fmt.Sprint("Let us go on, point ", i, "."))})
		if err != nil {
			t.Fatal(err)
		}
		s, acts = exercise.Evolve(s, a), append(acts, a)
	}
	return acts
}

func BenchmarkCast(b *testing.B) {
	acts := longActs(b, 10_000)
	for b.Loop() {
		if err := Cast(io.Discard, acts, "hydra", ""); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScrub is a jump to any moment of 10,000 acts, drawn.
func BenchmarkScrub(b *testing.B) {
	p := player(b, longActs(b, 10_000), "hydra", 100, 30)
	i := 0
	for b.Loop() {
		i = (i + 7919) % p.reel.Len()
		p.goTo(i)
		p.Frame()
	}
}

// BenchmarkOpen is what comes before the first frame.
func BenchmarkOpen(b *testing.B) {
	acts := longActs(b, 10_000)
	for b.Loop() {
		r, err := Open(acts)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.Reel("hydra"); err != nil {
			b.Fatal(err)
		}
	}
}
