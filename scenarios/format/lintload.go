package format

import (
	"slices"
	"strings"
	"time"

	"kefi/exercise"
)

// MinutesAPoint is what settling a point takes at the table, suspensions counted.
const MinutesAPoint = 6

// What people can do in the time there is, as far as is known from practice.
const (
	wordsAMinute   = 200
	answering      = 2 * time.Minute // one answer to an incident, written
	mostLoad       = 25              // per cent of the table's time for incidents
	shortestGavel  = 20 * time.Second
	offersExpected = 2
	stressExpected = 10
)

func ms(d time.Duration) int64 { return d.Milliseconds() }

// TableMinutes is the length of the table phase.
func TableMinutes(s exercise.Scenario) (sum int) {
	for _, item := range s.Agenda {
		sum += item.Minutes
	}
	return sum
}

// lintTimes compares the agenda with its slot and with the points it must settle.
func (r *reader) lintTimes() {
	t, table := r.scenario.Times, TableMinutes(r.scenario)
	root := r.places["the scenario"]
	at := root.get("agenda")
	whole := PlayEnds(r.scenario) + t.HotWash
	if t.Slot > 0 && whole > t.Slot {
		r.warn(codeSlot, root.get("times").get("slot"), "Shorten the agenda, or book more time.",
			"briefing, table, closing and hot wash take %d minutes, and %d are booked", whole/ms(time.Minute), t.Slot/ms(time.Minute))
	}
	if n := len(r.names.points); table < MinutesAPoint*n {
		r.warn(codeTableTime, at, "Settle fewer points, or give the table more time; suspensions count.",
			"%s take %d minutes at the table, and the agenda has %d", plural(n, "point"), MinutesAPoint*n, table)
	}
	if t.Gavel < ms(shortestGavel) {
		r.warn(codeGavel, root.get("times").get("gavel"), "Twenty seconds or more.", "a gavel of %d seconds leaves no time to object", t.Gavel/1000)
	}
}

// lintLoad finds the team that incidents would keep from the table longest.
func (r *reader) lintLoad() {
	most, load := exercise.Team{}, int64(0)
	for _, t := range r.scenario.Teams {
		sum := int64(0)
		for _, in := range r.scenario.Injects {
			if r.goesByItself(in) && r.reaches(in, t) {
				sum += burden(in)
			}
		}
		if sum > load {
			most, load = t, sum
		}
	}
	table := ms(time.Duration(TableMinutes(r.scenario)) * time.Minute)
	if table > 0 && load*100 > table*mostLoad {
		r.warn(codeLoad, r.places["the scenario"].get("agenda"), "Shorten injects, ask for fewer answers, or send them to fewer.",
			"reading and answering takes %s %d of the table's %d minutes, %d %%; at most %d %% leaves time to negotiate",
			most.Name, (load+30_000)/60_000, table/60_000, load*100/table, mostLoad)
	}
}

// burden is how long an inject keeps a team that it reaches, in ms.
func burden(in exercise.Inject) int64 {
	words := len(strings.Fields(in.Title.Value)) + len(strings.Fields(in.Body.Value)) + len(strings.Fields(in.Asks.Value))
	cost := int64(words) * ms(time.Minute) / wordsAMinute
	if in.Asks.Value != "" {
		cost += ms(answering)
	}
	return cost
}

// goesByItself: it is sent without anybody's hand.
func (r *reader) goesByItself(in exercise.Inject) bool {
	return !in.Reserve && (in.At >= 0 || in.Item != "" || in.When != "")
}

// reaches: the team reads the inject.
func (r *reader) reaches(in exercise.Inject, t exercise.Team) bool {
	return slices.Contains(in.To, "all") || meant(in, t)
}

// meant: the inject is addressed to the team and not only to everybody.
func meant(in exercise.Inject, t exercise.Team) bool {
	return slices.ContainsFunc(in.To, func(to string) bool {
		return to == string(t.ID) || to == string(t.Track) || slices.Contains(t.Seats, exercise.SeatID(to))
	})
}

// lintAddressees finds teams that nothing is meant for.
func (r *reader) lintAddressees() {
	for _, t := range r.scenario.Teams {
		if len(r.scenario.Injects) > 0 && !slices.ContainsFunc(r.scenario.Injects, func(in exercise.Inject) bool { return meant(in, t) }) {
			r.warn(codeAddressee, r.places["team "+string(t.ID)], "Address an inject to it, or to its track.", "%s is the main addressee of no inject", t.Name)
		}
	}
}
