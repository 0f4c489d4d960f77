package exercise

import "slices"

// DebriefView is what evaluators recorded, by objective: theirs and control's
// until the debrief opens, then everybody's.
type DebriefView struct {
	Objectives []ObjectiveView `json:"objectives"`
	Actions    []ActionView    `json:"actions,omitempty"` // in order of coming
}

// Debriefed is what the seat may know of the evaluation; nil where that is
// nothing yet.
func (v *View) Debriefed() *DebriefView {
	if v.Own.Evaluation != nil { // with every entry that those who evaluate may see
		return v.Own.Evaluation
	}
	return v.Room.Debrief
}

// Empty says that nothing was recorded.
func (v *DebriefView) Empty() bool {
	return len(v.Actions) == 0 && !slices.ContainsFunc(v.Objectives, func(o ObjectiveView) bool { return o.Rating != nil || len(o.Observations) > 0 })
}

// ObjectiveView is one objective with what was seen of it.
type ObjectiveView struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Rating is the last one given; nil where there is none.
	Rating       *RatingView       `json:"rating,omitempty"`
	Observations []ObservationView `json:"observations,omitempty"` // in order of coming
}

// Of lists the observations of one aspect.
func (v ObjectiveView) Of(a Aspect) []ObservationView {
	return slices.DeleteFunc(slices.Clone(v.Observations), func(x ObservationView) bool { return x.Aspect != a })
}

// RatingView is a rating with its reason.
type RatingView struct {
	Rating Rating `json:"rating"`
	Why    string `json:"why"`
	Wall   int64  `json:"wall"`
	// By is who gave it; for evaluators and control only.
	By SeatID `json:"by,omitempty"`
	// Earlier are those that it replaced, the first first; they stay on record.
	Earlier []RatingView `json:"earlier,omitempty"`
}

// ObservationView is one observation.
type ObservationView struct {
	Aspect Aspect `json:"aspect"`
	Text   string `json:"text"`
	// Entries are the numbers of those entries that it names and the reader may see.
	Entries []string `json:"entries,omitempty"`
	Wall    int64    `json:"wall"`
	By      SeatID   `json:"by,omitempty"` // for evaluators and control only
}

// ActionView is one action that is proposed.
type ActionView struct {
	N     int    `json:"n"` // from 1, in order of coming
	Text  string `json:"text"`
	Owner string `json:"owner"`
	Due   string `json:"due"` // a day: 2027-03-01
	Wall  int64  `json:"wall"`
	By    SeatID `json:"by,omitempty"` // for evaluators and control only
}

// debriefView is what everybody in a room sees; nil until the debrief opens.
func (s State) debriefView(r RoomID) *DebriefView {
	if !s.phase.Debriefing() {
		return nil
	}
	return s.evaluation([]RoomID{r}, false)
}

// evaluation is what was recorded and counts, with the entries that stand in
// these rooms; named says by whom.
func (s State) evaluation(rooms []RoomID, named bool) *DebriefView {
	v := &DebriefView{}
	at := map[string]int{}
	for i, o := range s.plan.Objectives {
		at[o.ID] = i
		v.Objectives = append(v.Objectives, ObjectiveView{ID: o.ID, Text: s.text(o.Text.ID)})
	}
	for _, x := range s.evaluations {
		by := x.seat
		if !named {
			by = ""
		}
		switch {
		case x.withdrawn:
		case x.observed != nil:
			o := &v.Objectives[at[x.observed.Objective]]
			o.Observations = append(o.Observations, ObservationView{
				Aspect: x.observed.Aspect, Text: s.text(x.observed.Words), Entries: entriesIn(x.observed.Entries, rooms), Wall: x.wall, By: by,
			})
		case x.rated != nil:
			o := &v.Objectives[at[x.rated.Objective]]
			o.Rating = o.Rating.then(RatingView{Rating: x.rated.Rating, Why: s.text(x.rated.Why), Wall: x.wall, By: by})
		default:
			v.Actions = append(v.Actions, ActionView{
				N: len(v.Actions) + 1, Text: s.text(x.action.Words), Owner: s.text(x.action.Owner), Due: x.action.Due, Wall: x.wall, By: by,
			})
		}
	}
	return v
}

// then is the rating that stands after another.
func (v *RatingView) then(next RatingView) *RatingView {
	if v != nil {
		last := *v
		last.Earlier = nil
		next.Earlier = append(slices.Clip(v.Earlier), last)
	}
	return &next
}

// entriesIn are the numbers of those entries that stand in one of the rooms.
func entriesIn(refs []EntryRef, rooms []RoomID) []string {
	var list []string
	for _, x := range refs {
		if slices.Contains(rooms, x.Room) {
			list = append(list, x.No)
		}
	}
	return list
}
