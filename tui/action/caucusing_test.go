package action

import (
	"reflect"
	"testing"

	"kefi/exercise"
)

func TestParsePrivateRoomsAndHeads(tt *testing.T) {
	for _, row := range []struct {
		line string
		want exercise.Command
	}{
		{"caucus hydra", exercise.CallCaucus{Teams: []exercise.TeamID{"hydra"}}},
		{"caucus Hydra plumb hydra 5m", exercise.CallCaucus{Teams: []exercise.TeamID{"hydra", "plumb"}, Time: 300_000}},
		{"caucus accept", exercise.JoinCaucus{}},
		{"caucus c2 accept", exercise.JoinCaucus{Caucus: "C2"}},
		{`caucus say "Would 48 do?"`, exercise.SpeakCaucus{Words: exercise.T("Would 48 do?")}},
		{"caucus C12 say one moment", exercise.SpeakCaucus{Caucus: "C12", Words: exercise.T("one moment")}},
		{`caucus draft 3 delete`, exercise.DraftJoint{Amend: exercise.Amend{Clause: "3", Delete: true}}},
		{"caucus decline", exercise.LeaveCaucus{}},
		{"caucus close", exercise.LeaveCaucus{Close: true}},
		{"group 3 hydra arcadia 10m", exercise.FormGroup{Clause: "3", Teams: []exercise.TeamID{"hydra", "arcadia"}, Time: 600_000}},
		{"group 3 close", exercise.CloseGroup{Clause: "3"}},
		{`poll "Would 48 do?" yes | "not yet"|no`, exercise.Poll{
			Question: exercise.T("Would 48 do?"), Options: []exercise.Text{exercise.T("yes"), exercise.T("not yet"), exercise.T("no")},
		}},
		{`poll "not yet"`, exercise.AnswerPoll{Answer: exercise.T("not yet")}},
		{"poll not yet", exercise.AnswerPoll{Answer: exercise.T("not yet")}},
		{"poll close", exercise.ClosePoll{}},
		{"empower Arcadia-2", exercise.Empower{Seat: "arcadia-2"}},
		{"confirm w1", exercise.Confirm{X: "W1"}},
		{"confirm W1 no", exercise.DropWish{Wish: "W1"}},
		{"confirm A3", exercise.Confirm{X: "A3"}},
		{`correct #k1e2.7 "48"`, exercise.Correct{No: "k1e2.7", Words: exercise.T("48")}},
	} {
		if intent, err := Parse(row.line); err != nil || !reflect.DeepEqual(intent.Command, row.want) {
			tt.Errorf("%s: %#v, %v", row.line, intent.Command, err)
		}
	}
	for _, line := range []string{"caucus C2", "caucus C2 hydra", "caucus draft", "caucus draft 3.1", "group 3", "group hydra", `poll "A or B?" yes|`, "confirm", "poll"} {
		if intent, err := Parse(line); err == nil {
			tt.Errorf("%s: %#v, want an error", line, intent.Command)
		}
	}
	if intent, err := Parse("caucus"); err != nil || intent.Query.Name != "caucuses" {
		tt.Errorf("caucus alone: %+v, %v", intent, err)
	}
}
