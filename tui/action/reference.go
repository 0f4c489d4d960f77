package action

import (
	"fmt"
	"strings"
)

// Grammar says how a line is written, a paragraph each, for every manual.
func Grammar() []string {
	return []string{
		"A verb is typed alone, with / before it where a line would otherwise be spoken, or after ssh SEAT@HOST. Case does not matter in verbs and ids.",
		"A text is one word, or stands in \"…\" or “…”, or runs to the end of the line. A line holds at most 16 KiB.",
		"Times are written 90s, 3m, 1h30m. X is what can be decided: A16, 3.1a/2, 3, 3.2 after divide, P2, M1, text. #N is an entry of the minutes.",
		"What stands in [brackets] may be left out; a | b is one or the other; … goes on.",
		"The exit status of a verb over ssh is 0 done, 1 refused or failed, 2 not understood. --json at the end of a line gives the answer as JSON.",
	}
}

// Reference is the page of all verbs, in Markdown.
func Reference() string {
	var b strings.Builder
	for _, text := range Grammar() {
		fmt.Fprintf(&b, "%s\n\n", text)
	}
	for _, g := range Groups() {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", g.Title, g.Says)
		for _, a := range g.Actions {
			b.WriteString(a.entry())
		}
		b.WriteByte('\n')
	}
	b.WriteString(exportsEntry())
	return b.String()
}

// entry is an action as an entry of a list.
func (a Action) entry() string {
	var b strings.Builder
	fmt.Fprintf(&b, "* **`%s`**", a.Synopsis)
	if len(a.Aliases) > 0 {
		fmt.Fprintf(&b, " (also `%s`)", strings.Join(a.Aliases, "`, `"))
	}
	if a.Key != "" {
		fmt.Fprintf(&b, " (%s)", a.Key)
	}
	fmt.Fprintf(&b, "  \n  %s", a.Help)
	if when := a.When(); when != "" {
		fmt.Fprintf(&b, " %s", when)
	}
	if a.Binds {
		b.WriteString(" A screen asks once more.")
	}
	fmt.Fprintf(&b, "  \n  For example `%s`\n", strings.Join(a.Examples(), "`, `"))
	return b.String()
}
