package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"kefi/exercise"
	"kefi/scenarios"
	"kefi/scenarios/format"
)

func scenarioListCommand() *cobra.Command {
	return &cobra.Command{
		Use:          "list",
		Short:        "List the scenarios that come with kefi",
		Args:         takes(cobra.NoArgs, "nothing"),
		SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			names, err := builtInNames()
			if err != nil {
				return err
			}
			var all []exercise.Scenario
			for _, name := range names {
				s, findings := format.Load(scenarios.FS, name)
				if err := findings.Err(); err != nil {
					return err
				}
				all = append(all, s)
			}
			return listScenarios(cmd.OutOrStdout(), all)
		},
	}
}

// listScenarios writes one line a scenario; twins, later sessions and
// translations stand below the one that they belong to.
func listScenarios(out io.Writer, all []exercise.Scenario) error {
	w := tabwriter.NewWriter(out, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "NAME\tMINUTES\tTEAMS\tCLAUSES\tPOINTS\tTITLE")
	line := func(name string, s exercise.Scenario, title string) {
		minutes, _ := minutesOf(s)
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%s\n", name, minutes, len(s.Teams), len(s.Clauses), pointsIn(s), title)
	}
	for _, s := range all {
		if of, _ := kinship(s); of != "" && holds(all, of) {
			continue
		}
		line(s.Name, s, s.Title)
		for _, x := range all {
			if of, as := kinship(x); of == s.Name {
				line("  "+x.Name, x, x.Title+" ("+as+")")
			}
		}
	}
	return w.Flush()
}

// kinship names the scenario that one belongs to, and as what.
func kinship(s exercise.Scenario) (of, as string) {
	switch {
	case s.TwinOf != "":
		return s.TwinOf, "its twin"
	case s.Follows.Scenario != "":
		return s.Follows.Scenario, "a later session"
	case s.TranslationOf != "":
		return s.TranslationOf, "in " + s.Language
	}
	return "", ""
}

func holds(all []exercise.Scenario, name string) bool {
	for _, s := range all {
		if s.Name == name {
			return true
		}
	}
	return false
}
