package transcript

import (
	"strconv"
	"strings"

	"kefi/exercise"
)

// survey counts what was answered before and after, for those who report.
func (p *page) survey() {
	counts := p.v.Own.SurveyCounts
	if len(counts) == 0 {
		return
	}
	p.para("## Survey")
	p.para("_Asked of every delegate before the table and after it, in the same words. Nobody's answer is told; fewer than three are not counted out._")
	for _, q := range counts {
		p.para("**%d. %s** 1: %s. 5: %s.", q.N, inline(q.Ask), inline(q.Low), inline(q.High))
		p.WriteString("| | 1 | 2 | 3 | 4 | 5 | answers |\n|---|---|---|---|---|---|---|\n")
		p.surveyRow("before", q.Before)
		p.surveyRow("after", q.After)
		p.end()
	}
}

func (p *page) surveyRow(when string, t exercise.SurveyTally) {
	cells := []string{"", "", "", "", ""}
	for i, n := range t.Counts {
		cells[i] = strconv.Itoa(n)
	}
	p.WriteString("| " + when + " | " + strings.Join(cells, " | ") + " | " + strconv.Itoa(t.Answers) + " |\n")
}
