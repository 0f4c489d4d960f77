package action

import (
	"regexp"
	"strings"
)

// What everyone may read.
var reading = []Action{
	{
		Name: "text", Synopsis: "text [CLAUSE] [original|changes|clean|mine|from N [to M]]", Example: "text 3.1",
		Also: []string{"text", "text 3 original", "text 3 changes", "text 3 clean", "text mine", "text 3 from 2 to 5"},
		Help: "Shows the draft in brackets with all stances. original is the scenario's; changes marks what is out {-so-} and in {+so+} " +
			"since then, and by whom; clean reads a point by its alternative that is ready, and leaves it in brackets where none is; " +
			"mine reads it as your team prefers; from N to M marks what changed between two revisions.",
		Kind: Read, query: readText,
	},
	{
		Name: "read", Synopsis: "read ID", Example: "read A16",
		Also: []string{"read I4", "read I4/1", "read #148", "read 3.1a/2"},
		Help: "Shows one thing by its id: an amendment, an incident, a decision, a point, an entry.",
		Kind: Read, query: readRead,
	},
	plainQuery("new", "Tells what has happened lately and what waits for you."),
	plainQuery("situation", "Shows the situation that everyone knows."),
	plainQuery("brief", "Shows your team's brief."),
	plainQuery("agenda", "Shows the agenda and the item that is open."),
	plainQuery("who", "Lists the seats and who is here."),
	plainQuery("table", "Reads what is being decided, a position a line."),
	plainQuery("time", "Tells both clocks and what time is left."),
	{
		Name: "help", Synopsis: "help [VERB]", Example: "help", Also: []string{"help request put"},
		Help: "Lists what you can do, or explains one verb.",
		Key:  "?", Kind: Read,
		query: func(l *line) []string {
			verb := strings.ToLower(strings.TrimPrefix(l.rest, "/"))
			l.rest = ""
			return someArg(verb)
		},
	},
	plainQuery("view", "Tells where the exercise stands; with --json it prints all that your seat may know, as kefi.view/v1."),
	exporting,
}

func plainQuery(name, help string) Action {
	return Action{
		Name: name, Synopsis: name, Example: name, Help: help, Kind: Read,
		query: func(*line) []string { return nil },
	}
}

func someArg(arg string) []string {
	if arg == "" {
		return nil
	}
	return []string{arg}
}

// readText gives two arguments, each of which may be empty.
func readText(l *line) []string {
	args := []string{"", ""}
	if next := l.peek(); clauseID.MatchString(next) || paraID.MatchString(next) {
		args[0] = strings.ToLower(l.word("a clause"))
	}
	if l.done() {
		return args
	}
	args[1] = l.choice("a form of the text", "original", "changes", "clean", "mine", "from")
	if args[1] != "from" {
		return args
	}
	args[1] = "changes"
	args = append(args, l.revision())
	if l.accept("to") {
		args = append(args, l.revision())
	}
	return args
}

// revision reads the number of a revision of the draft; 0 is the scenario's.
func (l *line) revision() string {
	return l.id(revisionNo, "a revision", "5")
}

var revisionNo = regexp.MustCompile(`^\d{1,6}$`)

var readable = regexp.MustCompile(`^#?[\pL\pN./]{1,20}$`)

func readRead(l *line) []string {
	id := l.id(readable, "an id", "A16, I4, 3.1, #148")
	return []string{id}
}
