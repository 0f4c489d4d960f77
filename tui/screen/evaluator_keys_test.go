package screen

import (
	"reflect"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

func TestKeysOfTheEvaluatorsDesk(t *testing.T) {
	none := []exercise.Command(nil)
	does := func(c ...exercise.Command) []exercise.Command { return c }
	said := exercise.T
	for _, c := range []struct {
		given, keys string
		want        []exercise.Command
		line        string // what stands in the input line then
	}{
		{"a strength of the first objective is begun", "<tab>s", none, `/observe 1 strength "`},
		{"an area for improvement of the second", "<tab><down>i", none, `/observe 2 improve "`},
		{"a rating", "<tab>r", none, "/rate 1 "},
		{"an action, from any row", "<tab><down>a", none, `/action "`},
		{
			"the line is finished and sent", `<tab>sIt was quick." #15<enter>`,
			does(exercise.Observe{Objective: "1", Aspect: exercise.Strength, Words: said("It was quick."), Entries: []string{"15"}}), `/observe 1 strength "It was quick." #15`,
		},
		{"a rating is sent", `<tab>rS late<enter>`, does(exercise.Rate{Objective: "1", Rating: exercise.SomeChallenges, Why: said("late")}), "/rate 1 S late"},
		{"the last act is taken back", "<tab>u", does(exercise.Undo{}), ""},
		{"letters are text while the line has the focus", "sira", none, "sira"},
	} {
		for _, w := range [][2]int{{100, 30}, {80, 24}, {60, 18}, {48, 11}} {
			sh := seated(turnView("evaluator"), theme.Mono, w[0], w[1])
			sh.Frame(fixtureNow)
			if got := acted(press(sh, c.keys, fixtureNow+1000)); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s, %d wide: %+v, want %+v", c.given, w[0], got, c.want)
			}
			if got := sh.line().text.Text(); got != c.line && len(c.want) == 0 {
				t.Errorf("%s, %d wide: the line is %q, want %q", c.given, w[0], got, c.line)
			}
		}
	}
}

// TestAttachmentsAreRead: a file that came with an incident opens by its number
// and is framed by the exercise marks; one that is not there is refused in a
// sentence.
func TestAttachmentsAreRead(t *testing.T) {
	view := turnView("arcadia")
	view.Room.Incidents = append([]exercise.IncidentView(nil), view.Room.Incidents...)
	x := &view.Room.Incidents[0]
	x.Attachments = []exercise.AttachmentView{{N: 1, Name: "map.txt", Type: "text/plain", Text: "  +--+\n  |  |"}}
	for _, w := range [][2]int{{100, 30}, {48, 11}} {
		sh := seated(view, theme.Mono, w[0], w[1])
		press(sh, "/read "+x.ID+"/1<enter>", fixtureNow+1000)
		if got := frameText(sh, fixtureNow+3000); !strings.Contains(got, "  |  |") || !strings.Contains(got, "not real events") {
			t.Errorf("%d wide: the page is\n%s", w[0], got)
		}
		press(sh, "/read "+x.ID+"/2<enter>", fixtureNow+2000)
		if got := frameText(sh, fixtureNow+3000); !strings.Contains(got, "There is no") {
			t.Errorf("%d wide: what is not there is answered by\n%s", w[0], got)
		}
	}
}
