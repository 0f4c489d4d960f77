package action

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
)

func TestEveryActionIsWhole(tt *testing.T) {
	seen := map[string]bool{}
	for _, a := range All() {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if seen[name] {
				tt.Errorf("%s is registered twice", name)
			}
			seen[name] = true
		}
		if !strings.HasPrefix(a.Synopsis, a.Name) {
			tt.Errorf("%s: synopsis %q", a.Name, a.Synopsis)
		}
		if !strings.HasSuffix(a.Help, ".") {
			tt.Errorf("%s: help %q is not a sentence", a.Name, a.Help)
		}
		if (a.Kind == Play) != (a.command != nil) || (a.Kind == Play) == (a.query != nil) {
			tt.Errorf("%s: the kind does not fit its grammar", a.Name)
		}
		for _, line := range append([]string{a.Example}, a.Also...) {
			intent, err := Parse(line)
			if err != nil {
				tt.Errorf("%s: %q: %v", a.Name, line, err)
			}
			if (intent.Command != nil) != (a.Kind == Play) {
				tt.Errorf("%s: %q gives %#v", a.Name, line, intent)
			}
		}
	}
}

// Every command that people may submit has a verb.
func TestEveryCommandHasAVerb(tt *testing.T) {
	reached := map[string]bool{}
	for _, a := range All() {
		for _, line := range append([]string{a.Example}, a.Also...) {
			if intent, err := Parse(line); err == nil && intent.Command != nil {
				reached[reflect.TypeOf(intent.Command).Name()] = true
			}
		}
	}
	notForPeople := []string{"Begin", "Sit", "Leave", "Restart", "Tick", "Reveal"}
	commands := commandTypes(tt)
	if len(commands) < 60 {
		tt.Fatalf("found only %d commands", len(commands))
	}
	for _, name := range commands {
		if want := !slices.Contains(notForPeople, name); reached[name] != want {
			tt.Errorf("%s: reached by a verb: %v, want %v", name, reached[name], want)
		}
	}
}

// commandTypes reads the names of the struct types declared in command.go that
// are commands: those that implement the interface.
func commandTypes(tt *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../../exercise/command.go", nil, 0)
	if err != nil {
		tt.Fatal(err)
	}
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		if _, isStruct := spec.Type.(*ast.StructType); isStruct && spec.Name.Name != "Reservation" {
			names = append(names, spec.Name.Name)
		}
		return false
	})
	return names
}

// Every verb of the rules' section on verbs is known.
func TestVerbsOfTheRulesAreKnown(tt *testing.T) {
	rules := `help brief situation agenda text read who new time agree ready reflect vote undo export view look realworld timeout leave
		say amend friendly cosponsor withdraw prefer can-live cannot clear report confirm whisper object wait position cleared statement
		package no-silence break hand yield order appeal motion divide reply ask answer-ask caucus room answer rfi sign endorse
		dissociate decline empower correct item floor extend next skip gavel put close silence rule defer suspend informal chair-text
		publish bring absent poll group summary start phase pause resume speed jump inject retime hold release drop takeback recall slip
		reply-as establish dial seat role expunge question end mark note heard find names observe rate action noduff stop`
	names := strings.Fields(rules)
	names = append(names, "request put", "request reopen", "inject new", "cancel realworld", "confirm expunge")
	for _, name := range names {
		if _, ok := Find(name); !ok {
			tt.Errorf("%s is not registered", name)
		}
	}
}

func seat(roles ...exercise.Role) *exercise.View {
	return &exercise.View{
		Room: &exercise.RoomView{Phase: exercise.Table, Teams: []exercise.TeamView{{ID: "telvia", Name: "Telvia"}}},
		Own:  &exercise.OwnView{Seat: "norland", Team: "norland", Roles: roles, Agreed: true},
	}
}

func TestForShowsWhatBelongsToTheSeat(tt *testing.T) {
	for _, row := range []struct {
		role exercise.Role
		verb string
		want bool
	}{
		{exercise.Delegate, "amend", true},
		{exercise.Delegate, "gavel", false},
		{exercise.Delegate, "inject", false},
		{exercise.Chair, "gavel", true},
		{exercise.Chair, "say", true},
		{exercise.Chair, "inject", false},
		{exercise.Control, "inject", true},
		{exercise.Control, "gavel", false},
		{exercise.Control, "seat", true},
		{exercise.SimCell, "reply-as", true},
		{exercise.Recorder, "mark", true},
		{exercise.Recorder, "amend", false},
		{exercise.Projector, "realworld", true},
		{exercise.Projector, "leave", true},
		{exercise.Projector, "ready", false},
		{exercise.Delegate, "caucus", true},
	} {
		has := slices.ContainsFunc(For(seat(row.role)), func(a Action) bool { return a.Name == row.verb })
		if has != row.want {
			tt.Errorf("%s, %s: %v, want %v", row.role, row.verb, has, row.want)
		}
	}
}

