package transcript

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// Sheet is something that is printed, so that an exercise can be prepared on
// paper and goes on without machines. Sheets are the operator's: they hold the
// briefs and what is still to come, each for whom it is meant.
type Sheet struct {
	// Name is what is typed, and its file's without the ending.
	Name string
	// Help says in a few words what it is.
	Help string
	make func(s *Source) []paper.Block
}

// Document makes the sheet of a source whose view is that of control.
func (x Sheet) Document(s *Source) paper.Document {
	title := strings.ToUpper(x.Help[:1]) + x.Help[1:]
	head := paper.Heading{Level: 1, Text: paper.Text(title + ": " + s.View.Room.Exercise.Title)}
	return s.document(title, append([]paper.Block{head}, x.make(s)...)...)
}

// Sheets lists all that can be printed of an exercise: what all are given, a
// handout for each seat of a delegation, and what those need who conduct it.
func Sheets(sc *exercise.Scenario) []Sheet {
	list := []Sheet{
		{"situation-manual", "situation manual", (*Source).situationManual},
		{"controller-handbook", "handbook of controllers and evaluators", (*Source).handbook},
		{"position-sheet", "position sheet, a copy for each delegation and decision", positionSheet},
		{"state", "where the exercise stands, to go on without machines", (*Source).standing},
		{"sign-in", "sign-in sheet", (*Source).signIn},
		{"feedback", "feedback form", feedback},
	}
	for _, seat := range sc.Seats {
		if seat.Team != "" {
			list = append(list, Sheet{"handout-" + string(seat.ID), "handout of " + seat.Name, func(s *Source) []paper.Block { return s.handout(seat) }})
		}
	}
	return list
}

func (s *Source) situationManual() []paper.Block {
	blocks := under("Situation", written(s.View.Room.Situation))
	return append(append(append(blocks, section("Agenda")), s.items()), append([]paper.Block{section("The text on the table")}, s.draftText()...)...)
}

// items is the agenda as a table.
func (s *Source) items() paper.Block {
	t := paper.Table{Head: []string{"Item", "Clauses", "Minutes"}, Widths: []int{3, 3, 1}, Numeric: []int{2}}
	for _, x := range s.State.Plan().Agenda {
		var ids []string
		for _, c := range x.Clauses {
			ids = append(ids, string(c))
		}
		t.Rows = append(t.Rows, cellsOf(capital(string(x.Kind)), strings.Join(ids, ", "), fmt.Sprint(x.Minutes)))
	}
	return t
}

// draftText is the whole text as it stands, each clause with its state, open
// points in brackets and then in a table with their numbers.
func (s *Source) draftText() []paper.Block {
	c := newChanges(s.View)
	for _, x := range c.room.Clauses {
		x.Title += " (" + string(x.State) + ")"
		c.page.clause(x)
	}
	open := c.openPoints()
	if len(open) > 0 {
		open[0] = paper.Heading{Level: 3, Text: paper.Text("Open points")}
	}
	return append(written(c.String()), open...)
}

// handout is what a delegate takes to the table.
func (s *Source) handout(seat exercise.Seat) []paper.Block {
	var brief exercise.Brief
	for _, t := range s.State.Plan().Teams {
		if t.ID == seat.Team {
			brief = t.Brief
		}
	}
	blocks := under("Your brief", written(brief.Page.Value))
	for _, part := range []struct {
		title string
		texts []exercise.Text
	}{{"You want", brief.Wants}, {"You could trade", brief.Trades}, {"Your red lines", brief.RedLines}, {"Only you can give", brief.Offers}} {
		if len(part.texts) > 0 {
			blocks = append(blocks, section(part.title), listOf(part.texts))
		}
	}
	return append(blocks, section("Agenda"), s.items(), section("How to connect"),
		paper.Para{Text: paper.Text("In a terminal window, type the line of your invitation, and your code when it is asked for. It is kept nowhere in words: write it here.")},
		paper.Para{Style: paper.Field, Text: paper.Text("ssh " + string(seat.ID) + "@")}, paper.Para{Style: paper.Field, Text: paper.Text("Code")},
		section("Keys"), paper.Para{Text: paper.Text("? help   / everything you can do   Tab between the table and your line   Esc back   Ctrl+C leave; your seat waits")})
}

// handbook is what control and the evaluators work by.
func (s *Source) handbook() []paper.Block {
	blocks := []paper.Block{section("Objectives")}
	for _, o := range s.State.Plan().Objectives {
		blocks = append(blocks, paper.Heading{Level: 3, Text: paper.Text(o.ID + ": " + o.Text.Value)})
		if len(o.Look) > 0 {
			blocks = append(blocks, listOf(o.Look))
		}
		blocks = append(blocks, paper.Para{Style: paper.Field, Text: paper.Text("Strengths")}, paper.Para{Style: paper.Field, Text: paper.Text("Areas for improvement")},
			paper.Para{Style: paper.Field, Text: paper.Text("Rating P / S / M / U, and why")})
	}
	return append(append(blocks, section("Master scenario events list")), s.injects(func(exercise.InjectRow) bool { return true })...)
}

