package transcript_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// admits says which seats may have a secret in any copy: rules.md, who sees
// what. Every secret of the play and the scenario has its token.
var admits = map[string]string{
	"token-room-hydra":   "hydra",
	"token-room-meridia": "meridia",
	"token-ask":          "arcadia hydra",
	"token-whisper":      "plumb chair",
	"token-confessional": "hydra chair",
	"token-rfi":          "lantern chair evaluator",
	"token-reply":        "lantern chair evaluator",
	"token-note":         "recorder",
	"token-title":        "hydra chair recorder evaluator",
	"token-body":         "hydra chair recorder evaluator",
	"token-answer":       "hydra chair recorder evaluator",
	"token-realworld":    "",
	"token-expected":     "",
	"token-planned":      "",
	"token-objective":    "arcadia meridia hydra forge lantern plumb chair recorder evaluator observer", // since the debrief
	"token-question":     "",
	"token-brief":        "",
	"token-want":         "",
	"token-offer":        "",
	"token-why":          "",
}

func TestNoCopyHoldsWhatItsSeatMayNotKnow(t *testing.T) {
	p := closed(t)
	everything := p.lines(transcript.Everything())
	for token := range admits {
		if !strings.Contains(everything, token) {
			t.Errorf("%s is not in the record at all", token)
		}
	}
	for _, seat := range p.s.Plan().Seats {
		lines := p.lines(p.copyFor(seat.ID))
		own := minutes(t, p.view(seat.ID), transcript.Options{Private: true})
		for token, seats := range admits {
			may := slices.Contains(strings.Fields(seats), string(seat.ID))
			if got := strings.Contains(lines, token); got != may {
				t.Errorf("%s in %s's copy of the record: %v, may be: %v", token, seat.ID, got, may)
			}
			if strings.Contains(own, token) && !may {
				t.Errorf("%s is in %s's own minutes", token, seat.ID)
			}
		}
	}
}

// What is handed on holds nothing of the private rooms.
func TestMinutesToHandOnArePublic(t *testing.T) {
	p := closed(t)
	for _, seat := range []exercise.SeatID{"hydra", "chair", "recorder"} {
		got := minutes(t, p.view(seat), transcript.Options{})
		for _, token := range []string{"token-room", "token-ask", "token-whisper", "token-confessional", "token-note", "token-realworld"} {
			if strings.Contains(got, token) {
				t.Errorf("%s is in the minutes that %s hands on", token, seat)
			}
		}
	}
}

func TestWhatIsWithheld(t *testing.T) {
	p := closed(t)
	rows := map[string][]line{}
	for row := range strings.Lines(p.lines(p.copyFor("recorder"))) {
		var l line
		check(t, json.Unmarshal([]byte(row), &l))
		if l.Head == nil {
			kind := exercise.CommandName(p.acts[l.Seq].Command)
			rows[kind] = append(rows[kind], l)
		}
	}
	for _, kind := range []string{"room", "ask", "whisper", "rfi", "reply-as", "stance", "realworld", "vote"} {
		for _, l := range rows[kind] {
			if l.Envelope.Text != nil || l.Structure.Text != nil {
				t.Errorf("%s, act %d: its envelope or structure is shown to the recorder", kind, l.Seq)
			}
		}
		if len(rows[kind]) == 0 {
			t.Errorf("the play has no %s", kind)
		}
	}
	for _, kind := range []string{"say", "amend", "gavel", "position", "note", "sign", "answer", "reveal", "mark"} {
		for _, l := range rows[kind] {
			if l.Envelope.Text == nil || l.Structure.Text == nil {
				t.Errorf("%s, act %d: its envelope or structure is withheld from the recorder", kind, l.Seq)
			}
		}
		if len(rows[kind]) == 0 {
			t.Errorf("the play has no %s", kind)
		}
	}
	if begin := rows["begin"][0]; begin.Envelope.Text == nil || begin.Structure.Text != nil {
		t.Error("of act 0 the envelope is shown and the structure withheld")
	}
}
