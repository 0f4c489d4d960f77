package replay

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"kefi/exercise"
)

func TestAReplayAtEverySize(t *testing.T) {
	for _, row := range []struct {
		given string
		seat  exercise.SeatID
		keys  []string
	}{
		{"the beginning", "arcadia", nil},
		{"a delegate at a decision", "hydra", []string{"pgdown", "pgdown", "]", "]", "]", "+"}},
		{"the chair", "chair", []string{"pgdown", "pgdown", "]", "]"}},
		{"the recorder at the end", "recorder", []string{"end", "6", "left"}},
		{"the keys", "arcadia", []string{"?"}},
		{"the seats", "arcadia", []string{"s", "down"}},
		{"a time that is typed", "arcadia", []string{"g", "1", "1", ":"}},
		{"a time that is not there", "arcadia", []string{"g", "T", "+", "9", "0", "0", "enter"}},
		{"a key that does nothing", "arcadia", []string{"x"}},
	} {
		t.Run(row.given, func(t *testing.T) {
			var all strings.Builder
			for _, w := range [][2]int{{100, 30}, {80, 24}, {60, 18}, {48, 11}} {
				p := player(t, keptActs(t), row.seat, w[0], w[1])
				press(p, row.keys...)
				fmt.Fprintf(&all, "== %dx%d\n%s", w[0], w[1], ownPart(p))
			}
			golden.RequireEqual(t, all.String())
		})
	}
}

// ownPart is what of the frame is the replay's: its line, and a page over the
// seat's screen.
func ownPart(p *Player) string {
	if p.over != nil {
		return picture(p)
	}
	lines := p.Frame().Lines
	return strings.TrimRight(ansi.Strip(lines[len(lines)-1]), " ") + "\n"
}

// Every frame of every size fills its window and says what it is.
func TestEveryFrameSaysWhatItIs(t *testing.T) {
	r, err := Open(keptActs(t))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(0, 130).Draw(t, "width"), rapid.IntRange(0, 40).Draw(t, "height")
		p, err := NewPlayer(r, rapid.SampledFrom(r.Seats()).Draw(t, "seat").ID, Sheet{Width: w, Height: h}, false)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 8).Draw(t, "keys") {
			press(p, rapid.SampledFrom([]string{"right", "left", "]", "[", "pgdown", "end", "s", "down", "enter", "g", "1", "?", "esc"}).Draw(t, "key"))
		}
		f := p.Frame()
		if w == 0 || h == 0 || p.left {
			return
		}
		if len(f.Lines) != h {
			t.Errorf("%d lines in a window of %dx%d", len(f.Lines), w, h)
		}
		for y, line := range f.Lines {
			if n := ansi.StringWidth(line); n > w {
				t.Errorf("line %d is %d cells wide in a window of %dx%d: %q", y, n, w, h, ansi.Strip(line))
			}
		}
		bar := ansi.Strip(f.Lines[h-1])
		if w >= 44 && p.asks == nil && p.note == "" && (!strings.Contains(bar, "REPLAY") || !strings.Contains(bar, "EXERCISE") || !strings.Contains(bar, p.reel.seat.Name)) {
			t.Errorf("at %dx%d the line does not say what it is: %q", w, h, bar)
		}
		if !strings.Contains(f.Title, "REPLAY") || !strings.Contains(f.Title, "EXERCISE") && !strings.Contains(f.Title, "REAL WORLD") {
			t.Errorf("the title is %q", f.Title)
		}
	})
}

// Law: a moment looks the same, however one came there.
func TestAMomentLooksTheSameFromBothSides(t *testing.T) {
	acts := keptActs(t)
	for _, seat := range []exercise.SeatID{"hydra", "chair", "recorder"} {
		t.Run(string(seat), func(t *testing.T) {
			forward := player(t, acts, seat, 80, 24)
			var seen []string
			for i := range forward.reel.Len() {
				forward.goTo(i)
				seen = append(seen, picture(forward))
			}
			p := player(t, acts, seat, 80, 24)
			for i := p.reel.Len() - 1; i >= 0; i-- {
				if p.goTo(i); picture(p) != seen[i] {
					t.Fatalf("going back, moment %d shows\n%s, going forward\n%s", i, picture(p), seen[i])
				}
			}
			rapid.Check(t, func(t *rapid.T) {
				i := rapid.IntRange(0, p.reel.Len()-1).Draw(t, "moment")
				if p.goTo(i); picture(p) != seen[i] {
					t.Fatalf("moment %d shows\n%s, going forward\n%s", i, picture(p), seen[i])
				}
			})
		})
	}
}

// What a seat sees in a replay is what its view was.
func TestAMomentIsTheSeatsOwnView(t *testing.T) {
	acts := keptActs(t)
	s := exercise.New()
	p := player(t, acts, "hydra", 80, 24)
	for i, a := range acts {
		s = exercise.Evolve(s, a)
		at := p.reel.At(i)
		if p.reel.Moment(at).Act != i {
			continue
		}
		v := p.reel.View(at)
		room, own := s.Room(s.HomeRoom("hydra"), nil), s.Own("hydra")
		if len(v.Room.Feed) != len(room.Feed) || len(v.Own.Lines) != len(own.Lines) || v.Room.Phase != room.Phase || v.Own.Do.String() != own.Do.String() {
			t.Fatalf("at act %d the replay shows another view", i)
		}
	}
}