// injects are those of control's timeline that are wanted, in its order.
func (s *Source) injects(wanted func(exercise.InjectRow) bool) []paper.Block {
	if s.View.Own.Control == nil {
		return nil
	}
	t := paper.Table{Head: []string{"No.", "When", "State", "From, to", "What", "Expected action"}, Widths: []int{2, 4, 4, 5, 15, 9}}
	for _, x := range s.View.Own.Control.Timeline {
		if !wanted(x) {
			continue
		}
		when := "at no set time"
		if x.At >= 0 {
			when = unbroken(story(x.At))
		}
		row := cellsOf(string(x.ID), when, x.State, x.From+", to "+x.To.String(), "", x.Expected)
		row[4] = whatComes(x)
		t.Rows = append(t.Rows, row)
	}
	if t.Rows == nil {
		return []paper.Block{paper.Para{Text: paper.Text("None.")}}
	}
	return []paper.Block{t}
}

// whatComes is an inject on a few lines: its title, its text, what it asks. The
// line ends of its text are the file's.
func whatComes(x exercise.InjectRow) []paper.Run {
	runs := []paper.Run{{Text: x.Title, Bold: true}}
	if body := strings.Join(strings.Fields(x.Body), " "); body != "" {
		runs = append(runs, paper.Run{Text: "\n" + body})
	}
	if x.Asks != "" {
		runs = append(runs, paper.Run{Text: "\nAsked: ", Bold: true}, paper.Run{Text: x.Asks})
	}
	return runs
}

// standing is where everything stands, and what is still to come.
func (s *Source) standing() []paper.Block {
	v := s.View.Room
	blocks := []paper.Block{
		paper.Para{Text: paper.Text(fmt.Sprintf("Phase: %s. Time in the story: %s.", v.Phase, story(v.Clocks.Scenario)))},
		section("The text as it stands"),
	}
	blocks = append(blocks, s.draftText()...)
	if len(v.Standing) > 0 {
		t := paper.Table{Head: []string{"Being decided", "What"}, Widths: []int{1, 4}}
		for _, d := range v.Standing {
			t.Rows = append(t.Rows, cellsOf(string(d.X), d.Title.String()))
		}
		blocks = append(blocks, section("Decisions that stand open"), t)
	}
	blocks = append(blocks, section("Still to come"))
	return append(blocks, s.injects(func(x exercise.InjectRow) bool {
		return !slices.Contains([]string{"delivered", "recalled", "dropped", "answered"}, x.State)
	})...)
}

func positionSheet(*Source) []paper.Block {
	fields := []string{"Delegation", "On (such as A16, 3.1a/2, clause 3)", "Time", "Reason, or what you need first", "Signed by the head of the delegation"}
	blocks := []paper.Block{paper.Para{Text: paper.Text("Tick one: accept · accept ad referendum · not yet · object · stand aside")}}
	for _, f := range fields {
		blocks = append(blocks, paper.Para{Style: paper.Field, Text: paper.Text(f)})
	}
	return blocks
}

func (s *Source) signIn() []paper.Block {
	t := paper.Table{Head: []string{"Seat", "Name", "Organisation", "Signature", "In", "Out"}, Widths: []int{2, 4, 4, 4, 1, 1}}
	for _, seat := range s.State.Plan().Seats {
		t.Rows = append(t.Rows, cellsOf(seat.Name, "", "", "", "", ""))
	}
	return []paper.Block{t}
}

func feedback(*Source) []paper.Block {
	var blocks []paper.Block
	for _, f := range []string{"What should the real talks borrow?", "What helped you most?", "What stood in your way?", "What should the next exercise do otherwise?", "Anything else"} {
		blocks = append(blocks, paper.Para{Style: paper.Field, Text: paper.Text(f)}, paper.Para{Style: paper.Field})
	}
	return append(blocks, paper.Para{Style: paper.Note, Text: paper.Text("No name is needed.")})
}

func section(title string) paper.Block { return paper.Heading{Level: 2, Text: paper.Text(title)} }

// under puts an author's page under a title, unless it brings its own, and its
// headings under those of the sheet.
func under(title string, blocks []paper.Block) []paper.Block {
	own := false
	for i, b := range blocks {
		if h, ok := b.(paper.Heading); ok {
			own = own || i == 0
			h.Level++
			blocks[i] = h
		}
	}
	if own {
		return blocks
	}
	return append([]paper.Block{section(title)}, blocks...)
}

// written is a text of the scenario's author in Markdown, or as it stands.
func written(md string) []paper.Block {
	blocks, err := paper.Markdown(md)
	if err != nil {
		return []paper.Block{paper.Para{Text: paper.Text(md)}}
	}
	return blocks
}

func listOf(texts []exercise.Text) paper.Block {
	var l paper.List
	for _, t := range texts {
		l.Items = append(l.Items, paper.Text(cmp.Or(t.Value, "-")))
	}
	return l
}

func cellsOf(texts ...string) [][]paper.Run {
	row := make([][]paper.Run, len(texts))
	for i, t := range texts {
		row[i] = paper.Text(t)
	}
	return row
}
