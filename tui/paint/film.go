package paint

import "github.com/charmbracelet/colorprofile"

// Film draws frames one after the other as a Painter does, but gives the bytes
// instead of writing them: for recordings. It has no goroutine and no clock: the
// same frames give the same bytes. It is not safe for concurrent use.
type Film struct{ p *Painter }

// NewFilm is the film of a terminal of that size and of those colours.
func NewFilm(width, height int, profile colorprofile.Profile) *Film {
	p := &Painter{
		options: defaults(), wake: make(chan struct{}, 1), profile: profile,
		look: look{progress: -1}, shown: look{cursor: Cursor{Visible: true}, progress: -1},
	}
	p.width, p.height = clamp(width, height)
	return &Film{p}
}

// Draw gives what a terminal that shows the frames so far needs to show this
// one; nothing where it shows it already. The bytes are good until the next call.
func (m *Film) Draw(f Frame) []byte {
	m.p.Paint(f)
	select {
	case <-m.p.wake:
		return m.p.compose(m.p.take())
	default:
		return nil
	}
}
