package screen

import (
	"encoding/binary"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// This file draws a text in letters of four lines each, for a screen that is
// looked at from afar in a window of many small cells. The letters are the usual
// ones of five by seven dots that display panels have; two dots, one above the
// other, take a cell.

const (
	letterWide = 6 // cells, with the space after it
	letterHigh = 4 // lines
)

// panel has the columns of each letter, from the left, in hexadecimal: the
// lowest bit is the topmost dot.
const panel = `
! 00005f0000  " 0007000700  # 147f147f14  $ 242a7f2a12  % 2313086462  & 3649562050  ' 0000070000
( 001c224100  ) 0041221c00  * 2a1c7f1c2a  + 08083e0808  , 0080703000  - 0808080808  . 0000606000  / 2010080402
0 3e5149453e  1 00427f4000  2 7249494946  3 2141494d33  4 1814127f10  5 2745454539  6 3c4a494931  7 4121110907
8 3649494936  9 464949291e  : 0000140000  ; 0040340000  < 0008142241  = 1414141414  > 0041221408  ? 0201590906
@ 3e415d594e  A 7c1211127c  B 7f49494936  C 3e41414122  D 7f4141413e  E 7f49494941  F 7f09090901  G 3e41415173
H 7f0808087f  I 00417f4100  J 2040413f01  K 7f08142241  L 7f40404040  M 7f021c027f  N 7f0408107f  O 3e4141413e
P 7f09090906  Q 3e4151215e  R 7f09192946  S 2649494932  T 03017f0103  U 3f4040403f  V 1f2040201f  W 3f4038403f
X 6314081463  Y 0304780403  Z 6159494d43  [ 007f414100  \ 0204081020  ] 0041417f00  ^ 0402010204  _ 4040404040
a 2054547840  b 7f28444438  c 3844444428  d 384444287f  e 3854545418  f 00087e0902  g 18a4a49c78  h 7f08040478
i 00447d4000  j 2040403d00  k 7f10284400  l 00417f4000  m 7c04780478  n 7c08040478  o 3844444438  p fc18242418
q 18242418fc  r 7c08040408  s 4854545424  t 04043f4424  u 3c4040207c  v 1c2040201c  w 3c4030403c  x 4428102844
y 4c9090907c  z 4464544c44  { 0008364100  | 00007f0000  } 0041360800  ~ 0201020402
κ 7c10284400  ε 2854544400  φ 1824fe2418  “ 0604000604  ” 0406000406  ‘ 0006040000  ’ 0004060000  « 0814221422  » 2214221408
… 4000400040  · 0000180000  – 0808080808  — 0808080808  ✓ 1020402010  ¿ 3048454020  ¡ 00007d0000
`

// accents are the dots above or below a small letter.
var accents = map[rune][5]byte{
	'\u0300': {0, 1, 2, 0, 0}, '\u0301': {0, 0, 2, 1, 0}, '\u0302': {0, 2, 1, 2, 0},
	'\u0303': {2, 1, 2, 1, 0}, '\u0308': {0, 1, 0, 1, 0}, '\u0327': {0, 0, 0x80, 0, 0},
}

// letters are the panel's, by their sign.
var letters = sync.OnceValue(func() map[rune][5]byte {
	all := map[rune][5]byte{' ': {}}
	fields := strings.Fields(panel)
	for i := 0; i+1 < len(fields); i += 2 {
		columns, err := strconv.ParseUint(fields[i+1], 16, 40)
		if err != nil {
			panic(err) // the table above is wrong
		}
		eight := binary.BigEndian.AppendUint64(nil, columns)
		all[[]rune(fields[i])[0]] = [5]byte(eight[3:])
	}
	return all
})

// dotsOf gives the dots of a sign; false where the panel has no such letter.
func dotsOf(sign string) ([5]byte, bool) {
	parts := []rune(norm.NFD.String(sign))
	if len(parts) == 0 {
		return [5]byte{}, false
	}
	dots, known := letters()[parts[0]]
	for _, mark := range parts[1:] {
		add, is := accents[mark]
		known = known && is
		for x := range dots {
			dots[x] |= add[x]
		}
	}
	return dots, known
}

// enlarged writes runs in large letters, wrapped to a width in cells; false
// where there is no letter for one of its signs.
func (s *Sight) enlarged(r runs, width int) ([]string, bool) {
	if s.Theme.Glyphs.ASCII {
		return nil, false
	}
	var whole strings.Builder
	for _, x := range r {
		whole.WriteString(x.text)
	}
	text, lines := whole.String(), []string(nil)
	for _, row := range rowsOf(text, width/letterWide) {
		four, known := s.enlargedRow(r, row.from, row.from+len(strings.TrimRight(text[row.from:row.to], " ")))
		if !known {
			return nil, false
		}
		lines = append(append(lines, four[:]...), "")
	}
	return lines, true
}

// enlargedRow writes the bytes from..to of the runs' text.
func (s *Sight) enlargedRow(r runs, from, to int) (lines [letterHigh]string, known bool) {
	at := 0
	for _, x := range r {
		lo, hi := max(from-at, 0), min(to-at, len(x.text))
		at += len(x.text)
		if lo >= hi {
			continue
		}
		for y := range lines {
			var b strings.Builder
			for rest := strings.ReplaceAll(x.text[lo:hi], bound, " "); rest != ""; {
				n, _ := cluster(rest)
				dots, is := dotsOf(rest[:n])
				if !is {
					return lines, false
				}
				b.WriteString(halfBlocks(dots, y))
				rest = rest[n:]
			}
			lines[y] += s.Theme.Paint(x.style, b.String())
		}
	}
	return lines, true
}

// halfBlocks is one line of a letter, two rows of dots.
func halfBlocks(dots [5]byte, y int) string {
	line := ""
	for _, column := range dots {
		line += [...]string{" ", "▀", "▄", "█"}[column>>(2*y)&3]
	}
	return line + " "
}
