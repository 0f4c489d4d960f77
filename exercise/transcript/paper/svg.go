package paper

import (
	"fmt"
	"strings"
)

// svg is the pen of a browser: black is the colour of the text around it.
type svg struct{ strings.Builder }

func (s *svg) line(wide, dash float64, points ...point) {
	broken := ""
	if dash > 0 {
		broken = fmt.Sprintf(` stroke-dasharray="%g"`, dash)
	}
	fmt.Fprintf(s, "<polyline fill=\"none\" stroke=\"currentColor\" stroke-width=\"%g\"%s points=\"%s\"/>\n", wide, broken, svgPoints(points))
}

func (s *svg) area(grey float64, points ...point) {
	if grey == 0 {
		fmt.Fprintf(s, "<polygon class=\"paper\" points=\"%s\"/>\n", svgPoints(points))
		return
	}
	fmt.Fprintf(s, "<polygon fill=\"currentColor\" fill-opacity=\"%g\" points=\"%s\"/>\n", grey, svgPoints(points))
}

func (s *svg) label(at point, side side, x face, text string) {
	weight := ""
	if x == bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(s, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n", at.x, at.y, side, weight, of(text))
}

func svgPoints(points []point) string {
	out := make([]string, len(points))
	for i, p := range points {
		out[i] = fmt.Sprintf("%.1f,%.1f", p.x, p.y)
	}
	return strings.Join(out, " ")
}

// chart writes a chart with its title and, for who does not see it, its words.
func (p *htmlPage) chart(x Block) {
	for _, c := range pictures(x) {
		p.charts++
		var drawing svg
		c.draw(&drawing)
		title, note := c.named()
		fmt.Fprintf(p, "<figure>\n<figcaption>%s</figcaption>\n", of(title))
		fmt.Fprintf(p, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %g %.1f\" role=\"img\" aria-labelledby=\"c%[3]dt c%[3]dd\" font-size=\"%[4]g\" fill=\"currentColor\">\n", chartWidth, c.high(), p.charts, labelSize)
		fmt.Fprintf(p, "<title id=\"c%[1]dt\">%[2]s</title>\n<desc id=\"c%[1]dd\">%[3]s</desc>\n%[4]s</svg>\n", p.charts, of(title), of(alternative(c)), drawing.String())
		if note != "" {
			fmt.Fprintf(p, "<p class=\"note\">%s</p>\n", of(note))
		}
		p.WriteString("</figure>\n")
	}
}
