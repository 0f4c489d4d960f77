package paper

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

const rasterScale = 3 // pixels a point: 216 dpi

// raster is the pen of a picture, for Word.
type raster struct {
	img   *image.Gray
	faces map[face]font.Face
}

// pngOf draws a chart as a PNG file.
func pngOf(c drawn) string {
	r := raster{image.NewGray(image.Rect(0, 0, chartWidth*rasterScale, int(math.Ceil(c.high()*rasterScale)))), map[face]font.Face{}}
	draw.Draw(r.img, r.img.Bounds(), image.White, image.Point{}, draw.Src)
	c.draw(&r)
	var out strings.Builder
	_ = png.Encode(&out, r.img) // a Builder takes everything, and the size is sound
	return out.String()
}

func (r *raster) area(grey float64, points ...point) {
	r.fill(color.Gray{uint8(255 * (1 - grey))}, points)
}

// fill covers a shape, looking at no more of the picture than its surroundings.
func (r *raster) fill(c color.Gray, points []point) {
	from, to := points[0], points[0]
	for _, p := range points {
		from, to = point{min(from.x, p.x), min(from.y, p.y)}, point{max(to.x, p.x), max(to.y, p.y)}
	}
	around := image.Rect(int(from.x*rasterScale)-1, int(from.y*rasterScale)-1, int(to.x*rasterScale)+2, int(to.y*rasterScale)+2)
	if around = around.Intersect(r.img.Bounds()); around.Empty() {
		return
	}
	z := vector.NewRasterizer(around.Dx(), around.Dy())
	for i, p := range points {
		x, y := float32(p.x*rasterScale)-float32(around.Min.X), float32(p.y*rasterScale)-float32(around.Min.Y)
		if i == 0 {
			z.MoveTo(x, y)
		} else {
			z.LineTo(x, y)
		}
	}
	z.ClosePath()
	z.Draw(r.img, around, image.NewUniform(c), image.Point{})
}

func (r *raster) line(wide, dash float64, points ...point) {
	left, on := dash, true
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		long := math.Hypot(to.x-from.x, to.y-from.y)
		if dash == 0 {
			r.stroke(wide, from, to)
			continue
		}
		for at := 0.0; at < long; {
			step := min(left, long-at)
			if on {
				r.stroke(wide, between(from, to, at/long), between(from, to, (at+step)/long))
			}
			at += step
			if left -= step; left <= 0 {
				left, on = dash, !on
			}
		}
	}
}

func between(a, b point, share float64) point {
	return point{a.x + (b.x-a.x)*share, a.y + (b.y-a.y)*share}
}

// stroke fills the thin rectangle that a straight line is, with its corners.
func (r *raster) stroke(wide float64, from, to point) {
	long := math.Hypot(to.x-from.x, to.y-from.y)
	if long == 0 {
		return
	}
	u, h := point{(to.x - from.x) / long, (to.y - from.y) / long}, wide/2
	from, to = point{from.x - u.x*h, from.y - u.y*h}, point{to.x + u.x*h, to.y + u.y*h}
	n := point{-u.y * h, u.x * h}
	r.fill(color.Gray{}, []point{{from.x + n.x, from.y + n.y}, {to.x + n.x, to.y + n.y}, {to.x - n.x, to.y - n.y}, {from.x - n.x, from.y - n.y}})
}

func (r *raster) label(at point, side side, x face, text string) {
	text, _ = drawable(text)
	switch side {
	case over:
		at.x -= lengthOf(x, text) / 2
	case leftOf:
		at.x -= lengthOf(x, text)
	}
	d := font.Drawer{Dst: r.img, Src: image.Black, Face: r.face(x), Dot: fixed.Point26_6{X: fixed.Int26_6(at.x * rasterScale * 64), Y: fixed.Int26_6(at.y * rasterScale * 64)}}
	d.DrawString(text)
}

func (r *raster) face(x face) font.Face {
	if r.faces[x] == nil {
		f, err := opentype.NewFace(x.font(), &opentype.FaceOptions{Size: labelSize * rasterScale, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic(err) // it is built in
		}
		r.faces[x] = f
	}
	return r.faces[x]
}
