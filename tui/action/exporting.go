package action

import (
	"fmt"
	"strings"

	"kefi/exercise/transcript"
)

var exporting = Action{
	Name: "export", Synopsis: "export FORMAT", Example: "export md", Also: alsoExported(),
	Help: "Hands over a copy of what your seat may know, in a format or by the name of its file; what it gives can be sent to a file: export docx > minutes.docx.",
	Kind: Serve, query: readExport,
}

// alsoExported are the other formats, each once by its name.
func alsoExported() []string {
	var lines []string
	for _, e := range transcript.Exports() {
		if e.Name != "md" {
			lines = append(lines, "export "+e.Name)
		}
	}
	return lines
}

// Signature, after an export's name in a query, asks for the signature of the
// file instead of the file.
const Signature = "sig"

// readExport takes a format by its name or its file's, and gives its name; with
// .sig behind it, the signature is meant.
func readExport(l *line) []string {
	word := l.word("a format")
	if e, ok := transcript.Find(word); ok {
		return []string{e.Name}
	}
	if of, ok := strings.CutSuffix(strings.ToLower(word), "."+Signature); ok {
		if e, ok := transcript.Find(of); ok {
			return []string{e.Name, Signature}
		}
	}
	names := exportNames()
	if near := likest(strings.ToLower(word), names); near != "" {
		l.fail("%q is not a format. Did you mean %s? There are %s.", shorten(word), near, strings.Join(names, ", "))
	}
	l.fail("%q is not a format; there are %s.", shorten(word), strings.Join(names, ", "))
	return nil
}

func exportNames() []string {
	var names []string
	for _, e := range transcript.Exports() {
		names = append(names, e.Name)
	}
	return names
}

// exportsEntry lists all formats for the reference.
func exportsEntry() string {
	var b strings.Builder
	b.WriteString("## What can be taken\n\nEach by `export` and its name or its file's, and by scp and sftp as a file. Where it is not said to be for the recorder, a seat takes its own copy: what it may know, and no more.\n\n")
	for _, e := range transcript.Exports() {
		fmt.Fprintf(&b, "* **`%s`** (`%s`)  \n  %s\n", e.Name, e.File, e.Says())
	}
	return b.String() + "\n"
}
