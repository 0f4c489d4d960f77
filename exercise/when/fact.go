package when

import "slices"

// Kind is what a name in a condition stands for.
type Kind string

// The kinds of names.
const (
	None   Kind = ""
	Clause Kind = "clause"
	Place  Kind = "place in the draft" // a clause, a paragraph or a point
	Inject Kind = "inject"
	Team   Kind = "team"
	Dial   Kind = "dial"
	Phase  Kind = "phase"
	Item   Kind = "agenda item"
)

// Gives is what a fact is: true or false, a number, or a word.
type Gives int

// What facts give.
const (
	Truth Gives = iota
	Number
	Word
)

// Fact is something a condition can name.
type Fact struct {
	Name  string // as written
	Takes Kind   // what stands in its parentheses; None: it has none
	Gives Gives
	Of    Kind   // what its word names, where it gives one
	Help  string // one sentence
	// yes is the fact as said, no its contrary (both of a Truth; the name as
	// said of a number or a word), with %s for the name in its parentheses.
	yes, no string
}

var facts = []Fact{
	{Name: "agreed", Takes: Clause, Help: "The clause is agreed provisionally, or final.", yes: "clause %s is agreed", no: "clause %s is not agreed"},
	{Name: "deferred", Takes: Clause, Help: "The clause has been moved to the annex.", yes: "clause %s is deferred", no: "clause %s is not deferred"},
	{Name: "open", Takes: Place, Help: "Something is disputed there: in a clause, in a paragraph, or the point itself.", yes: "%s is open", no: "nothing is open in %s"},
	{Name: "delivered", Takes: Inject, Help: "The inject is out and has not been recalled.", yes: "%s is out", no: "%s is not out"},
	{Name: "answered", Takes: Inject, Help: "A team has answered the inject.", yes: "%s is answered", no: "%s is not answered"},
	{Name: "signed", Takes: Team, Help: "The team has signed the text.", yes: "%s has signed", no: "%s has not signed"},
	{Name: "adopted", Help: "The text is adopted.", yes: "the text is adopted", no: "the text is not adopted"},
	{Name: "minute", Gives: Number, Help: "Whole minutes of scenario time since STARTEX.", yes: "the scenario minute"},
	{Name: "dial", Takes: Dial, Gives: Number, Help: "The dial, 0 to 100.", yes: "the dial %s"},
	{Name: "gap", Gives: Number, Help: "The policy gap, 0 to 100.", yes: "the policy gap"},
	{Name: "points", Gives: Number, Help: "How many points are open in the whole draft.", yes: "the number of open points"},
	{Name: "lodged", Gives: Number, Help: "How many amendments have been lodged.", yes: "the number of amendments lodged"},
	{Name: "asked", Gives: Number, Help: "How many questions have been put to the world.", yes: "the number of questions to the world"},
	{Name: "phase", Gives: Word, Of: Phase, Help: `The phase: "briefing", "table", "closing" or "hot wash".`, yes: "the phase"},
	{Name: "item", Gives: Word, Of: Item, Help: "The agenda item in hand, by its name.", yes: "the agenda item"},
}

// All lists the facts in the order in which a guide names them.
func All() []Fact { return slices.Clone(facts) }

func factNamed(name string) (Fact, bool) {
	i := slices.IndexFunc(facts, func(f Fact) bool { return f.Name == name })
	if i < 0 {
		return Fact{}, false
	}
	return facts[i], true
}
