package transcript

import (
	"cmp"
	"io"
	"slices"

	"kefi/exercise"
)

// writeMSEL writes the log of injects, a row an answer, and one for an inject
// that has none. Control and evaluators get the whole timeline, with what was
// expected and what never went out; everybody else what reached their seat.
func writeMSEL(w io.Writer, s *Source) error {
	t := newTable(w, s, "id", "label", "kind", "state", "planned_scenario_s", "due_utc", "delivered_scenario_s", "delivered_utc", "delivered_local",
		"from", "method", "to", "title", "asks", "answer_by_scenario_s", "recalled", "answered_by", "track", "answered_utc", "answered_local",
		"answered_after_s", "answer", "expected", "objective", "probes")
	log := s.injectLog()
	if timeline, staff := s.timeline(); staff {
		for _, r := range timeline {
			t.inject(log, s.planned(log, r), r.Answers)
		}
		return t.close()
	}
	for _, x := range slices.Concat(s.View.Room.Incidents, s.View.Own.Incidents) {
		id, ok := s.State.ShownAs(s.View.Own.Seat, exercise.InjectID(x.ID))
		if !ok {
			id = exercise.InjectID(x.ID) // the recorder's copy goes by the plan's ids
		}
		t.inject(log, s.received(id, x), x.Answers)
	}
	return t.close()
}

// timeline is the whole MSEL, for seats that may see it.
func (s *Source) timeline() ([]exercise.InjectRow, bool) {
	switch own := s.View.Own; {
	case own.Control != nil:
		return own.Control.Timeline, true
	case own.Evaluator != nil:
		return own.Evaluator.Timeline, true
	}
	return nil, false
}

// logged is a row of the log but for its times and answers.
type logged struct {
	id    exercise.InjectID
	seen  string // its name for who takes the copy
	due   int64  // wall ms; 0 where that is not told
	cells injectCells
}

type injectCells struct {
	label, kind, state, planned, from, method, to, title, asks, by, recalled string
	expected, objective, probes                                              string
}

func (s *Source) planned(log injectLog, r exercise.InjectRow) logged {
	x := injectCells{
		label: r.Shown, kind: string(r.Kind), state: r.State, from: r.From, to: r.To.String(), title: r.Title, asks: r.Asks,
		expected: r.Expected, objective: r.Objective, probes: joined(r.Probes),
	}
	if r.State == exercise.InjectRecalled {
		x.recalled = r.Why.String()
	}
	for _, p := range s.State.Plan().Injects {
		if p.ID == r.ID {
			x.method = p.Method
			if p.At >= 0 {
				x.planned = seconds(p.At)
			}
			if out := log.delivered[r.ID]; p.AnswerIn > 0 && out.Wall > 0 {
				x.by = seconds(out.Scenario + p.AnswerIn)
			}
		}
	}
	return logged{r.ID, string(r.ID), log.due[r.ID], x}
}

func (s *Source) received(id exercise.InjectID, v exercise.IncidentView) logged {
	x := injectCells{
		label: v.ID, state: exercise.InjectDelivered, from: v.From, method: v.Method, to: v.To.String(), title: v.Title, asks: v.Asks, recalled: v.Recalled,
	}
	if v.Recalled != "" {
		x.state = exercise.InjectRecalled
	}
	if v.AnswerBy > 0 {
		x.by = seconds(v.AnswerBy)
	}
	return logged{id, v.ID, 0, x}
}

func (t *table) inject(log injectLog, x logged, answers []exercise.AnswerView) {
	if len(answers) == 0 {
		answers = []exercise.AnswerView{{}}
	}
	out := log.delivered[x.id]
	c, scenario := x.cells, ""
	if out.Wall > 0 {
		scenario = seconds(out.Scenario)
	}
	for _, a := range answers {
		after, at := "", log.answered[answeredBy{x.id, a.Team}]
		if a.Team != "" {
			after = seconds(a.After)
		}
		t.row(x.seen, c.label, c.kind, c.state, c.planned, t.utc(x.due), scenario, t.utc(out.Wall), t.local(out.Wall),
			c.from, c.method, c.to, c.title, c.asks, c.by, c.recalled, string(a.Team), t.track(a.Team), t.utc(at), t.local(at),
			after, a.Text, c.expected, c.objective, c.probes)
	}
}

// injectLog says when things happened to injects, in wall ms.
type injectLog struct {
	due       map[exercise.InjectID]int64
	delivered map[exercise.InjectID]exercise.Act
	answered  map[answeredBy]int64
}

type answeredBy struct {
	inject exercise.InjectID
	team   exercise.TeamID
}

func (s *Source) injectLog() injectLog {
	log := injectLog{map[exercise.InjectID]int64{}, map[exercise.InjectID]exercise.Act{}, map[answeredBy]int64{}}
	for _, a := range s.Acts {
		for _, e := range a.Events {
			switch e := e.(type) {
			case exercise.FellDue:
				log.due[e.Inject] = a.Wall
			case exercise.Queued:
				log.due[e.Inject] = cmp.Or(log.due[e.Inject], e.At)
			case exercise.Delivered:
				log.delivered[e.Inject] = a
			case exercise.Answered:
				log.answered[answeredBy{e.Inject, e.Team}] = a.Wall
			}
		}
	}
	return log
}

// joined writes ids into one cell.
func joined[T ~string](ids []T) string {
	out := ""
	for i, id := range ids {
		if i > 0 {
			out += " "
		}
		out += string(id)
	}
	return out
}
