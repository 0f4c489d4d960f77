package plain

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"

	"kefi/exercise"
	"kefi/tui/rehearsal"
	"kefi/tui/rehearsal/rehearsaltest"
	"kefi/tui/words"
)

// inLobby is Norland's view before the start.
func inLobby() *exercise.View {
	v := norland()
	v.Room.Phase, v.Room.Item, v.Room.Standing = exercise.Lobby, -1, nil
	return v
}

// rehearsing begins a session in the lobby whose rehearsals are played at once.
func rehearsing(t *testing.T, lang *words.Language) *talk {
	return beginWith(t, t.Context(), inLobby(), Host{
		Now: func() int64 { return now }, Language: lang,
		Rehearse: func(_ context.Context, lang *words.Language) (Table, error) {
			return rehearsaltest.NewTable(rehearsaltest.Open(t, rehearsal.Newcomer{Name: "Norland", Lang: lang}, now)), nil
		},
	})
}

func TestARehearsalInPlainMode(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := rehearsing(t, nil)
		k.hear()
		var all, heard strings.Builder
		for _, line := range []string{"rehearse", "hello", "say hello", "say again", "hand", "position", "1", "leave"} {
			said := k.write(line)
			heard.WriteString(said)
			all.WriteString("> " + line + "\n" + said)
		}
		speakable(t, heard.String())
		golden(t, "session-rehearsal", strings.TrimSuffix(all.String(), "\n"))
		if len(k.submits) > 0 {
			t.Errorf("the exercise heard of it: %v", k.submits)
		}
		k.write("leave")
		if err := <-k.ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
}

func TestTheExerciseDuringARehearsal(t *testing.T) {
	said := func(text string) *exercise.View {
		v := inLobby()
		v.Room.Feed = append(v.Room.Feed, exercise.Line{No: "7", Room: "table", Wall: at("10:42"), Team: "telvia", Text: text})
		return v
	}
	bubble(t, "what happens waits", func(t *testing.T) {
		k := rehearsing(t, nil)
		k.hear()
		k.write("rehearse")
		k.views <- said("is ready.")
		if got := k.hear(); got != "" {
			t.Errorf("it is told at once: %q", got)
		}
		if got := k.write("leave"); got != "You are back at Harbour Accord.\n10:42. Telvia, business, is ready.\n" {
			t.Errorf("it is told as %q", got)
		}
		k.write("leave")
	})
	bubble(t, "the start is told", func(t *testing.T) {
		k := rehearsing(t, nil)
		k.hear()
		k.write("rehearse")
		k.views <- norland()
		if got := k.hear(); got != "The exercise has begun. Type leave to go to your seat.\n" {
			t.Errorf("it is told as %q", got)
		}
		k.write("leave")
		k.write("leave")
	})
	bubble(t, "a real-world stop ends it", func(t *testing.T) {
		k := rehearsing(t, nil)
		k.hear()
		k.write("rehearse")
		v := inLobby()
		v.Room.RealWorld = true
		k.views <- v
		if got := k.hear(); !strings.HasPrefix(got, "REAL WORLD") || strings.Contains(got, "back") {
			t.Errorf("it says %q", got)
		}
		k.write("say hello")
		if len(k.submits) != 1 {
			t.Errorf("one is still elsewhere: %v", k.submits)
		}
		k.write("leave")
	})
	bubble(t, "hanging up ends both", func(t *testing.T) {
		k := rehearsing(t, nil)
		k.hear()
		k.write("rehearse")
		_ = k.keyboard.Close()
		if err := <-k.ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
	bubble(t, "as does the end of the table", func(t *testing.T) {
		k := rehearsing(t, nil)
		k.hear()
		k.write("rehearse")
		close(k.views)
		if err := <-k.ended; err == nil {
			t.Error("ended without the table's error")
		}
	})
}

// bubble is t.Run in a bubble of time.
func bubble(t *testing.T, name string, test func(*testing.T)) {
	t.Run(name, func(t *testing.T) { synctest.Test(t, test) })
}
