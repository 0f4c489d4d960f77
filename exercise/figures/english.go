package figures

import "regexp"

// The English word lists by which a text's depth is counted, each with its
// reason. They follow the drafting practice of treaties and UN resolutions. A
// list that changes is another Version.

// Strength of a duty, strongest first. "Must" and "undertakes to" bind like
// "shall"; "will" announces; "should", "is encouraged to" and "is invited to"
// recommend; "may" and "can" permit.
var strengths = []struct {
	strength Strength
	words    *regexp.Regexp
}{
	{Binds, phrases(`shall`, `must`, `undertakes? to`, `(?:is|are) required to`)},
	{Announces, phrases(`will`, `commits? to`, `intends? to`)},
	{Recommends, phrases(`should`, `ought to`, `(?:is|are) (?:encouraged|invited|urged|recommended) to`)},
	{Permits, phrases(`may`, `can`, `(?:is|are) (?:free|permitted|allowed) to`)},
}

// Numbers: figures, also with a share or a separator, and the number words that
// texts of treaties write out. "One" is left out, which is mostly an article,
// and so are "third" and "quarter": third parties are no number.
var numbers = regexp.MustCompile(`(?i)\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|half)\b`)

// Deadlines: a number of units of time, a day that is named, or a word that
// sets one. "Promptly" and "without delay" set none that can be checked.
var deadlines = regexp.MustCompile(`(?i)` + number + `[\s-]+(?:working |business |calendar )?(?:second|minute|hour|day|week|month|quarter|year)s?\b` +
	`|\b\d{1,2} (?:` + months + `)\b(?: \d{4})?|\b(?:` + months + `) \d{4}\b|\b(?:annual(?:ly)?|monthly|weekly|daily|quarterly|(?:once|twice|every) (?:a |an )?(?:hour|day|week|month|quarter|year))\b`)

// Vague limits of time, which cannot be checked: they are counted to be read
// beside the deadlines.
var vague = phrases(`promptly`, `timely`, `in a timely manner`, `without (?:undue )?delay`, `as soon as (?:possible|practicable)`, `in due course`, `where (?:appropriate|feasible|possible)`, `as appropriate`, `reasonable`, `best endeavours`, `best efforts`)

// Actors by their kind, where a duty falls on somebody: parties and the
// institutions that exercises give duties to. Delegations and personas of the
// scenario are counted by their names.
var actors = phrases(
	`(?:each|every|the|a) part(?:y|ies)`, `parties`, `participants?`, `signator(?:y|ies)`, `governments?`, `states?`, `operators?`, `compan(?:y|ies)`, `providers?`, `vendors?`, `manufacturers?`,
	`foundations?`, `philanthrop(?:y|ies)`, `civil society`, `regulators?`, `authorit(?:y|ies)`, `certs?`, `csirts?`, `the (?:secretariat|board|council|commission|committee|panel|fund|registry|depositary|chair)`,
)

const (
	number = `(?:\b\d+(?:[.,]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety))`
	months = `January|February|March|April|May|June|July|August|September|October|November|December`
)

func phrases(list ...string) *regexp.Regexp {
	all := ""
	for i, p := range list {
		if i > 0 {
			all += "|"
		}
		all += p
	}
	return regexp.MustCompile(`(?i)\b(?:` + all + `)\b`)
}
