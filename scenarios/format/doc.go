// Package format reads a scenario from a folder of YAML and Markdown, written
// by people who need no Go, into an exercise.Scenario.
//
//	copycat/
//	  scenario.yaml         teams, seats, clauses, agenda, times, draws
//	  situation.md          the page everyone reads
//	  briefs/arcadia.md     one page a team, with its lists in front matter
//	  injects/I1.md         one page an entry of the MSEL
//
// It promises four things. A scenario that is returned without an error-level
// finding can be played: every name in it resolves, every bracket parses,
// every text is there and is clean. What is wrong is said as findings with
// file, line and column, all findings of a file that parses at once, and never
// as a panic. Reading takes time and memory bounded by the limits below,
// whatever the folder holds: YAML is never expanded (no anchors, no aliases,
// no tags) and no path is taken from a scenario's own words. And what is drawn
// for an exercise depends on its seed only, on every machine and in every
// later version.
package format

const (
	// maxFile is the size in bytes above which a file is not read.
	maxFile = 1 << 20
	// maxTokens bounds the YAML of one file: a parser's time grows faster
	// than the text. The flagship scenario has about a thousand.
	maxTokens = 20_000
	// maxDepth bounds how deep lists and maps are nested in brackets.
	maxDepth = 16
	// maxItems bounds a list, the points of a draft and the files of an MSEL.
	maxItems = 500
	// maxFindings are listed; nobody reads more.
	maxFindings = 200
)