func TestNotNowIsASentence(tt *testing.T) {
	telviaSpeaks := func(v *exercise.View) { v.Room.Floor = exercise.FloorView{Mode: "rounds", Speaker: "telvia"} }
	for _, row := range []struct {
		verb  string
		given func(*exercise.View)
		want  string
	}{
		{"say", func(v *exercise.View) { v.Room.Floor.Mode = "open" }, ""},
		{"say", func(v *exercise.View) { v.Room.Floor = exercise.FloorView{Mode: "rounds", Speaker: "norland"} }, ""},
		{"say", telviaSpeaks, "Telvia has the floor: hand waits for yours, ask telvia writes to them."},
		{
			"say", func(v *exercise.View) { telviaSpeaks(v); v.Room.Floor.Next = []exercise.TeamID{"norland"} },
			"Telvia has the floor; you are next: ask telvia writes to them meanwhile.",
		},
		{"say", func(v *exercise.View) { v.Room.Floor.Mode = "queue" }, "Nobody has the floor: hand asks the chair for it."},
		{"amend", telviaSpeaks, ""},
		{"gavel", telviaSpeaks, "gavel is for the chair."},
		{"sign", telviaSpeaks, "sign is for the closing; this is the table phase."},
		{"object", telviaSpeaks, "No gavel stands."},
		{"object", func(v *exercise.View) { v.Room.Standing = []exercise.DecisionView{{Form: "gavel"}} }, ""},
		{"position", func(v *exercise.View) { v.Room.Standing = []exercise.DecisionView{{Form: "put"}} }, ""},
		{"yield", telviaSpeaks, "Your team does not have the floor."},
		{"amend", func(v *exercise.View) { v.Own.Agreed = false }, "Accept the first page before anything else: agree."},
		{"agree", func(v *exercise.View) { v.Own.Agreed = false }, ""},
		{"text", func(v *exercise.View) { v.Room.RealWorld = true }, "Play has stopped: real world. Wait for control; only realworld and who work now."},
		{"who", func(v *exercise.View) { v.Room.RealWorld = true }, ""},
	} {
		v := seat(exercise.Delegate)
		row.given(v)
		a, _ := Find(row.verb)
		if got := a.NotNow(v).String(); got != row.want {
			tt.Errorf("%s: %q, want %q", row.verb, got, row.want)
		}
	}
}

// No action may fail on a view with nothing in it yet.
// The hall is told beforehand what is the table's alone, and nothing that it
// may do is kept from it.
func TestNotNowInTheHall(tt *testing.T) {
	const why = "Your team is in the hall, not at the table."
	v := &exercise.View{Room: &exercise.RoomView{}, Own: &exercise.OwnView{}}
	v.Room.ID, v.Room.Phase, v.Room.Floor.Mode = exercise.HallRoom, exercise.Table, "open"
	v.Own.Team, v.Own.Agreed, v.Own.Roles = "hydra", true, []exercise.Role{exercise.Delegate}
	for name, want := range map[string]string{"position": why, "motion": why, "prefer": why, "hand": why, "say": "", "amend": "", "whisper": "", "caucus": ""} {
		a, _ := Find(name)
		if got := a.NotNow(v).String(); got != want {
			tt.Errorf("%s: %q, not %q", name, got, want)
		}
	}
	for _, name := range ofTheTable {
		if _, ok := Find(name); !ok {
			tt.Errorf("%s is no verb", name)
		}
	}
}

func TestNotNowOfEveryActionOnAnEmptyView(tt *testing.T) {
	for _, role := range []exercise.Role{exercise.Delegate, exercise.Chair, exercise.Control, exercise.Recorder} {
		for _, phase := range []exercise.Phase{exercise.Lobby, exercise.Table, exercise.Closing, exercise.HotWash} {
			for _, a := range For(seat(role)) {
				v := seat(role)
				v.Room.Phase = phase
				if why := a.NotNow(v).String(); why != "" && !strings.HasSuffix(why, ".") {
					tt.Errorf("%s: %q is not a sentence", a.Name, why)
				}
			}
		}
	}
}

func TestNeedsArgument(tt *testing.T) {
	for verb, want := range map[string]bool{"hand": false, "say": true, "request put": true, "text": false, "decline": false, "gavel": true, "undo": false} {
		if a, _ := Find(verb); a.NeedsArgument() != want {
			tt.Errorf("%s: %v, want %v", verb, !want, want)
		}
	}
}
