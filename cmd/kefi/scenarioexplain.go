package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"kefi/scenarios/format"
)

// explainFindings says what kinds of findings are; without codes it lists them.
func explainFindings(out io.Writer, codes []string) error {
	if len(codes) == 0 {
		return listExplanations(out)
	}
	for i, code := range codes {
		x, ok := format.Explain(code)
		if !ok {
			return fmt.Errorf("%w: no finding is called %s; `kefi scenario lint --explain` lists them", errUsage, code)
		}
		if i > 0 {
			fmt.Fprintln(out)
		}
		if _, err := fmt.Fprint(out, x); err != nil {
			return err
		}
	}
	return nil
}

func listExplanations(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, x := range format.Explanations() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", x.Code, x.Level, strings.TrimSpace(x.What))
	}
	return w.Flush()
}
