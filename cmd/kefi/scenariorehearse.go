package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/exercise/rehearse"
	"kefi/scenarios/format"
)

func scenarioRehearseCommand() *cobra.Command {
	var seed uint64
	var plays int
	var procedure string
	cmd := &cobra.Command{
		Use:               "rehearse NAME",
		ValidArgsFunction: someScenarios,
		Short:             "Play a scenario by machine and say what never happened",
		Long: "Rehearse plays the whole timeline in a moment, with machines on every seat, and lists which incidents went out and when, which " +
			"clauses nobody touched, what was refused, and how it ended. The machines know nothing of what they negotiate: a rehearsal says " +
			"whether a scenario works, not whether it is good.",
		Example:      "kefi scenario rehearse copycat --seed 7\nkefi scenario rehearse harbour --plays 20",
		Args:         takes(cobra.ExactArgs(1), "one NAME"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if plays < 1 || plays > 1000 {
				return fmt.Errorf("%w: --plays is from 1 to 1000", errUsage)
			}
			sc, err := loadScenario(args[0])
			if err != nil {
				return err
			}
			if procedure != "" {
				sc.Procedure, sc.Rules = procedure, nil
			}
			seeds := make([]uint64, plays)
			for i := range seeds {
				seeds[i] = seed + uint64(i)
			}
			defer debug.SetGCPercent(debug.SetGCPercent(800)) // plays are short, and leave much behind
			draw := func(seed uint64) exercise.Scenario { return format.Draw(sc, seed) }
			report, err := rehearse.Rehearse(draw, seeds, readLine)
			if err != nil {
				return err
			}
			return writeRehearsal(cmd.OutOrStdout(), sc, report)
		},
	}
	f := cmd.Flags()
	f.Uint64Var(&seed, "seed", 1, "seed of the first play")
	f.IntVar(&plays, "plays", 1, "how many plays, by seeds that follow")
	f.StringVar(&procedure, "procedure", "", "play it by another procedure")
	return cmd
}

func writeRehearsal(out io.Writer, sc exercise.Scenario, r rehearse.Report) error {
	p := &pageWriter{out: out}
	acts := 0
	for _, run := range r.Runs {
		acts += run.Acts
	}
	p.line("%s, %s by machine from seed %d, %d acts each.", sc.Title, counted(len(r.Runs), "play"), r.Runs[0].Seed, acts/len(r.Runs))
	p.list("Outcomes", len(r.Outcomes), func(i int) string { return fmt.Sprintf("%d × %s", r.Outcomes[i].N, r.Outcomes[i].What) })
	if p.err != nil {
		return p.err
	}
	if err := writeInjects(out, r); err != nil {
		return err
	}
	p.list("Refused", len(r.Refused), func(i int) string {
		return fmt.Sprintf("%d × %s: %s", r.Refused[i].N, r.Refused[i].Command, r.Refused[i].Sentence)
	})
	p.list("Clauses", len(r.Clauses), func(i int) string {
		c := r.Clauses[i]
		return fmt.Sprintf("%-3s touched in %d, agreed in %d of %d", c.Clause, c.Touched, c.Agreed, len(r.Runs))
	})
	p.list("Where the author's model ended", len(r.Figures), func(i int) string {
		f := r.Figures[i]
		if f.Least == f.Most {
			return fmt.Sprintf("%3d          %s", f.Least, f.Name)
		}
		return fmt.Sprintf("%3d to %-3d   %s", f.Least, f.Most, f.Name)
	})
	p.line("")
	if untouched := r.Untouched(); len(untouched) > 0 {
		p.line("Nobody tabled or decided anything on: %s.", joined(untouched))
	}
	dead := r.Dead()
	for _, in := range dead {
		p.line("Dead: %s %q never went out. It comes %s.", in.ID, in.Title.Value, trigger(in))
	}
	if len(dead) == 0 {
		p.line("No dead inject.")
	}
	return p.err
}

func writeInjects(out io.Writer, r rehearse.Report) error {
	if len(r.Injects) == 0 {
		return nil
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nInjects")
	for _, x := range r.Injects {
		when := "never"
		switch {
		case x.Out > 0 && x.First/60_000 == x.Last/60_000:
			when = format.AtText(x.First / 60_000 * 60_000)
		case x.Out > 0:
			when = format.AtText(x.First/60_000*60_000) + " to " + format.AtText(x.Last/60_000*60_000)
		}
		fmt.Fprintf(w, "  %s\t%d of %d\t%s\t%s\n", x.Inject.ID, x.Out, len(r.Runs), when, x.Inject.Title.Value)
	}
	return w.Flush()
}
