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

// fonts are the faces, each read once.
var fonts = map[face]func() *sfnt.Font{
	regular: sync.OnceValue(regular.read), bold: sync.OnceValue(bold.read),
	italic: sync.OnceValue(italic.read), boldItalic: sync.OnceValue(boldItalic.read),
}

func (f face) font() *sfnt.Font { return fonts[f]() }

func (f face) read() *sfnt.Font {
	read, err := sfnt.Parse(f.file())
	if err != nil {
		panic(err) // it is built in
	}
	return read
}
