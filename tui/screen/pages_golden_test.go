package screen

import (
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"kefi/exercise"
	"kefi/tui/theme"
)

// pageShots are the pages beside the table, as roles see them: the moment, the
// seat and the keys that lead there.
var pageShots = []struct {
	name string
	view func(exercise.SeatID) *exercise.View
	seat exercise.SeatID
	keys string
}{
	{"firstcontact", firstContactView, "arcadia", ""},
	{"firstcontact-list", firstContactView, "recorder", "<tab><down>"},
	{"lobby", lobbyView, "arcadia", ""},
	{"lobby-ready", lobbyView, "forge", "Good morning, all<left>"},
	{"lobby-observer", lobbyView, "observer", ""},
	{"briefing", briefingView, "arcadia", ""},
	{"brief", turnView, "hydra", "/brief<enter>"},
	{"brief-evaluator", turnView, "evaluator", "/brief<enter>"},
	{"situation", turnView, "lantern", "/situation<enter>"},
	{"teamroom", turnView, "arcadia", "/room<enter>The Vess terminal only, then."},
	{"teamroom-suspension", suspensionView, "lantern", "/room<enter>"},
	{"chair", turnView, "chair", ""},
	{"chair-list", turnView, "chair", "<tab><down>"},
	{"chair-put", putView, "chair", "<tab>"},
	{"chair-lobby", lobbyView, "chair", ""},
	{"control", turnView, "control", ""},
	{"control-queued", turnView, "chair", "<tab>2<down><down><down><down>"},
	{"control-incident", incidentView, "control", ""},
	{"control-hotwash", hotWashCollectingView, "control", ""},
	{"control-start", lobbyView, "control", "<tab><enter>"},
	{"desk", turnView, "recorder", "First time a charity speaks first."},
	{"desk-list", turnView, "recorder", "<tab><up><up>"},
	{"desk-removal", turnView, "recorder", "<tab>x"},
	{"closing", closingView, "arcadia", ""},
	{"closing-signed", closingView, "hydra", ""},
	{"closing-observer", closingView, "observer", ""},
	{"closing-review", closingView, "arcadia", "<tab>s"},
	{"closing-reserve", closingView, "arcadia", "<tab>r<down><down>Only where the operator is listed"},
	{"collecting", hotWashCollectingView, "arcadia", ""},
	{"boards", hotWashBoardsView, "arcadia", "<tab> <down> "},
	{"closed", closedView, "lantern", ""},
}

func TestPagesAtEverySize(t *testing.T) {
	for _, c := range pageShots {
		for _, w := range windows {
			t.Run(c.name+"-"+itoa(w[0])+"x"+itoa(w[1]), func(t *testing.T) {
				sh := seated(c.view(c.seat), theme.Mono, w[0], w[1])
				sh.Frame(fixtureNow)
				press(sh, c.keys, fixtureNow+1000)
				golden.RequireEqual(t, []byte(shot(t, sh, w[0], w[1])))
			})
		}
	}
}
