package transcript

import (
	"testing"

	"kefi/exercise"
)

func TestNodes(t *testing.T) {
	alts := func(texts ...string) *exercise.PointView {
		pt := &exercise.PointView{ID: "3.1a"}
		for i, text := range texts {
			pt.Alts = append(pt.Alts, exercise.AltView{ID: exercise.AltID{Point: "3.1a", N: i + 1}, Text: text})
		}
		return pt
	}
	words := func(text string) exercise.NodeView { return exercise.NodeView{Text: text} }
	outer := alts("", "within a day")
	outer.Alts[0].Nodes = []exercise.NodeView{words("within "), {Point: alts("24", "72")}, words(" hours")}
	for _, row := range []struct {
		given string
		nodes []exercise.NodeView
		want  string
	}{
		{"agreed words", []exercise.NodeView{words("Each Party shall notify.")}, "Each Party shall notify."},
		{"a point", []exercise.NodeView{words("within "), {Point: alts("24", " 72 ")}, words(" hours")}, "within [24 | 72] hours"},
		{"a deletion", []exercise.NodeView{words("any signatory "), {Point: alts("of a track", "")}, words(".")}, "any signatory [of a track | –]."},
		{"an outer point", []exercise.NodeView{{Point: outer}}, "[within [24 | 72] hours | within a day]"},
		{"words that would make a link", []exercise.NodeView{{Point: alts("a", "b")}, words("(https://x)")}, `[a | b]\(https\://x)`},
		{"words that would define one", []exercise.NodeView{{Point: alts("a", "b")}, words(": https://x")}, `[a | b]\: https\://x`},
		{"brackets and bars that are words", []exercise.NodeView{{Point: alts("a [b]", "c | d")}}, `[a \[b\] | c \| d]`},
		{"removed words", []exercise.NodeView{words("Each [removed] shall")}, "Each [removed] shall"},
	} {
		if got := nodes(row.nodes); got != row.want {
			t.Errorf("%s: %s, want %s", row.given, got, row.want)
		}
	}
}
