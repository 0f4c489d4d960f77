package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

func TestWhoIsHereBeforeTheStart(t *testing.T) {
	french, _ := words.In("fr")
	for _, c := range []struct {
		given string
		lang  *words.Language
		with  func(teams []exercise.TeamView)
		want  string
	}{
		{"one team is missing", nil, func([]exercise.TeamView) {}, "5 of 6 teams are here, 1 is ready; Meridia is missing."},
		{"two are missing", nil, func(teams []exercise.TeamView) { teams[3].Presence = exercise.Absent }, "4 of 6 teams are here, 0 are ready; Meridia and Forge are missing."},
		{"all are here", nil, func(teams []exercise.TeamView) {
			teams[1].Presence, teams[1].Seats[0].Ready = exercise.Here, true
		}, "6 of 6 teams are here, 2 are ready; nobody is missing."},
		{"in French", french, func([]exercise.TeamView) {}, "5 équipes sur 6 sont là, 1 est prête\u00a0; Meridia manque."},
	} {
		t.Run(c.given, func(t *testing.T) {
			v := lobbyView("control")
			for i := range v.Room.Teams {
				v.Room.Teams[i].Presence = exercise.Here
			}
			v.Room.Teams[1].Presence = exercise.Absent
			c.with(v.Room.Teams)
			sh := seated(v, theme.Mono, 80, 24)
			sh.lang = c.lang
			if got := sh.sight().attendance(); got != c.want {
				t.Errorf("it says %q, want %q", got, c.want)
			}
		})
	}
}

// The page before STARTEX says it at every size, whichever way one came.
func TestTheStartIsReviewedWithWhoIsHere(t *testing.T) {
	for _, w := range windows {
		for _, keys := range []string{"<tab><enter>", "/start<enter>"} {
			sh := seated(lobbyView("control"), theme.Mono, w[0], w[1])
			sh.Frame(fixtureNow)
			press(sh, keys, fixtureNow+later)
			text := strings.Join(strings.Fields(ansi.Strip(strings.Join(sh.Frame(fixtureNow+later).Lines, " "))), " ")
			if !strings.Contains(text, sh.sight().attendance()) {
				t.Errorf("%q at %v: %s", keys, w, text)
			}
		}
	}
}

func TestTheLobbySaysHowASeatGetsACode(t *testing.T) {
	for _, w := range windows {
		sh := seated(lobbyView("control"), theme.Mono, w[0], w[1])
		if text := ansi.Strip(strings.Join(sh.Frame(fixtureNow).Lines, "\n")); !strings.Contains(text, "/seat SEAT code") {
			t.Errorf("%v:\n%s", w, text)
		}
	}
}
