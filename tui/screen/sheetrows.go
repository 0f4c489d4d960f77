package screen

import (
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file draws the rows of the sheet: a decision each, and what its keys are
// where the footer cannot say it.

// footerHolds are the columns from which the footer can say what each number
// means.
const footerHolds = 80

// grouped are the rows, those of one sheet under its number, and where each
// decision stands among them.
func (p *sheet) grouped(s *Sight, list []exercise.DecisionView, inHand *exercise.DecisionView) (rows []string, place []int) {
	several := slices.ContainsFunc(list, func(x exercise.DecisionView) bool { return x.Sheet != list[0].Sheet })
	for i := range list {
		x := &list[i]
		if several && s.airy() && (i == 0 || x.Sheet != list[i-1].Sheet) {
			title := s.Say("Sheet %s", x.Sheet)
			if x.Sheet == "" {
				title = s.Say("By themselves")
			}
			rows = append(rows, s.Theme.Paint(theme.Muted, " "+title))
		}
		place = append(place, len(rows))
		rows = append(rows, link(targetRow+string(x.ID), p.row(s, x, x == inHand)))
	}
	return rows, place
}

// columns are the titles over the rows.
func (p *sheet) columns(s *Sight) string {
	accept := fit(s.Say("accept"), 19, "")
	right := fit(s.Say("you"), 16, "") + accept
	if s.View.Own.Team == "" {
		right = blanks(16) + accept
	}
	if _, same := oneDeadline(s.View.Room.Standing); !same {
		right += "  " + blanks(5)
	}
	return spread("", right, s.Width, "")
}

// row is a decision: what, one's own answer, how many accept in each track, and
// its time where not all have the same.
func (p *sheet) row(s *Sight, x *exercise.DecisionView, chosen bool) string {
	left := s.Theme.Paint(rowStyle(chosen), " "+s.marked(chosen)+sentence(s.phrase(x.Title)))
	mine := ""
	if s.View.Own.Team != "" {
		mine = s.answerWord(s.myPosition(x))
		if x.Form != "put" && s.myPosition(x).Position == exercise.NoPosition {
			mine = s.asks(x)
		}
	}
	right := s.Theme.Paint(theme.Strong, mine)
	if s.Card() {
		return spread(left, right, s.Width, s.Theme.Glyphs.Waiting)
	}
	count := ""
	if x.Form == "put" {
		count = s.accepts(x).line(s.Theme)
	}
	right = fit(right, 16, "") + fit(count, 19, "")
	if _, same := oneDeadline(s.View.Room.Standing); !same {
		left := blanks(5)
		switch {
		case !x.Stopped.IsZero():
			left = mmss(x.Left)
		case x.Until > 0:
			left = s.Left(x.Until)
		}
		right += "  " + left
	}
	return spread(left, right, s.Width, s.Theme.Glyphs.Waiting)
}

// asks is in short what is asked on a decision that is not put.
func (s *Sight) asks(x *exercise.DecisionView) string {
	switch {
	case x.Form != exercise.FormSilence:
		return s.Say("any objection?")
	case x.Proposed:
		return s.Say("silence?")
	case !x.Stopped.IsZero():
		return s.Say("silence halted")
	}
	return s.Say("under silence")
}

// legend says it in the page where the footer cannot.
func (p *sheet) legend(d *Drawing, s *Sight, x *exercise.DecisionView) {
	if s.Width >= footerHolds || !s.Focused || s.View.Own.Team == "" {
		return
	}
	var all runs
	for i, a := range answers(x) {
		all = append(all, run{theme.Strong, strconv.Itoa(i+1) + bound}, run{theme.Muted, strings.ReplaceAll(s.Say(a.short), " ", bound) + "  "})
	}
	d.Text(1, all)
}
