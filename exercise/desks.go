package exercise

import "strings"

// This file is what the desks see: chair, control, recorder, evaluators.

// ChairView is the chair's page.
type ChairView struct {
	Ready []ReadyView `json:"ready"`
	// Suggest is the chair's next line with its reason; Verb runs it. Words are
	// those that Verb ends in, where they are the program's; see Line.
	Suggest  Phrase        `json:"suggest"`
	Verb     string        `json:"verb,omitempty"`
	Words    Phrase        `json:"-"`
	Requests []Phrase      `json:"requests,omitempty"` // "Hydra asks to put A16"
	Stances  []StanceRow   `json:"stances,omitempty"`  // all, confessionals marked
	Silent   []SilentView  `json:"silent,omitempty"`
	CanUndo  Phrase        `json:"canUndo,omitzero"` // what undo would take back
	AdRef    []PendingView `json:"adRef,omitempty"`
	// Defer lists, in the endgame, the clauses that `defer` offers to move to
	// the annex on one sheet: all that remains.
	Defer []ClauseID `json:"defer,omitempty"`
	// RealWorld holds the words of a real-world stop, while it stands.
	RealWorld string `json:"realWorld,omitempty"`
}

// Line is Verb with its words in the language of whoever sends them.
func (v *ChairView) Line(l Speaker) string {
	if v.Words.IsZero() {
		return v.Verb
	}
	return strings.TrimSuffix(v.Verb, v.Words.String()+`"`) + v.Words.In(l) + `"`
}

// ReadyView is an alternative that may be gavelled.
type ReadyView struct {
	X      Subject  `json:"x"`
	Text   Phrase   `json:"text"`
	Silent []TeamID `json:"silent,omitempty"` // who has said nothing
}

// StanceRow is a team's stance as the chair sees it.
type StanceRow struct {
	Alt     AltID  `json:"alt"`
	Team    TeamID `json:"team"`
	Stance  Stance `json:"stance"`
	Why     string `json:"why,omitempty"`
	ToChair bool   `json:"toChair,omitempty"`
}

// SilentView tells how long a present team has said nothing.
type SilentView struct {
	Team  TeamID `json:"team"`
	Since int64  `json:"since"` // table ms of its last intervention
}

// PendingView is an acceptance ad referendum that still stands.
type PendingView struct {
	X     Subject `json:"x"`
	Team  TeamID  `json:"team"`
	Until int64   `json:"until"` // table ms
}

// ControlView is control's page.
type ControlView struct {
	Timeline  []InjectRow   `json:"timeline"`
	Requests  []RequestView `json:"requests,omitempty"`
	RealWorld string        `json:"realWorld,omitempty"` // the words, while it stands
	Timeouts  []SeatID      `json:"timeouts,omitempty"`
	Expunge   []string      `json:"expunge,omitempty"` // numbers waiting for the recorder
	Questions []string      `json:"questions,omitempty"`
	// Model is the author's model, Facts what is so in this exercise, Personas
	// those as whom control may speak.
	Model    *ModelView    `json:"model,omitempty"`
	Facts    []string      `json:"facts,omitempty"`
	Personas []PersonaView `json:"personas,omitempty"`
	Next     Phrase        `json:"next"` // what control would do next
	// Players is what each seat that plays or watches is shown; Hall the view of
	// those among them who are in the hall, nil where all are at the table.
	Players []PlayerView `json:"players,omitempty"`
	Hall    *RoomView    `json:"hall,omitempty"`
}

// RecorderView is the recorder's desk.
type RecorderView struct {
	Marks   []MarkView `json:"marks,omitempty"`
	Notes   []NoteView `json:"notes,omitempty"`
	Expunge []string   `json:"expunge,omitempty"` // waiting for confirmation, with control's reason
	// Checks is what to look at before the minutes are handed over.
	Checks []CheckView `json:"checks,omitempty"`
}

// MarkView is a mark on an entry.
type MarkView struct {
	No   string `json:"no"`
	Kind string `json:"kind"`
}

// NoteView is a private note.
type NoteView struct {
	No   string `json:"no,omitempty"`
	Text string `json:"text"`
	Wall int64  `json:"wall"`
}

// EvaluatorView is what evaluators see beside the table.
type EvaluatorView struct {
	Objectives []string    `json:"objectives"` // "1: Who starts the clock?"
	Briefs     []TeamBrief `json:"briefs"`
	Timeline   []InjectRow `json:"timeline"`
	Model      *ModelView  `json:"model,omitempty"` // the author's
	Facts      []string    `json:"facts,omitempty"`
	// Seen is what has been seen of each of Objectives, in their order.
	Seen []SeenView `json:"seen,omitempty"`
}

// SeenView is what there is to judge an objective by.
type SeenView struct {
	Objective string     `json:"objective"`         // its id
	Text      string     `json:"text"`              // what it is
	Look      []string   `json:"look,omitempty"`    // what to look for
	Injects   []InjectID `json:"injects,omitempty"` // those that serve it, sent or not
	Marked    []string   `json:"marked,omitempty"`  // entries that the recorder marked as showing it
}

// TeamBrief is one team's brief and stakes, for evaluators.
type TeamBrief struct {
	Team   TeamID      `json:"team"`
	Brief  BriefView   `json:"brief"`
	Stakes *StakesView `json:"stakes,omitempty"`
}
