package paint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	// maxCluster bounds one character with its marks. The longest emoji in use
	// take about 40 bytes; a thousand marks on one letter are an attack on the
	// neighbours' screens.
	maxCluster = 64

	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// plainRune reports whether r takes one cell on every terminal and stays apart
// from any other such rune, so that a run of them needs no segmenting.
func plainRune(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= 0x20
	case r < 0x250:
		return r > 0xa0 && r != 0xad
	default:
		return r >= 0x2500 && r < 0x25a0 // lines and blocks
	}
}

// plainRun measures the plain runes at the head of s, at most limit cells. The
// last one is left out if something follows that might join it.
func plainRun(s string, limit int) (bytes, cells int) {
	last := 0
	for bytes < len(s) {
		r, n := rune(s[bytes]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[bytes:])
		}
		if !plainRune(r) {
			if r >= utf8.RuneSelf && cells > 0 {
				return bytes - last, cells - 1
			}
			return bytes, cells
		}
		if cells == limit {
			return bytes, cells
		}
		bytes, cells, last = bytes+n, cells+1, n
	}
	return bytes, cells
}

// printable reports whether a rune may stand alone in a line.
func printable(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return false
	case r < 0x250:
		return r != 0xad
	}
	return !unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// joins reports whether an invisible rune belongs inside a cluster: it ties
// emoji together, shapes Indic letters or spells a flag.
func joins(r rune) bool {
	return r == zeroWidthJoiner || r == zeroWidthNonJoiner || r >= 0xe0020 && r <= 0xe007f
}

// cleanCluster returns what may be shown of a grapheme cluster and its width;
// width 0 means nothing.
func cleanCluster(cluster string) (string, int) {
	if r, n := utf8.DecodeRuneInString(cluster); n == len(cluster) {
		if !printable(r) || r == utf8.RuneError && n == 1 {
			return "", 0
		}
		_, width := ansi.FirstGraphemeCluster(cluster, ansi.GraphemeWidth)
		return cluster, width
	}
	kept := keepRunes(cluster)
	// Without its dropped runes the rest may be two clusters, or none.
	return ansi.FirstGraphemeCluster(kept, ansi.GraphemeWidth)
}

// keepRunes drops what may not be shown, and cuts at maxCluster.
func keepRunes(cluster string) string {
	var b strings.Builder
	for i := 0; i < len(cluster); {
		r, n := utf8.DecodeRuneInString(cluster[i:])
		ok := r != utf8.RuneError || n > 1
		if ok && (printable(r) || joins(r) && b.Len() > 0) {
			if b.Len()+n > maxCluster {
				break
			}
			b.WriteString(cluster[i : i+n])
		}
		i += n
	}
	// A joiner at the end would tie the next character to this one.
	return strings.TrimRight(b.String(), string(zeroWidthJoiner))
}

// disputed reports whether terminals disagree about a cluster's width, so that
// the column after it has to be said.
func disputed(cluster string, width int) bool {
	r, n := utf8.DecodeRuneInString(cluster)
	if n < len(cluster) || r >= 0x1f1e6 && r <= 0x1f1ff {
		return true // several runes, or half a flag
	}
	return ansi.WcWidth.StringWidth(cluster) != width
}
