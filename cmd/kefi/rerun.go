package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/recount"
)

func rerunCommand() *cobra.Command {
	var data string
	var procedures []string
	cmd := &cobra.Command{
		Use:   "rerun NAME",
		Short: "Decide the recorded commands of an exercise again under other procedures",
		Long: "Rerun submits every recorded command again, at its time, under each procedure named, and sets the outcomes side by side. " +
			"It only reads the record. It shows who was pivotal; under another procedure people would have said other things.",
		Example:      "kefi rerun demo --procedure lateral,track-1,consultative",
		Args:         takes(cobra.MaximumNArgs(1), "the name of one exercise"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := openArchive(cmd.Context(), data, strings.Join(args, ""))
			if err != nil {
				return err
			}
			defer a.close()
			results, err := rerun(a.acts, procedures)
			if err != nil {
				return err
			}
			return sideBySide(cmd.OutOrStdout(), results)
		},
	}
	f := cmd.Flags()
	f.StringVar(&data, "data", "kefi-data", "data folder")
	f.StringSliceVar(&procedures, "procedure", exercise.ProcedureNames(), "procedures to compare, with commas between them")
	completes(cmd, "data", folder)
	completes(cmd, "procedure", oneOf(exercise.ProcedureNames()...))
	cmd.ValidArgsFunction = exercisesOf(&data)
	return cmd
}

func rerun(acts []exercise.Act, procedures []string) ([]recount.Result, error) {
	var results []recount.Result
	for _, name := range procedures {
		x, err := recount.Play(acts, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		results = append(results, x)
	}
	return results, nil
}

// sideBySide writes the outcomes side by side, then what each procedure refused.
func sideBySide(out io.Writer, results []recount.Result) error {
	w := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	fmt.Fprintf(w, "%s\n\n", recount.Heading)
	column := func(name string, cell func(recount.Result) string) {
		fmt.Fprint(w, name)
		for _, x := range results {
			fmt.Fprint(w, "\t"+cell(x))
		}
		fmt.Fprintln(w)
	}
	column("", func(x recount.Result) string { return x.Procedure })
	column("Outcome", func(x recount.Result) string { return x.Outcome })
	for i, c := range results[0].Clauses {
		column("Clause "+string(c.ID), func(x recount.Result) string { return cmp.Or(string(x.Clauses[i].State), "not there") })
	}
	for i, d := range results[0].Decisions {
		column(string(d.ID)+" "+d.Title, func(x recount.Result) string { return became(x.Decisions[i]) })
	}
	for _, t := range exercise.Tracks() {
		column("Stopped by "+string(t), func(x recount.Result) string { return fmt.Sprint(stopped(x, t)) })
	}
	column("Commands refused", func(x recount.Result) string { return fmt.Sprint(len(x.Refused)) })
	if err := w.Flush(); err != nil {
		return err
	}
	for _, x := range results {
		if err := listRefused(out, x); err != nil {
			return err
		}
	}
	return nil
}

// became is what a decision came to, with the track that stood in its way.
func became(d recount.Decision) string {
	switch {
	case !d.Asked:
		return "not asked"
	case d.Outcome == "":
		return "not closed"
	case d.Binding != "" && d.Outcome != exercise.Carried:
		return string(d.Outcome) + " (" + string(d.Binding) + ")"
	}
	return string(d.Outcome)
}

// stopped counts the decisions in whose way a track stood.
func stopped(x recount.Result, t exercise.Track) (n int) {
	for _, d := range x.Decisions {
		if d.Asked && d.Outcome != exercise.Carried && d.Binding == t {
			n++
		}
	}
	return n
}

// listRefused says what could not be done under a procedure, and why.
func listRefused(out io.Writer, x recount.Result) error {
	if len(x.Refused) == 0 {
		return nil
	}
	fmt.Fprintf(out, "\nRefused under %s\n", x.Procedure)
	w := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	for _, r := range x.Refused {
		fmt.Fprintf(w, "#%d\t%s\t%s\t%s\n", r.No, r.Seat, r.Command, r.Sentence)
	}
	return w.Flush()
}
