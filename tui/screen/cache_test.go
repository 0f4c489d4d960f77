package screen

import (
	"strings"
	"sync"
	"testing"
	"unsafe"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

func TestSeatsOfARoomShareTheirLines(t *testing.T) {
	cache := NewCache()
	room := turnView("observer").Room
	lines := func(seat exercise.SeatID) []string {
		v := turnView(seat)
		v.Room, v.Own.ForYou = room, nil
		sh := NewShell(cache, Preferences{Look: theme.Dark})
		sh.Resize(100, 30)
		sh.See(v, fixtureNow)
		sh.Frame(fixtureNow)
		return sh.Frame(fixtureNow).Lines
	}
	a, b := lines("arcadia"), lines("forge")
	for y := 4; y < 20; y++ {
		if unsafe.StringData(a[y]) != unsafe.StringData(b[y]) {
			t.Errorf("line %d is drawn twice: %q and %q", y, a[y], b[y])
		}
	}
}

func TestCacheHoldsTwoViewsOfARoom(t *testing.T) {
	cache := NewCache()
	rooms := make([]*exercise.RoomView, 5)
	drawn := 0
	draw := func() []string { drawn++; return []string{"x"} }
	for i := range rooms {
		rooms[i] = &exercise.RoomView{ID: "table", Clocks: exercise.Clocks{Wall: int64(i)}}
		cache.Lines(rooms[i], paneKey{pane: "feed"}, draw)
	}
	drawn = 0
	cache.Lines(rooms[4], paneKey{pane: "feed"}, draw)
	cache.Lines(rooms[3], paneKey{pane: "feed"}, draw)
	if drawn != 0 {
		t.Errorf("the last two were drawn again: %d", drawn)
	}
	cache.Lines(rooms[0], paneKey{pane: "feed"}, draw)
	cache.Lines(rooms[4], paneKey{pane: "feed"}, draw)
	if drawn != 1 {
		t.Errorf("an old view pushed a new one out: %d drawings", drawn)
	}
}

func TestCacheIsSafeForManySeats(t *testing.T) {
	cache := NewCache()
	var seats sync.WaitGroup
	room := turnView("observer").Room
	for range 16 {
		seats.Go(func() {
			v := turnView("arcadia")
			v.Room = room
			sh := NewShell(cache, Preferences{Look: theme.Dark})
			sh.Resize(120, 40)
			sh.See(v, fixtureNow)
			sh.Frame(fixtureNow)
		})
	}
	seats.Wait()
}

// BenchmarkFrame is a seat's work when a view arrives whose room another seat
// has drawn already.
func BenchmarkFrame(b *testing.B) {
	cache := NewCache()
	v := turnView("arcadia")
	sh := NewShell(cache, Preferences{Look: theme.Dark})
	sh.Resize(100, 30)
	for i := 0; b.Loop(); i++ {
		sh.See(v, fixtureNow+int64(i))
		sh.Frame(fixtureNow + int64(i))
	}
}

func TestLanguagesShareNoLines(t *testing.T) {
	cache := NewCache()
	room := turnView("observer").Room
	french, _ := words.In("fr")
	for _, seat := range []struct {
		lang *words.Language
		want string
	}{{nil, "has the floor"}, {french, "a la parole"}, {nil, "has the floor"}} {
		v := turnView("arcadia")
		v.Room = room
		sh := NewShell(cache, Preferences{Look: theme.Dark})
		sh.lang = seat.lang
		sh.Resize(120, 40)
		sh.See(v, fixtureNow)
		sh.Frame(fixtureNow)
		if text := picture(t, sh); !strings.Contains(text, seat.want) {
			t.Errorf("in %s the rail does not say %q:\n%s", seat.lang.Code(), seat.want, text)
		}
	}
}