func TestTheKeysOfAReplay(t *testing.T) {
	for _, row := range []struct {
		given string
		keys  []string
		then  func(*Player) bool
	}{
		{"right", []string{"right", "right"}, func(p *Player) bool { return p.at == 2 }},
		{"left at the beginning stays and says so", []string{"left"}, func(p *Player) bool { return p.at == 0 && p.note != "" }},
		{"the next decision or incident", []string{"]"}, func(p *Player) bool { return marked(p.reel.moments[p.at]) && p.at > 0 }},
		{"and back", []string{"]", "]", "["}, func(p *Player) bool { return p.at == p.reel.next(0, 1, marked) }},
		{"the next phase", []string{"}"}, func(p *Player) bool { return p.reel.moments[p.at].Phase != p.reel.moments[p.at-1].Phase }},
		{"the end", []string{"end"}, func(p *Player) bool { return p.at == p.reel.Len()-1 }},
		{"playing at the end begins again", []string{"end", "space"}, func(p *Player) bool { return p.at == 0 && p.playing }},
		{"a digit", []string{"6"}, func(p *Player) bool { return speeds[p.speed] == 60 }},
		{"faster and slower", []string{"+", "+", "-"}, func(p *Player) bool { return speeds[p.speed] == 2 }},
		{"another seat", []string{"pgdown", "s", "down", "enter"}, func(p *Player) bool { return p.reel.seat.ID != "arcadia" && p.at > 0 }},
		{"no other seat", []string{"s", "esc"}, func(p *Player) bool { return p.reel.seat.ID == "arcadia" && p.over == nil }},
		{"leaving", []string{"q"}, func(p *Player) bool { return p.left }},
		{"Esc leaves the time first", []string{"g", "esc"}, func(p *Player) bool { return !p.left && p.asks == nil }},
		{"a typed q is no leaving", []string{"g", "q"}, func(p *Player) bool { return !p.left && p.asks.text == "q" }},
	} {
		t.Run(row.given, func(t *testing.T) {
			p := player(t, keptActs(t), "arcadia", 80, 24)
			if press(p, row.keys...); !row.then(p) {
				t.Errorf("after %q: moment %d, playing %v, note %q", row.keys, p.at, p.playing, p.note)
			}
		})
	}
}

func TestASeatOfItsOwnSeesNoOther(t *testing.T) {
	p := player(t, keptActs(t), "arcadia", 80, 24)
	p.alone = true
	if press(p, "s"); p.over != nil || p.note == "" {
		t.Error("the list of seats opened")
	}
}

func TestTimePassesAtItsSpeed(t *testing.T) {
	p := player(t, keptActs(t), "arcadia", 80, 24)
	press(p, "3", "space")
	from := p.now
	p.Pass(2 * time.Second)
	if p.now-from != 10_000 {
		t.Errorf("in 2 s at 5 times, %d ms passed", p.now-from)
	}
	if m := p.reel.moments[p.at]; m.Wall > p.now || p.at+1 < p.reel.Len() && p.reel.moments[p.at+1].Wall <= p.now {
		t.Errorf("it shows moment %d", p.at)
	}
	for range 100_000 {
		if !p.playing {
			break
		}
		p.Pass(mostStand)
	}
	if p.playing || p.at != p.reel.Len()-1 || p.Changes() != 0 {
		t.Error("it does not stop at the end")
	}
}

func TestGoingToATime(t *testing.T) {
	acts := keptActs(t)
	p := player(t, acts, "arcadia", 80, 24)
	mid := p.reel.moments[p.reel.Len()/2]
	for _, row := range []struct {
		typed   string
		refused string
		then    func() bool
	}{
		{typed: clock(p.reel, mid.Wall), then: func() bool { return p.now/1000 == mid.Wall/1000 }},
		{typed: clock(p.reel, p.reel.moments[0].Wall)[:5], then: func() bool { return p.at == 0 }},
		{typed: "T+0", then: func() bool { return p.reel.moments[p.at].Scenario == 0 }},
		{typed: story(mid.Scenario), then: func() bool { return p.reel.moments[p.at].Scenario/60_000 <= mid.Scenario/60_000 }},
		{typed: "t+1m", then: func() bool { return p.reel.moments[p.at].Scenario <= 60_000 }},
		{typed: "T+1 min", then: func() bool { return p.reel.moments[p.at].Scenario <= 60_000 }},
		{typed: "noon", refused: "“noon” is no time here"},
		{typed: "25:00", refused: "is no time here"},
		{typed: "", refused: "is no time here"},
		{typed: "T+99h", refused: "The story ends at T+"},
		{typed: "T+-5m", refused: "is no time of the story"},
		{typed: "T+soon", refused: "is no time of the story"},
		{typed: time.UnixMilli(p.reel.moments[0].Wall).In(p.reel.zone).Add(-2 * time.Hour).Format("15:04"), refused: "The record goes from"},
	} {
		t.Run(row.typed, func(t *testing.T) {
			at := p.at
			err := p.Seek(row.typed)
			switch {
			case row.refused == "" && (err != nil || !row.then()):
				t.Errorf("moment %d at %s, %v", p.at, clock(p.reel, p.now), err)
			case row.refused != "" && (err == nil || !strings.Contains(err.Error(), row.refused) || p.at != at):
				t.Errorf("moment %d, %v", p.at, err)
			}
		})
	}
}

func TestARecordIsRefused(t *testing.T) {
	if _, err := Open(nil); err == nil {
		t.Error("an empty one is taken")
	}
	acts := slices.Delete(slices.Clone(keptActs(t)), 3, 4)
	if _, err := Open(acts); err == nil || !strings.Contains(err.Error(), "lacks act 3") {
		t.Errorf("one with a gap: %v", err)
	}
	r, err := Open(keptActs(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Reel("nobody"); err == nil || !strings.Contains(err.Error(), "arcadia") {
		t.Errorf("a seat that is not there: %v", err)
	}
}
