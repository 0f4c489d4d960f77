package paper

import (
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
)

// face is one look of the letters. Those built in are Liberation Sans: Latin,
// Greek, Cyrillic and Hebrew letters.
type face string

// What fpdf calls them.
const (
	regular    face = ""
	bold       face = "B"
	italic     face = "I"
	boldItalic face = "BI"
)

func faceOf(r Run) face {
	switch {
	case r.Bold && r.Italic:
		return boldItalic
	case r.Bold:
		return bold
	case r.Italic:
		return italic
	}
	return regular
}

func (f face) file() []byte {
	switch f {
	case bold:
		return liberationsansbold.TTF
	case italic:
		return liberationsansitalic.TTF
	case boldItalic:
		return liberationsansbolditalic.TTF
	}
	return liberationsansregular.TTF
}

// letters is the regular face, read once, to ask what it can draw.
var letters = sync.OnceValue(func() *sfnt.Font {
	f, err := sfnt.Parse(regular.file())
	if err != nil {
		panic(err) // it is built in
	}
	return f
})
