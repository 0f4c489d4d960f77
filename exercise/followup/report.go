package followup

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// The source paper's own count. It is printed beside a follow-up and nowhere
// else: it is of other texts, by other people, after another time.
const (
	paperRecommended       = 27
	paperImplemented       = 14
	paperInstitutionalized = 7
)

// Report writes the table of clauses, then the count beside the source paper's.
func Report(w io.Writer, t Text) error {
	out := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	fmt.Fprintf(out, "%s\n\nFollow-up of the text agreed on %s\n\n", t.Exercise, day(t.Agreed))
	fmt.Fprint(out, "Clause\tState\tSince\tAfter\tEvidence\n")
	for _, c := range t.Clauses {
		t.clause(out, c)
	}
	fmt.Fprintf(out, "\n\tThis text\tThe source paper\n")
	fmt.Fprintf(out, "Recommended\t%d\t%d\n", len(t.Clauses), paperRecommended)
	fmt.Fprintf(out, "Implemented\t%s\t%s\n", share(t.Count(Implemented), len(t.Clauses)), share(paperImplemented, paperRecommended))
	fmt.Fprintf(out, "Institutionalized\t%s\t%s\n", share(t.Count(Institutionalized), len(t.Clauses)), share(paperInstitutionalized, paperRecommended))
	fmt.Fprint(out, "\nThe paper counted recommendations of real reports; this counts clauses of one exercise. One is no measure of the other.\n")
	fmt.Fprintf(out, "\n%s\n", t.Exercise)
	return out.Flush()
}

// clause writes its steps, a row each; one that has none is recommended.
func (t Text) clause(out io.Writer, c Clause) {
	name := strings.TrimSpace(c.ID + " " + oneLine(c.Title))
	if len(c.Steps) == 0 {
		fmt.Fprintf(out, "%s\t%s\t%s\t\t\n", name, Recommended, day(t.Agreed))
	}
	for i, s := range c.Steps {
		if i > 0 {
			name = ""
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", name, s.State, day(s.Date), months(t.Months(s.Date)), oneLine(s.Evidence))
	}
}

func months(n int) string {
	if n == 1 {
		return "1 month"
	}
	return fmt.Sprintf("%d months", n)
}

// share writes a count and what part it is, in whole percent.
func share(n, of int) string {
	if of == 0 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d (%d %%)", n, (200*n+of)/(2*of))
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
}
