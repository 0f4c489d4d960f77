package screen

import (
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"kefi/exercise"
	"kefi/tui/theme"
)

// ruleShots are the screens of the rule book: the moment, the seat and the keys
// that lead there.
var ruleShots = []struct {
	name string
	view func(exercise.SeatID) *exercise.View
	seat exercise.SeatID
	keys string
}{
	{"sheet", sheetView, "meridia", "/position<enter>"},
	{"sheet-silence", sheetView, "arcadia", "/position<enter><down><down><down>"},
	{"sheet-chair", sheetView, "chair", "<tab>"},
	{"sheet-decide", sheetView, "meridia", "/position<enter><enter>3"},
	{"endgame", endgameView, "lantern", "<tab>"},
	{"drafting", draftingView, "arcadia", ""},
	{"drafting-changes", draftingView, "arcadia", "<tab>v"},
	{"drafting-original", draftingView, "hydra", "<tab>vvvv"},
	{"drafting-point", draftingView, "arcadia", "<tab><down><down><enter>"},
	{"states", statesView, "lantern", "<down><down>"},
	{"redline", draftingView, "lantern", "/text 3<enter><tab>v<right>"},
	{"read-within", draftingView, "lantern", "/read A2<enter>"},
	{"caucus", caucusView, "arcadia", "/caucus<enter>The Vess terminal only, then."},
	{"caucus-keys", caucusView, "hydra", "/caucus<enter><tab>"},
	{"caucus-invited", caucusView, "lantern", "/caucus<enter><tab>"},
	{"consulting", caucusView, "meridia", ""},
	{"wishes", wishesView, "arcadia", "/room<enter><tab>"},
	{"wishes-line", wishesView, "arcadia", "/room<enter>"},
	{"group", procedureView, "lantern", "/caucus<enter><tab>"},
	{"group-chair", procedureView, "chair", "/caucus<enter>"},
	{"procedure", procedureView, "arcadia", ""},
	{"procedure-chair", procedureView, "chair", "<tab>"},
	{"procedure-agenda", procedureView, "arcadia", "/agenda<enter>"},
	{"quorum", procedureView, "recorder", "/quorum<enter>"},
	{"poll", procedureView, "plumb", "/poll<enter>"},
	{"chair-table", draftingView, "chair", "/page table<enter><tab>"},
	{"package", procedureView, "forge", "/read P1<enter>"},
	{"hall", hallView, "forge", ""},
	{"hall-table", hallView, "arcadia", ""},
	{"motion-table", motionView, "observer", ""},
	{"due", dueView, "arcadia", ""},
	{"due-observer", dueView, "observer", "<tab>"},
	{"read-decision", dueView, "observer", "/read D7<enter>"},
	{"endgame-chair", endgameView, "chair", "<tab><down><down><down><down>"},
	{"motion", motionView, "arcadia", "/position<enter>"},
	{"motion-chair", motionView, "chair", "<tab>"},
}

func TestRulesAtEverySize(t *testing.T) {
	for _, c := range ruleShots {
		for _, w := range windows {
			t.Run(c.name+"-"+itoa(w[0])+"x"+itoa(w[1]), func(t *testing.T) {
				sh := seated(c.view(c.seat), theme.Dark, w[0], w[1])
				sh.Frame(fixtureNow)
				press(sh, c.keys, fixtureNow+1000)
				golden.RequireEqual(t, []byte(shot(t, sh, w[0], w[1])))
			})
		}
	}
}
