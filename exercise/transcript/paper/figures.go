package paper

import (
	"fmt"
	"strings"
)

// figures are a chart as a table.
func figures(chart Block) Table {
	switch c := chart.(type) {
	case Bars:
		t := Table{Caption: c.Title, Head: []string{"", "Figure"}, Numeric: []int{1}}
		for _, r := range c.Rows {
			t.Rows = append(t.Rows, [][]Run{Text(r.Label), Text(r.Figure)})
		}
		return t
	case Steps:
		t, a := Table{Caption: c.Title, Head: []string{"", "From each moment on"}}, c.axis()
		for _, s := range c.Series {
			var at []string
			for i, v := range s.Values[:min(len(s.Values), len(s.At))] {
				at = append(at, fmt.Sprintf("%s: %d", a.text(s.At[i]), v))
			}
			t.Rows = append(t.Rows, [][]Run{Text(s.Label), Text(strings.Join(at, ", "))})
		}
		return t
	case Spans:
		t, a := Table{Caption: c.Title, Head: []string{"", "From and to", "Signs"}}, c.axis(0)
		for _, r := range c.Rows {
			var spans, marks []string
			for _, s := range r.Spans {
				spans = append(spans, a.text(s[0])+" – "+a.text(s[1]))
			}
			for _, m := range r.Marks {
				marks = append(marks, strings.TrimSpace(a.text(m.At)+" "+m.Sign+" "+m.Text))
			}
			t.Rows = append(t.Rows, [][]Run{Text(r.Label), Text(strings.Join(spans, ", ")), Text(strings.Join(marks, ", "))})
		}
		return t
	}
	return Table{}
}
