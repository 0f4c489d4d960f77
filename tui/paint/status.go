package paint

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Status is what a terminal that lists its programs may show of this one
// (OSC 7501). The zero Status reports nothing.
type Status struct {
	// Told is false where nothing is to be reported.
	Told bool
	// Waits says in a few words what the program waits for from the person;
	// empty where it waits for nothing.
	Waits string
}

// StatusShownMsg is the answer to [AskStatus] of a terminal that shows a
// [Status]. No other terminal is sent one.
type StatusShownMsg struct{}

const (
	statusRecord = "kefi" // the record in the terminal's list that is ours
	statusOver   = "\x1b]7501;state=clear:id=" + statusRecord + stringEnd
	statusQuery  = "\x1b]7501;?"
)

// AskStatus asks whether the terminal shows a [Status]. One that does answers
// with a [StatusShownMsg]; the others stay silent.
func AskStatus() Sequence { return Sequence{bytes: statusQuery + stringEnd} }

// showsStatus reports whether an event is the answer to AskStatus.
func showsStatus(ev uv.UnknownOscEvent) bool {
	return ev == statusQuery+stringEnd || ev == statusQuery+"\a"
}

func appendStatus(out []byte, s Status) []byte {
	if !s.Told {
		return append(out, statusOver...)
	}
	report := ansi.ProgramStatus{State: ansi.ProgramStateIdle, ID: statusRecord, App: "kefi"}
	if s.Waits != "" {
		report.State, report.Kind, report.Message = ansi.ProgramStateBlocked, ansi.ProgramStatusKindQuestion, s.Waits
	}
	return append(out, silent(ansi.SetProgramStatus(report))...)
}
