package transcript

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"

	"kefi/exercise"
	"kefi/exercise/figures"
)

// writeResearch writes observations for analysis, a row each, so that the
// files of many runs can be put one under the other.
//
// Research use is a second, separate choice. So a row that is about a team is
// written only where everybody who took a seat of that team has allowed it,
// and a row that is about a track only where that holds for all its teams.
// What is about the table as a whole, its text, its decisions and its times,
// is written always, and names nobody; teams_allowed tells how much of the
// table stands behind it. Answers to the survey are those of people who
// allowed it, in order of their value, without team or seat, and not at all
// where there are fewer than three. Real-world words and what was told to the
// chair alone are in no row.
func writeResearch(w io.Writer, s *Source) error {
	x := newResearch(w, s)
	x.table("teams", "", len(s.View.Room.Teams), "")
	x.table("teams_allowed", "", len(x.allowed), "")
	x.whole()
	x.clauses()
	x.decisions()
	x.points()
	x.incidents()
	x.voices()
	x.statements()
	x.survey()
	return x.rows.close()
}

// research writes one file. Its first columns are those of the run.
type research struct {
	rows    *table
	s       *Source
	figures figures.Figures
	run     []string
	people  map[exercise.SeatID]bool // who took a seat, and whether they allowed it
	allowed map[exercise.TeamID]bool // all of whose people did
}

func newResearch(w io.Writer, s *Source) *research {
	plan, begin := s.State.Plan(), s.Acts[0].Command.(exercise.Begin)
	order := ""
	if plan.Study.Order > 0 {
		order = strconv.Itoa(plan.Study.Order)
	}
	people := s.people()
	return &research{
		rows: newTable(w, s, "study", "run", "arm", "order", "kefi", "scenario", "scenario_version", "figures_version", "medium", "procedure", "seed",
			"team", "track", "scripted", "subject", "variable", "value", "unit", "scenario_s", "table_s", "wall_utc"),
		s: s, figures: figures.Of(s.Acts), people: people, allowed: allowing(plan.Teams, people),
		run: []string{
			plan.Study.Name, s.Name, cmp.Or(plan.Arm, "as written"), order, begin.Version, plan.Name, versionOf(s.Acts[0]), figures.Version,
			s.View.Room.Exercise.Medium, s.View.Room.Exercise.Procedure, strconv.FormatUint(s.State.Seed(), 10),
		},
	}
}

// versionOf tells two versions of a scenario apart, by all that act 0 holds of it.
func versionOf(a exercise.Act) string {
	hash := sha256.New()
	_ = json.NewEncoder(hash).Encode(a.Command) // a hash takes all, and a scenario is plain data
	for _, w := range a.Words {
		if w != nil {
			fmt.Fprintf(hash, "%d:%s", len(*w), *w)
		}
	}
	return fmt.Sprintf("%x", hash.Sum(nil)[:6])
}

// people lists the seats that somebody took, and whether they allowed research:
// their last word counts.
func (s *Source) people() map[exercise.SeatID]bool {
	people := map[exercise.SeatID]bool{}
	for _, a := range s.Acts {
		if _, known := people[a.Seat]; !known {
			people[a.Seat] = false
		}
		for _, e := range a.Events {
			if x, ok := e.(exercise.AgreedTerms); ok && x.Research != "" {
				people[x.Seat] = x.Research == "yes"
			}
		}
	}
	return people
}

// allowing lists the teams all of whose people allowed it; a team that nobody
// played is none of them.
func allowing(teams []exercise.Team, people map[exercise.SeatID]bool) map[exercise.TeamID]bool {
	allowed := map[exercise.TeamID]bool{}
	for _, t := range teams {
		played, all := false, true
		for _, id := range t.Seats {
			yes, taken := people[id]
			played, all = played || taken, all && (yes || !taken)
		}
		if played && all {
			allowed[t.ID] = true
		}
	}
	return allowed
}

// observation is a row but for what all rows of the run share.
type observation struct {
	team                           exercise.TeamID
	track                          string
	subject, variable, value, unit string
	scenario, table, wall          int64 // ms
	hasScenario, hasTable          bool
}

