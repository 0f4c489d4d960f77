package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// jumpPage is the review before story time jumps: it lists what falls in the
// gap and has control say for each whether it is to go out afterwards, to be
// dropped, or to move on with the jump. It starts on moving, which loses
// nothing, and only y jumps.
type jumpPage struct {
	jump exercise.Jump
	ways map[exercise.InjectID]string
	rows rowList
	unread
}

// opensJump opens the page for a line such as jump 48h "why".
func (s *Sight) opensJump(line string) []Act {
	intent, err := action.Parse(line)
	c, ok := intent.Command.(exercise.Jump)
	if err != nil || !ok || s.View.Own.Control == nil {
		return nil
	}
	p := &jumpPage{jump: c, ways: map[exercise.InjectID]string{}}
	for way, ids := range map[string][]exercise.InjectID{exercise.JumpFire: c.Fire, exercise.JumpDrop: c.Drop, exercise.JumpMove: c.Move} {
		for _, id := range ids {
			p.ways[id] = way
		}
	}
	return []Act{Open{Page: p, Focus: true}}
}

func (p *jumpPage) Name(*Sight) string { return "Jump" }

func (p *jumpPage) gap(s *Sight) []exercise.InjectRow {
	return s.View.Own.Control.InGap(s.Scenario(), p.jump.By)
}

func (p *jumpPage) way(id exercise.InjectID) string {
	switch {
	case p.ways[id] != "":
		return p.ways[id]
	case p.jump.Rest != "":
		return p.jump.Rest
	}
	return exercise.JumpMove
}

var jumpWays = []string{exercise.JumpMove, exercise.JumpFire, exercise.JumpDrop}

func (p *jumpPage) list(s *Sight) []listRow {
	told := fmt.Sprintf("Story time jumps from T+%s to T+%s. The table clock, the floor and decisions do not.", mmss(s.Scenario()), mmss(s.Scenario()+p.jump.By))
	rows := []listRow{{lines: s.row(0, strong(told))}}
	if why := p.jump.Why.Value; why != "" {
		rows = append(rows, listRow{lines: s.row(0, plain("Everyone reads: “"+why+"”"))})
	}
	gap := p.gap(s)
	switch {
	case len(gap) == 0:
		rows = append(rows, listRow{lines: s.row(0, muted("Nothing falls in the gap. What waits for a condition goes out afterwards, once that holds."))})
	case s.Height > 9:
		rows = append(rows, listRow{lines: s.row(0, muted("move: later by as much. fire: goes out after the jump, and can still be taken back. drop: gives it up."))})
	}
	for _, x := range gap {
		rows = append(rows, p.row(s, x))
	}
	return append(rows, listRow{id: "jump", lines: s.row(0, plain("y jumps. It cannot be taken back: story time never runs back.")), does: []does{{key: "enter", word: "y jumps", acts: []Act{Notice{"Press y to jump, Esc to go back."}}}}})
}

func (p *jumpPage) row(s *Sight, x exercise.InjectRow) listRow {
	way := p.way(x.ID)
	style := theme.Strong
	if way == exercise.JumpDrop {
		style = theme.Muted
	}
	set := func(way string) func() { return func() { p.ways[x.ID] = way } }
	next := jumpWays[(slices.Index(jumpWays, way)+1)%len(jumpWays)]
	return listRow{
		id:    string(x.ID),
		lines: s.row(0, runs{{style, way + "  "}, {theme.Body, mmss(x.At) + "  " + string(x.ID) + " " + x.Title}, {theme.Muted, "  to " + s.phrase(x.To)}}),
		more:  s.under(0, 4, muted(strings.TrimSpace("From "+x.From+": "+one(x.Body)))),
		does: []does{
			{key: "enter", word: next, turn: set(next)},
			{key: "f", word: "fire", turn: set(exercise.JumpFire)},
			{key: "d", word: "drop", turn: set(exercise.JumpDrop)},
			{key: "m", word: "move", turn: set(exercise.JumpMove)},
		},
	}
}

// onePane: the page is one column in every window.
func (p *jumpPage) sight(s *Sight) *Sight { return s.onePane(min(s.Width, maxReading)) }

func (p *jumpPage) Draw(s *Sight) Area {
	if s.View.Own.Control == nil {
		return Area{}
	}
	one := p.sight(s)
	return p.rows.area(one, p.list(one))
}

func (p *jumpPage) Key(s *Sight, k key) ([]Act, bool) {
	if s.View.Own.Control == nil {
		return nil, false
	}
	if s.Focused && k.String() == "y" {
		if p.early(s) {
			return nil, true
		}
		return []Act{Back{}, Submit{Command: p.command(s)}}, true
	}
	one := p.sight(s)
	return p.rows.key(one, k, p.list(one))
}

// command says of everything in the gap what happens to it.
func (p *jumpPage) command(s *Sight) exercise.Jump {
	c := exercise.Jump{By: p.jump.By, Why: p.jump.Why, Rest: exercise.JumpMove} // whatever has come into the gap since
	for _, x := range p.gap(s) {
		switch p.way(x.ID) {
		case exercise.JumpFire:
			c.Fire = append(c.Fire, x.ID)
		case exercise.JumpDrop:
			c.Drop = append(c.Drop, x.ID)
		}
	}
	return c
}

func (p *jumpPage) Scroll(_ *Sight, by int) { p.rows.scroll(by) }

func (p *jumpPage) Click(_ *Sight, target string) []Act { return p.rows.click(target) }

func (p *jumpPage) Hints(s *Sight) []Hint {
	one := p.sight(s)
	return append([]Hint{{"y", "jump", ""}}, append(p.rows.hints(one, p.list(one)), Hint{"Esc", s.Say("back"), ""})...)
}
