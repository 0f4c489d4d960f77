package msel

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Without leaves out what a scenario has already: injects of the same time and
// text. The others are numbered from first. It returns how many it left out.
func (g *Got) Without(there []exercise.Inject, first int) int {
	all := len(g.Pages)
	g.Pages = slices.DeleteFunc(g.Pages, func(p format.Page) bool {
		return slices.ContainsFunc(there, func(in exercise.Inject) bool {
			return p.Get("at") == format.TriggerText(in) && samePage(p.Text, in.Body.Value)
		})
	})
	left := all - len(g.Pages)
	if left > 0 {
		for i := range g.Pages {
			g.Pages[i].ID = fmt.Sprintf("I%d", first+i)
		}
	}
	return left
}

// samePage compares texts as they are read from a file.
func samePage(a, b string) bool {
	clean, err := exercise.Clean(strings.TrimSpace(a))
	return err == nil && clean == b
}