func (x *research) put(o observation) {
	scenario, at := "", ""
	if o.hasScenario {
		scenario = seconds(o.scenario)
	}
	if o.hasTable {
		at = seconds(o.table)
	}
	team, scripted := string(o.team), ""
	for _, t := range x.s.View.Room.Teams {
		if t.ID == o.team {
			o.track, scripted = t.Track.Word(), cmp.Or(string(t.Scripted), "no")
		}
	}
	x.rows.row(append(slices.Clone(x.run), team, o.track, scripted, o.subject, o.variable, o.value, o.unit, scenario, at, x.rows.utc(o.wall))...)
}

// of writes a row about a team, if its people allowed it.
func (x *research) of(team exercise.TeamID, o observation) {
	if x.allowed[team] {
		o.team = team
		x.put(o)
	}
}

// table writes a row about the table as a whole.
func (x *research) table(variable, subject string, value any, unit string) {
	x.put(observation{subject: subject, variable: variable, value: fmt.Sprint(value), unit: unit})
}

func (x *research) whole() {
	f := x.figures
	if f.Began > 0 {
		x.table("duration", "", seconds(f.Ended-f.Began), "s")
		x.table("table_time", "", seconds(f.Table), "s")
	}
	x.table("idle_times", "", f.Idle.Times, "")
	x.table("idle_time", "", seconds(f.Idle.Total), "s")
	x.table("agreed_clauses", "", f.Depth.Clauses, "")
	x.table("agreed_words", "", f.Depth.Words, "")
	x.table("deferred_clauses", "", f.Depth.Deferred, "")
	x.table("reservations", "", f.Depth.Reservations, "")
	x.table("dissociations", "", f.Depth.Dissociations, "")
	if f.Depth.Counted {
		for _, v := range figures.Strengths() {
			x.table("verbs_"+string(v), "", f.Depth.Verbs[v], "")
		}
		x.table("numbers", "", f.Depth.Numbers, "")
		x.table("deadlines", "", f.Depth.Deadlines, "")
		x.table("vague_terms", "", f.Depth.Vague, "")
		x.table("actors", "", f.Depth.Actors, "")
	}
	for _, o := range f.Open {
		x.put(observation{variable: "open_points", value: strconv.Itoa(o.Total), table: o.Table, hasTable: true, wall: o.Wall})
	}
	for _, r := range f.Check {
		x.put(observation{track: r.Track.Word(), variable: "decides", value: yes(r.Decides)})
		x.put(observation{track: r.Track.Word(), variable: "tables", value: yes(r.Tables)})
		x.put(observation{track: r.Track.Word(), variable: "speaks", value: yes(r.Speaks)})
		x.put(observation{track: r.Track.Word(), variable: "blocks", value: yes(r.Blocks)})
	}
}

func (x *research) clauses() {
	for _, c := range x.figures.Clauses {
		subject := string(c.Clause)
		x.table("clause_state", subject, c.State, "")
		x.table("clause_reopened", subject, c.Reopened, "")
		if c.Agreed > 0 && len(c.Spans) > 0 {
			x.put(observation{subject: subject, variable: "clause_agreed_after", value: seconds(c.AgreedAfter), unit: "s", wall: c.Agreed})
		}
	}
}

func (x *research) decisions() {
	for _, d := range x.figures.Decisions {
		x.put(observation{subject: string(d.ID) + " " + string(d.X), variable: "decision_" + d.Form, value: string(d.Outcome), wall: d.Closed})
		x.put(observation{subject: string(d.ID), variable: "decision_time", value: seconds(d.Took), unit: "s", wall: d.Closed})
	}
}

func (x *research) points() {
	for _, p := range x.figures.Points {
		if p.Decided == 0 {
			continue
		}
		subject := exercise.AltID{Point: p.Point, N: p.Decided}.String()
		x.put(observation{subject: subject, variable: "point_closed", value: strconv.Itoa(p.Decided), wall: p.Closed})
		if p.ToGavel >= 0 {
			x.table("ready_to_gavel", subject, seconds(p.ToGavel), "s")
		}
	}
	for _, p := range x.figures.Shaped {
		for _, team := range p.Teams {
			x.of(team, observation{subject: exercise.AltID{Point: p.Point, N: p.Alt}.String(), variable: "shaped", value: "1", wall: p.Wall})
		}
	}
	for _, m := range x.figures.Moves {
		x.of(m.Team, observation{subject: m.Alt.String(), variable: "moved_from_cannot", value: string(m.To), wall: m.Wall})
	}
	for _, a := range x.figures.Amendments {
		for _, team := range a.Sponsors {
			x.of(team, observation{subject: string(a.ID) + " " + string(a.Clause), variable: "lodged", value: a.State, wall: a.Wall})
		}
	}
}

