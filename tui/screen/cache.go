package screen

import (
	"sync"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Cache shares what is drawn from a room alone between the seats of one
// exercise. It holds the last two views of each room, so that its size does
// not grow with the play. Its methods may be called from any goroutine.
type Cache struct {
	mu    sync.Mutex
	rooms map[exercise.RoomID][2]*revision // the newer first
}

type revision struct {
	room  *exercise.RoomView
	mu    sync.Mutex
	panes map[paneKey][]string
}

// paneKey says which pane of a room's view was drawn and how.
type paneKey struct {
	pane          string
	width, height int
	theme         *theme.Theme
	lang          *words.Language
	chosen        string // the clause or point the pane shows
	from          int    // how far it is scrolled
}

// maxPanes bounds what odd sizes and scroll positions can leave behind.
const maxPanes = 256

// NewCache makes an empty cache, one for each exercise.
func NewCache() *Cache {
	return &Cache{rooms: map[exercise.RoomID][2]*revision{}}
}

// Lines gives the lines of a pane, drawn by draw the first time. They are
// shared: nobody may change them. A nil cache draws every time.
func (c *Cache) Lines(room *exercise.RoomView, key paneKey, draw func() []string) []string {
	if c == nil {
		return draw()
	}
	r := c.revision(room)
	if r == nil {
		return draw()
	}
	if lines, ok := r.pane(key); ok {
		return lines
	}
	// Drawn outside the lock, since a pane may be made of others. Two seats may
	// draw the same at once; the first one's lines are everybody's.
	return r.keep(key, draw())
}

func (r *revision) pane(key paneKey) ([]string, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	lines, ok := r.panes[key]
	return lines, ok
}

func (r *revision) keep(key paneKey, lines []string) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if first, ok := r.panes[key]; ok {
		return first
	}
	if len(r.panes) < maxPanes {
		r.panes[key] = lines
	}
	return lines
}

// revision finds a view of a room, or makes a place for it. A view older than
// the two that are held gets none.
func (c *Cache) revision(room *exercise.RoomView) *revision {
	c.mu.Lock()
	defer c.mu.Unlock()
	held := c.rooms[room.ID]
	for _, r := range held {
		if r != nil && r.room == room {
			return r
		}
	}
	if held[0] != nil && room.Clocks.Wall < held[0].room.Clocks.Wall {
		return nil
	}
	r := &revision{room: room, panes: map[paneKey][]string{}}
	c.rooms[room.ID] = [2]*revision{r, held[0]}
	return r
}
