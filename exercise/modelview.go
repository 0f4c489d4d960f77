package exercise

// ModelView is the author's model of the world: figures from 0 to 100 that are
// no findings. Whoever shows one says that it is the author's.
type ModelView struct {
	Dials []DialView `json:"dials,omitempty"`
	Gap   *GapView   `json:"gap,omitempty"`
}

// Model is what the seat may know of the author's model; nil for nothing.
func (v *View) Model() *ModelView {
	switch {
	case v.Own.Control != nil:
		return v.Own.Control.Model
	case v.Own.Evaluator != nil:
		return v.Own.Evaluator.Model
	}
	return v.Room.Model
}

// DialView is one dial with what moved it, oldest first.
type DialView struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Means   string       `json:"means,omitempty"` // what a high figure stands for
	Value   int          `json:"value"`
	Public  bool         `json:"public,omitempty"`
	Changes []ChangeView `json:"changes,omitempty"`
}

// ChangeView is one change of a figure, with its reason.
type ChangeView struct {
	By       int      `json:"by"`
	To       int      `json:"to"`
	Why      string   `json:"why"`
	Inject   InjectID `json:"inject,omitempty"` // what moved it; empty by hand, and where all may see
	Wall     int64    `json:"wall"`
	Scenario int64    `json:"scenario"`
	Undone   bool     `json:"undone,omitempty"`
}

// GapView is the policy gap. Between acts it moves by itself: see At.
type GapView struct {
	Name    string       `json:"name"`
	Value   int          `json:"value"` // as of the view
	Pace    int          `json:"pace"`  // points it rises in an hour of story time
	Public  bool         `json:"public,omitempty"`
	Changes []ChangeView `json:"changes,omitempty"`
	// Level holds at scenario minute Minute, in sixtieths of a point.
	Level  int   `json:"level"`
	Minute int64 `json:"minute"`
}

// At is the gap at a scenario time in ms at or after the view's.
func (v *GapView) At(scenario int64) int {
	return gap{Gap: Gap{Pace: v.Pace}, level: v.Level, minute: v.Minute}.at(scenario)
}

// Model is the whole of the author's model as it stands, for those who run the
// exercise; nil where it has none.
func (s State) Model() *ModelView { return s.modelView(false) }

// modelView is the model as staff see it, or what of it is public; nil where
// there is nothing of it.
func (s State) modelView(public bool) *ModelView {
	v := &ModelView{}
	for _, d := range s.model.dials {
		if d.Public || !public {
			v.Dials = append(v.Dials, s.dialView(d, public))
		}
	}
	if g := s.model.gap; !g.none() && (g.Public || !public) {
		v.Gap = s.gapView(g)
	}
	if len(v.Dials) == 0 && v.Gap == nil {
		return nil
	}
	return v
}

func (s State) dialView(d dial, public bool) DialView {
	v := DialView{ID: d.ID, Name: d.Name, Means: s.text(d.Means.ID), Value: d.value, Public: d.Public}
	for _, c := range d.changes {
		if public {
			c.inject = "" // which inject it was is not for all
		}
		v.Changes = append(v.Changes, ChangeView{c.by, c.to, s.text(c.why), c.inject, c.wall, c.scenario, c.undone})
	}
	return v
}

func (s State) gapView(g gap) *GapView {
	v := &GapView{Name: g.Name, Value: g.at(s.now.scenario), Pace: g.Pace, Public: g.Public, Level: g.level, Minute: g.minute}
	for _, c := range g.changes {
		why := "clause " + string(c.clause) + " is agreed"
		if c.by > 0 {
			why = "clause " + string(c.clause) + " is open again"
		}
		v.Changes = append(v.Changes, ChangeView{By: c.by, To: c.to, Why: why, Wall: c.wall, Scenario: c.scenario})
	}
	return v
}
