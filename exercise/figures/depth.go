package figures

import (
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
)

// Depth is how much a final text says that can be held to: counts over the
// paragraphs of all clauses that stand agreed at the end, by English word lists
// (english.go). Points still in brackets are not text. A count is no judgement:
// one "shall" may weigh more than five, and "shall not be liable" binds too.
type Depth struct {
	// Counted is false where the scenario's texts are in another language than
	// English; then only Clauses, Words, Reservations and Deferred are given.
	Counted  bool
	Language string
	Clauses  int // agreed
	Words    int
	Verbs    map[Strength]int
	Numbers  int
	// Deadlines are dates, spans and intervals that can be checked; Vague are
	// those that cannot, with other words that leave the matter open.
	Deadlines, Vague int
	// Actors counts how often somebody who acts is named, Named which of the
	// delegations and personas are, by their names.
	Actors int
	Named  []string
	// Reservations counts those of signatures, Dissociations the clauses from
	// which a team stands apart, Deferred the clauses in the annex.
	Reservations, Dissociations, Deferred int
	// By counts the words that each delegation put into that text. The adopted
	// text carries no names: this is for the organiser, and each line of it for
	// its delegation.
	By []Authored
}

// Authored is how many words of the final text a team put there.
type Authored struct {
	Team  exercise.TeamID
	Words int
}

// Strength of a verb, as drafters read it.
type Strength string

// The strengths, strongest first.
const (
	Binds      Strength = "shall"
	Announces  Strength = "will"
	Recommends Strength = "should"
	Permits    Strength = "may"
)

// Strengths lists them, strongest first.
func Strengths() []Strength { return []Strength{Binds, Announces, Recommends, Permits} }

// depth has nothing to see before the end.
type depth struct{}

func (depth) see(*moment) {}

func (depth) tell(f *Figures, end *ending) {
	d := Depth{Language: end.Plan().Language, Verbs: map[Strength]int{}}
	d.Counted = d.Language == "" || d.Language == "en" || strings.HasPrefix(d.Language, "en-")
	names := nameList(end)
	for _, c := range end.room.Clauses {
		if c.State == exercise.ClauseDeferred {
			d.Deferred++
		}
		if !c.State.Agreed() {
			continue
		}
		d.Clauses++
		for _, p := range c.Paras {
			d.count(p.Text(exercise.InBrackets), names)
		}
	}
	if end.room.Closing != nil {
		for _, s := range end.room.Closing.Signatures {
			d.Reservations += len(s.Reservations)
			d.Dissociations += len(s.Dissociated)
		}
	}
	for _, t := range end.Plan().Teams {
		d.By = append(d.By, Authored{t.ID, end.TextShare(t.ID).Mine})
	}
	f.Depth = d
}

func (d *Depth) count(text string, names []name) {
	d.Words += len(strings.Fields(text))
	if !d.Counted {
		return
	}
	d.Numbers += count(numbers, text)
	d.Vague += count(vague, text)
	d.Deadlines += count(deadlines, text)
	text = deadlines.ReplaceAllString(text, " ") // 12 May permits nothing
	for _, n := range names {
		times := count(n.is, text)
		d.Actors += times
		if times > 0 && !slices.Contains(d.Named, n.text) {
			d.Named = append(d.Named, n.text)
		}
		text = n.is.ReplaceAllString(text, " ") // Harbour CERT is one actor, not two
	}
	d.Actors += count(actors, text)
	for _, s := range strengths {
		d.Verbs[s.strength] += count(s.words, text)
	}
}

func count(re *regexp.Regexp, text string) int { return len(re.FindAllStringIndex(text, -1)) }

type name struct {
	text string
	is   *regexp.Regexp
}

// nameList holds the delegations and personas, by their names.
func nameList(end *ending) []name {
	var list []name
	add := func(text string) {
		if text != "" && !slices.ContainsFunc(list, func(n name) bool { return n.text == text }) {
			list = append(list, name{text, phrases(regexp.QuoteMeta(text))})
		}
	}
	for _, t := range end.Plan().Teams {
		add(t.Name)
	}
	for _, p := range end.Plan().Personas {
		add(p.Name)
	}
	return list
}