func (x *research) incidents() {
	for _, i := range x.figures.Incidents {
		if !i.All {
			continue // what went to some is not the table's
		}
		x.put(observation{subject: string(i.Inject), variable: "incident", value: "1", scenario: i.Story, hasScenario: true, wall: i.Wall})
		for _, a := range i.Answers {
			x.of(a.Team, observation{subject: string(i.Inject), variable: "answered_after", value: seconds(a.After), unit: "s", scenario: i.Story + a.After, hasScenario: true})
		}
	}
}

func (x *research) voices() {
	for _, v := range x.figures.Voices {
		for _, o := range []observation{
			{variable: "interventions", value: strconv.Itoa(v.Interventions)},
			{variable: "words_spoken", value: strconv.Itoa(v.Words)},
			{variable: "floor_time", value: seconds(v.Floor), unit: "s"},
			{variable: "hands", value: strconv.Itoa(v.Hands)},
		} {
			x.of(v.Team, o)
		}
	}
	for _, t := range exercise.Tracks() {
		if x.tracked(t) {
			v := x.figures.VoiceOf(t)
			x.put(observation{track: t.Word(), variable: "track_floor_time", value: seconds(v.Floor), unit: "s"})
			x.put(observation{track: t.Word(), variable: "track_words_spoken", value: strconv.Itoa(v.Words)})
		}
	}
}

// tracked says that all teams of a track allowed it, and that there are any.
func (x *research) tracked(t exercise.Track) bool {
	n := 0
	for _, team := range x.s.View.Room.Teams {
		if team.Track == t {
			n++
			if !x.allowed[team.ID] {
				return false
			}
		}
	}
	return n > 0
}

// statements are every stance and position as it was stated, in order.
func (x *research) statements() {
	for a, e := range x.s.told() {
		o := observation{scenario: a.Scenario, hasScenario: true, table: a.Table, hasTable: true, wall: a.Wall}
		switch e := e.(type) {
		case exercise.StanceTaken:
			o.subject, o.variable, o.value = e.Alt.String(), "stance", string(e.Stance)
			x.of(e.Team, o)
		case exercise.StanceCleared:
			o.subject, o.variable, o.value = string(e.Point), "stance", "cleared"
			x.of(e.Team, o)
		case exercise.Positioned:
			o.subject, o.variable, o.value = string(e.ID), "position", string(e.Position)
			x.of(e.Team, o)
		}
	}
}

// leastAnswers is how many answers a question needs, so that nobody's is told.
const leastAnswers = 3

// survey writes each question's answers in order of their value.
func (x *research) survey() {
	type place struct {
		n     int
		after bool
	}
	last := map[exercise.SeatID]map[place]int{}
	for _, a := range x.s.Acts {
		for _, e := range a.Events {
			if answer, ok := e.(exercise.Surveyed); ok && x.people[answer.Seat] {
				if last[answer.Seat] == nil {
					last[answer.Seat] = map[place]int{}
				}
				last[answer.Seat][place{answer.N, answer.After}] = answer.Answer
			}
		}
	}
	for i, q := range x.s.State.Plan().Survey {
		for _, at := range []place{{i + 1, false}, {i + 1, true}} {
			var answers []int
			for _, seat := range last {
				if n, ok := seat[at]; ok {
					answers = append(answers, n)
				}
			}
			if len(answers) < leastAnswers {
				continue
			}
			slices.Sort(answers)
			when := map[bool]string{false: "survey_before", true: "survey_after"}[at.after]
			for _, n := range answers {
				x.table(when, q.ID, n, "1 to 5")
			}
		}
	}
}
